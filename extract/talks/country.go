package talks

import (
	"rapporteur"
	"rapporteur/knowledge"
)

// keyed is the actor with that entry in the knowledge of actors, or None.
func (f *finder) keyed(key string) int {
	for i := range f.count() {
		if f.who(i).Key == key {
			return i
		}
	}
	return rapporteur.None
}

// covering is the actor of whom token i is a mention by its place in the text,
// whatever the tree: "Egyptian" in "Egyptian-mediated".
func (f *finder) covering(i int) int {
	s := f.t.Tokens[i].Span
	for a := range f.count() {
		for _, m := range f.who(a).Mentions {
			if m.Contains(s) && m.Len() <= s.Len()+30 {
				return a
			}
		}
	}
	return f.stateOf(i)
}

// calledSo is the actor that the very word of token i, a name, means elsewhere in the
// text: "a reply from Velmouth", which the cast takes for a town there. None where
// there is none.
func (f *finder) calledSo(i int) int {
	if f.t.Tokens[i].UPOS != "PROPN" {
		return rapporteur.None
	}
	word := f.t.Word(i)
	for a := range f.count() {
		for _, m := range f.who(a).Mentions {
			if m.Len() == len(word) && f.t.Text(m) == word {
				return a
			}
		}
	}
	return rapporteur.None
}

// stateOf is the state whose adjective or name token i is, if it is one of the
// actors; else None.
func (f *finder) stateOf(i int) int {
	if c := f.countryAt(i); c != nil {
		return f.state(c.Code)
	}
	for _, h := range f.found {
		for _, s := range h.Senses {
			if s.People != nil && s.People.Name == "Europeans" {
				return f.keyed("eu")
			}
		}
	}
	return rapporteur.None
}

// countryAt is the one country whose adjective or name token i is, or nil.
func (f *finder) countryAt(i int) *knowledge.Country {
	f.found = f.found[:0]
	if u := f.t.Tokens[i].UPOS; u != "ADJ" && u != "PROPN" && u != "NOUN" {
		return nil
	}
	f.found = f.scanner.Scan(f.found, i, i+1, f.t.Word)
	for _, h := range f.found {
		for _, s := range h.Senses {
			if s.Country != nil && !s.Ambiguous {
				return s.Country
			}
		}
	}
	return nil
}
