package link

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"rapporteur/knowledge"
	"rapporteur/knowledge/gazetteer"
)

// A Process is a negotiation followed from report to report.
type Process struct {
	Name      string // "Gaza truce talks, Cairo and Doha, 2023 to 2025"
	Kind      string
	Sides     []string // states first, then most often named first
	Mediators []string
	Venues    []string // most often named first
	From, To  string   // first and last day on which reports told of it
	Rounds    []Round
}

// A Round is a stretch of a process at one venue without a long silence. Rounds
// at two venues may go on at once.
type Round struct {
	Venue    string // "" where no report says
	From, To string
	Stage    string // the last one told
	Mentions []int  // indices of the mentions it is made of
}

// ProcessOf is what mentions of one process show together.
func ProcessOf(mentions []Talks) Process {
	var p Process
	var kinds, sides, mediators, venues []string
	for _, m := range mentions {
		sides = append(sides, namesOf(m.Sides)...)
	}
	mentions = slices.Clone(mentions)
	for i, m := range mentions {
		if slices.Contains(sides, m.Venue) {
			mentions[i].Venue = "" // "the ceasefire in Sudan" of Sudan and its rebels
		}
	}
	mentions = townsFor(mentions)
	for _, m := range mentions {
		kinds = append(kinds, m.Kind)
		mediators = append(mediators, namesOf(m.Mediators)...)
		venues = append(venues, m.Venue)
		if m.Published != "" {
			if p.From == "" || m.Published < p.From {
				p.From = m.Published
			}
			p.To = max(p.To, m.Published)
		}
	}
	p.Kind, _ = most(kinds)
	p.Sides, p.Mediators, p.Venues = oftenest(sides, len(mentions)), oftenest(mediators, len(mentions)), oftenest(venues, len(mentions))
	slices.SortStableFunc(p.Sides, func(a, b string) int { return state(b) - state(a) })
	p.Rounds = rounds(mentions)
	p.Name = p.name(mentions)
	return p
}

func namesOf(sides []Side) []string {
	var out []string
	for _, s := range sides {
		name := s.Name
		if s.Root != "" && s.Root == s.Country {
			name = countryName(s.Country) // "the Israeli delegation" is Israel's
		}
		if !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// state is 1 for the name of a country.
func state(name string) int {
	if countries()[name] {
		return 1
	}
	return 0
}

var countries = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, c := range knowledge.Countries() {
		out[c.Name] = true
	}
	return out
})

// name is where or between whom, what about, at which venues, and when.
func (p Process) name(mentions []Talks) string {
	where := p.where(mentions)
	if where == "" {
		where = strings.Join(p.Sides[:min(2, len(p.Sides))], "–")
	}
	name := strings.TrimSpace(where + " " + strings.TrimSpace(p.Kind+" talks"))
	if venues := slices.DeleteFunc(slices.Clone(p.Venues), func(v string) bool { return v == where }); len(venues) > 0 {
		venues = venues[:min(2, len(venues))]
		slices.SortStableFunc(venues, func(a, b string) int { return p.opened(a) - p.opened(b) })
		name += ", " + list(venues)
	}
	switch from, to := year(p.From), year(p.To); {
	case from == "":
	case from == to:
		name += ", " + from
	default:
		name += ", " + from + " to " + to
	}
	return name
}

// opened is the number of the first round at a venue.
func (p Process) opened(venue string) int {
	return slices.IndexFunc(p.Rounds, func(r Round) bool { return r.Venue == venue })
}

