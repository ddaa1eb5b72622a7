package statement

import (
	"testing"

	"rapporteur"
)

// A statement within the content of another points at it.
func TestWithin(t *testing.T) {
	trees := parses(t)
	for text, want := range map[string][]int{
		"Aster Vale said the rebels told her that the bridge was mined.":                                         {rapporteur.None, 0},
		"Vale said that the ferry would sail and added that it was safe.":                                        {rapporteur.None, rapporteur.None},
		"Aster Vale said the truce would hold, but she said the prisoners were a harder matter.":                 {rapporteur.None, rapporteur.None},
		"Velm Radio said Harbour Radio reported that the ministry denied that its troops had crossed the river.": {rapporteur.None},
	} {
		d := trees[text]
		if d == nil {
			t.Errorf("no parse of %q (see the flag -missing)", text)
			continue
		}
		got := find(d)
		if len(got) != len(want) {
			t.Errorf("%q: %d statements, want %d", text, len(got), len(want))
			continue
		}
		for i := range got {
			if got[i].Within != want[i] {
				t.Errorf("%q: statement %d is within %d, want %d", text, i, got[i].Within, want[i])
			}
		}
	}
}
