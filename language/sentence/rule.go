package sentence

import (
	"sync"

	"rapporteur/knowledge/words"
	"rapporteur/language/lexis"
)

// The model learns from treebanks that hold more mail and fiction than news. What
// these seldom show, and what newspapers write in one way only, is settled by rule.

// binds reports whether tokens i and i+1 stand in one sentence whatever the model
// says.
func (c *Cursor) binds(i int) bool {
	w, gaps := c.p.Words, c.p.Gaps
	this, next := &w[i], &w[i+1]
	if gaps[i] == GapLine {
		return false
	}
	switch {
	case this.Last != lexis.LastMark:
		return true // mail has ends without a mark ("Thanks | Aster"); here they would cut "June | 6"
	case titles()[this.Lower] && capital(next):
		return true // "Gen. | Orr"
	case noon[this.Lower]:
		// Followed by its zone or its day, or before the sentence has had a verb: "At 5 p.m. | Orr left".
		return next.Case == lexis.CaseUpper && next.Length <= 4 || weekdays[next.Lower] ||
			c.since >= 1 && c.since <= 3 && before[w[i-c.since].Lower] && capital(next)
	case ending[this.Form] && gaps[i] == GapNone && (next.Form == doubleQuote || next.Form == singleQuote):
		return i+2 >= len(w) || gaps[i+1] != GapNone // the quotation mark closes with the sentence
	case (this.Case == lexis.CaseTitle || this.Case == lexis.CaseLower) && figure(next):
		return true // "Fig. | 2"
	case this.Form == doubleQuote || this.Form == singleQuote:
		opens := gaps[i] == GapNone && (i == 0 || gaps[i-1] != GapNone) && next.Form != this.Form
		return opens || c.asked(i)
	case bullets[this.Form]:
		return c.since == 0
	case this.Form == stop && i > 0 && figure(&w[i-1]) && w[i-1].Length <= 2:
		return c.numbers(i)
	case this.Form == closeBracket:
		return c.inside(i)
	}
	return false
}

// parts reports whether a sentence ends at token i whatever the model says.
func (c *Cursor) parts(i int) bool {
	w, gaps := c.p.Words, c.p.Gaps
	this, next := &w[i], &w[i+1]
	if gaps[i] != GapSpace {
		return false
	}
	if next.Form == doubleQuote || next.Form == singleQuote {
		// A quotation begins after a full stop: "she left. | “We will sign"; the stop of a time
		// of day may be one: "at 7 p.m. | “No deal".
		opens := i+2 < len(w) && gaps[i+1] == GapNone && capital(&w[i+2])
		return opens && (ending[this.Form] || noon[this.Lower] && !c.quoted)
	}
	if next.Case != lexis.CaseTitle {
		return false
	}
	if this.Form == stop {
		return c.since >= 3 && figure(&w[i-1]) && !c.numbers(i) // "on Jan. 5. | The"
	}
	// An abbreviation before a word that no name begins with: "in the U.S. | He".
	begins := starters[next.Lower] || openers[next.Lower] && i+2 < len(w) && w[i+2].Case == lexis.CaseLower // a headline has capitals everywhere
	return this.Last == lexis.LastMark && this.Case != lexis.CaseNone && begins && !titles()[this.Lower] && !leading[this.Lower]
}

// asked reports whether the quotation mark at token i closes a question or a cry
// whose speaker follows: "“Will they sign?” | Orr asked".
func (c *Cursor) asked(i int) bool {
	w := c.p.Words
	if i == 0 || w[i-1].Form != query && w[i-1].Form != cry || c.p.Gaps[i-1] != GapNone || starters[w[i+1].Lower] {
		return false // a small "he" would go on, a capital one begins
	}
	for k := i + 1; k < len(w) && k <= i+speakerReach; k++ {
		switch {
		case said[w[k].Lower] && k > i+1:
			return true
		case !capital(&w[k]) && !(w[k].Last == lexis.LastMark && w[k].Case != lexis.CaseNone):
			return false
		}
	}
	return false
}

// speakerReach is how many words name a speaker at most.
const speakerReach = 5

// numbers reports whether the stop at token i, after a figure, numbers what
// follows: "two parts: 1. | Arden withdraws".
func (c *Cursor) numbers(i int) bool {
	w := c.p.Words
	if i < 2 {
		return true
	}
	mark := w[i-2].Form
	return mark == semicolon || mark == colon && i > 2 && !figure(&w[i-3]) || c.since == 1 && ending[mark]
}

// inside reports whether the bracket that closes at token i holds a mere word, as
// of a rank or a party: "Col. (ret.) | Orr".
func (c *Cursor) inside(i int) bool {
	w := c.p.Words
	for k := i - 1; k > i-c.since && k >= i-3; k-- {
		if w[k].Form == openBracket {
			if w[k-1].Case == lexis.CaseUpper && w[k-1].Last != lexis.LastMark {
				return false // "PORT VELM (Harbour Post) | Rebels"
			}
			return w[k+1].Case != lexis.CaseNone && w[i-1].Last != lexis.LastDigit && w[k-1].Form != openBracket && capital(&w[i+1]) && !starters[w[i+1].Lower]
		}
	}
	return false
}

func capital(w *lexis.Word) bool {
	return w.Case == lexis.CaseTitle || w.Case == lexis.CaseMixed || w.Case == lexis.CaseUpper
}

func figure(w *lexis.Word) bool { return w.Case == lexis.CaseNone && w.Last == lexis.LastDigit }

// titles are the Lower hashes of abbreviated titles with their stop.
var titles = sync.OnceValue(func() map[uint64]bool {
	out := map[uint64]bool{}
	for title := range words.Titles() {
		out[lexis.Lower(title+".")] = true
	}
	return out
})

// lower are the Lower hashes of words.
func lower(words ...string) map[uint64]bool {
	out := map[uint64]bool{}
	for _, w := range words {
		out[lexis.Lower(w)] = true
	}
	return out
}

// forms are the Form hashes of marks.
func forms(marks ...string) map[uint64]bool {
	out := map[uint64]bool{}
	for _, m := range marks {
		out[lexis.Describe(m, nil).Form] = true
	}
	return out
}

var (
	noon     = lower("a.m.", "p.m.")
	weekdays = lower("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
	before   = lower("at", "by", "around", "about", "from", "until", "till", "before", "after", "since", "shortly", "just")
	starters = lower("an", "he", "she", "they", "it", "we", "the", "this", "these", "those", "there", "but", "however", "meanwhile", "his", "her", "their", "its", "if", "when", "while", "although")
	openers  = lower("in", "as", "after", "since", "during", "some", "many", "for", "at", "on")
	leading  = lower("vs.", "v.", "e.g.", "i.e.", "cf.", "viz.")
	said     = lower("said", "says", "asked", "asks", "added", "cried", "wondered", "replied", "wrote", "shouted", "called", "demanded", "exclaimed", "quipped", "tweeted")

	bullets = forms("•", "◦", "▪", "■", "●", "‣", "·", "*", "-", "➢", "➤", "►", ">", "»")
	ending  = forms(".", "!", "?", "...", "…")

	singleQuote = lexis.Describe("'", nil).Form
	colon       = lexis.Describe(":", nil).Form
	semicolon   = lexis.Describe(";", nil).Form
	query       = lexis.Describe("?", nil).Form
	cry         = lexis.Describe("!", nil).Form
)
