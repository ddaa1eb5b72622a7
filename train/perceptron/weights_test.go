package perceptron

import (
	"testing"

	"rapporteur/language/linear"
)

// Two features, two classes: what is learnt must survive the quantisation.
func TestTableKeepsWhatWasLearnt(t *testing.T) {
	w := New(2, 8)
	examples := []struct {
		features []linear.Feature
		class    int
	}{{[]linear.Feature{10, 200}, 0}, {[]linear.Feature{60, 200}, 1}}
	for range 10 {
		for _, e := range examples {
			var scores [linear.MaxClasses]int16
			w.Score(e.features, &scores)
			guess := 0
			if scores[1] > scores[0] {
				guess = 1
			}
			if guess != e.class {
				w.Add(e.features, e.class, 1)
				w.Add(e.features, guess, -1)
			}
			w.Next()
		}
	}
	table := w.Table()
	for _, e := range examples {
		var scores [linear.MaxClasses]int16
		table.Score(e.features, &scores)
		if other := 1 - e.class; scores[e.class] <= scores[other] {
			t.Errorf("class %d scores %d, class %d %d", e.class, scores[e.class], other, scores[other])
		}
	}
}
