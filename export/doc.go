// Package export writes findings as the tables that researchers and analysts
// take away: one row an event, a quotation, a figure or an actor, each with what
// makes it defensible (the sentence, the words, where they stand, the rule and
// the reader that read them, the report).
//
// A row is a struct that knows nothing of where it comes from: EventsOf,
// QuotesOf, FiguresOf and ActorsOf make them of a Reading, and a store of many
// reports may make them too. A Table is the one place that knows the columns of
// a kind of row; Writers put rows into a form: comma-separated, tab-separated,
// JSON Lines, a grid for the terminal, and the forms of PLOVER, POLECAT, GDELT
// and HXL. docs/exports.md explains every column.
//
// Writers hold no state, so rows may be written in pieces, in parallel.
package export
