package event

import (
	"cmp"
	"slices"
	"time"

	"rapporteur"
	"rapporteur/extract/date"
	"rapporteur/knowledge/plover"
)

// date dates the event told by head, with the words that the match holds, from
// the dates that hang on it in the tree; an event without one has none.
func (f *finder) date(e *rapporteur.Event, m *match, fate fate) *rapporteur.Date {
	if f.t.Tokens[m.head].UPOS != "VERB" && f.ended(m.head) {
		return nil // the day on which it ended
	}
	at, ok := f.attached(m.head, m.head)
	for _, w := range m.words {
		if ok {
			break
		}
		at, ok = f.attached(w, m.head)
		ok = ok && !f.relative(at, w)
	}
	if !ok && m.content >= 0 {
		// "agreed to do that in May" dates the word, unless the deed is yet to come.
		if at, ok = f.attached(m.content, m.head); ok && date.Compare(f.dates[at], f.published) != date.Past {
			ok = false
		}
	}
	if !ok {
		at, ok = f.attendant(e, m)
	}
	if !ok {
		return nil
	}
	at = f.finer(at)
	d := &f.dates[at]
	if fate == real && date.Compare(*d, f.published) == date.Future && (plover.TypeByName(e.Type).Verbal || f.past(m.head)) {
		return nil // "reached a deal that takes effect on Thursday": the word has been given
	}
	e.DateSpan = d.Span
	e.Date = written(d)
	return d
}

// attached is the date that hangs on token i, as date.Attached finds it, unless
// it is the day on which head was only told of.
func (f *finder) attached(i, head int) (int, bool) {
	at, ok := date.Attached(f.t, f.dates, i)
	return at, ok && !f.reported(at, head) && !f.spoken(at, i)
}

// spoken reports whether date d is not of what n names but of what is above it: a
// word about it ("Arden on Sunday condemned the attack", "accused Velm on Sunday of
// shelling"), or an act that it only goes with ("marched on Sunday despite a ban").
func (f *finder) spoken(d, n int) bool {
	h := f.clauseAbove(n)
	if h < 0 || !f.aside(n) && !f.wordOn(h, n) && !f.cues(h) {
		return false
	}
	for up, steps := f.topOf(f.dates[d].Span), 0; up >= 0 && steps < 8; up, steps = f.t.Head(up), steps+1 {
		if up == n {
			return false
		}
		if up == h {
			return true
		}
	}
	return false
}

// clauseAbove is the verb that noun or participle n stands under, or none.
func (f *finder) clauseAbove(n int) int {
	if f.t.Verbal(n) && !(f.t.Tokens[n].XPOS == "VBG" && f.t.Is(n, "advcl", "xcomp", "ccomp") && f.t.Child(n, "mark") >= 0) {
		return none
	}
	h := f.t.Head(n)
	for h >= 0 && !f.t.Verbal(h) {
		h = f.t.Head(h)
	}
	return h
}

// wordOn reports whether verb h is a word given or spoken that n is no part of.
func (f *finder) wordOn(h, n int) bool {
	for i := range f.matches {
		m := &f.matches[i]
		if m.head == h && !slices.Contains(m.words, n) && m.row.Type != "CONSULT" {
			if t := plover.TypeByName(m.row.Type); t != nil && t.Verbal {
				return true
			}
		}
	}
	return false
}

// aside reports whether a preposition parts noun n from its verb as something of
// another time or place: "despite a truce", "after the raid".
func (f *finder) aside(n int) bool {
	for steps := 0; n >= 0 && steps < 4 && !f.t.Verbal(n); steps++ {
		if steps > 0 && f.isOf(memory, n) {
			return true
		}
		switch f.preposition(n) {
		case "despite", "after", "before", "since", "amid", "following", "ahead_of", "until", "because_of", "due_to", "over", "about", "in_response_to", "as_well_as":
			return true
		}
		n = f.t.Head(n)
	}
	return false
}

// remembered reports whether noun n is only remembered: "the anniversary of the raid".
func (f *finder) remembered(n int) bool {
	h := f.t.Head(n)
	return h >= 0 && f.t.Is(n, "nmod") && !f.t.Verbal(h) && f.isOf(memory, h)
}

// past reports whether verb v, or the verb above noun v, is of the past.
func (f *finder) past(v int) bool {
	if v >= 0 && !f.t.Verbal(v) {
		v = f.clauseAbove(v)
	}
	if v < 0 {
		return false
	}
	if f.t.Tokens[v].XPOS == "VBD" {
		return true
	}
	for _, k := range f.t.ChildrenBy(v, "aux") {
		if x := f.t.Tokens[k].XPOS; x == "VBD" || f.t.Lemma(k) == "have" {
			return true
		}
	}
	return false
}

// relative reports whether date d stands in a clause of its own below noun w: "broke
// a truce that began on Monday".
func (f *finder) relative(d, w int) bool {
	for up, steps := f.topOf(f.dates[d].Span), 0; up >= 0 && up != w && steps < 8; up, steps = f.t.Head(up), steps+1 {
		if f.t.Tokens[up].Deprel == "acl:relcl" {
			return true
		}
	}
	return false
}

