package event

import (
	"slices"
	"strings"

	"rapporteur"
)

// A calendarDay is a date of the record and the words that give it.
type calendarDay struct {
	date string
	span rapporteur.Span
	of   *rapporteur.Date // where the words are a date of their own
}

// sameDay gives acts without a day that of what the text tells them on from. Only
// words that say so carry a day on: a pronoun that opens the sentence, "also", "hours
// later", "when"; elsewhere no day is guessed.
func (f *finder) sameDay(events []mention) {
	for i := range events {
		e := &events[i]
		if e.Date != "" || e.Status != rapporteur.StatusHappened || e.Historical || e.noun {
			continue
		}
		var d calendarDay
		if f.goesOn(e) {
			d = f.dayOfStory(events, i)
		}
		if d.date == "" {
			d = f.dayOfOccasion(events, e)
		}
		if d.date == "" {
			d = f.dayOfMoment(events, e)
		}
		if d.date == "" && f.hoursLater(e) {
			d = f.dayBefore(events, e)
		}
		if d.date != "" {
			e.Date, e.DateSpan, e.date = d.date, d.span, d.of
		}
	}
}

// whole reports whether a written date is one day.
func whole(date string) bool { return len(date) == len("2006-01-02") }

func (m *mention) day() calendarDay { return calendarDay{m.Date, m.DateSpan, m.date} }

// dayOfStory is the day of the last act told in the sentence before event i, of the
// same actor and on the same word. Words follow words: for them what the actor said
// counts, too, and the sentences before, as long as each is of him.
func (f *finder) dayOfStory(events []mention, i int) calendarDay {
	e := &events[i]
	reach := 1
	if e.kind.Verbal {
		reach = storyReach
	}
	for s := e.Sentence; s >= 0 && s >= e.Sentence-reach; s-- {
		met := false
		for k := i - 1; k >= 0 && events[k].Sentence >= s; k-- {
			a := &events[k]
			if a.Sentence > s || a.noun || a.Status != rapporteur.StatusHappened || !f.preterite(a.head) || a.AttributedTo != e.AttributedTo && a.AttributedTo != "" {
				continue
			}
			if share, _ := agree(a.Actors, e.Actors); !share && !(e.kind.Verbal && len(e.Actors) == 1 && f.own(a.Actors, e.Actors[0])) {
				continue
			}
			if whole(a.Date) {
				return a.day()
			}
			if met = true; !e.kind.Verbal {
				return calendarDay{}
			}
		}
		for k := range f.statements {
			st := &f.statements[k]
			if !e.kind.Verbal || st.Sentence != s || st.Cue.Start > e.Anchor.Start || !f.speaksFor(st.Speaker, e.Actors) {
				continue
			}
			if whole(st.Date) {
				return calendarDay{date: st.Date, span: st.DateSpan}
			}
			met = true
		}
		if !met && s < e.Sentence {
			break
		}
	}
	if !f.also(e.head) {
		return calendarDay{}
	}
	for k := i - 1; k >= 0; k-- {
		if a := &events[k]; a.Type == e.Type && asserted(a.Status) && !a.Historical && whole(a.Date) && sameSides(a.Actors, e.Actors) {
			return a.day()
		}
	}
	return calendarDay{}
}

// storyReach is how many sentences back words are told on from.
const storyReach = 4

// goesOn reports whether the clause that tells e takes up the sentence before it.
func (f *finder) goesOn(e *mention) bool {
	t := f.t
	s := t.Sentences[e.Sentence]
	if !f.preterite(e.head) {
		return f.also(e.head) && f.past(e.head)
	}
	v := e.head
	for steps := 0; t.Is(v, "conj") && t.Head(v) >= s.First && steps < 4; steps++ {
		v = t.Head(v)
	}
	if t.Head(v) >= 0 {
		return f.also(e.head)
	}
	if p := t.Child(v, "nsubj"); p >= 0 && p-s.First < 3 && t.Tokens[p].UPOS == "PRON" {
		switch t.Lemma(p) {
		case "he", "she", "it", "they":
			return true
		}
	}
	return f.also(e.head)
}

// also reports whether an adverb of v says that more of the same is told: "also", "more
// importantly".
func (f *finder) also(v int) bool {
	return slices.ContainsFunc(f.t.ChildrenBy(v, "advmod"), func(k int) bool {
		switch f.t.Lemma(k) {
		case "also", "then", "importantly", "additionally", "furthermore", "moreover":
			return k < v
		}
		return false
	})
}

// eventAt is the event that token i tells of, or nil.
func (f *finder) eventAt(events []mention, i int) *mention {
	span := f.t.Tokens[i].Span
	for k := range events {
		e := &events[k]
		if e.Anchor.Contains(span) || slices.ContainsFunc(e.Also, func(s rapporteur.Span) bool { return s.Contains(span) }) {
			return e
		}
	}
	return nil
}

// dayOfOccasion is the day of the meeting at or after which words are told to be said
// ("speaking after the talks, he condemned"), or at which those who are told to have
// agreed met.
func (f *finder) dayOfOccasion(events []mention, e *mention) calendarDay {
	if !e.kind.Verbal {
		return calendarDay{}
	}
	if len(e.Actors) > 1 {
		for k := range events {
			o := &events[k]
			if o.Type == "CONSULT" && o.Status == rapporteur.StatusHappened && whole(o.Date) && f.apartBy(o, e) <= occasionReach && f.past(e.head) && sameSides(o.Actors, e.Actors) {
				return o.day() // those who met on Friday have agreed
			}
		}
	}
	for v := f.t.Sentences[e.Sentence].First; v <= e.head; v++ {
		if v != e.head && (f.t.Lemma(v) != "speak" || f.t.Tokens[v].XPOS != "VBG" || f.t.Child(v, "nsubj") >= 0 || f.cues(v)) {
			continue
		}
		for _, p := range append(f.fresh(), f.prepositionals(v)...) {
			switch p.preposition {
			case "after", "following", "at", "during", "in":
			default:
				continue
			}
			if o := f.eventAt(events, p.head); o != nil && o != e && o.Type == "CONSULT" && o.Status == rapporteur.StatusHappened && whole(o.Date) {
				return o.day()
			}
		}
	}
	return calendarDay{}
}

// occasionReach is how many sentences a meeting may stand from what was agreed there.
const occasionReach = 2

// apartBy is how many sentences lie between e and the nearest mention of o.
func (f *finder) apartBy(o, e *mention) int {
	out := max(o.Sentence-e.Sentence, e.Sentence-o.Sentence)
	for _, s := range o.Also {
		at := f.sentenceAt(s.Start)
		out = min(out, max(at-e.Sentence, e.Sentence-at))
	}
	return out
}

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
