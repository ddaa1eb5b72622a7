package sentence

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/knowledge/boilerplate"
	"rapporteur/language/lexis"
	"rapporteur/language/token"
)

// lines is text as one paragraph.
func lines(text string) Lines {
	l := Lines{Text: text, Tokens: token.Split(nil, text, rapporteur.Span{End: len(text)})}
	for i, t := range l.Tokens {
		next := t.Span.End
		if i+1 < len(l.Tokens) {
			next = l.Tokens[i+1].Span.Start
		}
		l.Words = append(l.Words, lexis.Describe(text[t.Span.Start:t.Span.End], nil))
		l.Gaps = append(l.Gaps, GapOf(text, rapporteur.Span{Start: t.Span.End, End: next}))
	}
	return l
}

// The linter of phrases.tsv: every row can be compared with words, finds its own
// example, is long enough for it, and is needed.
func TestPhrases(t *testing.T) {
	b := book()
	seen := map[string]bool{}
	for _, row := range boilerplate.Phrases() {
		p, err := compile(row)
		if err != nil {
			t.Error(err)
			continue
		}
		words := strings.Join(row.Words, " ")
		if seen[row.Where+words] {
			t.Errorf("%q stands there twice", words)
		}
		seen[row.Where+words] = true
		l := lines(row.Example)
		from, end := 0, len(l.Words)
		switch row.Where {
		case boilerplate.Bracket:
			if l.bracket(&phraseBook{brackets: []*phrase{p}, classes: b.classes}) < 0 {
				t.Errorf("%q finds no credit in its example %q", words, row.Example)
			}
			continue
		case boilerplate.Credit:
			for from < end && l.Words[from].Form != stop {
				from++
			}
			from++
		}
		if !l.match(b, p, p.parts, from, end) {
			t.Errorf("%q is not in its example %q", words, row.Example)
			continue
		}
		if end-from > p.max {
			t.Errorf("%q may have %d words and its example %q has %d", words, p.max, row.Example, end-from)
		}
		if b.find(l, from, end, row.Where) == nil {
			t.Errorf("%q is not looked for in %q", words, row.Example)
		}
	}
}
