package atlas

import (
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Point is a position in degrees (WGS 84).
type Point struct{ Lat, Lon float64 }

// A View is a part of the world on a sheet: an equirectangular projection whose
// parallel of true length runs through the middle.
type View struct {
	West, South, East, North float64 // degrees
	Width, Height            float64 // of the sheet
}

const (
	leastSpan = 6.0  // degrees of latitude that are shown at least
	widest    = 70.0 // degrees of longitude from which on the coarse outlines do
)

// Around is the view of a sheet of this size with all points on it, and room
// around them. Without points it is the world.
func Around(points []Point, width, height float64) View {
	if len(points) == 0 {
		return View{-170, -56, 190, 80, width, height}
	}
	west, east := math.Inf(1), math.Inf(-1)
	south, north := math.Inf(1), math.Inf(-1)
	for _, p := range points {
		west, east = min(west, p.Lon), max(east, p.Lon)
		south, north = min(south, p.Lat), max(north, p.Lat)
	}
	middle := (south + north) / 2
	narrow := max(math.Cos(middle*math.Pi/180), 0.2)
	tall := max((north-south)*1.4, leastSpan, (east-west)*1.3*narrow*height/width)
	tall = min(tall, 150)
	broad := min(tall*width/height/narrow, 360)
	x := (west + east) / 2
	return View{x - broad/2, middle - tall/2, x + broad/2, middle + tall/2, width, height}
}

// Within is the view of a sheet of this size that has a part of the world in its
// middle; west greater than east means across the 180th meridian.
func Within(west, south, east, north, width, height float64) View {
	if west > east {
		east += 360
	}
	x, y := (west+east)/2, (south+north)/2
	narrow := max(math.Cos(y*math.Pi/180), 0.2)
	tall := min(max(north-south, (east-west)*narrow*height/width, 0.1), 150)
	broad := min(tall*width/height/narrow, 360)
	return View{x - broad/2, y - tall/2, x + broad/2, y + tall/2, width, height}
}

// XY is where on the sheet a position is, from its upper left corner.
func (v View) XY(p Point) (x, y float64) {
	if p.Lon < v.West && p.Lon+360 <= v.East {
		p.Lon += 360
	}
	return (p.Lon - v.West) / (v.East - v.West) * v.Width, (v.North - p.Lat) / (v.North - v.South) * v.Height
}

// An Outline is what is seen of a country.
type Outline struct {
	Name   string
	Path   string  // of SVG
	X, Y   float64 // where its name may stand
	Named  bool    // enough of it is seen to write its name
	Square float64 // area on the sheet
}

// Outlines are the countries that the view shows, the largest first.
func (v View) Outlines() []Outline {
	of := near
	if v.East-v.West > widest {
		of = wide
	}
	// A little beyond the sheet, so that cuts are not seen.
	mx, my := (v.East-v.West)/50, (v.North-v.South)/50
	w, s, e, n := v.West-mx, v.South-my, v.East+mx, v.North+my
	var out []Outline
	for _, c := range countries[of]() {
		o := Outline{Name: c.name}
		var path strings.Builder
		largest := 0.0
		for _, r := range c.rings {
			if r.east < w || r.west > e || r.north < s || r.south > n {
				continue
			}
			points := r.points
			if r.west < w || r.east > e || r.south < s || r.north > n {
				points = clip(points, w, s, e, n)
			}
			if len(points) < 3 {
				continue
			}
			x, y, square := v.draw(&path, points)
			o.Square += square
			if square > largest {
				largest, o.X, o.Y = square, x, y
			}
		}
		if path.Len() == 0 {
			continue
		}
		o.Path = path.String()
		o.Named = largest > 34*float64(len(c.name))*6 && o.X > 20 && o.X < v.Width-20 && o.Y > 14 && o.Y < v.Height-8
		out = append(out, o)
	}
	slices.SortStableFunc(out, func(a, b Outline) int { return int(b.Square) - int(a.Square) })
	return out
}

// draw adds a ring to a path and gives its centre and area on the sheet.
func (v View) draw(path *strings.Builder, points [][2]float64) (x, y, square float64) {
	var sumX, sumY, twice, lastX, lastY, firstX, firstY float64
	turn := func(ax, ay, bx, by float64) {
		cross := ax*by - bx*ay
		twice += cross
		sumX, sumY = sumX+(ax+bx)*cross, sumY+(ay+by)*cross
	}
	for i, p := range points {
		px, py := v.XY(Point{p[1], p[0]})
		px, py = tenth(px), tenth(py)
		switch {
		case i == 0:
			firstX, firstY = px, py
			path.WriteString("M" + short(px) + " " + short(py))
		case px == lastX && py == lastY:
			continue
		default:
			path.WriteString("L" + short(px) + " " + short(py))
			turn(lastX, lastY, px, py)
		}
		lastX, lastY = px, py
	}
	path.WriteByte('Z')
	turn(lastX, lastY, firstX, firstY)
	if twice == 0 {
		return firstX, firstY, 0
	}
	return sumX / (3 * twice), sumY / (3 * twice), math.Abs(twice) / 2
}

func tenth(x float64) float64 { return math.Round(x*10) / 10 }

func short(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// clip cuts a polygon at the sides of a rectangle (Sutherland and Hodgman 1974).
func clip(points [][2]float64, west, south, east, north float64) [][2]float64 {
	for _, side := range []struct {
		axis  int
		at    float64
		above bool
	}{{0, west, true}, {0, east, false}, {1, south, true}, {1, north, false}} {
		if len(points) == 0 {
			return nil
		}
		inside := func(p [2]float64) bool { return p[side.axis] >= side.at == side.above || p[side.axis] == side.at }
		var out [][2]float64
		last := points[len(points)-1]
		for _, p := range points {
			if inside(p) != inside(last) {
				t := (side.at - last[side.axis]) / (p[side.axis] - last[side.axis])
				out = append(out, [2]float64{last[0] + t*(p[0]-last[0]), last[1] + t*(p[1]-last[1])})
			}
			if inside(p) {
				out = append(out, p)
			}
			last = p
		}
		points = out
	}
	return points
}
