package language

import (
	"rapporteur"
	"rapporteur/language/encoder"
)

// careful reads the draft with the encoder.
func (r *Reader) careful(w *desk, d *rapporteur.Document) {
	c, text := &w.careful, d.Article.Text
	c.words, c.sentences = c.words[:0], c.sentences[:0]
	for _, t := range d.Tokens {
		c.words = append(c.words, text[t.Span.Start:t.Span.End])
	}
	paragraph := -1
	for _, s := range d.Sentences {
		c.sentences = append(c.sentences, encoder.Sentence{First: s.First, End: s.End, Opens: s.Paragraph != paragraph})
		paragraph = s.Paragraph
	}
	r.encoder.Read(&c.Desk, &c.Reading, c.words, c.sentences)
	for i := range d.Tokens {
		t := &d.Tokens[i]
		t.UPOS, t.XPOS = r.encoder.Tag(c.Tags[i])
		t.Lemma = r.lemmatiser.Lemma(c.words[i], t.XPOS)
		t.Head, t.Deprel = int(c.Heads[i]), r.encoder.Deprel(c.Deprels[i])
	}
	for _, e := range c.Names {
		d.Entities = append(d.Entities, rapporteur.Entity{Span: d.SpanOf(e.First, e.End), First: e.First, End: e.End, Type: e.Label})
	}
	d.Attributions = attributions(d, &c.Reading)
	clear(c.words) // which would keep the text
}
