package statement

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// referent is whom the head of a source stands for: the noun before "who".
func (f *finder) referent(h int) int {
	if !f.any(h, "who", "which", "that") {
		return h
	}
	first := f.t.Sentences[f.t.SentenceOf(h)].First
	i := h - 1
	if i > first && f.is(i, ",") {
		i--
	}
	beside := i >= first && f.t.Nominal(i)
	v := f.t.Head(h)
	for steps := 0; v >= 0 && steps < 4; steps++ {
		if up := f.t.Head(v); f.t.Is(v, "acl:relcl") && up >= 0 && up < h && f.t.Nominal(up) {
			if beside && up != i && f.is(h, "who") && f.cast.At(up) == rapporteur.None && f.cast.At(i) != rapporteur.None {
				return i // "shut at noon, local time, according to the police, who said"
			}
			return up
		}
		if !f.t.Is(v, "conj", "ccomp", "xcomp") {
			break
		}
		v = f.t.Head(v)
	}
	if beside {
		return i
	}
	return h
}

// participants are those whom the source of c means, those within its words.
// Where nothing joins several the head alone is meant: what the tree makes of an
// apposition is no coordination.
func (f *finder) participants(c *claim) []rapporteur.Participant {
	h := f.issuer(f.referent(c.speaker))
	who := f.cast.Participants(h)
	if p := f.titleOf(c, h); p != rapporteur.None {
		return f.cast.Participants(p)
	}
	if !f.personal(who) && h == f.referent(c.speaker) {
		if p := f.nameBeside(c); p != rapporteur.None {
			return f.cast.Participants(p)
		}
		if f.t.Tokens[h].UPOS == "NOUN" && shared[f.t.Lemma(h)] && len(who) > 0 && !f.unnamed(who) && f.after(h, who) {
			return []rapporteur.Participant{{Name: f.described(c, h), Actor: rapporteur.None, Spans: who[0].Spans}} // "officials from Arden and Velm"
		}
	}
	if len(who) < 2 || f.cast.At(h) == rapporteur.None && len(f.t.Conjuncts(h)) == 1 {
		return who // one, or several in one phrase: "both sides"
	}
	joined := false
	for i := c.source.first; i < c.source.end; i++ {
		joined = joined || f.any(i, "and", "&", "both") || f.is(i, "well") && f.is(i+1, "as")
	}
	if !joined {
		return who[:1]
	}
	words := f.span(c.source)
	if kept := slices.DeleteFunc(slices.Clone(who), func(p rapporteur.Participant) bool {
		return !slices.ContainsFunc(p.Spans, words.Overlaps)
	}); len(kept) > 0 {
		return f.withoutApposed(c, kept)
	}
	return who
}

// withoutApposed is who without what only describes several persons of the source of
// c: "Aster Vale and Dov Holt, leaders of the union,".
func (f *finder) withoutApposed(c *claim, who []rapporteur.Participant) []rapporteur.Participant {
	persons := 0
	for _, p := range who {
		if p.Actor == rapporteur.None || f.cast.Actors[p.Actor].Kind != rapporteur.ActorPerson {
			break
		}
		persons++
	}
	if persons < 2 || persons == len(who) {
		return who
	}
	for i := c.source.first + 1; i+1 < c.source.end; i++ {
		if f.is(i, ",") && f.t.Tokens[i].Span.Start >= who[persons-1].Spans[0].End && !f.is(i+1, "and") {
			return who[:persons]
		}
	}
	return who
}

// personal reports whether one of who is a person with a name.
func (f *finder) personal(who []rapporteur.Participant) bool {
	return slices.ContainsFunc(who, func(p rapporteur.Participant) bool {
		return p.Actor != rapporteur.None && f.cast.Actors[p.Actor].Kind == rapporteur.ActorPerson
	})
}

// after reports whether all of who are named after token h.
func (f *finder) after(h int, who []rapporteur.Participant) bool {
	return !slices.ContainsFunc(who, func(p rapporteur.Participant) bool {
		return len(p.Spans) == 0 || p.Spans[0].Start < f.t.Tokens[h].Span.End
	})
}

