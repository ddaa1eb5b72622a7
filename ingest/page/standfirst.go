package page

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// leading is the names that sites give to the standfirst, the sentence or two
// under the headline that sum up the report and are a part of it.
var leading = regexp.MustCompile(`(?i)stand-?first|sub-?(?:title|head|heading|headline)|\bdek\b|\bdeck\b|article[-_]+(?:summary|intro|lead|lede|excerpt|description|teaser)|entry-summary|\blede?\b|\blead\b|\bintro\b`)

// standfirst keeps the run under the headline that is marked as a standfirst:
// the extractor takes it for a part of the header of the page.
func standfirst(runs []run, headline int) {
	if headline < 0 {
		return
	}
	for i := headline + 1; i < min(len(runs), headline+1+near); i++ {
		r := &runs[i]
		switch {
		case r.kept && r.prose():
			return // the report has begun
		case r.element == nil || r.link() || strings.Count(r.text, " ") < 5 || len(r.text) > 500:
			continue
		}
		names := naming(r.element)
		if around := r.within(); around != nil && around != runs[headline].within() {
			names += naming(around)
		}
		if leading.MatchString(names) {
			r.kept = true
			return
		}
	}
}

// naming is what the attributes of n say of its purpose.
func naming(n *html.Node) string {
	return attribute(n, "class") + " " + attribute(n, "itemprop") + " " + attribute(n, "data-testid") + " "
}
