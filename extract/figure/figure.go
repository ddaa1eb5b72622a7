// Package figure finds the numbers of a report that matter to a story of
// conflict or talks: the dead, the wounded, the captive, the displaced and the
// hungry, troops, aid, money, what share is destroyed, how long a truce is to
// last.
//
// Not every number is a figure. A reader of numbers goes over the words of each
// sentence; what is a date, an age, a name or a label is passed over; what is
// left is a figure if the verbs, nouns and adjectives around it say what it
// counts, if it is money or a percentage, if it is the length of something that
// lasts, or if it is a large or hedged count of things with a name. The words are
// data, in knowledge/figures; docs/figures.md says what counts and by which
// conventions.
package figure

import (
	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/grammar"
)

const none = rapporteur.None

// Find reads the figures of t, in the order of the text. cast says which nouns
// are people; statements on whose word a figure stands; dates which numbers are
// no counts, and as of when the others are; places where.
func Find(t *grammar.Tree, cast *actor.Cast, statements []rapporteur.Statement, dates []rapporteur.Date, places []rapporteur.Place) []rapporteur.Figure {
	f := finder{t: t, cast: cast, statements: statements, dates: dates, places: places}
	for s, sentence := range t.Sentences {
		if sentence.Heading {
			continue
		}
		f.sentence(s)
	}
	return f.unrepeated()
}

// finder goes over one report, a sentence at a time.
type finder struct {
	t          *grammar.Tree
	cast       *actor.Cast
	statements []rapporteur.Statement
	dates      []rapporteur.Date
	places     []rapporteur.Place

	number     int // of the sentence
	first, end int // its tokens
	date       int // first of its dates
	said       [][]int32
	counts     []count
	out        []rapporteur.Figure
}

// A count is a number with what it is a number of, and what that makes it.
type count struct {
	quantity
	thing
	measure string // "" where nothing around it says
	rule    string
	verb    int // token that decided the measure, or none
	site    int // token of the place that stands behind it, 0 where none does
}

// sentence reads the numbers of sentence s, then what each of them counts, then
// what those count that lean on another one.
func (f *finder) sentence(s int) {
	f.number, f.first, f.end = s, f.t.Sentences[s].First, f.t.Sentences[s].End
	for f.date < len(f.dates) && f.dates[f.date].Sentence < s {
		f.date++
	}
	f.counts = f.counts[:0]
	for i := f.first; i < f.end; {
		q, ok := f.quantity(i)
		if !ok {
			i++
			continue
		}
		i = max(q.end, i+1)
		if f.trapped(&q) {
			continue
		}
		if n := len(f.counts); n > 0 && f.counts[n-1].partitive && i <= f.counts[n-1].stop && q.unit == nil {
			continue // those of whom a part was counted
		}
		f.counts = append(f.counts, count{quantity: q, thing: f.thing(&q), verb: none})
	}
	for i := range f.counts {
		f.measure(&f.counts[i])
	}
	f.share()
	for i := range f.counts {
		if c := &f.counts[i]; c.measure != "" && c.measure != dropped {
			if x, ok := f.figure(c); ok {
				f.out = append(f.out, x)
			}
		}
	}
}

// dropped is the measure of a count that the report does not assert.
const dropped = "-"
