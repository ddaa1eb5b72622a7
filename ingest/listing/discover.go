package listing

import (
	"bytes"
	"net/url"
	"strings"

	"golang.org/x/net/html"
)

// discover is the feed that a page names as its own, the first where there are
// more (the next is mostly that of its comments); "" where there is none.
func discover(raw []byte, address string) string {
	base, err := url.Parse(address)
	if err != nil {
		return ""
	}
	tokens := html.NewTokenizer(bytes.NewReader(raw[:min(len(raw), 1<<20)]))
	for {
		switch tokens.Next() {
		case html.ErrorToken:
			return ""
		case html.StartTagToken, html.SelfClosingTagToken:
			tag, more := tokens.TagName()
			if string(tag) == "body" {
				return ""
			}
			if string(tag) != "link" {
				continue
			}
			said := map[string]string{}
			for more {
				var key, value []byte
				key, value, more = tokens.TagAttr()
				said[string(key)] = string(value)
			}
			switch strings.ToLower(said["type"]) {
			case "application/rss+xml", "application/atom+xml", "application/feed+json":
				u, err := base.Parse(strings.TrimSpace(said["href"]))
				if err == nil && strings.Contains(strings.ToLower(said["rel"]), "alternate") && u.Hostname() != "" && (u.Scheme == "http" || u.Scheme == "https") {
					return u.String()
				}
			}
		}
	}
}
