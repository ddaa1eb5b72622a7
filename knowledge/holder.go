package knowledge

import (
	_ "embed"
	"strings"
	"sync"
	"time"

	"rapporteur/knowledge/table"
)

//go:embed holders.tsv
var holdersTSV string

// A Holder is one who holds or held an office of state.
type Holder struct {
	Name    string
	Short   []string // what reports call the person alone
	Country string
	Terms   []Term
}

// A Term is the time for which somebody holds an office, by months.
type Term struct {
	Office     string
	Begin, End time.Time // End is the last day of its month, zero where the term goes on
}

// Holders are all holders, ascending by name.
var Holders = sync.OnceValue(func() []Holder {
	rows := table.Rows("holders.tsv", holdersTSV, "name", "short", "country", "terms")
	out := make([]Holder, len(rows))
	for i, r := range rows {
		out[i] = Holder{Name: r[0], Short: table.List(r[1]), Country: r[2]}
		for _, t := range table.List(r[3]) {
			out[i].Terms = append(out[i].Terms, term(t))
		}
	}
	return out
})

// term reads "prime minister 2009-03/2021-06".
func term(text string) Term {
	at := strings.LastIndexByte(text, ' ')
	begin, end, _ := strings.Cut(text[at+1:], "/")
	t := Term{Office: text[:at]}
	t.Begin, _ = time.Parse("2006-01", begin)
	if month, err := time.Parse("2006-01", end); err == nil {
		t.End = month.AddDate(0, 1, -1)
	}
	return t
}

// At is the term that h is in on a day; nil where it is in none.
func (h *Holder) At(day time.Time) *Term {
	for i := range h.Terms {
		if t := &h.Terms[i]; !day.Before(t.Begin) && (t.End.IsZero() || !day.After(t.End)) {
			return t
		}
	}
	return nil
}

var holdersByShort = sync.OnceValue(func() map[string][]*Holder {
	all := Holders()
	out := make(map[string][]*Holder, len(all))
	for i := range all {
		for _, short := range all[i].Short {
			key := foldedName(short)
			out[key] = append(out[key], &all[i])
		}
		words := strings.Fields(all[i].Name)
		if last := foldedName(words[len(words)-1]); len(out[last]) == 0 || out[last][len(out[last])-1] != &all[i] {
			out[last] = append(out[last], &all[i])
		}
	}
	return out
})

// HoldersCalled are those whom reports may call name: by the full name, or by
// the short one where full is false.
func HoldersCalled(name string, full bool) []*Holder {
	if !full {
		return holdersByShort()[foldedName(name)]
	}
	var out []*Holder
	whole := foldedName(name)
	for _, h := range holdersByShort()[foldedName(name[strings.LastIndexByte(name, ' ')+1:])] {
		if foldedName(h.Name) == whole || foldedEnds(h.Name) == foldedEnds(name) {
			out = append(out, h)
		}
	}
	return out
}

// foldedEnds is the first and the last word of a name as foldedName has them:
// reports leave middle names out.
func foldedEnds(name string) string {
	words := strings.Fields(name)
	return foldedName(words[0] + " " + words[len(words)-1])
}

// foldedName is name as the tables compare names: in small letters without
// accents and marks.
func foldedName(name string) string {
	var b strings.Builder
	for i, a := range atoms(name) {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(a.text)
	}
	return b.String()
}
