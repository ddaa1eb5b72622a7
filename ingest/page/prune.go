package page

import (
	"strings"
	"unicode/utf8"
)

// prune takes out of the kept runs what is no part of the report: furniture,
// lines that are links, the byline and the date line, the headline a second
// time, pull quotes and other repetitions, what readers wrote, and headings with
// nothing under them.
func prune(runs []run, headline int, author string) {
	before := true // no paragraph of the report has come yet
	after := false // the report is over
	title := ""
	if headline >= 0 {
		title = key(runs[headline].text)
	}
	all := keptText(runs)
	seen := map[string]bool{}
	for i := range runs {
		r := &runs[i]
		after = after || !before && stopping(r)
		if !r.kept || i == headline {
			continue
		}
		k := key(r.text)
		switch {
		case after, r.reply, k == title && title != "", 5*r.linked > 4*r.size, furnishing(r), signing(r, author, before), seen[k] && len(k) >= 40, pulled(r, all):
			r.kept = false
		case r.prose():
			before = false
		}
		seen[k] = seen[k] || r.kept
	}
	for i := len(runs) - 1; i >= 0; i-- { // headings and lists of links at the end lead elsewhere
		r := &runs[i]
		if r.kept && i != headline {
			if !r.heading() && !r.link() {
				break
			}
			r.kept = false
		}
	}
}

// keptText is the letters of all paragraphs kept, for finding repetitions.
func keptText(runs []run) string {
	var b strings.Builder
	for i := range runs {
		if r := &runs[i]; r.kept && !r.aside && !r.heading() {
			b.WriteString(key(r.text))
			b.WriteByte('\n')
		}
	}
	return b.String()
}

// pulled reports whether r is a pull quote: words set apart from the report that
// the report also has in place. Read twice, they would be two statements.
func pulled(r *run, all string) bool {
	if !r.aside && !r.heading() || utf8.RuneCountInString(r.text) > 400 {
		return false
	}
	k := key(r.text)
	return len(k) >= 30 && strings.Contains(all, k)
}
