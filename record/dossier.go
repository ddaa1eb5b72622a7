package record

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapporteur/record/link"
)

// A Dossier is one negotiation whole. Everything in it says where it stands.
type Dossier struct {
	Process
	Subjects       []string           `json:"subjects,omitempty"` // all that reports call it
	Rounds         []Round            `json:"rounds,omitempty"`
	Stages         []link.Stage       `json:"stages,omitempty"`
	Positions      []link.Position    `json:"positions,omitempty"` // by actor, then by first day
	Proposals      []link.Tabled      `json:"proposals,omitempty"`
	StickingPoints []link.Sticking    `json:"sticking_points,omitempty"`
	Awaits         []link.Await       `json:"awaits,omitempty"`  // what was awaited, and what ended it
	Figures        []link.Series      `json:"figures,omitempty"` // of all its reports
	People         []Person           `json:"people,omitempty"`  // the most named first
	Places         []Site             `json:"places,omitempty"`  // the most named first
	Articles       []Reported         `json:"articles"`          // by publication
	Changes        []Change           `json:"changes,omitempty"` // the last first
	Corrections    []LoggedCorrection `json:"corrections,omitempty"`
}

// A Round is a stretch of talks at one venue.
type Round struct {
	Venue string      `json:"venue,omitempty"` // "" where no report says
	First string      `json:"first"`
	Last  string      `json:"last"`
	Stage string      `json:"stage,omitempty"` // the last one told
	Told  []link.Told `json:"told"`
}

// A Person is somebody whom reports of a negotiation name.
type Person struct {
	Name    string      `json:"name"`
	Titles  []string    `json:"titles,omitempty"` // in the reports' words
	Country string      `json:"country,omitempty"`
	Reports int         `json:"reports"` // that name the person
	Told    []link.Told `json:"told"`    // the first mention of each
}

// A Site is a place that reports of a negotiation name.
type Site struct {
	Name     string      `json:"name"`
	Country  string      `json:"country,omitempty"`
	GeoNames int         `json:"geonames_id,omitempty"`
	Located  bool        `json:"-"`
	Lat      float64     `json:"lat,omitempty"`
	Lon      float64     `json:"lon,omitempty"`
	Reports  int         `json:"reports"`
	Told     []link.Told `json:"told"`
}

// A Reported is a report of a negotiation.
type Reported struct {
	Source
	Family  string      `json:"family"`            // id of the first of its copies, its own where it is that
	Outlet  string      `json:"outlet,omitempty"`  // "Reuters via Harbour Post"
	Outlets []string    `json:"outlets,omitempty"` // where this very text was seen
	Talks   []link.Told `json:"talks"`             // where it speaks of them
}

