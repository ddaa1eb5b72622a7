package page

import "strings"

// Fragment is the text of HTML that is a report and nothing else, as a feed has
// it: the title, and all paragraphs but the furniture. "" where there are none.
func Fragment(source, title string) string {
	var runs []run
	if doc := parse(source); len(source) <= maxBytes && doc != nil && !large(doc) {
		runs, _ = collect(doc)
		runs = keepAll(runs)
	} else {
		runs = skim(source)
	}
	text := assemble(runs, -1)
	first, _, _ := strings.Cut(text, "\n\n")
	if text == "" || title == "" || strings.EqualFold(first, title) {
		return text
	}
	return title + "\n\n" + text
}
