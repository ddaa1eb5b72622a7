package event

import (
	"strings"

	"rapporteur/knowledge/plover"
)

// fateOfNoun is the fate of the event that noun n names.
func (f *finder) fateOfNoun(n int, lasting bool) fate {
	if k := f.t.Child(n, "mark"); k >= 0 && k < n && !f.t.Verbal(n) {
		switch f.t.Lemma(k) {
		case "whether", "if", "unless":
			return unreal // "whether Arden attacks or not", with the verb taken for a noun
		}
	}
	out := f.nounAbove(n, 0)
	if lasting && out == unreal && !f.negativeNoun(n) && !f.swallowed(n) && !f.denies(n) && !f.toBegin(n) {
		out = real // what goes on is there, though it is only spoken about
	}
	for _, k := range f.t.Children(n) {
		k := int(k)
		if k > n {
			break
		}
		if f.t.Is(k, "amod", "nmod", "compound", "det") {
			e, ok := effects[plover.EffectOf(f.word(k), "mod")]
			if !ok {
				e, ok = effects[plover.EffectOf(strings.ToLower(f.t.Word(k)), "mod")] // "planned"
			}
			if ok {
				if e == planned && out == real && f.carriedOut(n) {
					continue // "further talks were held"
				}
				out = both(e, out)
				if e == ongoing && out == real {
					out = ongoing
				}
			}
		}
	}
	if out == real && lasting && !f.over(n) && !f.ended(n) && !f.expired(n) {
		out = ongoing
	}
	return out
}

// toBegin reports whether noun n names what is only asked for or meant to begin: "called on Velm
// to impose sanctions".
func (f *finder) toBegin(n int) bool {
	v := f.t.Head(n)
	if v < 0 || !f.t.Is(n, "obj") || !f.infinitive(v) {
		return false
	}
	switch f.t.Lemma(v) {
	case "impose", "introduce", "adopt", "levy", "slap", "launch", "begin", "start", "declare", "wage", "resume", "reimpose", "stage":
		return true
	}
	return false
}

// denies reports whether the verb that noun n is subject or object of is negated.
func (f *finder) denies(n int) bool {
	h := f.t.Head(n)
	return h >= 0 && f.t.Verbal(h) && f.t.Is(n, "obj", "nsubj", "csubj") && (f.negated(h) || f.fellShort(h))
}

// carriedOut reports whether a verb of the past carries what noun n names: "held
// talks", "talks went on".
func (f *finder) carriedOut(n int) bool {
	h := f.t.Head(n)
	if h < 0 || !f.t.Is(n, "obj", "nsubj", "nsubj:pass") || !f.past(h) {
		return false
	}
	slot := "obj"
	if f.t.Is(n, "nsubj") && !f.passive(h) {
		slot = "subj"
	}
	e := plover.EffectOf(f.word(h), slot)
	return e == "do" || e == "continue" || e == "over"
}

// expired reports whether the verb that noun n is the subject of says that what n names
// has come to its end: "the siege lasted two years".
func (f *finder) expired(n int) bool {
	if h := f.t.Head(n); h >= 0 && f.t.Is(n, "nmod") && f.preposition(n) == "of" && f.transparent(h) {
		n = h // "three days of fighting ended"
	}
	h := f.t.Head(n)
	return h >= 0 && f.t.Is(n, "nsubj") && f.preterite(h) && plover.EffectOf(f.word(h), "subj") == "over"
}

// contingent reports whether noun n is only a case that is thought of: "in the event of an
// attack", "in case of an attack".
func (f *finder) contingent(n int) bool {
	switch f.preposition(n) {
	case "in_case_of", "in_event_of", "in_the_event_of":
		return true
	case "in_of":
		k := f.t.Child(n, "case") + 1
		return f.t.Lemma(k) == "case" || f.t.Lemma(k) == "event"
	case "of":
		h := f.t.Head(n)
		if h < 0 || f.preposition(h) != "in" {
			return false
		}
		return f.t.Lemma(h) == "event" || f.t.Lemma(h) == "case" && f.t.Child(h, "det") < 0
	}
	return false
}

// permits reports whether infinitive v only makes what it is of possible: "agreed to allow the
// arrest of the officers".
func (f *finder) permits(v int) bool {
	switch f.t.Lemma(v) {
	case "allow", "permit", "enable", "facilitate", "ensure", "authorize", "authorise", "secure", "prepare":
		return f.infinitive(v)
	}
	return false
}

