package talks

import (
	"testing"

	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

// TestInflected asks for the finite verbs of a tree in which one has the tag of a
// participle.
func TestInflected(t *testing.T) {
	d := fixture.Words(t, `
		Norway   PROPN    nsubj     6
		,        PUNCT    punct     5
		which    PRON     nsubj     5
		also     ADV      advmod    5
		opposes  VERB/VBN acl:relcl 1  oppose
		rejected VERB/VBD root      0  reject
		plans    NOUN     obj       6  plan
		drafted  VERB/VBN acl       7  draft
		by       ADP      case      10
		Peru     PROPN    obl:agent 8
		.        PUNCT    punct     6
	`)
	f := &finder{t: grammar.New(d)}
	for i, want := range map[int]bool{4: true, 5: true, 7: false} {
		if got := f.inflected(i); got != want {
			t.Errorf("%q is inflected: %v, want %v", d.Word(i), got, want)
		}
		if got := f.passive(i); got == want {
			t.Errorf("%q is passive: %v, want %v", d.Word(i), got, !want)
		}
	}
}
