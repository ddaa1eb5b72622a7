package place

import (
	"math"
	"strings"

	"rapporteur"
	"rapporteur/knowledge/gazetteer"
)

// A Group is the toponyms of one article that read the same: one place, unless
// the article says otherwise ("one sense per discourse", Gale and others 1992).
type Group struct {
	Name       string         // as it stands in the text
	Mentions   []int          // indices in Map.Toponyms
	kind       gazetteer.Kind // as the words beside its mentions say
	capital    string         // country of the capital that bears the name
	placed     bool           // the rest of the report speaks of some country
	candidates []candidate
	order      []int // candidates by probability
}

// A Map is the toponyms of one article and what each may stand for.
type Map struct {
	Toponyms []Toponym
	Groups   []Group
	people   map[string]int // mentions of peoples by country
	home     string         // country of the publisher, alpha-3; "" unknown
	leading  string         // country that most of the report is about; "" where none is
	holders  map[int]int    // toponym to the one that it lies in or near, as the words say
	inner    map[int]bool   // those that lie in it
	local    *candidate     // what heart has found, where it has been
	sought   bool           // heart has been asked
}

// Candidates is how many places the group may stand for.
func (g *Group) Candidates() int { return len(g.candidates) }

// Candidate is the k-th place it may stand for.
func (g *Group) Candidate(k int) gazetteer.Entry { return g.candidates[k].Entry }

// Shadowed reports whether the k-th candidate is out of the question.
func (g *Group) Shadowed(k int) bool { return g.candidates[k].shadowed }

// Features are those of the k-th candidate, named by Names.
func (g *Group) Features(k int) []float64 { return g.candidates[k].features[:] }

// mostCandidates bounds the work for names like San José, which hundreds of
// places bear; the gazetteer gives the important ones first.
const mostCandidates = 120

// NewMap looks up the names at spans (ascending, not overlapping) and reads
// the words around them. The candidates have their own features; those that
// need the other names of the article come with Read.
func NewMap(a *rapporteur.Article, spans []rapporteur.Span) *Map {
	m := &Map{home: home(a), holders: map[int]int{}, inner: map[int]bool{}}
	groups := map[string]int{}
	m.Toponyms = make([]Toponym, len(spans))
	for i := len(spans) - 1; i >= 0; i-- {
		t := &m.Toponyms[i]
		t.Span = spans[i]
		t.readKind(a.Text, spans[i])
		t.readPeople(a.Text, spans[i])
		t.readPreposition(a.Text, spans[i])
		if i+1 < len(spans) && t.kind == gazetteer.KindUnknown && m.Toponyms[i+1].plural {
			switch strings.TrimSpace(a.Text[spans[i].End:spans[i+1].Start]) {
			case "and", ",", ", and", "or":
				next := &m.Toponyms[i+1]
				t.kind, t.plural, t.kindWord = next.kind, true, next.kindWord
			}
		}
	}
	for i := range m.Toponyms {
		t := &m.Toponyms[i]
		if i > 0 && (m.Toponyms[i-1].located || m.Toponyms[i-1].heads) {
			switch strings.TrimSpace(a.Text[min(spans[i-1].End, spans[i].Start):spans[i].Start]) {
			case "and", ",", ", and", "or":
				before := &m.Toponyms[i-1]
				t.located = t.located || before.located
				if before.heads && t.kind == gazetteer.KindUnknown {
					t.kind, t.kindWord, t.heads = before.kind, before.kindWord, true
				}
			}
		}
		name := a.Text[t.Span.Start:t.Span.End]
		key := gazetteer.Fold(name)
		switch t.kind {
		case gazetteer.KindDivision:
			key += "/division"
		case gazetteer.KindWater:
			key += "/water"
		}
		n, ok := groups[key]
		if !ok {
			n = len(m.Groups)
			groups[key] = n
			m.Groups = append(m.Groups, newGroup(name, t))
		}
		t.Group = n
		m.Groups[n].Mentions = append(m.Groups[n].Mentions, i)
	}
	m.readPeoples(a.Text)
	m.readClues(a.Text)
	return m
}

