package figure

import "rapporteur"

// share gives the counts that nothing else explains what they share with
// another one of the sentence: "12 soldiers and three civilians were killed",
// "40 people, including 12 children", "40 people, 12 of them children". What is
// left is a figure if it is a large or hedged count of things with a name.
func (f *finder) share() {
	for i := range f.counts {
		c := &f.counts[i]
		if c.measure == rapporteur.MeasureOther && i > 0 && c.rule == "figure/percent" && f.counts[i-1].rule == c.rule && f.ofAmount(c) == "" {
			c.measure = f.counts[i-1].measure // "rejected a 7 percent raise and wants 12"
		}
		if c.of && c.rule == "figure/percent" && i > 0 && f.partOf(c, &f.counts[i-1]) || c.measure != "" {
			continue
		}
		if i > 0 && f.partOf(c, &f.counts[i-1]) {
			continue
		}
		if i > 0 && f.counts[i-1].rule == "figure/part" && f.listed(&f.counts[i-1], c) && !c.object && c.unit == nil {
			c.measure, c.rule, c.verb = f.counts[i-1].measure, "figure/part", f.counts[i-1].verb
			continue // "34 deaths, including three women and five children"
		}
		if i > 0 && f.summed(&f.counts[i-1], c) {
			c.measure, c.rule, c.verb = f.counts[i-1].measure, "figure/total", f.counts[i-1].verb
			continue
		}
		if i > 0 && f.elsewhere(&f.counts[i-1], c) {
			c.measure, c.rule, c.verb, c.people = f.counts[i-1].measure, "figure/elsewhere", f.counts[i-1].verb, true
			c.site = c.end + 1
			continue
		}
		if i > 0 && f.listed(&f.counts[i-1], c) && explains(&f.counts[i-1]) && !c.object && c.unit == nil {
			c.measure, c.rule, c.verb = f.counts[i-1].measure, "figure/coordinated", f.counts[i-1].verb
		}
	}
	for i := len(f.counts) - 2; i >= 0; i-- {
		c := &f.counts[i]
		if c.measure == "" && f.listed(c, &f.counts[i+1]) && explains(&f.counts[i+1]) && !c.object && c.unit == nil {
			c.measure, c.rule, c.verb = f.counts[i+1].measure, "figure/coordinated", f.counts[i+1].verb
		}
	}
	for i := range f.counts {
		if c := &f.counts[i]; c.measure == "" {
			f.plain(c)
		}
	}
}

// explains reports whether what c counts may hold for those beside it.
func explains(c *count) bool {
	return c.verb >= 0 && c.measure != "" && c.measure != dropped
}

// partOf reports whether c counts some of those that whole counts, and gives it
// the measure of the whole.
func (f *finder) partOf(c, whole *count) bool {
	part := c.of || c.from > f.first && f.is(c.from-1, "including", "among") || f.is(c.from-1, "them", "whom") && f.is(c.from-2, "among")
	if !part || whole.measure == "" || whole.unit != nil {
		return false
	}
	if c.value > whole.value && whole.max == 0 && whole.qualifier != vagueNumber && !c.fraction {
		return false
	}
	switch whole.measure {
	case rapporteur.MeasureKilled, rapporteur.MeasureInjured, rapporteur.MeasureMissing, rapporteur.MeasureDetained, rapporteur.MeasureCaptivesTaken,
		rapporteur.MeasureCaptivesHeld, rapporteur.MeasureReleased, rapporteur.MeasureDisplaced, dropped:
		c.measure, c.rule, c.verb = whole.measure, "figure/part", whole.verb
		return true
	}
	return false
}

// listed reports whether b follows a in a list: "12 soldiers and three
// civilians".
func (f *finder) listed(a, b *count) bool {
	if b.from-a.stop > 3 || b.from <= a.stop {
		return false
	}
	for i := a.stop; i < b.from; i++ {
		if !f.is(i, ",", "and", "or", "as", "well", "another", "plus") {
			return false
		}
	}
	return true
}

// summed reports whether b is the sum that a adds to: "displaced 20,000 people,
// bringing the total to 1.1 million".
func (f *finder) summed(a, b *count) bool {
	k := b.from - 1
	return b.head < 0 && b.unit == nil && a.unit == nil && a.measure != "" && a.measure != dropped && asserts(a.measure) && b.value > a.value &&
		f.is(k, "to") && (f.is(k-1, "total", "number", "figure", "tally") || f.is(k-1, "far") && f.is(k-2, "so") && f.is(k-3, "total"))
}

// elsewhere reports whether b, a bare number, counts the same as a in another
// place: "killed 12 people in Velm and five in Arden".
func (f *finder) elsewhere(a, b *count) bool {
	if b.head >= 0 || b.unit != nil || b.fraction || a.unit != nil || !asserts(a.measure) || a.measure == "" || a.measure == dropped || b.from-a.stop > 12 ||
		!f.is(b.end, "in", "at", "near") || b.end+1 >= f.end {
		return false
	}
	if w := b.end + 1; !capital(f.t.Word(w)) && !(f.is(w, "the") && w+1 < f.end && capital(f.t.Word(w+1))) || f.dated(w) != noDate {
		return false
	}
	if !f.is(b.from-1, ",", "and") {
		return false
	}
	for i := a.stop; i < b.from; i++ {
		if i != a.verb && f.t.Tokens[i].UPOS == "VERB" && f.t.Tokens[i].XPOS != "VBN" || f.t.Word(i) == ";" {
			return false
		}
	}
	return true
}

// plain decides on a count that nothing explains.
func (f *finder) plain(c *count) {
	c.measure = dropped
	if c.head < 0 || c.modifier || c.article {
		return
	}
	if x := f.t.Tokens[c.head].XPOS; c.unit == nil && x != "NNS" && x != "NNPS" && !c.people {
		return
	}
	if c.partitive && f.t.Tokens[c.head].UPOS == "PRON" {
		return
	}
	if c.definite && c.qualifier == "" && c.value < many || f.is(c.head, "others") {
		return
	}
	if c.value < few || c.unit != nil && f.is(c.end, "more", "as", "the", "that", "its", "higher", "larger", "bigger", "less") {
		return
	}
	if f.is(c.from-1, "of") && c.from-2 >= f.first && inhabited(f.t.Lemma(c.from-2)) {
		return
	}
	c.measure, c.rule = rapporteur.MeasureOther, "figure/count"
}

// many is the number from which a count is news even of those taken as known:
// "the 220,000 members of the union".
const many = 100

// inhabited reports whether a noun stands for a place or a body described by its
// size: "a town of 30,000 people".
func inhabited(lemma string) bool {
	switch lemma {
	case "city", "town", "village", "country", "nation", "population", "family", "province", "region", "state", "enclave", "territory", "island", "republic", "home":
		return true
	}
	return false
}
