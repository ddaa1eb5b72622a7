package eval

import (
	"math"
	"math/rand/v2"
	"testing"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/gold"

	"strings"
)

// chainsOf makes chains of letters: "12345 67" is two.
func chainsOf(text string) [][]rapporteur.Span {
	var out [][]rapporteur.Span
	for word := range strings.FieldsSeq(text) {
		var spans []rapporteur.Span
		for _, r := range word {
			spans = append(spans, rapporteur.Span{Start: int(r), End: int(r) + 1})
		}
		out = append(out, spans)
	}
	return out
}

// TestMeasuresOfChains takes the example of Luo (2005), whose table gives MUC
// 94.7, B³ 86.5 and CEAF with φ4 73.3 for the first response.
func TestMeasuresOfChains(t *testing.T) {
	key := chainsOf("12345 67 89ABC")
	for _, c := range []struct {
		response           string
		muc, bCubed, ceafe float64
		mentions           Count
	}{
		{"12345 6789ABC", 0.947, 0.865, 0.733, count(12, 12, 12)},
		{"1234589ABC 67", 0.947, 0.737, 0.667, count(12, 12, 12)},
		{"123456789ABC", 0.900, 0.545, 0.294, count(12, 12, 12)},
		{"12345 67 89ABC", 1, 1, 1, count(12, 12, 12)},
		{"12xyz", 0.154, 0.094, 0.200, count(2, 12, 5)},
		{"", 0, 0, 0, count(0, 12, 0)},
	} {
		response := chainsOf(c.response)
		for _, m := range []struct {
			name      string
			got, want float64
		}{
			{"MUC", muc(key, response).F1(), c.muc},
			{"B³", bCubed(key, response).F1(), c.bCubed},
			{"CEAFe", ceafe(key, response).F1(), c.ceafe},
		} {
			if math.Abs(m.got-m.want) > 0.0005 {
				t.Errorf("%s of %q: F1 %.4f, want %.3f", m.name, c.response, m.got, m.want)
			}
		}
		if got := mentions(key, response); got != c.mentions {
			t.Errorf("mentions of %q: %v, want %v", c.response, got, c.mentions)
		}
	}
}

// TestAssignIsBest compares with every assignment there is.
func TestAssignIsBest(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		rows, columns := 1+r.IntN(5), r.IntN(6)
		weights := make([][]float64, rows)
		for i := range weights {
			weights[i] = make([]float64, columns)
			for j := range weights[i] {
				if r.IntN(3) > 0 {
					weights[i][j] = float64(r.IntN(10))
				}
			}
		}
		sum, used := 0.0, map[int]bool{}
		for i, j := range assign(weights) {
			if j >= 0 {
				if used[j] {
					t.Fatalf("column %d twice for %v", j, weights)
				}
				used[j] = true
				sum += weights[i][j]
			}
		}
		if best := bestSum(weights, 0, map[int]bool{}); sum != best {
			t.Fatalf("assigned %v of %v: %v", sum, best, weights)
		}
	}
}

func bestSum(weights [][]float64, row int, used map[int]bool) float64 {
	if row == len(weights) {
		return 0
	}
	best := bestSum(weights, row+1, used)
	for j, w := range weights[row] {
		if !used[j] {
			used[j] = true
			best = max(best, w+bestSum(weights, row+1, used))
			used[j] = false
		}
	}
	return best
}

const vale = `# newdoc id = vale
# global.Entity = GRP-etype-infstat-minspan-link
1	Vale	Vale	PROPN	NNP	_	2	nsubj	_	Entity=(1-person-new-1-coref)
2	saw	see	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	Entity=(2-object-new-2-coref
4	ferry	ferry	NOUN	NN	_	2	obj	_	Entity=2)
5	.	.	PUNCT	.	_	2	punct	_	_

1	She	she	PRON	PRP	_	2	nsubj	_	Entity=(1-person-giv:act-1-ana)
2	said	say	VERB	VBD	_	0	root	_	_
3	it	it	PRON	PRP	_	4	nsubj	_	Entity=(2-object-giv:act-1-ana)
4	left	leave	VERB	VBD	_	2	ccomp	_	_
5	her	she	PRON	PRP	_	4	obj	_	Entity=(1-person-giv:act-1-ana)
6	.	.	PUNCT	.	_	2	punct	_	_

`

func TestCoref(t *testing.T) {
	docs, err := conllu.Read(strings.NewReader(vale))
	if err != nil {
		t.Fatal(err)
	}
	chains, err := gold.Chains(docs[0])
	if err != nil {
		t.Fatal(err)
	}
	mention := func(first, end int) rapporteur.Mention {
		return rapporteur.Mention{Span: docs[0].SpanOf(first, end), First: first, End: end, Head: end - 1}
	}
	got := *docs[0].Document
	// She is Vale; "it" is too; "her" is linked to a pronoun only; "ferry" lacks its article.
	got.Clusters = []rapporteur.Cluster{
		{Mentions: []rapporteur.Mention{mention(0, 1), mention(5, 6), mention(7, 8)}},
		{Mentions: []rapporteur.Mention{mention(3, 4), mention(9, 10)}},
	}
	tally := Coref(docs[0], chains, &got)
	for metric, want := range map[string]Count{
		"mentions":                count(4, 5, 5),
		"MUC":                     count(1, 3, 3), // Vale and She
		"mentions named":          count(3, 3, 4), // "it" is set aside, "ferry" alone is no mention of the gold
		"MUC named":               count(1, 2, 2),
		"mentions named, by head": count(2, 3, 2), // "ferry" is set aside, so "her" stands alone
		"MUC named, by head":      count(1, 2, 1),
		"pronoun links":           count(1, 3, 3), // the nearest before "her" is "ferry"
		"pronoun links named":     count(1, 2, 2),
	} {
		if tally[metric] != want {
			t.Errorf("%s: %v, want %v", metric, tally[metric], want)
		}
	}
}

// TestGoldChainsScoreFull gives GUM's own chains as the clusters.
func TestGoldChainsScoreFull(t *testing.T) {
	docs, err := gold.Trees(gold.Shared(t, "data", "syntax", "gum.dev.free.conllu.gz"))
	if err != nil {
		t.Fatal(err)
	}
	tally := Tally{}
	for _, d := range docs {
		chains, err := gold.Chains(d)
		if err != nil {
			t.Fatal(err)
		}
		got := *d.Document
		for _, c := range chains {
			var cluster rapporteur.Cluster
			for _, m := range c.Mentions {
				cluster.Mentions = append(cluster.Mentions, m.Mention)
			}
			got.Clusters = append(got.Clusters, cluster)
		}
		tally = tally.Add(Coref(d, chains, &got))
	}
	for metric, c := range tally {
		least := 0.999999
		if strings.HasSuffix(metric, "by head") || strings.HasPrefix(metric, "pronoun links") {
			least = 0.99 // phrases of two chains may have one head
		}
		if c.F1() < least {
			t.Errorf("%s: %v", metric, c)
		}
	}
}
