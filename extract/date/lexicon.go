package date

import (
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

// glue are the words of no class of their own that phrases are held together by.
const glue = `the a an of in on at and or to till until through between from for since by within during before after ago back
	old olds earlier later hence half past couple hundreds thousands tens dozens handful times time once twice thrice per day
	this that it year o'clock hours hour long week weekend local mean q fy fiscal financial other 's ' " ” ’ - , . ( ) / : ;
	now these its their lasted lasts lasting took take takes spent spend only just not no as than least most more less up just well little slightly close number with without if when which who while
	previously calendar end ends ended ending close closed finish finished start started throughout day too how pre post
	row running many dated all so newspaper newspapers paper papers magazine tabloid upon over under around about into toward towards throughout`

// openers are the glue that a phrase may begin with.
const openers = "as the a an half quarter once twice thrice ' ’ tens dozens hundreds thousands very fiscal financial these its their"

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
