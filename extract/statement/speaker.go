package statement

import (
	"slices"
	"strings"
	"sync"

	"rapporteur"
	"rapporteur/knowledge"
)

// referent is whom the head of a source stands for: the noun before "who".
func (f *finder) referent(h int) int {
	if !f.any(h, "who", "which", "that") {
		return h
	}
	v := f.t.Head(h)
	for steps := 0; v >= 0 && steps < 4; steps++ {
		if up := f.t.Head(v); f.t.Is(v, "acl:relcl") && up >= 0 && up < h && f.t.Nominal(up) {
			return up
		}
		if !f.t.Is(v, "conj", "ccomp", "xcomp") {
			break
		}
		v = f.t.Head(v)
	}
	first := f.t.Sentences[f.t.SentenceOf(h)].First
	i := h - 1
	if i > first && f.is(i, ",") {
		i--
	}
	if i > first && f.t.Nominal(i) {
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
	if f.unnamed(who) {
		if p := f.nameBeside(c); p != rapporteur.None {
			return f.cast.Participants(p)
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
		return kept
	}
	return who
}

// nameBeside is the person whom an apposition in the source of c names: "the
// spokesman of the delegation, Aster Vale,". None where there is none.
func (f *finder) nameBeside(c *claim) int {
	comma := false
	for i := c.source.first; i < c.source.end; i++ {
		switch {
		case f.is(i, ","):
			comma = true
		case f.t.Tokens[i].UPOS == "ADP", f.t.Tokens[i].XPOS == "WP", f.finite(i), f.t.Tokens[i].UPOS == "CCONJ":
			comma = false
		case comma && f.entity(i) == rapporteur.EntityPerson:
			if a := f.cast.At(i); a != rapporteur.None && f.cast.Actors[a].Kind == rapporteur.ActorPerson {
				return i
			}
		}
	}
	return rapporteur.None
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
	switch f.t.Lemma(r) {
	case "analyst", "observer", "commentator", "expert", "critic", "diplomat", "scholar", "researcher", "economist", "historian", "pundit":
		return true
	}
	return false
}

// institutions are the nouns for bodies: what they say is said for themselves,
// though the report does not say whose they are.
var institutions = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{"command": true, "leadership": true, "headquarters": true, "secretariat": true, "office": true}
	for _, n := range knowledge.Nouns() {
		if n.Kind != rapporteur.ActorOffice && n.Kind != rapporteur.ActorPeople {
			out[n.Singular] = true
		}
	}
	return out
})

// documents speak for those who issue them.
var documents = map[string]bool{}

func init() {
	for _, w := range []string{
		"statement", "report", "letter", "communique", "communiqué", "declaration", "document", "poll", "survey", "study", "memo", "tweet",
		"post", "message", "email", "e-mail", "release", "notice", "complaint", "lawsuit", "affidavit", "indictment", "filing", "ruling",
		"resolution", "article", "editorial", "bulletin", "review", "audit", "assessment", "analysis", "figure", "datum", "data", "record",
		"transcript", "leaflet", "banner", "placard", "text", "dispatch", "note", "inquiry", "investigation", "book", "paper", "website", "media",
		"newspaper", "press", "radio", "television", "detail", "information", "account", "testimony", "remark", "comment",
	} {
		documents[w] = true
	}
}

// document reports whether token i heads a phrase for a text.
func (f *finder) document(i int) bool { return documents[f.t.Lemma(i)] }

// issuer is who speaks through the document headed by h: whose it is, who put it
// out. h itself where nobody is named, and for anything else.
func (f *finder) issuer(h int) int {
	t := f.t
	if t.Tokens[h].UPOS != "NOUN" || !documents[t.Lemma(h)] || f.any(h, "media", "newspaper", "radio", "television", "press") {
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

// sourcing says what stands behind those who speak: the surest of them decides.
func (f *finder) sourcing(h int, who []rapporteur.Participant) string {
	best := rapporteur.SourcingUnnamed
	for _, p := range who {
		switch f.sourcingOf(h, p) {
		case rapporteur.SourcingNamed:
			return rapporteur.SourcingNamed
		case rapporteur.SourcingInstitution:
			best = rapporteur.SourcingInstitution
		}
	}
	return best
}

func (f *finder) sourcingOf(h int, p rapporteur.Participant) string {
	if r := f.referent(h); f.any(r, "reports", "media", "rumours", "rumors") && f.issuer(r) == r {
		return rapporteur.SourcingUnnamed
	}
	if p.Actor == rapporteur.None {
		switch f.entity(f.referent(h)) {
		case rapporteur.EntityPerson:
			return rapporteur.SourcingNamed
		case rapporteur.EntityOrganization, rapporteur.EntityLocation, rapporteur.EntityNORP:
			return rapporteur.SourcingInstitution
		}
		if r := f.referent(h); f.t.Tokens[r].XPOS == "NNP" || f.t.Tokens[r].UPOS == "X" {
			return rapporteur.SourcingNamed
		}
		if institutions()[f.t.Lemma(f.referent(h))] {
			return rapporteur.SourcingInstitution
		}
		if f.document(f.referent(h)) && !f.any(f.referent(h), "reports", "media") {
			return rapporteur.SourcingInstitution
		}
		return rapporteur.SourcingUnnamed
	}
	a := &f.cast.Actors[p.Actor]
	switch a.Kind {
	case rapporteur.ActorPerson:
		return rapporteur.SourcingNamed
	case rapporteur.ActorOffice, rapporteur.ActorPeople:
		switch f.cast.Class(p.Actor) {
		case "mediators", "negotiator", "delegation", "mediator", "side":
			return rapporteur.SourcingInstitution
		}
		if a.Kind == rapporteur.ActorPeople && a.Key != "" {
			return rapporteur.SourcingInstitution // "Palestinians", "Muslims" as one
		}
		return rapporteur.SourcingUnnamed
	}
	return rapporteur.SourcingInstitution
}
