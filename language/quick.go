package language

import (
	"slices"

	"rapporteur"
	"rapporteur/language/name"
	"rapporteur/language/parse"
	"rapporteur/language/tag"
)

// beamWidth is how many partial parses are kept: wider is slower and hardly
// better (docs/evaluation.md).
const beamWidth = 8

// proper is the tag of a singular name, or -1 where g has none.
func proper(g *tag.Tagger) int {
	for t := range g.Count() {
		if upos, xpos := g.Names(tag.Tag(t)); upos == "PROPN" && xpos == "NNP" {
			return t
		}
	}
	return -1
}

func (r *Reader) readyQuick() {
	r.proper = proper(r.tagger)
	r.upos = make([]uint8, r.tagger.Count())
	for t := range r.upos {
		upos, _ := r.tagger.Names(tag.Tag(t))
		r.upos[t] = parse.Number(upos)
	}
}

// quick reads the draft with the linear models.
func (r *Reader) quick(w *desk, d *rapporteur.Document) {
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.UPOS, t.XPOS = r.tagger.Names(w.draft.Tags[i])
		t.Lemma = r.lemmatiser.Lemma(d.Article.Text[t.Span.Start:t.Span.End], t.XPOS)
	}
	for _, s := range d.Sentences {
		r.parse(w, d, s)
	}
	r.names(w, d)
}

func (r *Reader) parse(w *desk, d *rapporteur.Document, s rapporteur.Sentence) {
	n := s.End - s.First
	w.quick.words = w.quick.words[:0]
	for i := s.First; i < s.End; i++ {
		w.quick.words = append(w.quick.words, parse.Word{Word: w.draft.Words[i], Tag: uint8(w.draft.Tags[i]), UPOS: r.upos[w.draft.Tags[i]]})
	}
	w.quick.heads, w.quick.labels = slices.Grow(w.quick.heads[:0], n)[:n], slices.Grow(w.quick.labels[:0], n)[:n]
	w.quick.beam.Parse(w.quick.words, w.quick.heads, w.quick.labels)
	for i := range n {
		t := &d.Tokens[s.First+i]
		t.Deprel = r.parser.Labels[w.quick.labels[i]]
		if w.quick.heads[i] >= 0 {
			t.Head = s.First + w.quick.heads[i]
		}
	}
}

func (r *Reader) names(w *desk, d *rapporteur.Document) {
	for _, e := range r.namer.Find(NameWords(&w.draft, d.Article.Text, w.lists)) {
		d.Entities = append(d.Entities, rapporteur.Entity{Span: d.SpanOf(e.First, e.End), First: e.First, End: e.End, Type: e.Kind})
	}
}

// NameWords is a draft of text as the recogniser of names wants it.
func NameWords(d *Draft, text string, lists *name.Lists) [][]name.Word {
	words := make([]name.Word, len(d.Words))
	for i := range words {
		words[i] = name.Word{Word: &d.Words[i], Tag: uint8(d.Tags[i])}
	}
	out := make([][]name.Word, len(d.Sentences))
	for i, s := range d.Sentences {
		out[i] = words[s.First:s.End]
		lists.Mark(out[i], func(k int) string {
			span := d.Tokens[s.First+k].Span
			return text[span.Start:span.End]
		})
	}
	return out
}
