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

func TestKernelAgreesWithPlainGo(t *testing.T) {
	for _, classes := range []int{1, 94, linear.MaxClasses} {
		w := New(classes, 10)
		for i := range w.now {
			w.now[i] = int16(i*7919%601 - 300)
		}
		var features []linear.Feature
		for i := range 120 {
			features = append(features, linear.Feature(i*2654435761))
		}
		var got, want [linear.MaxClasses]int16
		w.Score(features, &got)
		addRowsGeneric(&want, w.now, w.mask, features, classes)
		for i := range classes {
			if got[i] != want[i] {
				t.Fatalf("%d classes: class %d scores %d, want %d", classes, i, got[i], want[i])
			}
		}
	}
}
