package statement

import (
	"slices"
	"strings"
)

// frame is the words that tell how a statement was made: its cue, its source and
// what stands beside them and belongs neither to a content nor to another claim.
type frame struct {
	words []string // in lower case, "" where others are left out
	at    []int    // their tokens; that of an empty word is None
}

// framing is how far from its cue the words that frame a claim may stand.
const framing = 60

// frameOf is the frame of the claim at place k of order.
func (f *finder) frameOf(order []int, k int) frame {
	c := &f.claims[order[k]]
	s := f.t.Sentences[c.sentence]
	first, end := max(s.First, c.cue.first-framing), min(s.End, c.cue.end+framing)
	marks := f.owners(order, k, tokens{first, end})
	var out frame
	last := first - 1
	for i := first; i < end; {
		m := marks[i-first]
		if m == ownWords {
			out.add(f, &last, i)
			i++
			continue
		}
		if m != free {
			i++
			continue
		}
		run := i
		for i < end && marks[i-first] == free {
			i++
		}
		if !belongs(marks, run-first, i-first) {
			continue
		}
		for j := run; j < i; j++ {
			out.add(f, &last, j)
		}
	}
	return out
}

func (w *frame) add(f *finder, last *int, i int) {
	if *last != i-1 && len(w.words) > 0 {
		w.words, w.at = append(w.words, ""), append(w.at, -1)
	}
	*last = i
	w.words, w.at = append(w.words, strings.TrimSuffix(lower(f.t.Word(i)), ".")), append(w.at, i) // "X." ends a sentence
}

// owner is whose a word is.
type owner uint8

const (
	free     owner = iota
	ownWords       // the cue or source of the claim
	ownContent
	otherWords
	otherContent
)

// owners are those of the tokens of r, seen from the claim at place k of order.
// The content of a claim that reports this one is free.
func (f *finder) owners(order []int, k int, r tokens) []owner {
	out := make([]owner, r.end-r.first)
	put := func(in tokens, o owner, over bool) {
		for i := max(in.first, r.first); i < min(in.end, r.end); i++ {
			if over || out[i-r.first] == free {
				out[i-r.first] = o
			}
		}
	}
	c := &f.claims[order[k]]
	for i := r.first; i < r.end; i++ {
		if f.within[i] != 0 {
			out[i-r.first] = otherContent
		}
	}
	around := f.neighbours(order, k)
	for _, o := range around {
		for _, piece := range o.content {
			if !piece.holds(c.cue.first) {
				put(piece, otherContent, true)
			}
		}
	}
	for _, piece := range c.content {
		put(piece, ownContent, true)
	}
	for _, o := range around {
		if !o.source.overlaps(c.source) {
			put(o.source, otherWords, true)
		}
		put(o.cue, otherWords, true)
	}
	put(c.source, ownWords, true)
	put(c.cue, ownWords, true)
	return out
}

// neighbours are the other claims of the sentence of the claim at place k of order.
func (f *finder) neighbours(order []int, k int) []*claim {
	var out []*claim
	for _, step := range []int{-1, 1} {
		for i := k + step; i >= 0 && i < len(order) && f.near(&f.claims[order[i]], &f.claims[order[k]]); i += step {
			out = append(out, &f.claims[order[i]])
		}
	}
	return out
}

// belongs reports whether the free words [first, end) frame the claim whose
// marks these are: what follows a cue goes with it, what stands between a content
// and a cue with the content, unless it begins the sentence.
func belongs(marks []owner, first, end int) bool {
	before, after := free, free
	if first > 0 {
		before = marks[first-1]
	}
	if end < len(marks) {
		after = marks[end]
	}
	if !slices.Contains([]owner{ownWords, ownContent}, before) && !slices.Contains([]owner{ownWords, ownContent}, after) {
		return false
	}
	switch before {
	case ownWords:
		return true
	case otherWords:
		return false
	case ownContent:
		return after != otherWords
	case otherContent:
		return after == ownWords
	}
	return true
}
