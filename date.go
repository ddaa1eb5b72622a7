package rapporteur

// A Date is a temporal expression, normalised against the date of publication
// as TIMEX3 asks (TimeML 1.2.1).
type Date struct {
	Span     Span
	Type     string // one of the Date constants
	Value    string // TIMEX3 value: 2024-05-04, 2024-W18, P40D, PRESENT_REF; "" where it cannot be resolved
	From, To string // first and last day it covers, YYYY-MM-DD; "" where open or unresolved
	Modifier string // TIMEX3 mod: START, MID, END, APPROX, BEFORE, AFTER …; "" where none
	Sentence int
	Rule     string
}

// The types of Date, as in TIMEX3.
const (
	DateDay      = "DATE"
	DateTime     = "TIME"
	DateDuration = "DURATION"
	DateSet      = "SET"
)
