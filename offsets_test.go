package rapporteur

import "testing"

func TestCodePoints(t *testing.T) {
	at := CodePoints("Élan “met” them")
	for offset, want := range map[int]int{-1: 0, 0: 0, 2: 1, 6: 5, 9: 6, len("Élan “met” them"): 15, 99: 15} {
		if got := at(offset); got != want {
			t.Errorf("byte %d is code point %d, want %d", offset, got, want)
		}
	}
}
