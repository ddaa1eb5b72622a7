package dates

import (
	"regexp"
	"strings"
	"testing"
	"time"
)

// values says what a value of each class of words.tsv looks like.
var values = map[string]string{
	"weekday": `[1-7]`, "weekday-short": `[1-7]`,
	"month": `[1-9]|1[0-2]`, "month-short": `[1-9]|1[0-2]`, "month-word": `[1-9]|1[0-2]`,
	"season": `SP|SU|FA|WI`, "part": `MO|MI|AF|EV|NI|DT`, "clock": `([01]\d|2[0-4]):00`, "meridiem": `AM|PM`,
	"unit": `2?(TS|TM|TH|D|W|WE|M|Q|H|Y|DE|CE|ME)`, "units": `2?(TS|TM|TH|D|W|WE|M|Q|Y|DE|CE|ME)`, "filler": `-`,
	"decade": `1[89]\d|20\d`, "number": `\d+|X`, "ordinal": `-1|[1-9]\d?`,
	"day": `-?\d`, "tonight": `0`, "overnight": `-1`, "ref": `(PAST|PRESENT|FUTURE)_REF`,
	"frequency": `P\d+[DWMY]|PT\d+H`, "every": `-`, "shift": `-1|0|1`, "span": `[-+.]`, "again": `-1|0|1`,
	"stage": `START|MID|END`, "partway": `BEFORE|AFTER`, "edge": `START|MID|END|ALL|MO|EVE`,
	"about": `APPROX|LESS_THAN|MORE_THAN|EQUAL_OR_LESS|EQUAL_OR_MORE`, "zone": `UTC|-`, "era": `AD|BC`, "name": `-`,
}

// The linter of words.tsv.
func TestWords(t *testing.T) {
	rows := lint(t, "words.tsv", words, 3)
	used := map[string]bool{}
	for _, e := range rows {
		form, known := values[e.Class]
		switch {
		case !known:
			t.Errorf("words.tsv: %q has the class %q, which is none", e.Form, e.Class)
		case !regexp.MustCompile("^(" + form + ")$").MatchString(e.Value):
			t.Errorf("words.tsv: %q has the value %q; %s wants %s", e.Form, e.Value, e.Class, form)
		}
		used[e.Class] = true
	}
	for class := range values {
		if !used[class] {
			t.Errorf("words.tsv: no word of class %s", class)
		}
		if !strings.Contains(words, "\n#   "+class) && !strings.Contains(words, class+":") {
			t.Errorf("words.tsv: class %s is not explained at its head", class)
		}
	}
}

// The linter of holidays.tsv.
func TestHolidays(t *testing.T) {
	rule := regexp.MustCompile(`^((\d\d-\d\d|\d\d/[1-7]/(-1|[1-5])|(easter|orthodox|hebrew) [+-]\d+|hanukkah|islamic (0[1-9]|1[0-2])(-[0-3]\d)?|(spring|autumn)-moon)(\*\d+)?|\d{4}-\d\d-\d\d|-)$`)
	for _, e := range lint(t, "holidays.tsv", holidays, 2) {
		if !rule.MatchString(e.Value) {
			t.Errorf("holidays.tsv: %q has the rule %q", e.Form, e.Value)
		}
		day := e.Value
		if len(day) == len("01-02") && day[2] == '-' {
			day = "2024-" + day
		}
		if len(day) == len(time.DateOnly) && day[4] == '-' {
			if _, err := time.Parse(time.DateOnly, day); err != nil {
				t.Errorf("holidays.tsv: %q: %v", e.Form, err)
			}
		}
	}
}

// The linter of verbs.tsv.
func TestVerbs(t *testing.T) {
	for _, e := range lint(t, "verbs.tsv", verbs, 2) {
		switch e.Class {
		case "plan", "begin", "gone", "last", "sudden", "timetable", "same", "along", "past", "seek", "report":
		default:
			t.Errorf("verbs.tsv: %q has the class %q, which is none", e.Form, e.Class)
		}
	}
}

// lint checks what all tables share and reads the rows.
func lint(t *testing.T, name, table string, columns int) []Entry {
	t.Helper()
	if !strings.HasPrefix(table, "# ") || !strings.Contains(table, "# Columns") {
		t.Errorf("%s: does not begin with an explanation of its columns", name)
	}
	class := ""
	if name == "holidays.tsv" {
		class = "holiday"
	}
	rows := read(table, class)
	seen := map[string]bool{}
	n := 0
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if len(cells) != columns && len(cells) != columns+1 {
			t.Errorf("%s: %q has %d columns, want %d and perhaps a remark", name, line, len(cells), columns)
			continue
		}
		form := cells[0]
		key := form
		if class == "" {
			key += "\t" + cells[1]
		}
		switch {
		case form == "" || form != strings.ToLower(form) || form != strings.TrimSpace(form):
			t.Errorf("%s: %q is not in lower case, or has blanks around it", name, form)
		case strings.ContainsAny(form, ".’"):
			t.Errorf("%s: %q is written without stops and with the straight apostrophe", name, form)
		case seen[key]:
			t.Errorf("%s: %q stands twice", name, key)
		}
		seen[key] = true
		n++
	}
	if n == 0 || n != len(rows) {
		t.Errorf("%s: %d lines, %d rows read", name, n, len(rows))
	}
	return rows
}
