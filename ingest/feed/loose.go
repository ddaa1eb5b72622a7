package feed

import (
	"strings"

	"github.com/mmcdole/gofeed"
	"golang.org/x/net/html"
)

// looseItem is what can be told of an item that is no XML: its link, title, id
// and date, by their tags. Its text is left, since nobody knows where it ends.
func looseItem(text string) *gofeed.Item {
	out := &gofeed.Item{}
	fields := map[string]*string{
		"title": &out.Title, "link": &out.Link, "guid": &out.GUID, "id": &out.GUID,
		"pubdate": &out.Published, "published": &out.Published, "issued": &out.Published, "dc:date": &out.Published, "updated": &out.Updated,
	}
	var field *string
	var words strings.Builder
	keep := func() {
		if field != nil && *field == "" {
			*field = strings.TrimSpace(words.String())
		}
		field = nil
		words.Reset()
	}
	tokens := html.NewTokenizer(strings.NewReader(text))
	tokens.SetMaxBuf(maxItem)
	tokens.AllowCDATA(true)
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			if field != nil && field != &out.Link && field != &out.GUID { // a cut address leads elsewhere
				keep()
			}
			return out
		case html.StartTagToken, html.SelfClosingTagToken:
			raw, more := tokens.TagName()
			tag := string(raw)
			if field != nil {
				keep()
			}
			var href, rel string
			for more {
				var key, value []byte
				key, value, more = tokens.TagAttr()
				switch string(key) {
				case "href":
					href = string(value)
				case "rel":
					rel = string(value)
				}
			}
			if tag == "link" && href != "" {
				if (rel == "" || rel == "alternate") && out.Link == "" {
					out.Link = href
				}
				continue
			}
			field = fields[tag]
			// In HTML the words of a title are no tags; here they end with its tag all the same.
			if tag == "title" {
				tokens.NextIsNotRawText()
			}
		case html.EndTagToken:
			keep()
		case html.TextToken:
			if field != nil && words.Len() < 4096 {
				words.Write(tokens.Text())
			}
		}
	}
}

// plain is a title without the tags that some feeds put into it.
func plain(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	var b strings.Builder
	tokens := html.NewTokenizer(strings.NewReader(s))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return b.String()
		case html.TextToken:
			b.Write(tokens.Text())
		}
	}
}