// where is the place that a third of the subjects name, and that is no side and
// no venue.
func (p Process) where(mentions []Talks) string {
	var places []string
	for _, m := range mentions {
		words := strings.Fields(m.Subject)
		for i := 0; i < len(words); i++ {
			k := i
			for k < len(words) && capital(words[k]) {
				k++
			}
			if k > i {
				name := strings.TrimSuffix(strings.TrimSuffix(strings.Join(words[i:k], " "), "'s"), "’s")
				if gazetteer.Known(name) && !slices.Contains(p.Sides, name) && !slices.Contains(p.Mediators, name) {
					places = append(places, name)
				}
				i = k
			}
		}
	}
	if place, n := most(places); 3*n >= len(mentions) {
		return place
	}
	return ""
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

func year(day string) string {
	if len(day) < 4 {
		return ""
	}
	return day[:4]
}

// list is names as a sentence lists them.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

// most is what stands most often in names, the first in the alphabet of those,
// and how often; empty names do not count.
func most(names []string) (string, int) {
	count := map[string]int{}
	best := ""
	for _, n := range names {
		if n == "" {
			continue
		}
		count[n]++
	}
	for n, c := range count {
		if best == "" || c > count[best] || c == count[best] && n < best {
			best = n
		}
	}
	return best, count[best]
}

// oftenest are the names by how often they stand, then by the alphabet; those in
// less than an eighth of all mentions are left out.
func oftenest(names []string, mentions int) []string {
	count := map[string]int{}
	var out []string
	for _, n := range names {
		if n == "" {
			continue
		}
		if count[n]++; count[n] == 1 {
			out = append(out, n)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(count[b]-count[a], strings.Compare(a, b)) })
	return slices.DeleteFunc(out, func(n string) bool { return 8*count[n] < mentions })
}

// pause is how many days without a report part two rounds.
const pause = 30

// townsFor is mentions with the town for the country where others, not long before
// or after, tell in which town of it the talks are.
func townsFor(mentions []Talks) []Talks {
	type town struct {
		name  string
		day   int
		lands []string
	}
	lands := map[string]string{} // by venue, the country that it is
	var towns []town
	seen := map[string]bool{}
	for _, m := range mentions {
		if _, asked := lands[m.Venue]; !asked {
			lands[m.Venue] = countryOf(m.Venue)
		}
		if key := m.Venue + " " + m.Published; m.Venue != "" && lands[m.Venue] == "" && !seen[key] {
			seen[key] = true
			towns = append(towns, town{m.Venue, dayNumber(m.Published), landsOf(m.Venue)})
		}
	}
	out := slices.Clone(mentions)
	for i, m := range out {
		land := lands[m.Venue]
		if land == "" {
			continue
		}
		near, day := pause+1, dayNumber(m.Published)
		for _, t := range towns {
			gap := max(day-t.day, t.day-day)
			if slices.Contains(t.lands, land) && (gap < near || gap == near && t.name < out[i].Venue) {
				near, out[i].Venue = gap, t.name
			}
		}
	}
	return out
}

// countryOf is the code of the country that a name is of, "" for other places.
func countryOf(name string) string {
	for _, e := range gazetteer.Lookup(name) {
		if e.Country != "" && strings.HasPrefix(e.Feature, "PCL") {
			return e.Country
		}
	}
	return ""
}

// landsOf are the codes of the countries that have a place of that name.
func landsOf(name string) []string {
	var out []string
	for _, e := range gazetteer.Lookup(name) {
		out = append(out, e.Country)
	}
	return out
}

// rounds are the stretches of talks at one venue, ascending by their first day. A
// report without a venue belongs to the round that was going on at the time.
func rounds(mentions []Talks) []Round {
	order := make([]int, len(mentions))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int {
		x, y := mentions[a], mentions[b]
		return cmp.Or(strings.Compare(x.Published, y.Published), strings.Compare(x.Article, y.Article))
	})
	var out []Round
	last := map[string]int{} // by venue
	add := func(i int, venue string) {
		r, had := last[venue]
		if !had || Apart(out[r].To, mentions[i].Published) > pause {
			r = len(out)
			out = append(out, Round{Venue: venue, From: mentions[i].Published})
			last[venue] = r
		}
		out[r].To = mentions[i].Published
		out[r].Mentions = append(out[r].Mentions, i)
		if mentions[i].Stage != "" {
			out[r].Stage = mentions[i].Stage
		}
	}
	for _, i := range order {
		if mentions[i].Venue != "" {
			add(i, mentions[i].Venue)
		}
	}
	for _, i := range order {
		if mentions[i].Venue != "" {
			continue
		}
		near, at := pause+1, -1
		for r := range out {
			gap := min(Apart(out[r].From, mentions[i].Published), Apart(out[r].To, mentions[i].Published))
			if out[r].From <= mentions[i].Published && mentions[i].Published <= out[r].To {
				gap = 0
			}
			if out[r].Venue != "" && gap < near {
				near, at = gap, r
			}
		}
		if at < 0 {
			add(i, "")
			continue
		}
		out[at].Mentions = append(out[at].Mentions, i)
		out[at].From, out[at].To = min(out[at].From, mentions[i].Published), max(out[at].To, mentions[i].Published)
	}
	for r := range out {
		// What was told last is the stage, whether or not that report gives the venue.
		m := out[r].Mentions
		slices.SortFunc(m, func(a, b int) int {
			return cmp.Or(strings.Compare(mentions[a].Published, mentions[b].Published), strings.Compare(mentions[a].Article, mentions[b].Article))
		})
		for _, i := range m {
			if mentions[i].Stage != "" {
				out[r].Stage = mentions[i].Stage
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Round) int {
		return cmp.Or(strings.Compare(a.From, b.From), strings.Compare(a.Venue, b.Venue))
	})
	return out
}
