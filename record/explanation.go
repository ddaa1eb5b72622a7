package record

import "encoding/json"

// An Explanation is a finding with all that is known of where it comes from, as
// programs get it: spans in code points, with their words.
type Explanation struct {
	ID          ID                 `json:"id"`
	Kind        string             `json:"kind"`
	Called      string             `json:"called,omitempty" doc:"what a person calls it"`
	Mark        int                `json:"mark" enum:"-1,0,1" doc:"-1 rejected by a person, 1 confirmed, else 0"`
	Article     Source             `json:"article"`
	Words       Passage            `json:"words" doc:"that name it"`
	Sentence    Passage            `json:"sentence" doc:"that they stand in"`
	Rule        string             `json:"rule,omitempty" doc:"the rule or model that found it"`
	Reader      string             `json:"reader,omitempty" doc:"the models of the language layer"`
	Models      string             `json:"models,omitempty" doc:"their version"`
	Fields      []Field            `json:"fields" doc:"what it says: keys of docs/record.md, as a correction recodes them"`
	First       ID                 `json:"first,omitempty" doc:"the first mention of the same thing, which gives it its name"`
	Mentions    int                `json:"mentions" doc:"how many accounts of the same thing there are in all"`
	Accounts    []ExplainedAccount `json:"accounts" doc:"of them those that were published next to this one, by publication, itself among them"`
	Corrections []CorrectionLine   `json:"corrections" doc:"that are about it, oldest first"`
}

// An ExplainedAccount is one mention of what is explained.
type ExplainedAccount struct {
	ID        ID     `json:"id"`
	Article   string `json:"article" doc:"id of the report"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	Sentence  string `json:"sentence,omitempty"`
	Why       string `json:"why,omitempty" doc:"why it is the same as what is explained; missing where it is so by others of these or by a correction"`
}

// A CorrectionLine is a line of the log of corrections.
type CorrectionLine struct {
	N      int64  `json:"n" doc:"its number in the log"`
	Action string `json:"action"`
	Who    string `json:"who"`
	At     string `json:"at" format:"date-time"`
	Why    string `json:"why,omitempty"`
	Target ID     `json:"target,omitempty"`
	Other  ID     `json:"other,omitempty"`
	Field  string `json:"field,omitempty"`
	Value  string `json:"value,omitempty"`
	Undoes int64  `json:"undoes,omitempty"`
	Holds  bool   `json:"holds" doc:"no holding correction undoes it"`
	Lost   bool   `json:"lost,omitempty" doc:"it holds, but the present reading has nothing that it is about"`
}

// Line is the correction as programs get it.
func (c LoggedCorrection) Line() CorrectionLine {
	return CorrectionLine{c.N, c.Action, c.Who, c.At, c.Why, c.Target.ID, c.Other.ID, c.Field, c.Value, c.Undoes, c.Holds, c.Lost}
}

// Explanation is what is explained as programs get it.
func (x *Explained) Explanation() Explanation {
	t := textOf(x.Article)
	out := Explanation{
		ID: x.ID, Kind: x.ID.Kind().String(), Called: x.Called, Mark: x.Mark, Article: x.Article.source(), Words: t.passage(x.Span.Start, x.Span.End),
		Sentence: t.passage(x.Sentence.Start, x.Sentence.End), Rule: x.Rule, Reader: x.Reader, Models: x.Models, First: x.First, Mentions: x.Mentions, Fields: append([]Field{}, x.Fields...),
		Accounts: []ExplainedAccount{}, Corrections: []CorrectionLine{},
	}
	for _, m := range x.Accounts {
		out.Accounts = append(out.Accounts, ExplainedAccount{m.ID, m.Article, m.Publisher, m.Published, m.Words, m.Why})
	}
	for _, c := range x.Corrections {
		out.Corrections = append(out.Corrections, c.Line())
	}
	return out
}

// MarshalJSON writes the explanation.
func (x *Explained) MarshalJSON() ([]byte, error) { return json.Marshal(x.Explanation()) }
