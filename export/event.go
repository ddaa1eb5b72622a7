package export

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/plover"
)

// An Event is a row: who did what to whom, where and when, and whether it
// happened.
type Event struct {
	ID           string
	Type, Mode   string
	Status       string
	Historical   bool
	AttributedTo string
	Quote        string // id of the quotation that claims it
	Actors       []Party
	Recipients   []Party
	When         Period
	WhenWords    string
	Ground       Ground
	Contexts     []string
	CAMEO        string // root code
	Anchor       string
	At           Range    // of Anchor
	Also         []string // where else the report names it, each as "90..139"
	Story        *Story
	Origin
}

// EventsOf are the events of a reading, in its order.
func EventsOf(r *rapporteur.Reading) []Event {
	l, places := linesOf(r), gazetteOf(r)
	quotes, story := quoteIDs(r), storyOf(r)
	out := make([]Event, len(r.Findings.Events))
	for i := range r.Findings.Events {
		e := &r.Findings.Events[i]
		row := Event{
			ID: l.id("e", e.Anchor), Type: e.Type, Mode: e.Mode, Status: e.Status, Historical: e.Historical, AttributedTo: e.AttributedTo,
			Actors: places.grounded(l.parties(e.Actors), e.Actors), Recipients: places.grounded(l.parties(e.Recipients), e.Recipients),
			When: Period(e.Date), WhenWords: r.Document.Text(e.DateSpan), Ground: Ground{Words: e.Place, Country: e.Country},
			Contexts: e.Contexts, CAMEO: e.CAMEO, Anchor: r.Document.Text(e.Anchor), At: l.at(e.Anchor), Also: l.spans(e.Also),
			Story: story, Origin: l.origin(e.Sentence, e.Rule),
		}
		if e.Statement >= 0 && e.Statement < len(quotes) {
			row.Quote = quotes[e.Statement]
		}
		if p := places.within(e.PlaceSpan); p != nil {
			row.Ground.resolve(p)
		}
		out[i] = row
	}
	return out
}

// Asserted reports whether the report says, on its own word, that the event was
// or is: neither planned, threatened, demanded, denied or hypothetical, nor
// claimed by somebody, nor background of long before.
func (e *Event) Asserted() bool {
	return (e.Status == rapporteur.StatusHappened || e.Status == rapporteur.StatusOngoing) && e.AttributedTo == "" && !e.Historical
}

// coded is e as PLOVER's manual types it: cooperation to come is AGREE, a retreat to come is
// CONCEDE, one type and never a type with an auxiliary mode.
func (e *Event) coded() *Event {
	if e.Status != rapporteur.StatusPlanned {
		return e
	}
	as := ""
	switch e.Type {
	case "CONSULT", "SUPPORT", "COOPERATE", "AID":
		as = "AGREE"
	case "RETREAT":
		as = "CONCEDE"
	default:
		return e
	}
	out := *e
	out.Type, out.Mode, out.CAMEO = as, "", plover.TypeByName(as).Root("")
	return &out
}

// quad is PLOVER's quad class, "" for a type that PLOVER does not have.
func (e *Event) quad() string {
	if t := plover.TypeByName(e.Type); t != nil {
		return t.Quad
	}
	return ""
}

// quadNumber is the quad class as a number: 1 verbal cooperation, 2 material cooperation, 3
// verbal conflict, 4 material conflict; 0 for a type that PLOVER does not have.
func (e *Event) quadNumber() int {
	return 1 + slices.Index([]string{"verbal cooperation", "material cooperation", "verbal conflict", "material conflict"}, e.quad())
}

// score is PLOVER's conflict-cooperation score of the mode, or of the type
// without a mode; nil where the tables have none.
func (e *Event) score() any {
	t := plover.TypeByName(e.Type)
	switch {
	case t == nil:
		return nil
	case e.Mode == "":
		return t.Score
	}
	if m := t.Mode(e.Mode); m != nil {
		return m.Score
	}
	return nil
}

