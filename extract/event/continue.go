package event

import (
	"slices"

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
