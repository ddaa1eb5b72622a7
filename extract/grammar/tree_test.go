package grammar_test

import (
	"slices"
	"testing"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

// pact is a sentence with a coordination, a relative clause, a passive and
// control: every question about trees has an answer in it.
func pact(t *testing.T) *grammar.Tree {
	return grammar.New(fixture.Words(t, `
		Two       NUM       nummod     2
		mediators NOUN      nsubj      5  mediator
		from      ADP       case       4
		Oster     PROPN     nmod       2
		urged     VERB/VBD  root       0  urge
		Arden     PROPN     obj        5
		,         PUNCT     punct      8
		Velm      PROPN     conj       6
		and       CCONJ     cc         10
		Norrland  PROPN     conj       6
		not       PART      advmod     13
		to        PART      mark       13
		fire      VERB/VB   xcomp      5
		.         PUNCT     punct      5

		The       DET       det        2
		army      NOUN      nsubj      7
		that      PRON      nsubj      4
		left      VERB/VBD  acl:relcl  2  leave
		was       AUX/VBD   aux:pass   7  be
		n't       PART      advmod     7  not
		beaten    VERB/VBN  root       0  beat
		by        ADP       case       9
		rebels    NOUN      obl:agent  7  rebel
		holding   VERB/VBG  acl        9  hold
		Velm      PROPN     obj        10
		.         PUNCT     punct      7`))
}

// at is the nth token (from 1) with that form.
func at(t *testing.T, tree *grammar.Tree, form string, nth int) int {
	t.Helper()
	for i := range tree.Tokens {
		if tree.Word(i) == form {
			if nth--; nth == 0 {
				return i
			}
		}
	}
	t.Fatalf("the text has no further %q", form)
	return rapporteur.None
}

// none stands for no token in the tables below.
const none = "(none)"

func wordOf(tree *grammar.Tree, i int) string {
	if i == rapporteur.None {
		return none
	}
	return tree.Word(i)
}

func TestWhoDoesWhat(t *testing.T) {
	tree := pact(t)
	for _, c := range []struct {
		verb, subject, agent string
		passive, negated     bool
	}{
		{"urged", "mediators", none, false, false},
		{"fire", "Arden", none, false, true}, // the one urged is to act
		{"left", "army", none, false, false}, // not "that"
		{"beaten", "army", "rebels", true, true},
		{"holding", "rebels", none, false, false},
	} {
		v := at(t, tree, c.verb, 1)
		if got := wordOf(tree, tree.Subject(v)); got != c.subject {
			t.Errorf("the subject of %q is %q, want %q", c.verb, got, c.subject)
		}
		if got := wordOf(tree, tree.Agent(v)); got != c.agent {
			t.Errorf("the agent of %q is %q, want %q", c.verb, got, c.agent)
		}
		if got := tree.Passive(v); got != c.passive {
			t.Errorf("Passive(%q) = %v", c.verb, got)
		}
		if got := tree.Negated(v); got != c.negated {
			t.Errorf("Negated(%q) = %v", c.verb, got)
		}
	}
}

func TestPhrases(t *testing.T) {
	tree := pact(t)
	phrase := func(first, end int) string { return tree.Text(tree.SpanOf(first, end)) }
	for _, c := range []struct {
		head                      string
		whole, nounPhrase, atCore string
	}{
		{"mediators", "Two mediators from Oster", "Two mediators from Oster", "Two mediators"},
		{"Arden", "Arden, Velm and Norrland", "Arden", "Arden"},
		{"army", "The army that left", "The army", "The army"},
		{"rebels", "by rebels holding Velm", "rebels", "rebels"},
	} {
		i := at(t, tree, c.head, 1)
		if got := phrase(tree.Phrase(i)); got != c.whole {
			t.Errorf("Phrase(%q) = %q, want %q", c.head, got, c.whole)
		}
		if got := phrase(tree.NounPhrase(i)); got != c.nounPhrase {
			t.Errorf("NounPhrase(%q) = %q, want %q", c.head, got, c.nounPhrase)
		}
		if got := phrase(tree.Core(i)); got != c.atCore {
			t.Errorf("Core(%q) = %q, want %q", c.head, got, c.atCore)
		}
	}
}

func TestCoordination(t *testing.T) {
	tree := pact(t)
	arden, velm, norrland := at(t, tree, "Arden", 1), at(t, tree, "Velm", 1), at(t, tree, "Norrland", 1)
	if got, want := tree.Conjuncts(arden), []int{arden, velm, norrland}; !slices.Equal(got, want) {
		t.Errorf("Conjuncts = %v, want %v", got, want)
	}
	if got := tree.FirstConjunct(norrland); got != arden {
		t.Errorf("FirstConjunct = %q, want Arden", wordOf(tree, got))
	}
}

func TestRelations(t *testing.T) {
	tree := pact(t)
	beaten, left := at(t, tree, "beaten", 1), at(t, tree, "left", 1)
	if tree.Relation(left) != "acl" || !tree.Is(left, "acl") || !tree.Is(left, "acl:relcl") || tree.Is(left, "acl:to") {
		t.Error("a deprel without a subtype must stand for its subtypes, one with a subtype for itself")
	}
	if !tree.Dominates(beaten, left) || tree.Dominates(left, beaten) || !tree.Dominates(left, left) {
		t.Error("Dominates must hold of a token and what stands above it, and not downwards")
	}
	if got := tree.Preposition(at(t, tree, "rebels", 1)); got != "by" {
		t.Errorf("the preposition of rebels is %q", got)
	}
	if tree.SentenceOf(beaten) != 1 || tree.SentenceOf(0) != 0 {
		t.Error("SentenceOf must count sentences from 0")
	}
}

// A CoNLL-U file may hold heads that go round in a circle; every question must
// still come to an end.
func TestCyclesEnd(t *testing.T) {
	d := fixture.Words(t, `
		Arden PROPN    conj  3
		and   CCONJ    cc    3
		Velm  PROPN    conj  1
		met   VERB/VBD advcl 1  meet`)
	tree := grammar.New(d)
	for i := range d.Tokens {
		if got := tree.Conjuncts(i); !slices.Contains(got, i) || len(got) > len(d.Tokens) {
			t.Errorf("Conjuncts(%d) = %v", i, got)
		}
		tree.FirstConjunct(i)
		tree.Subject(i)
		if first, end := tree.Phrase(i); first > i || end <= i {
			t.Errorf("Phrase(%d) = [%d, %d) does not hold its head", i, first, end)
		}
		if tree.Dominates(i, 1) && i == 3 {
			t.Error("a token below must not dominate one above")
		}
	}
}

func TestBoilerplate(t *testing.T) {
	d := fixture.Words(t, `
		Reporting VERB/VBG  root       0  report
		by        ADP       case       3
		Vale      PROPN     obl        1
		.         PUNCT     punct      1

		Velm      PROPN     nsubj      2
		fell      VERB/VBD  root       0  fall
		.         PUNCT     punct      2`)
	d.Sentences[0].Heading, d.Sentences[0].Boilerplate = true, true
	if tree := grammar.New(d); !tree.Boilerplate(2) || tree.Boilerplate(4) {
		t.Error("the first sentence is boilerplate and the second is not")
	}
}