// Events is the table of events.
var Events = Table[Event]{Name: "events", Columns: join(
	[]Column[Event]{
		{Name: "event_id", Of: func(e *Event) any { return e.ID }, Says: "names the row: report, then where the anchor begins; the same text gives the same id"},
		{Name: "type", Of: func(e *Event) any { return e.Type }, Says: "PLOVER event type"},
		{Name: "mode", Of: func(e *Event) any { return e.Mode }, Says: "PLOVER mode of that type, where plain"},
		{Name: "status", Of: func(e *Event) any { return e.Status }, Says: "`happened`, `ongoing`, `planned`, `threatened`, `demanded`, `denied`, `hypothetical`; only the first two say that it is so"},
		{Name: "attributed_to", Of: func(e *Event) any { return e.AttributedTo }, Says: "who claims it; empty where the report says so itself"},
		{Name: "quote_id", Of: func(e *Event) any { return e.Quote }, Says: "the claim, in the table of quotations"},
		{Name: "historical", Of: func(e *Event) any { return e.Historical }, Says: "true for background well before the report", Holds: Truth},
	},
	partyColumns(func(e *Event) []Party { return e.Actors }, "actor", "who did it; all who meet, in a meeting"),
	partyColumns(func(e *Event) []Party { return e.Recipients }, "recipient", "to whom"),
	periodColumns(func(e *Event) Period { return e.When }, "when: a year, month, day or range `FROM/TO` (ISO 8601); empty where the report does not date the event. It is never the day of publication by default",
		"first day of it", "last day of it"),
	[]Column[Event]{{Name: "date_words", Of: func(e *Event) any { return e.WhenWords }, Says: "the words that date it"}},
	of(func(e *Event) *Ground { return &e.Ground }, groundColumns),
	[]Column[Event]{
		{Name: "contexts", Of: func(e *Event) any { return e.Contexts }, Says: "PLOVER contexts, a list", Holds: List},
		{Name: "quad", Of: func(e *Event) any { return e.quad() }, Says: "quad class of the type: `verbal cooperation` …"},
		{Name: "score", Of: func(e *Event) any { return e.score() }, Says: "PLOVER's conflict-cooperation score of the mode or type, -10 to 10", Holds: Real},
		{Name: "cameo", Of: func(e *Event) any { return e.CAMEO }, Says: "CAMEO root code, as a courtesy"},
		{Name: "anchor", Of: func(e *Event) any { return e.Anchor }, Says: "the words that name the event"},
		{Name: "start", Of: func(e *Event) any { return e.At.start(e.Anchor) }, Says: "where the anchor begins in the text, in Unicode code points from 0", Holds: Whole},
		{Name: "end", Of: func(e *Event) any { return e.At.end(e.Anchor) }, Says: "where it ends, exclusive", Holds: Whole},
		{Name: "also_spans", Of: func(e *Event) any { return e.Also }, Says: "other places that name the same event, each as `start..end`, a list", Holds: List},
	},
	of(func(e *Event) *Origin { return &e.Origin }, originColumns),
)}

// partyColumns are the columns of a role: lists in step.
func partyColumns(parties func(*Event) []Party, role, says string) []Column[Event] {
	list := func(what func(*Party) string) func(*Event) any {
		return func(e *Event) any { return eachParty(parties(e), what) }
	}
	return []Column[Event]{
		{Name: role + "s", Of: list((*Party).name), Says: says + ": names, a list", Holds: List},
		{Name: role + "_kinds", Of: list((*Party).kind), Says: "what each is: `state`, `armed-group`, `person` …; in step with the names, empty where nobody was identified", Holds: List},
		{Name: role + "_countries", Of: list((*Party).country), Says: "country of each (ISO 3166-1 alpha-3), in step; where nobody was identified that of the place the words name (*a bus in Cairo*)", Holds: List},
		{Name: role + "_sectors", Of: list((*Party).sectors), Says: "PLOVER sectors of each, the primary one first, joined by `\\|`, in step", Holds: List},
		{Name: role + "_words", Of: list((*Party).words), Says: "the words that put each there, in step", Holds: List},
		{Name: role + "_spans", Of: list((*Party).spans), Says: "where they stand, `start..end`, several joined by `\\|`, in step", Holds: List},
	}
}

// join puts groups of columns one after the other.
func join[R any](groups ...[]Column[R]) []Column[R] {
	var out []Column[R]
	for _, g := range groups {
		out = append(out, g...)
	}
	return out
}
