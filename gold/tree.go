package gold

import (
	"fmt"

	"rapporteur/conllu"
)

// Trees reads a treebank in CoNLL-U: Universal Dependencies English EWT and GUM.
func Trees(path string) ([]*conllu.Doc, error) {
	f, err := open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := conllu.Read(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return docs, nil
}
