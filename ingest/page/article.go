package page

import (
	"strings"
	"unicode/utf8"
)

// leastProse is how many characters of whole sentences make an article: a brief
// has one sentence. Less than twice that is believed only of a page that
// declares an article.
const leastProse = 80

// prose reports whether r reads as a paragraph of a report: a sentence or more,
// not mostly a link.
func (r *run) prose() bool {
	whole := r.sentence() || len(r.text) > 200 && strings.Contains(r.text, ". ")
	return whole && !r.heading() && !r.link() && strings.Count(r.text, " ") >= 5
}

// anArticle reports whether the kept runs hold a report. A section front has
// text too, but each piece of it stands under a linked headline of its own: what
// counts is the longest stretch of prose without one.
func anArticle(runs []run, headline int, declared bool) bool {
	total, stretch, longest, teasers := 0, 0, 0, 0
	for i := range runs {
		r := &runs[i]
		if r.heading() && r.link() && i != headline {
			teasers++
			longest, stretch = max(longest, stretch), 0
		}
		if r.kept && r.prose() {
			n := utf8.RuneCountInString(r.text)
			total += n
			stretch += n
		}
	}
	longest = max(longest, stretch)
	switch {
	case total < leastProse, total < 2*leastProse && !declared:
		return false
	case teasers >= 4 && longest < 600 && (headline < 0 || 2*longest < total):
		return false
	}
	return true
}
