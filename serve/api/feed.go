package api

import (
	"encoding/xml"
	"errors"
	"html"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// FeedPrefix is where the feeds are: /feeds/changes.atom?actor=M23.
const FeedPrefix = "/feeds/"

// feedLength is how many entries a feed has.
const feedLength = 100

// feed is an Atom feed (RFC 4287).
type feed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	ID      string      `xml:"id"`
	Title   string      `xml:"title"`
	Updated string      `xml:"updated"`
	Author  string      `xml:"author>name"`
	Links   []feedLink  `xml:"link"`
	Entries []feedEntry `xml:"entry"`
}

type feedLink struct {
	Rel  string `xml:"rel,attr"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type feedEntry struct {
	ID       string     `xml:"id"`
	Title    string     `xml:"title"`
	Updated  string     `xml:"updated"`
	Links    []feedLink `xml:"link"`
	Category struct {
		Term string `xml:"term,attr"`
	} `xml:"category"`
	Content struct {
		Type string `xml:"type,attr"`
		HTML string `xml:",chardata"`
	} `xml:"content"`
}

// serveFeed answers with the feed of a question.
func (a *API) serveFeed(w http.ResponseWriter, r *http.Request) {
	name, ok := strings.CutSuffix(strings.TrimPrefix(r.URL.Path, FeedPrefix), ".atom")
	if l := a.list[name]; !ok || l == nil || !l.tells() {
		writeProblem(w, http.StatusNotFound, "there is no such feed; there are "+FeedPrefix+strings.Join(a.news(), ".atom, "+FeedPrefix)+".atom, with the filters of the API's lists")
		return
	}
	entries, _, err := a.Entries(r.Context(), name+"?"+r.URL.RawQuery, "", feedLength)
	if err != nil {
		status, detail := http.StatusUnprocessableEntity, err.Error()
		if _, _, bad := a.question(name + "?" + r.URL.RawQuery); bad == nil {
			var p interface{ GetStatus() int }
			if failed := a.asking(r.Context(), err); errors.As(failed, &p) {
				status, detail = p.GetStatus(), failed.Error()
			}
		}
		writeProblem(w, status, detail)
		return
	}
	w.Header().Set("Content-Type", "application/atom+xml; charset=utf-8")
	body, err := xml.MarshalIndent(feedOf(name, r, entries), "", " ")
	if err != nil {
		a.options.Log.Error("writing a feed", "error", err)
		writeProblem(w, http.StatusInternalServerError, "the feed could not be written; the log of the server says why")
		return
	}
	_, _ = w.Write(append([]byte(xml.Header), body...)) // who asked may be gone
}

func feedOf(name string, r *http.Request, entries []Entry) feed {
	base := "http://" + r.Host
	if r.TLS != nil {
		base = "https://" + r.Host
	}
	self := base + r.URL.RequestURI()
	title := "Rapporteur: " + name
	if of, err := url.QueryUnescape(r.URL.RawQuery); err == nil && of != "" {
		title += " (" + strings.ReplaceAll(of, "&", ", ") + ")"
	}
	f := feed{ID: self, Title: title, Author: "Rapporteur", Updated: time.Unix(0, 0).UTC().Format(time.RFC3339)}
	f.Links = []feedLink{{"self", "application/atom+xml", self}}
	for _, e := range entries {
		f.Entries = append(f.Entries, atomEntry(base, e))
	}
	if len(f.Entries) > 0 {
		f.Updated = slices.MaxFunc(f.Entries, func(x, y feedEntry) int { return strings.Compare(x.Updated, y.Updated) }).Updated
	}
	return f
}

func atomEntry(base string, e Entry) feedEntry {
	out := feedEntry{ID: "urn:rapporteur:" + e.Kind + ":" + url.PathEscape(e.ID), Title: clean(e.Says), Updated: "1970-01-01T00:00:00Z"}
	for _, day := range []string{e.Reported, e.Day} {
		if at, err := time.Parse(time.DateOnly, day); err == nil {
			out.Updated = at.Format(time.RFC3339)
			break
		}
	}
	out.Category.Term = e.Kind
	var b strings.Builder
	b.WriteString("<p>" + html.EscapeString(clean(e.Says)) + "</p>\n<ul>\n")
	for _, c := range e.Cited {
		where := html.EscapeString(clean(listed(c.Outlet, c.Published, c.Title)))
		if u, err := url.Parse(c.URL); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
			where = `<a href="` + html.EscapeString(u.String()) + `">` + where + "</a>"
		}
		b.WriteString("<li><q>" + html.EscapeString(clean(c.Words)) + "</q> " + where + " [" + html.EscapeString(c.Finding) + "]</li>\n")
	}
	b.WriteString("</ul>")
	out.Content.Type, out.Content.HTML = "html", b.String()
	if len(e.Cited) > 0 {
		out.Links = append(out.Links, feedLink{"alternate", "text/html", base + "/findings/" + url.PathEscape(e.Cited[0].Finding)})
		if u, err := url.Parse(e.Cited[0].URL); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
			out.Links = append(out.Links, feedLink{"via", "", u.String()})
		}
	}
	return out
}

// clean is text in one line without the characters that XML cannot hold.
func clean(text string) string {
	return oneLine(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return -1
		}
		return r
	}, text))
}
