package web

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"rapporteur/record"
	"rapporteur/record/link"
)

// processes is the first page: the negotiations.
func (s *site) processes(r *http.Request) (answer, error) {
	form, of, page, err := asked(r, []string{record.SortNewest, record.SortMost, record.SortName}, fieldActor, list("status", "Stage", stages), list("type", "About", disputes()),
		fieldPlace, fieldSince, fieldUntil, fieldWords)
	if err != nil {
		return nil, err
	}
	rows, err := s.record.Processes(r.Context(), of, page)
	if err != nil {
		return nil, err
	}
	p, err := tableOf(s, r, form, rows)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "Negotiations", "/"), processesBody(p)), nil
}

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

func (s *site) dossier(r *http.Request) (answer, error) {
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

func (s *site) dossierPage(r *http.Request) (*dossierPage, error) {
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
	m := drawMap(located, 960, 420)
	m.Missing = missing
	return m
}

// A positionTable has a row for each issue and a column for each side.
type positionTable struct {
	Sides []string
	Rows  []positionRow
}

type positionRow struct {
	Issue string
	Cells []*link.Position // in step with Sides; nil where nothing is told
}

// tabulate puts the parties first, then others by how much is told of them, and
// the issues on which most is told first.
func tabulate(d *record.Dossier) positionTable {
	var t positionTable
	weight, told := map[string]int{}, map[string]int{}
	cells := map[[2]string]*link.Position{}
	name := map[string]string{}
	var issues, sides []string
	for i := range d.Positions {
		p := &d.Positions[i]
		if !slices.Contains(issues, p.Issue) {
			issues = append(issues, p.Issue)
		}
		if !slices.Contains(sides, p.Actor) {
			sides = append(sides, p.Actor)
		}
		for _, h := range p.Held {
			weight[p.Issue] += h.Sources
			told[p.Actor] += h.Sources
		}
		name[p.Actor] = p.Name
		cells[[2]string{p.Issue, p.Actor}] = p
	}
	seat := func(side string) int {
		for i, p := range d.Parties {
			if p.Side == side {
				return i
			}
		}
		return len(d.Parties)
	}
	slices.SortStableFunc(sides, func(a, b string) int { return cmp.Or(seat(a)-seat(b), told[b]-told[a]) })
	held := func(issue string) int {
		n := 0
		for _, side := range sides {
			if cells[[2]string{issue, side}] != nil {
				n++
			}
		}
		return n
	}
	slices.SortStableFunc(issues, func(a, b string) int { return cmp.Or(held(b)-held(a), weight[b]-weight[a]) })
	for _, side := range sides {
		t.Sides = append(t.Sides, name[side])
	}
	for _, issue := range issues {
		row := positionRow{Issue: issue}
		for _, side := range sides {
			row.Cells = append(row.Cells, cells[[2]string{issue, side}])
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// now is the stance that holds.
func now(p *link.Position) link.Held { return p.Held[len(p.Held)-1] }

func seatNames(seats []record.Seat) string {
	var out []string
	for _, s := range seats {
		out = append(out, s.Name)
	}
	return strings.Join(out, ", ")
}

// table is who sits at the table of a negotiation.
func table(p record.Process) string {
	out := seatNames(p.Parties)
	if len(p.Mediators) > 0 {
		out = strings.Join(nonempty(out, "mediated by "+seatNames(p.Mediators)), "; ")
	}
	return out
}

// changeText is a movement in words, without who moved.
func changeText(c record.Change) string {
	to, from := plain(c.To), plain(c.From)
	switch c.Kind {
	case record.ChangeStage:
		if from == "" {
			return "the talks are " + to
		}
		return from + " → " + to
	case record.ChangeProposal:
		return "on the table: " + c.Issue
	case record.ChangePosition:
		return to + ": " + c.Issue
	case record.ChangeAwaited:
		if c.From == "awaited" {
			return c.Issue + ": awaited → " + to
		}
		return "awaited: " + c.Issue
	case record.ChangeFigure:
		return c.Issue + ": " + from + " → " + to
	}
	if from == "" {
		return c.Issue + ": " + to
	}
	return c.Issue + ": " + from + " → " + to
}

func (s *site) changes(r *http.Request) (answer, error) {
	form, of, page, err := asked(r, []string{record.SortNewest, record.SortOldest}, fieldSince, fieldUntil, fieldActor, list("type", "Kind", record.ChangeKinds), fieldPlace, fieldSource, fieldWords)
	if err != nil {
		return nil, err
	}
	rows, err := s.record.Changes(r.Context(), of, page)
	if err != nil {
		return nil, err
	}
	p, err := tableOf(s, r, form, rows)
	if err != nil {
		return nil, err
	}
	return s.shown(s.view(r, "Changes", "/changes"), changesBody(p, byDay(rows.Rows), s.sinces())), nil
}

// changesOfDay are what moved on one day, by process.
type changesOfDay struct {
	Day       string
	Processes []changesOfProcess
}

type changesOfProcess struct {
	ID      record.ID
	Name    string
	Changes []record.Change
}

func byDay(changes []record.Change) []changesOfDay {
	var out []changesOfDay
	for _, c := range changes {
		if len(out) == 0 || out[len(out)-1].Day != c.Day {
			out = append(out, changesOfDay{Day: c.Day})
		}
		last := &out[len(out)-1]
		i := slices.IndexFunc(last.Processes, func(p changesOfProcess) bool { return p.ID == c.Process })
		if i < 0 {
			i = len(last.Processes)
			last.Processes = append(last.Processes, changesOfProcess{ID: c.Process, Name: c.Name})
		}
		last.Processes[i].Changes = append(last.Processes[i].Changes, c)
	}
	return out
}

// changes are all of the day.
func (d changesOfDay) changes() (out []record.Change) {
	for _, p := range d.Processes {
		out = append(out, p.Changes...)
	}
	return out
}

// A since is a day from which changes are often asked for.
type since struct{ Name, Day string }

func (s *site) sinces() []since {
	today := s.options.Now().UTC()
	ago := func(n int) string { return today.AddDate(0, 0, -n).Format("2006-01-02") }
	return []since{{"yesterday", ago(1)}, {"a week", ago(7)}, {"a month", ago(30)}}
}

// stanceClass is on which side of a question a stance or an answer is.
func stanceClass(stance string) string {
	switch stance {
	case "accepts", "supports", "offers", "open-to", "accepted":
		return "yes"
	case "rejects", "opposes", "rejected":
		return "nay"
	}
	return "wants"
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
