package statement

import (
	"rapporteur"
	"rapporteur/knowledge/speech"
)

// readAs reads "As Vale noted, C" and "C, as Vale noted".
func (f *finder) readAs(cue *speech.Cue, c clause) bool {
	as := c.start - 1
	if as < f.first || !f.is(as, "as") || cue.Takes&speech.That == 0 || c.speaker == rapporteur.None {
		return false
	}
	if as <= f.first+1 {
		if p := c.tail; p < f.last && f.is(p, ",") && p+1 < f.last {
			return f.add("statement/as-said", cue, c, f.whole(tokens{p + 1, f.last}))
		}
		return false
	}
	if !f.is(as-1, ",") || c.tail < f.last && !f.is(c.tail, ",") {
		return false
	}
	left := f.afterClaims(tokens{f.first, as - 1})
	var rest tokens
	if c.tail < f.last && f.openEnded(left) {
		rest = f.whole(tokens{c.tail + 1, f.last})
	}
	return f.add("statement/as-said", cue, c, left, rest)
}
