package figure

import "rapporteur/knowledge/figures"

// toll reads the number that a sum has or comes to: "a death toll of 45", "the
// number of wounded rose to 80", "brings the toll to 45".
func (f *finder) toll(c *count) bool {
	if c.partitive {
		return false
	}
	link := none
	for k := c.first - 1; k >= f.first && k >= c.from-1; k-- {
		if f.links(k) {
			link = k
			break
		}
	}
	if link < 0 {
		return false
	}
	// The word of the sum is the nearest noun before: other numbers and clauses end its reach.
	for k := link; k >= f.first && k > link-14; k-- {
		if f.t.Word(k) == ";" || k < link && f.numeral(k) && f.dated(k) == noDate && !f.is(k-1, "from") {
			return false
		}
		if f.t.Tokens[k].UPOS == "PROPN" {
			continue // "the Grateful Dead"
		}
		l := f.t.Lemma(k)
		if w := f.lower(k); len(figures.MeasuresOf(figures.ClassNoun, w)) > 0 {
			l = w // "the missing", "the wounded"
		}
		for _, class := range [2]string{figures.ClassNoun, figures.ClassVerb} {
			for _, m := range figures.MeasuresOf(class, l) {
				if m.Slot != figures.SlotToll {
					continue
				}
				if l == "toll" || f.sumBefore(k) || class == figures.ClassNoun && f.t.Is(k, "nsubj") && f.t.Lemma(link) == "be" && link-k < 3 {
					c.measure, c.rule, c.verb = m.Measure, "figure/toll", none
					if c.qualifier == "" {
						c.qualifier = figures.AllQualifiers().Sum[f.t.Lemma(link)]
					}
					if !f.real(link) {
						c.measure = dropped
					}
					return true
				}
			}
		}
	}
	return false
}

// links reports whether token i leads from a sum to its number.
func (f *finder) links(i int) bool {
	if f.is(i, "to", "at", "of", "past", "above", "near") || f.is(i, "high") && f.is(i-1, "as") {
		return true
	}
	_, sum := figures.AllQualifiers().Sum[f.t.Lemma(i)]
	return sum
}

// sumBefore reports whether a noun of sums stands before token k: "the number of
// people killed".
func (f *finder) sumBefore(k int) bool {
	for i := k - 1; i >= f.first && i > k-8; i-- {
		switch f.t.Lemma(i) {
		case "number", "total", "count", "tally", "figure":
			return true
		}
		if f.t.Tokens[i].UPOS == "PUNCT" {
			return false
		}
	}
	return f.is(k+1, "toll", "count", "tally")
}
