// Package gazetteer knows places: what a name may stand for, and where that
// is. The populated places, states and districts come from GeoNames (CC BY
// 4.0, see README.md here); countries, regions, waters, crossings, camps and
// the towns that GeoNames' list of cities lacks are tables kept by hand.
//
// Nothing is parsed when the program starts: the index (a finite state
// transducer) and the table of places are read where they lie in the binary,
// the small tables on first use.
package gazetteer

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/blevesearch/vellum"
)

//go:embed places.fst
var index []byte

//go:embed places.bin
var table string

// An Entry is one place that a name may stand for.
type Entry struct {
	ID         int     // GeoNames id; 0 where it has none that we know
	Name       string  // as GeoNames spells it
	Lat, Lon   float64 // degrees, WGS 84
	Population int     // 0 where unknown
	Feature    string  // GeoNames feature code: PPLC, ADM1, PCLI, RGN …
	Country    string  // ISO 3166-1 alpha-3; "" for a sea or a region of several countries
	Admin1     string  // name of the first-level division, for those that have one
	Match      Match
}

// Match says how the name given meets the name of an Entry.
type Match int

const (
	MatchName    Match = iota // its main name
	MatchSecond               // another name of it: "Kharkov"
	MatchVariant              // another transliteration, by rule: "Dayr al Balah" for "Deir al-Balah"
)

type store struct {
	fst    *vellum.FST
	places *packed
}

var open = sync.OnceValue(func() store {
	fst, err := vellum.Load(index)
	if err != nil {
		panic("gazetteer: opening places.fst: " + err.Error())
	}
	places, err := openPacked(table)
	if err != nil {
		panic("gazetteer: " + err.Error())
	}
	return store{fst, places}
})

// Lookup is every place that may be called name, the most important first. A
// name that nothing bears as it is spelt is tried as a transliteration.
func Lookup(name string) []Entry {
	var scratch [64]byte
	folded := appendFolded(scratch[:0], name)
	if len(folded) == 0 {
		return nil
	}
	var out []Entry
	short := abbreviation(name)
	if short {
		hand := byHand()
		for _, ref := range hand.names[key(string(folded), name)] {
			out = append(out, hand.entry(ref))
		}
	}
	out = append(out, exact(folded)...)
	if identified(out) {
		return out
	}
	if !short {
		known := len(out)
		for _, e := range byVariant(string(folded)) {
			if !has(out[:known], e) {
				out = append(out, e)
			}
		}
	}
	if len(out) == 0 {
		out = byKind(string(folded))
	}
	return out
}

// has reports whether e is among the entries.
func has(entries []Entry, e Entry) bool {
	for _, x := range entries {
		if x.ID == e.ID && x.Name == e.Name && x.Lat == e.Lat && x.Lon == e.Lon {
			return true
		}
	}
	return false
}

// identified reports whether any of the places is one of GeoNames'.
func identified(entries []Entry) bool {
	for _, e := range entries {
		if e.ID != 0 {
			return true
		}
	}
	return false
}

// Known reports whether Lookup would find name as it is spelt. It is what one
// asks of every capitalised word.
func Known(name string) bool {
	var scratch [64]byte
	folded := appendFolded(scratch[:0], name)
	if len(folded) == 0 {
		return false
	}
	if _, ok := byHand().names[string(folded)]; ok {
		return true
	}
	if abbreviation(name) && byHand().names[key(string(folded), name)] != nil {
		return true
	}
	ok, err := open().fst.Contains(folded)
	return ok && err == nil
}

func exact(folded []byte) []Entry {
	var out []Entry
	hand := byHand()
	for _, ref := range hand.names[string(folded)] {
		out = append(out, hand.entry(ref))
	}
	return open().append(out, folded, MatchName)
}

// variantKey marks the keys of the index that are variants, which no folded
// name can begin with.
const variantKey = "\x01"

func byVariant(folded string) []Entry {
	v := Variant(folded)
	if v == "" {
		return nil
	}
	var out []Entry
	hand := byHand()
	for _, ref := range hand.variants[v] {
		e := hand.entry(ref)
		e.Match = MatchVariant
		out = append(out, e)
	}
	return open().append(out, []byte(variantKey+v), MatchVariant)
}

// append adds the candidates under key to out, which holds those kept by hand.
func (s store) append(out []Entry, key []byte, match Match) []Entry {
	v, ok, err := s.fst.Get(key)
	if err != nil || !ok {
		return out
	}
	hand := len(out)
	if v&listed == 0 {
		return s.appendRef(out, hand, int(v), match)
	}
	at := int(v &^ listed)
	n := u16(s.places.lists, at)
	if out == nil {
		out = make([]Entry, 0, n)
	}
	for k := range n {
		out = s.appendRef(out, hand, u24(s.places.lists, at+2+3*k), match)
	}
	return out
}

// appendRef adds one candidate unless the tables kept by hand have it; they
// win, but leave out what GeoNames counts.
func (s store) appendRef(out []Entry, hand, ref int, match Match) []Entry {
	e := s.places.entry(ref >> 1)
	e.Match = match
	if match == MatchName && ref&secondName != 0 {
		e.Match = MatchSecond
	}
	for i := range out[:hand] {
		h := &out[i]
		if h.ID == e.ID && (e.ID != 0 || h.Name == e.Name && h.Country == e.Country && h.Feature == e.Feature) {
			h.Population, h.Admin1 = max(h.Population, e.Population), e.Admin1
			return out
		}
	}
	return append(out, e)
}

// fields cuts a line of one of the tables; n is the number of its columns.
func fields(line string, n int) []string {
	f := strings.Split(line, "\t")
	for len(f) < n {
		f = append(f, "")
	}
	return f
}

// items cuts a cell that holds several values.
func items(cell string) []string {
	if cell == "" {
		return nil
	}
	return strings.Split(cell, ";")
}
