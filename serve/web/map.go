package web

import (
	"math"
	"slices"

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
}

type drawnSite struct {
	mapSite
	X, Y, R        float64
	Named          bool
	LabelX, LabelY float64
	Anchor         string
}

const mapLabels = 14 // at most

func drawMap(sites []mapSite, width, height float64) *worldMap {
	m := &worldMap{Width: width, Height: height, Coloured: map[string]bool{}}
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
	view := atlas.Around(points, m.Width, m.Height)
	m.Outlines = view.Outlines()
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
		x, y := view.XY(atlas.Point{Lat: s.Lat, Lon: s.Lon})
		m.Sites = append(m.Sites, drawnSite{mapSite: s, X: round1(x), Y: round1(y), R: round1(3.5 + 10*math.Sqrt(float64(s.Count)/float64(most)))})
	}
	slices.SortStableFunc(m.Sites, func(a, b drawnSite) int { return b.Count - a.Count })
	m.label()
	return m
}

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
	if m.Missing > 0 {
		out += "; " + number(float64(m.Missing)) + " could not be located"
	}
	if len(m.Whole) > 0 {
		out += "; countries as a whole: "
	}
	return out
}
