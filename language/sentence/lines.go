package sentence

import (
	"strings"

	"rapporteur/language/lexis"
)

var (
	stop        = lexis.Describe(".", nil).Form
	openSquare  = lexis.Describe("[", nil).Form
	closeSquare = lexis.Describe("]", nil).Form
	handleSigns = [2]uint64{lexis.Describe("@", nil).Prefix[1], lexis.Describe("#", nil).Prefix[1]}
)

func opensBracket(form uint64) bool  { return form == openBracket || form == openSquare }
func closesBracket(form uint64) bool { return form == closeBracket || form == closeSquare }

// blank reports whether token i is a mark, with neither letter nor figure in it.
func (l Lines) blank(i int) bool {
	w := &l.Words[i]
	return w.Case == lexis.CaseNone && w.Last == lexis.LastMark && w.Length <= 3
}

// number reports whether token i is a figure, a date or a time of day in figures.
func (l Lines) number(i int) bool {
	w := &l.Words[i]
	return w.Case == lexis.CaseNone && w.Last == lexis.LastDigit
}

// handle reports whether token i is @name or #name.
func (l Lines) handle(i int) bool {
	w := &l.Words[i]
	return w.Case != lexis.CaseNone && (w.Prefix[1] == handleSigns[0] || w.Prefix[1] == handleSigns[1])
}

// address reports whether token i is an address of mail or of the web.
func (l Lines) address(i int) bool {
	word := l.Text[l.Tokens[i].Span.Start:l.Tokens[i].Span.End]
	return strings.Contains(word, "://") || strings.HasPrefix(word, "www.") || strings.IndexByte(word, '@') > 0
}

// isMark reports whether token i sets off what follows it: a colon, a bar, an
// arrow, a dash that is no hyphen.
func (l Lines) isMark(i int) bool {
	switch l.Text[l.Tokens[i].Span.Start:l.Tokens[i].Span.End] {
	case ":", "|", "»", ">", ">>", "→", "—", "--":
		return true
	case "-", "–":
		return l.Gaps[i] != GapNone
	}
	return false
}
