package web

// A barChart counts events over time: cooperation above the line, conflict below.
type barChart struct {
	Width, Height float64
	Left, Middle  float64
	Bars          []bar
	X, Y          []tick
	Cooperation   int
	Conflict      int
	Earlier       int    // events that were before the first bar
	Unit          string // how long a bar is: a month, a year
}

// A bar is one stretch of time.
type bar struct {
	X, Width       float64
	Up, Down       float64 // heights
	Title, Address string
}

// A tally is how many events of a stretch of time there are.
type tally struct {
	Since, Until          string // its first and last day
	Label                 string
	Cooperation, Conflict int
}

// drawBars draws tallies that follow one another without a gap.
func drawBars(tallies []tally, address func(tally) string) *barChart {
	c := &barChart{Width: 640, Height: 240, Left: 40}
	most := 1
	up, down := 1, 1
	for _, t := range tallies {
		c.Cooperation += t.Cooperation
		c.Conflict += t.Conflict
		up, down = max(up, t.Cooperation), max(down, t.Conflict)
	}
	most = max(up+down, 2)
	top, bottom := 8.0, c.Height-26
	unit := (bottom - top) / float64(most)
	c.Middle = round1(top + float64(up)*unit)
	step := (c.Width - c.Left) / float64(max(len(tallies), 1))
	step = min(step, 48)
	every := max(1, int(70/step+0.999))
	for i, t := range tallies {
		x := c.Left + float64(i)*step
		c.Bars = append(c.Bars, bar{
			X: round1(x + step*0.1), Width: round1(max(step*0.8, 1)), Up: round1(float64(t.Cooperation) * unit), Down: round1(float64(t.Conflict) * unit),
			Title: t.Label + ": " + plural(t.Cooperation, "event of cooperation", "events of cooperation") + ", " + number(float64(t.Conflict)) + " of conflict", Address: address(t),
		})
		if i%every == 0 && x+step/2 < c.Width-24 {
			c.X = append(c.X, tick{round1(x + step/2), t.Label})
		}
	}
	c.Y = append(c.Y, tick{round1(c.Middle - float64(up)*unit), number(float64(up))}, tick{c.Middle, "0"}, tick{round1(c.Middle + float64(down)*unit), number(float64(down))})
	return c
}
