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
			if f.cast.At(c) != rapporteur.None || f.t.Is(c, "compound") && f.role(c, speech.Body) {
				return c
			}
		case t.Is(c, "acl"):
			// "a report released by the agency"
			if a := t.Agent(c); a != rapporteur.None && !f.occasion(a) && !f.publishes(a) {
				return a
			}
		}
	}
	if h+1 < len(t.Tokens) && f.any(h+1, "from", "by") {
		if n := f.nominalAfter(h + 2); n != rapporteur.None && !f.occasion(n) {
			return n
		}
	}
	if s := f.putOut(h); s != rapporteur.None {
		return s
	}
	if h > 0 && f.any(h-1, "the", "this") {
		return f.putOutBefore(h)
	}
	return h
}

// putOut is who put out the document headed by h: "put out a statement saying".
// None where that is not said.
func (f *finder) putOut(h int) int {
	v := f.t.Head(h)
	if v < 0 || !f.t.Is(h, "obj") && !(f.t.Is(h, "obl") && f.t.Preposition(h) == "in" && f.cues(v)) {
		return rapporteur.None
	}
	if s := f.t.Subject(v); s != rapporteur.None && s != h && f.somebody(s) {
		return s
	}
	return rapporteur.None
}

// putOutBefore is who put out the document that "the statement" at h takes up: the
// subject of "issued a statement", "said in a statement" in this paragraph or the one before. h where there
// is none.
func (f *finder) putOutBefore(h int) int {
	all := f.t.Sentences
	s := f.t.SentenceOf(h)
	for k := s; k >= 0 && all[k].Paragraph >= all[s].Paragraph-1; k-- {
		for i := min(all[k].End, h) - 1; i >= all[k].First; i-- {
			if f.t.Lemma(i) != f.t.Lemma(h) || f.t.Tokens[i].UPOS != "NOUN" || f.within[i] != 0 {
				continue
			}
			if issuer := f.putOut(i); issuer != rapporteur.None && (f.publishing(f.t.Head(i)) || f.t.Is(i, "obl")) {
				return issuer
			}
			return h
		}
	}
	return h
}

// publishing reports whether the verb v puts a document out.
func (f *finder) publishing(v int) bool {
	switch f.t.Lemma(v) {
	case "issue", "release", "publish", "circulate", "post", "make", "broadcast":
		return true
	}
	return f.t.Lemma(v) == "put" && f.any(v+1, "out")
}
