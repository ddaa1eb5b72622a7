package event

import (
	"strings"

	"rapporteur"
)

// dayOfMoment is the day of the act that e is told to have happened at the time of ("was
// killed when a bomb went off"), or, of acts of force, just before or after ("threw stones
// before police opened fire").
func (f *finder) dayOfMoment(events []mention, e *mention) calendarDay {
	if o, _ := f.momentOf(events, e, true); o != nil && whole(o.Date) {
		return o.day()
	}
	return calendarDay{}
}

// momentOf is the act at the time of which e is told to have happened, or nil; strictly says
// that both were at once. With force, acts of force just before and after count, too.
func (f *finder) momentOf(events []mention, e *mention, force bool) (o *mention, strictly bool) {
	moment := func(c, h int) (*mention, bool) {
		k := f.t.Child(c, "mark", "advmod")
		if k < 0 || k > c || !f.t.Is(c, "advcl") || !f.preterite(c) && !f.passivePast(c) || !f.preterite(h) && !f.passivePast(h) {
			return nil, false
		}
		other := c
		if c == e.head {
			other = h
		}
		o := f.eventAt(events, other)
		if o == nil || o == e || !asserted(o.Status) || o.Historical {
			return nil, false
		}
		switch f.t.Lemma(k) {
		case "when", "as", "while":
			return o, true
		case "after", "before":
			if force && forceful(e.Type) && forceful(o.Type) && !(k > 0 && f.dated(k-1)) {
				return o, false
			}
		}
		return nil, false
	}
	if h := f.t.Head(e.head); h >= 0 && f.t.Is(e.head, "advcl") {
		if o, at := moment(e.head, h); o != nil {
			return o, at
		}
	}
	for _, c := range f.t.ChildrenBy(e.head, "advcl") {
		if o, at := moment(c, e.head); o != nil {
			return o, at
		}
	}
	return nil, false
}

// passivePast reports whether v is a passive of the simple past: "was killed".
func (f *finder) passivePast(v int) bool {
	k := f.t.Child(v, "aux:pass")
	return k >= 0 && f.t.Tokens[k].XPOS == "VBD" && f.t.Child(v, "aux") < 0
}

// forceful reports whether events of the type are acts of force or of a crowd.
func forceful(kind string) bool { return kind == "ASSAULT" || kind == "PROTEST" || kind == "COERCE" }

// hoursLater reports whether the sentence of e opens by saying that it was soon after what
// was told before: "Hours later", "Shortly afterwards".
func (f *finder) hoursLater(e *mention) bool {
	s := f.t.Sentences[e.Sentence]
	if !f.preterite(e.head) && !f.passivePast(e.head) && f.t.Tokens[e.head].XPOS != "VBG" {
		return false
	}
	for i := s.First + 1; i < min(s.First+5, s.End, e.head); i++ {
		switch strings.ToLower(f.t.Word(i)) {
		case "later", "afterwards", "afterward", "thereafter", "after":
		default:
			continue
		}
		if f.t.Lemma(i) == "after" && i+1 < s.End && f.t.Word(i+1) != "," {
			continue // "shortly after the talks"
		}
		switch f.t.Lemma(i - 1) {
		case "hour", "minute", "moment", "second", "shortly", "soon":
			return true
		}
	}
	return false
}

// dayBefore is the day of the nearest act of force, or of words for words, that is told
// before e and has one.
func (f *finder) dayBefore(events []mention, e *mention) calendarDay {
	var best calendarDay
	at := none
	for k := range events {
		a := &events[k]
		if a == e || a.kind.Verbal != e.kind.Verbal || a.Status != rapporteur.StatusHappened || a.Historical || !whole(a.Date) {
			continue
		}
		for _, s := range append([]rapporteur.Span{a.Anchor}, a.Also...) {
			if s.Start < e.Anchor.Start && s.Start > at {
				at, best = s.Start, a.day()
			}
		}
	}
	if at < 0 || e.Sentence-f.sentenceAt(at) > storyReach {
		return calendarDay{}
	}
	return best
}
