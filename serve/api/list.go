package api

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"reflect"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/export"
	"rapporteur/record"
)

// A list is a kind of row that the API is asked for.
type list[T any] struct {
	name, tag, summary     string
	types, modes, statuses []string // that may be asked for; nil where anything may
	ask                    func(context.Context, record.Filter, record.Page) (record.Rows[T], error)
	entry                  func(*T) Entry
	cite                   func(context.Context, *T) ([]Cited, error) // evidence that the row itself does not have; nil where it has
	news                   bool                                       // feeds and webhooks may ask for it
	added                  bool                                       // rows can be had in the order in which they came into the record
	forms                  []form                                     // beside JSON
}

// A lister is a list of whatever rows.
type lister interface {
	register(*API)
	check(asked) (asked, error)
	entries(ctx context.Context, q asked) ([]Entry, string, error)
	tells() bool
}

const mediaJSON = "application/json"

// tells reports whether feeds and webhooks may ask for it.
func (l *list[T]) tells() bool { return l.news }

// check looks up values that only this kind of row has, and gives the question with
// them as they are written.
func (l *list[T]) check(q asked) (asked, error) {
	for _, one := range []struct {
		parameter string
		asked     *[]string
		there     []string
	}{{"type", &q.filter.Types, l.types}, {"mode", &q.filter.Modes, l.modes}, {"status", &q.filter.Statuses, l.statuses}} {
		if one.there == nil {
			continue
		}
		found, err := export.Choose(one.parameter+" of "+l.name, *one.asked, one.there)
		if err != nil {
			return q, err
		}
		*one.asked = found
	}
	return q, nil
}

// page is one page of rows.
func (l *list[T]) page(ctx context.Context, q asked) (record.Rows[T], error) {
	rows, err := l.ask(ctx, q.filter, q.page)
	if err != nil {
		return rows, err
	}
	if rows.Rows == nil {
		rows.Rows = []T{}
	}
	return rows, nil
}

// entries are a page in lines, what came into the record last first where that can
// be told.
func (l *list[T]) entries(ctx context.Context, q asked) ([]Entry, string, error) {
	if l.added {
		q.page.Sort = record.SortAdded
	}
	rows, err := l.page(ctx, q)
	if err != nil {
		return nil, "", err
	}
	out := make([]Entry, len(rows.Rows))
	for i := range rows.Rows {
		out[i] = l.entry(&rows.Rows[i])
		if l.cite == nil {
			continue
		}
		if out[i].Cited, err = l.cite(ctx, &rows.Rows[i]); err != nil {
			return nil, "", err
		}
	}
	return out, rows.Next, nil
}

// register makes the operation.
func (l *list[T]) register(a *API) {
	r := a.huma.OpenAPI().Components.Schemas
	content := map[string]*huma.MediaType{mediaJSON: {Schema: r.Schema(reflect.TypeFor[record.Rows[T]](), true, "")}}
	names := []string{"json"}
	for _, f := range l.forms {
		content[f.media] = &huma.MediaType{Schema: &huma.Schema{Type: huma.TypeString}}
		names = append(names, f.name)
	}
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodGet, Path: Prefix + "/" + l.name, OperationID: l.name, Tags: []string{l.tag}, Summary: l.summary,
		Description: "Forms: " + strings.Join(names, ", ") + ".",
		Responses: map[string]*huma.Response{"200": {
			Description: "One page as JSON, or all rows in another form", Content: content,
			Headers: map[string]*huma.Param{"Link": {Description: "the next page, rel=next", Schema: &huma.Schema{Type: huma.TypeString}}},
		}},
	}, func(ctx context.Context, in *rowsInput) (*huma.StreamResponse, error) {
		q, err := parse(in.values, a.now())
		if err == nil {
			q, err = l.check(q)
		}
		if err != nil {
			return nil, refused(err)
		}
		f, err := l.form(in)
		if err != nil {
			return nil, err
		}
		if f != nil {
			if q.page.After != "" {
				return nil, refused(fmt.Errorf("after is for pages of JSON; %s has all rows, or the first limit of them", f.name))
			}
			return a.written(f, q, l.name+f.ending), nil
		}
		rows, err := l.page(ctx, q)
		if err != nil {
			return nil, a.asking(ctx, err)
		}
		return &huma.StreamResponse{Body: func(h huma.Context) {
			h.SetHeader("Content-Type", mediaJSON)
			if rows.Next != "" {
				h.SetHeader("Link", "<"+nextPage(h, in.values, rows.Next)+`>; rel="next"`)
			}
			encoder := json.NewEncoder(h.BodyWriter())
			encoder.SetEscapeHTML(false)
			_ = encoder.Encode(rows) // who asked may be gone
		}}, nil
	})
}

func nextPage(h huma.Context, values url.Values, after string) string {
	u := h.URL()
	next := url.Values{}
	for name, v := range values {
		next[name] = v
	}
	next.Set("after", after)
	u.RawQuery = next.Encode()
	return u.RequestURI()
}

// form is the one that is asked for, nil for JSON.
func (l *list[T]) form(in *rowsInput) (*form, error) {
	names := []string{"json"}
	for i, f := range l.forms {
		if f.name == in.Format {
			return &l.forms[i], nil
		}
		names = append(names, f.name)
	}
	if in.Format != "" && in.Format != "json" {
		return nil, problem(http.StatusUnprocessableEntity, fmt.Sprintf("format: %s are not given as %q; there are %s", l.name, in.Format, strings.Join(names, ", ")))
	}
	if in.Format == "" {
		for _, media := range accepted(in.Accept) {
			if media == mediaJSON || media == "*/*" || media == "application/*" {
				return nil, nil
			}
			for i, f := range l.forms {
				if before, _, _ := strings.Cut(f.media, ";"); before == media {
					return &l.forms[i], nil
				}
			}
		}
	}
	return nil, nil
}
