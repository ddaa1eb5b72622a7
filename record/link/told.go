package link

import (
	"encoding/json"

	"rapporteur"
)

// A Told is where something stands: one finding of one report. Histories are
// made of them and give them back as their evidence.
type Told struct {
	ID        string // of the finding, "p3f09ab61c2d4e5"
	Article   string // id of the article
	Family    string // label of the copies that the article is one of; Article where it is the only one
	Title     string
	URL       string
	Publisher string          // outlet
	Outlet    string          // whose report it is and through whom it came, "Reuters via Harbour Post", where it is a copy; else Publisher
	Published string          // YYYY-MM-DD
	Words     string          // of the report
	Span      rapporteur.Span // of these words, in bytes of the text
	Chars     rapporteur.Span // the same in code points, as JSON counts; zero where the text was not at hand
	Sentence  string          // that the words stand in
}

// MarshalJSON writes the span as all of our JSON has spans: in code points, with
// the words.
func (t Told) MarshalJSON() ([]byte, error) {
	type span struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Exact string `json:"exact"`
	}
	return json.Marshal(struct {
		ID        string `json:"id"`
		Article   string `json:"article"`
		Family    string `json:"family,omitempty"`
		Title     string `json:"title,omitempty"`
		URL       string `json:"url,omitempty"`
		Publisher string `json:"publisher,omitempty"`
		Outlet    string `json:"outlet,omitempty"`
		Published string `json:"published,omitempty"`
		Span      span   `json:"span"`
		Sentence  string `json:"sentence,omitempty"`
	}{t.ID, t.Article, t.Family, t.Title, t.URL, t.Publisher, t.Outlet, t.Published, span{t.Chars.Start, t.Chars.End, t.Words}, t.Sentence})
}

// A PositionTold is where somebody stands, as one report has it.
type PositionTold struct {
	Told
	Actor  string // label of the side, the same in all reports
	Name   string // what to call it
	Stance string
	Issue  Issue
}

// A Position is where one actor stands on one issue, over time.
type Position struct {
	Actor  string   `json:"actor"`
	Name   string   `json:"name"`
	Issue  string   `json:"issue"`            // of knowledge/linking/issues.tsv, or as most reports call it
	Issues []string `json:"issues,omitempty"` // all that reports call it
	Held   []Held   `json:"held"`             // ascending by First
	Moves  []Move   `json:"moves,omitempty"`
}

// Held is one stance for as long as reports give it.
type Held struct {
	Stance  string `json:"stance"`
	First   string `json:"first"`
	Last    string `json:"last"`           // first and last day of publication
	Sources int    `json:"sources"`        // families that tell it
	Told    []Told `json:"told,omitempty"` // ascending by publication
}

// A Move is a change from one stance to another: "demands → open-to".
type Move struct {
	From string `json:"from,omitempty"`
	To   string `json:"to"`
	Day  string `json:"day"`  // of publication of the first report that tells of the new stance
	Told Told   `json:"told"` // that report
	// Disputed marks that other sources gave the old stance on that day or later,
	// before any gave the new one again.
	Disputed bool `json:"disputed,omitempty"`
}

// A StageTold is how far talks had come, as one report has it.
type StageTold struct {
	Told
	Stage string
}

// A Stage is one stage for as long as reports give it.
type Stage struct {
	Stage     string `json:"stage"`
	First     string `json:"first"`
	Last      string `json:"last"`
	Sources   int    `json:"sources"`
	Told      []Told `json:"told,omitempty"`
	Otherwise []Held `json:"otherwise,omitempty"` // what others said within the same days, Stance being the stage
}

// An AnswerTold is what one side made of a proposal, as one report has it.
type AnswerTold struct {
	Told
	Proposal Proposal
	Actor    string // label of the side
	Name     string
	Answer   string
}

// An AnswerHistory is what one actor made of one proposal, over time.
type AnswerHistory struct {
	By      string `json:"by,omitempty"` // who made the proposal, where a report says so
	Actor   string `json:"actor"`
	Name    string `json:"name"`
	Answers []Held `json:"answers"` // Stance is the answer
	Moves   []Move `json:"moves,omitempty"`
}

