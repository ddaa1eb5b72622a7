package rapporteur

// An Event is who did what to whom, where and when, typed as in PLOVER (Open
// Event Data Alliance, version 2.0), with what the report says of its reality.
type Event struct {
	Type       string        // PLOVER event type: CONSULT, ASSAULT …
	Mode       string        // PLOVER mode of that type: visit, aerial …; "" where none is plain
	Contexts   []string      // PLOVER contexts: military, diplomatic …
	CAMEO      string        // CAMEO root code as a courtesy: "04", "19" …
	Actors     []Participant // who did it; all who meet, in a meeting
	Recipients []Participant // to whom
	Anchor     Span          // the words that name the event
	Also       []Span        // other places that name the same event
	Place      string        // where, in the article's words
	Country    string        // ISO 3166-1 alpha-3 of the place
	Date       string        // ISO 8601: YYYY, YYYY-MM, YYYY-MM-DD or a range FROM/TO; "" where the text gives none
	DateSpan   Span          // the words that date it
	PlaceSpan  Span          // the words that place it
	Status     string        // one of the Status constants
	Historical bool          // PLOVER's auxiliary mode: background well before the report
	// AttributedTo is who claims it, where the text only claims it.
	AttributedTo string
	Statement    int // index in Findings.Statements of that claim, or None
	Sentence     int // index in Document.Sentences of the anchor
	Rule         string
}

// What a report says of an event's reality. Only StatusHappened and
// StatusOngoing assert it; with Event.AttributedTo they assert that it is claimed.
const (
	StatusHappened     = "happened"
	StatusOngoing      = "ongoing"
	StatusPlanned      = "planned"
	StatusThreatened   = "threatened"
	StatusDemanded     = "demanded"
	StatusDenied       = "denied"
	StatusHypothetical = "hypothetical"
)
