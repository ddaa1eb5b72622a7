package talks

import (
	"strings"

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
			f.nouns = append(f.nouns, noun{i, head, row.Class, row.Weight})
			i = head
		}
	}
	// "Truce monitors" are no truce.
	for i := range f.class {
		if h := f.t.Head(i); f.class[i] != 0 && h > i && f.class[h] == 0 && f.t.Is(i, "compound") && f.t.Tokens[h].UPOS == "NOUN" && !f.verbish(h) && !f.deals(i, h) {
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

// phrase is the longest phrase that begins with token i, and its end.
func (f *finder) phrase(x know.Phrases, i, end int) (*know.Phrase, int) {
	lemma, form := f.t.Lemma(i), lower(f.t.Word(i))
	for _, list := range [2][]know.Phrase{x[form], x[lemma]} {
		for k := range list {
			p := &list[k]
			if !f.pos(i, p.POS) {
				continue
			}
			if e := f.words(p.Words, i, end); e > 0 {
				return p, e
			}
		}
		if form == lemma {
			break
		}
	}
	return nil, 0
}

// words is the end of the words that begin with token i, hyphens between them
// left out, or 0 where they do not stand there.
func (f *finder) words(words []string, i, end int) int {
	for k, w := range words {
		if k > 0 && i < end && f.hyphen(i) {
			i++
		}
		if i >= end || !f.is(i, w) {
			return 0
		}
		i++
	}
	return i
}

// is reports whether token i has the lemma or form w, which is in small letters.
func (f *finder) is(i int, w string) bool {
	return strings.EqualFold(f.t.Tokens[i].Lemma, w) || strings.EqualFold(f.t.Word(i), w)
}

func (f *finder) hyphen(i int) bool {
	switch f.t.Word(i) {
	case "-", "‐", "‑", "–":
		return true
	}
	return false
}

func (f *finder) pos(i int, want byte) bool {
	switch upos := f.t.Tokens[i].UPOS; want {
	case 'v':
		return upos == "VERB" || upos == "AUX" || f.verbish(i)
	case 'n':
		return upos == "NOUN" || upos == "PROPN"
	case 'a':
		return upos == "ADJ" || upos == "VERB" || upos == "ADV"
	}
	return true
}

// verbish reports whether token i, which the tagger takes for a plural, may be
// a verb: "the contract calls for …", "the draft proposes that …".
func (f *finder) verbish(i int) bool {
	if f.t.Tokens[i].XPOS != "NNS" || i == 0 || i+1 >= len(f.t.Tokens) {
		return false
	}
	if u := f.t.Tokens[i-1].UPOS; u != "NOUN" && u != "PROPN" && u != "VERB" {
		return false
	}
	switch f.t.Tokens[i+1].UPOS {
	case "DET", "SCONJ", "PRON":
		return true
	}
	w := f.t.Word(i + 1)
	return w == "for" || w == "that"
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
		for k := 0; ; k++ {
			if e := f.elements(rest, i, end, h); e > 0 {
				return e
			}
			if k == e.Gap || i >= end || f.parts(i) {
				return 0
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
			if h.noun < 0 && e.Classes&f.class[i] != 0 {
				h.noun = i
			}
		}
		if end := f.elements(rest, next, end, h); end > 0 {
			return end
		}
		h.verb, h.noun = verb, noun
	}
	return 0
}

// element is the end of the word e at token i, or 0.
func (f *finder) element(e *know.Element, i, end int) int {
	if i >= end {
		return 0
	}
	if e.Classes&f.class[i] != 0 {
		return i + 1
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

// parts reports whether token i opens another clause, so that no cue reaches over it.
func (f *finder) parts(i int) bool {
	switch f.t.Word(i) {
	case ";", ":", "(", ")", "”", "\"", "—", "!", "?":
		return true
	case ",":
		// Commas of a list of names part nothing.
		return i+1 >= len(f.t.Tokens) || i == 0 || f.t.Tokens[i-1].UPOS != "PROPN" || !f.lists(i+1)
	case "as", "while", "after", "before", "when", "because", "although", "though", "since", "whereas", "which", "who", "whose", "where", "but", "said", "says":
		return true
	}
	return false
}

// lists reports whether a list of names goes on at token i.
func (f *finder) lists(i int) bool {
	switch f.t.Tokens[i].UPOS {
	case "PROPN", "DET":
		return true
	case "CCONJ":
		return f.t.Word(i) == "and"
	}
	return false
}

// lower is s in small letters, without work where it has no others.
func lower(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; 'A' <= c && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(s)
		}
	}
	return s
}
