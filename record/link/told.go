package link

// A Told is where something stands: one finding of one report. Histories are
// made of them and give them back as their evidence.
type Told struct {
	ID        string // of the finding, "p3f09ab61c2"
	Article   string // id of the article
	Family    string // label of the copies that the article is one of; Article where it is the only one
	Publisher string // outlet
	Published string // YYYY-MM-DD
	Words     string // of the report
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
	Actor, Name string
	Issue       string   // of knowledge/linking/issues.tsv, or as most reports call it
	Issues      []string // all that reports call it
	Held        []Held   // ascending by First
	Moves       []Move
}

// Held is one stance for as long as reports give it.
type Held struct {
	Stance      string
	First, Last string // first and last day of publication
	Sources     int    // families that tell it
	Told        []Told // ascending by publication
}

// A Move is a change from one stance to another: "demands → open-to".
type Move struct {
	From, To string
	Day      string // of publication of the first report that tells of the new stance
	Told     Told   // that report
	// Disputed marks that other sources gave the old stance on that day or later,
	// before any gave the new one again.
	Disputed bool
}

// A StageTold is how far talks had come, as one report has it.
type StageTold struct {
	Told
	Stage string
}

// A Stage is one stage for as long as reports give it.
type Stage struct {
	Stage       string
	First, Last string
	Sources     int
	Told        []Told
	Otherwise   []StageTold // what others said within the same days
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
	By          string // who made the proposal, where a report says so
	Actor, Name string
	Answers     []Held // Stance is the answer
	Moves       []Move
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
	From, Name  string
	What        string
	First, Last string // first and last day on which reports said so
	Sources     int
	Told        []Told
	EndedBy     *AnswerTold // the answer that ended it; nil where none was told of
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
	Measure, Of, Place string
	Unit               string
	Points             []Point // ascending by day
}

// A Point is one value on one source's word.
type Point struct {
	Day        string // as of when; the day of publication where the report does not say
	Dated      bool   // the report says as of when
	Value, Max float64
	Qualifier  string
	Source     string // label of the one on whose word
	SourceName string
	Sources    int // families that tell it
	Told       []Told
	// Revises is the index in Points of what the same source said of the same day
	// before, or of a higher count of its own that it takes back; -1 where none.
	Revises     int
	Contradicts []int // indices in Points of what other sources say of the same time and have not taken back
}

// A StickingTold is an issue that the sides cannot settle, as one report has it.
type StickingTold struct {
	Told
	Issue Issue
}

// A Sticking is an issue that the sides cannot settle, for as long as reports say
// so.
type Sticking struct {
	Issue       string   // of knowledge/linking/issues.tsv, or as most reports call it
	Issues      []string // all that reports call it
	First, Last string   // first and last day on which reports said so
	Sources     int
	Told        []Told
}
