package web

import (
	"math"
	"slices"

	"rapporteur/record"
	"rapporteur/serve/web/atlas"
)

// A mapSite is a place on a map and how much of it there is.
type mapSite struct {
	Name     string
	Country  string // ISO 3166-1 alpha-3
	Lat, Lon float64
	Count    int
	Address  string // what is asked for there; "" where nothing
	Title    string
}

// A worldMap is the part of the world where some sites are.
type worldMap struct {
	Width, Height float64
	Outlines      []atlas.Outline
	Sites         []drawnSite // the largest first, so that small ones lie upon them
	Whole         []mapSite   // countries that are told of as a whole
	Coloured      map[string]bool
	Missing       int // sites that have no position
	Smaller       int // sites that are not drawn, since others are larger
	Turns         []turn
	view          atlas.View
}

type drawnSite struct {
	mapSite
	X, Y, R        float64
	Named          bool
	LabelX, LabelY float64
	Anchor         string
}

const (
	mapLabels = 14  // at most
	mostSites = 300 // more lie upon one another
)

// drawMap draws sites within a box, or nil for as far as they reach.
func drawMap(sites []mapSite, box *record.Box, width, height float64) *worldMap {
	m := &worldMap{Width: width, Height: height, Coloured: map[string]bool{}}
	sites = slices.Clone(sites)
	slices.SortStableFunc(sites, func(a, b mapSite) int { return b.Count - a.Count })
	m.Smaller = max(len(sites)-mostSites, 0)
	sites = sites[:len(sites)-m.Smaller]
	var points, middles []atlas.Point
	most := 1
	whole := map[string]bool{}
	for _, s := range sites {
		if isCountry(s.Name, s.Country) {
			m.Whole = append(m.Whole, s)
			whole[s.Country] = true
			middles = append(middles, atlas.Point{Lat: s.Lat, Lon: s.Lon})
			continue
		}
		points = append(points, atlas.Point{Lat: s.Lat, Lon: s.Lon})
		most = max(most, s.Count)
	}
	if len(points) == 0 {
		points = middles
	}
	m.view = atlas.Around(points, m.Width, m.Height)
	if box != nil {
		m.view = atlas.Within(box.West, box.South, box.East, box.North, m.Width, m.Height)
	}
	m.Outlines = m.view.Outlines()
	for _, o := range m.Outlines {
		for code := range whole {
			if isCountry(o.Name, code) {
				m.Coloured[o.Name] = true
			}
		}
	}
	for _, s := range sites {
		if isCountry(s.Name, s.Country) {
			continue
		}
		x, y := m.view.XY(atlas.Point{Lat: s.Lat, Lon: s.Lon})
		m.Sites = append(m.Sites, drawnSite{mapSite: s, X: round1(x), Y: round1(y), R: round1(3.5 + 10*math.Sqrt(float64(s.Count)/float64(most)))})
	}
	m.label()
	return m
}

// A turn leads to another part of the map.
type turn struct{ Name, Address string }

// How little and how much of the world, in degrees of latitude, one may come to see.
const (
	closest  = 0.5
	farthest = 120
)

// steer lets who looks at the map come closer, go farther and move, each with an
// address: then no script is needed, and what is seen can be sent on.
func (m *worldMap) steer(form *filterForm) {
	v := m.view
	broad, tall := v.East-v.West, v.North-v.South
	to := func(name string, zoom, east, north float64) {
		x, y := (v.West+v.East)/2+east*broad, (v.South+v.North)/2+north*tall
		b := record.Box{
			West: max(round2(x-broad*zoom/2), -180), South: max(round2(y-tall*zoom/2), -90), East: min(round2(x+broad*zoom/2), 180), North: min(round2(y+tall*zoom/2), 90),
		}
		if b.West < b.East && b.South < b.North {
			m.Turns = append(m.Turns, turn{name, form.With("bbox", b.String())})
		}
	}
	if tall/2 >= closest {
		to("Closer", 0.5, 0, 0)
	}
	if tall*2 <= farthest {
		to("Farther", 2, 0, 0)
	}
	to("West", 1, -0.5, 0)
	to("North", 1, 0, 0.5)
	to("South", 1, 0, -0.5)
	to("East", 1, 0.5, 0)
	if form.asked.Get("bbox") != "" {
		m.Turns = append(m.Turns, turn{"Everywhere", form.With("bbox", "")})
	}
}

func round2(x float64) float64 { return math.Round(x*100) / 100 }

// label names the largest sites where there is room.
func (m *worldMap) label() {
	type box struct{ x0, y0, x1, y1 float64 }
	var taken []box
	for _, s := range m.Sites {
		taken = append(taken, box{s.X - s.R, s.Y - s.R, s.X + s.R, s.Y + s.R})
	}
	free := func(b box, own int) bool {
		if b.x0 < 2 || b.x1 > m.Width-2 || b.y0 < 2 || b.y1 > m.Height-2 {
			return false
		}
		for i, o := range taken {
			if i != own && b.x0 < o.x1 && o.x0 < b.x1 && b.y0 < o.y1 && o.y0 < b.y1 {
				return false
			}
		}
		return true
	}
	named := 0
	for i := range m.Sites {
		s := &m.Sites[i]
		if named == mapLabels {
			return
		}
		width := float64(len([]rune(s.Name)))*7 + 4
		for _, place := range []struct {
			anchor string
			x, y   float64
			box    box
		}{
			{"start", s.X + s.R + 4, s.Y + 4, box{s.X + s.R + 2, s.Y - 8, s.X + s.R + 4 + width, s.Y + 8}},
			{"end", s.X - s.R - 4, s.Y + 4, box{s.X - s.R - 4 - width, s.Y - 8, s.X - s.R - 2, s.Y + 8}},
			{"middle", s.X, s.Y - s.R - 5, box{s.X - width/2, s.Y - s.R - 18, s.X + width/2, s.Y - s.R - 2}},
			{"middle", s.X, s.Y + s.R + 14, box{s.X - width/2, s.Y + s.R + 2, s.X + width/2, s.Y + s.R + 18}},
		} {
			if free(place.box, i) {
				s.Named, s.LabelX, s.LabelY, s.Anchor = true, place.x, place.y, place.anchor
				taken = append(taken, place.box)
				named++
				break
			}
		}
	}
}

// Words say what the map shows.
func (m *worldMap) Words() string {
	out := plural(len(m.Sites), "place", "places")
	if m.Smaller > 0 {
		out = "the " + out + " with most; " + number(float64(m.Smaller)) + " more are seen from closer"
	}
	if m.Missing > 0 {
		out += "; " + number(float64(m.Missing)) + " could not be located"
	}
	if len(m.Whole) > 0 {
		out += "; countries as a whole: "
	}
	return out
}
