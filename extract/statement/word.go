package statement

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

func (f *finder) is(i int, word string) bool {
	return i >= 0 && i < len(f.t.Tokens) && strings.EqualFold(f.t.Word(i), word)
}

// any reports whether token i reads one of words.
func (f *finder) any(i int, words ...string) bool {
	for _, w := range words {
		if f.is(i, w) {
			return true
		}
	}
	return false
}

func lower(s string) string { return strings.ToLower(s) }

// hyphen reports whether token i joins two words.
func (f *finder) hyphen(i int) bool {
	t := f.t.Tokens
	return f.is(i, "-") && i > 0 && i+1 < len(t) && t[i-1].Span.End == t[i].Span.Start && t[i].Span.End == t[i+1].Span.Start
}

// dash reports whether token i is a dash between phrases.
func (f *finder) dash(i int) bool {
	return f.any(i, "–", "—", "―", "--") || f.is(i, "-") && !f.hyphen(i)
}

func (f *finder) punct(i int) bool { return f.t.Tokens[i].UPOS == "PUNCT" }

// stop reports whether token i ends a sentence.
func (f *finder) stop(i int) bool { return f.any(i, ".", "!", "?", "…", "...", "?!", "!?") }

// mark reports whether token i is a quotation mark, paired or not.
func (f *finder) mark(i int) bool {
	return f.any(i, "“", "”", "\"", "''", "``", "’", "‘", "'", "«", "»")
}

// finite reports whether token i is a verb that can be the predicate of a
// clause by itself.
func (f *finder) finite(i int) bool {
	switch f.t.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// pastTaken reports whether token i is a past tense taken for a participle: it has
// a subject and no auxiliary.
func (f *finder) pastTaken(i int) bool {
	if f.t.Tokens[i].XPOS != "VBN" {
		return false
	}
	s := f.t.Child(i, "nsubj")
	return s >= 0 && s < i && f.t.Child(i, "aux", "aux:pass", "cop") < 0
}

func (f *finder) finiteWithin(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if f.finite(i) {
			return true
		}
	}
	return false
}

// trim takes the punctuation off both ends of a range.
func (f *finder) trim(r tokens) tokens {
	for r.first < r.end && f.loose(r.first) {
		r.first++
	}
	for r.first < r.end && f.loose(r.end-1) {
		r.end--
	}
	return r
}

// loose reports whether token i is no part of a content that it begins or ends.
func (f *finder) loose(i int) bool {
	return f.punct(i) && f.any(i, ",", ".", ";", ":", "-", "–", "—", "--") || f.mark(i)
}

func (f *finder) hasComma(r tokens) bool {
	for i := r.first; i < r.end; i++ {
		if f.is(i, ",") {
			return true
		}
	}
	return false
}

// trimComma is r without a comma at its end that closes nothing.
func (f *finder) trimComma(r tokens) tokens {
	if r.end > r.first+1 && f.is(r.end-1, ",") && !f.hasComma(tokens{r.first, r.end - 1}) {
		r.end--
	}
	return r
}

// afterComma reports whether a comma stands before token j, a quotation mark
// between them or not.
func (f *finder) afterComma(j int) bool {
	j--
	for j > f.first && (f.closes[j] != 0 || f.mark(j)) {
		j--
	}
	return f.any(j, ",", "-", "–", "—", "--")
}

// linking reports whether token i is an adverb that only links sentences,
// whatever it is tagged as.
func (f *finder) linking(i int) bool {
	return f.any(i, "meanwhile", "however", "nevertheless", "therefore", "moreover")
}

// capital reports whether token i begins with a capital letter.
func (f *finder) capital(i int) bool {
	r, _ := utf8.DecodeRuneInString(f.t.Word(i))
	return unicode.IsUpper(r)
}
