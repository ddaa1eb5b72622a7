package figure

import (
	"rapporteur"
	"rapporteur/knowledge/figures"
)

// percent reads a share: of what was destroyed, of pay, or of anything else.
func (f *finder) percent(c *count) {
	if f.is(c.end, "majority", "chance") {
		c.measure = dropped
		return
	}
	if m := f.shareOf(c); m != nil {
		c.measure, c.rule = m.Measure, "figure/percent"
		return
	}
	if f.verbBefore(c) || f.predicateAfter(c) || f.governed(c) || f.phraseAfter(c) {
		return
	}
	c.measure, c.rule = rapporteur.MeasureOther, "figure/percent"
}

// shareOf is the row of the noun that a percentage is of: "a 12 percent rise in
// wages".
func (f *finder) shareOf(c *count) *figures.Measure {
	if f.is(c.from-1, "of") && c.from-2 >= f.first {
		// "a raise of 12 percent"
		if m := f.row(c, figures.ClassNoun, f.t.Lemma(c.from-2), figures.SlotShare, c.from-2); m != nil {
			return m
		}
	}
	for k := c.end; k < f.end && k < c.end+8; k++ {
		if f.t.Tokens[k].UPOS == "VERB" && f.t.Tokens[k].XPOS != "VBG" || f.numeral(k) || f.is(k, ",", ";", ".", "and") {
			return nil
		}
		if m := f.row(c, figures.ClassNoun, f.t.Lemma(k), figures.SlotShare, k); m != nil {
			return m
		}
	}
	return nil
}

// material reads weights, areas and volumes: aid, or a count like any other.
func (f *finder) material(c *count) {
	if c.head < 0 || !c.partitive {
		c.head = c.end - 1
	}
	word := f.t.Lemma(c.end - 1)
	if c.unit.Kind == figures.UnitWeight {
		word = "tonne" // of whatever size
	}
	if m := f.row(c, figures.ClassNoun, word, figures.SlotSelf, c.end-1); m != nil {
		c.measure, c.rule = m.Measure, "figure/noun"
		return
	}
	if c.value >= few || c.qualifier != "" {
		c.measure, c.rule = rapporteur.MeasureOther, "figure/count"
		return
	}
	c.measure = dropped
}

// strength is the rule of strong.
const strength = "figure/strength"

// strong reads a number that is part of an adjective: only the size of a force
// is a figure ("a 10,000-strong force", "a 7,000-member mission"), the members
// of a council are not.
func (f *finder) strong(c *count) {
	c.measure = dropped
	if !f.is(c.end+1, "strong", "member", "man", "person", "soldier") {
		return
	}
	if c.head < 0 {
		return
	}
	switch f.t.Lemma(c.head) {
	case "force", "army", "contingent", "mission", "militia", "brigade", "garrison", "battalion":
		c.measure, c.rule = rapporteur.MeasureTroops, strength
	}
}
