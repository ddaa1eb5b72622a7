package talks

import (
	"strings"

	know "rapporteur/knowledge/talks"
)

// subject is a short phrase for what is negotiated: the words that qualify the
// first telling noun of talks ("wage", "peace"), or what it is on ("the port").
func (f *finder) subject() string {
	for _, n := range f.nouns {
		if n.class&(know.Talks|know.Deal|know.Truce) == 0 || n.weight < 0.7 {
			continue
		}
		if s := f.about(n); s != "" {
			return s
		}
	}
	return ""
}

// about is what a noun of talks is about: what follows "on", "over" or "to end".
func (f *finder) about(n noun) string {
	s := f.t.Sentences[f.t.SentenceOf(n.head)]
	for k := n.head + 1; k < s.End && k < n.head+8; k++ {
		switch lower(f.t.Word(k)) {
		case "on", "over", "about":
			if first, end := k+1, min(f.stretch(k+1), k+9); end > first {
				return f.t.Text(f.span(first, end))
			}
		}
		if f.parts(k) {
			break
		}
	}
	words := f.t.Text(f.t.SpanOf(n.first, n.head+1))
	if strings.Contains(words, " ") || strings.Contains(words, "-") {
		return lower(words)
	}
	return ""
}
