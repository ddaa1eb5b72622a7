package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"rapporteur/record"
)

// explainedJSON is a finding with all that is known of where it comes from.
type explainedJSON struct {
	ID          string           `json:"id"`
	Kind        string           `json:"kind"`
	Called      string           `json:"called,omitempty" doc:"what a person calls it"`
	Mark        int              `json:"mark" enum:"-1,0,1" doc:"-1 rejected by a person, 1 confirmed, else 0"`
	Article     record.Source    `json:"article"`
	Words       record.Passage   `json:"words" doc:"that name it"`
	Sentence    record.Passage   `json:"sentence" doc:"that they stand in"`
	Rule        string           `json:"rule,omitempty" doc:"the rule or model that found it"`
	Reader      string           `json:"reader,omitempty" doc:"the models of the language layer"`
	Models      string           `json:"models,omitempty" doc:"their version"`
	Fields      []fieldJSON      `json:"fields" doc:"what it says: keys of docs/record.md, as a correction recodes them"`
	Accounts    []accountJSON    `json:"accounts" doc:"of the same thing in all reports, the first mention first, itself among them"`
	Corrections []correctionJSON `json:"corrections" doc:"that are about it, oldest first"`
}

type fieldJSON struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

type accountJSON struct {
	ID        string `json:"id"`
	Article   string `json:"article" doc:"id of the report"`
	Publisher string `json:"publisher,omitempty"`
	Published string `json:"published,omitempty"`
	Sentence  string `json:"sentence,omitempty"`
	Why       string `json:"why,omitempty" doc:"why it is the same as what is explained; missing where it is so by others of these or by a correction"`
}

type idInput struct {
	ID string `path:"id" maxLength:"64" doc:"As lists and searches give it."`
}

func (a *API) explainRoute() {
	huma.Register(a.huma, huma.Operation{
		Method: http.MethodGet, Path: Prefix + "/findings/{id}", OperationID: "explain", Tags: []string{"Findings"},
		Summary: "Explain a finding: its words, its rule, what it was joined with and why, what people made of it", Errors: []int{http.StatusNotFound},
	}, func(ctx context.Context, in *idInput) (*struct{ Body explainedJSON }, error) {
		x, err := a.explain(ctx, in.ID)
		if err != nil {
			return nil, err
		}
		return &struct{ Body explainedJSON }{x}, nil
	})
}

func (a *API) explain(ctx context.Context, name string) (explainedJSON, error) {
	t, err := target(name)
	if err != nil {
		return explainedJSON{}, missing("finding", name, "ids are as lists and searches give them, such as e3f09ab61c2d4e5")
	}
	x, err := a.record.Explain(ctx, t.ID)
	if err != nil {
		return explainedJSON{}, a.asking(ctx, err)
	}
	out := explainedJSON{
		ID: x.ID.String(), Kind: x.ID.Kind().String(), Called: x.Called, Mark: x.Mark, Article: source(x.Article), Words: passage(x.Article, x.Span),
		Sentence: passage(x.Article, x.Sentence), Rule: x.Rule, Reader: x.Reader, Models: x.Models, Fields: []fieldJSON{}, Accounts: []accountJSON{}, Corrections: []correctionJSON{},
	}
	for _, f := range x.Fields {
		out.Fields = append(out.Fields, fieldJSON(f))
	}
	for _, m := range x.Accounts {
		out.Accounts = append(out.Accounts, accountJSON{m.ID.String(), m.Article, m.Publisher, m.Published, m.Words, m.Why})
	}
	for _, c := range x.Corrections {
		out.Corrections = append(out.Corrections, correctionOf(c))
	}
	return out, nil
}

// target reads an id; that of an article may be whole.
func target(id string) (record.Target, error) {
	if len(id) == 64 {
		return record.Target{ID: record.ArticleID(id), Article: id}, nil
	}
	parsed, err := record.ParseID(id)
	return record.Target{ID: parsed}, err
}
