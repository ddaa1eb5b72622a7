package gazetteer

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed regions.tsv
var regionsTable string

//go:embed divisions.tsv
var divisionsTable string

//go:embed towns.tsv
var townsTable string

//go:embed common.txt
var commonTable string

var common = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for line := range rows(commonTable) {
		out[line] = true
	}
	return out
})

// Common reports whether a name of a place is an ordinary word as well:
// "Reading", "Split".
func Common(name string) bool { return common()[name] }

// kept is the tables kept by hand, as entries under their names.
type kept struct {
	entries  []Entry
	names    map[string][]int // folded name to references, as in the packed lists
	variants map[string][]int
}

func (k *kept) entry(ref int) Entry {
	e := k.entries[ref>>1]
	if ref&secondName != 0 {
		e.Match = MatchSecond
	}
	return e
}

var byHand = sync.OnceValue(func() *kept {
	k := &kept{names: make(map[string][]int, 4096), variants: make(map[string][]int, 2048)}
	for _, c := range Countries() {
		feature := "PCLI"
		if c.Dependent {
			feature = "PCLD"
		}
		k.add(Entry{
			ID: c.ID, Name: c.Name, Lat: c.Lat, Lon: c.Lon, Population: c.Population, Feature: feature, Country: c.Alpha3,
		}, c.Names)
	}
	for _, table := range []string{divisionsTable, regionsTable, townsTable} {
		for line := range rows(table) {
			f := fields(line, 8)
			k.add(Entry{
				Name: f[0], Lat: number(f[1]), Lon: number(f[2]), ID: int(number(f[3])), Feature: f[4], Country: only(f[5]),
				Population: int(number(f[7])),
			}, items(f[6]))
		}
	}
	return k
})

func (k *kept) add(e Entry, second []string) {
	ref := len(k.entries) * 2
	k.entries = append(k.entries, e)
	k.name(e.Name, ref)
	for _, s := range second {
		k.name(s, ref|secondName)
	}
}

// key is the folded name; an abbreviation ("US", "SADR") has one of its own,
// since the same letters as a word mean something else ("us", "Sadr").
func key(folded, name string) string {
	if abbreviation(name) {
		return "\x02" + folded
	}
	return folded
}

// abbreviation reports whether a name is of two to five capitals, with or
// without stops.
func abbreviation(name string) bool {
	letters := 0
	for i := range len(name) {
		switch c := name[i]; {
		case 'A' <= c && c <= 'Z':
			letters++
		case c != '.':
			return false
		}
	}
	return 2 <= letters && letters <= 5
}

func (k *kept) name(name string, ref int) {
	folded := key(Fold(name), name)
	for _, r := range k.names[folded] {
		if r>>1 == ref>>1 {
			return
		}
	}
	k.names[folded] = append(k.names[folded], ref)
	if abbreviation(name) {
		return
	}
	// Other spellings are asked for towns and regions, not for seas and states,
	// whose English names are settled.
	if e := k.entries[ref>>1]; e.Feature != "PCLI" && e.Country != "" {
		if v := Variant(folded); v != "" {
			k.variants[v] = append(k.variants[v], ref)
		}
	}
}

// only is the country of a place that lies in one.
func only(countries string) string {
	if strings.Contains(countries, ";") {
		return ""
	}
	return countries
}

// rows are the lines of a table that are no comments.
func rows(table string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(table) {
			line = strings.TrimRight(line, "\n")
			if line == "" || line[0] == '#' {
				continue
			}
			if !yield(line) {
				return
			}
		}
	}
}

// number reads a cell; the linter has seen that it is one.
func number(cell string) float64 {
	n, _ := strconv.ParseFloat(cell, 64)
	return n
}
