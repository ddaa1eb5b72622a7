// Package tag gives every word its part of speech: an averaged perceptron over
// hashed features (Collins 2002) reads the sentence from left to right and
// decides the universal and the Penn tag of a word together, with the two tags
// before it known. A second pass, which knows the tags on both sides, decides
// again.
package tag

import (
	"math"
	"strings"
	"sync"

	"rapporteur/knowledge/words"
	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

// A Tag is an index into Tagger.Labels.
type Tag uint8

// A Tagger is a fitted model.
type Tagger struct {
	labels []string // UPOS and XPOS joined by a space
	nouns  []Tag    // the labels of nouns and names
	first  *linear.Table
	second *linear.Table
}

// Load reads a tagger: the model of the first pass, then the table of the second.
func Load(b []byte) (*Tagger, error) {
	first, rest, err := linear.LoadModel(b)
	if err != nil {
		return nil, err
	}
	second, _, err := linear.Load(rest)
	if err != nil {
		return nil, err
	}
	return New(first.Labels, first.Table, second), nil
}

// New puts a tagger together from its parts.
func New(labels []string, first, second *linear.Table) *Tagger {
	g := &Tagger{labels: labels, first: first, second: second}
	for t, label := range labels {
		if strings.HasPrefix(label, "NOUN ") || strings.HasPrefix(label, "PROPN ") {
			g.nouns = append(g.nouns, Tag(t))
		}
	}
	return g
}

// Append writes the tagger to b in the form that Load reads.
func (g *Tagger) Append(b []byte) []byte {
	first := linear.Model{Labels: g.labels, Table: g.first}
	return g.second.Append(first.Append(b))
}

// Names are the universal and the Penn tag that t stands for.
func (g *Tagger) Names(t Tag) (upos, xpos string) {
	upos, xpos, _ = strings.Cut(g.labels[t], " ")
	return upos, xpos
}

// Tag tags one sentence: tags[i] is that of words[i].
func (g *Tagger) Tag(words []lexis.Word, tags []Tag) {
	var scores [linear.MaxClasses]int16
	var buffer [maxFeatures]linear.Feature
	for i := range words {
		g.first.Score(FirstFeatures(words, tags, i, buffer[:0]), &scores)
		tags[i] = g.best(&words[i], &scores)
	}
	for i := range words {
		g.second.Score(SecondFeatures(words, tags, i, buffer[:0]), &scores)
		tags[i] = g.best(&words[i], &scores)
	}
}

// best is the tag of a word that scores most, among those that it may have.
func (g *Tagger) best(w *lexis.Word, scores *[linear.MaxClasses]int16) Tag {
	if t := Tag(linear.Best(scores[:len(g.labels)])); !strings.HasPrefix(g.labels[t], "NOUN ") || !verb(w) {
		return t
	}
	for _, t := range g.nouns {
		scores[t] = math.MinInt16
	}
	return Tag(linear.Best(scores[:len(g.labels)]))
}

// verb reports whether a word can only be a verb.
func verb(w *lexis.Word) bool { return w.Case == lexis.CaseLower && verbs()[w.Lower] }

var verbs = sync.OnceValue(func() map[uint64]bool {
	out := map[uint64]bool{}
	for form := range words.Verbs() {
		out[lexis.Lower(form)] = true
	}
	return out
})

// Count is the number of tags.
func (g *Tagger) Count() int { return len(g.labels) }
