package event

import (
	"slices"

	"rapporteur/knowledge/plover"
)

// adverbial is the fate of an adverbial clause.
func (f *finder) adverbial(c, h, steps int) fate {
	t := f.t
	mark := ""
	if m := t.Child(c, "mark", "advmod"); m >= 0 && m < c {
		mark = t.Lemma(m)
	}
	if mark == "for" && f.infinitive(c) {
		mark = "to" // "called for the rebels to leave"
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
		if x := t.Tokens[c].XPOS; f.present(c) && (x == "VBZ" || x == "VBP") && !f.past(h) {
			return unreal // "must free them before they agree on a truce"
		}
		return real
	case "when", "once", "as":
		if mark == "as" && f.opens(c, "soon") && !f.past(h) {
			return planned
		}
		if mark == "as" && f.opens(c, "long") {
			return unreal // a condition
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
		case "by", "in":
			return f.whole(h, steps)
		case "for":
			if f.inReturn(c) {
				return f.whole(h, steps)
			}
		case "of", "with":
			if f.suspected(h) {
				return hypothetical
			}
		}
	}
	return real
}

// inReturn reports whether clause c says what is given for something: "the truce would
// be signed in return for freeing the sailors".
func (f *finder) inReturn(c int) bool {
	m := f.t.Child(c, "mark")
	if m < 2 || f.t.Lemma(m) != "for" || f.t.Lemma(m-2) != "in" {
		return false
	}
	l := f.t.Lemma(m - 1)
	return l == "return" || l == "exchange"
}

// suspected reports whether verb h says that somebody is accused, and not by whom.
func (f *finder) suspected(h int) bool {
	switch f.t.Lemma(h) {
	case "accuse", "suspect", "charge", "indict":
		return f.passive(h) && f.agent(h) < 0
	}
	return false
}

// opens reports whether clause c begins "as soon as" or, with another word, "as
// long as".
func (f *finder) opens(c int, word string) bool {
	first, _ := f.t.Phrase(c)
	for i := max(first-2, f.t.Sentences[f.t.SentenceOf(c)].First); i < c; i++ {
		if f.t.Lemma(i) == word {
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
	if m := t.Child(c, "mark"); m >= 0 && m < c && t.Tokens[c].XPOS == "VBG" {
		if e, ok := effects[plover.EffectOf(f.word(h), t.Lemma(m))]; ok {
			return both(e, f.nounAbove(h, steps+1)) // "the idea of sending troops"
		}
		if up := t.Head(h); up >= 0 && t.Verbal(up) && f.inReturn(c) {
			return f.whole(up, steps+1)
		}
	}
	if (t.Tokens[c].Deprel == "acl" || f.isOf(claimed, h) && f.contentOf(c)) && !f.rejecting(c) && f.rejects(h) {
		return denied
	}
	if t.Tokens[c].Deprel == "acl" && t.Tokens[c].XPOS == "VBG" && h == c-1 {
		if e, ok := effects[plover.EffectOf(f.word(h), "ing")]; ok && len(plover.VerbsOf(f.t.Lemma(h))) > 0 {
			return e // "Arden denies supporting", with the verb taken for a noun
		}
	}
	if f.absent(h, "that") {
		return denied
	}
	if f.swallowed(h) {
		// "rejected reports that talks had collapsed", "agree to a deal that would end the siege"
		if own, _ := f.modality(c); t.Tokens[c].Deprel == "acl" || own != real && own != ongoing {
			return unreal
		}
	}
	finite := t.Tokens[c].XPOS != "VBN" && t.Tokens[c].XPOS != "VBG" || t.Child(c, "aux") >= 0
	if t.Tokens[c].Deprel == "acl" && finite || finite && f.contentOf(c) {
		// "fears that Arden has attacked", whatever the tree makes of the clause
		if e, ok := effects[plover.EffectOf(f.word(h), "that")]; ok {
			return e
		}
	}
	if t.Tokens[c].Deprel == "acl:relcl" && f.present(c) && t.Child(h, "det", "nmod:poss") < 0 && f.nounAbove(h, steps+1) > ongoing {
		return unreal // "lets the police arrest students who block a road"
	}
	return real
}

// contentOf reports whether clause c has a subject besides the "that" it begins with, so that
// it is what a word before it says and not which one: "allegations that his men had fled".
func (f *finder) contentOf(c int) bool {
	k := f.t.Child(c, "mark")
	return k >= 0 && k < c && f.t.Lemma(k) == "that" && f.t.Child(c, "nsubj", "nsubj:pass") > k
}

// rejecting reports whether verb v is itself an act of rejecting: "a claim that Velm denied".
func (f *finder) rejecting(v int) bool {
	return slices.ContainsFunc(f.matches, func(m match) bool { return m.head == v && m.row.Type == "REJECT" })
}

// rejects reports whether noun n is what an act of rejecting is of: "dismissed a
// report that it had fired".
func (f *finder) rejects(n int) bool {
	if f.isOf(claimed, n) && f.belied(n) {
		return true
	}
	if h := f.t.Head(n); h >= 0 && f.t.Lemma(h) == "deny" && f.isOf(claimed, n) && f.t.Is(n, "obj", "nsubj:pass") && !f.negated(h) {
		return true // "denied reports that": a statement, and no act of refusing
	}
	for i := range f.matches {
		m := &f.matches[i]
		if m.row.Type != "REJECT" {
			continue
		}
		if f.isOf(claimed, n) && f.t.Head(n) == m.head && f.t.Child(n, "case") >= 0 && f.t.Lemma(f.t.Child(n, "case")) == "as" {
			return true // "rejected as false reports that", with the tree gone wrong
		}
		if slices.Contains(m.words, n) || f.isOf(claimed, n) && (slices.Contains(m.matters, n) || slices.Contains(m.recipients, n)) {
			return true
		}
	}
	return false
}

// belied reports whether noun n is said to be untrue: "reports that he had fled were
// false", "called the report untrue".
func (f *finder) belied(n int) bool {
	h := f.t.Head(n)
	if h < 0 {
		return false
	}
	if f.t.Is(n, "nsubj") && f.untrue(h) {
		return true
	}
	for _, k := range f.t.Children(n) {
		if int(k) > n && f.untrue(int(k)) {
			return true
		}
	}
	if c := f.t.Child(n, "acl", "ccomp"); c > n {
		for _, k := range f.t.ChildrenBy(c, "ccomp", "xcomp", "advcl", "parataxis") {
			if k > c && f.t.Child(k, "cop") >= 0 && f.t.Child(k, "nsubj", "mark") < 0 && f.untrue(k) {
				return true // "reports that it had shelled the market were false", hung on the shelling
			}
		}
	}
	if f.t.Is(n, "obj") {
		for _, k := range f.t.ChildrenBy(h, "xcomp", "obl", "advcl", "ccomp") {
			if k > h && f.untrue(k) {
				return true
			}
		}
	}
	return false
}

// untrue reports whether token i calls something untrue.
func (f *finder) untrue(i int) bool {
	switch f.t.Lemma(i) {
	case "false", "untrue", "baseless", "unfounded", "groundless", "fabricated", "fabrication", "lie", "nonsense", "incorrect", "wrong", "fake",
		"rumour", "rumor", "propaganda", "hoax", "ludicrous", "absurd", "misleading":
		return !f.negated(i)
	}
	return false
}
