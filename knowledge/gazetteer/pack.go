package gazetteer

import (
	"encoding/binary"
	"errors"
	"math"
	"math/bits"
	"strings"
)

// The table of places (places.bin) is read where it lies, without parsing. All
// numbers are little-endian.
//
//	header    8 × uint32: magic, number of places, then the offsets of the
//	          sections after the records: names, marks, lists, and the lengths
//	          of the three tables of strings (features, countries, divisions)
//	records   16 bytes a place: id uint32, latitude and longitude int24 in
//	          90/2²³ and 180/2²³ degrees, population in 11+5 bits, feature
//	          uint8, country uint8, division uint16 (0: none)
//	names     one a place: length uint8, bytes
//	marks     uint32 for every 16th name: its offset in names
//	lists     candidates of names that several places bear: count uint16, then
//	          uint24 references, the most important place first
//	tables    features, countries, divisions: strings ended by a line feed
//
// The values of the index (places.fst) are references: the number of a place
// and, in the lowest bit of a reference, whether the name is a second name of
// it. A value with the highest bit of 32 set is the offset of a list.
const (
	magic      = 0x315A4752 // "RGZ1"
	headerSize = 32
	recordSize = 16
	markEvery  = 16
	listed     = 1 << 31
)

// Second names a place in a reference: bit 0.
const secondName = 1

// A Record is one place as the build writes it.
type Record struct {
	ID         int
	Name       string
	Lat, Lon   float64
	Population int
	Feature    string // GeoNames feature code
	Country    string // ISO 3166-1 alpha-3
	Admin1     string // name of the first-level division
}

type packed struct {
	data      string
	n         int
	names     string
	marks     string
	lists     string
	features  []string
	countries []string
	divisions []string
}

var errTable = errors.New("places.bin is no table of places; make it again with train/gazetteer")

// u32 reads from a string: an embedded string is shared with the binary's own
// pages, a []byte would be a copy.
func u32(s string, at int) int {
	return int(s[at]) | int(s[at+1])<<8 | int(s[at+2])<<16 | int(s[at+3])<<24
}

func u24(s string, at int) int { return int(s[at]) | int(s[at+1])<<8 | int(s[at+2])<<16 }

func i24(s string, at int) int { return int(int32(u24(s, at)<<8) >> 8) }

func u16(s string, at int) int { return int(s[at]) | int(s[at+1])<<8 }

func openPacked(data string) (*packed, error) {
	if len(data) < headerSize || u32(data, 0) != magic {
		return nil, errTable
	}
	h := [8]int{}
	for i := range h {
		h[i] = u32(data, 4*i)
	}
	p := &packed{data: data, n: h[1]}
	names, marks, lists := h[2], h[3], h[4]
	tables := len(data) - h[5] - h[6] - h[7]
	if !(headerSize+p.n*recordSize <= names && names <= marks && marks <= lists && lists <= tables) {
		return nil, errTable
	}
	p.names, p.marks, p.lists = data[names:marks], data[marks:lists], data[lists:tables]
	split := func(from, n int) []string { return strings.Split(strings.TrimSuffix(data[from:from+n], "\n"), "\n") }
	p.features = split(tables, h[5])
	p.countries = split(tables+h[5], h[6])
	p.divisions = split(tables+h[5]+h[6], h[7])
	return p, nil
}

func (p *packed) entry(i int) Entry {
	r := p.data[headerSize+i*recordSize:][:recordSize]
	return Entry{
		ID:         u32(r, 0),
		Name:       p.name(i),
		Lat:        degrees(i24(r, 4), 90),
		Lon:        degrees(i24(r, 7), 180),
		Population: population(u16(r, 10)),
		Feature:    p.features[r[12]],
		Country:    p.countries[r[13]],
		Admin1:     p.divisions[u16(r, 14)],
	}
}

func (p *packed) name(i int) string {
	at := u32(p.marks, i/markEvery*4)
	for range i % markEvery {
		at += 1 + int(p.names[at])
	}
	return p.names[at+1:][:p.names[at]]
}

const half24 = 1<<23 - 1

// degrees rounds to GeoNames' own five places.
func degrees(v int, limit float64) float64 {
	return math.Round(float64(v)*limit/half24*1e5) / 1e5
}

// population keeps eleven significant bits: one part in two thousand.
func population(v int) int { return v & 0x7ff << (v >> 11) }

func packPopulation(n int) uint16 {
	shift := max(bits.Len(uint(n))-11, 0)
	return uint16(shift<<11 | n>>shift)
}

// Pack writes the table of places and turns the candidates of each name into
// the values of the index. refs[k] are the references of name k (number of the
// place times two, plus one for a second name), the most important place first.
func Pack(places []Record, refs [][]int) (table []byte, values []uint64) {
	features, countries, divisions := newTable(), newTable(), newTable()
	divisions.number("")
	table = make([]byte, headerSize, headerSize+len(places)*recordSize)
	var names, marks, lists []byte
	for i, p := range places {
		r := make([]byte, recordSize)
		binary.LittleEndian.PutUint32(r, uint32(p.ID))
		put24(r[4:], int(math.Round(p.Lat/90*half24)))
		put24(r[7:], int(math.Round(p.Lon/180*half24)))
		binary.LittleEndian.PutUint16(r[10:], packPopulation(p.Population))
		r[12] = byte(features.number(p.Feature))
		r[13] = byte(countries.number(p.Country))
		binary.LittleEndian.PutUint16(r[14:], uint16(divisions.number(p.Admin1)))
		table = append(table, r...)
		if i%markEvery == 0 {
			marks = binary.LittleEndian.AppendUint32(marks, uint32(len(names)))
		}
		name := p.Name[:min(len(p.Name), 255)]
		names = append(append(names, byte(len(name))), name...)
	}
	for _, list := range refs {
		if len(list) == 1 {
			values = append(values, uint64(list[0]))
			continue
		}
		values = append(values, uint64(listed|len(lists)))
		lists = binary.LittleEndian.AppendUint16(lists, uint16(len(list)))
		for _, ref := range list {
			lists = append(lists, byte(ref), byte(ref>>8), byte(ref>>16))
		}
	}
	header := []int{magic, len(places), len(table), len(table) + len(names), len(table) + len(names) + len(marks),
		len(features.text), len(countries.text), len(divisions.text)}
	for i, v := range header {
		binary.LittleEndian.PutUint32(table[4*i:], uint32(v))
	}
	for _, section := range [][]byte{names, marks, lists, features.text, countries.text, divisions.text} {
		table = append(table, section...)
	}
	return table, values
}

func put24(b []byte, v int) { b[0], b[1], b[2] = byte(v), byte(v>>8), byte(v>>16) }

// stringTable numbers strings in the order they come.
type stringTable struct {
	index map[string]int
	text  []byte
}

func newTable() *stringTable { return &stringTable{index: map[string]int{}} }

func (t *stringTable) number(s string) int {
	n, ok := t.index[s]
	if !ok {
		n = len(t.index)
		t.index[s] = n
		t.text = append(append(t.text, s...), '\n')
	}
	return n
}
