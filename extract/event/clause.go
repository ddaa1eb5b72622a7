package event

import (
	"rapporteur"
	"rapporteur/knowledge/plover"
)

const none = rapporteur.None

// A clause is who does what in the clause of a verb, whatever its voice: in
// "sanctions were imposed by Arden" the subject is Arden and the object the
// sanctions.
type clause struct {
	head    int
	passive bool
	subject int    // who does it, or none
	objects [2]int // indirect before direct; none where there is none
}

// clauseOf reads the clause of verb v.
func (f *finder) clauseOf(v int) clause {
	if c, ok := f.beheaded(v); ok {
		return c
	}
	if n := f.apposed(v); n >= 0 {
		return clause{head: v, passive: true, subject: f.agent(v), objects: [2]int{n, none}}
	}
	if f.passive(v) {
		return f.passiveClause(v)
	}
	return f.activeClause(v)
}

// apposed is the noun before the comma that participle v says more of, where the
// tree took v for a verb of its own: "under the deal, reached on Monday, …"; or none.
func (f *finder) apposed(v int) int {
	t := f.t
	if x := t.Tokens[v].XPOS; x != "VBD" && x != "VBN" || v-2 < t.Sentences[t.SentenceOf(v)].First || t.Word(v-1) != "," {
		return none
	}
	n := v - 2
	if t.Tokens[n].UPOS != "NOUN" || t.Head(v) == n || v+1 >= t.Sentences[t.SentenceOf(v)].End || t.Child(v, "nsubj", "nsubj:pass", "aux", "cc") >= 0 {
		return none
	}
	if t.Is(v, "conj") || t.Child(v, "xcomp") >= 0 {
		return none
	}
	if c := t.Child(v, "ccomp"); c >= 0 {
		// The main clause may hang on it: "…, reached on Monday, fighting will stop".
		if first, _ := t.Phrase(c); first <= v || t.Word(first-1) != "," || t.Child(c, "nsubj", "nsubj:pass", "csubj") < 0 {
			return none
		}
	}
	switch t.Lemma(v + 1) {
	case "by", "in", "on", "between", "after", "last", "during", "late", "early":
		return n
	}
	if f.dated(v + 1) {
		return n
	}
	return none
}

// beheaded is the clause of a past tense that the tree took for a participle of its
// subject, so that the sentence has no verb: "The army released ten sailors."
func (f *finder) beheaded(v int) (clause, bool) {
	t := f.t
	h := t.Head(v)
	if t.Tokens[v].XPOS != "VBN" || !t.Is(v, "acl") || h < 0 || t.Head(h) >= 0 || t.Child(v, "obj", "aux", "obl:agent") >= 0 || v-h > 2 {
		return clause{}, false
	}
	s := t.Sentences[t.SentenceOf(v)]
	object := none
	for i := s.First; i < s.End; i++ {
		switch t.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return clause{}, false
		}
		if i > v && object < 0 && t.Nominal(i) && t.Child(i, "case") < 0 && (t.Head(i) == h || t.Head(i) == v) {
			object = i
		}
	}
	if object < 0 || t.Tokens[v+1].UPOS == "ADP" && t.Tokens[v+1].XPOS == "IN" && t.Head(v+1) == object {
		return clause{}, false
	}
	return clause{head: v, subject: h, objects: [2]int{object, none}}, true
}

func (f *finder) activeClause(v int) clause {
	c := clause{head: v, subject: f.subject(v), objects: [2]int{none, none}}
	i := 0
	for _, k := range f.t.Children(v) {
		k := int(k)
		if i == 1 && c.objects[0] < k && f.besideOf(c.objects[0]) == k {
			continue
		}
		if i < 2 && (f.t.Is(k, "iobj", "obj") && f.t.Tokens[k].UPOS != "PUNCT" || f.named(k, v)) {
			if f.eachOther(k) {
				continue
			}
			if w := f.followed(k, v); w >= 0 {
				k = w
			}
			if f.dated(k) && !(i == 1 && f.t.Lemma(v) == "give") {
				if k = f.beforeDay(k); k < 0 {
					continue
				}
			}
			c.objects[i] = f.antecedent(k, v)
			i++
		}
	}
	if i == 0 {
		c.objects[0] = f.gap(v)
		if c.objects[0] < 0 {
			c.objects[0] = f.garden(v)
		}
	}
	if i == 1 {
		// "granted two reporters a pardon", read as one noun phrase
		if k := f.t.Child(c.objects[0], "nmod:unmarked"); k > c.objects[0] && !f.dated(k) && f.t.Tokens[k].UPOS == "NOUN" {
			c.objects[1] = k
		}
	}
	if i == 1 && f.t.Lemma(v) == "give" {
		if k := f.t.Child(v, "obl:unmarked"); k > c.objects[0] {
			c.objects[1] = k // "gave the rebels two days to leave"
		}
	}
	if c.objects[0] >= 0 && c.objects[0] == c.subject {
		c.objects[0] = none
	}
	if g := f.finding(v); g >= 0 {
		if c.objects[0] < 0 || c.objects[0] == g {
			c.objects[0] = f.t.Child(g, "nsubj")
		}
		if c.objects[0] < 0 && (f.t.Nominal(g-1) || f.t.Child(g, "det") >= 0) {
			c.objects[0] = g - 1 // "found the mayor guilty", read as one noun phrase
		}
		c.objects[1] = g
	}
	return c
}

