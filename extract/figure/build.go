package figure

import (
	"math"
	"strings"

	"rapporteur"
	"rapporteur/extract/date"
	"rapporteur/knowledge/figures"
)

// figure is the finding of c; false where those on whose word it stands deny it.
func (f *finder) figure(c *count) (rapporteur.Figure, bool) {
	out := rapporteur.Figure{
		Measure: c.measure, Value: c.value, ValueMax: c.max, Qualifier: c.qualifier,
		Sentence: f.number, Rule: c.rule, Statement: none,
	}
	out.Unit = f.unitOf(c)
	if out.Unit == "people" && c.value != math.Trunc(c.value) && c.value < many || f.is(c.stop, "per") && f.numeral(c.stop+1) {
		return out, false // a rate: "18.9 deaths per 100,000 people"
	}
	out.Of = f.of(c)
	out.Span = f.span(c)
	f.claim(&out)
	if out.Statement >= 0 && f.statements[out.Statement].Denies && asserts(c.measure) {
		return out, false
	}
	at := c.verb
	if at < 0 {
		at = c.top
	}
	switch {
	case c.measure == rapporteur.MeasureDuration:
	case c.verb >= 0:
		f.asOf(&out, c.verb, c)
	default:
		if h := f.t.Head(c.top); h >= 0 && f.t.Tokens[h].UPOS == "VERB" {
			f.asOf(&out, h, c)
		}
	}
	out.Place = f.place(c, at)
	return out, true
}

// unitOf is the unit of c as the record names it.
func (f *finder) unitOf(c *count) string {
	switch {
	case c.fraction:
		return "percent"
	case c.unit != nil:
		return c.unit.Name
	case c.people, c.head < 0:
		if c.head >= 0 {
			switch f.t.Lemma(c.head) {
			case "family", "household":
				return "families"
			}
		}
		return "people"
	}
	switch c.measure {
	case rapporteur.MeasureOther, rapporteur.MeasureAid, rapporteur.MeasureMoney:
		return f.lower(c.head)
	}
	return "people"
}

// of is what c counts in the article's words, without determiners and numbers.
func (f *finder) of(c *count) string {
	first, last := c.start, c.stop
	switch {
	case c.measure == rapporteur.MeasureDuration:
		if c.head < 0 {
			if c.verb >= 0 {
				return f.t.Word(c.verb)
			}
			return ""
		}
		if f.dash(c.head - 1) {
			return f.t.Text(f.t.SpanOf(c.head-2, c.head+1)) // "cease-fire"
		}
		return f.t.Word(c.head)
	case !c.of && (c.unit != nil && (c.unit.Kind == figures.UnitMoney || c.unit.Kind == figures.UnitPercent) || c.fraction):
		return f.ofAmount(c)
	case c.head >= 0 && c.head < c.start:
		return f.t.Word(c.head)
	case c.head < 0 || f.t.Tokens[c.head].UPOS == "PRON" || f.is(c.head, "others", "other", "dead", "wounded", "injured", "missing"):
		return "people"
	}
	if c.rule == strength {
		first = c.end + 2 // after the hyphen and "strong"
	}
	for first < last && (f.t.Tokens[first].UPOS == "DET" || f.t.Tokens[first].XPOS == "PRP$" || f.is(first, "other", "more", "others", "additional", "-", "of", ",") || first == c.verb && first < c.head) {
		first++ // "12 wounded men" are men
	}
	if c.rule == "figure/noun" && !c.people && c.unit == nil && first == c.head && c.measure != rapporteur.MeasureAid {
		return "people" // "34 deaths", "40 lives"
	}
	return f.t.Text(f.t.SpanOf(first, last))
}

// ofAmount is what an amount of money or a percentage is of: the noun that it
// modifies or that follows after "of" or "in".
func (f *finder) ofAmount(c *count) string {
	last := f.shareEnd(c)
	first := c.end
	for first < last && (f.t.Tokens[first].UPOS == "DET" || f.t.Tokens[first].XPOS == "PRP$" || f.is(first, "of", "in", "for") || f.dash(first)) {
		first++
	}
	if first >= last {
		return ""
	}
	return f.t.Text(f.t.SpanOf(first, last))
}