// ended reports whether the verb above noun n says that it ends what n names.
func (f *finder) ended(n int) bool {
	h := f.t.Head(n)
	return h >= 0 && f.t.Is(n, "obj", "nsubj:pass") && plover.EffectOf(f.word(h), "obj") == "end"
}

// over reports whether what lasts is told to lie behind: "after a week of fighting".
func (f *finder) over(n int) bool {
	for steps := 0; n >= 0 && steps < 3; steps++ {
		switch f.preposition(n) {
		case "after", "following":
			return true
		}
		if !f.t.Is(n, "nmod") {
			return false
		}
		n = f.t.Head(n)
	}
	return false
}

// definite reports whether noun n is known to both: "the attack", "its siege",
// "Arden's offer".
func (f *finder) definite(n int) bool {
	if f.t.Child(n, "nmod:poss") >= 0 {
		return true
	}
	if d := f.t.Child(n, "det"); d >= 0 {
		switch f.t.Lemma(d) {
		case "the", "this", "that", "these", "those", "both":
			return true
		}
	}
	return false
}

// nounAbove is the fate that what governs noun n gives what it names.
func (f *finder) nounAbove(n, steps int) fate {
	t := f.t
	if steps > 7 {
		return real
	}
	if f.negativeNoun(n) || f.swallowed(n) {
		return unreal
	}
	h := t.Head(n)
	if h < 0 {
		return real
	}
	slot := ""
	switch t.Relation(n) {
	case "conj", "appos":
		return f.nounAbove(h, steps+1)
	case "obj", "iobj", "xcomp":
		slot = "obj"
		if f.passive(h) {
			slot = "subj" // "was denied entry"
		}
	case "nsubj", "csubj":
		slot = "subj"
		if t.Tokens[n].Deprel == "nsubj:pass" || f.passive(h) {
			slot = "obj"
		}
	case "obl", "nmod":
		if f.contingent(n) {
			return unreal
		}
		if slot := f.preposition(n); !t.Verbal(h) && (slot == "of" || slot == "about") && f.isOf(claimed, h) && f.rejects(h) {
			return denied // "dismissed reports of secret talks"
		}
		if !t.Verbal(h) && f.negativeNoun(h) {
			return unreal // "no reports of clashes"
		}
		slot = f.preposition(n)
		if slot == "" {
			slot = "mod"
		}
	case "compound":
		slot = "compound"
	default:
		if t.Verbal(n) {
			return f.above(n, steps)
		}
		return real
	}
	name := plover.EffectOf(f.word(h), slot)
	effect, known := effects[name]
	switch {
	case known:
		if f.t.Verbal(h) && f.negated(h) {
			switch {
			case effect == unreal:
				return hypothetical
			case effect >= ongoing && effect < denied:
				return unreal // "the fighting has not resumed"
			}
		}
		if t.Verbal(h) {
			return both(effect, f.whole(h, steps))
		}
		return both(effect, f.nounAbove(h, steps+1))
	case name == "end":
		if f.counterfactual(h) {
			return unreal // "would have stopped its attacks"
		}
		if outer := f.whole(h, steps); outer != real {
			return ongoing
		}
		return real
	case name != "" && slot == "obj" && t.Lemma(h) == "order" && !f.definite(n) && !f.negated(h):
		return both(planned, f.whole(h, steps)) // who orders raids has not raided yet
	case name != "":
		// The governor does nothing but carry the event: "held talks", "talks begin".
		if f.negated(h) {
			return unreal
		}
		if t.Verbal(h) {
			return f.whole(h, steps)
		}
		return f.nounAbove(h, steps+1)
	}
	switch slot {
	case "without", "instead_of", "rather_than":
		return unreal
	case "ahead_of", "pending", "until":
		return planned
	case "before":
		if t.Verbal(h) {
			if own, _ := f.modality(h); own > ongoing {
				return planned
			}
		}
		return real
	}
	if slot == "of" && f.transparent(h) {
		return f.nounAbove(h, steps+1)
	}
	if !t.Verbal(h) {
		return real
	}
	if slot == "for" {
		return f.whole(h, steps) // "will travel there for talks"
	}
	if slot == "in" && (t.Lemma(h) == "take" || t.Lemma(h) == "participate" || t.Lemma(h) == "engage") {
		return f.whole(h, steps) // "refused to take part in a new round"
	}
	if slot == "obj" || slot == "subj" {
		if f.definite(n) && !(slot == "obj" && f.permits(h)) {
			return real
		}
		if f.negated(h) {
			return unreal
		}
		return f.whole(h, steps)
	}
	return real
}
