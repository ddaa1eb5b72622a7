// Package atlas draws the part of the world that some places lie in: outlines of
// countries as SVG paths, and where on them a position is.
package atlas

import (
	_ "embed"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:embed outlines.txt
var outlines string

// A country is a name and its rings, in degrees.
type country struct {
	name  string
	rings []ring
}

type ring struct {
	points                   [][2]float64 // east, north
	west, south, east, north float64
}

// A scale is the outlines of one scale.
type scale string

const (
	wide scale = "wide" // 1:110 million
	near scale = "near" // 1:50 million
)

var countries = map[scale]func() []country{
	wide: sync.OnceValue(func() []country { return read(wide) }),
	near: sync.OnceValue(func() []country { return read(near) }),
}

func read(of scale) []country {
	var out []country
	for line := range strings.Lines(outlines) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 || f[0] != string(of) {
			continue
		}
		c := country{name: f[1]}
		for _, r := range strings.Split(f[2], ";") {
			whole := readRing(r)
			c.rings = append(c.rings, whole)
			// What goes on beyond the 180th meridian is seen on the other side, too.
			if whole.east > 180 {
				c.rings = append(c.rings, whole.shifted(-360))
			}
			if whole.west < -180 {
				c.rings = append(c.rings, whole.shifted(360))
			}
		}
		out = append(out, c)
	}
	return out
}

func readRing(text string) ring {
	numbers := strings.Fields(text)
	r := ring{west: math.Inf(1), south: math.Inf(1), east: math.Inf(-1), north: math.Inf(-1)}
	x, y := 0, 0
	for i := 0; i+1 < len(numbers); i += 2 {
		dx, errX := strconv.Atoi(numbers[i])
		dy, errY := strconv.Atoi(numbers[i+1])
		if errX != nil || errY != nil {
			panic("outlines.txt has " + numbers[i] + " " + numbers[i+1] + " where a step should be")
		}
		x, y = x+dx, y+dy
		r.add([2]float64{float64(x) / 100, float64(y) / 100})
	}
	return r
}

func (r *ring) add(p [2]float64) {
	r.points = append(r.points, p)
	r.west, r.east = min(r.west, p[0]), max(r.east, p[0])
	r.south, r.north = min(r.south, p[1]), max(r.north, p[1])
}

func (r ring) shifted(by float64) ring {
	out := ring{west: r.west + by, east: r.east + by, south: r.south, north: r.north}
	for _, p := range r.points {
		out.points = append(out.points, [2]float64{p[0] + by, p[1]})
	}
	return out
}
