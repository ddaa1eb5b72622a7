package figure

import (
	"slices"

	"rapporteur"
	"rapporteur/knowledge/figures"
)

// percent reads a share: of what was destroyed, of pay, or of anything else.
func (f *finder) percent(c *count) {
	if f.is(c.end, "majority", "chance", "turnout") || f.turnout(c) {
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

// turnout reports whether a percentage is that of those who voted: "turnout was 62
// percent", "a turnout of 62 percent".
func (f *finder) turnout(c *count) bool {
	for k := c.from - 1; k >= f.first && k >= c.from-4; k-- {
		if f.t.Tokens[k].UPOS == "NOUN" {
			return f.is(k, "turnout")
		}
	}
	return false
}

// shareOf is the row of the noun that a percentage is of: "a 12 percent rise in
// wages", "raised wages by 12 percent", "a pay rise of 12 percent".
func (f *finder) shareOf(c *count) *figures.Measure {
	for k := c.end; k < f.end && k < c.end+8; k++ {
		if m := f.shared(c, k); m != nil {
			return m
		}
		if f.t.Tokens[k].UPOS == "VERB" && f.t.Tokens[k].XPOS != "VBG" || f.numeral(k) || f.is(k, ",", ";", ".", "and") {
			break
		}
	}
	for k := c.from - 1; k >= f.first && k > c.from-6; k-- {
		switch f.t.Tokens[k].UPOS {
		case "NOUN", "PROPN":
			if m := f.shared(c, k); m != nil {
				return m
			}
		case "ADP", "ADJ", "DET", "PRON":
		default:
			return nil
		}
	}
	return nil
}

// shared is the row of the noun at token k, with its companion anywhere in the
// sentence: what a rise is of, a report says once.
func (f *finder) shared(c *count, k int) *figures.Measure {
	for _, m := range figures.MeasuresOf(figures.ClassNoun, f.t.Lemma(k)) {
		if m.Slot != figures.SlotShare || !c.fits(m.Counts) {
			continue
		}
		if len(m.With) == 0 {
			return m
		}
		for i := f.first; i < f.end; i++ {
			if slices.Contains(m.With, f.t.Lemma(i)) {
				return m
			}
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
	if !f.is(c.end+1, "strong", "member", "man", "person", "soldier") || c.head < 0 {
		return
	}
	switch f.t.Lemma(c.head) {
	case "force", "army", "contingent", "mission", "militia", "brigade", "garrison", "battalion":
		c.measure, c.rule = rapporteur.MeasureTroops, strength
		return
	}
	if a := f.cast.At(c.head); a >= 0 && f.is(c.end+1, "strong") && f.cast.Actors[a].Kind == rapporteur.ActorArmedGroup {
		c.measure, c.rule = rapporteur.MeasureTroops, strength
	}
}