func newGroup(name string, t *Toponym) Group {
	g := Group{Name: name}
	entries := gazetteer.Lookup(name)
	if t.kind == gazetteer.KindDivision && t.kindWord != "" && !has(entries, t.kind) {
		word := t.kindWord
		if t.plural || t.heads {
			word = strings.TrimSuffix(word, "s")
			if stem, ok := strings.CutSuffix(word, "ie"); ok {
				word = stem + "y"
			}
		}
		entries = append(entries, gazetteer.Lookup(name+" "+word)...)
	}
	if len(entries) > mostCandidates {
		entries = entries[:mostCandidates]
	}
	g.candidates = make([]candidate, len(entries))
	for i, e := range entries {
		g.candidates[i] = newCandidate(e)
	}
	g.prior()
	return g
}

func has(entries []gazetteer.Entry, kind gazetteer.Kind) bool {
	for _, e := range entries {
		if gazetteer.KindOf(e.Feature) == kind {
			return true
		}
	}
	return false
}

// readClues gathers what is said beside every mention of every group.
func (m *Map) readClues(text string) {
	for i := range m.Groups {
		g := &m.Groups[i]
		kind := gazetteer.KindUnknown
		var peoples []string
		for _, t := range g.Mentions {
			if k := m.Toponyms[t].kind; k != gazetteer.KindUnknown && kind != gazetteer.KindDivision {
				kind = k
			}
			if p := m.Toponyms[t].people; p != "" {
				peoples = append(peoples, p)
			}
		}
		g.clues(kind, peoples)
	}
	for i := 1; i < len(m.Toponyms); i++ {
		a, b := &m.Toponyms[i-1], &m.Toponyms[i]
		if a.Group == b.Group || b.Span.Start < a.Span.End {
			continue
		}
		g, h := &m.Groups[a.Group], &m.Groups[b.Group]
		switch relate(text[a.Span.End:b.Span.Start]) {
		case within:
			g.held(h, heldMeets, heldFails)
			m.holders[i-1], m.inner[i-1] = i, true
		case holds:
			h.held(g, heldMeets, heldFails)
			m.holders[i] = i - 1
		case commaOnly:
			g.held(h, commaMeets, commaFails)
			if len(g.candidates) == 0 {
				m.holders[i-1] = i // "Velmhara, Sudan"
			}
		case near:
			g.close(h)
			m.holders[i-1] = i
		}
	}
	for i := range m.Groups {
		m.Groups[i].shade()
	}
}

// readPeoples counts the adjectives and peoples of countries in the text.
func (m *Map) readPeoples(text string) {
	m.people = map[string]int{}
	for i := 0; i < len(text); {
		c := text[i]
		if c < 'A' || c > 'Z' || i > 0 && wordByte(text[i-1]) {
			i++
			continue
		}
		end := i + 1
		for end < len(text) && wordByte(text[end]) {
			end++
		}
		word := text[i:end]
		countries := gazetteer.CountriesOfPeople(word)
		if region, ok := gazetteer.RegionOfPeople(word); ok && countries == nil && region.Country != "" {
			m.people[region.Country]++
		}
		if countries == nil && end < len(text) && text[end] == ' ' {
			// "South Sudanese", "Saudi Arabian"
			if next := after(text, end); next != "" && 'A' <= next[0] && next[0] <= 'Z' {
				if countries = gazetteer.CountriesOfPeople(text[i : end+1+len(next)]); countries != nil {
					end += 1 + len(next)
				}
			}
		}
		for _, code := range countries {
			m.people[code]++
		}
		i = end
	}
}

// shadow is what a candidate loses in the shade: no other clue makes up for it.
const shadow = 50

// score turns the features below limit into probabilities.
func (g *Group) score(w []float64, limit int) {
	best, total := math.Inf(-1), 0.0
	for i := range g.candidates {
		c := &g.candidates[i]
		c.p = 0
		for k := range limit {
			c.p += w[k] * c.features[k]
		}
		if c.shadowed {
			c.p -= shadow
		}
		best = max(best, c.p)
	}
	for i := range g.candidates {
		g.candidates[i].p = math.Exp(g.candidates[i].p - best)
		total += g.candidates[i].p
	}
	for i := range g.candidates {
		g.candidates[i].p /= total
	}
}
