package web

import (
	"net/http"
	"slices"
	"strings"

	"rapporteur/record"
	"rapporteur/record/link"
)

// A dossierPage is one negotiation.
type dossierPage struct {
	*record.Dossier
	Table   positionTable
	Strip   *strip
	Charts  []*seriesChart
	Counts  []link.Series // too short for a chart
	Map     *worldMap
	Recent  []record.Change // what the time line shows, the last first
	Known   []record.Person
	Sites   []record.Site
	Told    []record.Reported
	Finding *findingPage
	Path    string
	File    bool // it is written to a file and stands for itself
	Made    string
}

func (s *Site) dossier(r *http.Request) (answer, error) {
	p, err := s.dossierPage(r)
	if err != nil {
		return nil, err
	}
	if p.Finding, err = s.openFinding(r, nil); err != nil {
		return nil, err
	}
	p.Recent, p.Known, p.Sites = listed(p.Recent), listed(p.Known), listed(p.Sites)
	if len(p.Told) > mostListed {
		p.Told = p.Told[len(p.Told)-mostListed:]
	}
	p.Counts = listed(p.Counts)
	p.Charts = p.Charts[:min(len(p.Charts), mostDrawn)]
	return s.shown(s.view(r, p.Name, "/"), dossierBody(p)), nil
}

func (s *Site) dossierPage(r *http.Request) (*dossierPage, error) {
	id, err := record.ParseID(r.PathValue("id"))
	if err != nil {
		return nil, badRequest{err}
	}
	d, err := s.record.Dossier(r.Context(), id)
	if err != nil {
		return nil, err
	}
	if d == nil {
		return nil, errNotFound
	}
	p := &dossierPage{Dossier: d, Table: tabulate(d), Strip: drawStrip(d), Path: without(r.URL, "finding", "done", "undone"), Made: s.options.Now().UTC().Format("2 January 2006, 15:04 UTC")}
	for _, f := range d.Figures {
		if len(f.Points) > 0 && drawn(f) {
			p.Charts = append(p.Charts, drawSeries(f))
		} else {
			p.Counts = append(p.Counts, f)
		}
	}
	slices.SortStableFunc(p.Charts, func(a, b *seriesChart) int { return len(b.Of.Points) - len(a.Of.Points) })
	p.Map = mapOf(d.Places)
	p.Recent, p.Known, p.Sites, p.Told = d.Changes, d.People, d.Places, d.Articles
	return p, nil
}

// What a page lists and draws of a long negotiation; files have all of it.
const (
	mostListed = 80
	mostDrawn  = 12
)

func listed[T any](all []T) []T { return all[:min(len(all), mostListed)] }

// mapOf draws the places that a negotiation names, nil where none is known.
func mapOf(sites []record.Site) *worldMap {
	var located []mapSite
	missing := 0
	for _, s := range sites {
		if !s.Located {
			missing++
			continue
		}
		located = append(located, mapSite{Name: s.Name, Country: s.Country, Lat: s.Lat, Lon: s.Lon, Count: s.Reports, Title: s.Name + ": " + plural(s.Reports, "report", "reports")})
	}
	if len(located) == 0 {
		return nil
	}
	m := drawMap(located, nil, 960, 420)
	m.Missing = missing
	return m
}

func reportName(a record.Reported) string {
	outlet := first(a.Outlet, a.Publisher)
	title := a.Title
	if title == "" && len(a.Talks) > 0 {
		title = clip(a.Talks[0].Sentence, 110)
	}
	return first(strings.Join(nonempty(outlet, title), ": "), a.Ref, "report")
}

// tableWith is who sits at the table, and where it stands.
func tableWith(p *dossierPage) string {
	return strings.Join(nonempty(table(p.Process), prefixed("in ", strings.Join(p.Venues, ", "))), "; ")
}

func stageSince(p record.Process) string { return prefixed(" since ", day(p.StageSince)) }

// copyDay is when a report appeared, and whether it is a copy of another.
func copyDay(a record.Reported) string {
	if a.Family != a.ID {
		return strings.Join(nonempty(day(a.Published), "a copy"), ", ")
	}
	return day(a.Published)
}
