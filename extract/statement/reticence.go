package statement

import (
	"slices"
)

// What a report says of those who leave something unsaid is its own: "said the port
// had fallen, but gave no further details", "without elaborating".
var (
	untold  = []string{"elaborate", "specify", "say", "comment", "name", "identify", "disclose", "explain", "clarify", "detail", "provide", "give", "offer", "release"}
	details = []string{"detail", "reason", "explanation", "evidence", "information", "figure", "number", "date", "timetable", "timeframe", "timeline", "comment", "proof"}
)

// reticent reports whether the words after the conjunction or preposition at j tell
// that the speaker leaves something unsaid.
func (f *finder) reticent(j int) bool {
	k := j + 1
	if f.is(j, "without") {
		return f.t.Tokens[min(k, f.last-1)].XPOS == "VBG" && f.keeps(k, k+1)
	}
	if f.t.Tokens[j].UPOS != "CCONJ" {
		return false
	}
	if f.any(k, "he", "she", "they", "it") {
		k++
	}
	switch {
	case f.any(k, "did", "does", "do", "would") && f.any(k+1, "not", "n't", "n’t"):
		return f.keeps(k+2, k+3)
	case f.any(k, "declined", "declines", "refused", "refuses") && f.is(k+1, "to"):
		return f.keeps(k+2, k+3)
	}
	return k+1 < f.last && f.any(k+1, "no", "few", "little") && f.keeps(k, k+1)
}

// keeps reports whether the verb at k is one of telling, and if it takes an object
// at p, that this is a detail or a question: "gave no reason", "say when".
func (f *finder) keeps(k, p int) bool {
	if k >= f.last || !slices.Contains(untold, f.t.Lemma(k)) {
		return false
	}
	switch f.t.Lemma(k) {
	case "provide", "give", "offer", "release":
		for i := p; i < min(p+5, f.last) && !f.punct(i); i++ {
			if slices.Contains(details, f.t.Lemma(i)) {
				return true
			}
		}
		return false
	case "say":
		return p >= f.last || f.any(p, "who", "when", "where", "how", "why", "what", "whether", "if", "which", "more")
	}
	return true
}
