package event

import (
	"slices"
	"strings"

	"rapporteur/knowledge/plover"
)

// subject is the grammatical subject of v, its own or shared, with pronouns of
// relative clauses resolved.
func (f *finder) subject(v int) int { return f.subjectWithin(v, 8) }

func (f *finder) subjectWithin(v, steps int) int {
	t := f.t
	if steps == 0 || v < 0 {
		return none
	}
	if s := f.beside(v); s >= 0 {
		return s
	}
	if s := t.Child(v, "nsubj", "csubj"); s >= 0 {
		if t.Is(s, "csubj") {
			return none
		}
		if f.dated(s) {
			return f.beforeDate(s)
		}
		if other := f.secondSubject(s, v); other >= 0 {
			return other
		}
		if o := f.t.Child(s, "obj"); o > s && f.office(s) {
			return o
		}
		return f.antecedent(s, v)
	}
	head := t.Head(v)
	if head < 0 {
		return f.before(v)
	}
	tag := t.Tokens[v].XPOS
	switch t.Relation(v) {
	case "conj":
		if !t.Verbal(head) && t.Tokens[head].UPOS != "AUX" {
			return f.before(v)
		}
		if s := f.toldOf(head, v); s >= 0 {
			return s
		}
		return f.subjectWithin(head, steps-1)
	case "xcomp":
		if f.ownOrder(head) {
			return f.subjectWithin(head, steps-1) // "ordered its soldiers to withdraw"
		}
		if o := f.controller(head, v); o >= 0 {
			return o
		}
		return f.subjectWithin(head, steps-1)
	case "advcl", "parataxis", "ccomp":
		if up := t.Head(head); t.Is(v, "ccomp") && tag == "VB" && t.Child(v, "aux") >= 0 && t.Tokens[head].Deprel == "acl:relcl" && up >= 0 {
			return up // "a plan that the opposition said would ruin the country"
		}
		if tag != "VBG" && tag != "VB" && tag != "VBN" {
			if s := f.reduced(head, v); s >= 0 {
				return s
			}
			return f.before(v)
		}
		if k := t.Child(v, "case"); tag == "VBG" && k >= 0 && t.Lemma(k) == "with" {
			if s := t.Child(v, "compound"); s > k && t.Tokens[s].UPOS == "PROPN" {
				return s // "With Arden mediating, …"
			}
		}
		if t.Nominal(head) && !t.Verbal(head) {
			return head
		}
		if m := t.Child(v, "mark"); m >= 0 {
			switch t.Lemma(m) {
			case "of", "for", "from", "into":
				switch t.Lemma(head) {
				case "betray", "anger", "offend", "insult", "humiliate", "disappoint", "provoke", "alarm", "hurt":
					if a := f.agent(head); a >= 0 {
						return a // "felt betrayed by Velm for attacking"
					}
				}
				// "accused Velm of shelling", "was thanked for hosting": the object does it.
				if o := t.Child(head, "obj", "nsubj:pass"); o >= 0 {
					return f.antecedent(o, head)
				}
			case "to":
				if o := f.controller(head, v); o >= 0 {
					return o
				}
			}
		}
		return f.subjectWithin(head, steps-1)
	case "acl":
		if !t.Nominal(head) {
			if t.Verbal(head) && tag == "VBG" && t.Child(v, "mark") < 0 {
				return f.subjectWithin(head, steps-1) // "denies supporting"
			}
			return none
		}
		if tag == "VB" {
			return f.planner(head, steps-1)
		}
		if m := t.Child(v, "mark"); m >= 0 && tag == "VBG" && m < v {
			if t.Is(head, "obj", "iobj") && t.Tokens[head].UPOS != "PRON" && f.somebody(head, false) {
				return head // "accused the rebels of breaking the truce"
			}
			if owner := t.Child(head, "nmod:poss"); owner >= 0 {
				return owner // "Arden's aim of sending troops"
			}
			if t.Is(head, "nsubj", "nsubj:pass") {
				return none // "the process of disarming the rebels drags on"
			}
			// "said in a statement after meeting": of the clause, not the statement.
			if up := t.Head(head); up >= 0 && t.Verbal(up) {
				if l := t.Lemma(head); (l == "process" || l == "course") && f.passive(up) {
					return f.agent(up) // "a guard was shot in the process of taking the hostages"
				}
				return f.subjectWithin(up, steps-1)
			}
		}
		if t.Tokens[v].Deprel == "acl" && tag == "VBG" && t.Is(head, "obj") && (f.alike(head, v) || f.isOf(document, head)) && !f.somebody(head, false) {
			// "issued a statement welcoming the talks", "launched an attack killing two".
			if up := t.Head(head); up >= 0 && t.Tokens[up].UPOS == "VERB" && !f.passive(up) {
				return f.subjectWithin(up, steps-1)
			}
		}
		if f.stranded(v) {
			return f.before(v)
		}
		return head // "troops guarding the bridge"
	case "dep", "root", "appos", "list":
		return f.before(v)
	}
	return none
}

