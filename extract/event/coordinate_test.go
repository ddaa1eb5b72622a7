package event

import (
	"slices"
	"testing"

	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

// TestConjuncts reads a coordination that the tree gives as two objects, and two
// objects that are none.
func TestConjuncts(t *testing.T) {
	d := fixture.Words(t, `
		Norway   PROPN    nsubj  2
		asked    VERB/VBD root   0  ask
		the      DET      det    4
		army     NOUN     iobj   2
		and      CCONJ    cc     7
		the      DET      det    7
		rebels   NOUN     iobj   2  rebel
		to       PART     mark   9
		leave    VERB/VB  xcomp  2
		.        PUNCT    punct  2

		Norway   PROPN    nsubj  2
		gave     VERB/VBD root   0  give
		the      DET      det    4
		army     NOUN     iobj   2
		boats    NOUN     obj    2  boat
		and      CCONJ    cc     7
		fuel     NOUN     conj   5
		.        PUNCT    punct  2
	`)
	f := &finder{t: grammar.New(d)}
	if got, want := f.conjuncts(3), []int{3, 6}; !slices.Equal(got, want) {
		t.Errorf("conjuncts of the army that is asked with the rebels: %v, want %v", got, want)
	}
	if got, want := f.conjuncts(13), []int{13}; !slices.Equal(got, want) {
		t.Errorf("conjuncts of the army that is given boats: %v, want %v", got, want)
	}
}