// A TermTold is one thing that a proposal would do, as one report has it.
type TermTold struct {
	Told
	Kind string // ceasefire, exchange, release …
}

// A ProposalTold is what is on the table, as one report has it.
type ProposalTold struct {
	Told
	Proposal Proposal
	Phases   int
	Terms    []TermTold
	Answers  []AnswerTold
}

// A Tabled is a proposal followed from report to report, with what each side made
// of it.
type Tabled struct {
	Side    string          `json:"side,omitempty"` // label of who made it, where a report says so, or of several, joined by "; "
	By      string          `json:"by,omitempty"`   // what to call them
	First   string          `json:"first"`
	Last    string          `json:"last"` // first and last day on which reports told of it
	Sources int             `json:"sources"`
	Phases  int             `json:"phases,omitempty"`
	Terms   []Term          `json:"terms,omitempty"`
	Answers []AnswerHistory `json:"answers,omitempty"`
	Told    []Told          `json:"told,omitempty"`
}

// A Term is one thing that a proposal would do, in the words of all reports.
type Term struct {
	Kind    string `json:"kind"`
	Words   string `json:"words"` // as most reports have it
	Sources int    `json:"sources"`
	Told    []Told `json:"told,omitempty"`
}

// An AwaitedTold is what somebody still has to do, as one report has it.
type AwaitedTold struct {
	Told
	From string // label of the side
	Name string
	What Issue
}

// An Await is something awaited, and what ended the wait.
type Await struct {
	From    string `json:"from"`
	Name    string `json:"name"`
	What    string `json:"what"`
	First   string `json:"first"`
	Last    string `json:"last"` // first and last day on which reports said so
	Sources int    `json:"sources"`
	Told    []Told `json:"told,omitempty"`
	EndedBy *Move  `json:"ended_by,omitempty"` // from "awaited" to the answer that ended it; nil where none was told of
}

// A FigureTold is one figure of one report.
type FigureTold struct {
	Told
	Measure    string
	Of         string // what is counted, in the report's words
	Place      string // in the report's words, or resolved
	Country    string
	Value, Max float64
	Qualifier  string
	Unit       string
	Date       string // as of when, as the report says; "" where it does not
	Source     string // label of the one on whose word; "" where the report itself says so
	SourceName string
}

// A Series is one measure of one group at one place over time.
type Series struct {
	Measure string  `json:"measure"`
	Of      string  `json:"of,omitempty"`
	Place   string  `json:"place,omitempty"`
	Unit    string  `json:"unit,omitempty"`
	Points  []Point `json:"points"` // ascending by day
}

// A Point is one value on one source's word.
type Point struct {
	Day        string  `json:"day"`             // as of when; the day of publication where the report does not say
	Dated      bool    `json:"dated,omitempty"` // the report says as of when
	Value      float64 `json:"value"`
	Max        float64 `json:"max,omitempty"`
	Qualifier  string  `json:"qualifier,omitempty"`
	Source     string  `json:"source,omitempty"` // label of the one on whose word
	SourceName string  `json:"source_name,omitempty"`
	Sources    int     `json:"sources"` // families that tell it
	Told       []Told  `json:"told,omitempty"`
	// Revises is the index in Points of what the same source said of the same day
	// before, or of a higher count of its own that it takes back; -1 where none.
	Revises     int   `json:"revises"`
	Contradicts []int `json:"contradicts,omitempty"` // indices in Points of what other sources say of the same time and have not taken back
}

// A StickingTold is an issue that the sides cannot settle, as one report has it.
type StickingTold struct {
	Told
	Issue Issue
}

// A Sticking is an issue that the sides cannot settle, for as long as reports say
// so.
type Sticking struct {
	Issue   string   `json:"issue"`            // of knowledge/linking/issues.tsv, or as most reports call it
	Issues  []string `json:"issues,omitempty"` // all that reports call it
	First   string   `json:"first"`
	Last    string   `json:"last"` // first and last day on which reports said so
	Sources int      `json:"sources"`
	Told    []Told   `json:"told,omitempty"`
}
