package date

import (
	"strconv"
	"strings"

	"rapporteur/knowledge/dates"
)

// A word is what the tables say of one form, all its classes together.
type word struct {
	form  string
	class class
	found class // its classes and those of the phrases that begin with it
	opens bool  // a phrase may begin with it though it has no class

	weekday int // 1 Monday … 7 Sunday
	month   int
	short   bool // an abbreviation of a weekday or month
	common  bool // a month whose name is an ordinary word, too
	season  string
	part    string
	clock   string
	pm      bool
	unit    unit
	times   int // of the unit: 2 for a fortnight
	plural  bool
	number  float64 // vague where negative
	ordinal int
	day     int
	value   string // of a ref, a frequency or a holiday
	shift   int
	span    byte
	again   int
	stage   string
	partway string
	edge    string
	about   string
	utc     bool
	bc      bool

	phrases []phrase // longer forms that begin with this word, longest first
}

// A phrase is an entry of several words; the first is the word that holds it.
type phrase struct {
	rest []string
	word *word
}

// phrase is the entry for the words of parts, the first of which is w.
func (w *word) phrase(parts []string) *word {
	for _, p := range w.phrases {
		if strings.Join(p.rest, " ") == strings.Join(parts[1:], " ") {
			return p.word
		}
	}
	at := 0
	for at < len(w.phrases) && len(w.phrases[at].rest) >= len(parts)-1 {
		at++
	}
	p := phrase{parts[1:], &word{form: strings.Join(parts, " ")}}
	w.phrases = append(w.phrases[:at], append([]phrase{p}, w.phrases[at:]...)...)
	return p.word
}

// set adds what one line of a table says. The linter of knowledge/dates has
// checked every value.
func (w *word) set(e dates.Entry) {
	n, _ := strconv.Atoi(e.Value)
	switch e.Class {
	case "weekday", "weekday-short":
		w.class |= isWeekday
		w.weekday, w.short = n, e.Class != "weekday"
	case "month", "month-short", "month-word":
		w.class |= isMonth
		w.month, w.short, w.common = n, e.Class == "month-short", e.Class == "month-word"
	case "season":
		w.class |= isSeason
		w.season = e.Value
	case "part":
		w.class |= isPart
		w.part = e.Value
	case "decade":
		w.class |= isDecade
		w.number = float64(n)
	case "clock":
		w.class |= isClock
		w.clock = e.Value
	case "meridiem":
		w.class |= isMeridiem
		w.pm = e.Value == "PM"
	case "unit", "units":
		w.class |= isUnit
		w.plural, w.times = e.Class == "units", 1
		if c := e.Value[0]; '0' <= c && c <= '9' {
			w.times, e.Value = int(c-'0'), e.Value[1:]
		}
		w.unit = unitNames[e.Value]
	case "filler":
		w.class |= isFiller
	case "number":
		w.class |= isNumber
		w.number = float64(n)
		if e.Value == "X" {
			w.number = -1
		}
	case "ordinal":
		w.class |= isOrdinal
		w.ordinal = n
	case "day":
		w.class |= isDay
		w.day = n
	case "tonight":
		w.class |= isTonight
	case "overnight":
		w.class |= isOvernight
		w.day = n
	case "ref":
		w.class |= isRef
		w.value = e.Value
	case "frequency":
		w.class |= isFrequency
		w.value = e.Value
	case "every":
		w.class |= isEvery
	case "shift":
		w.class |= isShift
		w.shift = n
	case "span":
		w.class |= isSpan
		w.span = e.Value[0]
	case "again":
		w.class |= isAgain
		w.again = n
	case "stage":
		w.class |= isStage
		w.stage = e.Value
	case "partway":
		w.class |= isPartway
		w.partway = e.Value
	case "edge":
		w.class |= isEdge
		w.edge = e.Value
	case "about":
		w.class |= isAbout
		w.about = e.Value
	case "zone":
		w.class |= isZone
		w.utc = e.Value == "UTC"
	case "era":
		w.class |= isEra
		w.bc = e.Value == "BC"
	case "name":
		w.class |= isName
	case "holiday":
		w.class |= isHoliday
		w.value = e.Value
	}
	w.found |= w.class
}
