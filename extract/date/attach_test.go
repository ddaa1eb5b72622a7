package date

import (
	"testing"
	"time"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

func TestAttached(t *testing.T) {
	d := fixture.Words(t, `
		The       DET         det       2
		army      NOUN/NN     nsubj     3
		said      VERB/VBD    root      0 say
		on        ADP/IN      case      5
		Tuesday   PROPN/NNP   obl       3
		that      SCONJ/IN    mark      8
		rebels    NOUN/NNS    nsubj     8
		attacked  VERB/VBD    ccomp     3 attack
		the       DET         det       10
		town      NOUN/NN     obj       8
		on        ADP/IN      case      12
		Monday    PROPN/NNP   obl       8
		and       CCONJ       cc        14
		held      VERB/VBD    conj      8 hold
		talks     NOUN/NNS    obj       14
		last      ADJ/JJ      amod      17
		week      NOUN/NN     obl:unmarked 14
		after     ADP/IN      case      21
		Friday    PROPN/NNP   nmod:poss 21
		+'s       PART/POS    case      19
		raid      NOUN/NN     obl       14
		.         PUNCT       punct     3`)
	d.Article.Published = time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)
	tree := grammar.New(d)
	dates := Find(tree)
	for head, want := range map[string]string{
		"said": "2024-03-12", "attacked": "2024-03-11", "town": "2024-03-11", "held": "2024-W10", "talks": "2024-W10", "raid": "2024-03-08",
	} {
		for i := range d.Tokens {
			if d.Word(i) != head {
				continue
			}
			got := "none"
			if at, ok := Attached(tree, dates, i); ok {
				got = dates[at].Value
			}
			if got != want {
				t.Errorf("%s is dated %s, want %s", head, got, want)
			}
		}
	}
}

// A date inside a conjunct is not that of what stands before it.
func TestAttachedWithinAConjunct(t *testing.T) {
	d := fixture.Words(t, `
		Shells    NOUN/NNS    nsubj     2
		killed    VERB/VBD    root      0 kill
		a         DET         det       4
		guard     NOUN/NN     obj       2
		and       CCONJ       cc        8
		the       DET         det       7
		two       NUM         nummod    8
		sailors   NOUN/NNS    conj      4
		of        ADP/IN      case      12
		the       DET         det       12
		Friday    PROPN/NNP   compound  12
		ferry     NOUN/NN     nmod      8
		.         PUNCT       punct     2`)
	d.Article.Published = time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)
	tree := grammar.New(d)
	dates := Find(tree)
	if len(dates) != 1 {
		t.Fatalf("found %v, want Friday", dates)
	}
	if at, ok := Attached(tree, dates, 1); ok {
		t.Errorf("killed is dated %v", dates[at])
	}
	if _, ok := Attached(tree, dates, 11); !ok {
		t.Error("the ferry has no date")
	}
}

func TestAttachedToNothing(t *testing.T) {
	d := fixture.Words(t, `
		Rebels    NOUN/NNS    nsubj     2
		attacked  VERB/VBD    root      0 attack
		for       ADP/IN      case      5
		two       NUM/CD      nummod    5
		days      NOUN/NNS    obl       2
		.         PUNCT       punct     2`)
	tree := grammar.New(d)
	dates := Find(tree)
	if len(dates) != 1 || dates[0].Value != "P2D" {
		t.Fatalf("found %v, want P2D", dates)
	}
	if at, ok := Attached(tree, dates, 1); ok {
		t.Errorf("a duration dates the attack: %v", dates[at])
	}
}

func TestCompare(t *testing.T) {
	day := time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		from, to, value string
		want            Order
	}{
		{"2024-03-11", "2024-03-11", "2024-03-11", Past},
		{"2024-03-12", "2024-03-12", "2024-03-12", Present},
		{"2024-03-11", "2024-03-17", "2024-W11", Present},
		{"2024-03-13", "2024-03-13", "2024-03-13", Future},
		{"", "", "P2D", Unknown},
		{"", "", "", Unknown},
		{"", "", "PAST_REF", Past},
		{"", "", "FUTURE_REF", Future},
		{"", "", "PRESENT_REF", Present},
	} {
		if got := Compare(rapporteur.Date{From: c.from, To: c.to, Value: c.value}, day); got != c.want {
			t.Errorf("%s is %v, want %v", c.value, got, c.want)
		}
	}
	if got := Compare(rapporteur.Date{From: "2024-03-11", To: "2024-03-11"}, time.Time{}); got != Unknown {
		t.Errorf("without a day of the report: %v, want unknown", got)
	}
}
