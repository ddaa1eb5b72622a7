package grammar_test

import (
	"reflect"
	"strings"
	"testing"

	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

// Each case is a tree as a reader may make it, the persons it names, and where
// words are to hang afterwards, "word head relation".
func TestNamesAreMended(t *testing.T) {
	for _, c := range []struct {
		remark, words string
		persons, want []string
	}{
		{"a name that hangs on its title", `
			by       ADP       case       3
			Velmish  ADJ       amod       3
			envoy    NOUN      obl        7
			Aster    PROPN     flat       3
			Vale     PROPN     flat       4
			was      AUX/VBD   aux        7  be
			seen     VERB/VBN  root       0  see`,
			[]string{"Aster Vale"}, []string{"Aster seen obl", "envoy Aster nmod:desc", "Velmish envoy amod", "by Aster case", "Vale Aster flat"}},
		{"a title that hangs on its beginning, and a name in two places", `
			Velm        PROPN     nsubj    8
			Deputy      PROPN     compound 3
			Secretary   PROPN     flat     1
			of          ADP       case     5
			State       PROPN     nmod     3
			Aster       PROPN     flat     3
			Vale        PROPN     flat     1
			left        VERB/VBD  root     0  leave`,
			[]string{"Aster Vale"}, []string{"Aster left nsubj", "Vale Aster flat", "Secretary Aster nmod:desc", "Velm Secretary compound", "State Secretary nmod"}},
		{"a name that hangs on the office of its title", `
			Minister  PROPN     nsubj    6
			of        ADP       case     3
			Trade     PROPN     nmod     1
			Aster     PROPN     flat     3
			Vale      PROPN     flat     3
			left      VERB/VBD  root     0  leave`,
			[]string{"Aster Vale"}, []string{"Aster left nsubj", "Vale Aster flat", "Minister Aster nmod:desc", "Trade Minister nmod"}},
		{"half of a name is the subject", `
			Mayor     PROPN     nmod:desc 2
			Aster     PROPN     nsubj     4
			Vale      PROPN     flat      1
			left      VERB/VBD  root      0  leave`,
			[]string{"Aster Vale"}, []string{"Aster left nsubj", "Vale Aster flat", "Mayor Aster nmod:desc"}},
		{"an apposition that governs its name", `
			Former    ADJ       amod      2
			envoy     NOUN      nmod:desc 3
			Aster     PROPN     flat      8
			Vale      PROPN     flat      3
			,         PUNCT     punct     8
			the       DET       det       8
			chief     ADJ       amod      8
			mediator  NOUN      nsubj     10
			,         PUNCT     punct     8
			left      VERB/VBD  root      0  leave`,
			[]string{"Aster Vale"}, []string{"Aster left nsubj", "mediator Aster appos", "envoy Aster nmod:desc", "chief mediator amod"}},
		{"a title with a determiner keeps the name as its apposition", `
			the       DET       det       2
			envoy     NOUN      nsubj     5
			Aster     PROPN     flat      2
			Vale      PROPN     flat      3
			left      VERB/VBD  root      0  leave`,
			[]string{"Aster Vale"}, []string{"envoy left nsubj", "Aster envoy appos"}},
		{"a title without a determiner that has the name as its apposition", `
			Co-author NOUN      nsubj     4
			Aster     PROPN     appos     1
			Vale      PROPN     flat      2
			said      VERB/VBD  root      0  say`,
			[]string{"Aster Vale"}, []string{"Aster said nsubj", "Co-author Aster nmod:desc"}},
		{"an apposition between commas stays one", `
			minister  NOUN      nsubj     7
			for       ADP       case      3
			trade     NOUN      nmod      1
			,         PUNCT     punct     5
			Aster     PROPN     appos     1
			Vale      PROPN     flat      5
			left      VERB/VBD  root      0  leave`,
			[]string{"Aster Vale"}, []string{"minister left nsubj", "Aster minister appos"}},
		{"a preposition that hangs on the first word of a title", `
			to        ADP       case      2
			Velm      PROPN     compound  4
			envoy     NOUN      nmod:desc 4
			Aster     PROPN     obl       6
			Vale      PROPN     flat      4
			talked    VERB/VBD  root      0  talk`,
			[]string{"Aster Vale"}, []string{"to Aster case", "Velm Aster compound"}},
		{"what follows the name and what joins it go with it", `
			Arden     PROPN     nsubj     8
			and       CCONJ     cc        3
			leader    NOUN      conj      1
			Aster     PROPN     flat      3
			Vale      PROPN     flat      4
			of        ADP       case      7
			Velm      PROPN     nmod      3
			met       VERB/VBD  root      0  meet`,
			[]string{"Aster Vale"}, []string{"Aster Arden conj", "and Aster cc", "Velm Aster nmod", "leader Aster nmod:desc"}},
		{"the second half of a name that was cut in two", `
			Aster     PROPN     nsubj     3
			Vale      PROPN     flat      1
			left      VERB/VBD  root      0  leave`,
			[]string{"Aster", "Vale"}, []string{"Aster left nsubj", "Vale Aster flat"}},
		{"a surname that describes a thing", `
			the       DET       det       3
			Vale      PROPN     compound  3
			plan      NOUN      nsubj     4
			failed    VERB/VBD  root      0  fail`,
			[]string{"Vale"}, []string{"Vale plan compound", "plan failed nsubj"}},
		{"an item of a list that hangs on what is listed", `
			ministers NOUN      nsubj     8  minister
			of        ADP       case      3
			Arden     PROPN     nmod      1
			,         PUNCT     punct     5
			Velm      PROPN     appos     1
			and       CCONJ     cc        7
			Oster     PROPN     conj      3
			met       VERB/VBD  root      0  meet`,
			nil, []string{"Velm Arden conj", "Oster Arden conj"}},
		{"an apposition that no comma closes, before a verb without a subject", `
			Arden     PROPN     nsubj     2
			sent      VERB/VBD  ccomp     9  send
			Aster     PROPN     obj       2
			Vale      PROPN     flat      3
			,         PUNCT     punct     8
			a         DET       det       8
			Velmish   ADJ       amod      8
			official  NOUN      appos     3
			said      VERB/VBD  root      0  say`,
			[]string{"Aster Vale"}, []string{"official said nsubj", "Aster sent obj"}},
		{"an apposition that no comma closes, after the subject", `
			On        ADP       case      2
			Monday    PROPN     obl       8
			Aster     PROPN     nsubj     8
			Vale      PROPN     flat      3
			,         PUNCT     punct     7
			a         DET       det       7
			minister  NOUN      appos     3
			said      VERB/VBD  root      0  say`,
			[]string{"Aster Vale"}, []string{"minister Aster appos", "Aster said nsubj"}},
		{"the second of two after between, taken for a subject", `
			Fighting  VERB/VBG  root      0  fight
			between   ADP       case      3
			Arden     PROPN     obl       1
			and       CCONJ     cc        7
			the       DET       det       6
			rebels    NOUN      nsubj     7
			spread    VERB/VBD  conj      1  spread`,
			nil, []string{"rebels Arden conj", "and rebels cc", "Fighting spread nsubj"}},
		{"two after between that are one coordination", `
			talks     NOUN      nsubj     6
			between   ADP       case      3
			Arden     PROPN     nmod      1
			and       CCONJ     cc        5
			Velm      PROPN     conj      3
			ended     VERB/VBD  root      0  end`,
			nil, []string{"Velm Arden conj", "talks ended nsubj"}},
		{"shot dead", `
			Police    NOUN      nsubj     2
			shot      VERB/VBD  root      0  shoot
			dead      ADJ       amod      5
			two       NUM       nummod    5
			officers  NOUN      obj       2`,
			nil, []string{"dead shot xcomp", "two officers nummod"}},
	} {
		d := fixture.Words(t, c.words)
		for _, p := range c.persons {
			fixture.Name(t, d, "Person", p)
		}
		before := append(d.Tokens[:0:0], d.Tokens...)
		tree := grammar.New(d)
		for _, want := range c.want {
			word, rest, _ := strings.Cut(want, " ")
			head, relation, _ := strings.Cut(rest, " ")
			i := at(t, tree, word, 1)
			if got := wordOf(tree, tree.Head(i)); got != head || tree.Tokens[i].Deprel != relation {
				t.Errorf("%s: %q is the %s of %q, want the %s of %q", c.remark, word, tree.Tokens[i].Deprel, got, relation, head)
			}
		}
		if !reflect.DeepEqual(d.Tokens, before) {
			t.Errorf("%s: New wrote into the Document", c.remark)
		}
	}
}
