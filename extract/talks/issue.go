package talks

import "strings"

// extent is the tokens that a stance is read from.
func (f *finder) extent(h *hit) (first, end int) {
	first, end = h.first, f.stretch(h.end)
	if f.t.Is(h.verb, "acl:relcl") {
		for k := h.end; k < end; k++ {
			if f.t.Word(k) == "," {
				end = k
			}
		}
	}
	if h.cue.Extra == "clause" || f.content[h.first] > 0 {
		first = f.clauseStart(h)
	}
	if h.cue.Extra == "object" && f.t.Passive(h.verb) {
		if s := f.t.Child(h.verb, "nsubj:pass", "nsubj"); s >= 0 {
			first, _ = f.t.NounPhrase(s)
		}
	}
	return first, end
}

// clauseStart is where the clause of a cue begins: at its subject, if that is
// near and in the same words of the same speaker.
func (f *finder) clauseStart(h *hit) int {
	v := h.verb
	if h.cue.Role == "speaker" {
		// The verb of "the offer was unfair" is its adjective's.
		v = h.first
		for k := h.first; k < h.end; k++ {
			if f.t.Verbal(k) {
				v = k
				break
			}
		}
		if s := f.t.Child(v, "nsubj", "nsubj:pass", "expl", "csubj"); s < 0 {
			for head, steps := f.t.Head(h.first), 0; head >= 0 && steps < 4; head, steps = f.t.Head(head), steps+1 {
				if f.content[head] != f.content[h.first] {
					break
				}
				if f.t.Verbal(head) {
					v = head
					break
				}
			}
		}
	}
	s := f.t.Child(v, "nsubj", "nsubj:pass", "expl")
	if s < 0 || s > h.first || f.content[s] != f.content[h.first] {
		return h.first
	}
	first, _ := f.t.NounPhrase(s)
	if h.first-first > 12 || f.broken(first, h.first) {
		return h.first
	}
	return first
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

// issue is what a stance is about, a short phrase in the words of the text.
func (f *finder) issue(h *hit, end int) string {
	first := h.end
	if h.cue.Extra == "clause" || first >= end {
		first = h.first
	}
	if h.cue.Extra == "object" && f.t.Passive(h.verb) {
		if s := f.t.Child(h.verb, "nsubj:pass", "nsubj"); s >= 0 {
			a, b := f.t.NounPhrase(s)
			return f.short(a, b)
		}
	}
	return f.short(first, end)
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
		break
	}
	if end-first > shortest {
		end = first + shortest
		for end > first+3 && f.t.Tokens[end-1].UPOS != "NOUN" && f.t.Tokens[end-1].UPOS != "PROPN" && f.t.Tokens[end-1].UPOS != "VERB" {
			end--
		}
	}
	return strings.Join(strings.Fields(f.t.Text(f.span(first, end))), " ")
}