// shareEnd is the end of the phrase that says what an amount is of.
func (f *finder) shareEnd(c *count) int {
	end := c.end
	t := thing{head: none}
	k := c.end
	switch {
	case f.is(k, "of", "in", "for"):
		k++
	case f.is(k, "a", "an", "per", "each"):
		return end // "1,000 euros a month"
	}
	f.run(&t, k)
	if t.head < 0 {
		return end
	}
	if u := f.unitAt(t.head); u != nil && u.Kind == figures.UnitTime {
		return end // "4 percent in the next year"
	}
	end = t.stop
	if f.is(end, "in", "of") && k == c.end {
		u := thing{head: none}
		if f.run(&u, end+1); u.head >= 0 && f.dated(end+1) == noDate && f.t.Tokens[u.head].UPOS != "PROPN" {
			end = u.stop
		}
	}
	return end
}

// span is the words of c: qualifier, number, unit and what is counted.
func (f *finder) span(c *count) rapporteur.Span {
	end := max(c.end, c.stop)
	switch {
	case c.head >= 0 && c.head < c.first:
		end = c.end
	case c.measure == rapporteur.MeasureDuration && c.head < 0, c.partitive && c.head < 0:
		end = c.end
	case c.of:
	case c.unit != nil && (c.unit.Kind == figures.UnitPercent || c.unit.Kind == figures.UnitMoney) || c.fraction:
		end = f.shareEnd(c)
	case c.head < 0 && c.verb == c.end:
		end = c.end + 1 // "dozens wounded"
	}
	return f.t.SpanOf(c.from, end)
}

// asOf dates a figure by the day of what befell those it counts.
func (f *finder) asOf(out *rapporteur.Figure, at int, c *count) {
	i, ok := date.Attached(f.t, f.dates, at)
	if !ok && at != c.top {
		i, ok = date.Attached(f.t, f.dates, c.top)
	}
	if !ok {
		return
	}
	d := &f.dates[i]
	if x := f.tokenAt(d.Span); x > f.first {
		first, _ := f.t.Phrase(x)
		if f.is(max(first, f.first), "since", "until", "before", "after", "by") || f.is(x-1, "since") {
			return // the day is not that of the count
		}
	}
	out.Date = written(d)
}

// claim says on whose word the figure stands: that of the innermost statement
// around it.
func (f *finder) claim(out *rapporteur.Figure) {
	if f.said == nil && len(f.statements) > 0 {
		f.said = f.saidIn()
	}
	if f.said == nil {
		return
	}
	best, size := none, 1<<62
	for _, i := range f.said[f.number] {
		for _, c := range f.statements[i].Content {
			if c.Contains(out.Span) && c.Len() < size {
				best, size = int(i), c.Len()
			}
		}
	}
	if best < 0 {
		return
	}
	out.Statement, out.AttributedTo = best, f.statements[best].Speaker.Name
}

// saidIn lists for every sentence the statements with content in it.
func (f *finder) saidIn() [][]int32 {
	out := make([][]int32, len(f.t.Sentences))
	for i := range f.statements {
		for _, c := range f.statements[i].Content {
			for k := f.statements[i].Sentence; k >= 0 && f.t.Sentences[k].Span.End > c.Start; k-- {
				if f.t.Sentences[k].Span.Overlaps(c) {
					out[k] = append(out[k], int32(i))
				}
			}
			for k := f.statements[i].Sentence + 1; k < len(out) && f.t.Sentences[k].Span.Start < c.End; k++ {
				if f.t.Sentences[k].Span.Overlaps(c) {
					out[k] = append(out[k], int32(i))
				}
			}
		}
	}
	return out
}

// unrepeated leaves out what was told before: the same value of the same measure
// on the same word. A second count with a place or a day of its own is another one.
func (f *finder) unrepeated() []rapporteur.Figure {
	out := f.out[:0]
	for _, x := range f.out {
		seen := false
		for i := range out {
			y := &out[i]
			if x.Measure == y.Measure && x.Value == y.Value && x.ValueMax == y.ValueMax && x.Unit == y.Unit && (x.Qualifier == vagueNumber) == (y.Qualifier == vagueNumber) &&
				same(x.AttributedTo, y.AttributedTo) && same(x.Place, y.Place) && same(x.Date, y.Date) && (x.Sentence != y.Sentence || strings.EqualFold(lastWord(x.Of), lastWord(y.Of))) {
				seen = true
				break
			}
		}
		if !seen {
			out = append(out, x)
		}
	}
	return out
}

// same reports whether two particulars do not contradict each other.
func same(a, b string) bool { return a == b || a == "" || b == "" }

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
