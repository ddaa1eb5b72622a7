// Package sentence finds paragraphs by the white space between them and
// sentences by a linear model over the tokens.
package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// Paragraphs cuts text where its author did. A blank line always parts
// paragraphs. A single line break does so where the lines of the text end as
// paragraphs end, and is a mere space where they were wrapped at a width.
func Paragraphs(text string) []rapporteur.Span {
	var out []rapporteur.Span
	wrapped := isWrapped(text)
	for _, block := range blocks(text) {
		if wrapped {
			out = appendTrimmed(out, text, block)
			continue
		}
		start := block.Start
		for start < block.End {
			end := block.End
			if i := strings.IndexAny(text[start:block.End], "\n\r\u2028\u2029"); i >= 0 {
				end = start + i
			}
			out = appendTrimmed(out, text, rapporteur.Span{Start: start, End: end})
			_, size := utf8.DecodeRuneInString(text[min(end, len(text)):])
			start = end + max(size, 1)
		}
	}
	return out
}

func appendTrimmed(out []rapporteur.Span, text string, s rapporteur.Span) []rapporteur.Span {
	part := text[s.Start:s.End]
	s.Start += len(part) - len(strings.TrimLeftFunc(part, unicode.IsSpace))
	part = text[s.Start:s.End]
	s.End -= len(part) - len(strings.TrimRightFunc(part, unicode.IsSpace))
	if !s.Empty() {
		out = append(out, s)
	}
	return out
}

// blocks are the stretches between blank lines.
func blocks(text string) []rapporteur.Span {
	var out []rapporteur.Span
	start, blank := 0, true
	for at := 0; at < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[at:], '\n'); i >= 0 {
			end = at + i + 1
		}
		if strings.TrimSpace(text[at:end]) == "" {
			if !blank {
				out = append(out, rapporteur.Span{Start: start, End: at})
			}
			blank = true
		} else if blank {
			start, blank = at, false
		}
		at = end
	}
	if !blank {
		out = append(out, rapporteur.Span{Start: start, End: len(text)})
	}
	return out
}

// isWrapped reports whether the line breaks inside blocks were put there for
// the width of a page: most lines that are followed by another in their block
// end in the middle of a sentence, and they are about equally long.
func isWrapped(text string) bool {
	inner, open, longest, total := 0, 0, 0, 0
	for _, block := range blocks(text) {
		lines := strings.Split(strings.TrimSpace(text[block.Start:block.End]), "\n")
		for _, line := range lines[:len(lines)-1] {
			line = strings.TrimSpace(line)
			inner++
			longest = max(longest, len(line))
			total += len(line)
			if !endsClosed(line) {
				open++
			}
		}
	}
	// A page's width is at most some 120 letters, and lines fill most of it.
	return inner >= 3 && open*10 >= inner*6 && longest <= 130 && total*10 >= inner*longest*6
}

// endsClosed reports whether a line ends as a sentence or a quotation does.
func endsClosed(line string) bool {
	line = strings.TrimRight(line, "\"'”’»)]")
	return strings.HasSuffix(line, ".") || strings.HasSuffix(line, "!") || strings.HasSuffix(line, "?") ||
		strings.HasSuffix(line, "…") || strings.HasSuffix(line, ":") || strings.HasSuffix(line, ";")
}

// IsHeading reports whether a paragraph of n tokens reads as a headline, a
// subhead or a caption-like line and not as a sentence of the report: short, and
// not ended by a stop.
func IsHeading(paragraph string, n int) bool {
	if n > 24 || endsClosed(paragraph) {
		return false
	}
	if strings.HasSuffix(paragraph, ")") || strings.HasSuffix(paragraph, "]") {
		if at := strings.LastIndexAny(paragraph, "(["); at > 0 { // "… said so. (AFP)"
			return !endsClosed(strings.TrimRightFunc(paragraph[:at], unicode.IsSpace))
		}
	}
	return true
}

// IsItem reports whether a paragraph begins as an item of a list does: with a
// bullet, a figure or a letter.
func IsItem(paragraph string) bool {
	sign, _, more := strings.Cut(paragraph, " ")
	if !more || len(sign) > 4 {
		return false
	}
	switch sign {
	case "•", "◦", "▪", "■", "●", "‣", "·", "*", "-", "–", "—", "➢", "➤", "►":
		return true
	}
	inner := strings.TrimRight(strings.TrimLeft(sign, "("), ".)")
	return len(inner) < len(sign) && len(inner) > 0 && len(inner) <= 2 &&
		(strings.Trim(inner, "0123456789") == "" || len(inner) == 1 && strings.HasSuffix(sign, ")"))
}

// Announces reports whether a paragraph says that a list follows.
func Announces(paragraph string) bool { return strings.HasSuffix(paragraph, ":") }
