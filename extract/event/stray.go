package event

import (
	"strings"

	"rapporteur"
)

// clockOnly reports whether date at says the hour and no day, so that only the story tells the
// day: "at 10:39 a.m. local time", "six minutes later".
func (f *finder) clockOnly(at int) bool {
	d := &f.dates[at]
	if d.Type != rapporteur.DateTime {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(f.t.Text(d.Span))) {
		w = strings.Trim(w, "().,")
		switch w {
		case "a.m", "p.m", "am", "pm", "o'clock", "local", "time", "utc", "gmt", "at", "around", "about", "just", "after", "before", "shortly",
			"later", "minutes", "minute", "hours", "hour", "six", "five", "four", "three", "two", "one", "ten", "seven", "eight", "nine", "hrs":
		default:
			if w == "" || w[0] < '0' || w[0] > '9' {
				return false
			}
		}
	}
	return true
}

// foreign reports whether date at is of another deed beside i: "since the 2021 coup", "the
// arrest on Monday led to riots"; or only of a count: "the third this year".
func (f *finder) foreign(at, i int) bool {
	k := f.topOf(f.dates[at].Span)
	if k < 0 {
		return false
	}
	if s := f.t.Sentences[f.t.SentenceOf(k)]; k > s.First {
		first, _ := f.t.Phrase(k)
		for first > s.First && f.dated(first-1) {
			first--
		}
		if first > s.First && ordinal(f.t.Lemma(first-1)) && i != first-1 {
			return true
		}
	}
	switch f.preposition(k) {
	case "until", "till":
		switch h := f.t.Head(k); f.word(max(h, 0)) {
		case "postpone", "delay", "adjourn", "defer", "put_off", "push_back", "reschedule":
			return false
		}
		return true // "was imprisoned until 1974"
	}
	if h := f.t.Head(k); h >= 0 && h != i && f.t.Is(k, "compound", "nummod") && len(f.dates[at].Value) == len("2018") {
		switch f.preposition(h) {
		case "since", "after", "before", "ahead_of", "until", "following":
			return true // "fired his deputy ahead of the 2018 elections"
		}
	}
	if h := f.t.Head(k); h >= 0 && h != i && f.talkedOf(h) == i {
		return true // the day on which the talks were suspended
	}
	if h := f.t.Head(k); h >= 0 && h != i && f.governed(h) && f.eventful(h) && !f.t.Verbal(i) && f.t.Head(h) >= 0 && effectual(f.t.Lemma(f.t.Head(h))) {
		return true
	}
	if !f.t.Is(k, "compound", "nummod", "amod", "nmod:poss") {
		return false
	}
	h := f.t.Head(k)
	if h < 0 || h == i || f.t.Head(i) == h || !f.eventful(h) {
		return false
	}
	switch f.preposition(h) {
	case "since", "after", "before", "until", "despite", "following":
		return true
	}
	return false
}

// ordinal reports whether a word counts one of several.
func ordinal(lemma string) bool {
	switch lemma {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth":
		return true
	}
	return false
}

// effectual reports whether a verb says what came of its subject, at another time.
func effectual(lemma string) bool {
	switch lemma {
	case "lead", "trigger", "spark", "prompt", "cause", "provoke", "ignite":
		return true
	}
	return false
}
