package statement

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/speech"
)

// readQuoted reads "Local media quoted a spokesman as taking responsibility": the
// spokesman speaks, and who quotes is the outlet. v is the verb of quoting. Where
// "as" is followed by a cue of its own ("as saying that"), that one is read.
func (f *finder) readQuoted(v int) {
	if f.t.Negated(v) || f.overlapsCue(v) {
		return
	}
	o := f.nominalAfter(v + 1)
	if o == rapporteur.None {
		return
	}
	for i := o + 1; i < min(o+25, f.last-1); i++ {
		if f.within[i] != 0 || f.finite(i) {
			return
		}
		if !f.is(i, "as") || f.t.Tokens[i+1].XPOS != "VBG" {
			continue
		}
		if cue, _ := f.match(i+1, speech.Verb, f.t.Lemma(i+1)); cue != nil {
			return
		}
		c := clause{verb: v, cue: tokens{f.auxiliaries(v), v + 1}, speaker: o, source: f.trim(tokens{v + 1, i}), hearer: rapporteur.None, reporter: rapporteur.None}
		outlet, _ := f.speakerOf(v, c.cue, 0)
		c.reporter = outlet
		f.add("statement/quoting", nil, c, f.extent(v, i+1))
		return
	}
}

// relay hands the claims of outlets that only pass on another claim ("The agency
// reports that rebels say …") to the outlet of that claim.
func (f *finder) relay() {
	for i := range f.claims {
		outer := &f.claims[i]
		if inner := f.relayed(i); inner != nil && f.publishes(outer.speaker) {
			inner.via, outer.relays = slices.Concat(inner.via, []int{outer.speaker}, outer.via), true
		}
	}
	f.claims = slices.DeleteFunc(f.claims, func(c claim) bool { return c.relays })
}

// relayed is the claim of the same sentence that fills the content of claim i, or nil.
func (f *finder) relayed(i int) *claim {
	outer := &f.claims[i]
	if l := f.t.Lemma(outer.verb); l != "report" && l != "say" && l != "write" && !f.is(outer.verb, "according") || outer.speaker == rapporteur.None || len(outer.content) != 1 {
		return nil
	}
	for _, step := range []int{1, -1} {
		for k := i + step; k >= 0 && k < len(f.claims) && f.near(&f.claims[k], outer); k += step {
			inner, whole := &f.claims[k], outer.content[0]
			if !inner.source.empty() && whole.holds(inner.cue.first) && inner.fills(whole) {
				return inner
			}
		}
	}
	return nil
}

// fills reports whether c, its source, cue and content, is all of r.
func (c *claim) fills(r tokens) bool {
	first := min(c.source.first, c.cue.first, c.content[0].first)
	end := max(c.source.end, c.cue.end, c.content[len(c.content)-1].end)
	return r.first <= c.source.first && c.source.end <= r.end && first <= r.first+1 && end >= r.end-1
}

// publishes reports whether token i heads a phrase for a news outlet.
func (f *finder) publishes(i int) bool {
	if i == rapporteur.None {
		return false
	}
	r := f.referent(i)
	if f.cast.Outlet(f.cast.At(r)) {
		return true
	}
	if f.role(r, speech.Outlet) {
		return true
	}
	// "Harbour Radio", whichever of its words the tree takes for its head; "the news
	// site Harbour Post".
	e := f.entityAt(r)
	if e == nil || e.Type == rapporteur.EntityPerson {
		return false
	}
	return e.Type == rapporteur.EntityOrganization && f.role(e.End-1, speech.Outlet) || e.First > 0 && f.t.Tokens[e.First-1].UPOS == "NOUN" && f.role(e.First-1, speech.Outlet)
}

// outletOf is the name of the outlet that c was told to or is quoted from, with
// the words that name it; "" where there is none.
func (f *finder) outletOf(c *claim) string {
	if c.hearer != rapporteur.None && f.publishes(c.hearer) {
		return f.outletName(c.hearer)
	}
	for _, h := range c.via {
		if f.publishes(h) || f.entity(f.referent(h)) == rapporteur.EntityOrganization {
			return f.outletName(h)
		}
	}
	// "in an interview with Harbour Radio", "speaking to Harbour Radio".
	s := f.t.Sentences[c.sentence]
	for i := max(s.First, c.cue.first-reach/8); i < min(s.End, c.cue.end+reach/8); i++ {
		if f.within[i] != 0 || !f.interview(i) {
			continue
		}
		for k := i + 1; k < min(i+6, s.End); k++ {
			if !f.any(k, "to", "with", "on") || f.within[k] != 0 {
				continue
			}
			if h := f.t.Head(k); h > k && h < s.End && f.publishes(h) {
				return f.outletName(h)
			}
		}
	}
	return ""
}

// interview reports whether token i names a talk with an outlet.
func (f *finder) interview(i int) bool {
	switch f.t.Lemma(i) {
	case "interview", "speak", "talk", "comment", "remark", "statement", "conversation":
		return true
	}
	return false
}

func (f *finder) outletName(h int) string { return f.relayer(h).Name }

// relayer is who passes on what another says, by the head of the words for it.
func (f *finder) relayer(h int) rapporteur.Participant {
	h = f.referent(h)
	if who := f.cast.Participants(h); len(who) > 0 {
		return who[0]
	}
	return rapporteur.Participant{Name: f.t.Word(h), Actor: rapporteur.None, Spans: []rapporteur.Span{f.t.Tokens[h].Span}}
}
