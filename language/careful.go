package language

import (
	"iter"

	"rapporteur"
	"rapporteur/language/encoder"
	"rapporteur/language/lexis"
	"rapporteur/language/name"
)

// careful is the memory of one who reads with the encoder.
type careful struct {
	encoder.Desk
	encoder.Reading
	told      told
	sentences []encoder.Sentence
	names     []string // labels of names as the quick reader gave them
	opinions  []encoder.Opinion
}

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

// careful reads the draft with the encoder, which hears what the quick reader
// took it for.
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
	c.ask(r.encoder, d)
	r.encoder.Read(&c.Desk, &c.Reading, c.told.words, c.sentences, c.opinions)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.UPOS, t.XPOS = r.encoder.Tag(c.Tags[i])
		t.Lemma = r.lemmatiser.Lemma(d.Word(i), t.XPOS)
		t.Head, t.Deprel = int(c.Heads[i]), r.encoder.Deprel(c.Deprels[i])
	}
	if r.encoder.HasNames() {
		d.Entities = d.Entities[:0]
	} // else it was fitted on what is free alone, and the quick reader's stand
	for _, e := range c.Names {
		d.Entities = append(d.Entities, rapporteur.Entity{Span: d.SpanOf(e.First, e.End), First: e.First, End: e.End, Type: e.Label})
	}
	d.Attributions = attributions(d, &c.Reading)
	clear(c.told.words) // which would keep the text
}

// ask makes c.opinions what the quick reader took the words of d for.
func (c *careful) ask(m *encoder.Model, d *rapporteur.Document) {
	c.names, c.opinions = c.names[:0], c.opinions[:0]
	for range d.Tokens {
		c.names = append(c.names, "O")
	}
	for _, e := range d.Entities {
		for i := e.First; i < e.End; i++ {
			c.names[i] = name.Part(i-e.First, e.End-e.First) + e.Type
		}
	}
	for _, s := range d.Sentences {
		for i, t := range d.Tokens[s.First:s.End] {
			head := 0
			if t.Head >= 0 {
				head = t.Head - s.First + 1
			}
			c.opinions = append(c.opinions, m.Opinion(t.UPOS, t.XPOS, int32(head), t.Deprel, c.names[s.First+i]))
		}
	}
}
