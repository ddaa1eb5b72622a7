package figure

import (
	"math"
	"strings"

	"rapporteur/knowledge/figures"
)

// lower is the form of token i in small letters, "" outside the sentence.
func (f *finder) lower(i int) string {
	if i < f.first || i >= f.end {
		return ""
	}
	w := f.t.Word(i)
	for k := 0; k < len(w); k++ {
		if c := w[k]; c >= 'A' && c <= 'Z' || c >= 0x80 {
			return strings.ToLower(w)
		}
	}
	return w
}

// is reports whether token i is one of words, in small letters.
func (f *finder) is(i int, words ...string) bool {
	w := f.lower(i)
	if w == "" {
		return false
	}
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}

// dash reports whether token i is a hyphen or a dash between two words.
func (f *finder) dash(i int) bool {
	return f.is(i, "-", "–", "‑", "‐") && f.glued(i) && f.glued(i+1)
}

// glued reports whether no blank stands before token i.
func (f *finder) glued(i int) bool {
	return i > f.first && i < f.end && f.t.Tokens[i].Span.Start == f.t.Tokens[i-1].Span.End
}

// numeral reports whether token i begins with a digit.
func (f *finder) numeral(i int) bool {
	if i < f.first || i >= f.end {
		return false
	}
	c := f.t.Article.Text[f.t.Tokens[i].Span.Start]
	return c >= '0' && c <= '9'
}

// grouped reports whether token k goes on with the number that begins at token i,
// its thousands set apart by a blank: "250 000" (ISO 80000-1).
func (f *finder) grouped(i, k int) bool {
	if k >= f.end || !figureGroup(f.t.Word(k), 3, 3) || !figureGroup(f.t.Word(i), 1, 3) || k > i+1 && !figureGroup(f.t.Word(k-1), 3, 3) {
		return false
	}
	switch f.t.Article.Text[f.t.Tokens[k-1].Span.End:f.t.Tokens[k].Span.Start] {
	case " ", "\u00a0", "\u2009", "\u202f":
		return f.dated(i) == noDate
	}
	return false
}

// figureGroup reports whether w is nothing but digits, least to most of them.
func figureGroup(w string, least, most int) bool {
	return len(w) >= least && len(w) <= most && strings.Trim(w, "0123456789") == ""
}

// digits is the number that token i is in digits: "34,600", "1.5", "12".
func (f *finder) digits(i int) (float64, bool) {
	if !f.numeral(i) {
		return 0, false
	}
	w := f.t.Word(i)
	if len(w) > 24 {
		return 0, false
	}
	whole, scale := 0.0, 0.0 // scale: of the digits after the point
	group := -1              // digits since the last comma
	for k := 0; k < len(w); k++ {
		switch c := w[k]; {
		case c >= '0' && c <= '9':
			whole = whole*10 + float64(c-'0')
			if scale > 0 {
				scale *= 10
			} else if group >= 0 {
				group++
			}
		case c == ',' && scale == 0 && k+3 < len(w) && (group < 0 && k <= 3 || group == 3 || group == 2):
			group = 0
		case c == '.' && scale == 0 && k+1 < len(w) && (group < 0 || group == 3):
			scale = 1
		default:
			return 0, false
		}
	}
	if group >= 0 && group != 3 && scale == 0 {
		return 0, false
	}
	return whole / max(scale, 1), true
}

// part is the word of numbers that token i is, or nil.
func (f *finder) part(i int) *figures.Number {
	if i < f.first || i >= f.end {
		return nil
	}
	if n := f.t.Tokens[i].Span.Len(); n < 1 || n > 10 {
		return nil
	}
	w := f.lower(i)
	if len(w) > 1 && len(w) < 4 && f.glued(i) && f.numeral(i-1) {
		w = strings.TrimSuffix(w, ".") // "€3.5m." ends its sentence
	}
	return figures.NumberOf(w)
}

// scaled multiplies v by the scales that follow at token i: "million", "hundred
// thousand", "m" written to its digits.
func (f *finder) scaled(v float64, i int) (float64, int) {
	if p := f.part(i + 1); f.dash(i) && f.numeral(i-1) && p != nil && p.Kind == figures.Scale && p.Value >= 1000 {
		i++ // "$40-million"
	}
	for {
		p := f.part(i)
		switch {
		case p == nil:
			return v, i
		case p.Kind == figures.Scale && !(p.Word == "score" && v != 1 && v > 10):
			v = math.Round(v*p.Value*1000) / 1000
		case p.Kind == figures.Vague && p.Value >= 1000 && f.numeral(i-1): // "5 millions", "70 lakhs"
			v = math.Round(v*p.Value*1000) / 1000
		case p.Kind == figures.Suffix && f.numeral(i-1) && (f.glued(i) || f.sign(i-2) != nil):
			v = math.Round(v*p.Value*1000) / 1000
		default:
			return v, i
		}
		i++
		if p.Value < 1000 && p.Word != "hundred" {
			return v, i
		}
	}
}
