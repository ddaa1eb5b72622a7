package gazetteer

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// The linter of the tables kept by hand.
func TestTables(t *testing.T) {
	codes := map[string]bool{}
	for line := range rows(countriesTable) {
		codes[fields(line, 1)[0]] = true
	}
	ids := map[string]string{}
	for name, c := range map[string]struct {
		table                          string
		columns, lat, id, country, alt int
	}{
		"countries.tsv": {countriesTable, 11, 4, 2, 0, 9},
		"divisions.tsv": {divisionsTable, 8, 1, 3, 5, 6},
		"regions.tsv":   {regionsTable, 7, 1, 3, 5, 6},
		"towns.tsv":     {townsTable, 8, 1, 3, 5, 6},
	} {
		var keys []string
		n := 0
		for line := range rows(c.table) {
			n++
			f := strings.Split(line, "\t")
			if len(f) != c.columns {
				t.Errorf("%s: %q has %d columns, want %d", name, line, len(f), c.columns)
				continue
			}
			label := name + ": " + f[0]
			for i, cell := range f {
				if strings.TrimSpace(cell) != cell || strings.Contains(cell, ";;") {
					t.Errorf("%s: cell %q has blanks at its ends or an empty value", label, cell)
				}
				if i == c.lat || i == c.lat+1 {
					degrees, err := strconv.ParseFloat(cell, 64)
					if limit := 90.0 * float64(1+i-c.lat); err != nil || math.Abs(degrees) > limit {
						t.Errorf("%s: %q is no latitude or longitude", label, cell)
					}
				}
			}
			if id := f[c.id]; id != "0" {
				if _, err := strconv.Atoi(id); err != nil {
					t.Errorf("%s: %q is no GeoNames id", label, id)
				}
				if was := ids[id]; was != "" {
					t.Errorf("%s: id %s is that of %s", label, id, was)
				}
				ids[id] = label
			}
			for _, code := range items(f[c.country]) {
				if !codes[code] {
					t.Errorf("%s: country %q is not in countries.tsv", label, code)
				}
			}
			seen := map[string]bool{}
			for _, second := range items(f[c.alt]) {
				if Fold(second) == "" {
					t.Errorf("%s: other name %q has no Latin letter", label, second)
				}
				if seen[second] {
					t.Errorf("%s: other name %q twice", label, second)
				}
				seen[second] = true
			}
			if name != "countries.tsv" {
				if kind := KindOf(f[4]); strings.ToUpper(f[4]) != f[4] || f[4] == "" || kind == KindCountry && f[4] != "PCLH" {
					t.Errorf("%s: feature code %q", label, f[4])
				}
			}
			keys = append(keys, f[0])
		}
		if n < 50 {
			t.Errorf("%s: only %d rows", name, n)
		}
		if !slices.IsSorted(keys) {
			t.Errorf("%s: not sorted by its first column", name)
		}
	}
}

func TestCommon(t *testing.T) {
	last := ""
	for line := range rows(commonTable) {
		if line <= last || !Known(line) {
			t.Errorf("common.txt: %q comes after %q, known %v; want names of places, sorted", line, last, Known(line))
		}
		last = line
	}
	if !Common("Reading") || Common("Khartoum") {
		t.Error("Reading is an ordinary word, Khartoum is none")
	}
}

func TestAdjectives(t *testing.T) {
	last := ""
	for line := range rows(adjectivesTable) {
		f := strings.Split(line, "\t")
		if len(f) != 3 || f[0] <= last || CountriesOfPeople(f[0]) != nil {
			t.Errorf("adjectives.tsv: %q: want three columns, sorted, none of a country", line)
			continue
		}
		last = f[0]
		region, ok := RegionOfPeople(f[0])
		if e, found := region.Entry(); !ok || !found || e.Name == "" || KindOf(e.Feature) == KindTown {
			t.Errorf("adjectives.tsv: %q leads to %q in %q, which is %+v", f[0], f[1], f[2], e)
		}
	}
	if _, ok := RegionOfPeople("Velmish"); ok {
		t.Error("a region for an adjective that does not exist")
	}
}

