package event

import (
	"rapporteur"
	"rapporteur/knowledge/plover"
)

// A fate is what a report says of the reality of something it tells of.
type fate uint8

const (
	real         fate = iota // it was, or is done by saying it
	ongoing                  // it goes on
	planned                  // it is to come
	threatened               // somebody threatens it
	demanded                 // somebody asks for it
	denied                   // somebody says that it was not
	hypothetical             // it may be, or may have been
	unreal                   // it is not, or only spoken of: no event
)

// effects are the fates that governors.tsv gives, by its names.
var effects = map[string]fate{
	"plan": planned, "demand": demanded, "threaten": threatened, "deny": denied, "doubt": hypothetical, "prevent": unreal,
	"topic": unreal, "fail": unreal, "continue": ongoing,
}

var statusOf = [...]string{
	real: rapporteur.StatusHappened, ongoing: rapporteur.StatusOngoing, planned: rapporteur.StatusPlanned, threatened: rapporteur.StatusThreatened,
	demanded: rapporteur.StatusDemanded, denied: rapporteur.StatusDenied, hypothetical: rapporteur.StatusHypothetical,
}

// both is the fate of what has fate inner within something of fate outer: the
// farther from reality.
func both(inner, outer fate) fate {
	if outer <= ongoing {
		return inner
	}
	if inner <= ongoing {
		return outer
	}
	return max(inner, outer)
}

// fateOfVerb is the fate of what verb v says.
func (f *finder) fateOfVerb(v int) fate {
	if f.inverted(v) || f.almost(v) || f.fellShort(v) || f.counterfactual(v) {
		return unreal
	}
	own, bare := f.modality(v)
	own = both(own, f.doubted(v))
	if f.apposed(v) >= 0 {
		return own // "under the deal, reached on Monday, fighting will stop"
	}
	above := f.above(v, 0)
	if bare && above == real {
		return real
	}
	return both(own, above)
}

// doubted is what adverbs make of verb v: "allegedly attacked".
func (f *finder) doubted(v int) fate {
	for _, k := range f.t.ChildrenBy(v, "advmod") {
		if e, ok := effects[plover.EffectOf(f.t.Lemma(k), "adv")]; ok {
			return e
		}
	}
	return real
}

// absent reports whether clause c is what there is no evidence of, in a slot of h.
func (f *finder) absent(h int, slot string) bool {
	if plover.EffectOf(f.word(h), slot) != "absent" {
		return false
	}
	up := f.t.Head(h)
	return f.negativeNoun(h) || up >= 0 && f.t.Is(h, "obj", "nsubj") && f.t.Negated(up) || f.t.Negated(h)
}

// above is the fate that what governs token c gives it.
func (f *finder) above(c, steps int) fate {
	t := f.t
	if steps > 7 {
		return real
	}
	if f.swallowed(c) {
		return unreal
	}
	h := t.Head(c)
	if h < 0 {
		return real
	}
	switch t.Relation(c) {
	case "conj":
		if t.Tokens[c].UPOS == "VERB" && t.Tokens[h].UPOS == "VERB" {
			out := f.above(h, steps+1)
			if x := t.Tokens[c].XPOS; x == "VB" || x == "VBN" || x == "VBG" {
				if t.Child(c, "aux", "mark") < 0 {
					own, _ := f.modality(h)
					out = both(own, out)
					if f.negated(h) {
						out = unreal
					}
				}
			}
			return out
		}
		return f.above(h, steps+1)
	case "xcomp", "csubj":
		return f.under(c, h, f.kindOf(c), steps)
	case "ccomp":
		out := f.under(c, h, f.kindOf(c), steps)
		return out
	case "advcl":
		return f.adverbial(c, h, steps)
	case "acl":
		return f.adnominal(c, h, steps)
	case "parataxis", "appos", "dep":
		return f.above(h, steps+1)
	}
	return real
}

// kindOf is the kind of clause that c heads, as a slot of governors.tsv.
func (f *finder) kindOf(c int) string {
	switch {
	case f.infinitive(c):
		return "to-do"
	case f.t.Tokens[c].XPOS == "VBG" && f.t.Child(c, "aux", "nsubj") < 0:
		return "ing"
	case f.t.Tokens[c].XPOS == "VB" && f.t.Child(c, "aux", "nsubj") < 0:
		return "to-do" // "helped end"
	}
	return "that"
}

