package lemma

import (
	"strings"
	"testing"
)

const rules = `# tag, ending, bytes to cut, text to add
NN		0	
NNS		1	
NNS	ies	3	y
NNS	^men	2	an
VBD	ed	2	
VBD	^met	1	et
NNP		0	
`

func TestLemma(t *testing.T) {
	l, err := Load(rules)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, tag, want string }{
		{"Truce", "NN", "truce"},
		{"GDP", "NN", "GDP"},
		{"TALKS", "NNS", "talk"},
		{"parties", "NNS", "party"},
		{"men", "NNS", "man"},
		{"specimens", "NNS", "specimen"}, // a whole word is no ending
		{"rejected", "VBD", "reject"},
		{"met", "VBD", "meet"},
		{"Velm", "NNP", "Velm"},
		{"Velm", "XX", "velm"}, // no rule for the tag
		{"", "NNS", ""},
		{"…", "NNS", "…"}, // no rule cuts a letter in two
	} {
		if got := l.Lemma(c.word, c.tag); got != c.want {
			t.Errorf("%s/%s: lemma %q, want %q", c.word, c.tag, got, c.want)
		}
	}
}

func TestLoadNamesTheLine(t *testing.T) {
	for name, table := range map[string]string{
		"three columns": "# rules\nNN\ta\t1\n",
		"no number":     "# rules\nNN\ta\tx\t\n",
		"negative":      "\nNN\ta\t-1\t\n",
	} {
		if _, err := Load(table); err == nil || !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: error %v, want one about line 2", name, err)
		}
	}
}
