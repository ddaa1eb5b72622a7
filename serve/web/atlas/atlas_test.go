package atlas

import (
	"math"
	"strings"
	"testing"
)

func TestOutlinesOfTheWorld(t *testing.T) {
	v := Around(nil, 900, 400)
	seen := map[string]Outline{}
	for _, o := range v.Outlines() {
		seen[o.Name] = o
	}
	if len(seen) < 170 {
		t.Errorf("the world has %d countries", len(seen))
	}
	for _, name := range []string{"Sudan", "Palestine", "Kosovo", "Taiwan", "W. Sahara", "S. Sudan"} {
		if seen[name].Path == "" {
			t.Errorf("%s is not on the map", name)
		}
	}
	if seen["Sudan"].Square <= seen["Eritrea"].Square {
		t.Error("Sudan is smaller than Eritrea")
	}
}

// TestNoStripes: what crosses the 180th meridian is drawn on both sides and not
// across the sheet.
func TestNoStripes(t *testing.T) {
	for _, of := range []scale{wide, near} {
		for _, c := range countries[of]() {
			for _, r := range c.rings {
				for i := 1; i < len(r.points); i++ {
					if math.Abs(r.points[i][0]-r.points[i-1][0]) > 180 && r.points[i][1] > -89 {
						t.Fatalf("%s jumps from %v to %v", c.name, r.points[i-1], r.points[i])
					}
				}
			}
		}
	}
}

func TestAroundHoldsItsPoints(t *testing.T) {
	for name, points := range map[string][]Point{
		"one":    {{31.3, 34.2}},
		"two":    {{15.6, 32.5}, {21.5, 39.2}},
		"far":    {{-33.9, 151.2}, {64.1, -21.9}},
		"poles":  {{89, 0}, {-89, 10}},
		"tall":   {{-50, 20}, {60, 21}},
		"in one": {{5, 5}, {5, 5}},
	} {
		v := Around(points, 800, 400)
		for _, p := range points {
			x, y := v.XY(p)
			if name != "poles" && (x < 0 || x > 800 || y < 0 || y > 400) {
				t.Errorf("%s: %v is at %.0f, %.0f, off the sheet", name, p, x, y)
			}
		}
		for _, o := range v.Outlines() {
			if strings.Contains(o.Path, "NaN") || strings.Contains(o.Path, "Inf") {
				t.Errorf("%s: %s is drawn as %.60s", name, o.Name, o.Path)
			}
		}
	}
}

func TestNearMapIsSmall(t *testing.T) {
	v := Around([]Point{{31.5, 34.5}, {30, 31.2}, {25.3, 51.5}}, 800, 400)
	size, names := 0, map[string]bool{}
	for _, o := range v.Outlines() {
		size += len(o.Path)
		names[o.Name] = true
	}
	if !names["Israel"] || !names["Egypt"] || !names["Qatar"] || names["Brazil"] {
		t.Errorf("the map shows %v", names)
	}
	if size > 150_000 {
		t.Errorf("a map takes %d bytes", size)
	}
}

func BenchmarkOutlines(b *testing.B) {
	v := Around([]Point{{31.5, 34.5}, {25.3, 51.5}}, 800, 400)
	for b.Loop() {
		v.Outlines()
	}
}
