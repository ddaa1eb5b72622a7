package figure

import (
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/fixture"
)

// raid tells of 12 dead sailors in Velm on Monday, as the ministry says.
const raid = `
	A         DET       det          2
	raid      NOUN      nsubj        3
	killed    VERB/VBD  root         0  kill
	12        NUM/CD    nummod       5
	sailors   NOUN/NNS  obj          3  sailor
	in        ADP       case         7
	Velm      PROPN     obl          3
	on        ADP       case         9
	March     PROPN     obl          3
	4         NUM/CD    nummod       9
	,         PUNCT     punct        13
	ministry  NOUN      nsubj        13
	said      VERB/VBD  parataxis    3  say
	.         PUNCT     punct        3
`

func spanOf(d *rapporteur.Document, words string) rapporteur.Span {
	i := strings.Index(d.Article.Text, words)
	return rapporteur.Span{Start: i, End: i + len(words)}
}

func TestWhoseWordWhereAndWhen(t *testing.T) {
	d := fixture.Words(t, raid)
	tree := grammar.New(d)
	content := spanOf(d, "A raid killed 12 sailors in Velm on March 4")
	statements := []rapporteur.Statement{
		{Speaker: rapporteur.Participant{Name: "nobody here"}, Content: []rapporteur.Span{spanOf(d, "ministry")}},
		{Speaker: rapporteur.Participant{Name: "ministry of defence"}, Content: []rapporteur.Span{content}},
	}
	dates := []rapporteur.Date{{Span: spanOf(d, "March 4"), Type: rapporteur.DateDay, From: "2024-03-04", To: "2024-03-04"}}
	places := []rapporteur.Place{{Span: spanOf(d, "Velm"), Name: "Velm"}}
	found := Find(tree, actor.Find(tree), statements, dates, places)
	if len(found) != 1 {
		t.Fatalf("found %v", found)
	}
	f := found[0]
	if want := "killed(sailors) 12 people in Velm on 2024-03-04, according to ministry of defence"; f.String() != want {
		t.Errorf("read %s, want %s", f, want)
	}
	if f.Statement != 1 {
		t.Errorf("statement %d", f.Statement)
	}
	if got := d.Text(f.Span); got != "12 sailors" {
		t.Errorf("span %q", got)
	}
}

func TestDeniedStatementAssertsNothing(t *testing.T) {
	d := fixture.Words(t, raid)
	tree := grammar.New(d)
	statements := []rapporteur.Statement{{Denies: true, Content: []rapporteur.Span{spanOf(d, "A raid killed 12 sailors in Velm on March 4")}}}
	if found := Find(tree, actor.Find(tree), statements, nil, nil); len(found) != 0 {
		t.Errorf("found %v in what is denied", found)
	}
}

func TestHeadingsHoldNoFigures(t *testing.T) {
	d := fixture.Words(t, raid)
	d.Sentences[0].Heading = true
	tree := grammar.New(d)
	if found := Find(tree, actor.Find(tree), nil, nil, nil); len(found) != 0 {
		t.Errorf("found %v in a heading", found)
	}
}

func TestNumbersInNames(t *testing.T) {
	d := fixture.Words(t, `
		Group    PROPN     nsubj    5
		of       ADP       case     4
		the      DET       det      4
		77       NUM/CD    nmod     1
		met      VERB/VBD  root     0  meet
		40       NUM/CD    nummod   7
		leaders  NOUN/NNS  obj      5  leader
		.        PUNCT     punct    5
	`)
	fixture.Name(t, d, rapporteur.EntityOrganization, "Group of the 77")
	tree := grammar.New(d)
	found := Find(tree, actor.Find(tree), nil, date.Find(tree), nil)
	if len(found) != 1 || found[0].String() != "other(leaders) 40 people" {
		t.Errorf("found %v", found)
	}
}

// The same count told twice is one; a second word for it, or another day, is
// another one.
func TestRepeated(t *testing.T) {
	d := fixture.Words(t, raid+"\n"+raid)
	tree := grammar.New(d)
	half := len(d.Article.Text) / 2
	one := []rapporteur.Statement{{Speaker: rapporteur.Participant{Name: "Arden"}, Content: []rapporteur.Span{d.Sentences[0].Span}}}
	two := append(one, rapporteur.Statement{Speaker: rapporteur.Participant{Name: "Velm"}, Sentence: 1, Content: []rapporteur.Span{d.Sentences[1].Span}})
	second := spanOf(d, "March 4")
	second.Start, second.End = second.Start+half+1, second.End+half+1
	days := []rapporteur.Date{
		{Span: spanOf(d, "March 4"), Type: rapporteur.DateDay, From: "2024-03-04", To: "2024-03-04"},
		{Span: second, Type: rapporteur.DateDay, From: "2024-03-05", To: "2024-03-05", Sentence: 1},
	}
	for _, c := range []struct {
		name       string
		statements []rapporteur.Statement
		dates      []rapporteur.Date
		want       int
	}{{"told twice", nil, nil, 1}, {"by two", two, nil, 2}, {"of two days", nil, days, 2}} {
		if found := Find(tree, actor.Find(tree), c.statements, c.dates, nil); len(found) != c.want {
			t.Errorf("%s: found %v, want %d", c.name, found, c.want)
		}
	}
}
