package statement

import (
	"slices"

	"rapporteur"
)

// reportedBy is the place in order of the claim whose content holds the claim at
// place k, the innermost of several, or None.
func (f *finder) reportedBy(order []int, k int) int {
	c := &f.claims[order[k]]
	best, size := rapporteur.None, 0
	for _, step := range []int{-1, 1} {
		for i := k + step; i >= 0 && i < len(order) && f.near(&f.claims[order[i]], c); i += step {
			o := &f.claims[order[i]]
			at := slices.IndexFunc(o.content, func(r tokens) bool { return r.holds(c.cue.first) })
			if at < 0 || slices.ContainsFunc(c.content, func(r tokens) bool { return r.holds(o.cue.first) }) {
				continue
			}
			if n := o.content[at].end - o.content[at].first; best == rapporteur.None || n < size {
				best, size = i, n
			}
		}
	}
	return best
}
