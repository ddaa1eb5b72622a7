package api

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strings"

	"rapporteur/serve/hook"
)

// Question reads a question such as "changes?actor=M23": the list that it is asked
// of and what is asked.
func (a *API) question(text string) (lister, asked, error) {
	name, query, _ := strings.Cut(text, "?")
	l := a.list[name]
	if l == nil || !l.tells() {
		return nil, asked{}, fmt.Errorf("no question is called %q; there are %s, each with filters after a question mark, such as changes?actor=M23", name, strings.Join(a.news(), ", "))
	}
	values, err := url.ParseQuery(query)
	if err != nil {
		return nil, asked{}, fmt.Errorf("the filters %q cannot be read: %w; join them with & and write spaces as +", query, err)
	}
	for _, name := range []string{"limit", "after", "sort", "count", "format"} {
		if values.Has(name) {
			return nil, asked{}, fmt.Errorf("%s is for the API's lists alone", name)
		}
	}
	q, err := parse(values, a.now())
	if err == nil {
		q, err = l.check(q)
	}
	return l, q, err
}

func (a *API) names() []string { return slices.Sorted(maps.Keys(a.list)) }

// news are the names of the lists that feeds and webhooks may ask for.
func (a *API) news() []string {
	return slices.DeleteFunc(a.names(), func(name string) bool { return !a.list[name].tells() })
}

// Entries are a page of the answer to a question, at most so many, after a mark,
// and the mark to go on with, "" at the end.
func (a *API) Entries(ctx context.Context, question, mark string, most int) ([]Entry, string, error) {
	l, q, err := a.question(question)
	if err != nil {
		return nil, "", err
	}
	q.page.After, q.page.Limit = mark, most
	return l.entries(ctx, q)
}

// newsPage is how many rows a webhook looks at in one go.
const newsPage = 200

// News makes an API the source of webhooks.
func (a *API) News(ctx context.Context, question, mark string) ([]hook.Item, string, error) {
	entries, next, err := a.Entries(ctx, question, mark, newsPage)
	if err != nil {
		return nil, "", err
	}
	out := make([]hook.Item, len(entries))
	for i, e := range entries {
		data, err := json.Marshal(struct {
			Entry
			Row any `json:"row"`
		}{e, e.Row})
		if err != nil {
			return nil, "", fmt.Errorf("writing %s %s: %w", e.Kind, e.ID, err)
		}
		out[i] = hook.Item{ID: e.ID, Kind: e.Kind, Data: data}
	}
	return out, next, nil
}
