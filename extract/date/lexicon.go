package date

import (
	"strconv"
	"strings"
	"sync"

	"rapporteur/knowledge/dates"
)

// class is a set of the classes of knowledge/dates/words.tsv.
type class uint32

const (
	isWeekday class = 1 << iota
	isMonth
	isSeason
	isPart
	isClock
	isMeridiem
	isUnit
	isFiller
	isNumber
	isOrdinal
	isDay
	isTonight
	isOvernight
	isRef
	isFrequency
	isEvery
	isShift
	isSpan
	isAgain
	isStage
	isPartway
	isEdge
	isAbout
	isZone
	isEra
	isName
	isHoliday
	isMondays
	isDecade
)

// starts are the classes that a phrase may begin with, and so the words at
// which reading is tried at all.
const starts = isWeekday | isMonth | isSeason | isPart | isClock | isUnit | isNumber | isOrdinal | isDay | isTonight |
	isOvernight | isRef | isFrequency | isEvery | isShift | isSpan | isAgain | isStage | isPartway | isEdge | isAbout |
	isName | isHoliday | isMondays | isDecade

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

// glue are the words of no class of their own that phrases are held together by.
const glue = `the a an of in on at and or to till until through between from for since by within during before after ago back
	old olds earlier later hence half past couple hundreds thousands tens dozens handful times time once twice thrice per day
	this that it year o'clock hours hour long week weekend local mean q fy fiscal financial other 's ' " ” ’ - , . ( ) / : ;
	now these its their lasted took only just not no as than least most more less up just well little slightly close number with without if when which who while
	previously calendar end ends ended ending close closed finish finished start started throughout day too how pre post
	so newspaper newspapers paper papers magazine tabloid upon over under around about into toward towards throughout`

// openers are the glue that a phrase may begin with.
const openers = "the a an half quarter once twice thrice ' ’ tens dozens hundreds thousands very fiscal financial these its their"

var lexicon = sync.OnceValue(func() map[string]*word {
	words := make(map[string]*word, 700)
	get := func(form string) *word {
		w := words[form]
		if w == nil {
			w = &word{form: form}
			words[form] = w
		}
		return w
	}
	for _, form := range strings.Fields(glue) {
		get(form)
	}
	for _, form := range strings.Fields(openers) {
		get(form).opens = true
	}
	add := func(e dates.Entry) {
		parts := pieces(e.Form)
		first := get(parts[0])
		w := first
		if len(parts) > 1 {
			w = first.phrase(parts)
			for _, part := range parts[1:] {
				get(part)
			}
		}
		w.set(e)
		first.found |= w.class
	}
	for _, e := range dates.Words() {
		add(e)
	}
	for _, e := range dates.Holidays() {
		add(e)
	}
	for _, w := range words {
		if w.weekday > 0 && !w.short && w.class&isMondays == 0 {
			s := get(w.form + "s")
			s.class, s.found, s.weekday = isMondays, isMondays, w.weekday
		}
	}
	return words
})

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

// pieces cuts a form as the lexer cuts text: the possessive apart, and hyphens,
// which phrases do not see.
func pieces(form string) []string {
	form = strings.ReplaceAll(form, "-", " ")
	form = strings.ReplaceAll(form, "'s ", " 's ")
	form = strings.ReplaceAll(form, "s' ", "s ' ")
	if f, ok := strings.CutSuffix(form, "'s"); ok {
		form = f + " 's"
	}
	return strings.Fields(form)
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