// toldOf is the subject of what verb head says where v is coordinated with head and goes on with
// what is said: "police said the gunmen fled and later shot a farmer"; none where it does not.
func (f *finder) toldOf(head, v int) int {
	c := f.t.Child(head, "ccomp")
	if f.t.Lemma(head) != "say" || c < head || c > v || f.hasComma(head, v) || f.t.Tokens[v].XPOS != f.t.Tokens[c].XPOS {
		return none
	}
	return f.t.Child(c, "nsubj")
}

// reduced is the subject of the participle head that the tree took for the main verb
// before the finite verb v: "Gunmen believed to be rebels attacked"; or none.
func (f *finder) reduced(head, v int) int {
	t := f.t
	if head > v || t.Child(v, "mark") >= 0 || t.Tokens[v].XPOS != "VBD" || f.hasComma(head, v) || t.Child(head, "aux", "obj") >= 0 {
		return none
	}
	switch t.Lemma(head) {
	case "believe", "suspect", "think", "know", "say", "allege", "affiliate", "link", "ally":
		if s := t.Child(head, "nsubj"); s >= 0 && s < head && t.Child(head, "xcomp", "obl") > head {
			return s
		}
	}
	return none
}

// office reports whether participle s only says how somebody holds his office: "Velm's
// incoming president Aster Vale", with the participle taken for a verb.
func (f *finder) office(s int) bool {
	if f.t.Tokens[s].XPOS != "VBG" {
		return false
	}
	switch strings.ToLower(f.t.Word(s)) {
	case "incoming", "outgoing", "acting", "sitting", "ruling", "visiting", "departing":
		return true
	}
	return false
}

// alike reports whether noun n tells of an event of a type that verb v may tell of,
// too: "attack" and "killing", but not "sanctions" and "targeting".
func (f *finder) alike(n, v int) bool {
	if !f.eventful(n) {
		return false
	}
	kind := f.typeOf(n)
	switch kind {
	case "ASSAULT", "COERCE", "MOBILIZE", "PROTEST":
	default:
		return false
	}
	return slices.ContainsFunc(plover.VerbsOf(f.lemma(v)), func(r *plover.Row) bool { return r.Type == kind })
}

// beside is the noun phrase right before the finite verb v that the tree hangs on
// something else because it took the conjunction before it for a preposition:
// "after Arden imposed sanctions".
func (f *finder) beside(v int) int {
	t := f.t
	switch t.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP", "VBN":
	default:
		return none
	}
	i := v - 1
	for i >= 0 && (t.Tokens[i].UPOS == "AUX" || t.Tokens[i].UPOS == "ADV") && t.Head(i) == v {
		i--
	}
	if i < 0 || t.SentenceOf(i) != t.SentenceOf(v) || !t.Nominal(i) || i == v-1 && t.Tokens[v].XPOS == "VBN" {
		return none
	}
	n := i
	for t.Is(n, "flat", "compound", "conj") && t.Head(n) >= 0 && t.Head(n) < n {
		n = t.Head(n)
	}
	if t.Head(n) == v || t.Head(n) > v {
		return none
	}
	switch f.preposition(n) {
	case "after", "before", "since", "as", "until", "while", "than":
		if t.Is(n, "obl", "nmod") {
			return n
		}
	}
	return none
}

