package feed

import (
	"html"
	"strings"

	"github.com/mmcdole/gofeed"

	"rapporteur"
	"rapporteur/ingest"
)

const (
	// enough words in what a feed calls the content of an item are the report; in a
	// description, which mostly is none, it takes more.
	enoughOfContent     = 150
	enoughOfDescription = 300
)

// whole is the report in an item, "" where only its beginning or a summary is
// there. only: there is no other place to have it from.
func whole(in *gofeed.Item, only bool) string {
	for _, part := range []struct {
		text   string
		enough int
	}{{in.Content, enoughOfContent}, {in.Description, enoughOfDescription}} {
		words := strings.Fields(plain(part.text))
		if len(words) > 0 && (only || len(words) >= part.enough && !goesOn(words)) {
			return part.text
		}
	}
	return ""
}

// onward are the words that a text ends with where there is more of it
// elsewhere.
var onward = []string{"…", "...", "[…]", "[...]", "read more", "continue reading", "read the full story", "read full article", "full story", "read more »", "read more →", "keep reading"}

// goesOn reports whether a text ends as one does whose rest is elsewhere. The
// line that blogs put below a report ("The post … appeared first on …") is no
// end of it.
func goesOn(words []string) bool {
	end := strings.ToLower(strings.Join(words[max(0, len(words)-40):], " "))
	if before, _, ok := strings.Cut(end, " the post "); ok && strings.Contains(end, "appeared first on") {
		end = before
	}
	end = strings.TrimRight(end, " .»→>")
	for _, more := range onward {
		if more = strings.TrimRight(more, " .»→>"); more != "" && strings.HasSuffix(end, more) {
			return true
		}
	}
	return strings.HasSuffix(strings.Join(words, " "), "...") || strings.HasSuffix(end, "…") || strings.HasSuffix(end, "…]")
}

// Article is the report of an item that has its Content. publisher is the title
// of the feed.
func (i Item) Article(publisher string) *rapporteur.Article {
	s := ingest.Source{Ref: i.ID, URL: i.Link, Title: i.Title, Publisher: publisher, Published: i.Published}
	if !strings.Contains(i.Content, "<") {
		return ingest.Text(html.UnescapeString(i.Content), s)
	}
	a := ingest.Fragment(i.Content, s)
	a.Author = i.Author
	return a
}
