package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"
)

// titles is what the page declares as its headline, best first.
func (h *head) titles() (all []string) {
	if a := h.article(); a != nil {
		all = append(all, a.headline)
	}
	all = append(all, h.of("og:title"), h.of("twitter:title"),
		h.of("parsely-title", "sailthru.title", "dc.title", "dcterms.title", "citation_title", "title"), h.title)
	declared := all[:0]
	for _, title := range all {
		if title != "" {
			declared = append(declared, title)
		}
	}
	return declared
}

// headline is the index of the run that is the headline as the page shows it,
// -1 where none is. What pages declare is often cut short, or has the name of
// the site behind it, so a run that the declared title begins with, or that
// begins with it, will do.
func headline(runs []run, titles []string, publisher string) int {
	keys := make([]string, len(titles))
	for i, title := range titles {
		keys[i] = key(title)
	}
	site := key(publisher)
	matches := func(r *run) bool {
		text := key(r.text)
		if text == "" || text == site {
			return false
		}
		for _, title := range keys {
			long, short := title, text
			if len(long) < len(short) {
				long, short = short, long
			}
			if strings.HasPrefix(long, short) && 2*len(short) >= len(long) {
				return true
			}
		}
		return false
	}
	for _, set := range []func(*run) bool{
		func(r *run) bool { return r.block == atom.H1 },
		func(r *run) bool { return r.heading() && !r.link() },
		func(r *run) bool {
			return !r.link() && utf8.RuneCountInString(r.text) <= 250 && !strings.Contains(r.text, "\n")
		},
	} {
		for i := range runs {
			if r := &runs[i]; set(r) && matches(r) {
				return i
			}
		}
	}
	// A headline for readers beside another for search engines: the only h1, if
	// it is long enough to be no name of a section and shares words with one.
	only := -1
	for i := range runs {
		if runs[i].block == atom.H1 {
			if only >= 0 {
				return -1
			}
			only = i
		}
	}
	if only >= 0 && !runs[only].link() && len(strings.Fields(runs[only].text)) >= 4 && (len(titles) == 0 || alike(runs[only].text, titles)) {
		return only
	}
	return -1
}

// alike reports whether a third of the longer words of text are in one of the
// titles.
func alike(text string, titles []string) bool {
	words, shared := 0, 0
	all := " " + strings.ToLower(strings.Join(titles, " ")) + " "
	for word := range strings.FieldsSeq(strings.ToLower(text)) {
		word = strings.Trim(word, ".,:;!?'\"‘’“”()")
		if len(word) < 4 {
			continue
		}
		words++
		if strings.Contains(all, word) {
			shared++
		}
	}
	return words > 0 && 3*shared >= words
}

// title is the headline of a page that shows none: the declared one, without
// the name of the site behind a stroke.
func title(titles []string, publisher string) string {
	if len(titles) == 0 {
		return ""
	}
	title := titles[0]
	for _, stroke := range []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "} {
		i := strings.LastIndex(title, stroke)
		if i < 0 {
			continue
		}
		before, after := title[:i], title[i+len(stroke):]
		if site := key(publisher); key(after) == site || strings.TrimSpace(stroke) == "|" ||
			site != "" && (strings.Contains(site, key(after)) || strings.Contains(key(after), site)) {
			return strings.TrimSpace(before)
		}
	}
	return title
}
