package figure

import "rapporteur/knowledge/plover"

// real reports whether the report asserts what token i tells, a verb, a
// participle or a noun: not denied, not to come, not only possible or wished
// for. The words that decide are those of knowledge/plover/governors.tsv.
func (f *finder) real(i int) bool {
	t := f.t
	if t.Tokens[i].UPOS != "VERB" && i-2 >= f.first && f.is(i-1, "to") {
		return carries(plover.EffectOf(f.word(i-2), "to-do")) // a verb that the tagger did not know
	}
	for steps := 0; i >= f.first && i < f.end && steps < 8; steps++ {
		if t.Verbal(i) || t.Tokens[i].UPOS == "ADJ" {
			next, ok := f.realVerb(i)
			if !ok {
				return false
			}
			i = next
			continue
		}
		next, ok := f.realNoun(i)
		if !ok {
			return false
		}
		i = next
	}
	return true
}

// realVerb is the word whose reality that of the clause of v hangs on, or none;
// false where the clause itself, or what governs it, makes it unreal.
func (f *finder) realVerb(v int) (int, bool) {
	t := f.t
	perfect, to := false, false
	for _, k := range t.Children(v) {
		k := int(k)
		switch t.Lemma(k) {
		case "would", "could", "may", "might", "will", "shall", "should", "must", "can", "'ll", "wo", "ca":
			if t.Is(k, "aux") {
				return none, false
			}
		case "not", "n't", "never", "hardly", "nobody", "neither":
			return none, false
		case "if", "unless", "lest", "whether":
			if t.Is(k, "mark") {
				return none, false
			}
		case "have":
			perfect = perfect || t.Is(k, "aux")
		case "to":
			to = to || t.Is(k, "mark")
		}
	}
	h := t.Head(v)
	if h < f.first {
		return none, true
	}
	switch t.Relation(v) {
	case "xcomp", "ccomp", "advcl", "acl", "csubj":
		switch {
		case to && !perfect:
			if t.Relation(v) == "advcl" || !carries(plover.EffectOf(f.word(h), "to-do")) {
				return none, false
			}
			return h, true
		case t.Relation(v) == "ccomp":
			switch plover.EffectOf(f.word(h), "that") {
			case "deny", "doubt", "prevent", "fail", "demand", "plan", "threaten":
				return none, false
			}
			return none, true
		case t.Relation(v) == "advcl" && t.Tokens[v].XPOS == "VBG" && t.Child(v, "mark") < 0:
			return h, true // "could attack, killing 12"
		case t.Relation(v) == "xcomp" && t.Tokens[v].XPOS == "VBG" && plover.EffectOf(f.word(h), "that") == "deny":
			return none, false // "denied killing 12"
		case t.Relation(v) == "xcomp" && t.Tokens[h].UPOS == "VERB":
			// "want 400 fighters released"
			return h, carries(plover.EffectOf(f.word(h), "to-do"))
		}
	case "conj":
		// "would kill 12 and wound 30"
		if x := t.Tokens[v].XPOS; x == "VB" || x == "VBG" {
			return h, true
		}
	}
	return none, true
}

// wished reports whether the participle v stands with the object of a verb of
// wishing or planning: "want 400 fighters released".
func (f *finder) wished(v int) bool {
	if !f.t.Is(v, "acl", "xcomp") {
		return false
	}
	h := f.t.Head(v)
	if h >= f.first && h < f.end && f.t.Nominal(h) {
		h = f.t.Head(h)
	}
	return h >= f.first && h < f.end && !carries(plover.EffectOf(f.word(h), "to-do"))
}

// carries reports whether the effect of a governor leaves what it governs an
// assertion.
func carries(effect string) bool {
	switch effect {
	case "", "do", "suffer", "continue", "end":
		return true
	}
	return false
}

// realNoun is realVerb for an event told by a noun: "the release of 12".
func (f *finder) realNoun(n int) (int, bool) {
	t := f.t
	h := t.Head(n)
	if h < f.first {
		return none, true
	}
	slot := ""
	switch t.Relation(n) {
	case "conj", "appos":
		return h, true
	case "obj", "iobj":
		slot = "obj"
	case "nsubj":
		slot = "subj"
		if t.Tokens[n].Deprel == "nsubj:pass" {
			slot = "obj"
		}
	case "obl", "nmod":
		slot = t.Preposition(n)
	default:
		return none, true
	}
	effect := plover.EffectOf(f.word(h), slot)
	if effect == "" && slot == "to" {
		effect = plover.EffectOf(f.word(h), "to-do") // "agreed to the release of"
	}
	switch effect {
	case "plan", "threaten", "demand", "deny", "doubt", "prevent", "fail", "topic":
		return none, false
	case "":
		if slot != "obj" && slot != "subj" || !t.Verbal(h) {
			return none, true
		}
	}
	return h, true
}

// hypothetical reports whether a modal or a negation stands among tokens [a, b).
func (f *finder) hypothetical(a, b int) bool {
	for i := a; i < b; i++ {
		switch f.lower(i) {
		case "would", "could", "may", "might", "will", "shall", "should", "must", "can", "not", "n't", "never", "'ll":
			return true
		}
	}
	return false
}
