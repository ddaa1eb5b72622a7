package rapporteur

// A Figure is a number that matters to the story: of people, deaths, money,
// area or time, with what it counts and on whose word.
type Figure struct {
	Measure      string  // one of the Measure constants
	Of           string  // what is counted, in the article's words: "Palestinians"
	Value        float64 // the number; for a vague word its usual floor ("dozens": 12)
	ValueMax     float64 // upper end of a range; 0 where there is none
	Unit         string  // people, percent, USD, days …
	Qualifier    string  // more than, at least, about, up to, nearly, less than, exactly, vague; "" for the plain number
	Span         Span
	Place        string // where, in the article's words
	Date         string // as of when, ISO 8601
	AttributedTo string // on whose word
	Statement    int    // index in Findings.Statements of that word, or None
	Sentence     int
	Rule         string
}

// What a Figure counts.
const (
	MeasureKilled         = "killed"
	MeasureInjured        = "injured"
	MeasureMissing        = "missing"
	MeasureDetained       = "detained"
	MeasureCaptivesTaken  = "captives-taken"
	MeasureCaptivesHeld   = "captives-held"
	MeasureReleased       = "released"
	MeasureDisplaced      = "displaced"
	MeasureSheltered      = "sheltered"
	MeasureHungry         = "hungry"
	MeasureTroops         = "troops"
	MeasureAid            = "aid"
	MeasureMoney          = "money"
	MeasureShareDestroyed = "share-destroyed"
	MeasureDuration       = "duration"
	MeasureOther          = "other"
)
