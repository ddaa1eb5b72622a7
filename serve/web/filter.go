package web

import (
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"rapporteur/record"
)

// A filterForm is what a table is asked for, all of it in its address.
type filterForm struct {
	Action string // path of the table
	Fields []filterField
	Sorts  []string
	Sort   string
	asked  url.Values
}

// A filterField is one input of the form above a table.
type filterField struct {
	Key, Name, Kind string // Kind: text, day, number, list or words
	Hint            string
	Choices         []string // of a list
	Asked           []string // what is asked for now
}

// Value is the one value of a field that takes one.
func (f filterField) Value() string { return strings.Join(f.Asked, ", ") }

// Has reports whether a choice of a list is asked for.
func (f filterField) Has(choice string) bool { return slices.Contains(f.Asked, choice) }

// fields that tables share.
var (
	fieldActor   = filterField{Key: "actor", Name: "Actor", Kind: "text", Hint: "a name"}
	fieldCountry = filterField{Key: "country", Name: "Country", Kind: "text", Hint: "SDN, UKR"}
	fieldPlace   = filterField{Key: "place", Name: "Place", Kind: "text"}
	fieldSource  = filterField{Key: "source", Name: "Outlet", Kind: "text"}
	fieldSince   = filterField{Key: "since", Name: "Since", Kind: "day"}
	fieldUntil   = filterField{Key: "until", Name: "Until", Kind: "day"}
	fieldWords   = filterField{Key: "words", Name: "Words", Kind: "words", Hint: "in the report"}
)

func list(key, name string, choices []string) filterField {
	return filterField{Key: key, Name: name, Kind: "list", Choices: choices}
}

// asked reads the filter and the page that an address asks for.
func asked(r *http.Request, sorts []string, fields ...filterField) (*filterForm, record.Filter, record.Page, error) {
	q := r.URL.Query()
	form := &filterForm{Action: r.URL.Path, Sorts: sorts, Sort: q.Get("sort"), asked: q}
	var of record.Filter
	var err error
	for _, f := range fields {
		for _, v := range q[f.Key] {
			if v = strings.TrimSpace(v); v != "" {
				f.Asked = append(f.Asked, v)
			}
		}
		if len(f.Asked) > 0 {
			err = put(&of, f, err)
		}
		form.Fields = append(form.Fields, f)
	}
	if id := q.Get("talks"); id != "" && err == nil {
		of.Talks, err = record.ParseID(id)
	}
	if box := q.Get("bbox"); box != "" && err == nil {
		of.Box, err = record.ParseBox(box)
	}
	if err != nil {
		return nil, of, record.Page{}, badRequest{err}
	}
	// Counting all rows takes longer than finding some: it is done for who narrows them.
	return form, of, record.Page{After: q.Get("after"), Sort: form.Sort, Count: form.Any()}, nil
}

// put gives the filter what a field asks for.
func put(of *record.Filter, f filterField, err error) error {
	switch f.Key {
	case "actor":
		of.Actors = f.Asked
	case "type":
		of.Types = f.Asked
	case "status":
		of.Statuses = f.Asked
	case "country":
		for _, c := range f.Asked {
			of.Countries = append(of.Countries, strings.Fields(strings.ToUpper(strings.ReplaceAll(c, ",", " ")))...)
		}
	case "place":
		of.Place = f.Value()
	case "source":
		of.Sources = f.Asked
	case "since":
		of.Since = f.Value()
	case "until":
		of.Until = f.Value()
	case "words":
		of.Words = f.Value()
	case "above":
		above, bad := strconv.ParseFloat(f.Value(), 64)
		if bad != nil {
			return badRequest{bad}
		}
		of.Above = above
	case "mark":
		for _, name := range f.Asked {
			mark, bad := record.MarkNamed(name)
			if bad != nil {
				return bad
			}
			of.Marks = append(of.Marks, mark)
		}
	}
	return err
}

// With is the address of the table with a key set to a value, from its first page.
func (f *filterForm) With(key, value string) string {
	q := url.Values{}
	for k, v := range f.asked {
		if k != "after" && k != "finding" && k != "done" && k != "undone" {
			q[k] = v
		}
	}
	if value == "" {
		q.Del(key)
	} else {
		q.Set(key, value)
	}
	if len(q) == 0 {
		return f.Action
	}
	return f.Action + "?" + q.Encode()
}

// Next is the address of the page that begins after a row.
func (f *filterForm) Next(after string) string { return f.With("after", after) }

// Any reports whether anything is asked for.
func (f *filterForm) Any() bool {
	return f.asked.Get("talks") != "" || f.asked.Get("bbox") != "" || slices.ContainsFunc(f.Fields, func(x filterField) bool { return len(x.Asked) > 0 })
}

// Kept are values of the address that have no input, but go with it.
func (f *filterForm) Kept() []filterField {
	var out []filterField
	for _, key := range []string{"talks", "bbox", "pick"} {
		if v := f.asked.Get(key); v != "" {
			out = append(out, filterField{Key: key, Asked: []string{v}})
		}
	}
	return out
}
