package web

import (
	"context"
	"net/http"
	"net/url"
	"strconv"
)

// A view is what the frame of a page knows.
type view struct {
	site    *Site
	Title   string
	Section string // path of the entry of the main navigation that is current
	Path    string // of the page with its question, to come back to
	Query   string // of the search
	Who     string // the gap for who signs corrections
	Form    string // the gap for the token of forms
	Done    int64  // number of the correction that was just made
	Undone  bool   // it was an undoing
	Version int64  // of the record that the page shows
	Bare    bool   // without navigation: nobody is known yet
}

// sections are the entries of the main navigation.
var sections = []struct{ Path, Name string }{
	{"/", "Negotiations"}, {"/changes", "Changes"}, {"/events", "Events"}, {"/quotes", "Quotes"}, {"/figures", "Figures"},
	{"/actors", "Actors"}, {"/reports", "Reports"}, {"/corrections", "Corrections"},
}

func (s *Site) view(r *http.Request, title, section string) view {
	v := view{site: s, Title: title, Section: section, Who: s.gap + whoGap, Form: s.gap + formGap, Version: versionOf(r.Context())}
	asked := r.URL.Query()
	if done, err := strconv.ParseInt(asked.Get("done"), 10, 64); err == nil {
		v.Done, v.Undone = done, asked.Get("undone") != ""
	}
	v.Path = without(r.URL, "done", "undone")
	return v
}

// who signs corrections unless told otherwise: who did so last in this browser.
func (s *Site) who(r *http.Request) string {
	if cookie, err := r.Cookie(whoCookie); err == nil {
		if who, err := url.QueryUnescape(cookie.Value); err == nil && who != "" {
			return who
		}
	}
	return s.options.Who
}

// without is a path with its question, less some keys.
func without(u *url.URL, keys ...string) string {
	q := u.Query()
	for _, key := range keys {
		q.Del(key)
	}
	if len(q) == 0 {
		return u.Path
	}
	return u.Path + "?" + q.Encode()
}

type viewKey struct{}

func withView(ctx context.Context, v view) context.Context {
	return context.WithValue(ctx, viewKey{}, v)
}

// viewOf is the view of the page that a component is part of.
func viewOf(ctx context.Context) view {
	v, _ := ctx.Value(viewKey{}).(view)
	return v
}
