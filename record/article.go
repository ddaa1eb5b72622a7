package record

import (
	"time"

	"rapporteur"
)

// An Article is a text that the record holds, with what its first sighting
// says of it. The text is never altered.
type Article struct {
	N         int64  // number in this record, of no meaning outside it
	ID        string // SHA-256 of the text
	Title     string
	URL       string
	Author    string
	Publisher string
	Published string // YYYY-MM-DD, or RFC 3339 where the time of day is known; "" where unknown
	Ref       string
	Language  string
	Added     string // RFC 3339
	Node      int64  // what it is to linking: articles of one group are one family of copies
	Text      string
}

// A Sighting is one place where a text was seen.
type Sighting struct {
	URL, Publisher, Published, Ref string // by these, sightings differ
	Title, Author                  string
	Added                          string // RFC 3339
}

// before orders sightings: dated ones first, the earliest first, and then in
// an order that does not depend on which came first into the record. The first
// one speaks for the article.
func (s Sighting) before(t Sighting) bool {
	if (s.Published == "") != (t.Published == "") {
		return t.Published == ""
	}
	for _, pair := range [][2]string{{s.Published, t.Published}, {s.Publisher, t.Publisher}, {s.URL, t.URL}, {s.Ref, t.Ref}, {s.Title, t.Title}, {s.Author, t.Author}} {
		if pair[0] != pair[1] {
			return pair[0] < pair[1]
		}
	}
	return false
}

func sightingOf(a *rapporteur.Article, added string) Sighting {
	return Sighting{URL: a.URL, Publisher: a.Publisher, Published: published(a.Published), Ref: a.Ref, Title: a.Title, Author: a.Author, Added: added}
}

func (a *Article) sighting() Sighting {
	return Sighting{a.URL, a.Publisher, a.Published, a.Ref, a.Title, a.Author, a.Added}
}

// show makes s what is said of the article.
func (a *Article) show(s Sighting) {
	a.URL, a.Publisher, a.Published, a.Ref, a.Title, a.Author = s.URL, s.Publisher, s.Published, s.Ref, s.Title, s.Author
}

// report is the article as the stages before the record know it.
func (a *Article) report() *rapporteur.Article {
	out := &rapporteur.Article{Ref: a.Ref, Text: a.Text, Title: a.Title, URL: a.URL, Author: a.Author, Publisher: a.Publisher, Language: a.Language}
	for _, layout := range []string{time.DateOnly, time.RFC3339} {
		if at, err := time.Parse(layout, a.Published); err == nil {
			out.Published = at
		}
	}
	return out
}

// day is the day of publication, "" where unknown.
func (a *Article) day() string { return a.Published[:min(len(a.Published), len(time.DateOnly))] }

func published(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if hour, minute, second := t.Clock(); hour == 0 && minute == 0 && second == 0 {
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339)
}
