package export

import (
	"sort"

	"rapporteur"
)

// An Actor is a row: one identity of one report.
type Actor struct {
	ID       string
	Party    // Words are those of its first mention
	Mentions int
	At       Range    // of the first mention
	Spans    []string // every mention
	Origin            // of the first mention
}

// ActorsOf are the actors of a reading, in its order.
func ActorsOf(r *rapporteur.Reading) []Actor {
	l := linesOf(r)
	out := make([]Actor, len(r.Findings.Actors))
	for i := range r.Findings.Actors {
		a := &r.Findings.Actors[i]
		row := Actor{Mentions: len(a.Mentions), Spans: l.spans(a.Mentions)}
		var first rapporteur.Participant
		first.Name, first.Actor = a.Name, i
		var at rapporteur.Span
		if len(a.Mentions) > 0 {
			at = a.Mentions[0]
			first.Spans = a.Mentions[:1]
		}
		row.ID, row.At = l.id("a", at), l.at(at)
		row.Party = l.party(first)
		row.Origin = l.origin(sentenceAt(r.Document, at), a.Rule)
		out[i] = row
	}
	return out
}

// sentenceAt is the sentence that s begins in, or None.
func sentenceAt(d *rapporteur.Document, s rapporteur.Span) int {
	i := sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.End > s.Start })
	if s.Empty() || i == len(d.Sentences) || s.Start < d.Sentences[i].Span.Start {
		return rapporteur.None
	}
	return i
}

// Actors is the table of actors.
var Actors = Table[Actor]{Name: "actors", Columns: join(
	[]Column[Actor]{
		{Name: "actor_id", Of: func(a *Actor) any { return a.ID }, Says: "names the row: report, then where the first mention begins"},
		{Name: "name", Of: func(a *Actor) any { return a.Name }, Says: "the fullest name the report uses, or that of the knowledge entry"},
		{Name: "kind", Of: func(a *Actor) any { return a.Kind }, Says: "`state`, `government`, `armed-group`, `organization`, `office`, `person`, `people`"},
		{Name: "key", Of: func(a *Actor) any { return a.Key }, Says: "its entry in the knowledge of actors: the same for the same actor in every report"},
		{Name: "country", Of: func(a *Actor) any { return a.Country }, Says: "its country, ISO 3166-1 alpha-3"},
		{Name: "sectors", Of: func(a *Actor) any { return a.Sectors }, Says: "PLOVER sectors, a list, the primary one first", Holds: List},
		{Name: "office", Of: func(a *Actor) any { return a.Title }, Says: "a person's office or description, in the report's words"},
		{Name: "of", Of: func(a *Actor) any { return a.Party.Of }, Says: "the body it belongs to or speaks for"},
		{Name: "mentions", Of: func(a *Actor) any { return a.Mentions }, Says: "how often the report mentions it, pronouns included", Holds: Whole},
		{Name: "words", Of: func(a *Actor) any { return a.Words }, Says: "the words of the first mention"},
		{Name: "start", Of: func(a *Actor) any { return a.At.start(a.Words) }, Says: "where they begin in the text, in Unicode code points from 0", Holds: Whole},
		{Name: "end", Of: func(a *Actor) any { return a.At.end(a.Words) }, Says: "where they end, exclusive", Holds: Whole},
		{Name: "mention_spans", Of: func(a *Actor) any { return a.Spans }, Says: "every mention as `start..end`, a list", Holds: List},
	},
	of(func(a *Actor) *Origin { return &a.Origin }, originColumns),
)}