// under is the fate of clause c in a slot of governor h.
func (f *finder) under(c, h int, slot string, steps int) fate {
	effect, known := effects[plover.EffectOf(f.word(h), slot)]
	if !known && slot == "to-do" && f.passive(h) {
		effect, known = effects[plover.EffectOf(f.word(h), "heard")]
	}
	if f.wonders(h) {
		return unreal
	}
	outer := f.whole(h, steps)
	if plover.EffectOf(f.word(h), slot) == "end" && outer != real {
		return ongoing
	}
	switch {
	case f.absent(h, slot):
		return denied
	case known && effect == denied && f.negated(h):
		return hypothetical // "did not deny"
	case known && effect == demanded && f.ownOrder(h) && !f.negated(h):
		return both(planned, outer)
	case known && effect == unreal && f.negated(h):
		return hypothetical // "did not prevent", "did not fail to"
	case known && effect > ongoing && effect < denied && f.negated(h):
		return unreal // "did not order him to attack"
	case known:
		return both(effect, outer)
	case slot == "that":
		if o := f.t.Child(h, "obj"); o > h && o < c && f.isOf(claimed, o) && f.rejects(o) {
			return denied // "rejected the claim that it had sent troops", hung on the verb
		}
		if f.refused(c, h) {
			return unreal
		}
		if f.negated(h) {
			switch f.t.Lemma(h) {
			case "say", "announce", "state", "mention", "specify":
				if m := f.t.Child(c, "mark"); m < 0 || f.t.Lemma(m) == "that" {
					return unreal // "did not say that it was leaving": nobody says so
				}
			}
			return hypothetical
		}
		// What is said is as it is said; that it is said may be yet to come.
		if outer == unreal {
			return unreal
		}
		return real
	case f.negated(h):
		return unreal
	case slot == "to-do" && (f.purpose(c, h) || f.yet(c, h)):
		return unreal
	case slot == "to-do" && f.t.Tokens[h].UPOS != "VERB" && f.t.Tokens[h].UPOS != "AUX":
		return both(hypothetical, outer)
	}
	return outer
}

// refused reports whether clause c stands under an act that is about what is not:
// "rejected reports that talks had collapsed".
func (f *finder) refused(c, h int) bool {
	for i := range f.matches {
		if f.matches[i].head == h {
			return irrealis(f.matches[i].row.Type) && f.matches[i].content != c
		}
	}
	return false
}

// purpose reports whether infinitive c says what the act of verb h is for, and
// not what h itself is about: h tells of an event, and its row asks for no clause.
func (f *finder) purpose(c, h int) bool {
	for i := range f.matches {
		if f.matches[i].head == h {
			return f.matches[i].content != c
		}
	}
	return false
}

// yet reports whether h says that what infinitive c tells of is still to be done: "has
// yet to sign".
func (f *finder) yet(c, h int) bool {
	for _, k := range [2]int{c, h} {
		for _, a := range f.t.ChildrenBy(k, "advmod") {
			if a < c && f.t.Lemma(a) == "yet" {
				return true
			}
		}
	}
	return false
}

// whole is the fate of governor h itself: its own modality and what stands above.
func (f *finder) whole(h, steps int) fate {
	if !f.t.Verbal(h) && f.t.Tokens[h].UPOS != "AUX" {
		return f.above(h, steps+1)
	}
	if f.fellShort(h) {
		return unreal
	}
	own, _ := f.modality(h)
	return both(own, f.above(h, steps+1))
}

// word is the lemma of token h with its particle, as governors.tsv has it.
func (f *finder) word(h int) string {
	lemma := f.t.Lemma(h)
	if f.t.Tokens[h].UPOS == "VERB" {
		if p := f.t.Child(h, "compound:prt"); p >= 0 {
			return lemma + "_" + f.t.Lemma(p)
		}
	}
	return lemma
}

// swallowed reports whether token i is what another act is about (what is
// asked for, agreed, refused, threatened), which is not an event of its own.
func (f *finder) swallowed(i int) bool { return f.content[i] == about }
