// Package terminal is what the program needs of a terminal: how wide it is,
// whether it shows colour, and paragraphs wrapped to fit.
package terminal

import (
	"os"
	"strconv"

	"golang.org/x/term"
)

const (
	usual    = 80  // columns where nothing says how many
	widest   = 100 // beyond this the eye loses the line
	narrow   = 40  // below this nothing is gained by wrapping further
	asksNone = "dumb"
)

// Is reports whether f is a terminal.
func Is(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }

// Width is the number of columns to write in: those of the terminal f, else
// those that COLUMNS says, within reason.
func Width(f *os.File) int {
	columns, _, err := term.GetSize(int(f.Fd()))
	if err != nil || columns <= 0 {
		columns, err = strconv.Atoi(os.Getenv("COLUMNS"))
	}
	if err != nil || columns <= 0 {
		columns = usual
	}
	return min(max(columns, narrow), widest)
}

// Colour reports whether to write colour to f: to a terminal that knows it,
// unless the reader has asked for none (https://no-color.org).
func Colour(f *os.File) bool {
	return Is(f) && os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != asksNone
}
