package tag

import (
	"math/rand/v2"
	"slices"
	"testing"

	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

var labels = []string{"NOUN NN", "VERB VBD", "PROPN NNP"}

func randomTable(seed uint64) *linear.Table {
	t := linear.New(len(labels), 12)
	r := rand.New(rand.NewPCG(seed, 1))
	for i := range t.Weights() {
		t.Weights()[i] = int8(r.IntN(21) - 10)
	}
	return t
}

func sentence(words ...string) []lexis.Word {
	var out []lexis.Word
	for _, w := range words {
		out = append(out, lexis.Describe(w, nil))
	}
	return out
}

func TestTaggerIsReadBack(t *testing.T) {
	g := New(labels, randomTable(1), randomTable(2))
	back, err := Load(g.Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	words := sentence("Velm", "rejected", "the", "truce")
	got, want := make([]Tag, 4), make([]Tag, 4)
	back.Tag(words, got)
	g.Tag(words, want)
	if !slices.Equal(got, want) {
		t.Errorf("read back: %v, want %v", got, want)
	}
	if upos, xpos := back.Names(1); upos != "VERB" || xpos != "VBD" {
		t.Errorf("tag 1 is %s %s", upos, xpos)
	}
}

// What stood in the slice of tags before must not show in the first pass, which
// looks only at what it has decided.
func TestTagForgets(t *testing.T) {
	g := New(labels, randomTable(3), randomTable(4))
	words := sentence("Aster", "Vale", "met", "Orr", ".")
	clean, dirty := make([]Tag, 5), []Tag{2, 2, 2, 2, 2}
	g.Tag(words, clean)
	g.Tag(words, dirty)
	if !slices.Equal(clean, dirty) {
		t.Errorf("%v after other tags, want %v", dirty, clean)
	}
	g.Tag(nil, nil) // no words, no panic
}

func TestLoadRefuses(t *testing.T) {
	whole := New(labels, randomTable(1), randomTable(2)).Append(nil)
	for name, b := range map[string][]byte{"nothing": nil, "the first pass alone": whole[:len(whole)/2], "cut short": whole[:len(whole)-1]} {
		if _, err := Load(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// Whatever the tables say, a form that can only be a verb is no noun.
func TestVerbsAreNoNouns(t *testing.T) {
	nouns := 0
	for seed := range uint64(40) {
		g := New(labels, randomTable(2*seed), randomTable(2*seed+1))
		tags := make([]Tag, 2)
		g.Tag(sentence("Velm", "insists"), tags)
		if upos, _ := g.Names(tags[1]); upos != "VERB" && upos != "PROPN" {
			t.Errorf("insists is a %s", upos)
		}
		g.Tag(sentence("Velm", "harbours"), tags)
		if upos, _ := g.Names(tags[1]); upos == "NOUN" {
			nouns++
		}
	}
	if nouns == 0 {
		t.Error("no table at all takes harbours for a noun: the test shows nothing")
	}
}
