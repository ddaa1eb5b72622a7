package record

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A Filter says which rows a question is about, whatever they are rows of; the
// zero Filter lets all through but what people rejected. What is empty asks for
// nothing; of the items of a list one must hold.
//
//	             events                quotations      figures        actors      places            articles
//	Actors       who take part         speakers        on whose word  themselves  in their reports  named there
//	Types        PLOVER types          kinds           measures       kinds       GeoNames codes    of an event there
//	Countries    there, or of whom     of whom         there          of them     there             of a place there
//	Place, Box   there                 in the sentence there          in reports  itself            in its text
//	Words        in the report         in the content  in the report  the name    the name          in text or title
//	Since, Until the row's day         the row's day   the row's day  the report  the report        published
//
// The row's day is Finding.Day.
type Filter struct {
	Actors       []string // names, or ids of any mention of an identity
	Types        []string
	Modes        []string // of events
	Statuses     []string // of events
	Countries    []string // ISO 3166-1 alpha-3
	Place        string   // its name, or its GeoNames id
	Box          *Box
	Since, Until string   // first and last day, YYYY-MM-DD; what is undated passes neither
	Sources      []string // outlets, as the articles have them
	Words        string   // as ParseWords reads them
	Above        float64  // of figures: only those whose value, or upper end, is greater; 0 asks for nothing
	Talks        ID       // of movements: of the negotiation that these talks are of
	Marks        []int    // Unmarked and Confirmed where none are given
}

// ErrAsked is the kind of error that a question is which cannot be answered as
// it was asked: a day that is none, an order that is not known.
var ErrAsked = errors.New("asked wrongly")

func askedWrongly(format string, values ...any) error {
	return fmt.Errorf("%w: "+format, append([]any{ErrAsked}, values...)...)
}

var dayFormat = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// check looks at what can be told without the record.
func (f Filter) check() error {
	for _, day := range []string{f.Since, f.Until} {
		if day != "" && !dayFormat.MatchString(day) {
			return askedWrongly("%q is no day: write it as YYYY-MM-DD", day)
		}
	}
	if b := f.Box; b != nil && !(b.South <= b.North && b.South >= -90 && b.North <= 90 && b.West >= -180 && b.East <= 180 && b.West <= 180 && b.East >= -180) {
		return askedWrongly("%v is no part of the map: it goes from south to north within -90 and 90, and from west to east within -180 and 180", *b)
	}
	if f.Words != "" && !slices.ContainsFunc(ParseWords(f.Words), func(t Term) bool { return !t.Not }) {
		return askedWrongly("searching for %q: there must be a word to look for", f.Words)
	}
	for _, m := range f.Marks {
		if m < Rejected || m > Confirmed {
			return askedWrongly("no mark is %d: they are %d (rejected), %d and %d (confirmed)", m, Rejected, Unmarked, Confirmed)
		}
	}
	return nil
}

// MarkNamed is the mark that a person calls "rejected", "unmarked" or "confirmed".
func MarkNamed(name string) (int, error) {
	for mark, called := range markNames {
		if strings.EqualFold(name, called) {
			return mark, nil
		}
	}
	return 0, askedWrongly("no mark is called %q; they are rejected, unmarked, confirmed", name)
}

var markNames = map[int]string{Rejected: "rejected", Unmarked: "unmarked", Confirmed: "confirmed"}