// Dossier is all that the record tells of the negotiation that talks of some
// report are of. A nil Dossier means that a person rejected them.
func (r *Record) Dossier(ctx context.Context, id ID) (*Dossier, error) {
	if id.Kind() != KindTalks {
		return nil, fmt.Errorf("%s is a finding of the kind %q, and only talks have a dossier: %w", id, id.Kind(), ErrAsked)
	}
	var out *Dossier
	err := r.store.View(ctx, func(tx Tx) error {
		out = nil
		grp, err := groupOf(ctx, tx, id)
		if err != nil {
			return err
		}
		g, err := gather(ctx, tx, grp, true)
		if err != nil || g == nil {
			return err
		}
		out, err = g.dossier(ctx, tx)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("looking for the negotiation of %s: %w", id, err)
	}
	return out, nil
}

// groupOf is the label of the group of the talks with an id.
func groupOf(ctx context.Context, tx Tx, id ID) (int64, error) {
	t := Target{ID: id}
	if err := t.find(ctx, tx); err != nil {
		return 0, err
	}
	n, err := number(ctx, tx, "SELECT n FROM articles WHERE id = ?", t.Article)
	if err != nil {
		return 0, err
	}
	first, end := bounds(n)
	return number(ctx, tx, "SELECT x.grp FROM nodes x JOIN talks m ON m.node = x.n WHERE m.n >= ? AND m.n < ? AND m.id = ?", first, end, int64(id))
}

func (g *gathered) dossier(ctx context.Context, tx Tx) (*Dossier, error) {
	h := g.histories()
	d := &Dossier{
		Process: g.process(h), Subjects: g.subjects(), Stages: h.stages, Positions: h.positions, Proposals: h.proposals, StickingPoints: h.sticking,
		Awaits: h.awaits, Figures: h.series, Changes: h.changes,
	}
	slices.Reverse(d.Changes)
	for _, r := range h.linked.Rounds {
		round := Round{Venue: r.Venue, First: r.From, Last: r.To, Stage: r.Stage}
		for _, i := range r.Mentions {
			round.Told = append(round.Told, g.at(g.talks[i].Finding, "venue"))
		}
		d.Rounds = append(d.Rounds, round)
	}
	for _, x := range g.sorted() {
		a := Reported{Source: g.texts[x.n].source(), Family: x.family, Outlet: x.outlet, Outlets: x.outlets}
		for _, t := range g.talks {
			if t.Article == x.n {
				a.Talks = append(a.Talks, g.here(t.Finding))
			}
		}
		d.Articles = append(d.Articles, a)
	}
	var err error
	if d.People, err = g.people(ctx, tx); err != nil {
		return nil, err
	}
	if d.Places, err = g.places(ctx, tx); err != nil {
		return nil, err
	}
	d.Corrections, err = g.corrections(ctx, tx)
	return d, err
}

// people are the persons whom the reports name, by identity.
func (g *gathered) people(ctx context.Context, tx Tx) ([]Person, error) {
	type one struct {
		Person
		names []string
		in    map[int64]bool
	}
	by := map[int64]*one{}
	for _, h := range g.sorted() {
		first, end := bounds(h.n)
		err := Each(ctx, tx, func(r *sql.Rows) error {
			var a Actor
			var grp int64
			if err := r.Scan(&a.N, &a.ID, &a.Article, &a.Start, &a.Stop, &a.Words, &a.SentenceStart, &a.SentenceStop, &a.Name, &a.Title, &a.Country, &a.Renamed, &grp); err != nil {
				return err
			}
			p := by[grp]
			if p == nil {
				p = &one{in: map[int64]bool{}}
				by[grp] = p
			}
			p.names = append(p.names, a.Name)
			if p.Country == "" {
				p.Country = a.Country
			}
			if a.Renamed != "" {
				p.Name = a.Renamed
			}
			if a.Title != "" && !slices.ContainsFunc(p.Titles, func(t string) bool { return strings.EqualFold(t, a.Title) }) {
				p.Titles = append(p.Titles, a.Title)
			}
			if !p.in[h.n] {
				p.in[h.n] = true
				p.Told = append(p.Told, g.here(a.Finding))
			}
			return nil
		}, `SELECT a.n, a.id, a.article, a.start, a.stop, a.words, a.sentence_start, a.sentence_stop, a.name, a.title, a.country, a.renamed, x.grp
			FROM actors a JOIN nodes x ON x.n = a.node WHERE a.n >= ? AND a.n < ? AND a.mark >= 0 AND a.kind = 'person' ORDER BY a.n`, first, end)
		if err != nil {
			return nil, err
		}
	}
	var out []Person
	for _, p := range by {
		if p.Name == "" {
			p.Name = oftenest(p.names)
		}
		p.Reports = len(p.in)
		out = append(out, p.Person)
	}
	slices.SortFunc(out, func(x, y Person) int {
		return cmp.Or(y.Reports-x.Reports, strings.Compare(x.Name, y.Name), strings.Compare(x.Told[0].ID, y.Told[0].ID))
	})
	return out, nil
}

// places are the places that the reports name, once each.
func (g *gathered) places(ctx context.Context, tx Tx) ([]Site, error) {
	type key struct {
		geonames int
		name     string
	}
	by := map[key]*Site{}
	for _, h := range g.sorted() {
		first, end := bounds(h.n)
		seen := map[key]bool{}
		err := Each(ctx, tx, func(r *sql.Rows) error {
			var p Place
			if err := r.Scan(&p.N, &p.ID, &p.Article, &p.Start, &p.Stop, &p.Words, &p.SentenceStart, &p.SentenceStop, &p.Name, &p.Country, &p.GeoNames, &p.Located, &p.Lat, &p.Lon); err != nil {
				return err
			}
			k := key{geonames: p.GeoNames}
			if k.geonames == 0 {
				k.name = p.Name
			}
			if seen[k] {
				return nil
			}
			seen[k] = true
			s := by[k]
			if s == nil {
				s = &Site{Name: p.Name, Country: p.Country, GeoNames: p.GeoNames, Located: p.Located, Lat: p.Lat, Lon: p.Lon}
				by[k] = s
			}
			s.Reports++
			s.Told = append(s.Told, g.here(p.Finding))
			return nil
		}, `SELECT n, id, article, start, stop, words, sentence_start, sentence_stop, name, country, geonames, located, lat, lon
			FROM places WHERE n >= ? AND n < ? AND mark >= 0 ORDER BY n`, first, end)
		if err != nil {
			return nil, err
		}
	}
	var out []Site
	for _, s := range slices.Collect(maps.Values(by)) {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(x, y Site) int {
		return cmp.Or(y.Reports-x.Reports, strings.Compare(x.Name, y.Name), strings.Compare(x.Told[0].ID, y.Told[0].ID))
	})
	return out, nil
}

// corrections are what people corrected in the reports, oldest first.
func (g *gathered) corrections(ctx context.Context, tx Tx) ([]LoggedCorrection, error) {
	all, err := loggedCorrections(ctx, tx)
	if err != nil {
		return nil, err
	}
	in := map[string]bool{}
	for _, h := range g.heads {
		in[h.id] = true
	}
	return slices.DeleteFunc(all, func(c LoggedCorrection) bool {
		for c.Action == ActionUndo && c.Undoes > 0 && c.Undoes <= int64(len(all)) {
			c = all[c.Undoes-1]
		}
		return !in[c.Target.Article] && !in[c.Other.Article]
	}), nil
}
