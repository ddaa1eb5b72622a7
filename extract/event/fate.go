package event

import (
	"slices"
	"strings"

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
	if f.inverted(v) || f.almost(v) {
		return unreal
	}
	own, bare := f.modality(v)
	above := f.above(v, 0)
	if bare && above == real {
		return real
	}
	return both(own, above)
}

// inverted reports whether the clause of v is a condition without "if": "should
// Arden attack", "had Arden attacked", "were Arden to attack".
func (f *finder) inverted(v int) bool {
	k := f.t.Child(v, "aux")
	if k < 0 {
		return false
	}
	switch strings.ToLower(f.t.Word(k)) {
	case "should", "had", "were":
	default:
		return false
	}
	s := f.t.Child(v, "nsubj", "nsubj:pass")
	first := f.t.Sentences[f.t.SentenceOf(v)].First
	return s > k && s < v && (k == first || f.t.Tokens[k-1].UPOS == "PUNCT" || f.t.Tokens[k-1].UPOS == "CCONJ")
}

// almost reports whether v is said to have come near to being done.
func (f *finder) almost(v int) bool {
	for _, k := range f.t.ChildrenBy(v, "advmod") {
		if l := f.t.Lemma(k); k < v && (l == "almost" || l == "nearly" || l == "narrowly") {
			return true
		}
	}
	return false
}

// modality reads auxiliaries, tense and conditions of verb v. bare is true of
// an infinitive or a participle, which has the fate of what governs it.
func (f *finder) modality(v int) (out fate, bare bool) {
	t := f.t
	progressive, perfect, finite := false, false, false
	infinitive := f.infinitive(v)
	for _, k := range t.Children(v) {
		k := int(k)
		if k > v && !t.Is(k, "advcl") {
			break
		}
		switch t.Relation(k) {
		case "aux", "cop":
			switch t.Lemma(k) {
			case "will", "shall", "'ll", "wo":
				out = both(out, planned)
			case "would", "'d":
				out = both(out, f.would(v))
			case "may", "might", "can", "could", "ca":
				out = both(out, hypothetical)
			case "should", "must", "ought":
				out = both(out, demanded)
			case "have":
				perfect = true
			case "be":
				if t.Tokens[k].XPOS == "VB" && !finite && !infinitive && t.Child(v, "nsubj", "nsubj:pass") >= 0 {
					out = both(out, demanded) // "that the sailors be freed"
				}
				if t.Tokens[v].XPOS == "VBG" && !t.Is(k, "aux:pass") {
					progressive = true
				}
				if infinitive && t.Tokens[k].XPOS != "VB" && t.Tokens[k].XPOS != "VBN" {
					out = both(out, planned) // "is to meet"
				}
				if t.Tokens[k].XPOS == "VBG" && finite {
					progressive = true // "are being held"
				}
			}
			finite = true
		case "mark":
			switch t.Lemma(k) {
			case "if", "unless", "whether", "lest":
				out = both(out, hypothetical)
			}
		case "advcl":
			if f.conditional(k) && out != real {
				out = hypothetical
			}
		}
	}
	switch t.Tokens[v].XPOS {
	case "VBD", "VBZ", "VBP":
		finite = true
	case "VB":
		if !finite && !infinitive && t.Is(v, "root") && t.Child(v, "nsubj", "nsubj:pass") < 0 {
			return unreal, false // an order
		}
	}
	if progressive && !perfect && out == real || progressive && perfect && out == real {
		out = ongoing
	}
	return out, !finite
}

// conditional reports whether the clause k says "if" or "unless".
func (f *finder) conditional(k int) bool {
	for _, c := range f.t.Children(k) {
		if f.t.Is(int(c), "mark", "advmod") {
			switch f.t.Lemma(int(c)) {
			case "if", "unless":
				return true
			}
		}
	}
	return false
}

