package actor

import (
	"slices"

	"rapporteur"
)

// sender is the state whose army the one at token i is, since somebody of that
// state sends it or means to: "Vale's aim of sending the army into Velm", "the
// president of Arden sent the army". None where nobody does.
func (f *finder) sender(i int) int {
	t := f.t
	verb := t.Head(i)
	if verb < 0 || !t.Is(i, "obj") {
		return rapporteur.None
	}
	switch t.Lemma(verb) {
	case "send", "deploy", "order", "tell", "command", "instruct", "withdraw", "pull", "mobilise", "mobilize", "use", "dispatch", "call", "direct", "ask", "reinforce":
	default:
		return rapporteur.None
	}
	// Up from the verb: whoever does it, or has the plan that it is part of.
	for steps := 0; verb >= 0 && steps < 4; steps++ {
		for _, c := range t.ChildrenBy(verb, "nsubj", "nmod:poss") {
			if state := f.governed(c); state >= 0 {
				return state
			}
			return rapporteur.None
		}
		if !t.Is(verb, "acl", "xcomp", "advcl", "conj", "ccomp", "obj", "nmod", "obl") {
			break
		}
		verb = t.Head(verb)
	}
	return rapporteur.None
}

// governed is the state that the phrase headed by i is, governs or serves; None
// where it is none.
func (f *finder) governed(i int) int {
	id := f.who(i)
	if id < 0 {
		return rapporteur.None
	}
	who := &f.identities[id]
	switch who.Kind {
	case rapporteur.ActorState:
		return id
	case rapporteur.ActorPerson, rapporteur.ActorGovernment, rapporteur.ActorOffice:
		if !slices.Contains(who.Sectors, "GOV") {
			return rapporteur.None
		}
		if who.Of >= 0 && f.identities[who.Of].Kind == rapporteur.ActorState {
			return who.Of
		}
		if who.Country != "" {
			return f.state(who.Country)
		}
	}
	return rapporteur.None
}
