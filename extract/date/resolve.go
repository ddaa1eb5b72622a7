package date

import (
	"strings"
	"time"

	"rapporteur"
	"rapporteur/extract/grammar"
)

// A reader turns expressions into dates, in the order of the text.
type reader struct {
	t         *grammar.Tree
	lexemes   []lexeme
	published time.Time // midnight UTC of the day of the report
	known     bool
	dayFirst  func() bool
	now       expression // the one being read
	spoken    []mention  // the dates read so far
	told      bool       // the one being read took its year from the passage
}

// A mention is a date already read, which later ones may be counted from.
type mention struct {
	period   period
	sentence int
	explicit bool // its year stands in the text, or was taken from one that does
	topical  bool // finer than a year, or at the head of its sentence: what is told of
}

// date resolves e. It is false for what turns out to be no date after all.
func (r *reader) date(e expression) (rapporteur.Date, bool) {
	r.now, r.told = e, false
	n := e.node
	first, last := r.lexemes[e.first], r.lexemes[e.end-1]
	out := rapporteur.Date{
		Span:     rapporteur.Span{Start: int(first.start), End: int(last.end)},
		Type:     rapporteur.DateDay,
		Modifier: modifier(n),
		Sentence: r.t.SentenceOf(int(first.token)),
		Rule:     n.rule,
	}
	if n.part != "" || n.clock.set {
		out.Type = rapporteur.DateTime
	}
	if n.kind == literal {
		out.Type, out.Value = n.timex, n.value
		if r.known && n.lean != open && !n.vague && n.n > 0 {
			out.From, out.To = r.stretch(n)
		}
		return out, true
	}
	hours := (n.kind == shifted || n.kind == recalled) && n.unit < day
	if n.vague && !hours || !reachable(n) {
		out.Value = "FUTURE_REF"
		if n.n < 0 {
			out.Value = "PAST_REF"
		}
		return out, true
	}
	if hours {
		out.Type = rapporteur.DateTime
	}
	p, ok := r.period(n)
	switch {
	case !ok && n.kind == daytime:
		return out, false
	case !ok:
		out.Value = r.unresolved(n)
		return out, true
	}
	out.Value = p.value
	if n.bc {
		out.Value = "BC" + p.value
		return out, true
	}
	n.read = p
	r.spoken = append(r.spoken, mention{
		period: p, sentence: out.Sentence, explicit: r.told || n.explicit() && p.unit <= year,
		topical: p.unit < year || int(first.token)-r.t.Sentences[out.Sentence].First <= 1,
	})
	from, to := p.from, p.to
	switch n.mod {
	case "BEFORE":
		to = earlier(to, r.published, r.known)
	case "AFTER":
		if r.known && r.published.After(from) && !r.published.After(to) {
			from = r.published
		}
	case "OVER":
		to = to.Add(oneDay)
	default:
		if n.kind == edge {
			from, to = p.cutTo(n.mod)
		}
	}
	out.From, out.To = from.Format(iso8601), to.Format(iso8601)
	switch {
	case n.clock.set:
		c := n.clock
		if c.hour == 24 && n.kind == daytime && p.from.Equal(r.published) && r.leaning(n) == back {
			c.hour = 0 // the midnight that is over
		}
		out.Value += c.String()
	case n.part != "":
		out.Value += "T" + n.part
	case hours && n.n > -24 && n.n < 24:
		out.Value += "TXX:XX" // which hour is not told
	}
	return out, true
}

func earlier(a, b time.Time, known bool) time.Time {
	if known && b.Before(a) {
		return b
	}
	return a
}

// explicit reports whether the text gives the year of n.
func (n *node) explicit() bool {
	return n.kind == calendar && n.year > 0 && !n.linked || n.of != nil && n.of.explicit()
}

// modifier is the TIMEX3 mod of n. A point of time counted from now is BEFORE
// where more has gone by and AFTER where less has.
func modifier(n *node) string {
	switch {
	case n.kind == named && n.mod == "" && strings.HasPrefix(n.holiday, "islamic "):
		return "APPROX"
	case n.mod == "BEFORE", n.mod == "AFTER", n.mod == "OVER":
		return "" // earlier and later this week are told by From and To
	case n.kind == shifted || n.kind == recalled:
		switch n.mod {
		case "MORE_THAN", "EQUAL_OR_MORE":
			return "BEFORE"
		case "LESS_THAN", "EQUAL_OR_LESS":
			return "AFTER"
		}
	}
	return n.mod
}

// stretch is the first and last day of "the past two weeks" and its like.
func (r *reader) stretch(n *node) (from, to string) {
	here := period{from: r.published, to: r.published, unit: day}
	there := here
	switch n.unit {
	case hour, minute, second, day:
		there.from = r.published.Add(time.Duration(n.n*int(n.lean)) * oneDay)
		if n.unit != day {
			there.from = r.published.Add(time.Duration((n.n+23)/24*int(n.lean)) * oneDay)
		}
	case week:
		there.from = r.published.Add(time.Duration(7*n.n*int(n.lean)) * oneDay)
	default:
		if length := map[unit]int{month: 1, quarter: 3, half: 6, year: 12, decade: 120, century: 1200, millennium: 12000}[n.unit]; n.n*length < 12*r.published.Year() {
			there.from = months(r.published, n.n*int(n.lean)*length)
		}
	}
	if n.lean == back {
		return there.from.Format(iso8601), here.from.Format(iso8601)
	}
	return here.from.Format(iso8601), there.from.Format(iso8601)
}

// unresolved is the value of a date whose year is unknown; "" where nothing is.
func (r *reader) unresolved(n *node) string {
	if n.kind != calendar || n.month == 0 || n.of != nil {
		return ""
	}
	v := "XXXX" + date(2000, n.month, max(n.day, 1)).Format("-01-02")
	if n.day == 0 {
		v = v[:len("XXXX-MM")]
	}
	switch {
	case n.clock.set:
		v += n.clock.String()
	case n.part != "":
		v += "T" + n.part
	}
	return v
}

// String is the time as TIMEX3 appends it to a day.
func (c clock) String() string {
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	s := "T" + two(c.hour) + ":" + two(c.minute)
	if c.seconds {
		s += ":" + two(c.second)
	}
	switch {
	case c.offset != "":
		s += c.offset
	case c.utc:
		s += "Z"
	}
	return s
}

// period is the stretch of days that n covers; false where the text does not
// let it be known.
func (r *reader) period(n *node) (period, bool) {
	switch n.kind {
	case calendar:
		return r.calendar(n)
	case shifted:
		return r.shifted(n)
	case recalled:
		return r.recalled(n)
	case named:
		return r.holiday(n)
	case daytime:
		return r.dayOf(n)
	}
	of, ok := r.period(n.of)
	if !ok {
		return of, false
	}
	switch n.kind {
	case edge:
		return of, true
	case within:
		return periodAt(of.from, n.unit), true
	case apart:
		if n.unit <= week {
			scale := 1
			if n.unit == week {
				scale = 7
			}
			return of.moved(n.n*scale, day), true
		}
		return of.moved(n.n, n.unit), true
	case counted:
		return nth(of, n)
	}
	return of, false
}
