package place

import (
	"math"

	"rapporteur/knowledge/gazetteer"
)

// A candidate is a place that a name may stand for in this article.
type candidate struct {
	gazetteer.Entry
	kind     gazetteer.Kind
	x, y, z  float64 // its point on the unit sphere
	features [numFeatures]float64
	shadowed bool    // not to be chosen
	behind   bool    // a capital has its name
	p        float64 // probability among the candidates of its name
}

// earth is the mean radius in kilometres.
const earth = 6371

func newCandidate(e gazetteer.Entry) candidate {
	lat, lon := e.Lat*math.Pi/180, e.Lon*math.Pi/180
	sin, cos := math.Sincos(lat)
	sinLon, cosLon := math.Sincos(lon)
	return candidate{Entry: e, kind: gazetteer.KindOf(e.Feature), x: cos * cosLon, y: cos * sinLon, z: sin}
}

// distance is in kilometres. The chord is turned into the arc, which is exact
// near and far.
func (c *candidate) distance(d *candidate) float64 {
	x, y, z := c.x-d.x, c.y-d.y, c.z-d.z
	return 2 * earth * math.Asin(min(1, math.Sqrt(x*x+y*y+z*z)/2))
}

// closeness is 1 at the same spot and falls to nothing beyond a few times
// scale kilometres, without the cost of the exact arc.
func (c *candidate) closeness(d *candidate, scale float64) float64 {
	x, y, z := c.x-d.x, c.y-d.y, c.z-d.z
	squared := (x*x + y*y + z*z) * earth * earth
	return 1 / (1 + squared/(scale*scale))
}
