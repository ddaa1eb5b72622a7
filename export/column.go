package export

// A Column is one column of a table of rows R.
type Column[R any] struct {
	Name string
	// Of is the cell of a row: a string, a float64, an int, a bool or a []string;
	// nil or empty where the report gives nothing.
	Of     func(*R) any
	Says   string // what it holds, for docs/exports.md
	Filled Filled
	Tag    string // HXL hashtag, where the table has them
	Holds  Holding
}

// Holding is what the cells of a column are, for formats that ask.
type Holding int

// What a cell may be, besides nothing.
const (
	Text  Holding = iota
	Whole         // int
	Real          // float64
	Truth         // bool
	List          // []string
)

// Filled says how much of a column of somebody else's format is filled.
type Filled string

// What becomes of a column.
const (
	Full   Filled = "filled" // wherever the report gives it
	Partly Filled = "partly" // for a reason that Says gives
	Empty  Filled = "empty"  // never, for a reason that Says gives
	Ours   Filled = "ours"   // a column that the format does not have
)

// A Table is the columns of one kind of row, in order.
type Table[R any] struct {
	Name    string
	Columns []Column[R]
	Missing string // what stands for an unknown cell in delimited text
}

// Names are the names of the columns.
func (t Table[R]) Names() []string {
	out := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		out[i] = c.Name
	}
	return out
}

// of makes a column of a table of rows out of one of rows that stand inside
// them.
func of[R, S any](inner func(*R) *S, columns []Column[S]) []Column[R] {
	out := make([]Column[R], len(columns))
	for i, c := range columns {
		out[i] = Column[R]{c.Name, func(r *R) any { return c.Of(inner(r)) }, c.Says, c.Filled, c.Tag, c.Holds}
	}
	return out
}
