package date

// A node is a temporal expression as it is written, before any calendar is
// asked: what it says outright and what it leaves to the reader.
type node struct {
	kind kind
	rule string

	// of is what it is a part of or is counted from: "the end of [May]",
	// "Monday of [last week]", "two days before [Christmas]".
	of *node

	year, month, day, weekday int    // of a calendar date; 0 where it does not say
	until                     int    // last day of a range within a month: 5 in "May 3-5"; last year of "2014-16"
	season                    string // of a calendar date
	unit                      unit   // of a calendar date: decade, century, quarter, half; else what is counted
	n                         int    // how many units, or which one of them
	vague                     bool   // some units
	bc                        bool
	said                      bool // "last", "this" or "next" stands before it, and lean is which
	lean                      lean
	numeral                   bool // day and month could be the other way round

	holiday string // rule of a named day
	mod     string // TIMEX3 mod, or BEFORE and AFTER for "earlier" and "later this week"
	part    string // part of the day
	clock   clock

	timex, value string // of a literal: its type and value as they stand

	linked bool   // its year was taken from its neighbour: "from May 3 to June 5, 2023"
	after  *node  // what it goes on from: "from May 3 to June 5"
	read   period // what it was found to be, for those that go on from it
}

type kind int8

const (
	calendar kind = iota + 1 // a date with some of its fields
	shifted                  // n units from the day of the report
	recalled                 // n units from a date already spoken of
	counted                  // the nth unit of another
	apart                    // n units before or after another
	edge                     // the start, middle or end of another
	within                   // the unit that another lies in: "the week of May 6"
	named                    // a holiday
	daytime                  // a part of a day, or a time, that says no day
	literal                  // durations, sets, times without edges
)

// lean is which way an expression looks from the day of the report.
type lean int8

const (
	back    lean = -1
	open    lean = 0
	forward lean = 1
	either  lean = 2 // what had been planned may have come to nothing, or be to come yet
)

// A clock is a time of day.
type clock struct {
	set                  bool
	hour, minute, second int
	seconds              bool // the second is given
	utc                  bool
	offset               string // from universal time: "+03"
}

// An expression is a node and where it stands: lexemes [first, end).
type expression struct {
	first, end int
	node       *node
}

// daily reports whether n names a single day, so that a part of the day or a
// time may follow it.
func (n *node) daily() bool {
	switch n.kind {
	case calendar:
		return n.until == 0 && (n.day > 0 || n.weekday > 0)
	case shifted, recalled, counted, apart:
		return n.unit == day
	case named:
		return !lasting(n.holiday)
	}
	return false
}
