package date

import (
	"strconv"
	"strings"
)

// span reads a stretch of units that ends or begins with the report: "the past
// two weeks", "recent years", "the next four years", "the last week".
func (p *parser) span(i int) (*node, int) {
	j := p.skip(i, "the", "these", "its", "their")
	w, e := p.entry(j, isSpan)
	if w == nil || w.form == "last" && p.upos(j) == "VERB" { // "the trial is to last five days"
		return nil, i
	}
	a, k := p.number(e)
	if p.is(e, "a", "an") {
		return nil, i
	}
	numbered := k > e
	k = p.skip(k, "-")
	for {
		f, e := p.entry(k, isFiller)
		if f == nil {
			break
		}
		k = e
	}
	x := p.word(k)
	if p.is(k, "quarter", "half") && !numbered {
		if n, e := p.fraction(k, k); n != nil { // "the past quarter-century"
			n.rule = "date/span"
			n.lean = leans[w.span]
			return n, e
		}
	}
	if x == nil || x.class&isUnit == 0 || x.unit == second || x.unit == weekend || x.unit == half || p.is(k+1, "-") && p.glued(k+1) {
		return nil, i
	}
	n := &node{kind: literal, rule: "date/span", timex: "DURATION", unit: x.unit, lean: leans[w.span]}
	switch {
	case numbered:
		if w.span == '.' && (j == i || p.is(k+1, "of") && p.upos(k+2) != "NUM") {
			return nil, i // "the first two weeks of the war" has no place in the calendar
		}
		n.value, n.vague, n.n = length(a, x), a.vague, int(a.value)*x.times
		if rest, end := p.further(k+1, x.unit); end > k+1 && !a.vague { // "the past two years and three months"
			n.value, k = n.value+rest, end-1
			if m, ok := strings.CutSuffix(rest, "M"); ok && x.unit == year {
				more, _ := strconv.Atoi(m)
				n.unit, n.n = month, 12*n.n+more
			}
		}
	case x.plural:
		switch {
		case w.form == "recent":
			n.timex, n.value, n.rule = "DATE", "PAST_REF", "date/ref"
		case w.form == "coming" || w.form == "next":
			n.timex, n.value, n.rule = "DATE", "FUTURE_REF", "date/ref"
		case w.form == "past":
			n.value, n.vague = length(amount{vague: true}, x), true
		default:
			return nil, i
		}
	default:
		// "the last week", "the past year"; "the last day" is an end.
		if j == i || w.span == '.' || w.form == "recent" || x.unit == minute || x.unit == day && w.form != "past" && w.form != "coming" {
			return nil, i
		}
		if w.form == "last" && p.is(k+1, "of") {
			return nil, i
		}
		// "The next year" is told of the past; "over the next year" is to come.
		if w.form == "next" && !p.is(i-1, "in", "over", "within", "for", "during", "of", "through") {
			return nil, i
		}
		n.value, n.n = length(amount{value: 1}, x), x.times
	}
	return n, k + 1
}

// leans are the sides that a span lies on.
var leans = map[byte]lean{'-': back, '+': forward}
