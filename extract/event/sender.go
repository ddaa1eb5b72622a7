package event

import "rapporteur"

// paired are the names before noun i that are joined by "and" to the one right before
// it, where the tree took them for its subject, or hung each of them on it: "Arden" in
// "the Arden and Velm teams agreed".
func (f *finder) paired(i int) []int {
	t := f.t
	if t.Tokens[i].UPOS != "NOUN" || t.Child(i, "cop") >= 0 {
		return nil
	}
	if c := t.Child(i, "cc"); c >= 0 && c < i {
		if names := t.ChildrenBy(i, "compound"); len(names) == 2 && names[0] < c && names[1] > c && names[1] < i &&
			t.Tokens[names[0]].UPOS == "PROPN" && t.Tokens[names[1]].UPOS == "PROPN" {
			return names
		}
	}
	s := t.Child(i, "nsubj")
	if s < 0 || s > i || t.Tokens[s].UPOS != "PROPN" {
		return nil
	}
	all := t.Conjuncts(s)
	if len(all) < 2 || all[len(all)-1] != i-1 {
		return nil
	}
	return all
}

// sender is the one whom those at noun i come from, where the cast knows them by
// their role alone: the group of its fighters ("gunmen from the Velm Front"), and of envoys
// that somebody tells of without saying whose they are, the teller: "Arden said a
// negotiator would fly to Velm".
func (f *finder) sender(p rapporteur.Participant, i int) (rapporteur.Participant, bool) {
	a := &f.cast.Actors[p.Actor]
	if a.Rule != "actor/role" && a.Rule != "actor/title" || a.Of >= 0 || a.Country != "" {
		return p, false
	}
	if own := f.cast.Principal(p.Actor); own >= 0 && own != p.Actor {
		return p, false
	}
	for _, k := range f.t.ChildrenBy(i, "nmod") {
		if f.preposition(k) != "from" {
			continue
		}
		if at := f.cast.At(k); at >= 0 && (f.cast.Actors[at].Kind == rapporteur.ActorArmedGroup || f.cast.Actors[at].Kind == rapporteur.ActorState) {
			return rapporteur.Participant{Name: f.cast.Actors[at].Name, Actor: at, Spans: p.Spans}, true
		}
	}
	switch f.t.Lemma(i) {
	case "negotiator", "delegation", "delegate", "envoy", "team":
	default:
		return p, false
	}
	if f.t.Child(i, "nmod", "amod", "compound", "nmod:poss", "acl", "acl:relcl") >= 0 {
		return p, false
	}
	s := f.statementAt(f.t.Tokens[i].Span)
	if s < 0 || f.statements[s].Kind != rapporteur.KindIndirect {
		return p, false
	}
	from := f.statements[s].Speaker.Actor
	if from < 0 {
		return p, false
	}
	if up := f.cast.Principal(from); up >= 0 {
		from = up
	} else if of := f.cast.Actors[from].Of; of >= 0 {
		from = of
	}
	switch f.cast.Actors[from].Kind {
	case rapporteur.ActorState, rapporteur.ActorGovernment, rapporteur.ActorArmedGroup:
		return rapporteur.Participant{Name: f.cast.Actors[from].Name, Actor: from, Spans: p.Spans}, true
	}
	return p, false
}
