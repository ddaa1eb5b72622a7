package actor

import (
	"slices"
	"strings"

	"rapporteur"
)

// findPronouns lets pronouns mean what their clusters name.
func (f *finder) findPronouns() {
	for i := range f.t.Tokens {
		if f.t.Tokens[i].UPOS != "PRON" || f.at[i] > 0 {
			continue
		}
		id := f.clusterName(i)
		if who := f.antecedent(i); who >= 0 {
			id = who
		}
		if id < 0 || !f.agrees(i, id) {
			if m := f.clusterMany(i); m != nil && plural(f.t.Lemma(i)) {
				parts := make([]part, len(m.parts))
				for k, p := range m.parts {
					parts[k] = part{p.actor, f.t.Tokens[i].Span}
				}
				f.mentionAll(i, f.t.Tokens[i].Span, parts)
			}
			continue
		}
		f.mention(i, f.t.Tokens[i].Span, id)
	}
}

// governing is the subject of the clause of "his government" at token i, if it
// is one who has a government. None otherwise.
func (f *finder) governing(i int) int {
	noun := f.t.Head(i)
	if noun < 0 || !f.t.Is(i, "nmod:poss") {
		return rapporteur.None
	}
	switch f.t.Lemma(noun) {
	case "government", "cabinet", "administration":
	default:
		return rapporteur.None
	}
	verb := f.t.Head(noun)
	for steps := 0; verb >= 0 && steps < 3 && f.t.Tokens[verb].UPOS != "VERB"; steps++ {
		verb = f.t.Head(verb)
	}
	if verb < 0 {
		return rapporteur.None
	}
	subject := f.t.Child(verb, "nsubj")
	if subject < 0 || subject > i {
		return rapporteur.None
	}
	id := f.who(subject)
	if id < 0 || f.identities[id].Kind != rapporteur.ActorPerson || f.identities[id].class != "head" && f.identities[id].class != "minister" {
		return rapporteur.None
	}
	return id
}

// antecedent is whom "whose" at token i means: the one who stands right before
// it, whose relative clause it begins. None for other words.
func (f *finder) antecedent(i int) int {
	if i == 0 {
		return rapporteur.None
	}
	switch f.t.Lemma(i) {
	case "whose":
	case "his", "her", "their":
		return f.governing(i)
	default:
		return rapporteur.None
	}
	before := i - 1
	if before > 0 && f.t.Word(before) == "," {
		before--
	}
	if id := f.who(before); id >= 0 {
		return id
	}
	up := f.t.Head(i)
	for steps := 0; up >= 0 && steps < 4; steps++ {
		if f.t.Is(up, "acl:relcl") {
			return f.who(f.t.Head(up))
		}
		up = f.t.Head(up)
	}
	return rapporteur.None
}

// findShortened lets "the front" mean the Velm Liberation Front, where coreference
// has found that it does: a word of a body's name, in small letters after an
// article, says the name again.
func (f *finder) findShortened() {
	for i := range f.t.Tokens {
		t := &f.t.Tokens[i]
		if t.XPOS != "NN" || f.at[i] > 0 || i == 0 || !strings.EqualFold(f.t.Word(i-1), "the") {
			continue
		}
		id := f.clusterName(i)
		if id < 0 || f.identities[id].Kind == rapporteur.ActorPerson || f.identities[id].Kind == rapporteur.ActorArmedGroup && t.Lemma == "army" {
			continue // "the army" is that of the state, not the Velm Liberation Army
		}
		if slices.ContainsFunc(f.identities[id].variants, func(v variant) bool {
			return slices.ContainsFunc(strings.Fields(v.text), func(w string) bool { return strings.EqualFold(w, f.t.Word(i)) })
		}) {
			f.mention(i, f.t.SpanOf(i-1, i+1), id)
		}
	}
}

// clusterMany is the mention of several actors that the pronoun at token i
// refers to: the nearest before it in its cluster. Nil where there is none.
func (f *finder) clusterMany(i int) *mention {
	c := f.clusterAt[i]
	if c == 0 {
		return nil
	}
	var found *mention
	for _, m := range f.t.Clusters[c-1].Mentions {
		if m.Head >= 0 && m.Head < i && f.at[m.Head] > 0 && len(f.mentions[f.at[m.Head]-1].parts) > 1 {
			found = &f.mentions[f.at[m.Head]-1]
		}
	}
	return found
}

// agrees reports whether the pronoun at token i may stand for identity id.
func (f *finder) agrees(i, id int) bool {
	who := &f.identities[id]
	person := who.Kind == rapporteur.ActorPerson || who.Kind == rapporteur.ActorOffice && who.described
	switch f.t.Lemma(i) {
	case "he", "him", "his", "himself":
		return (person || who.Kind == rapporteur.ActorPeople || who.Kind == rapporteur.ActorArmedGroup && who.described) && who.gender != 'f'
	case "she", "her", "hers", "herself":
		return (person || who.Kind == rapporteur.ActorPeople) && who.gender != 'm' || who.Kind == rapporteur.ActorState
	case "it", "its", "itself":
		return who.Kind != rapporteur.ActorPerson && who.Kind != rapporteur.ActorPeople
	case "they", "them", "their", "theirs", "themselves":
		return true
	case "who", "which", "that", "whom", "whose":
		return true
	}
	return false
}

func plural(pronoun string) bool {
	switch pronoun {
	case "they", "them", "their", "theirs", "themselves", "we", "us", "our":
		return true
	}
	return false
}