// would is the fate of "would": a plan reported after a verb of the past, else
// what only may be.
func (f *finder) would(v int) fate {
	t := f.t
	for _, k := range t.Children(v) {
		if t.Is(int(k), "advcl") && f.conditional(int(k)) {
			return hypothetical
		}
	}
	if f.statementAt(t.Tokens[v].Span) >= 0 {
		return planned
	}
	for up, steps := v, 0; up >= 0 && steps < 4; steps++ {
		if t.Is(up, "ccomp", "parataxis") && t.Head(up) >= 0 && t.Tokens[t.Head(up)].XPOS == "VBD" {
			return planned
		}
		if !t.Is(up, "conj", "xcomp", "ccomp", "advcl") {
			break
		}
		up = t.Head(up)
	}
	return hypothetical
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
	if f.wonders(h) {
		return unreal
	}
	outer := f.whole(h, steps)
	if plover.EffectOf(f.word(h), slot) == "end" && outer != real {
		return ongoing
	}
	switch {
	case known && effect == unreal && f.negated(h):
		return hypothetical // "did not prevent", "did not fail to"
	case known && effect > ongoing && effect < denied && f.negated(h):
		return unreal // "did not order him to attack"
	case known:
		return both(effect, outer)
	case slot == "that":
		if f.refused(c, h) {
			return unreal
		}
		if f.negated(h) {
			return hypothetical
		}
		// What is said is as it is said; that it is said may be yet to come.
		if outer == unreal {
			return unreal
		}
		return real
	case f.negated(h):
		return unreal
	case slot == "to-do" && f.purpose(c, h):
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

// whole is the fate of governor h itself: its own modality and what stands above.
func (f *finder) whole(h, steps int) fate {
	if !f.t.Verbal(h) && f.t.Tokens[h].UPOS != "AUX" {
		return f.above(h, steps+1)
	}
	own, _ := f.modality(h)
	return both(own, f.above(h, steps+1))
}

// adverbial is the fate of an adverbial clause.
func (f *finder) adverbial(c, h, steps int) fate {
	t := f.t
	mark := ""
	if m := t.Child(c, "mark", "advmod"); m >= 0 && m < c {
		mark = t.Lemma(m)
	}
	if k := t.Child(c, "cc", "mark", "advmod", "case"); k >= 0 && k < c && (t.Lemma(k) == "rather" || t.Lemma(k) == "instead") {
		return unreal // "rather than attack"
	}
	switch mark {
	case "until", "till":
		return hypothetical
	case "if", "unless", "whether", "lest", "without":
		return unreal
	case "before":
		if own, _ := f.modality(c); own == hypothetical {
			return unreal // "before Arden can attack"
		}
		return real
	case "when", "once", "as":
		if mark == "as" && f.soon(c) && !f.past(h) {
			return planned
		}
		own, _ := f.modality(h)
		if own == planned || own == hypothetical {
			return own
		}
		return real
	case "to":
		if e, ok := effects[plover.EffectOf(f.word(h), "to-do")]; ok {
			return both(e, f.whole(h, steps))
		}
		return unreal // a purpose
	case "so":
		return hypothetical
	}
	if t.Tokens[c].XPOS == "VBG" || t.Tokens[c].XPOS == "VBN" {
		if e, ok := effects[plover.EffectOf(f.word(h), mark)]; ok && mark != "" {
			return e
		}
		switch mark {
		case "":
			if f.negated(h) {
				return real
			}
			return f.whole(h, steps)
		case "by":
			return f.whole(h, steps)
		case "of", "with":
			if f.suspected(h) {
				return hypothetical
			}
		}
	}
	return real
}

// suspected reports whether verb h says that somebody is accused, and not by whom.
func (f *finder) suspected(h int) bool {
	switch f.t.Lemma(h) {
	case "accuse", "suspect", "charge", "indict":
		return f.passive(h) && f.agent(h) < 0
	}
	return false
}

// rejects reports whether noun n is what an act of rejecting is of: "dismissed a
// report that it had fired".
func (f *finder) rejects(n int) bool {
	for i := range f.matches {
		if m := &f.matches[i]; m.row.Type == "REJECT" && slices.Contains(m.words, n) {
			return true
		}
	}
	return false
}

// soon reports whether clause c begins "as soon as".
func (f *finder) soon(c int) bool {
	first, _ := f.t.Phrase(c)
	for i := max(first-2, f.t.Sentences[f.t.SentenceOf(c)].First); i < c; i++ {
		if f.t.Lemma(i) == "soon" {
			return true
		}
	}
	return false
}

// adnominal is the fate of a clause that modifies noun h.
func (f *finder) adnominal(c, h, steps int) fate {
	t := f.t
	if f.infinitive(c) {
		if m, ok := f.bestNoun(h); ok && irrealis(m.row.Type) && m.content == c {
			return unreal // "the offer to withdraw": the offer is told
		}
		if e, ok := effects[plover.EffectOf(f.word(h), "to-do")]; ok {
			return both(e, f.nounAbove(h, steps+1))
		}
		return unreal
	}
	if t.Tokens[c].Deprel == "acl" && f.rejects(h) {
		return denied
	}
	if f.swallowed(h) {
		// "rejected reports that talks had collapsed", "agree to a deal that would end the siege"
		if own, _ := f.modality(c); t.Tokens[c].Deprel == "acl" || own != real && own != ongoing {
			return unreal
		}
	}
	if t.Tokens[c].Deprel == "acl" && t.Tokens[c].XPOS != "VBN" && t.Tokens[c].XPOS != "VBG" {
		if e, ok := effects[plover.EffectOf(f.word(h), "that")]; ok {
			return e
		}
	}
	return real
}

// fateOfNoun is the fate of the event that noun n names.
func (f *finder) fateOfNoun(n int, lasting bool) fate {
	out := f.nounAbove(n, 0)
	if lasting && out == unreal && !f.negativeNoun(n) && !f.swallowed(n) && !f.denies(n) {
		out = real // what goes on is there, though it is only spoken about
	}
	for _, k := range f.t.Children(n) {
		k := int(k)
		if k > n {
			break
		}
		if f.t.Is(k, "amod", "nmod", "compound", "det") {
			if e, ok := effects[plover.EffectOf(f.word(k), "mod")]; ok {
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
	if out == real && lasting && !f.over(n) && !f.ended(n) {
		out = ongoing
	}
	return out
}

// denies reports whether the verb that noun n is subject or object of is negated.
func (f *finder) denies(n int) bool {
	h := f.t.Head(n)
	return h >= 0 && f.t.Verbal(h) && f.t.Is(n, "obj", "nsubj", "csubj") && f.negated(h)
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
	return e == "do" || e == "continue"
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
		if outer := f.whole(h, steps); outer != real {
			return ongoing
		}
		return real
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
	if slot == "obj" || slot == "subj" {
		if f.definite(n) {
			return real
		}
		if f.negated(h) {
			return unreal
		}
		return f.whole(h, steps)
	}
	return real
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
