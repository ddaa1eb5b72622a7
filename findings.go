package rapporteur

// Findings is what a report says: every finding with the words it came from
// and the rule or model that read it. All indices between findings point into
// this same value.
type Findings struct {
	Actors     []Actor
	Statements []Statement
	Events     []Event
	Figures    []Figure
	Dates      []Date
	Places     []Place
	Talks      []Talks
	Notes      []Note
}

// A Reading is one article read: its language layer and its findings.
type Reading struct {
	Document *Document
	Findings *Findings
}
