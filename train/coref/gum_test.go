package coref

import (
	"reflect"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/gold"
	"rapporteur/language/coref"
)

const invented = `# newdoc id = GUM_news_ferry
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# text = Minister Aster Vale of Velm left.
1	Minister	minister	NOUN	NN	_	6	nsubj	_	Entity=(1-person-new-s-cf1-1-coref
2	Aster	Aster	PROPN	NNP	_	1	flat	_	_
3	Vale	Vale	PROPN	NNP	_	1	flat	_	_
4	of	of	ADP	IN	_	5	case	_	_
5	Velm	Velm	PROPN	NNP	_	1	nmod	_	Entity=(2-place-new-s-cf2-1-coref)1)
6	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
7	.	.	PUNCT	.	_	6	punct	_	_

# text = She thanked Velm and the Velm Front.
1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-s-cf1-1-ana)
2	thanked	thank	VERB	VBD	_	0	root	_	_
3	Velm	Velm	PROPN	NNP	_	2	obj	_	Entity=(3-organization-new-s-cf2-1,5-sgl(2-place-giv:inact-s-cf2-1-coref)
4	and	and	CCONJ	CC	_	7	cc	_	_
5	the	the	DET	DT	_	7	det	_	Entity=(4-organization-new-s-cf3-3-sgl
6	Velm	Velm	PROPN	NNP	_	7	compound	_	_
7	Front	Front	PROPN	NNP	_	3	conj	_	Entity=4)3)|SpaceAfter=No
8	.	.	PUNCT	.	_	2	punct	_	_

`

func TestRead(t *testing.T) {
	docs, err := conllu.Read(strings.NewReader(invented))
	if err != nil {
		t.Fatal(err)
	}
	d, err := Read(docs[0])
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range d.Entities {
		names = append(names, e.Type+" "+d.Text(e.Span))
	}
	if want := []string{"Person Aster Vale", "Location Velm", "Organization Velm", "Organization Velm Front"}; !reflect.DeepEqual(names, want) {
		t.Errorf("names %q, want %q", names, want)
	}
	if d.Genre != "news" {
		t.Errorf("genre %q", d.Genre)
	}
	mention := func(first, end, head int) string {
		if c := d.Of(rapporteur.Mention{First: first, End: end, Head: head}); c >= 0 {
			return d.Chains[c].Group
		}
		return "none"
	}
	for _, c := range []struct {
		first, end, head int
		want             string
	}{
		{1, 3, 1, "1"}, {0, 1, 0, "1"}, {7, 8, 7, "1"}, {9, 10, 9, "2"}, {9, 14, 9, "3"}, {12, 14, 13, "4"}, {5, 6, 5, "none"},
	} {
		if got := mention(c.first, c.end, c.head); got != c.want {
			t.Errorf("tokens %d to %d are of group %s, want %s", c.first, c.end, got, c.want)
		}
	}
}

func TestFitIsDeterministic(t *testing.T) {
	docs := development(t)[:4]
	if one, two := Fit(docs, Defaults).String(), Fit(docs, Defaults).String(); one != two {
		t.Error("two fits to the same texts differ")
	}
}

func development(t *testing.T) []*Document {
	t.Helper()
	docs, err := ReadAll(gold.Shared(t, "data", "syntax", scoredOn+".conllu.gz"))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

// The weights that the program is built with keep what they can do; on texts
// that they were not fitted on.
func TestBuiltInWeights(t *testing.T) {
	w, err := coref.ReadWeights(coref.WeightsTable())
	if err != nil {
		t.Fatal(err)
	}
	scores := Measure(development(t), w.Choose)
	for task, least := range map[string]Score{
		"he":   {Precision: 88, Recall: 85},
		"they": {Precision: 82, Recall: 50},
		"it":   {Precision: 68, Recall: 40},
	} {
		if s := scores[task]; s.Precision < least.Precision || s.Recall < least.Recall {
			t.Errorf("%s: precision %.1f, recall %.1f; want %.0f and %.0f", task, s.Precision, s.Recall, least.Precision, least.Recall)
		}
	}
}
