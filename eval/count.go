package eval

import "fmt"

// A Count is what precision and recall are made of. The numerators are two,
// because for some measures (B³, places) what was found of the gold and what
// is right of the predicted are counted in different units.
type Count struct {
	Found, Gold      float64 // recall = Found / Gold
	Right, Predicted float64 // precision = Right / Predicted
}

// count is the usual case: right ones are one and the same number.
func count(right, gold, predicted int) Count {
	return Count{float64(right), float64(gold), float64(right), float64(predicted)}
}

// share is a plain proportion.
func share(right, of int) Count { return count(right, of, of) }

// Add sums the counts of two texts.
func (c Count) Add(d Count) Count {
	return Count{c.Found + d.Found, c.Gold + d.Gold, c.Right + d.Right, c.Predicted + d.Predicted}
}

// Precision is the part of the predicted that is right, 0 to 1; 0 where
// nothing is predicted.
func (c Count) Precision() float64 { return ratio(c.Right, c.Predicted) }

// Recall is the part of the gold that was found, 0 to 1; 0 where there is none.
func (c Count) Recall() float64 { return ratio(c.Found, c.Gold) }

// F1 is the harmonic mean of precision and recall (van Rijsbergen 1979).
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	return ratio(2*p*r, p+r)
}

func ratio(a, b float64) float64 {
	if b == 0 {
		return 0
	}
	return a / b
}

// String prints the count as score_gold.py does.
func (c Count) String() string {
	return fmt.Sprintf("P %.1f R %.1f F1 %.1f (gold %.0f, predicted %.0f)",
		100*c.Precision(), 100*c.Recall(), 100*c.F1(), c.Gold, c.Predicted)
}

// A Tally is the counts of one or many texts, by metric.
type Tally map[string]Count

// add counts c to the metric.
func (t Tally) add(metric string, c Count) { t[metric] = t[metric].Add(c) }

// Add sums the counts of two tallies.
func (t Tally) Add(u Tally) Tally {
	sum := Tally{}
	for _, each := range []Tally{t, u} {
		for metric, c := range each {
			sum.add(metric, c)
		}
	}
	return sum
}
