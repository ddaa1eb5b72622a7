package actor

import (
	"strings"

	"rapporteur"
	"rapporteur/knowledge"
)

// identify finds or makes the identity of d.
func (f *finder) identify(d *description) {
	if d.noun.Singular == "insurgency" && (d.article || f.t.Child(d.head, "nmod:poss") >= 0) {
		return // "the rebels' insurgency" and "a two-year insurgency" are what they do
	}
	all := f.affiliations(d.head)
	shared := false
	if len(all) == 0 {
		all = f.sharedAffiliations(d)
		shared = len(all) > 0
	}
	if len(all) == 0 && !d.definite && !d.article && f.t.Is(d.head, "nmod") && f.t.Preposition(d.head) == "of" && f.isTitle(f.t.Head(d.head)) {
		// "Velm's chief of defence forces"
		for _, a := range f.affiliations(f.t.Head(d.head)) {
			if a.word < d.head && a.actor >= 0 && f.identities[a.actor].Kind == rapporteur.ActorState {
				f.link(d, f.described(d, a, f.adjective(a.actor)+" "+d.name))
				return
			}
		}
	}
	switch many := coordinated(all); {
	case len(many) > 1 && many[0].word > d.head && f.standIn(d):
		if f.coordinate(d, many) {
			return
		}
	case len(many) > 1 && many[0].word < d.head && d.plural && distinct(many):
		f.distribute(d, many)
		return
	}
	if len(all) == 0 {
		if id := f.resolve(d); id >= 0 {
			f.link(d, id)
			return
		}
		if f.nondescript(d) {
			return
		}
		a := affiliation{actor: rapporteur.None}
		if f.parted[d.head] > 0 && d.noun.Class == "fighter" {
			for _, organ := range f.beside[d.head] {
				for _, its := range f.affiliations(organ) {
					a.country = its.country // "the Velmish government and communist rebels"
				}
			}
		}
		f.link(d, f.described(d, a, d.name))
		return
	}
	a := all[0]
	if d.noun.Class == "fighter" || d.noun.Class == "group" {
		for _, b := range all {
			if b.word == f.hit(d.head).First-1 && b.actor >= 0 && f.body(b.actor) {
				a = b // "Velm's Tarn rebel group"
			}
		}
	}
	name := d.name
	if id := f.calledSo(d, a); id >= 0 {
		f.link(d, id)
		return
	}
	if of := f.country(d, a); of >= 0 {
		if d.noun.Kind == rapporteur.ActorState {
			f.link(d, of)
			return
		}
		a.actor = of
		if f.identities[all[0].actor].Kind != rapporteur.ActorPerson || f.t.Tokens[a.word].UPOS == "PRON" {
			name = f.adjective(of) + " " + f.t.Text(f.nounSpan(d))
		}
	}
	if (d.noun.Singular == "country" || d.noun.Singular == "nation") && (a.actor < 0 || f.identities[a.actor].Kind == rapporteur.ActorPerson) {
		return // "his country", and nobody knows which
	}
	if shared {
		name = f.modifierText(a) + " " + name
	}
	if d.noun.Class == "delegation" && a.word > d.head && a.actor >= 0 && f.sense(a.word, isNoun) != nil && !f.identities[a.actor].described {
		// "A delegation from the group": of whom, by name.
		name = f.canonical(&f.identities[a.actor]) + " " + f.t.Text(f.nounSpan(d))
	}
	if id := f.heldBy(d, a); id >= 0 {
		f.link(d, id)
		return
	}
	if id := f.leadsTo(d, a); id >= 0 {
		f.link(d, id)
		return
	}
	if id := f.introduced(d); id >= 0 {
		f.link(d, id)
		return
	}
	f.link(d, f.described(d, a, name))
}

// country is the state whose government, army or land d means by way of
// someone of that country: "her government", "his country", "Vale's government".
// None where it does not.
func (f *finder) country(d *description, a affiliation) int {
	if a.actor < 0 || a.country == "" && f.identities[a.actor].Kind != rapporteur.ActorState || d.plural {
		return rapporteur.None
	}
	land := d.noun.Singular == "country" || d.noun.Singular == "nation"
	organ := d.noun.Kind == rapporteur.ActorGovernment && (d.noun.Class == "body" || d.noun.Class == "force")
	switch f.identities[a.actor].Kind {
	case rapporteur.ActorPerson:
		if land || organ {
			return f.state(a.country)
		}
	case rapporteur.ActorState:
		// "Its army", "the country's army": words that do not name the state.
		if land || organ && f.landAt[a.word] == 0 && f.sense(a.word, func(s knowledge.Sense) bool { return s.Noun == nil }) == nil {
			return a.actor
		}
	case rapporteur.ActorGovernment:
		if land {
			return f.state(a.country)
		}
	}
	return rapporteur.None
}

