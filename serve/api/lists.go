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
			name: "talks", news: true, tag: "Talks", summary: "Negotiations as they stand now, the one that moved last first", ask: r.Processes, entry: processEntry, cite: a.lastMove, forms: recordForms(r.Processes, processTable),
		},
		"changes": &list[record.Change]{
			name: "changes", news: true, tag: "Talks", summary: "Who moved on what, the last movement first", types: record.ChangeKinds, ask: r.Changes, entry: changeEntry, forms: recordForms(r.Changes, changeTable),
		},
		"events": &list[record.EventGroup]{
			name: "events", tag: "Findings", summary: "Who did what to whom: each event with all accounts of it", types: export.EventTypes(), modes: export.EventModes(), statuses: export.Statuses,
			news: true, added: true, ask: r.Events, entry: eventEntry, forms: a.eventForms(),
		},
		"quotes": &list[record.QuoteRow]{
			name: "quotes", tag: "Findings", summary: "Who said what, in whose report", types: export.QuoteKinds, news: true, added: true, ask: r.Quotes, entry: quoteEntry, forms: a.quoteForms(),
		},
		"figures": &list[record.FigureRow]{
			name: "figures", tag: "Findings", summary: "Counts that matter, on whose word", types: export.Measures, news: true, added: true, ask: r.Figures, entry: figureEntry, forms: a.figureForms(),
		},
		"articles": &list[record.ArticleRow]{
			name: "articles", news: true, added: true, tag: "Reports", summary: "Reports, the last published first, without their texts", ask: r.Articles, entry: articleEntry, forms: recordForms(r.Articles, articleTable),
		},
		"actors": &list[record.ActorRow]{
			name: "actors", tag: "Findings", summary: "Who is who: each identity with all of its names, the one that most reports name first", types: export.ActorKinds, ask: r.Actors, entry: actorEntry, forms: a.actorForms(),
		},
		"places": &list[record.PlaceRow]{
			name: "places", tag: "Findings", summary: "Places that reports name, the one that most name first", ask: r.Places, entry: placeEntry, forms: a.placeForms(),
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
