package record

import "encoding/json"

// MarshalJSON writes what is explained as the API answers it: spans in code
// points, with their words.
func (x *Explained) MarshalJSON() ([]byte, error) {
	type field struct {
		Key   string `json:"key"`
		Value string `json:"value"`
	}
	type account struct {
		ID        ID     `json:"id"`
		Article   string `json:"article"`
		Publisher string `json:"publisher,omitempty"`
		Published string `json:"published,omitempty"`
		Sentence  string `json:"sentence,omitempty"`
		Why       string `json:"why,omitempty"`
	}
	type correction struct {
		N      int64  `json:"n"`
		Action string `json:"action"`
		Who    string `json:"who"`
		At     string `json:"at"`
		Why    string `json:"why,omitempty"`
		Target ID     `json:"target,omitempty"`
		Other  ID     `json:"other,omitempty"`
		Field  string `json:"field,omitempty"`
		Value  string `json:"value,omitempty"`
		Undoes int64  `json:"undoes,omitempty"`
		Holds  bool   `json:"holds"`
		Lost   bool   `json:"lost,omitempty"`
	}
	t := textOf(x.Article)
	out := struct {
		ID          ID           `json:"id"`
		Kind        string       `json:"kind"`
		Called      string       `json:"called,omitempty"`
		Mark        int          `json:"mark"`
		Article     Source       `json:"article"`
		Words       Passage      `json:"words"`
		Sentence    Passage      `json:"sentence"`
		Rule        string       `json:"rule,omitempty"`
		Reader      string       `json:"reader,omitempty"`
		Models      string       `json:"models,omitempty"`
		Fields      []field      `json:"fields"`
		Accounts    []account    `json:"accounts"`
		Corrections []correction `json:"corrections"`
	}{
		ID: x.ID, Kind: x.ID.Kind().String(), Called: x.Called, Mark: x.Mark, Article: x.Article.source(), Words: t.passage(x.Span.Start, x.Span.End),
		Sentence: t.passage(x.Sentence.Start, x.Sentence.End), Rule: x.Rule, Reader: x.Reader, Models: x.Models, Fields: []field{}, Accounts: []account{}, Corrections: []correction{},
	}
	for _, f := range x.Fields {
		out.Fields = append(out.Fields, field(f))
	}
	for _, m := range x.Accounts {
		out.Accounts = append(out.Accounts, account{m.ID, m.Article, m.Publisher, m.Published, m.Words, m.Why})
	}
	for _, c := range x.Corrections {
		out.Corrections = append(out.Corrections, correction{c.N, c.Action, c.Who, c.At, c.Why, c.Target.ID, c.Other.ID, c.Field, c.Value, c.Undoes, c.Holds, c.Lost})
	}
	return json.Marshal(out)
}
