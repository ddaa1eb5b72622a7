package statement

import (
	"sync"

	"rapporteur"
	"rapporteur/knowledge"
	"rapporteur/knowledge/speech"
)

// institutions are the nouns for bodies: what they say is said for themselves,
// though the report does not say whose they are.
var institutions = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, n := range knowledge.Nouns() {
		if n.Kind != rapporteur.ActorOffice && n.Kind != rapporteur.ActorPeople {
			out[n.Singular] = true
		}
	}
	return out
})

// people are the nouns for one of those who hold an office or of a crowd.
var people = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, n := range knowledge.Nouns() {
		if n.Kind == rapporteur.ActorOffice || n.Kind == rapporteur.ActorPeople {
			out[n.Singular] = true
		}
	}
	return out
})

// titles are the words that stand before a name and tell an office or a rank.
var titles = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, n := range knowledge.Nouns() {
		if n.Title {
			out[n.Singular] = true
		}
	}
	return out
})

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

// body reports whether token i heads a phrase for a body, named or not.
func (f *finder) body(i int) bool { return institutions()[f.t.Lemma(i)] || f.role(i, speech.Body) }

func (f *finder) sourcingOf(h int, p rapporteur.Participant) string {
	if r := f.referent(h); f.any(r, "reports", "rumours", "rumors") && f.issuer(r) == r {
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
		if f.body(f.referent(h)) {
			return rapporteur.SourcingInstitution
		}
		if f.document(f.referent(h)) && !f.is(f.referent(h), "reports") || f.is(f.referent(h), "media") {
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
