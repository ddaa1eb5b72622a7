package api

import (
	"context"

	"rapporteur/export"
	"rapporteur/record"
)

// lists are what can be asked for in rows, by name.
func (a *API) lists() map[string]lister {
	r := a.record
	return map[string]lister{
		"talks": &list[record.Process]{
			name: "talks", tag: "Talks", summary: "Negotiations as they stand now, the one that moved last first", ask: r.Processes, entry: processEntry, cite: a.lastMove,
		},
		"changes": &list[record.Change]{
			name: "changes", tag: "Talks", summary: "Who moved on what, the last movement first", types: record.ChangeKinds, ask: r.Changes, entry: changeEntry,
		},
		"events": &list[record.EventGroup]{
			name: "events", tag: "Findings", summary: "Who did what to whom: each event with all accounts of it", types: export.EventTypes(), statuses: export.Statuses,
			added: true, ask: r.Events, entry: eventEntry,
		},
		"quotes": &list[record.QuoteRow]{
			name: "quotes", tag: "Findings", summary: "Who said what, in whose report", types: export.QuoteKinds, added: true, ask: r.Quotes, entry: quoteEntry,
		},
		"figures": &list[record.FigureRow]{
			name: "figures", tag: "Findings", summary: "Counts that matter, on whose word", types: export.Measures, added: true, ask: r.Figures, entry: figureEntry,
		},
	}
}

// lastMove is the evidence of the last movement of a negotiation.
func (a *API) lastMove(ctx context.Context, p *record.Process) ([]Cited, error) {
	last, err := a.record.Changes(ctx, record.Filter{Talks: p.ID}, record.Page{Limit: 1})
	if err != nil || len(last.Rows) == 0 {
		return nil, err
	}
	return changeEntry(&last.Rows[0]).Cited, nil
}
