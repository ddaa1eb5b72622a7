package export

import "strings"

// A spreadsheet program takes a cell that begins with one of these for a
// formula, and formulas can fetch and run things: a headline must not (CSV
// injection; the signs are those of the OWASP page of that name, with the wide
// forms that some programs read alike).
const formulaSigns = "=+-@\t\r\n＝＋－＠"

// harmless is text that no program takes for a formula: an apostrophe goes
// before what begins like one. Apostrophes before such a sign are doubled, so
// that Restore gives back the text.
func harmless(s string) string {
	if formula(s) {
		return "'" + s
	}
	return s
}

// Restore is the text of a cell as it was before an apostrophe made it harmless.
func Restore(cell string) string {
	if text, marked := strings.CutPrefix(cell, "'"); marked && formula(text) {
		return text
	}
	return cell
}

// formula reports whether s, but for apostrophes, begins like a formula.
func formula(s string) bool {
	s = strings.TrimLeft(s, "'")
	for _, r := range s {
		return strings.ContainsRune(formulaSigns, r)
	}
	return false
}
