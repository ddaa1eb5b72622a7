package statement

import (
	"rapporteur"
)

// dialogue is a talk of two in quotation marks. Once a question by one has been
// answered by the other in the next paragraph, a question that stands alone is the
// first one's again, and what stands alone after it the other's.
type dialogue struct {
	asks, answers int  // claims; None where there is no talk
	paragraph     int  // of the last words
	open          bool // they were a question
	claim         int  // and these of this claim
	begun         bool // some words have been heard
}

// hear takes note of a quotation whose speaker is known.
func (d *dialogue) hear(f *finder, q *quotation) {
	switch next := d.begun && q.paragraph == d.paragraph+1; {
	case next && d.open && q.claim != d.claim && f.differ(q.claim, d.claim):
		d.asks, d.answers = d.claim, q.claim
	case d.begun && q.paragraph > d.paragraph+1, d.asks != rapporteur.None && q.claim != d.asks && q.claim != d.answers:
		d.asks = rapporteur.None
	}
	d.note(f, q, q.claim)
}

func (d *dialogue) note(f *finder, q *quotation, claim int) {
	d.begun, d.paragraph, d.claim, d.open = true, q.paragraph, claim, f.is(q.end-1, "?")
}

// turn is the claim that a quotation without a cue carries on as a turn of the
// talk; None where it is none.
func (d *dialogue) turn(f *finder, q *quotation) int {
	if d.asks == rapporteur.None || q.paragraph != d.paragraph+1 || q.Continues != rapporteur.None || !f.alone(q) {
		return rapporteur.None
	}
	c := d.asks
	switch question := f.is(q.end-1, "?"); {
	case question && d.claim == d.answers:
	case !question && d.claim == d.asks:
		c = d.answers
	default:
		return rapporteur.None
	}
	d.note(f, q, c)
	return c
}

// alone reports whether q is all of its paragraph.
func (f *finder) alone(q *quotation) bool {
	all := f.t.Sentences
	first, last := f.t.SentenceOf(q.first), f.t.SentenceOf(q.end-1)
	if !f.beginsParagraph(q) || last+1 < len(all) && all[last+1].Paragraph == all[last].Paragraph {
		return false
	}
	for i := q.end; i < all[last].End; i++ {
		if !f.punct(i) {
			return false
		}
	}
	return all[first].Paragraph == all[last].Paragraph
}

// differ reports whether two claims are known to be those of different speakers.
func (f *finder) differ(a, b int) bool {
	x, y := &f.claims[a], &f.claims[b]
	return x.speaker != rapporteur.None && y.speaker != rapporteur.None && !same(f.participants(x), f.participants(y))
}
