package page

import (
	"slices"
	"strings"

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
// begins with it, will do. On old pages the headline may be the first line of a
// run only; split takes that apart.
func headline(runs []run, titles []string, publisher string) int {
	keys := make([]string, len(titles))
	for i, title := range titles {
		keys[i] = key(title)
	}
	site := key(publisher)
	matches := func(r *run) bool {
		text := key(firstLine(r.text))
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
		func(r *run) bool { return !r.link() && len(firstLine(r.text)) <= 300 },
	} {
		for i := range runs {
			if r := &runs[i]; set(r) && matches(r) {
				return i
			}
		}
	}
	// "Harbour Post: Truce signed" or "Truce signed - Harbour Post", and "Truce
	// signed" on the page; the name of the site is a part as well, hence the
	// longest first.
	for _, part := range parts(titles) {
		for i := range runs {
			if r := &runs[i]; !r.link() && part != site && strings.Count(r.text, " ") >= 2 && key(firstLine(r.text)) == part {
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

func firstLine(text string) string {
	first, _, _ := strings.Cut(text, "\n")
	return first
}

// split makes a headline that is the first line of its run a run of its own.
func split(runs []run, headline int) []run {
	if headline < 0 {
		return runs
	}
	first, rest, more := strings.Cut(runs[headline].text, "\n")
	if !more {
		return runs
	}
	second := runs[headline]
	runs[headline].text, second.text = first, rest
	return slices.Insert(runs, headline+1, second)
}

// parts is what strokes and colons separate in titles, as keys, longest first.
func parts(titles []string) (all []string) {
	for _, title := range titles {
		for _, stroke := range append([]string{": "}, strokes...) {
			for part := range strings.SplitSeq(title, stroke) {
				all = append(all, key(part))
			}
		}
	}
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return slices.Compact(all)
}

// strokes stand between a headline and the name of the site.
var strokes = []string{" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "}

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
	for _, stroke := range strokes {
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
