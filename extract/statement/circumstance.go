package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// circumstances reads in what form and on what terms the claim at place k of
// order was made.
func (f *finder) circumstances(order []int, k int, s *rapporteur.Statement) {
	c := &f.claims[order[k]]
	w := f.frameOf(order, k)
	if m, found := speech.Record(w.words); found {
		s.Record, s.RecordSpan = m.What, f.span(w.tokens(m))
	}
	if s.Form, s.FormSpan = f.formOfSource(c); s.Form != "" {
		return
	}
	if m, found := speech.Form(w.words); found {
		s.Form, s.FormSpan = m.What, f.span(w.tokens(m))
	}
}

// tokens are those of a match in w.
func (w frame) tokens(m speech.Match) tokens { return tokens{w.at[m.First], w.at[m.End-1] + 1} }

// formOfSource is the form that the source of c tells by itself: "a statement
// from the ministry said".
func (f *finder) formOfSource(c *claim) (string, rapporteur.Span) {
	if c.speaker == rapporteur.None || !c.source.holds(c.speaker) || f.t.Tokens[c.speaker].UPOS != "NOUN" {
		return "", rapporteur.Span{}
	}
	first, end := max(c.source.first, c.speaker-reach/8), c.speaker+1
	words := make([]string, 0, end-first)
	for i := first; i < end; i++ {
		words = append(words, lower(f.t.Word(i)))
	}
	m, found := speech.FormOfSource(words, len(words)-1)
	if !found {
		return "", rapporteur.Span{}
	}
	return m.What, f.span(tokens{first + m.First, first + m.End})
}
