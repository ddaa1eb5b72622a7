// Package date finds every temporal expression of a report and gives it its
// value as TIMEX3 asks (TimeML 1.2.1), counted from the day of the report.
//
// It reads in two steps. A parser goes over the words of each sentence and
// makes a node of every expression: what it says outright, and what it leaves
// to the reader. A reader then goes over the nodes in the order of the text and
// finds what was left out: the year, the week, the day, from the day of the
// report, from the tense of the verb that governs the expression, and from the
// dates spoken of before. The words are data, in knowledge/dates;
// docs/dates.md says what is found and by which conventions.
package date

import (
	"sync"
	"time"

	"rapporteur"
	"rapporteur/extract/grammar"
)

// Find reads the dates of t, ascending and never overlapping. Where the day of
// the report is unknown, expressions that hang on it are found with an empty
// Value.
func Find(t *grammar.Tree) []rapporteur.Date {
	p := parser{t: t, text: t.Article.Text, lexemes: lex(t)}
	for at := 0; at < len(p.lexemes); at = p.high {
		p.low, p.high = at, at
		s := t.SentenceOf(int(p.lexemes[at].token))
		for p.high < len(p.lexemes) && (t.SentenceOf(int(p.lexemes[p.high].token)) == s || p.cut()) {
			s = t.SentenceOf(int(p.lexemes[p.high].token))
			p.high++
		}
		p.read()
	}
	if len(p.out) == 0 {
		return nil
	}
	p.link()
	r := reader{t: t, lexemes: p.lexemes}
	r.published, r.known = Published(t.Article)
	r.dayFirst = sync.OnceValue(p.dayFirst)
	taken := false
	for i := 0; i < len(p.out) && !r.known; i++ {
		if d, ok := r.dateline(p.out[i]); ok {
			r.published, r.known, taken = d, true, true
			p.out[i].node.rule = "date/dateline"
		}
	}
	appeared := r.published
	for _, e := range p.out {
		// What a report calls "today" is the day on which it was filed.
		if !r.known || !r.filed(e) {
			continue
		}
		if d, ok := r.dateline(e); ok && d.Before(appeared) && !d.Before(appeared.Add(-early)) {
			r.published = d
			break
		}
	}
	out := make([]rapporteur.Date, 0, len(p.out))
	for _, e := range p.out {
		if d, ok := r.dateline(e); ok && !taken && d.Equal(r.published) {
			continue
		}
		if d, ok := r.date(e); ok {
			out = append(out, d)
		}
	}
	return out
}

// cut reports whether a sentence was ended at p.high in the middle of a date: by
// the stop of an abbreviation ("at 3 p.m. | Friday", "on Oct. | 7"), or by no
// stop at all on one and the same line.
func (p *parser) cut() bool {
	last, next := p.lexemes[p.high-1], p.lexemes[p.high]
	switch end := p.text[last.end-1]; {
	case last.digit || last.word != nil && end != '.':
		return next.start == last.end+1 && p.text[last.end] == ' ' && (next.digit || next.word != nil && next.word.class != 0) &&
			(last.digit || last.word.class != 0)
	case last.word == nil || end != '.':
		return false
	case last.word.class&isMeridiem != 0:
		return next.word != nil && next.word.class&(isWeekday|isMonth|isDay|isZone) != 0
	}
	return last.word.short && last.word.month > 0 && next.digit
}

// Published is the day of the report, midnight UTC of its own calendar day: that
// of the article.
func Published(a *rapporteur.Article) (time.Time, bool) {
	if a.Published.IsZero() {
		return time.Time{}, false
	}
	y, m, d := a.Published.Date()
	return date(y, int(m), d), true
}
