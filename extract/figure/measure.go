package figure

import (
	"rapporteur"
	"rapporteur/knowledge/figures"
)

// measure decides what c counts, from the surest sign to the weakest; "" where
// nothing around it says.
func (f *finder) measure(c *count) {
	if c.unit != nil {
		switch c.unit.Kind {
		case figures.UnitTime:
			f.duration(c)
			return
		case figures.UnitMoney:
			c.measure, c.rule = rapporteur.MeasureMoney, "figure/money"
			return
		case figures.UnitPercent:
			f.percent(c)
			return
		case figures.UnitCount:
			c.head = c.end - 1
			return
		case figures.UnitLength:
			c.measure = dropped
			return
		default:
			f.material(c)
			return
		}
	}
	if c.fraction {
		f.percent(c)
		return
	}
	if c.modifier {
		f.strong(c)
		return
	}
	if f.verbBefore(c) || f.toll(c) || f.included(c) || f.exchanged(c) || f.predicateAfter(c) || f.elliptic(c) || f.governed(c) || f.modified(c) || f.phraseAfter(c) {
		return
	}
	f.itself(c)
}

// decided gives c the measure of row m, told by token at.
func (f *finder) decided(c *count, m *figures.Measure, at int, rule string) bool {
	if asserts(m.Measure) && (!f.real(at) || m.Measure == rapporteur.MeasureReleased && f.wished(at)) {
		return f.unreal(c, m, at)
	}
	c.measure, c.rule, c.verb = m.Measure, rule, at
	return true
}

// asserts reports whether a measure says that something has happened to those
// it counts.
func asserts(measure string) bool {
	switch measure {
	case rapporteur.MeasureTroops, rapporteur.MeasureAid, rapporteur.MeasureMoney, rapporteur.MeasureOther, rapporteur.MeasureDuration:
		return false
	}
	return true
}

// row is the first row of a class for a lemma and slot that c fits, with its
// companion in the clause of token at.
func (f *finder) row(c *count, class, lemma, slot string, at int) *figures.Measure {
	for _, m := range figures.MeasuresOf(class, lemma) {
		if m.Slot == slot && c.fits(m.Counts) && f.accompanied(c, m, at) {
			return m
		}
	}
	return nil
}

// fits reports whether what c counts may be counted so.
func (c *count) fits(counts string) bool {
	percent := c.fraction || c.unit != nil && c.unit.Kind == figures.UnitPercent
	switch counts {
	case figures.CountsPercent:
		return percent
	case figures.CountsPeople, figures.CountsLiving:
		if c.value == 1 && c.max == 0 && c.head >= 0 && !c.people {
			return false // "one afternoon", "one day"
		}
	}
	switch counts {
	case figures.CountsPeople:
		return !percent && (c.people || c.head == none && c.unit == nil)
	case figures.CountsLiving:
		return !percent && !c.object && c.unit == nil
	}
	return true
}

// accompanied reports whether one of the companions of m stands in the clause:
// near the counted phrase and the word that tells.
func (f *finder) accompanied(c *count, m *figures.Measure, at int) bool {
	if len(m.With) == 0 {
		return true
	}
	lo, hi := max(f.first, min(at, c.from)-4), min(f.end, max(at+1, c.stop)+8)
	for i := lo; i < hi; i++ {
		l := f.t.Lemma(i)
		for _, w := range m.With {
			if l == w {
				return true
			}
		}
	}
	return false
}

// word is the lemma of verb v with its particle.
func (f *finder) word(v int) string {
	l := f.t.Lemma(v)
	if v+1 < f.end && (f.t.Tokens[v+1].XPOS == "RP" || f.t.Is(v+1, "compound:prt") || f.is(v+1, "over")) {
		return l + "_" + f.lower(v+1)
	}
	return l
}

// verb is the row of verb v for what stands in slot.
func (f *finder) verb(c *count, v int, slot string) *figures.Measure {
	if m := f.row(c, figures.ClassVerb, f.word(v), slot, v); m != nil {
		return m
	}
	l := f.t.Lemma(v)
	if m := f.row(c, figures.ClassVerb, l, slot, v); m != nil {
		return m
	}
	// Lemmas of words that the reader has not met may be wrong.
	if stem := figures.VerbOf(f.lower(v)); stem != "" && stem != l {
		return f.row(c, figures.ClassVerb, stem, slot, v)
	}
	return nil
}

// beside is the row of the adjective at token k.
func (f *finder) beside(c *count, k int) *figures.Measure {
	return f.row(c, figures.ClassAdjective, f.lower(k), figures.SlotBeside, k)
}

// unreal is decided for what the report does not assert: those who are to be
// freed are captive still, those who might be killed are no figure.
func (f *finder) unreal(c *count, m *figures.Measure, at int) bool {
	c.measure, c.rule, c.verb = dropped, "figure/verb", at
	switch {
	case !asserts(m.Measure):
		c.measure = m.Measure
	case f.itself(c) && c.measure != rapporteur.MeasureTroops:
	case m.Measure == rapporteur.MeasureReleased:
		c.measure = rapporteur.MeasureCaptivesHeld
	default:
		c.measure = dropped
	}
	return true
}
