package web

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur/record"
)

// correct takes a correction from a form and leads back to the page that it was
// made on.
func (s *Site) correct(r *http.Request) (answer, error) {
	if err := r.ParseForm(); err != nil {
		return nil, badRequest{fmt.Errorf("reading the form: %w", err)}
	}
	if err := s.checkForm(r); err != nil {
		return nil, err
	}
	who := strings.TrimSpace(r.PostFormValue("who"))
	if who == "" {
		who = s.who(r)
	}
	c := record.Correction{
		Action: r.PostFormValue("action"), Who: clip(who, 100), Why: clip(r.PostFormValue("why"), 1000),
		Field: r.PostFormValue("field"), Value: strings.TrimSpace(r.PostFormValue("value")),
	}
	if !slices.Contains(record.Actions, c.Action) {
		return nil, badRequest{fmt.Errorf("no correction is called %q", c.Action)}
	}
	var err error
	if c.Action == record.ActionUndo {
		if c.Undoes, err = strconv.ParseInt(r.PostFormValue("undoes"), 10, 64); err != nil {
			return nil, badRequest{fmt.Errorf("which correction should be undone? %q is no number", r.PostFormValue("undoes"))}
		}
	} else if c.Target, err = targetOf(r.PostFormValue("id")); err != nil {
		return nil, badRequest{err}
	}
	if c.Action == record.ActionMerge {
		if c.Other, err = targetOf(r.PostFormValue("other")); err != nil {
			return nil, badRequest{err}
		}
	}
	kept, err := s.record.Correct(r.Context(), c)
	if err != nil {
		return nil, badRequest{err}
	}
	back := LocalPath(r.PostFormValue("back"))
	return func(w http.ResponseWriter, r *http.Request) error {
		http.SetCookie(w, &http.Cookie{
			Name: whoCookie, Value: url.QueryEscape(c.Who), Path: "/", Expires: s.options.Now().Add(365 * 24 * time.Hour), HttpOnly: true, SameSite: http.SameSiteStrictMode,
		})
		http.Redirect(w, r, doneAt(back, kept), http.StatusSeeOther)
		return nil
	}, nil
}

// targetOf reads an id; that of an article may be whole.
func targetOf(id string) (record.Target, error) {
	id = strings.TrimSpace(id)
	if len(id) == 64 {
		return record.Target{ID: record.ArticleID(id), Article: id}, nil
	}
	parsed, err := record.ParseID(id)
	return record.Target{ID: parsed}, err
}

// doneAt is a page that says which correction was kept.
func doneAt(path string, c record.Correction) string {
	u, err := url.Parse(path)
	if err != nil {
		return "/"
	}
	q := u.Query()
	q.Set("done", strconv.FormatInt(c.N, 10))
	if c.Action == record.ActionUndo {
		q.Set("undone", "1")
	}
	u.RawQuery = q.Encode()
	return u.String()
}

func (s *Site) corrections(r *http.Request) (answer, error) {
	log, err := s.record.Corrections(r.Context())
	if err != nil {
		return nil, err
	}
	slices.Reverse(log)
	return s.shown(s.view(r, "Corrections", "/corrections"), correctionsBody(log)), nil
}

// deed says what a correction does, in words.
func deed(c record.Correction) string {
	kind := c.Target.ID.Kind().String()
	switch c.Action {
	case record.ActionRename:
		return "calls the " + kind + " “" + c.Value + "”"
	case record.ActionMerge:
		return "takes the " + kind + " for the same as another"
	case record.ActionSplit:
		return "takes the " + kind + " for one of its own"
	case record.ActionReject:
		return "rejects the " + kind
	case record.ActionConfirm:
		return "confirms the " + kind
	case record.ActionRecode:
		if c.Value == "" {
			return "clears " + plain(strings.ReplaceAll(c.Field, "_", " ")) + " of the " + kind
		}
		return "sets " + strings.ReplaceAll(c.Field, "_", " ") + " of the " + kind + " to “" + c.Value + "”"
	case record.ActionUndo:
		return fmt.Sprintf("takes back correction %d", c.Undoes)
	}
	return c.Action
}

// minute is a time of RFC 3339 as people read it.
func minute(at string) string {
	t, err := time.Parse(time.RFC3339, at)
	if err != nil {
		return at
	}
	return t.UTC().Format("2 Jan 2006, 15:04 UTC")
}
