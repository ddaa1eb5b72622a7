package event

import (
	"slices"
	"strings"
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
	if d := f.daysApart(m.head); d != nil {
		e.DateSpan, e.Date = d.Span, d.Covered()
		return d
	}
	at, ok := f.attached(m.head, m.head)
	for _, w := range m.words {
		if ok {
			break
		}
		if t := plover.TypeByName(e.Type); t.Verbal && t.Name != "CONSULT" && f.isOf(talking, w) {
			continue // "invited them to talks in May"
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
	if h := f.t.Head(m.head); !ok && h >= 0 && f.t.Is(m.head, "conj") && f.t.Tokens[h].UPOS == "VERB" && f.t.Tokens[m.head].UPOS == "VERB" {
		// "ambushed a truck and attacked a camp on Saturday", with the day hung on the first
		if at, ok = f.attached(h, m.head); ok && f.dates[at].Span.Start < f.t.Tokens[m.head].Span.Start {
			ok = false
		}
	}
	if !ok {
		at, ok = f.attendant(e, m)
	}
	if !ok {
		at, ok = f.opening(m.head)
	}
	if !ok {
		at, ok = f.stretch(m.head)
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
	e.Date = d.Covered()
	if fate == real && f.since(d) && d.From != "" && !f.published.IsZero() && date.Compare(*d, f.published) == date.Past {
		open := *d
		open.To = f.published.Format(time.DateOnly)
		e.Date = open.Covered() // "have been killed since January"
	}
	return d
}

// attached is the date that hangs on token i, as date.Attached finds it, unless
// it is the day on which head was only told of.
func (f *finder) attached(i, head int) (int, bool) {
	at, ok := date.Attached(f.t, f.dates, i)
	if ok && f.clockOnly(at) {
		return at, false
	}
	return at, ok && !f.reported(at, head) && !f.spoken(at, i) && !f.foreign(at, i) && !(i == head && f.bareDay(at, i))
}

// bareDay reports whether the day right behind noun n is that of the word given about what it
// names: "condemned the latest attack Thursday".
func (f *finder) bareDay(at, n int) bool {
	k, v := f.topOf(f.dates[at].Span), f.t.Head(n)
	return k == n+1 && f.t.Head(k) == n && f.t.Child(k, "case") < 0 && v >= 0 && v < n && f.t.Is(n, "obj", "obl") &&
		f.t.Tokens[v].UPOS == "VERB" && verbal(f.typeOf(v)) && f.typeOf(v) != "CONSULT"
}

// opening is the date that opens the sentence of which head is the main verb, where the
// tree hung it elsewhere: "Earlier this week both sides recommitted to the deal after …".
func (f *finder) opening(head int) (int, bool) {
	t := f.t
	s := t.Sentences[t.SentenceOf(head)]
	if t.Head(head) >= 0 || t.Tokens[head].UPOS != "VERB" {
		return none, false
	}
	subject := t.Child(head, "nsubj", "nsubj:pass")
	at := spanAt(len(f.dates), t.Tokens[s.First].Span, func(k int) rapporteur.Span { return f.dates[k].Span })
	if at < 0 {
		at = spanAt(len(f.dates), t.Tokens[min(s.First+1, s.End-1)].Span, func(k int) rapporteur.Span { return f.dates[k].Span })
	}
	if at < 0 || subject < 0 || f.dates[at].Span.End > t.Tokens[subject].Span.Start {
		return none, false
	}
	return at, !f.spoken(at, head) && !f.reported(at, head) && !f.foreign(at, head)
}

// stretch is the stretch of time up to the report in which the act of verb v is told to
// have been done: "40 workers have been kidnapped in the past year".
func (f *finder) stretch(v int) (int, bool) {
	if f.t.Tokens[v].UPOS != "VERB" || !f.past(v) {
		return none, false
	}
	for _, p := range append(f.fresh(), f.prepositionals(v)...) {
		switch p.preposition {
		case "in", "over", "during", "within":
		default:
			continue
		}
		at := spanAt(len(f.dates), f.t.Tokens[p.head].Span, func(k int) rapporteur.Span { return f.dates[k].Span })
		if at >= 0 && f.dates[at].Type == rapporteur.DateDuration && f.dates[at].Covered() != "" && f.t.Head(p.head) == v {
			return at, true
		}
	}
	return none, false
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

// inEra reports whether the clause of v is set in an age or a war long over: "during the
// Second World War the harbour was bombed".
func (f *finder) inEra(v int) bool {
	if s := f.t.Child(v, "nsubj", "nsubj:pass"); s >= 0 && f.preposition(s) == "during" {
		for _, k := range f.t.ChildrenBy(s, "compound") {
			if f.isOf(era, k) {
				return true // "During the Second World War Arden aircraft bombed", read as one noun phrase
			}
		}
	}
	for _, p := range f.prepositionals(v) {
		switch p.preposition {
		case "in", "during", "under", "before", "after", "since", "at", "from":
			if f.isOf(era, p.head) {
				return true
			}
		}
	}
	return false
}

// since reports whether date d stands after "since": from then on.
func (f *finder) since(d *rapporteur.Date) bool {
	at := f.topOf(d.Span)
	return at >= 0 && (f.preposition(at) == "since" || at > 0 && f.t.Lemma(at-1) == "since" || strings.HasPrefix(strings.ToLower(f.t.Text(d.Span)), "since "))
}

// old reports whether a date lies more than a year before the report.
func (f *finder) old(d *rapporteur.Date) bool {
	if d == nil || f.published.IsZero() || d.To == "" {
		return false
	}
	return d.To < f.published.AddDate(-1, 0, 0).Format(time.DateOnly)
}
