package statement

import (
	"rapporteur"
)

// cite hands what an outlet reports on another's word to that other: "Harbour
// Radio, citing officials, said", "the bridge has fallen, the agency reported, citing
// a diplomat". The outlet passes it on.
func (f *finder) cite() {
	for k := range f.claims {
		c := &f.claims[k]
		if c.speaker == rapporteur.None || c.source.empty() {
			continue
		}
		f.quotedBy(c)
		if at := c.source.first - 1; f.is(at, "citing") {
			// The tree has those who are cited for the subject already.
			f.enter(c.sentence)
			if h := f.nominalBefore(at); h != rapporteur.None && f.publishes(h) {
				c.via, c.source = append(c.via, h), f.trim(c.source)
			}
			continue
		}
		if !f.publishes(c.speaker) {
			continue
		}
		at := f.citing(c)
		if at == rapporteur.None {
			continue
		}
		f.enter(c.sentence)
		h := f.nominalAfter(at + 1)
		if h == rapporteur.None || !f.somebody(h) && !f.animate(h) {
			continue
		}
		_, end := f.t.NounPhrase(h)
		source := f.trim(tokens{at + 1, max(end, h+1)})
		if overlapsContent(c, source) {
			continue
		}
		c.via = append(c.via, c.speaker)
		c.speaker, c.source = h, source
	}
}

// quotedBy notes who passes c on as its source says: "the ministry, quoted by the
// agency,". The source ends before it.
func (f *finder) quotedBy(c *claim) {
	for i := c.source.first + 1; i+2 < c.source.end; i++ {
		carried := f.any(i, "carried", "broadcast", "aired", "published", "distributed", "circulated")
		if !carried && !f.any(i, "quoted", "cited") || !f.is(i+1, "by") || f.within[i] != 0 {
			continue
		}
		f.enter(c.sentence)
		h := f.nominalAfter(i + 2)
		if h == rapporteur.None || h >= c.source.end || carried && !f.publishes(h) {
			return
		}
		end := i
		for end > c.source.first+1 && f.any(end-1, "as", ",") {
			end--
		}
		if c.speaker < end {
			c.via, c.source = append(c.via, h), f.trim(tokens{c.source.first, end})
		}
		return
	}
}

// citing is the "citing" that stands within the source of c, between it and the
// cue, or after the cue and a comma; None where there is none.
func (f *finder) citing(c *claim) int {
	for i := c.source.first; i < c.cue.first; i++ {
		if f.is(i, "citing") && f.within[i] == 0 {
			return i
		}
	}
	s := f.t.Sentences[c.sentence]
	for i := c.cue.end; i < min(s.End, c.cue.end+6); i++ {
		if f.is(i, "citing") && f.is(i-1, ",") && f.within[i] == 0 && !overlapsContent(c, tokens{i, i + 1}) {
			return i
		}
	}
	if n := len(c.content); n > 0 {
		// "reported that the deal was near, citing a diplomat"
		if end := c.content[n-1].end; end+1 < s.End && f.is(end, ",") && f.is(end+1, "citing") && f.within[end+1] == 0 {
			return end + 1
		}
	}
	return rapporteur.None
}

// animate reports whether the noun at token h is one for people: an office, a rank,
// a crowd.
func (f *finder) animate(h int) bool {
	who := f.cast.Participants(h)
	return len(who) > 0 && who[0].Actor != rapporteur.None || f.any(h, "source", "sources", "witnesses", "officials", "residents", "medics", "rescuers", "doctors")
}

func overlapsContent(c *claim, r tokens) bool {
	for _, piece := range c.content {
		if piece.overlaps(r) {
			return true
		}
	}
	return false
}
