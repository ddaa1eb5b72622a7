package language

import (
	"rapporteur"
	"rapporteur/language/encoder"
	"rapporteur/language/lexis"
	"rapporteur/language/name"
)

// told is what the encoder is told of words, and the memory to find it out.
type told struct {
	words  []encoder.Word
	listed []name.Word
	lists  *name.Lists
}

// describe makes t.words of words, whose forms are given; each sentence is
// looked up by itself.
func (t *told) describe(words []lexis.Word, form func(int) string, sentences func(yield func(first, end int))) {
	t.words, t.listed = t.words[:0], t.listed[:0]
	for i := range words {
		t.listed = append(t.listed, name.Word{Word: &words[i]})
	}
	sentences(func(first, end int) {
		t.lists.Mark(t.listed[first:end], func(k int) string { return form(first + k) })
	})
	for i := range words {
		t.words = append(t.words, encoder.Word{Form: form(i), Lists: t.listed[i].List, Cluster: words[i].Cluster[2]})
	}
}

// Describe is what the encoder is told of words in sentences, [first, end), for
// those who fit it.
func (r *Reader) Describe(words []string, sentences [][2]int) []encoder.Word {
	described := make([]lexis.Word, len(words))
	for i, w := range words {
		described[i] = lexis.Describe(w, r.clusters)
	}
	t := told{lists: name.NewLists()}
	t.describe(described, func(i int) string { return words[i] }, func(yield func(first, end int)) {
		for _, s := range sentences {
			yield(s[0], s[1])
		}
	})
	return t.words
}

// careful reads the draft with the encoder.
func (r *Reader) careful(w *desk, d *rapporteur.Document) {
	c := &w.careful
	c.told.describe(w.draft.Words, d.Word, func(yield func(first, end int)) {
		for _, s := range d.Sentences {
			yield(s.First, s.End)
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
