package language

import (
	"iter"

	"rapporteur"
	"rapporteur/language/encoder"
	"rapporteur/language/lexis"
	"rapporteur/language/name"
)

// told is what the encoder is told of words, and the memory to find it out.
type told struct {
	words  []encoder.Word
	listed []name.Word
}

// describe makes t.words of words, whose forms are given; each sentence is
// looked up by itself.
func (t *told) describe(lists *name.Lists, words []lexis.Word, form func(int) string, sentences iter.Seq2[int, int]) {
	t.words, t.listed = t.words[:0], t.listed[:0]
	for i := range words {
		t.listed = append(t.listed, name.Word{Word: &words[i]})
	}
	for first, end := range sentences {
		lists.Mark(t.listed[first:end], func(k int) string { return form(first + k) })
	}
	for i := range words {
		t.words = append(t.words, encoder.Word{Form: form(i), Known: encoder.Known{Lists: t.listed[i].List, Cluster: words[i].Cluster[2]}})
	}
}

// Describe is what the encoder is told of words in sentences, [first, end), for
// those who fit it.
func (r *Reader) Describe(words []string, sentences [][2]int) []encoder.Word {
	described := make([]lexis.Word, len(words))
	for i, w := range words {
		described[i] = lexis.Describe(w, r.clusters)
	}
	var t told
	t.describe(name.NewLists(), described, func(i int) string { return words[i] }, func(yield func(first, end int) bool) {
		for _, s := range sentences {
			if !yield(s[0], s[1]) {
				return
			}
		}
	})
	return t.words
}

// careful reads the draft with the encoder.
func (r *Reader) careful(w *desk, d *rapporteur.Document) {
	c := &w.careful
	c.told.describe(w.lists, w.draft.Words, d.Word, func(yield func(first, end int) bool) {
		for _, s := range d.Sentences {
			if !yield(s.First, s.End) {
				return
			}
		}
	})
	c.sentences = c.sentences[:0]
	paragraph := -1
	for _, s := range d.Sentences {
		c.sentences = append(c.sentences, encoder.Sentence{First: s.First, End: s.End, Opens: s.Paragraph != paragraph})
		paragraph = s.Paragraph
	}
	r.encoder.Read(&c.Desk, &c.Reading, c.told.words, c.sentences)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.UPOS, t.XPOS = r.encoder.Tag(c.Tags[i])
		t.Lemma = r.lemmatiser.Lemma(d.Word(i), t.XPOS)
		t.Head, t.Deprel = int(c.Heads[i]), r.encoder.Deprel(c.Deprels[i])
	}
	for _, e := range c.Names {
		d.Entities = append(d.Entities, rapporteur.Entity{Span: d.SpanOf(e.First, e.End), First: e.First, End: e.End, Type: e.Label})
	}
	d.Attributions = attributions(d, &c.Reading)
	clear(c.told.words) // which would keep the text
}