// titleOf is the person at the end of the source of c whose title the tree takes for
// more of the name at h: "US Under Secretary of State Aster Vale". None where there is
// none.
func (f *finder) titleOf(c *claim, h int) int {
	if p := h + 1; p >= c.source.end || f.t.Tokens[p].UPOS != "ADP" || !f.capital(p) || f.t.Tokens[h].UPOS != "PROPN" {
		return rapporteur.None
	}
	for i := h + 2; i < c.source.end && !f.is(i, ","); i++ {
		if e := f.entityAt(i); e != nil && e.Type == rapporteur.EntityPerson && e.First == i && f.t.Nominal(i-1) {
			if a := f.cast.At(e.End - 1); a != rapporteur.None && f.cast.Actors[a].Kind == rapporteur.ActorPerson {
				return e.End - 1
			}
		}
	}
	return rapporteur.None
}

// nameBeside is the person whom an apposition in the source of c names: "the
// spokesman of the delegation, Aster Vale,", "Holt's wife Aster Vale". None where there
// is none.
func (f *finder) nameBeside(c *claim) int {
	comma := false
	for i := c.source.first; i < c.source.end; i++ {
		if e := f.entityAt(i); e != nil && e.First == i && e.Type == rapporteur.EntityPerson && i > c.source.first && f.t.Tokens[i-1].UPOS == "NOUN" &&
			(people()[f.t.Lemma(i-1)] || f.t.Head(i) == i-1) && !f.adposition(tokens{c.source.first, i}) && (e.End >= c.source.end || f.is(e.End, ",")) {
			comma = true
		}
		switch {
		case f.is(i, ","):
			comma = true
		case f.t.Tokens[i].UPOS == "ADP", f.t.Tokens[i].XPOS == "WP", f.finite(i), f.t.Tokens[i].UPOS == "CCONJ":
			comma = false
		case comma && f.entity(i) == rapporteur.EntityPerson && (f.entityAt(i).End >= len(f.t.Tokens) || f.t.Tokens[f.entityAt(i).End].XPOS != "POS"):
			if a := f.cast.At(i); a != rapporteur.None && f.cast.Actors[a].Kind == rapporteur.ActorPerson {
				return i
			}
		}
	}
	return rapporteur.None
}

// adposition reports whether a preposition stands in r.
func (f *finder) adposition(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if f.t.Tokens[i].UPOS == "ADP" {
			return true
		}
	}
	return false
}

// entity is the class of the named entity at token i, or "".
func (f *finder) entity(i int) string {
	if e := f.entityAt(i); e != nil {
		return e.Type
	}
	return ""
}

func (f *finder) entityAt(i int) *rapporteur.Entity {
	lo, hi := 0, len(f.t.Entities)
	for lo < hi {
		m := (lo + hi) / 2
		if f.t.Entities[m].End <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	if lo < len(f.t.Entities) && f.t.Entities[lo].First <= i {
		return &f.t.Entities[lo]
	}
	return nil
}

// somebody reports whether token i heads a phrase for one who can speak.
func (f *finder) somebody(i int) bool {
	r := f.referent(i)
	if f.cast.At(r) != rapporteur.None || len(f.cast.Participants(r)) > 0 && f.cast.Participants(r)[0].Actor != rapporteur.None {
		return true
	}
	switch f.t.Tokens[r].UPOS {
	case "PRON":
		return f.any(r, "he", "she", "they", "who", "others", "some", "many", "it")
	case "PROPN":
		switch f.entity(r) {
		case rapporteur.EntityPerson, rapporteur.EntityOrganization, rapporteur.EntityNORP, rapporteur.EntityLocation:
			return true
		}
	}
	return false
}

// onePerson reports whether token i heads a phrase for a single person.
func (f *finder) onePerson(i int) bool {
	r := f.referent(i)
	if len(f.t.Conjuncts(r)) > 1 {
		return false
	}
	if f.any(r, "he", "she") {
		return true
	}
	if a := f.cast.At(r); a != rapporteur.None {
		who := &f.cast.Actors[a]
		return who.Kind == rapporteur.ActorPerson || who.Kind == rapporteur.ActorOffice && f.t.Tokens[r].XPOS != "NNS"
	}
	return f.entity(r) == rapporteur.EntityPerson
}

// observer reports whether token i heads a phrase for those who watch.
func (f *finder) observer(i int) bool {
	r := f.referent(i)
	if a := f.cast.At(r); a != rapporteur.None && f.cast.Class(a) == "observer" {
		return true
	}
	return f.role(r, speech.Watcher)
}

// joint is the names of those who say something together, as one.
func joint(who []rapporteur.Participant) (name string, actor int) {
	if len(who) == 1 {
		return who[0].Name, who[0].Actor
	}
	names := make([]string, len(who))
	for i, p := range who {
		names[i] = p.Name
	}
	return strings.Join(names, "; "), rapporteur.None
}