// beforeDate is who stands right before a date that the tree took for the subject:
// "Aster Vale this week demanded".
func (f *finder) beforeDate(s int) int {
	first, _ := f.t.Phrase(s)
	if i := first - 1; i >= 0 && f.t.SentenceOf(i) == f.t.SentenceOf(s) && f.t.Nominal(i) {
		return i
	}
	return s
}

// controller is the object of head that does what the infinitive v says:
// "urged Israel to stop", "called on Israel to stop".
func (f *finder) controller(head, v int) int {
	t := f.t
	if t.Passive(head) {
		return none // "was urged to stop": the subject
	}
	switch t.Lemma(head) {
	case "promise", "use", "take", "vow", "pledge", "threaten":
		return none
	}
	if o := t.Child(head, "obj", "iobj"); o >= 0 && o < v {
		return f.antecedent(o, head)
	}
	switch t.Lemma(head) {
	case "call", "appeal", "press", "push", "plead":
		for _, k := range t.ChildrenBy(head, "obl") {
			if k > head && k < v {
				return k
			}
		}
	}
	return none
}

// planner is who would do what the infinitive after noun n says: its possessor,
// or the subject of the verb that n is the object of ("announced plans to send").
func (f *finder) planner(n, steps int) int {
	t := f.t
	if p := t.Child(n, "nmod:poss"); p >= 0 {
		return p
	}
	for _, k := range t.ChildrenBy(n, "nmod") {
		if p := f.preposition(k); (p == "of" || p == "by" || p == "from") && f.somebody(k, false) {
			return k // "welcomed the decision of Arden to send"
		}
	}
	if h := t.Head(n); h >= 0 && t.Is(n, "obj", "obl", "nsubj:pass") && t.Verbal(h) {
		if f.passive(h) {
			return f.agent(h)
		}
		return f.subjectWithin(h, steps)
	}
	return f.modifierActor(n)
}

// before is the subject of a finite verb that the tree gives none: the nearest
// noun phrase before it that stands alone at the same level, with no other verb
// between. Trees of long sentences lose subjects; the order of words does not.
func (f *finder) before(v int) int {
	t := f.t
	switch t.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP", "VBN":
	default:
		return none
	}
	s := t.Sentences[t.SentenceOf(v)]
	for i, steps := v-1, 0; i >= s.First && steps < 12; i, steps = i-1, steps+1 {
		switch t.Tokens[i].UPOS {
		case "VERB":
			if i < v-1 && t.Is(i, "amod", "acl") {
				continue
			}
			return none
		case "SCONJ", "CCONJ":
			return none
		case "PUNCT":
			if i = f.beforeAside(i); i < 0 {
				return none
			}
		case "NOUN", "PROPN", "PRON":
			top := i
			for steps := 0; steps < 8; steps++ { // the bound is for trees that are none
				h := t.Head(top)
				if h < s.First || h >= v || !t.Nominal(h) {
					break
				}
				top = h
			}
			if t.Child(top, "case") >= 0 {
				i = min(i, top)
				continue
			}
			return top
		}
	}
	return none
}

// beforeAside is the comma that opens the relative clause that comma i closes
// ("Arden, whose envoys have met, agreed"), or none.
func (f *finder) beforeAside(i int) int {
	first := f.t.Sentences[f.t.SentenceOf(i)].First
	if f.t.Word(i) != "," {
		return none
	}
	for j := i - 1; j > first; j-- {
		if f.t.Word(j) == "," {
			if x := f.t.Tokens[j+1].XPOS; x == "WP" || x == "WP$" || x == "WDT" || x == "WRB" {
				return j
			}
			return none
		}
	}
	return none
}
