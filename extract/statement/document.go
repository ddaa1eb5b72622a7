package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// document reports whether token i heads a phrase for a text.
func (f *finder) document(i int) bool { return f.role(i, speech.Document) }

// role reports whether the noun at token i has one of the roles.
func (f *finder) role(i int, r speech.Role) bool { return speech.Roles(f.t.Lemma(i))&r != 0 }

// issuer is who speaks through the document headed by h: whose it is, who put it
// out. h itself where nobody is named, and for anything else.
func (f *finder) issuer(h int) int {
	t := f.t
	if t.Tokens[h].UPOS != "NOUN" || !f.document(h) {
		return h
	}
	for _, c := range t.Children(h) {
		c := int(c)
		switch {
		case t.Is(c, "nmod:poss"):
			if f.somebody(c) {
				return c
			}
		case t.Is(c, "nmod", "obl") && (t.Preposition(c) == "by" || t.Preposition(c) == "from"):
			if !f.occasion(c) {
				return c
			}
		case t.Is(c, "compound", "amod") && c < h:
			if f.cast.At(c) != rapporteur.None {
				return c
			}
		case t.Is(c, "acl"):
			// "a report released by the agency"
			if a := t.Agent(c); a != rapporteur.None && !f.occasion(a) {
				return a
			}
		}
	}
	if h+1 < len(t.Tokens) && f.any(h+1, "from", "by") {
		if n := f.nominalAfter(h + 2); n != rapporteur.None && !f.occasion(n) {
			return n
		}
	}
	// "put out a statement saying": who put it out.
	if v := t.Head(h); v >= 0 && t.Is(h, "obj") {
		if s := t.Subject(v); s != rapporteur.None && s != h && f.somebody(s) {
			return s
		}
	}
	return h
}