func (f *finder) passiveClause(v int) clause {
	c := clause{head: v, passive: true, subject: f.agent(v), objects: [2]int{none, none}}
	c.objects[0] = f.subject(v)
	if o := f.t.Child(v, "obj"); o >= 0 {
		c.objects[1] = o // "was denied entry"
	} else {
		c.objects[1] = f.finding(v)
	}
	if c.objects[0] == c.subject {
		c.objects[0] = none
	}
	return c
}

// talkedOf is the noun of talks, before those who take part, that the participle v after a
// comma says came to a halt, whatever the tree hung it on: "talks between Arden and the
// rebels, suspended in March, …"; none elsewhere.
func (f *finder) talkedOf(v int) int {
	t := f.t
	h := t.Head(v)
	if h < 0 || v < 2 || t.Tokens[v].XPOS != "VBN" || t.Word(v-1) != "," || !t.Is(v, "acl") || h > v {
		return none
	}
	switch plover.EffectOf(f.word(v), "obj") {
	case "end", "prevent", "fail":
	default:
		return none
	}
	for steps := 0; h >= 0 && steps < 4; steps++ {
		if f.isOf(talking, h) && f.t.Tokens[h].UPOS == "NOUN" {
			return h
		}
		if t.Is(h, "nmod") {
			if p := f.preposition(h); p != "between" && p != "with" {
				break
			}
		} else if !t.Is(h, "conj") {
			break
		}
		h = t.Head(h)
	}
	return none
}

// stateClause is the clause of a participle that says what its subject is.
func (f *finder) stateClause(v int) clause {
	return clause{head: v, subject: f.subject(v), objects: [2]int{none, none}}
}

// passive reports whether v is passive. A participle after a noun with an
// object of its own ("rebels attacked the town", read as a modifier) is a past
// tense that the tagger took for a participle.
func (f *finder) passive(v int) bool {
	t := f.t
	if t.Child(v, "aux:pass") >= 0 {
		return true
	}
	if t.Child(v, "nsubj:pass", "csubj:pass") >= 0 && (t.Child(v, "aux") >= 0 || t.Is(v, "conj") || t.Child(v, "obj", "xcomp", "ccomp") < 0) {
		return true // without an auxiliary and with an object it is a past tense
	}
	if t.Tokens[v].XPOS != "VBN" {
		return false
	}
	if s := t.Child(v, "nsubj"); s >= 0 && s < v && t.Child(s, "case") >= 0 && t.Child(v, "aux") < 0 {
		return true // "despite a truce signed in January": no subject has a preposition
	}
	if t.Child(v, "aux", "nsubj") >= 0 {
		return false
	}
	switch {
	case t.Is(v, "acl", "amod", "advcl"):
		return t.Child(v, "obj") < 0
	case t.Is(v, "conj") && t.Head(v) >= 0 && t.Tokens[t.Head(v)].UPOS == "VERB":
		return f.passive(t.Head(v))
	case t.Is(v, "xcomp"):
		return t.Child(v, "obj") < 0
	}
	return false
}

// preterite reports whether v is in the simple past. A participle with a subject and
// no auxiliary is one that the tagger mistook: "he also offered".
func (f *finder) preterite(v int) bool {
	switch f.t.Tokens[v].XPOS {
	case "VBD":
		return true
	case "VBN":
		s := f.t.Child(v, "nsubj")
		return s >= 0 && s < v && f.t.Tokens[s].Deprel == "nsubj" && f.t.Child(s, "case") < 0 && f.t.Child(v, "aux", "cop") < 0
	}
	return false
}

// agent is the head of the by-phrase of a passive v, or none.
func (f *finder) agent(v int) int {
	if c := f.t.Child(v, "obl:agent"); c >= 0 {
		return c
	}
	for _, k := range f.t.ChildrenBy(v, "obl") {
		if f.t.Preposition(k) == "by" && f.t.Tokens[k].UPOS != "NUM" && !f.dated(k) {
			return k
		}
	}
	if f.passive(v) {
		for _, k := range f.t.ChildrenBy(v, "obl", "xcomp") {
			if f.t.Preposition(k) != "as" && !f.t.Is(k, "xcomp") && !f.isOf(document, k) || f.eventful(k) {
				continue
			}
			for _, by := range f.t.ChildrenBy(k, "nmod") {
				if by > k && f.t.Preposition(by) == "by" && !f.dated(by) && f.somebody(by, true) {
					return by // "was recognized as president by Velm", hung on the president
				}
			}
		}
	}
	return none
}
