package train

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"

	"rapporteur/conllu"
)

// Treebank reads the CoNLL-U files of the given names ("ewt.train") from the
// syntax folder of the gold data.
func Treebank(data string, names ...string) ([]*conllu.Doc, error) {
	var out []*conllu.Doc
	for _, name := range names {
		path := filepath.Join(data, "syntax", name+".conllu.gz")
		docs, err := readTreebank(path)
		if err != nil {
			return nil, fmt.Errorf("reading the treebank %s: %w", path, err)
		}
		out = append(out, docs...)
	}
	return out, nil
}

func readTreebank(path string) ([]*conllu.Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return conllu.Read(z)
}
