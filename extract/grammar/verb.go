package grammar

import "rapporteur"

// Verbal reports whether token i heads a clause of its own: a verb, or a
// predicate with a copula.
func (t *Tree) Verbal(i int) bool {
	return t.Tokens[i].UPOS == "VERB" || t.Child(i, "cop") != rapporteur.None
}

// Passive reports whether the clause headed by v is passive, a reduced relative
// included ("captives taken by Hamas").
func (t *Tree) Passive(v int) bool {
	if t.Child(v, "nsubj:pass", "aux:pass", "csubj:pass") != rapporteur.None {
		return true
	}
	return t.Tokens[v].XPOS == "VBN" && t.Is(v, "acl", "amod") && t.Child(v, "aux") == rapporteur.None
}

// Subject is the head of the subject of v: its own, or the one it shares with
// the verb it is coordinated with, is a complement or an adverbial clause of
// ("Israel launched a war … and pushed", "agreed to meet", "saying"). In a
// passive clause it is the grammatical subject, the one acted upon.
func (t *Tree) Subject(v int) int {
	for steps := 0; v >= 0 && steps < 8; steps++ {
		if s := t.Child(v, "nsubj"); s != rapporteur.None {
			return t.relative(s, v)
		}
		head := t.Tokens[v].Head
		if head < 0 {
			return rapporteur.None
		}
		switch t.Relation(v) {
		case "conj":
			if !t.Verbal(head) {
				return rapporteur.None
			}
			v = head
		case "xcomp":
			// Object control: "urged Israel to stop", "saw troops leave".
			if o := t.Child(head, "obj", "iobj"); o != rapporteur.None && o < v && !subjectControl[t.Lemma(head)] {
				return o
			}
			v = head
		case "advcl", "parataxis":
			if t.Tokens[v].XPOS != "VBG" && t.Tokens[v].XPOS != "VB" && t.Tokens[v].XPOS != "VBN" {
				return rapporteur.None
			}
			v = head
		case "acl":
			if t.Child(v, "mark") != rapporteur.None && t.Nominal(head) {
				// "Arden's aim of sending troops", "Arden's decision to leave"
				return t.Child(head, "nmod:poss")
			}
			if t.Nominal(head) && (t.Tokens[v].XPOS == "VBG" || t.Tokens[v].XPOS == "VBN") {
				return head // "troops guarding the bridge"
			}
			return rapporteur.None
		default:
			return rapporteur.None
		}
	}
	return rapporteur.None
}

// subjectControl are verbs whose object is not the subject of the infinitive
// that follows ("promised Israel to stop").
var subjectControl = map[string]bool{"promise": true, "use": true, "take": true}

// relative puts the noun in the place of the relative pronoun that stands for it.
func (t *Tree) relative(s, v int) int {
	switch t.Lemma(s) {
	case "who", "which", "that", "whom":
		if t.Is(v, "acl:relcl") && t.Tokens[v].Head >= 0 {
			return t.Tokens[v].Head
		}
	}
	return s
}

// Agent is the head of the by-phrase of a passive v, or None.
func (t *Tree) Agent(v int) int {
	if c := t.Child(v, "obl:agent"); c != rapporteur.None {
		return c
	}
	for _, c := range t.ChildrenBy(v, "obl") {
		if t.Preposition(c) == "by" {
			return c
		}
	}
	return rapporteur.None
}

// Negated reports whether the clause or phrase headed by i is negated where it
// stands: "did not agree", "never met", "no talks", "neither side".
func (t *Tree) Negated(i int) bool {
	for _, c := range t.Children(i) {
		switch t.Lemma(int(c)) {
		case "not", "n't", "never", "no", "neither", "nor", "without", "hardly", "nobody", "none":
			if t.Is(int(c), "advmod", "det", "cc", "mark", "case", "nsubj") {
				return true
			}
		}
	}
	return false
}
