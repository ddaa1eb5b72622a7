// Package page reads the report out of an HTML page: its text, headline, author,
// outlet and date of publication.
//
// What belongs to the article is decided by go-trafilatura; the words are taken
// from the page itself, as a browser would show them, so that a span of the text
// is what was published. Metadata is what the page declares for programs first
// (JSON-LD, meta elements), then what it shows.
//
// The text is the headline, if the page shows one, and the paragraphs, with one
// blank line between any two. The headline is there because readers were given
// it, and because a report pasted from a browser and the same report read here
// should agree; it is then exactly Page.Title, stands first, and is not there
// twice. A title that only the metadata knows is no part of the text.
package page

import (
	"net/url"
	"strings"
	"time"

	"golang.org/x/net/html"

	"rapporteur"
)

// A Page is what an HTML page says of itself and of the report on it.
type Page struct {
	Text      string // "" where the page has no article
	Title     string
	Author    string    // names separated by "; "
	Publisher string    // the outlet's name, else the host
	URL       string    // the address the page calls its own
	Published time.Time // in the zone the page gives; zero where it gives none
	From      string    // where Published was read, for a person
	Notes     []rapporteur.Note
}

// Read takes a page apart. source is the page in UTF-8, address where it was
// read, "" where that is unknown. It never fails: a page without an article
// gives an empty Text and a note.
func Read(source, address string) *Page {
	var p Page
	var doc *html.Node
	if len(source) <= maxBytes {
		doc = parse(source)
	}
	var runs []run
	var pieces []*html.Node
	whole := doc != nil && !large(doc)
	if whole {
		runs, pieces = collect(doc)
		whole = len(pieces) <= maxPieces
	}
	if !whole {
		p.note(rapporteur.NoteTruncated, "the page is "+shape(source, doc)+" to be taken apart; only its long paragraphs were kept")
		runs, doc = skim(source), beginning(source)
	}

	h := readHead(doc)
	p.URL = h.address()
	if address == "" {
		address = p.URL
	}
	p.Publisher = h.publisher(address)
	titles := h.titles()
	top := headline(runs, titles, p.Publisher)
	runs = split(runs, top)
	if p.Title = title(titles, p.Publisher); top >= 0 {
		p.Title = runs[top].text
	}
	p.Published, p.From = h.date(doc, runs, top, address)
	if doubtful(p.From) {
		p.note(rapporteur.NotePublished, "date of publication "+p.Published.Format(time.DateOnly)+" read from "+p.From+"; the page does not declare one")
	}

	article := h.article()
	if whole {
		where, _ := url.Parse(address) // nil for an address that is none, which the extractor takes for unknown
		p.Author = h.author(choose(doc, runs, pieces, where))
	} else {
		p.Author = h.author("")
	}
	standfirst(runs, top)
	prune(runs, top, p.Author)
	declared := article != nil || h.of("og:type") == "article"
	found := anArticle(runs, top, declared)
	if found {
		p.Text = assemble(runs, top)
	}
	if article != nil && len(article.body) > 3*len(p.Text) { // shown only by a script, or only to subscribers
		if body := bodyRuns(article.body); anArticle(body, -1, true) {
			if top >= 0 {
				body = append([]run{runs[top]}, body...)
			}
			p.Text = assemble(body, min(top, 0))
			return &p
		}
	}
	if !found {
		p.note(rapporteur.NoteNoArticle, "the page has no article: no main text was found")
		return &p
	}
	if article != nil && article.restricted {
		p.note(rapporteur.NoteTruncated, "the page says that its article is for subscribers; what it shows may be only the beginning")
	}
	return &p
}

func (p *Page) note(kind, text string) {
	p.Notes = append(p.Notes, rapporteur.Note{Kind: kind, Text: text})
}

// bodyRuns is the paragraphs of a text that a page ships for programs only.
func bodyRuns(body string) []run {
	if doc := parse(strings.ReplaceAll(html.EscapeString(html.UnescapeString(body)), "\n", "<p>")); doc != nil && !strings.Contains(body, "</") {
		runs, _ := collect(doc)
		return keepAll(runs)
	}
	if doc := parse(body); doc != nil {
		runs, _ := collect(doc)
		return keepAll(runs)
	}
	return nil
}

func keepAll(runs []run) []run {
	for i := range runs {
		runs[i].kept = !furnishing(&runs[i])
	}
	return runs
}

// assemble is the text of the kept runs, the headline first.
func assemble(runs []run, headline int) string {
	var kept []string
	if headline >= 0 {
		kept = append(kept, runs[headline].text)
	}
	for i := range runs {
		if runs[i].kept && i != headline {
			kept = append(kept, runs[i].text)
		}
	}
	return strings.Join(kept, "\n\n")
}
