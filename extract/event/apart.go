package event

import (
	"strconv"
	"time"

	"rapporteur"
)

// daysApart is the date of what head tells where that is told by how long it was before
// or after what the clause above it tells: "met on Thursday, two days after the raid".
func (f *finder) daysApart(head int) *rapporteur.Date {
	t := f.t
	k := t.Child(head, "mark", "case")
	for _, n := range [2]int{f.beside(head), t.Child(head, "nsubj", "nsubj:pass")} {
		if k < 0 && n >= 0 && n < head {
			k = t.Child(n, "case") // "after Arden invaded", with the conjunction taken for a preposition
		}
	}
	if k < 1 || k > head || t.SentenceOf(k-1) != t.SentenceOf(head) {
		return nil
	}
	sign := -1 // what came before lies back from the clause
	switch t.Lemma(k) {
	case "after", "following":
	case "before":
		sign = 1
	default:
		return nil
	}
	at := spanAt(len(f.dates), t.Tokens[k-1].Span, func(i int) rapporteur.Span { return f.dates[i].Span })
	if at < 0 || f.dates[at].Span.End != t.Tokens[k-1].Span.End {
		return nil
	}
	days, base := daysOf(&f.dates[at]), f.dayAhead(at)
	if days == 0 || base == "" {
		return nil
	}
	from, err := time.Parse(time.DateOnly, base)
	if err != nil {
		return nil
	}
	d := f.dates[at]
	d.Type, d.Value = rapporteur.DateDay, from.AddDate(0, 0, sign*days).Format(time.DateOnly)
	d.From, d.To = d.Value, d.Value
	return &d
}

// dayAhead is the day told before date at in its clause, or "". Trees seldom hang "two days
// after" where it belongs; the order of words is surer.
func (f *finder) dayAhead(at int) string {
	d := &f.dates[at]
	for i := at - 1; i >= 0 && f.dates[i].Sentence == d.Sentence; i-- {
		if b := &f.dates[i]; b.From != "" && b.From == b.To {
			return b.From
		}
	}
	return ""
}

// daysOf is the number of days that a duration says, or 0.
func daysOf(d *rapporteur.Date) int {
	v := d.Value
	if d.Type != rapporteur.DateDuration || d.Modifier != "" || len(v) < 3 || v[0] != 'P' {
		return 0
	}
	n, err := strconv.Atoi(v[1 : len(v)-1])
	if err != nil || n < 0 || n > 1000 {
		return 0
	}
	switch v[len(v)-1] {
	case 'D':
		return n
	case 'W':
		return 7 * n
	}
	return 0
}
