// Package langid tells the language of a report, and above all whether it is
// English: what is not must not be read as if it were, and an English report
// full of foreign names must not be turned away.
//
// A text with the usual share of small English words is English. Of the others
// trigrams decide (Cavnar and Trenkle 1994, as in whatlanggo); to call a text
// foreign, those words must be missing as well.
package langid

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/RadhiFadlillah/whatlanggo"
)

// A Language is what a text is written in. The zero Language is one that cannot
// be told: too few words, or too mixed.
type Language struct {
	Code string // ISO 639-1, or 639-3 where that has none; "und" for a foreign language without a name here
	Name string // in English; "" for "und"
}

// English is the language that is read.
var English = Language{"en", "English"}

// Foreign reports whether l is certainly not English.
func (l Language) Foreign() bool { return l.Code != "" && l != English }

const (
	window   = 1000 // bytes looked at in one place
	fewWords = 20   // fewer say nothing
	fewRunes = 25   // fewer letters of another script say nothing
)

// Detect tells the language of text from up to three windows of it: beginning,
// middle and end. A text is foreign if most windows are, so that a report with a
// long quotation or a summary in another language stays English.
func Detect(text string) Language {
	text = body(text)
	starts := []int{0}
	if len(text) > 4*window {
		starts = append(starts, (len(text)-window)/2, len(text)-window)
	}
	votes := map[Language]int{}
	for _, start := range starts {
		votes[detect(cut(text, start))]++
		if 2*votes[English] > len(starts) {
			return English
		}
	}
	if votes[English] > 0 && 2*votes[English] >= len(starts)-votes[Language{}] {
		return English
	}
	var best Language
	foreign := 0
	for language, n := range votes {
		if !language.Foreign() {
			continue
		}
		foreign += n
		if n > votes[best] || n == votes[best] && language.Code < best.Code || best == (Language{}) {
			best = language
		}
	}
	switch {
	case 2*foreign > len(starts):
		return best
	case votes[English] > 0:
		return English
	}
	return Language{}
}

// body drops a headline: it has too few small words to go by.
func body(text string) string {
	text = strings.TrimSpace(text)
	first, rest, found := strings.Cut(text, "\n")
	first = strings.TrimSpace(first)
	if found && len(first) < 200 && !strings.HasSuffix(first, ".") && len(rest) > 200 {
		return rest
	}
	return text
}

// cut is the window of text from start on, whole runes.
func cut(text string, start int) string {
	for start < len(text) && !utf8.RuneStart(text[start]) {
		start++
	}
	end := min(start+window, len(text))
	for end > start && end < len(text) && !utf8.RuneStart(text[end]) {
		end--
	}
	return text[start:end]
}

func detect(sample string) Language {
	words, capital, latin, other := 0, 0, 0, 0
	known := make(map[string]int)
	for word := range strings.FieldsFuncSeq(sample, notLetter) {
		words++
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) {
			capital++
		}
		for _, r := range word {
			if unicode.Is(unicode.Latin, r) {
				latin++
			} else if r != '\'' && r != '’' {
				other++
			}
		}
		if code, is := function[strings.ToLower(word)]; is {
			known[code]++
		}
	}
	if other > latin {
		if other < fewRunes {
			return Language{}
		}
		return named(whatlanggo.Detect(sample))
	}
	if words < fewWords {
		return Language{}
	}
	share := func(code string) float64 { return float64(known[code]) / float64(words) }
	english := share("en")
	if english >= 0.12 { // as in all but one of a hundred English reports; the trigrams take a millisecond
		return English
	}
	info := whatlanggo.Detect(sample)
	switch {
	case info.Lang == whatlanggo.Eng && (info.IsReliable() || english >= 0.03):
		return English
	case english >= 0.05 || info.Lang == whatlanggo.Eng:
		return Language{}
	}
	for _, language := range own {
		if share(language.Code) >= 0.05 {
			return language
		}
	}
	switch {
	case info.IsReliable(), info.Confidence > 0.6 && english < 0.02:
		return named(info)
	case english < 0.02 && share("") < 0.05 && 2*capital < words: // else a list of names
		return Language{Code: "und"}
	}
	return Language{}
}

func notLetter(r rune) bool {
	return !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
}

// named is the language that the detector found, under the names of ISO 639.
func named(info whatlanggo.Info) Language {
	if info.Lang < 0 {
		return Language{Code: "und"}
	}
	code := info.Lang.Iso6391()
	if code == "" {
		code = info.Lang.Iso6393()
	}
	switch name := info.Lang.String(); name {
	case "Mandarin":
		return Language{code, "Chinese"}
	case "Bokmal", "Nynorsk":
		return Language{code, "Norwegian"}
	default:
		return Language{code, name}
	}
}
