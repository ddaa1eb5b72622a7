package date

import (
	"sort"
	"time"

	"rapporteur"
	"rapporteur/extract/grammar"
)

// Attached is the index in dates of the one that dates the event told by token
// head: the nearest to it in the tree that is a day, a time or a stretch of the
// calendar. It looks at what depends on head itself ("the [Monday] raid", "met
// in Arden on Friday"), then, for a noun, at its verb ("held talks on Friday"),
// and at the verb that head is coordinated with, if the date stands before both.
// dates are those that Find gave; false where none belongs to head.
func Attached(t *grammar.Tree, dates []rapporteur.Date, head int) (int, bool) {
	s := t.SentenceOf(head)
	first := sort.Search(len(dates), func(i int) bool { return dates[i].Sentence >= s })
	best, rank := -1, 100
	for i := first; i < len(dates) && dates[i].Sentence == s; i++ {
		if dates[i].From == "" && dates[i].To == "" || dates[i].Type == rapporteur.DateDuration || dates[i].Type == rapporteur.DateSet {
			continue
		}
		if d := distanceInTree(t, top(t, dates[i].Span), head, dates[i].Span.Start < t.Tokens[head].Span.Start); d < rank {
			best, rank = i, d
		}
	}
	return best, best >= 0
}

// top is the token of span whose governor stands outside it.
func top(t *grammar.Tree, span rapporteur.Span) int {
	first := sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Span.End > span.Start })
	last := first
	for i := first; i < len(t.Tokens) && t.Tokens[i].Span.Start < span.End; i++ {
		h := t.Tokens[i].Head
		if h < 0 || t.Tokens[h].Span.Start < span.Start || t.Tokens[h].Span.Start >= span.End {
			return i
		}
		last = i
	}
	return last
}

// distanceInTree ranks how a date belongs to a head: 0 to it, 1 to a noun of its
// phrase or clause, 2 to the verb above a noun or the participle after it, 3 to
// the verb it is coordinated with or a participle of, 4 to the sentence; 100 not
// at all.
func distanceInTree(t *grammar.Tree, node, head int, before bool) int {
	up := t.Head(node)
	if node == head || up == head {
		return 0
	}
	// A noun on the way keeps the date in the clause; a verb closes it, and so does
	// a conjunct: "40 were killed there, and six hurt in a blast on Friday".
	for steps := 0; up >= 0 && steps < 8; steps++ {
		if up == head {
			return 1
		}
		if t.Verbal(up) || t.Is(up, "conj", "ccomp", "acl", "advcl", "parataxis") {
			break
		}
		up = t.Head(up)
	}
	switch {
	case up < 0 && before && t.Head(node) < 0 && t.Verbal(head) && t.Is(head, "acl", "ccomp", "parataxis", "dep", "acl:relcl"):
		return 4 // "Last month Arden, which …, sent troops": a tree that made the date its root
	case up < 0:
		return 100
	case !t.Verbal(head) && t.Is(up, "acl") && t.Head(up) == head && t.Head(node) == up:
		return 2 // "the accord signed on Monday"
	}
	if !t.Verbal(head) {
		// "held talks on Friday": the noun is of the verb's clause.
		for above, steps := t.Head(head), 0; above >= 0 && steps < 4; above, steps = t.Head(above), steps+1 {
			if above == up {
				return 2
			}
			if t.Verbal(above) {
				break
			}
		}
		return 100
	}
	switch {
	case t.Is(head, "conj") && t.Head(head) == up && before && t.Child(head, "cc") >= 0 && t.Child(head, "aux", "nsubj", "nsubj:pass") < 0:
		return 3 // "landed on Monday and met the mediators"
	case t.Is(head, "xcomp") && t.Head(head) == up:
		return 3
	case t.Is(head, "advcl") && t.Head(head) == up && t.Tokens[head].XPOS == "VBG":
		return 3 // "attacked on Monday, killing four"
	}
	return 100
}

// Order is where a date lies from the day of the report.
type Order int

// The values of Order.
const (
	Unknown Order = iota
	Past
	Present // it covers the day of the report
	Future
)

// Compare tells where d lies from the day of the report.
func Compare(d rapporteur.Date, published time.Time) Order {
	switch d.Value {
	case "PAST_REF":
		return Past
	case "PRESENT_REF":
		return Present
	case "FUTURE_REF":
		return Future
	}
	if d.From == "" || d.To == "" || published.IsZero() {
		return Unknown
	}
	switch day := published.Format(iso8601); {
	case d.To < day:
		return Past
	case d.From > day:
		return Future
	}
	return Present
}
