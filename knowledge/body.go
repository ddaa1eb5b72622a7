package knowledge

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"rapporteur/knowledge/table"
)

//go:embed actors_armed.tsv
var armedTSV string

//go:embed actors_international.tsv
var internationalTSV string

//go:embed actors_state.tsv
var stateTSV string

//go:embed actors_society.tsv
var societyTSV string

//go:embed actors_parties.tsv
var partiesTSV string

//go:embed actors_outlets.tsv
var outletsTSV string

//go:embed actors_companies.tsv
var companiesTSV string

//go:embed actors_peoples.tsv
var peoplesTSV string

// A Body is an actor with a name of its own that is neither a state nor a
// person: an armed group, an organisation, an organ of a state, an outlet.
type Body struct {
	Key     string
	Name    string // the name in news
	Kind    string // one of the Actor constants of package rapporteur
	Class   string // what sort of body: "armed-group", "igo", "outlet" …
	Country string // code of its country; "" for international bodies
	Sectors []string
	Of      string // key of the body it is part of; "" where none is known
	Years   string // "1990-2006", "2013-"; "" where not known
	Aliases []Name // the name among them
}

// Outlet reports whether b publishes news: what is told to it is told to the public.
func (b *Body) Outlet() bool { return b.Class == "outlet" }

// Bodies are all bodies, ascending by key.
var Bodies = sync.OnceValue(func() []Body {
	var out []Body
	for _, t := range bodyTables {
		rows := table.Rows(t.name, *t.text, "key", "name", "kind", "class", "country", "sectors", "of", "years", "aliases")
		for _, r := range rows {
			name := names(r[1])[0]
			out = append(out, Body{
				Key: r[0], Name: name.Text, Kind: r[2], Class: r[3], Country: r[4], Sectors: table.List(r[5]),
				Of: r[6], Years: r[7], Aliases: append(names(r[8]), name),
			})
		}
	}
	slices.SortFunc(out, func(a, b Body) int { return strings.Compare(a.Key, b.Key) })
	return out
})

var bodyTables = []struct {
	name string
	text *string
}{
	{"actors_armed.tsv", &armedTSV},
	{"actors_international.tsv", &internationalTSV},
	{"actors_state.tsv", &stateTSV},
	{"actors_society.tsv", &societyTSV},
	{"actors_parties.tsv", &partiesTSV},
	{"actors_outlets.tsv", &outletsTSV},
	{"actors_companies.tsv", &companiesTSV},
}

// BodyByKey is the body with that key, or nil.
func BodyByKey(key string) *Body {
	all := Bodies()
	i, found := slices.BinarySearchFunc(all, key, func(b Body, key string) int { return strings.Compare(b.Key, key) })
	if !found {
		return nil
	}
	return &all[i]
}

// A People is a nation without a state of its own, a confession or a community.
type People struct {
	Key        string
	Name       string // in the plural
	Country    string // code of its country; "" where it lives in several
	Adjectives []Name // also one of its people
	Aliases    []Name // in the plural
}

// Peoples are all peoples, ascending by key.
var Peoples = sync.OnceValue(func() []People {
	rows := table.Rows("actors_peoples.tsv", peoplesTSV, "key", "name", "country", "adjectives", "aliases")
	out := make([]People, len(rows))
	for i, r := range rows {
		out[i] = People{r[0], r[1], r[2], names(r[3]), names(r[4])}
	}
	return out
})