func TestFacilities(t *testing.T) {
	last := ""
	for line := range rows(facilitiesTable) {
		f := strings.Split(line, "\t")
		if len(f) != 2 || f[0] <= last || f[1] != "spot" && f[1] != "body" {
			t.Errorf("facilities.tsv: %q comes after %q; want a word and spot or body, sorted", line, last)
		}
		last = f[0]
	}
	if FacilityOf("Hospital") != FacilitySpot || FacilityOf("University") != FacilityBody || FacilityOf("Kharkiv") != FacilityNone {
		t.Error("a hospital is a spot, a university a body, Kharkiv neither")
	}
}

func TestCountries(t *testing.T) {
	for _, c := range Countries() {
		if len(c.Alpha3) != 3 || len(c.Alpha2) != 2 || c.ID == 0 || CountryByCode(c.Alpha2).Alpha3 != c.Alpha3 {
			t.Errorf("%s: codes %q and id %d", c.Name, c.Alpha2, c.ID)
		}
		for _, n := range c.Neighbours {
			other := CountryByCode(n)
			if other == nil || !slices.Contains(other.Neighbours, c.Alpha3) {
				t.Errorf("%s has the neighbour %s, which has not it", c.Name, n)
			}
		}
		for _, p := range c.People {
			if !slices.Contains(CountriesOfPeople(p), c.Alpha3) {
				t.Errorf("%s: %q does not lead to it", c.Name, p)
			}
		}
	}
	if c := CountryByCode("nope"); c != nil {
		t.Errorf("country %v for a code that does not exist", c)
	}
}

// Laws of the packed table: every entry that the index can give is a place.
func TestEntriesArePlaces(t *testing.T) {
	s := open()
	for i := range s.places.n {
		e := s.places.entry(i)
		if math.Abs(e.Lat) > 90 || math.Abs(e.Lon) > 180 || e.Name == "" || e.Feature == "" || CountryByCode(e.Country) == nil {
			t.Fatalf("place %d: %+v", i, e)
		}
	}
	it, err := s.fst.Iterator(nil, nil)
	for names := 0; err == nil; err = it.Next() {
		key, _ := it.Current()
		if names++; names%97 != 0 {
			continue
		}
		k := string(key)
		if v, ok := strings.CutPrefix(k, variantKey); ok {
			if got := s.append(nil, []byte(variantKey+v), MatchVariant); len(got) == 0 {
				t.Fatalf("variant %q leads nowhere", v)
			}
			continue
		}
		if got := Lookup(k); len(got) == 0 || !Known(k) {
			t.Fatalf("name %q leads nowhere", k)
		}
	}
}

func TestPackedIsReadBack(t *testing.T) {
	places := []Record{
		{ID: 1, Name: "Aster Vale", Lat: 12.34567, Lon: -98.76543, Population: 1234567, Feature: "PPLC", Country: "SDN", Admin1: "Velm"},
		{ID: 99999999, Name: "Velm", Lat: -90, Lon: 180, Feature: "ADM1", Country: "FRA"},
	}
	data, values := Pack(places, [][]int{{0}, {2, 1}})
	p, err := openPacked(string(data))
	if err != nil {
		t.Fatal(err)
	}
	s := store{places: p}
	for i, want := range places {
		got := s.places.entry(i)
		if got.ID != want.ID || got.Name != want.Name || got.Feature != want.Feature || got.Country != want.Country || got.Admin1 != want.Admin1 ||
			math.Abs(got.Lat-want.Lat) > 2e-5 || math.Abs(got.Lon-want.Lon) > 3e-5 || math.Abs(float64(got.Population-want.Population)) > 1000 {
			t.Errorf("packed %+v, read %+v", want, got)
		}
	}
	if values[0] != 0 || values[1]&listed == 0 {
		t.Errorf("values %x: want a single reference, then a list", values)
	}
	if _, err := openPacked("RGZ0 and nothing else that would be long enough"); err == nil {
		t.Error("a file of another kind was opened")
	}
}
