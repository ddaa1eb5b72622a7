package mcp

import (
	"context"
	"fmt"
	"net/url"
	"strconv"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/serve/api"
)

// A desk answers the tools.
type desk struct{ api *api.API }

// mostLines is how many rows an answer has at most, and lines how many where
// nothing is said: what an assistant reads costs it.
const (
	lines     = 20
	mostLines = 100
)

// filters are what the lists may be asked.
type filters struct {
	Actor   []string `json:"actor,omitempty" jsonschema:"only of these actors: names, words of names, or ids"`
	Country []string `json:"country,omitempty" jsonschema:"only of these countries: ISO 3166-1 alpha-3 codes or English names"`
	Place   string   `json:"place,omitempty" jsonschema:"only there: the name of a place"`
	Since   string   `json:"since,omitempty" jsonschema:"only from this day on: YYYY-MM-DD, or 7d for the last seven days"`
	Until   string   `json:"until,omitempty" jsonschema:"only up to this day: YYYY-MM-DD"`
	Outlet  []string `json:"outlet,omitempty" jsonschema:"only from these outlets"`
	Words   string   `json:"words,omitempty" jsonschema:"only with these words, all of them in any form; a phrase in quotation marks, begin*, -without"`
	Limit   int      `json:"limit,omitempty" jsonschema:"how many lines; 20 where not given, 100 at most"`
	After   string   `json:"after,omitempty" jsonschema:"next of the answer before, to go on"`
}

func (f filters) values() url.Values {
	v := url.Values{"actor": f.Actor, "country": f.Country, "source": f.Outlet}
	for name, value := range map[string]string{"place": f.Place, "since": f.Since, "until": f.Until, "q": f.Words} {
		if value != "" {
			v.Set(name, value)
		}
	}
	return v
}

type talksInput struct {
	filters
	Stage []string `json:"stage,omitempty" jsonschema:"only at these stages now, such as under way, stalled, deal reached"`
}

type changesInput struct {
	filters
	Talks string   `json:"talks,omitempty" jsonschema:"only of these talks: their id"`
	Kind  []string `json:"kind,omitempty" jsonschema:"only changes of these kinds: position, stance, stage, proposal, answer, awaited, figure"`
}

type eventsInput struct {
	filters
	Type   []string `json:"type,omitempty" jsonschema:"only of these PLOVER types, such as ASSAULT, AGREE, CONSULT, PROTEST"`
	Status []string `json:"status,omitempty" jsonschema:"only of these: happened, ongoing, planned, threatened, demanded, denied, hypothetical"`
}

type quotesInput struct {
	filters
	Kind []string `json:"kind,omitempty" jsonschema:"only direct, indirect or mixed"`
}

type figuresInput struct {
	filters
	Measure []string `json:"measure,omitempty" jsonschema:"only of these measures, such as killed, injured, displaced, money"`
	Above   float64  `json:"above,omitempty" jsonschema:"only above this value"`
}

type searchInput struct {
	Words  string   `json:"words" jsonschema:"words that must all be there in any form, a phrase in quotation marks, begin*, -without"`
	Since  string   `json:"since,omitempty" jsonschema:"only in reports from this day on: YYYY-MM-DD"`
	Until  string   `json:"until,omitempty" jsonschema:"only in reports up to this day: YYYY-MM-DD"`
	Outlet []string `json:"outlet,omitempty" jsonschema:"only in reports of these outlets"`
	Limit  int      `json:"limit,omitempty" jsonschema:"how many statements and how many reports; 20 where not given"`
}

type idInput struct {
	ID string `json:"id" jsonschema:"id of a finding, as every answer gives it"`
}

type dossierInput struct {
	Talks string `json:"talks" jsonschema:"id of the talks, as the tool talks gives it, or words of their name"`
}

// An answer is lines with their evidence.
type answer struct {
	Lines []api.Entry `json:"lines"`
	Next  string      `json:"next,omitempty" jsonschema:"after for the rest; missing at the end"`
}

