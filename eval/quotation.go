package eval

import (
	"strings"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/gold"
)

const (
	unspoken = "direct quotations without a speaker"
	speaker  = "speaker of direct quotations"
)

// fewestWords of a quotation: shorter ones are names and words held at arm's length.
const fewestWords = 4

// Quotations counts the direct quotations of the gold, its pieces of content
// between quotation marks, for which the statements have no speaker, and those for
// which they point at words of the gold source.
func Quotations(text string, want []gold.Attribution, got []rapporteur.Statement) Tally {
	var all, without, right int
	for _, a := range want {
		if len(a.Source) == 0 {
			continue
		}
		for _, c := range a.Content {
			if c = within(text, c); !quotation(text[c.Start:c.End]) {
				continue
			}
			all++
			switch s := sayer(c, got); {
			case s == nil:
				without++
			case len(s.Speaker.Spans) > 0 && overlapsAny(a.Source, s.Speaker.Spans[0]):
				right++
			}
		}
	}
	return Tally{unspoken: share(without, all), speaker: share(right, all)}
}

// quotation reports whether words stand between quotation marks and are one
// quotation, of some length.
func quotation(words string) bool {
	const opening, closing = "“\"", "”\""
	words = strings.TrimSpace(words)
	first, n := utf8.DecodeRuneInString(words)
	if !strings.ContainsRune(opening, first) {
		return false
	}
	inside := strings.TrimRight(words[n:], ",.!?’' ")
	last, m := utf8.DecodeLastRuneInString(inside)
	if !strings.ContainsRune(closing, last) {
		return false
	}
	inside = inside[:len(inside)-m]
	return !strings.ContainsAny(inside, opening+closing) && len(strings.Fields(inside)) >= fewestWords
}

// sayer is the statement with a speaker that has most of quotation c, and half of
// it at least; nil where none has.
func sayer(c rapporteur.Span, got []rapporteur.Statement) *rapporteur.Statement {
	var best *rapporteur.Statement
	most := 0
	for i := range got {
		shared := 0
		for _, piece := range got[i].Content {
			shared += max(0, min(piece.End, c.End)-max(piece.Start, c.Start))
		}
		if shared > most && 2*shared >= c.Len() && (got[i].Speaker.Name != "" || len(got[i].Speaker.Spans) > 0) {
			best, most = &got[i], shared
		}
	}
	return best
}

func overlapsAny(in []rapporteur.Span, s rapporteur.Span) bool {
	for _, x := range in {
		if x.Overlaps(s) {
			return true
		}
	}
	return false
}
