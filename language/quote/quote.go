// Package quote finds the passages between quotation marks: straight marks and
// curly ones, guillemets, one inside another, and over several paragraphs, each
// of which opens again without the one before having closed.
//
// It knows marks, not speech: a title in quotation marks is a Quote too. What
// it has to tell apart is an apostrophe from a single mark, and an opening mark
// from a closing one where both look the same.
package quote

import (
	"strings"
	"unicode"

	"rapporteur"
)

// Paragraphs are the spans of the paragraphs of sentences.
func Paragraphs(sentences []rapporteur.Sentence) []rapporteur.Span {
	var out []rapporteur.Span
	for i, s := range sentences {
		if i == 0 || s.Paragraph != sentences[i-1].Paragraph {
			out = append(out, s.Span)
			continue
		}
		out[len(out)-1] = out[len(out)-1].Cover(s.Span)
	}
	return out
}

// Find gives the quotations of text, ascending, and a note for every mark
// without a partner. Paragraphs ascend and do not overlap.
func Find(text string, paragraphs []rapporteur.Span) ([]rapporteur.Quote, []rapporteur.Note) {
	f := finder{text: text}
	for i, p := range paragraphs {
		var next rapporteur.Span
		if i+1 < len(paragraphs) {
			next = paragraphs[i+1]
		}
		f.paragraph(trim(text, p), trim(text, next))
	}
	f.giveUp()
	return f.quotes, f.notes
}

// trim takes the blanks off both ends of s and cuts it to the text.
func trim(text string, s rapporteur.Span) rapporteur.Span {
	s.Start, s.End = max(s.Start, 0), min(s.End, len(text))
	if s.Empty() {
		return rapporteur.Span{Start: s.Start, End: s.Start}
	}
	left := strings.TrimLeftFunc(text[s.Start:s.End], unicode.IsSpace)
	s.Start = s.End - len(left)
	s.End = s.Start + len(strings.TrimRightFunc(left, unicode.IsSpace))
	return s
}
