package statement

import (
	"slices"
	"sort"

	"rapporteur"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/knowledge/speech"
)

// Dated gives statements, which are those of t, the day on which each was made,
// where words beside its cue say so. dates must be those of t.
func Dated(t *grammar.Tree, statements []rapporteur.Statement, dates []rapporteur.Date) []rapporteur.Statement {
	out := slices.Clone(statements)
	for i := range out {
		s := &out[i]
		first := sort.Search(len(dates), func(k int) bool { return dates[k].Sentence >= s.Sentence })
		for k := first; k < len(dates) && dates[k].Sentence == s.Sentence; k++ {
			if d := &dates[k]; !toldBy(out, i, d.Span) && said(t, s, d) && date.Compare(*d, t.Article.Published) != date.Future {
				s.Date, s.DateSpan = d.Covered(), d.Span
				break
			}
		}
	}
	return out
}

// toldBy reports whether a span is content of a statement beside statement
// i that does not report it.
func toldBy(all []rapporteur.Statement, i int, span rapporteur.Span) bool {
	for _, step := range []int{-1, 1} {
		for k := i + step; k >= 0 && k < len(all) && all[k].Sentence == all[i].Sentence; k += step {
			if slices.ContainsFunc(all[k].Content, func(c rapporteur.Span) bool { return c.Overlaps(span) && !c.Contains(all[i].Cue) }) {
				return true
			}
		}
	}
	return false
}

// said reports whether d dates the act of statement s and not what is said: it
// hangs on the cue or on its occasion ("in an interview on Monday"), or stands
// beside them, or opens their sentence.
func said(t *grammar.Tree, s *rapporteur.Statement, d *rapporteur.Date) bool {
	if d.From == "" || d.Type != rapporteur.DateDay && d.Type != rapporteur.DateTime {
		return false
	}
	if slices.ContainsFunc(s.Content, d.Span.Overlaps) || slices.ContainsFunc(s.Speaker.Spans, d.Span.Overlaps) {
		return false
	}
	first, end := tokensOf(t, d.Span)
	cue, cueEnd := tokensOf(t, s.Cue)
	if end < len(t.Tokens) && t.Tokens[end].XPOS == "POS" {
		return false // "Monday's raid"
	}
	lead := first
	for lead > 0 && leadsToDay[lower(t.Word(lead-1))] {
		lead--
	}
	if lead > 0 && offDay[lower(t.Word(lead-1))] {
		return false // "after Monday"
	}
	for x := first; x < end; x++ {
		up := t.Head(x)
		if up >= first && up < end || up < 0 {
			continue
		}
		if up >= cue && up < cueEnd || occasional(t, s, up) {
			return true
		}
	}
	sentence := t.Sentences[s.Sentence]
	if lead == sentence.First {
		after := end
		if after < sentence.End && t.Word(after) == "," {
			after++
		}
		return len(s.Speaker.Spans) > 0 && after < sentence.End && t.Tokens[after].Span.Start == s.Speaker.Spans[0].Start
	}
	before := lead - 1
	return before >= cue && before < cueEnd || occasional(t, s, before) || slices.ContainsFunc(slices.Concat(s.Speaker.Spans, s.Addressee.Spans), func(x rapporteur.Span) bool {
		return x.Start >= s.Cue.End && x.End == t.Tokens[before].Span.End
	})
}

// leadsToDay are the words between a cue and the day: "said late on Monday".
var leadsToDay = map[string]bool{"on": true, "late": true, "early": true, "in": true, "earlier": true, "at": true, "later": true}

// offDay are the words before a day that is not that of the act.
var offDay = map[string]bool{"after": true, "before": true, "since": true, "until": true, "till": true, "from": true, "by": true, "for": true, "of": true, "ahead": true, "between": true}

// occasional reports whether token i is a noun for where or how statements are
// made, outside what s says.
func occasional(t *grammar.Tree, s *rapporteur.Statement, i int) bool {
	at := t.Tokens[i].Span
	return speech.Roles(t.Lemma(i))&speech.Occasion != 0 && !slices.ContainsFunc(s.Content, at.Overlaps)
}

// tokensOf are the tokens [first, end) of a span.
func tokensOf(t *grammar.Tree, s rapporteur.Span) (first, end int) {
	first = sort.Search(len(t.Tokens), func(i int) bool { return t.Tokens[i].Span.End > s.Start })
	for end = first; end < len(t.Tokens) && t.Tokens[end].Span.Start < s.End; end++ {
	}
	return first, end
}
