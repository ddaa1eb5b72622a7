package page

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// A head is what a page declares of itself: its meta elements, its JSON-LD, its
// title.
type head struct {
	meta      map[string]string // by lower-cased name, property or itemprop; the first wins
	linked    []linked
	title     string // of the title element
	canonical string
}

func readHead(doc *html.Node) head {
	h := head{meta: map[string]string{}, linked: linkedData(doc)}
	each(doc, func(n *html.Node) bool {
		switch n.DataAtom {
		case atom.Meta:
			value := plainText(attribute(n, "content"))
			for _, key := range []string{"property", "name", "itemprop"} {
				if name := strings.ToLower(attribute(n, key)); name != "" && value != "" && h.meta[name] == "" {
					h.meta[name] = value
				}
			}
		case atom.Title:
			if h.title == "" && (n.Parent == nil || n.Parent.DataAtom != atom.Svg) {
				h.title = content(n)
			}
		case atom.Link:
			if h.canonical == "" && strings.EqualFold(attribute(n, "rel"), "canonical") {
				h.canonical = attribute(n, "href")
			}
		}
		return true
	}, atom.Meta, atom.Title, atom.Link)
	return h
}

// of is the first of the named meta elements that is there.
func (h *head) of(names ...string) string {
	for _, name := range names {
		if value := h.meta[name]; value != "" {
			return value
		}
	}
	return ""
}

// article is the JSON-LD of the report itself: the article whose headline the
// page repeats in its title, else the first.
func (h *head) article() *linked {
	var found *linked
	said := []string{key(h.of("og:title", "twitter:title")), key(h.title)}
	for i := range h.linked {
		l := &h.linked[i]
		if !l.article {
			continue
		}
		headline := key(l.headline)
		for _, title := range said {
			if headline != "" && title != "" && (strings.HasPrefix(title, headline) || strings.HasPrefix(headline, title)) {
				return l
			}
		}
		if found == nil {
			found = l
		}
	}
	return found
}

// address is the page's own address, absolute, else "".
func (h *head) address() string {
	for _, candidate := range []string{h.canonical, h.of("og:url", "twitter:url")} {
		if u, err := url.Parse(candidate); err == nil && u.Host != "" && (u.Scheme == "http" || u.Scheme == "https") {
			return candidate
		}
	}
	return ""
}

// publisher is the outlet: as declared, else the name of the host.
func (h *head) publisher(address string) string {
	if a := h.article(); a != nil && outlet(a.publisher) {
		return a.publisher
	}
	for _, l := range h.linked {
		if outlet(l.publisher) {
			return l.publisher
		}
	}
	for _, name := range []string{"og:site_name", "publisher", "dc.publisher", "dcterms.publisher", "citation_publisher", "application-name"} {
		if value := h.meta[name]; outlet(value) {
			return value
		}
	}
	if u, err := url.Parse(address); err == nil {
		return strings.TrimPrefix(u.Hostname(), "www.")
	}
	return ""
}

// outlet reports whether name can be one: some pages put an address there.
func outlet(name string) bool {
	return name != "" && len(name) <= 80 && !strings.Contains(name, "://") && !strings.HasPrefix(name, "@")
}

// author is the names of the byline separated by "; ". found is what the
// extractor saw on the page, the last choice.
func (h *head) author(found string) string {
	var said []string
	if a := h.article(); a != nil {
		said = a.authors
	}
	if len(said) == 0 {
		if value := h.of("author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator",
			"citation_author", "article:author_name", "cxenseparse:author"); value != "" {
			said = []string{value}
		}
	}
	if author := bylines(said); author != "" {
		return author
	}
	return bylines([]string{found})
}

// between separates the names of a byline.
var between = regexp.MustCompile(`\s*(?:;|,|\||\s&\s|\s(?i:and|with)\s)\s*`)

// posts end what follows a name rather than a further name: "Political Editor".
var posts = regexp.MustCompile(`(?i)\b(editor|correspondent|reporter|writer|staff|producer|analyst|columnist|contributor|desk|chief|in \w+)$`)

// around is what pages put around a name.
var around = regexp.MustCompile(`(?i)^(?:(?:by|posted by|written by|reported by|view all posts by|author:?)\s+)+|\s+says:?$`)

// nobody is what systems write where they know no author.
var nobody = map[string]bool{"admin": true, "administrator": true, "editor": true, "guest": true, "no author": true, "none": true,
	"null": true, "unknown": true, "user": true, "webmaster": true, "anonymous": true}

// bylines cleans names: no "By", no post, no address, nobody twice.
func bylines(said []string) string {
	var names []string
	seen := map[string]bool{}
	for _, one := range said {
		one = around.ReplaceAllString(strings.TrimSpace(one), "")
		for i, name := range between.Split(one, -1) {
			name = strings.TrimSpace(name)
			if i > 0 && posts.MatchString(name) {
				continue
			}
			if name == "" || len(name) > 80 || nobody[strings.ToLower(name)] || strings.Contains(name, "://") || strings.Contains(name, "@") || strings.Contains(name, "www.") || seen[key(name)] {
				continue
			}
			seen[key(name)] = true
			names = append(names, name)
		}
	}
	return strings.Join(names, "; ")
}