// nounSpan is the words of d's noun with what stands between it and its
// possessor: "foreign ministry" of "its foreign ministry".
func (f *finder) nounSpan(d *description) rapporteur.Span {
	h := f.hit(d.head)
	return f.t.SpanOf(h.First, h.End)
}

// sharedAffiliations are those that a coordinate takes from the first of its
// coordination: "the Kenyan government and opposition".
func (f *finder) sharedAffiliations(d *description) []affiliation {
	first := f.t.FirstConjunct(d.head)
	if first == d.head || d.definite || d.article || f.placedIn(d.head) != "" || f.seatedIn(d.head) != "" {
		return nil
	}
	var out []affiliation
	for _, a := range f.affiliations(first) {
		if a.word < first && f.t.Is(a.word, "amod") && len(d.modifiers) == 0 {
			out = append(out, a)
		}
	}
	return out
}

// modifierText is the words of the modifier that a was read from.
func (f *finder) modifierText(a affiliation) string {
	return strings.Join(strings.Fields(f.t.Text(f.modifierSpan(a))), " ")
}

func (f *finder) modifierSpan(a affiliation) rapporteur.Span {
	if m := f.hit(a.word); m != nil {
		return f.t.SpanOf(m.First, m.End)
	}
	return f.t.Tokens[a.word].Span
}

// standIn reports whether those whom d describes stand for whom they come from:
// "mediators from Qatar, Egypt and the United States".
func (f *finder) standIn(d *description) bool {
	switch d.noun.Class {
	case "delegation", "mediators", "mediator", "negotiator", "envoy", "minister", "head", "leader", "official", "spokesman":
		return d.plural
	}
	return d.plural && (d.noun.Singular == "government" || d.noun.Class == "force" && d.noun.Kind == rapporteur.ActorGovernment)
}

// coordinate makes d mean each of the actors it comes from.
func (f *finder) coordinate(d *description, all []affiliation) bool {
	var parts []part
	for _, a := range all {
		if a.actor < 0 || a.word < d.head {
			return false
		}
		id := a.actor
		switch {
		case d.noun.Singular == "government":
			if a.country == "" {
				return false
			}
			one := *d
			one.plural = false
			id = f.described(&one, a, f.adjective(f.state(a.country))+" government")
		case d.noun.Class == "force":
			if f.identities[id].Kind != rapporteur.ActorState {
				return false
			}
			id = f.described(d, a, f.adjective(id)+" "+d.noun.Plural)
			f.remember(id, d.noun)
		}
		parts = append(parts, part{id, phrase(f.t, a.word)})
	}
	f.mentionAll(d.head, d.span, parts)
	return true
}

// distinct reports whether the affiliations are to different countries or actors.
func distinct(all []affiliation) bool {
	for i, a := range all {
		for _, b := range all[:i] {
			if a.actor == b.actor && a.country == b.country {
				return false
			}
		}
	}
	return true
}

// distribute makes d mean one description for each of its modifiers: "Israeli
// and Palestinian negotiators".
func (f *finder) distribute(d *description, all []affiliation) {
	words := strings.Join(strings.Fields(f.t.Text(f.nounSpan(d))), " ")
	one := *d
	if d.noun.Class == "body" || d.noun.Class == "group" || d.noun.Kind == rapporteur.ActorGovernment && d.noun.Class == "force" && !strings.HasSuffix(words, "s") {
		// "The Israeli and Egyptian governments" are one of each.
		one.plural, words = false, d.noun.Singular
	}
	var parts []part
	for _, a := range all {
		id := a.actor
		if s := f.sense(a.word, isNoun); id < 0 || s == nil || d.noun.Class != "fighter" {
			// (The "government" of "government and rebel fighters" is itself.)
			id = f.described(&one, a, f.modifierText(a)+" "+words)
		}
		f.remember(id, d.noun)
		parts = append(parts, part{id, f.modifierSpan(a)})
	}
	f.mentionAll(d.head, d.span, parts)
}
