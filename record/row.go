package record

import (
	"reflect"
	"slices"
	"strings"
	"sync"
)

// A Row is a row of a table that is worked out from readings. The columns are
// the fields of the struct, embedded ones included, in snake case.
type Row interface{ Table() string }

// A Finding is what the rows of all kinds of findings have in common.
type Finding struct {
	N             int64  // article number << 24 | its place among the findings of the article
	ID            ID     // its name for life
	Article       int64  // number of the article
	Ordinal       int    // index in its list of the Findings; of a part of a talks, in the list of the whole it is part of
	Mark          int    // Rejected, Unmarked or Confirmed, by a person
	Day           string // YYYY-MM-DD: of an event, a statement or a figure, the first day of its own date where it has one; else of publication; "" where neither is known
	Start, Stop   int    // bytes of the text: the words that name it
	Words         string // these words
	SentenceStart int    // bytes of the sentence it stands in
	SentenceStop  int
	Spans         string // all of its spans, as JSON: a list of [start, stop] for each part it plays
	Rule          string // the rule or model that found it
}

// What a person made of a finding.
const (
	Rejected  = -1
	Unmarked  = 0
	Confirmed = 1
)

// An Actor is an actor of one article.
type Actor struct {
	Finding
	Node     int64 // what it is to linking: actors of one group are one identity
	Name     string
	Kind     string
	Entry    string // its entry in the knowledge of actors
	Country  string
	Sector   string // the primary one
	Title    string
	Body     int64  // N of the actor that it belongs to; 0 where unknown
	Renamed  string // what a person calls the identity
	Mentions int    // how often the article names it
}

// A Statement is an act of attribution.
type Statement struct {
	Finding
	Kind     string
	Sourcing string
	Speaker  string
	Outlet   string
	Denies   bool
	Content  string // its pieces, joined by " … "
}

// An Event is an event as one article tells it.
type Event struct {
	Finding
	Node         int64 // what it is to linking: events of one group are one event
	Type         string
	Mode         string
	Contexts     string // joined by a blank
	CAMEO        string
	Status       string
	Historical   bool
	AttributedTo string
	Statement    int64 // N of that claim; 0 where none
	Location     string
	Country      string
	GeoNames     int
	Located      bool // Lat and Lon are known
	Lat, Lon     float64
	Date         string
	DateFrom     string // YYYY-MM-DD, both; "" where the article gives none
	DateTo       string
	Renamed      string
}

// A Figure is a count.
type Figure struct {
	Finding
	Measure      string
	Counted      string // what is counted, in the article's words
	Value        float64
	ValueMax     float64
	Unit         string
	Qualifier    string
	Location     string
	Country      string
	GeoNames     int
	Date         string
	DateFrom     string
	DateTo       string
	AttributedTo string
	Statement    int64
}

// A Place is a toponym.
type Place struct {
	Finding
	Name     string
	Kind     string
	Country  string
	Admin1   string
	GeoNames int
	Located  bool
	Lat, Lon float64
}

// A Date is a temporal expression.
type Date struct {
	Finding
	Type     string
	Value    string
	DateFrom string
	DateTo   string
	Modifier string
}

// Talks are a negotiation as one article shows it.
type Talks struct {
	Finding
	Node    int64 // what it is to linking: talks of one group are one process
	Subject string
	Stage   string
	Venue   string
	Renamed string
	Dispute string // what is negotiated, of knowledge/linking/disputes.tsv; "" where nothing tells
	Matter  string // what is at stake, of the same table
}

// A Point is a part of talks: a proposal, a term of one, an answer to one, a
// position, a sticking point or what is awaited, as its ID says.
type Point struct {
	Finding
	Talks    int64  // N of the talks
	Proposal int64  // N of the proposal that a term or an answer is about; 0 of others
	Kind     string // the word of Kind.String
	Holder   string // whose it is, joint holders joined by "; ", in the article's names
	Code     string // stance of a position, kind of a term, answer of an answer
	Issue    string // of a position or a sticking point; what is awaited
	Phases   int
	Told     bool // it counts in histories: not so a position on a proposal as a whole, which is an answer, nor an answer that only takes a position
}