// reported reports whether date d stands right beside the word of saying that
// head is told under: "Arden said on Saturday that talks were under way".
func (f *finder) reported(d, head int) bool {
	span := f.dates[d].Span
	first, found := slices.BinarySearchFunc(f.t.Tokens, span.Start, func(t rapporteur.Token, start int) int { return cmp.Compare(t.Span.Start, start) })
	if !found {
		return false
	}
	if first > 0 && f.t.Tokens[first-1].UPOS == "ADP" {
		first--
	}
	word := f.t.Tokens[head].Span
	for _, i := range f.statementsOf(word) {
		s := &f.statements[i]
		holds := func(of rapporteur.Span) bool {
			return slices.ContainsFunc(s.Content, func(c rapporteur.Span) bool { return c.Contains(of) })
		}
		if holds(word) && !holds(span) && !s.Cue.Overlaps(word) && (s.Cue.Overlaps(span) || first > 0 && s.Cue.Contains(f.t.Tokens[first-1].Span)) {
			return true
		}
	}
	return false
}

// attendant is the date of the verb that the participle m is said to go with
// ("issued a statement on Friday welcoming the talks"), or for a word that was
// given, of the participle of saying that goes with it ("expressed hope, saying on
// Thursday").
func (f *finder) attendant(e *rapporteur.Event, m *match) (int, bool) {
	t := f.t
	v := m.head
	if t.Tokens[v].XPOS == "VBG" && t.Child(v, "aux", "mark", "nsubj") < 0 {
		h := t.Head(v)
		if t.Is(v, "acl") && h >= 0 && t.Is(h, "obj") && f.isOf(document, h) {
			h = t.Head(h)
		} else if !t.Is(v, "advcl") {
			h = none
		}
		if h >= 0 && t.Tokens[h].UPOS == "VERB" {
			return f.attached(h, v)
		}
	}
	if t.Tokens[v].UPOS == "VERB" && plover.TypeByName(e.Type).Verbal {
		for k := v + 1; k < t.Sentences[e.Sentence].End; k++ {
			if t.Tokens[k].XPOS == "VBG" && t.Word(k-1) == "," && f.cues(k) {
				return f.attached(k, v)
			}
			if t.Child(k, "nsubj", "nsubj:pass") >= 0 {
				break // another clause
			}
		}
	}
	return none, false
}

// cues reports whether token i is of the cue of a statement.
func (f *finder) cues(i int) bool {
	span := f.t.Tokens[i].Span
	return slices.ContainsFunc(f.statements, func(s rapporteur.Statement) bool { return s.Cue.Contains(span) })
}

// finer is the day that says a stretch before it more exactly, where there is
// one: "at the end of the week, on January 29".
func (f *finder) finer(at int) int {
	d := &f.dates[at]
	if d.From == d.To || at+1 >= len(f.dates) {
		return at
	}
	next := &f.dates[at+1]
	if next.From == "" || next.From != next.To || next.Sentence != d.Sentence || next.Span.Start-d.Span.End > len(", on the ") {
		return at
	}
	if next.From < d.From[:min(len(d.From), 7)] || next.From > d.To {
		return at
	}
	return at + 1
}

// written is the days that d covers as the record writes them: a year, a month,
// a day or a range.
func written(d *rapporteur.Date) string {
	if d.From == "" || d.To == "" || len(d.From) != 10 || len(d.To) != 10 {
		return ""
	}
	if d.From == d.To {
		return d.From
	}
	from, err := time.Parse(time.DateOnly, d.From)
	if err != nil {
		return ""
	}
	switch d.To {
	case from.AddDate(0, 1, -1).Format(time.DateOnly):
		if from.Day() == 1 {
			return d.From[:7]
		}
	case from.AddDate(1, 0, -1).Format(time.DateOnly):
		if from.YearDay() == 1 {
			return d.From[:4]
		}
	}
	return d.From + "/" + d.To
}

// longAgo reports whether the clause of v is told to lie years back: "thirty years
// after Arden invaded Velm, …" of a report in the present tense.
func (f *finder) longAgo(v int) bool {
	k := f.t.Child(v, "mark")
	if k < 1 || f.t.Lemma(k) != "after" && f.t.Lemma(k) != "since" || f.t.SentenceOf(k-1) != f.t.SentenceOf(v) || f.past(f.t.Head(v)) {
		return false
	}
	switch f.t.Lemma(k - 1) {
	case "year", "decade", "century":
		return true
	}
	return false
}

// old reports whether a date lies more than a year before the report.
func (f *finder) old(d *rapporteur.Date) bool {
	if d == nil || f.published.IsZero() || d.To == "" {
		return false
	}
	return d.To < f.published.AddDate(-1, 0, 0).Format(time.DateOnly)
}
