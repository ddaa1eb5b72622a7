package talks

import (
	"strings"

	know "rapporteur/knowledge/talks"
)

// subject is a short phrase for what is negotiated: what the first noun of talks
// that says it is on ("the port"), or the words that qualify such a noun ("wage
// talks").
func (f *finder) subject() string {
	qualified := ""
	for _, n := range f.nouns {
		if n.class&(know.Talks|know.Deal|know.Truce) == 0 || n.weight < 0.7 || f.meant(n.head) {
			continue
		}
		if s := f.about(n); s != "" {
			return s
		}
		if qualified == "" {
			qualified = f.qualified(n)
		}
		if qualified == "" && n.class&know.Truce != 0 {
			qualified = lower(f.t.Text(f.t.SpanOf(n.first, n.head+1)))
		}
	}
	return qualified
}

// about is what a noun of talks is about: what follows "on", "over" or "about",
// "to end" or "aimed at".
func (f *finder) about(n noun) string {
	s := f.t.Sentences[f.t.SentenceOf(n.head)]
	for k := n.head + 1; k+1 < s.End && k < n.head+8 && !f.parts(k); k++ {
		first := 0
		switch lower(f.t.Word(k)) {
		case "on", "over", "about", "regarding", "concerning":
			first = k + 1
		case "to":
			if k == n.head+1 && f.is(k+1, "end") {
				first = k + 1
			}
		case "aimed":
			if f.t.Word(k+1) == "at" {
				first = k + 2
			}
		}
		if first == 0 || first >= s.End || f.dated(first) || f.dated(min(first+1, s.End-1)) || f.covering(k) >= 0 {
			continue
		}
		if !f.t.Dominates(n.head, first) && !f.t.Dominates(n.head, k) {
			continue // "got the talks off on the right foot"
		}
		if end := f.circumstance(first, f.beforeVerb(first, f.stretch(first))); f.telling(first, end) && !f.ordinal(first, end) {
			return f.short(first, end)
		}
	}
	return ""
}

// beforeVerb is the end of a phrase that begins with token first: at the next
// finite verb, which is that of the talks themselves.
func (f *finder) beforeVerb(first, end int) int {
	for k := first; k < end; k++ {
		if f.inflected(k) || f.t.Tokens[k].XPOS == "WDT" {
			if k > first && f.t.Tokens[k-1].UPOS == "ADP" {
				return k - 1
			}
			return k
		}
	}
	return end
}

// circumstance is the end of a phrase that begins with token first: before the
// words that say when or amid what: "a new government after last week's vote".
func (f *finder) circumstance(first, end int) int {
	for k := first + 1; k < end; k++ {
		switch lower(f.t.Word(k)) {
		case "after", "since", "amid", "following", "despite", "before", "during", "because", "as":
			if f.t.Tokens[k].UPOS == "ADP" || f.t.Tokens[k].UPOS == "SCONJ" || f.t.Tokens[k].UPOS == "VERB" {
				return k
			}
		}
	}
	return end
}

// dated reports whether a date begins at token i: "the talks on Monday".
func (f *finder) dated(i int) bool {
	for d := range f.dates {
		if f.dates[d].Span.Start <= f.t.Tokens[i].Span.Start && f.t.Tokens[i].Span.Start < f.dates[d].Span.End {
			return true
		}
	}
	return false
}

// meant reports whether token i heads the words that mean an actor ("the peace
// talks team").
func (f *finder) meant(i int) bool { return len(f.actorsAt(i)) > 0 }

// qualified is a noun of talks with the nouns and adjectives that say of which
// kind it is ("truce and captive-release negotiations"), "" where none does.
func (f *finder) qualified(n noun) string {
	first := n.first
	for k := n.first - 1; k >= 0 && k > n.first-8 && f.t.SentenceOf(k) == f.t.SentenceOf(n.head); k-- {
		t := f.t.Tokens[k]
		if (t.UPOS == "NOUN" || t.UPOS == "ADJ" && f.ofKind(k) || t.UPOS == "CCONJ" || f.hyphen(k)) && f.t.Dominates(n.head, k) && !f.meant(k) {
			first = k
			continue
		}
		break
	}
	if f.hyphen(first) || first > 0 && f.hyphen(first-1) {
		first = n.first // "a six-month truce"
	}
	for first < n.head && f.t.Tokens[first].UPOS == "CCONJ" {
		first++
	}
	words := f.t.Text(f.t.SpanOf(first, n.head+1))
	if strings.Contains(words, " of ") || !strings.ContainsAny(words, " -") {
		return "" // "round of talks", "talks"
	}
	return lower(words)
}

// ofKind reports whether an adjective is one by which the kind of a term is known:
// "nuclear", "political", but not "new", "last", "tense".
func (f *finder) ofKind(i int) bool {
	_, phrases := know.Kinds()
	p, _ := f.phrase(phrases, i, i+1)
	return p != nil
}

// ordinal reports whether a phrase holds nothing but the number of a day: "a
// deal on the 30th".
func (f *finder) ordinal(first, end int) bool {
	for k := first; k < end; k++ {
		switch f.t.Tokens[k].UPOS {
		case "DET", "NUM", "PUNCT":
		case "ADJ", "NOUN":
			if c := f.t.Word(k)[0]; c < '0' || c > '9' {
				return false
			}
		default:
			return false
		}
	}
	return true
}
