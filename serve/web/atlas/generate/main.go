// Command generate writes the outlines of countries that package atlas embeds, from the TopoJSON of world-atlas (npm, 2.0.2), which
// Michael Bostock made of Natural Earth (public domain):
//
//	go run ./serve/web/atlas/generate countries-110m.json countries-50m.json > serve/web/atlas/outlines.txt
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"strings"
)

type topology struct {
	Arcs      [][][2]float64 `json:"arcs"`
	Transform struct{ Scale, Translate [2]float64 }
	Objects   struct {
		Countries struct{ Geometries []geometry }
	}
}

type geometry struct {
	Type       string
	Arcs       json.RawMessage
	Properties struct{ Name string }
}

func main() {
	log.SetFlags(0)
	out := bufio.NewWriter(os.Stdout)
	fmt.Fprint(out, header)
	for _, name := range os.Args[1:] {
		content, err := os.ReadFile(name)
		if err != nil {
			log.Fatal(err)
		}
		var t topology
		if err := json.Unmarshal(content, &t); err != nil {
			log.Fatalf("reading %s: %v", name, err)
		}
		scale := "near"
		if strings.Contains(name, "110m") {
			scale = "wide"
		}
		for _, g := range t.Objects.Countries.Geometries {
			var rings []string
			for _, polygon := range g.polygons(name) {
				for _, ring := range polygon {
					rings = append(rings, relative(t.points(ring), scale))
				}
			}
			fmt.Fprintf(out, "%s\t%s\t%s\n", scale, g.Properties.Name, strings.Join(rings, ";"))
		}
	}
	if err := out.Flush(); err != nil {
		log.Fatal(err)
	}
}

const header = `# Outlines of countries: Natural Earth (public domain) at 1:110 million (wide) and 1:50 million (near), by way of
# world-atlas 2.0.2. Made by serve/web/atlas/generate; not to be edited.
#
# Columns: scale; name; rings, parted by ";", each a first point "x y" and the steps to the next ones, in hundredths of a
# degree east and north. A ring over the 180th meridian goes on beyond it.
`

// polygons are lists of rings, each a list of arcs.
func (g geometry) polygons(file string) [][][]int {
	var one [][]int
	var many [][][]int
	var err error
	switch g.Type {
	case "Polygon":
		err = json.Unmarshal(g.Arcs, &one)
		many = [][][]int{one}
	case "MultiPolygon":
		err = json.Unmarshal(g.Arcs, &many)
	}
	if err != nil {
		log.Fatalf("reading %s, %s: %v", file, g.Properties.Name, err)
	}
	return many
}

// points are the corners of a ring in degrees, unwrapped.
func (t *topology) points(arcs []int) [][2]float64 {
	var out [][2]float64
	for _, n := range arcs {
		back := n < 0
		if back {
			n = ^n
		}
		var arc [][2]float64
		var x, y float64
		for _, step := range t.Arcs[n] {
			x, y = x+step[0], y+step[1]
			arc = append(arc, [2]float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
		for i := range arc {
			p := arc[i]
			if back {
				p = arc[len(arc)-1-i]
			}
			if i == 0 && len(out) > 0 {
				continue
			}
			out = append(out, p)
		}
	}
	turn := 0.0
	for i := 1; i < len(out); i++ {
		out[i][0] += turn
		for out[i][0]-out[i-1][0] > 180 {
			out[i][0], turn = out[i][0]-360, turn-360
		}
		for out[i][0]-out[i-1][0] < -180 {
			out[i][0], turn = out[i][0]+360, turn+360
		}
	}
	if math.Abs(out[len(out)-1][0]-out[0][0]) > 180 { // around a pole
		out = append(out, [2]float64{out[len(out)-1][0], -90}, [2]float64{out[0][0], -90})
	}
	return out
}

func relative(points [][2]float64, scale string) string {
	grain := 1.0
	if scale == "wide" {
		grain = 10
	}
	var b strings.Builder
	lastX, lastY := 0, 0
	for i, p := range points {
		x, y := int(math.Round(p[0]*100/grain)*grain), int(math.Round(p[1]*100/grain)*grain)
		if i > 0 && x == lastX && y == lastY {
			continue
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "%d %d", x-lastX, y-lastY)
		lastX, lastY = x, y
	}
	return b.String()
}
