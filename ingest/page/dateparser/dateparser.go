// Package dateparser stands in for github.com/markusmobius/go-dateparser, which
// the page extractor links but is never asked to run: see the replace line of
// the main go.mod.
//
// The extractor's date finder calls it only in its "extensive" mode, to try
// dates in two hundred languages inside running text. Package page leaves that
// mode off (it reads dates from what the page declares, and says where each came
// from), yet linking the original costs every start of the program 170
// milliseconds and 60 MB of memory for tables that are then never looked at,
// and 5 MB of binary. This package has the names the date finder mentions and
// finds nothing. To use the original again, delete the replace line.
package dateparser

import (
	"errors"
	"time"
)

// The names mentioned by go-htmldate.
type (
	ParserType          int
	PreferredDateSource int

	Parser struct {
		ParserTypes []ParserType
	}

	Configuration struct {
		PreferredDateSource PreferredDateSource
		StrictParsing       bool
	}

	// Date would hold what was found.
	Date struct {
		Time time.Time
	}
)

// The values mentioned by go-htmldate.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

const Past PreferredDateSource = 1

var errNothing = errors.New("dateparser: this stand-in finds no dates")

// Parse finds nothing.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) {
	return Date{}, errNothing
}
