package export

import (
	"io"
	"strconv"
	"strings"
	"unicode"
)

// A Writer puts rows into one form. Write may be called for any run of rows, by
// several goroutines with outputs of their own; what it writes is put together
// by appending.
type Writer[R any] interface {
	Head(io.Writer) error // what stands before the first row
	Write(w io.Writer, rows []R) error
}

// Framed is a Writer whose rows are parted and which has an end: what is written
// by one call of Write, where it is anything, is parted from the next by Between,
// and Tail stands behind the last.
type Framed interface {
	Between() string
	Tail(io.Writer) error
}

// listMark parts the items of a list in one cell, as POLECAT does.
const listMark = "; "

// plain is what a cell holds as text: numbers without an exponent, lists joined,
// one line without control characters and signs that turn the direction of
// writing.
func plain(v any) string {
	switch v := v.(type) {
	case string:
		return oneLine(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case int:
		return strconv.Itoa(v)
	case bool:
		return strconv.FormatBool(v)
	case []string:
		return list(v, "")
	}
	return ""
}

// list joins items of which some are known; unknown ones keep their place, so
// that lists stay in step.
func list(in []string, missing string) string {
	items := make([]string, len(in))
	known := false
	for i, s := range in {
		if items[i] = strings.ReplaceAll(oneLine(s), ";", ","); items[i] == "" {
			items[i] = missing
			continue
		}
		known = true
	}
	if !known {
		return ""
	}
	return strings.Join(items, listMark)
}

// oneLine is text of a report in one line that commands no terminal.
func oneLine(s string) string {
	easy := true
	for i := 0; i < len(s) && easy; i++ {
		easy = s[i] > ' ' && s[i] < 0x7f || s[i] == ' ' && i > 0 && i+1 < len(s) && s[i-1] != ' '
	}
	if easy {
		return s
	}
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return ' '
		case unicode.IsControl(r), r >= '\u202A' && r <= '\u202E', r >= '\u2066' && r <= '\u2069', r == '\uFEFF':
			return -1
		}
		return r
	}, s)), " ")
}