func addTools(s *sdk.Server, d desk) {
	list := func(name, title, says string) *sdk.Tool {
		closed := false
		return &sdk.Tool{Name: name, Title: title, Description: says, Annotations: &sdk.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed, Title: title}}
	}
	sdk.AddTool(s, list("talks", "Negotiations", "Lists negotiations as they stand now, the one that moved last first: stage, parties, mediators, what is awaited, how many reports tell of it."),
		func(ctx context.Context, _ *sdk.CallToolRequest, in talksInput) (*sdk.CallToolResult, answer, error) {
			v := in.values()
			v["status"] = in.Stage
			return d.lines(ctx, "talks", v, in.filters)
		})
	sdk.AddTool(s, list("dossier", "One negotiation", "Opens one negotiation: stages, positions and how they moved, proposals with terms and answers, sticking points, what is awaited, figures, each with its evidence."), d.dossier)
	sdk.AddTool(s, list("changes", "Who moved", "Lists what changed in negotiations, the last first: who moved on what, from what to what."),
		func(ctx context.Context, _ *sdk.CallToolRequest, in changesInput) (*sdk.CallToolResult, answer, error) {
			v := in.values()
			v["type"] = in.Kind
			if in.Talks != "" {
				v.Set("talks", in.Talks)
			}
			return d.lines(ctx, "changes", v, in.filters)
		})
	sdk.AddTool(s, list("search", "Search", "Searches what people said and whole reports for words, the best first."), d.search)
	sdk.AddTool(s, list("events", "Events", "Lists who did what to whom, where and when, the last that came into the record first; one line an event, with the accounts of all reports."),
		func(ctx context.Context, _ *sdk.CallToolRequest, in eventsInput) (*sdk.CallToolResult, answer, error) {
			v := in.values()
			v["type"], v["status"] = in.Type, in.Status
			return d.lines(ctx, "events", v, in.filters)
		})
	sdk.AddTool(s, list("quotes", "Quotations", "Lists who said what, in whose report."),
		func(ctx context.Context, _ *sdk.CallToolRequest, in quotesInput) (*sdk.CallToolResult, answer, error) {
			v := in.values()
			v["type"] = in.Kind
			return d.lines(ctx, "quotes", v, in.filters)
		})
	sdk.AddTool(s, list("figures", "Figures", "Lists counts: killed, injured, displaced, captives, aid, money, each on whose word. Counts of one thing by several sources stand side by side."),
		func(ctx context.Context, _ *sdk.CallToolRequest, in figuresInput) (*sdk.CallToolResult, answer, error) {
			v := in.values()
			v["type"] = in.Measure
			if in.Above > 0 {
				v.Set("above", strconv.FormatFloat(in.Above, 'f', -1, 64))
			}
			return d.lines(ctx, "figures", v, in.filters)
		})
	sdk.AddTool(s, list("explain", "Explain a finding", "Tells of a finding its words, the rule that read it, all accounts of the same thing in other reports and why they are the same, and what people corrected."), d.explain)
}

// lines answers with a list.
func (d desk) lines(ctx context.Context, name string, v url.Values, f filters) (*sdk.CallToolResult, answer, error) {
	for key, values := range v {
		if len(values) == 0 {
			delete(v, key)
		}
	}
	limit, err := limited(f.Limit)
	if err != nil {
		return nil, answer{}, err
	}
	entries, next, err := d.api.Entries(ctx, name+"?"+v.Encode(), f.After, limit)
	if err != nil {
		return nil, answer{}, fmt.Errorf("asking for %s: %w", name, err)
	}
	return told(answer{entries, next}, "nothing of the kind is in the record; ask for less, or search for words")
}

func limited(limit int) (int, error) {
	switch {
	case limit == 0:
		return lines, nil
	case limit < 0 || limit > mostLines:
		return 0, fmt.Errorf("limit is a number from 1 to %d, not %d", mostLines, limit)
	}
	return limit, nil
}

// told is an answer as text, and for those who compute with it as it is.
func told(a answer, nothing string) (*sdk.CallToolResult, answer, error) {
	var b strings.Builder
	for _, e := range a.Lines {
		line(&b, e)
	}
	if len(a.Lines) == 0 {
		a.Lines = []api.Entry{}
		b.WriteString(nothing)
	}
	if a.Next != "" {
		b.WriteString("\nThere is more: after " + a.Next + "\n")
	}
	return &sdk.CallToolResult{Content: []sdk.Content{&sdk.TextContent{Text: b.String()}}}, a, nil
}

// line is an entry with its evidence.
func line(b *strings.Builder, e api.Entry) {
	fmt.Fprintf(b, "- %s [%s]\n", e.Says, e.ID)
	for _, c := range e.Cited {
		b.WriteString("    " + c.String() + "\n")
	}
	if e.More > 0 {
		fmt.Fprintf(b, "    and %d more; explain %s lists them\n", e.More, e.ID)
	}
}
