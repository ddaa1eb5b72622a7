package talks

import (
	"strings"

	"rapporteur"
)

// extent is the tokens that a stance is read from.
func (f *finder) extent(h *hit) (first, end int) {
	first, end = h.first, f.reach(h)
	if f.t.Is(h.verb, "acl:relcl") {
		if _, last := f.t.Phrase(h.verb); h.end < last && last < end {
			end = last // "rebels who boycott the talks would be heard later"
		}
		for k := h.end; k < end; k++ {
			if f.t.Word(k) == "," {
				end = k
			}
		}
	}
	switch {
	case h.cue.Role == "owner":
		first = f.phraseStart(h.first)
	case h.cue.Extra == "clause" || h.cue.Extra == "duty" || f.content[h.first] > 0:
		first = f.clauseStart(h)
	}
	if s := f.undergone(h); s >= 0 {
		first, _ = f.t.NounPhrase(s)
	}
	return first, end
}

// undergone is the subject of a cue's verb where the verb is passive and the
// cue's issue its object ("the plan was rejected by Velm"), else None.
func (f *finder) undergone(h *hit) int {
	if h.cue.Extra != "object" {
		return rapporteur.None
	}
	if f.byAgent(h) {
		return f.t.Head(h.verb)
	}
	if !f.passive(h.verb) {
		if f.t.Is(h.verb, "acl:relcl") && relative[f.t.Lemma(h.verb)] {
			if o := f.t.Child(h.verb, "obj"); o < 0 || f.t.Tokens[o].XPOS == "WDT" {
				return f.t.Head(h.verb) // "self-rule, which Velm has rejected"
			}
		}
		return rapporteur.None
	}
	return f.t.Child(h.verb, "nsubj:pass", "nsubj")
}

// byAgent reports whether a participle says of the noun that it hangs on what somebody
// named behind "by" makes of it: "a merger ruled out by the union".
func (f *finder) byAgent(h *hit) bool {
	up := f.t.Head(h.verb)
	return f.t.Tokens[h.verb].XPOS == "VBN" && f.t.Is(h.verb, "acl") && up >= 0 && up < h.verb && f.t.Nominal(up) && h.end < len(f.t.Tokens) && f.t.Word(h.end) == "by" && relative[f.t.Lemma(h.verb)]
}

// relative are verbs that may take their object from before a relative clause.
var relative = map[string]bool{"reject": true, "refuse": true, "oppose": true, "spurn": true, "rebuff": true, "rule": true, "dismiss": true}

// reach is the end of what a cue and the words behind it tell. What follows a
// noun ends before the verb whose subject it is: "the demand for a seat was
// ignored".
func (f *finder) reach(h *hit) int {
	end := f.stretch(h.end)
	if !f.t.Nominal(h.first) || f.t.Tokens[h.verb].UPOS == "VERB" && !f.wanted(h.verb) {
		return end
	}
	for k := h.end - 1; k < end; k++ {
		switch t := f.t.Tokens[k]; {
		case t.UPOS == "SCONJ" || t.XPOS == "WDT" || t.XPOS == "WP" || t.XPOS == "WRB" || f.t.Word(k) == "that":
			return end // a clause has its own verb
		case k < h.end:
		case f.inflected(k):
			for k > h.end && f.t.Tokens[k-1].UPOS == "ADV" {
				k--
			}
			return k
		}
	}
	return end
}

// phraseStart is where the noun phrase of token i begins, if that is near.
func (f *finder) phraseStart(i int) int {
	if first, _ := f.t.NounPhrase(i); first <= i && i-first < 9 {
		return first
	}
	return i
}

// clauseStart is where the clause of a cue begins: at its subject, if that is
// near and in the same words of the same speaker.
func (f *finder) clauseStart(h *hit) int {
	if h.cue.Role != "speaker" && h.verb == h.first && f.t.Nominal(h.first) {
		return f.phraseStart(h.first)
	}
	s := f.t.Child(f.clauseVerb(h), "nsubj", "nsubj:pass", "expl", "csubj")
	if s < 0 || s >= h.end || f.content[s] != f.content[h.first] {
		return h.first
	}
	if n := f.antecedent(f.clauseVerb(h)); n >= 0 && h.cue.Role == "speaker" && f.content[n] == f.content[h.first] {
		s = n
	}
	first, _ := f.t.NounPhrase(s)
	if first > h.first || h.first-first > 12 || f.broken(first, h.first) {
		return h.first
	}
	return first
}

// antecedent is the noun of which a relative clause with the head v tells by "which",
// None elsewhere: "an offer which is in no way fair".
func (f *finder) antecedent(v int) int {
	if !f.t.Is(v, "acl:relcl") || f.t.Head(v) > v {
		return rapporteur.None
	}
	if s := f.t.Child(v, "nsubj", "nsubj:pass"); s < 0 || f.t.Tokens[s].XPOS != "WDT" {
		return rapporteur.None
	}
	return f.t.Head(v)
}

