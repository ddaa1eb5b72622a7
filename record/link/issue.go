package link

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rapporteur/knowledge/gazetteer"
	"rapporteur/knowledge/linking"
)

// An Issue is what a position or a sticking point is about.
type Issue struct {
	Text  string   `json:"text"`            // in the report's words
	Words []string `json:"words,omitempty"` // stems of those that say most
	Kinds []string `json:"kinds,omitempty"` // names of knowledge/linking/issues.tsv
	Where []string `json:"where,omitempty"` // folded names that stand after "from", "in" and the like
}

// IssueOf is the issue that a report calls so.
func IssueOf(text string) Issue {
	x := Issue{Text: text, Words: slices.DeleteFunc(contentWords(text), func(w string) bool { return pale[w] }), Where: whereabouts(text)}
	has := stemsOf(text)
	for _, i := range issues() {
		if slices.ContainsFunc(i.phrases, has.speakOf) {
			x.Kinds = append(x.Kinds, i.name)
		}
	}
	return x
}

// Keys are its words and kinds.
func (x Issue) Keys() []string {
	out := slices.Clone(x.Words)
	for _, k := range x.Kinds {
		out = append(out, "issue "+k)
	}
	return out
}

// Same reports whether x and y are one issue: of the same kinds, or in mostly the
// same words. "A withdrawal from the port" and "from the valley" are two.
func (x Issue) Same(y Issue) (why string, same bool) {
	if x.Text > y.Text {
		x, y = y, x // what is said of two is said of them in either order
	}
	if len(x.Where) > 0 && len(y.Where) > 0 && common(x.Where, y.Where) == 0 {
		return "of different places", false
	}
	if len(x.Kinds) > 0 && len(y.Kinds) > 0 {
		if slices.Equal(x.Kinds, y.Kinds) {
			return "both on " + strings.Join(x.Kinds, " and "), true
		}
		return "on " + strings.Join(x.Kinds, " and ") + ", and on " + strings.Join(y.Kinds, " and "), false
	}
	n, fewer, more := common(x.Words, y.Words), min(len(x.Words), len(y.Words)), max(len(x.Words), len(y.Words))
	switch {
	case n > 0 && n == more:
		return "the same words", true
	case n >= 2 && 10*n >= 6*fewer:
		return "mostly the same words", true
	case n == 1 && fewer == 1 && more == 2:
		return "the same word", true
	}
	return "different words", false
}

// pale are stems that say nothing of what is demanded or refused.
var pale = set("issu demand question propos proposal agreement agre deal side parti party talk negotiat negotiation condition term need want accept call support offer full immediat first new key main point")

// whereabouts are the folded names in text that tell where, ascending.
func whereabouts(text string) []string {
	var out []string
	words := strings.Fields(text)
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) {
			continue
		}
		k := i - 1
		for k >= 0 && strings.EqualFold(words[k], "the") {
			k--
		}
		name := strings.Trim(gazetteer.Fold(w), " ")
		if k >= 0 && located[strings.ToLower(words[k])] && !stopwords[name] && name != "" {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

var located = set("from in at into near around inside outside of")

// stemsOf has the stems of all words of a text, those that say little included.
func stemsOf(text string) stemSet {
	out := stemSet{}
	for _, w := range wordsOf(text) {
		out[stem(w)] = true
	}
	return out
}

type stemSet map[string]bool

// speakOf reports whether all words of a phrase are there and none that must not.
func (s stemSet) speakOf(p linking.Phrase) bool {
	for _, w := range p.Words {
		if !s[w] {
			return false
		}
	}
	return !slices.ContainsFunc(p.Without, func(w string) bool { return s[w] })
}

// An issueKind is a row of the table of issues, in stems.
type issueKind struct {
	name    string
	phrases []linking.Phrase
}

var issues = sync.OnceValue(func() []issueKind {
	var out []issueKind
	for _, i := range linking.Issues() {
		out = append(out, issueKind{i.Name, stemmed(i.Phrases)})
	}
	return out
})

func stemmed(in []linking.Phrase) []linking.Phrase {
	out := make([]linking.Phrase, len(in))
	for i, p := range in {
		for _, w := range p.Words {
			out[i].Words = append(out[i].Words, stem(w))
		}
		for _, w := range p.Without {
			out[i].Without = append(out[i].Without, stem(w))
		}
	}
	return out
}
