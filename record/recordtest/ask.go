package recordtest

import (
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// expected is an event of a reading with what a filter may ask of it.
type expected struct {
	rapporteur.Event
	article *rapporteur.Article
	at      *rapporteur.Place
	day     string
}

func expectedOf(entries []record.Entry) []expected {
	var out []expected
	for _, e := range entries {
		f := e.Reading.Findings
		for _, event := range f.Events {
			x := expected{Event: event, article: e.Seen, day: event.Date}
			for i := range f.Places {
				if f.Places[i].Span.Overlaps(event.PlaceSpan) {
					x.at = &f.Places[i]
				}
			}
			out = append(out, x)
		}
	}
	return out
}

// every is all rows of a question, page by page, and holds the pages to what they
// promise.
func every[T any](t testing.TB, ask func(context.Context, record.Filter, record.Page) (record.Rows[T], error), of record.Filter, sort string, limit int) []T {
	t.Helper()
	var out []T
	for p := (record.Page{Limit: limit, Sort: sort, Count: true}); ; {
		rows, err := ask(t.Context(), of, p)
		if err != nil {
			t.Fatalf("%+v: %v", of, err)
		}
		if len(rows.Rows) > limit || rows.Next != "" && len(rows.Rows) < limit {
			t.Fatalf("%+v: a page of %d rows, asked for %d, and then %q", of, len(rows.Rows), limit, rows.Next)
		}
		out = append(out, rows.Rows...)
		if p.After = rows.Next; p.After == "" {
			if rows.Total != len(out) {
				t.Errorf("%+v: %d rows are told, and there are %d", of, rows.Total, len(out))
			}
			return out
		}
	}
}

// asked: a filter lets through what it says, page by page, and every row shows
// where it comes from.
func asked(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	entries := Entries(NewInventor(21), 50)
	put(t, r, entries...)
	all := expectedOf(entries)
	takesPart := func(x expected, name string) bool {
		is := func(p rapporteur.Participant) bool { return strings.HasPrefix(p.Name, name) }
		return slices.ContainsFunc(x.Actors, is) || slices.ContainsFunc(x.Recipients, is)
	}
	country := map[string]map[string]string{} // of actors, by article and name
	for _, e := range entries {
		country[e.Seen.Ref] = map[string]string{}
		for _, a := range e.Reading.Findings.Actors {
			country[e.Seen.Ref][a.Name] = a.Country
		}
	}
	ofCountry := func(x expected, code string) bool {
		is := func(p rapporteur.Participant) bool { return country[x.article.Ref][p.Name] == code }
		return x.Country == code || slices.ContainsFunc(x.Actors, is) || slices.ContainsFunc(x.Recipients, is)
	}
	for name, c := range map[string]struct {
		of   record.Filter
		want func(expected) bool
	}{
		"all":        {record.Filter{}, func(expected) bool { return true }},
		"type":       {record.Filter{Types: []string{"ASSAULT"}}, func(x expected) bool { return x.Type == "ASSAULT" }},
		"types":      {record.Filter{Types: []string{"ASSAULT", "CONSULT"}}, func(expected) bool { return true }},
		"no type":    {record.Filter{Types: []string{"COERCE"}}, func(expected) bool { return false }},
		"mode":       {record.Filter{Modes: []string{"visit"}}, func(x expected) bool { return x.Mode == "visit" }},
		"status":     {record.Filter{Statuses: []string{"denied"}}, func(x expected) bool { return false }},
		"side":       {record.Filter{Actors: []string{"velm"}}, func(x expected) bool { return takesPart(x, "Velm") }},
		"sides":      {record.Filter{Actors: []string{"Velm", "Oster"}, Types: []string{"ASSAULT"}}, func(x expected) bool { return x.Type == "ASSAULT" && (takesPart(x, "Velm") || takesPart(x, "Oster")) }},
		"given name": {record.Filter{Actors: []string{"Aster"}}, func(x expected) bool { return takesPart(x, "Aster ") }},
		"nobody":     {record.Filter{Actors: []string{"Zeppelin"}}, func(x expected) bool { return false }},
		"country":    {record.Filter{Countries: []string{"VEL"}}, func(x expected) bool { return ofCountry(x, "VEL") }},
		"place":      {record.Filter{Place: "Larn"}, func(x expected) bool { return x.Place == "Larn" }},
		"geonames":   {record.Filter{Place: "900000002"}, func(x expected) bool { return x.at != nil && x.at.GeoNamesID == 900_000_002 }},
		"box": {record.Filter{Box: &record.Box{West: 1, South: 50.2, East: 3, North: 51}}, func(x expected) bool {
			return x.at != nil && x.at.Lat >= 50.2 && x.at.Lat <= 51 && x.at.Lon >= 1 && x.at.Lon <= 3
		}},
		"box across": {record.Filter{Box: &record.Box{West: 5, South: -90, East: 1, North: 90}}, func(x expected) bool { return x.at != nil && (x.at.Lon >= 5 || x.at.Lon <= 1) }},
		"since":      {record.Filter{Since: "2024-01-02"}, func(x expected) bool { return x.day >= "2024-01-02" }},
		"days":       {record.Filter{Since: "2023-12-31", Until: "2024-01-01"}, func(x expected) bool { return x.day >= "2023-12-31" && x.day <= "2024-01-01" }},
		"source": {record.Filter{Sources: []string{"Velm Radio", "Coast Daily"}}, func(x expected) bool {
			return x.article.Publisher == "Velm Radio" || x.article.Publisher == "Coast Daily"
		}},
		"words": {record.Filter{Words: "mortars"}, func(x expected) bool { return strings.Contains(x.article.Text, "mortars") }},
		"much": {record.Filter{Words: "mortars", Actors: []string{"Velm"}, Since: "2024-01-01", Types: []string{"ASSAULT"}, Place: "Larn"}, func(x expected) bool {
			return strings.Contains(x.article.Text, "mortars") && takesPart(x, "Velm") && x.day >= "2024-01-01" && x.Type == "ASSAULT" && x.Place == "Larn"
		}},
	} {
		want := 0
		for _, x := range all {
			if c.want(x) {
				want++
			}
		}
		got := every(t, r.EventAccounts, c.of, "", 31)
		if len(got) != want {
			t.Errorf("%s: %d accounts, want %d", name, len(got), want)
		}
		seen := map[record.ID]bool{}
		for i, e := range got {
			if seen[e.ID] || i > 0 && e.Day > got[i-1].Day {
				t.Errorf("%s: %s comes twice, or too late", name, e.ID)
			}
			seen[e.ID] = true
		}
		// Of each event the first account in the order stands for it.
		events := map[record.ID]bool{}
		for _, e := range got {
			events[e.Event] = true
		}
		for _, sort := range []string{record.SortNewest, record.SortOldest, record.SortAdded} {
			grouped := every(t, r.Events, c.of, sort, 40)
			if len(grouped) != len(events) {
				t.Errorf("%s: %d events in the order %s, want %d", name, len(grouped), sort, len(events))
			}
			for _, g := range grouped {
				if !events[g.ID] {
					t.Errorf("%s: %s should not be there", name, g.ID)
				}
				delete(events, g.ID)
			}
			for _, e := range got {
				events[e.Event] = true
			}
		}
	}
	articles := map[string]*rapporteur.Article{}
	for _, e := range entries {
		articles[e.Seen.ID()] = e.Seen
	}
	shows := func(e record.Evidence) {
		a := articles[e.Article.ID]
		for _, p := range []record.Passage{e.Words, e.Sentence} {
			if a.Quote(p.Span) != p.Exact || string([]rune(a.Text)[p.Start:p.End]) != p.Exact || p.Exact == "" {
				t.Errorf("%q is not at %v", p.Exact, p.Span)
			}
		}
		if e.Rule == "" || e.Article.URL != a.URL {
			t.Errorf("%+v", e)
		}
	}
	sameAs, err := r.Groups(t.Context(), record.KindEvent)
	if err != nil {
		t.Fatal(err)
	}
	byFirst := map[record.ID][]record.Mention{}
	for _, g := range sameAs {
		byFirst[g[0].ID] = g
	}
	groups := every(t, r.Events, record.Filter{}, "", 50)
	if len(groups) != len(sameAs) {
		t.Errorf("%d events, want %d", len(groups), len(sameAs))
	}
	for _, g := range groups {
		want := byFirst[g.ID]
		if len(want) != len(g.Accounts) || g.Sources < 1 || g.Sources > g.Reports || g.Reports > len(want) {
			t.Errorf("%s has %d accounts in %d reports of %d sources, want %d", g.ID, len(g.Accounts), g.Reports, g.Sources, len(want))
		}
		for i, a := range g.Accounts {
			if i < len(want) && a.ID != want[i].ID || a.Event != g.ID {
				t.Errorf("account %d of %s is %s of %s", i, g.ID, a.ID, a.Event)
			}
			shows(a.Evidence)
		}
		if one, err := r.Event(t.Context(), g.Accounts[len(g.Accounts)-1].ID); err != nil || one.ID != g.ID {
			t.Errorf("%s: %+v, %v", g.ID, one, err)
		}
	}
	quotes, figures := every(t, r.Quotes, record.Filter{}, "", 60), every(t, r.Figures, record.Filter{}, "", 60)
	spoken, counted, over := 0, 0, 0
	for _, e := range entries {
		spoken += len(e.Reading.Findings.Statements)
		counted += len(e.Reading.Findings.Figures)
		for _, f := range e.Reading.Findings.Figures {
			if f.Value > 30 {
				over++
			}
		}
	}
	if len(quotes) != spoken || len(figures) != counted {
		t.Errorf("%d quotations and %d figures, want %d and %d", len(quotes), len(figures), spoken, counted)
	}
	for _, q := range quotes {
		shows(q.Evidence)
		if q.Content.Exact != q.Text || q.Words.Exact != "said" || q.Speaker.ID == 0 || q.Speaker.Kind != rapporteur.ActorPerson {
			t.Errorf("%+v", q)
		}
	}
	if got := every(t, r.Figures, record.Filter{Above: 30}, "", 60); len(got) != over {
		t.Errorf("%d figures above 30, want %d", len(got), over)
	}
	speaker := quotes[0].Speaker
	for _, who := range []string{speaker.Name, speaker.ID.String()} {
		for _, q := range every(t, r.Quotes, record.Filter{Actors: []string{who}}, "", 60) {
			if q.Speaker.Name != speaker.Name {
				t.Errorf("%s is asked for, and %s speaks", who, q.Speaker.Name)
			}
		}
	}
	for name, bad := range map[string]struct {
		of record.Filter
		p  record.Page
	}{
		"day": {record.Filter{Since: "soon"}, record.Page{}}, "box": {record.Filter{Box: &record.Box{South: 3, North: 2}}, record.Page{}}, "words": {record.Filter{Words: "-not"}, record.Page{}},
		"nan": {record.Filter{Box: &record.Box{North: math.NaN()}}, record.Page{}}, "mark": {record.Filter{Marks: []int{5}}, record.Page{}}, "sort": {record.Filter{}, record.Page{Sort: "best"}},
		"limit": {record.Filter{}, record.Page{Limit: 5000}}, "cursor": {record.Filter{}, record.Page{After: "xyz"}}, "kind": {record.Filter{Actors: []string{groups[0].ID.String()}}, record.Page{}},
	} {
		if _, err := r.Events(t.Context(), bad.of, bad.p); !errors.Is(err, record.ErrAsked) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := r.Event(t.Context(), groups[0].ID+1); !errors.Is(err, record.ErrMissing) {
		t.Errorf("an event that is not there: %v", err)
	}
}

// named: identities, places and reports, and what is counted.
func named(t *testing.T, open func(testing.TB) record.Store) {
	r := start(t, open, "1")
	entries := Entries(NewInventor(22), 80)
	put(t, r, entries[:50]...)
	put(t, r, entries[50:]...)
	groups, err := r.Groups(t.Context(), record.KindActor)
	if err != nil {
		t.Fatal(err)
	}
	firsts := map[record.ID]int{}
	for _, g := range groups {
		firsts[g[0].ID] = len(g)
	}
	actors := every(t, r.Actors, record.Filter{}, "", 9)
	if len(actors) != len(groups) {
		t.Errorf("%d identities, want %d", len(actors), len(groups))
	}
	for i, a := range actors {
		if firsts[a.ID] != a.Reports || i > 0 && a.Reports > actors[i-1].Reports || !slices.Contains(a.Names, a.Name) || a.FirstDay > a.LastDay || a.Words.Exact == "" {
			t.Errorf("%+v, of %d mentions", a, firsts[a.ID])
		}
	}
	byName := every(t, r.Actors, record.Filter{Types: []string{rapporteur.ActorState}}, record.SortName, 3)
	if len(byName) != len(sides) || byName[0].Name != "Arden" || byName[1].Name != "Brakk" || byName[0].Entry != "ARD" {
		t.Errorf("%d states, %+v", len(byName), byName)
	}
	for _, f := range []record.Filter{{Words: "vel*", Types: []string{"state"}}, {Actors: []string{"Velm"}}, {Actors: []string{byName[7].ID.String()}}, {Countries: []string{"VEL"}, Types: []string{"state"}, Since: "2024-01-01", Sources: []string{"Velm Radio"}}} {
		if got := every(t, r.Actors, f, "", 10); len(got) != 1 || got[0].Name != "Velm" {
			t.Errorf("%+v: %+v", f, got)
		}
	}
	if one, err := r.Actor(t.Context(), byName[7].ID); err != nil || one.Name != "Velm" || one.Reports != byName[7].Reports {
		t.Errorf("%+v, %v", one, err)
	}
	correct(t, r, record.Correction{Action: record.ActionRename, Target: record.Target{ID: byName[7].ID}, Value: "Republic of Velm"})
	if got := every(t, r.Actors, record.Filter{Actors: []string{"Republic of Velm"}}, "", 10); len(got) != 1 || got[0].Called != "Republic of Velm" {
		t.Errorf("renamed: %+v", got)
	}
	correct(t, r, record.Correction{Action: record.ActionMerge, Target: record.Target{ID: byName[6].ID}, Other: record.Target{ID: byName[7].ID}})
	if got := every(t, r.Actors, record.Filter{Types: []string{"state"}}, "", 10); len(got) != len(sides)-1 || got[0].Reports != byName[6].Reports+byName[7].Reports {
		t.Errorf("merged: %+v", got)
	}
	correct(t, r, record.Correction{Action: record.ActionReject, Target: record.Target{ID: byName[0].ID}})
	if got := every(t, r.Actors, record.Filter{Actors: []string{"Arden"}, Types: []string{"state"}}, "", 10); len(got) != 1 || got[0].Reports != byName[0].Reports-1 {
		t.Errorf("one mention rejected: %+v", got)
	}
	if got := every(t, r.EventAccounts, record.Filter{Marks: []int{record.Rejected}}, "", 10); len(got) != 0 {
		t.Errorf("%d events are rejected", len(got))
	}
	sound(t, r)

	mentions, in := map[string]int{}, map[string]map[string]bool{}
	for _, e := range entries {
		for _, p := range e.Reading.Findings.Places {
			key := fmt.Sprint(p.GeoNamesID, p.Country)
			if mentions[key]++; in[key] == nil {
				in[key] = map[string]bool{}
			}
			in[key][e.Seen.Ref] = true
		}
	}
	places := every(t, r.Places, record.Filter{}, "", 11)
	if len(places) != len(mentions) {
		t.Errorf("%d places, want %d", len(places), len(mentions))
	}
	for _, p := range places {
		key := fmt.Sprint(p.GeoNames, p.Country)
		if p.Mentions != mentions[key] || p.Reports != len(in[key]) || p.At == nil || p.ID.Kind() != record.KindPlace {
			t.Errorf("%+v, want %d in %d", p, mentions[key], len(in[key]))
		}
	}
	if got := every(t, r.Places, record.Filter{Words: "larn", Countries: []string{"VEL"}}, record.SortName, 5); len(got) != 1 || got[0].Name != "Larn" {
		t.Errorf("%+v", got)
	}
	articles := every(t, r.Articles, record.Filter{}, record.SortOldest, 13)
	if len(articles) != len(entries) || articles[0].Published != "2024-01-01" || articles[0].Reader != "invented" || articles[0].Opening == "" {
		t.Errorf("%d reports, the first %+v", len(articles), articles[0])
	}
	for _, f := range []record.Filter{{Actors: []string{"Velm"}}, {Place: "Larn"}, {Words: "mortars"}, {Sources: []string{"Velm Radio"}}, {Types: []string{"CONSULT"}}, {Countries: []string{"VEL"}}} {
		want := 0
		for _, e := range entries {
			x := e.Reading.Findings
			if f.Place != "" && slices.ContainsFunc(x.Places, func(p rapporteur.Place) bool { return p.Name == f.Place }) ||
				len(f.Actors) > 0 && slices.ContainsFunc(x.Actors, func(a rapporteur.Actor) bool { return a.Name == "Velm" || a.Name == sideBefore("Velm") }) ||
				f.Words != "" && strings.Contains(e.Seen.Text, f.Words) || len(f.Sources) > 0 && e.Seen.Publisher == f.Sources[0] ||
				len(f.Types) > 0 && slices.ContainsFunc(x.Events, func(e rapporteur.Event) bool { return e.Type == f.Types[0] }) ||
				len(f.Countries) > 0 && slices.ContainsFunc(x.Places, func(p rapporteur.Place) bool { return p.Country == "VEL" }) {
				want++
			}
		}
		if got := every(t, r.Articles, f, "", 20); len(got) != want {
			t.Errorf("%+v: %d reports, want %d", f, len(got), want)
		}
	}

	accounts, events := 0, 0
	months, err := r.EventMonths(t.Context(), record.Filter{Types: []string{"ASSAULT"}})
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range months {
		accounts, events = accounts+m.Accounts, events+m.Events
		if m.Type != "ASSAULT" || len(m.Month) != 7 {
			t.Errorf("%+v", m)
		}
	}
	assaults := every(t, r.Events, record.Filter{Types: []string{"ASSAULT"}}, "", 100)
	told := every(t, r.EventAccounts, record.Filter{Types: []string{"ASSAULT"}}, "", 100)
	if accounts != len(told) || events < len(assaults) {
		t.Errorf("%d events in %d accounts by month, want %d in %d", events, accounts, len(assaults), len(told))
	}
	ground, err := r.EventPlaces(t.Context(), record.Filter{Types: []string{"ASSAULT"}})
	if err != nil {
		t.Fatal(err)
	}
	accounts = 0
	for i, p := range ground {
		accounts += p.Accounts
		if i > 0 && p.Events > ground[i-1].Events || p.Place == "" || p.Lat < 50 {
			t.Errorf("%+v", p)
		}
	}
	if accounts != len(told) {
		t.Errorf("%d accounts on the map, want %d", accounts, len(told))
	}
	series, err := r.FigureSeries(t.Context(), record.Filter{Types: []string{"killed"}, Place: "Larn"})
	if err != nil || len(series) != 1 || len(series[0].Points) == 0 || series[0].Points[0].Told[0].Sentence == "" {
		t.Errorf("%+v, %v", series, err)
	}
	outlets, err := r.Sources(t.Context())
	reports := 0
	for _, s := range outlets {
		reports += s.Reports
	}
	if err != nil || reports != len(entries) {
		t.Errorf("%d reports of %d outlets, %v", reports, len(outlets), err)
	}
	before, err := r.Version(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	put(t, r, entries[0])
	if again, _ := r.Version(t.Context()); again != before {
		t.Error("what is known already changes the record")
	}
	put(t, r, Entries(NewInventor(23), 1)...)
	if after, _ := r.Version(t.Context()); after <= before {
		t.Error("a report does not change the record")
	}
}

// sideBefore is the side that stands before another one in the order of names.
func sideBefore(name string) string {
	all := slices.Sorted(slices.Values(sides))
	return all[slices.Index(all, name)-1]
}