// A Part is somebody in one role of a finding.
type Part struct {
	Finding     int64 // its N
	Role        string
	Ordinal     int   // which of those in this role, from 0
	Actor       int64 // N of the actor; 0 where the article does not tell who it is
	Name        string
	Start, Stop int // the first words that put it there; both 0 where there are none
	Words       string
	Side        string // of who has a part in talks or vouches for a figure: label of the side, the same in all reports
	SideName    string // what to call the side
	Root        int64  // N of the actor that the side is called by; 0 for a country or nobody in particular
}

// A Spot is a place that a statement speaks of in its sentence, or that a figure is
// of.
type Spot struct {
	Finding int64 // its N
	Place   int64 // N of the place
}

// The roles of a Part.
const (
	RoleSpeaker   = "speaker"
	RoleAddressee = "addressee"
	RoleActor     = "actor"
	RoleRecipient = "recipient"
	RoleSource    = "source" // on whose word
	RoleParty     = "party"
	RoleMediator  = "mediator"
	RoleHolder    = "holder" // of a position, proposal or answer; from whom something is awaited
)

func (Actor) Table() string     { return "actors" }
func (Statement) Table() string { return "statements" }
func (Event) Table() string     { return "events" }
func (Figure) Table() string    { return "figures" }
func (Place) Table() string     { return "places" }
func (Date) Table() string      { return "dates" }
func (Talks) Table() string     { return "talks" }
func (Point) Table() string     { return "points" }
func (Part) Table() string      { return "parts" }
func (Spot) Table() string      { return "spots" }

// commonOf is what a row has in common with those of all findings; a Part and a
// Spot have not.
func commonOf(row Row) (Finding, bool) {
	switch x := row.(type) {
	case Actor:
		return x.Finding, true
	case Statement:
		return x.Finding, true
	case Event:
		return x.Finding, true
	case Figure:
		return x.Finding, true
	case Place:
		return x.Finding, true
	case Date:
		return x.Finding, true
	case Talks:
		return x.Finding, true
	case Point:
		return x.Finding, true
	}
	return Finding{}, false
}

// rowKinds has one of each kind of row.
var rowKinds = []Row{Actor{}, Statement{}, Event{}, Figure{}, Place{}, Date{}, Talks{}, Point{}, Part{}, Spot{}}

// numbered is the column that has the number of the finding in a row.
func numbered(row Row) string {
	switch row.(type) {
	case Part, Spot:
		return "finding"
	}
	return "n"
}

// Columns are the names of the columns of a struct's fields.
func Columns(of any) []string { return slices.Clone(shapeOf(reflect.TypeOf(of)).columns) }

// values are the fields of a row, in the order of Columns, as databases take
// them: whole numbers, floats, text.
func values(row any) []any {
	v := reflect.ValueOf(row)
	shape := shapeOf(v.Type())
	out := make([]any, len(shape.fields))
	for i, path := range shape.fields {
		switch f := v.FieldByIndex(path); f.Kind() {
		case reflect.String:
			out[i] = f.String()
		case reflect.Float64:
			out[i] = f.Float()
		case reflect.Bool:
			out[i] = int64(0)
			if f.Bool() {
				out[i] = int64(1)
			}
		default:
			out[i] = f.Int()
		}
	}
	return out
}

// targets are pointers to the fields of *row, for a scan of its columns.
func targets(row any) []any {
	v := reflect.ValueOf(row).Elem()
	shape := shapeOf(v.Type())
	out := make([]any, len(shape.fields))
	for i, path := range shape.fields {
		out[i] = v.FieldByIndex(path).Addr().Interface()
	}
	return out
}

type shape struct {
	columns []string
	fields  [][]int
}

var shapes sync.Map // of reflect.Type to shape

func shapeOf(t reflect.Type) shape {
	if s, ok := shapes.Load(t); ok {
		return s.(shape)
	}
	var s shape
	for _, f := range reflect.VisibleFields(t) {
		if !f.Anonymous {
			s.columns = append(s.columns, snake(f.Name))
			s.fields = append(s.fields, f.Index)
		}
	}
	shapes.Store(t, s)
	return s
}

// snake is "sentence_start" for "SentenceStart", "cameo" for "CAMEO" and
// "geonames" for "GeoNames".
func snake(name string) string {
	switch name {
	case "ID", "N", "CAMEO", "URL", "GeoNames":
		return strings.ToLower(name)
	}
	var b strings.Builder
	for i, r := range name {
		if i > 0 && r >= 'A' && r <= 'Z' {
			b.WriteByte('_')
		}
		b.WriteRune(r)
	}
	return strings.ToLower(b.String())
}
