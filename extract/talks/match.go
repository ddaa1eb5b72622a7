package talks

import (
	"rapporteur"
	know "rapporteur/knowledge/talks"
)

// A hit is a cue that the text has: tokens [first, end).
type hit struct {
	cue        *know.Cue
	first, end int
	verb       int // the first verb among its words, or its first word
	noun       int // the first noun of a class among its words, or None
}

// slight is the weight of a noun below which it says little of talks.
const slight = 0.3

// name marks the nouns that name a negotiation.
func (f *finder) name() {
	rows, phrases := know.Nouns()
	for _, s := range f.t.Sentences {
		if s.Heading {
			continue
		}
		for i := s.First; i < s.End; i++ {
			p, end := f.phrase(phrases, i, s.End)
			if p == nil {
				continue
			}
			head := end - 1
			if f.t.Tokens[head].UPOS == "VERB" || f.t.Tokens[head].UPOS == "AUX" {
				continue
			}
			row := &rows[p.Row]
			f.class[head] |= row.Class
			f.slight[head] = row.Weight < slight
			f.heads[i] = int32(head + 1)
			f.nouns = append(f.nouns, noun{i, head, row.Class, row.Weight})
			i = head
		}
	}
	// "Truce monitors" are no truce.
	for i := range f.class {
		if h := f.t.Head(i); f.class[i] != 0 && h > i && f.class[h] == 0 && f.t.Is(i, "compound") && f.t.Tokens[h].UPOS == "NOUN" && !f.maybeVerb(h) && !f.deals(i, h) {
			f.class[i] = 0
		}
	}
}

// deals reports whether a noun that names a negotiation stands between tokens i
// and h: "truce and captive-release negotiations".
func (f *finder) deals(i, h int) bool {
	for k := i + 1; k <= h; k++ {
		if f.class[k] != 0 {
			return true
		}
	}
	return false
}

// match finds the cues of all tables.
func (f *finder) match() {
	x := know.Cues()
	var buffer []int32
	for _, s := range f.t.Sentences {
		if s.Heading {
			continue
		}
		for i := s.First; i < s.End; i++ {
			lemma, form := f.t.Lemma(i), lower(f.t.Word(i))
			f.try(x, x.ByWord(lemma), i, s)
			if form != lemma {
				f.try(x, x.ByWord(form), i, s)
			}
			if c := f.class[i]; c != 0 {
				buffer = x.ByClass(buffer[:0], c)
				f.try(x, buffer, i, s)
			}
		}
	}
}

func (f *finder) try(x *know.Index, cues []int32, i int, s rapporteur.Sentence) {
	for _, n := range cues {
		h := hit{cue: &x.Cues[n], first: i, verb: rapporteur.None, noun: rapporteur.None}
		if h.end = f.elements(h.cue.Elements, i, s.End, &h); h.end == 0 {
			continue
		}
		if h.verb < 0 {
			h.verb = i
		}
		if k := len(f.hits) - 1; k >= 0 && f.hits[k].cue == h.cue && f.hits[k].first == i {
			continue // by its lemma and by its form
		}
		f.hits = append(f.hits, h)
	}
}

// elements is the end of the elements from token i on, or 0.
func (f *finder) elements(elements []know.Element, i, end int, h *hit) int {
	if len(elements) == 0 {
		return i
	}
	e, rest := &elements[0], elements[1:]
	if e.Gap > 0 {
		if v := f.predicate(h.noun); v >= i && v < end && e.Gap > shortGap {
			// The tree knows the verb, however far off.
			for k := max(i, v-3); k <= v; k++ {
				if e := f.elements(rest, k, end, h); e > 0 {
					return e
				}
			}
		}
		for k := 0; ; {
			if e := f.elements(rest, i, end, h); e > 0 {
				return e
			}
			if over := f.aside(i, end); over > i {
				if e := f.elements(rest, i+1, end, h); e > 0 {
					return e // "the talks, hosted by Oster, …"
				}
				i = over
				k++
				continue
			}
			if k >= e.Gap || i >= end || f.parts(i) {
				return 0
			}
			if !f.hyphen(i) && f.t.Tokens[i].XPOS != "POS" && !f.quotesWords(i) {
				k++ // neither the hyphen nor the "'s" of "Oster's pay-rise offer" is a word
			}
			i++
		}
	}
	if i < end && f.hyphen(i) {
		i++
	}
	verb, noun := h.verb, h.noun
	for _, next := range [2]int{f.element(e, i, end), i} {
		if next == i && !e.Optional || next == 0 {
			continue
		}
		if next > i {
			if upos := f.t.Tokens[i].UPOS; h.verb < 0 && (upos == "VERB" || e.POS == 'v') {
				h.verb = i
			}
			if h.noun < 0 && e.Classes&f.class[next-1] != 0 {
				h.noun = next - 1
			}
		}
		if end := f.elements(rest, next, end, h); end > 0 {
			return end
		}
		h.verb, h.noun = verb, noun
	}
	return 0
}

// shortGap is the most words that ".." may stand for.
const shortGap = 4

// predicate is the verb of which the noun at token i is the subject, or None.
func (f *finder) predicate(i int) int {
	if i < 0 || !f.t.Is(i, "nsubj", "nsubj:pass") {
		return rapporteur.None
	}
	return f.t.Head(i)
}

// aside is the end of what stands between commas from token i on and only tells
// more of the noun before it, the second comma included: ", brokered by Oster,".
// It is i where nothing of the kind begins.
func (f *finder) aside(i, end int) int {
	if i+2 >= end || f.t.Word(i) != "," {
		return i
	}
	if x := f.t.Tokens[i+1].XPOS; x != "VBN" && x != "VBG" && x != "WDT" && x != "WP" && x != "IN" {
		return i
	}
	for k := i + 2; k < end && k < i+16; k++ {
		if f.t.Word(k) == "," {
			return k + 1
		}
	}
	return i
}

// element is the end of the word e at token i, or 0.
func (f *finder) element(e *know.Element, i, end int) int {
	if i >= end {
		return 0
	}
	if e.Classes&f.class[i] != 0 {
		return i + 1
	}
	if head := int(f.heads[i]) - 1; head > i && head < end && e.Classes&f.class[head] != 0 {
		return head + 1 // "cease-fire"
	}
	if !f.pos(i, e.POS) {
		return 0
	}
	for _, words := range e.Words {
		if end := f.words(words, i, end); end > 0 {
			return end
		}
	}
	return 0
}