// clauseVerb is the head of the clause that a cue tells. A cue within what
// somebody says may be of any words of it ("the offer was unfair").
func (f *finder) clauseVerb(h *hit) int {
	if h.cue.Role != "speaker" {
		if f.is(h.first, "be") {
			return f.governing(h.first) // "was close to agreeing"
		}
		return f.governing(h.verb)
	}
	v := h.first
	for k := h.first; k < h.end; k++ {
		if f.t.Verbal(k) {
			v = k
			break
		}
	}
	for steps := 0; steps < 4 && f.t.Child(v, "nsubj", "nsubj:pass", "expl", "csubj") < 0; steps++ {
		head := f.t.Head(v)
		if head < 0 || f.content[head] != f.content[h.first] {
			break
		}
		v = head
	}
	return v
}

// broken reports whether a comma stands between two tokens.
func (f *finder) broken(first, end int) bool {
	for k := first; k < end; k++ {
		if f.t.Word(k) == "," {
			return true
		}
	}
	return false
}

// issue is the tokens of what a stance is about: what follows the cue, or the
// subject of a clause that says something of it ("the offer was unfair").
func (f *finder) issue(h *hit) (first, end int) {
	if s := f.undergone(h); s >= 0 {
		return f.t.NounPhrase(s)
	}
	first, end = f.extent(h)
	if o := f.t.Child(h.verb, "obj"); h.cue.Extra == "object" && o > h.first && o < h.end {
		first, end := f.t.NounPhrase(o) // "called the offer an insult"
		if end >= h.end {
			end = o + 1 // whatever the tree makes of the insult
		}
		return first, end
	}
	switch {
	case h.cue.Extra == "after" || h.cue.Extra == "object":
		if h.end < end {
			first = h.end
		}
		if c := f.t.Child(h.verb, "ccomp"); c > first {
			if m := f.t.Child(c, "mark"); first < m && m < end && f.t.Word(m) == "that" && f.t.Tokens[first].UPOS == "ADP" {
				first = m + 1 // "insisted in a letter that …"
			}
		}
		if x := f.t.Child(h.verb, "xcomp"); x > first && f.t.Tokens[first].UPOS == "ADP" {
			if m := f.t.Child(x, "mark"); first < m && m < end {
				first = m // "pledged in a letter to reach a deal"
			}
		}
		if k := h.end - 1; k > h.first+1 && f.t.Tokens[k].XPOS == "VBG" && f.t.Tokens[k-1].UPOS != "AUX" {
			first = k // "in return for freeing the sailors"
		}
		return first, end
	case h.cue.Role == "speaker":
		if f.antecedent(f.clauseVerb(h)) >= 0 {
			return f.t.NounPhrase(f.antecedent(f.clauseVerb(h)))
		}
		if s := f.t.Child(f.clauseVerb(h), "nsubj", "nsubj:pass"); s >= 0 && s < h.first && f.t.Tokens[s].UPOS != "PRON" && len(f.actorsAt(s)) == 0 {
			if h.cue.Extra == "duty" {
				return first, end
			}
			return f.t.NounPhrase(s)
		}
	}
	switch last := h.end - 1; {
	case h.cue.Label == "insists" && (f.t.Word(last) == "until" || f.t.Word(last) == "unless"):
		return h.first, last // "will continue the strike until …"
	case f.t.Tokens[last].UPOS == "NOUN":
		// "set two conditions for a truce"
		return max(h.first, f.phraseStart(last)), end
	case f.telling(h.end, end):
		return h.end, end
	}
	return max(first, min(h.first, end)), end
}

// shortest is how many words an issue may have.
const shortest = 9

// short is the words of tokens [first, end) without what leads up to them, at
// most so many.
func (f *finder) short(first, end int) string {
	for first < end {
		switch lower(f.t.Word(first)) {
		case "to", "that", "the", "a", "an", "its", "their", "his", "her", "for", "of", "on":
			first++
			continue
		}
		if end-first > 2 && f.dated(first) {
			first++ // "demanded on Monday that …"
			continue
		}
		break
	}
	if k := f.daysBefore(end); k-first > 1 {
		end = k // "rejected the offer last week"
	}
	if end-first > shortest {
		end = first + shortest
		for end > first+3 && f.t.Tokens[end-1].UPOS != "NOUN" && f.t.Tokens[end-1].UPOS != "PROPN" && f.t.Tokens[end-1].UPOS != "VERB" {
			end--
		}
	}
	return strings.Join(strings.Fields(f.t.Text(f.span(first, end))), " ")
}

// daysBefore is where the date begins that ends before token end, where no
// preposition binds it to the words before; end where there is none.
func (f *finder) daysBefore(end int) int {
	k := end
	for k > 0 && f.dated(k-1) {
		k--
	}
	if k == end || k == 0 || f.t.Tokens[k-1].UPOS == "ADP" || f.t.Tokens[k].UPOS == "ADP" {
		return end
	}
	for i := k; i < end; i++ {
		if f.t.Is(i, "obl:tmod", "nmod:tmod", "obl:unmarked", "nmod:unmarked") {
			return k
		}
	}
	return end
}
