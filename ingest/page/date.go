package page

import (
	"regexp"
	"strings"
	"time"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"rapporteur/ingest/published"
)

// The places a date of publication can be read from, best first. What a page
// declares about itself for programs is nearly always right; an address can be
// that of a page moved later; a date in a byline can be the day of an update.
const (
	fromLinked  = "JSON-LD datePublished"
	fromMeta    = "a meta element"
	fromTime    = "a time element"
	fromAddress = "the address of the page"
	fromByline  = "a line beside the headline"
)

// doubtful reports whether a date from this place deserves a note.
func doubtful(from string) bool { return from == fromAddress || from == fromByline }

// dateNames are the meta elements that hold the date of publication, the
// commonest first. Those for changes (modified_time, last-modified) are no
// substitute: "on Monday" hangs on the day of writing.
var dateNames = []string{
	"article:published_time", "datepublished", "og:published_time", "og:article:published_time", "article:published",
	"parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publishdate", "publish-date", "publish_date",
	"published-date", "published_time", "publication_date", "publicationdate", "pubdate", "pub_date", "dc.date.issued",
	"dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date", "dcsext.articlefirstpublished",
	"article.published", "article_date_original", "originalpublicationdate", "rnews:datepublished", "bt:pubdate",
	"citation_publication_date", "citation_date", "displaydate", "date_published", "created", "datecreated", "article.created",
	"date", "ptime", "pdate", "release_date", "timestamp",
}

// date is the day of publication and where it was read; zero and "" if the page
// does not tell. Many publishers declare the time in UTC, which near midnight is
// another day than their readers'; where the address holds a date one day off,
// it is the readers', and counts.
func (h *head) date(doc *html.Node, runs []run, headline int, address string) (time.Time, string) {
	t, from := h.declared(doc)
	local, dated := inAddress(address)
	switch _, offset := t.Zone(); {
	case from == "" && dated:
		return local, fromAddress
	case from == "":
		if t, ok := inByline(runs, headline); ok {
			return t, fromByline
		}
	case dated && offset == 0:
		if apart := local.Sub(t.Truncate(24 * time.Hour)); apart == 24*time.Hour || apart == -24*time.Hour {
			return local, from
		}
	}
	return t, from
}

// declared is the date that the page gives for programs.
func (h *head) declared(doc *html.Node) (time.Time, string) {
	if a := h.article(); a != nil {
		if t, ok := when(a.published); ok {
			return t, fromLinked
		}
	}
	for _, name := range dateNames {
		if t, ok := when(h.meta[name]); ok {
			return t, fromMeta
		}
	}
	for _, pick := range []func(linked) string{
		func(l linked) string { return l.published },
		func(l linked) string { return l.created },
	} {
		for _, l := range h.linked {
			if t, ok := when(pick(l)); ok {
				return t, fromLinked
			}
		}
	}
	if t, ok := inTime(doc); ok {
		return t, fromTime
	}
	return time.Time{}, ""
}

// when reads a date that a page gives; one before the web or after tomorrow is
// a fault of the page.
func when(s string) (time.Time, bool) {
	if s == "" {
		return time.Time{}, false
	}
	t, err := published.Parse(s)
	if err != nil || t.Year() < 1990 || t.After(time.Now().Add(36*time.Hour)) {
		return time.Time{}, false
	}
	return t, true
}

// publishing is the words in the names of elements that hold the date.
var publishing = regexp.MustCompile(`(?i)publish|pubdate|pub-date|post(ed)?[-_]?(date|time|on)|entry-date|date-?line|article[-_]?(date|time)|datecreated`)

// changing is the words of those that hold another one.
var changing = regexp.MustCompile(`(?i)modif|updat|comment|related|sidebar|footer`)

// inTime reads time elements and microdata that say they are the date of
// publication; failing these, the only time element of the page.
func inTime(doc *html.Node) (found time.Time, ok bool) {
	var others []time.Time
	each(doc, func(n *html.Node) bool {
		name := attribute(n, "class") + " " + attribute(n, "id") + " " + attribute(n, "itemprop")
		if n.DataAtom != atom.Time && !strings.Contains(strings.ToLower(attribute(n, "itemprop")), "datepublished") {
			return true
		}
		t, read := when(first(attribute(n, "datetime"), attribute(n, "content"), content(n)))
		switch {
		case !read || changing.MatchString(name):
		case has(n, "pubdate") || publishing.MatchString(name):
			found, ok = t, true
		default:
			others = append(others, t)
		}
		return !ok
	}, atom.Time, atom.Span, atom.Div, atom.P, atom.Abbr, atom.Li)
	if !ok && len(others) == 1 {
		return others[0], true
	}
	return found, ok
}

var addressDate = regexp.MustCompile(`/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?:[/_.-]|$)|/((?:19|20)\d\d)/([a-z]{3})/([0-3]\d)/`)

// inAddress reads a whole date out of the path of an address.
func inAddress(address string) (time.Time, bool) {
	m := addressDate.FindStringSubmatch(strings.ToLower(address))
	switch {
	case m == nil:
		return time.Time{}, false
	case m[1] != "":
		return when(m[1] + "-" + m[2] + "-" + m[3])
	}
	return when(m[6] + " " + m[5] + " " + m[4])
}

// near is how many runs before and after the headline a byline may stand.
const near = 6

// inByline reads a line that is nothing but a date, or a date after "Published",
// close to the headline.
func inByline(runs []run, headline int) (time.Time, bool) {
	if headline < 0 {
		return time.Time{}, false
	}
	for distance := 1; distance <= near; distance++ {
		for _, i := range []int{headline + distance, headline - distance} {
			if i < 0 || i >= len(runs) {
				continue
			}
			if t, ok := dateLine(runs[i].text); ok {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

// lead is what stands before the date in such a line.
var lead = regexp.MustCompile(`(?i)^(?:(?:first )?(?:published|posted|released|issued|created|date|filed)(?: on| at)?\s*:?\s*)+`)

// dateLine reads the parts of a line that a stroke, a dot or a line break
// separates.
func dateLine(line string) (time.Time, bool) {
	if len(line) > 160 {
		return time.Time{}, false
	}
	for part := range strings.FieldsFuncSeq(line, func(r rune) bool { return strings.ContainsRune("|•·\n\t—", r) }) {
		if t, ok := when(strings.TrimSpace(lead.ReplaceAllString(strings.TrimSpace(part), ""))); ok {
			return t, true
		}
	}
	return time.Time{}, false
}
