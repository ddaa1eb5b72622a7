package train

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"rapporteur/conllu"
	"rapporteur/language/lemma"
	"rapporteur/language/lexis"
	"rapporteur/language/parse"
	"rapporteur/language/sentence"
	"rapporteur/language/tag"
)

// An invented treebank of two documents, small enough to be learnt by heart.
const treebank = `# newdoc id = one
# text = Velm rejected the offer.
1	Velm	Velm	PROPN	NNP	_	2	nsubj	_	_
2	rejected	reject	VERB	VBD	_	0	root	_	_
3	the	the	DET	DT	_	4	det	_	_
4	offer	offer	NOUN	NN	_	2	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

# text = Arden made new offers.
1	Arden	Arden	PROPN	NNP	_	2	nsubj	_	_
2	made	make	VERB	VBD	_	0	root	_	_
3	new	new	ADJ	JJ	_	4	amod	_	_
4	offers	offer	NOUN	NNS	_	2	obj	_	SpaceAfter=No
5	.	.	PUNCT	.	_	2	punct	_	_

# newdoc id = two
# text = The envoys met and the talks ended.
1	The	the	DET	DT	_	2	det	_	_
2	envoys	envoy	NOUN	NNS	_	3	nsubj	_	_
3	met	meet	VERB	VBD	_	0	root	_	_
4	and	and	CCONJ	CC	_	7	cc	_	_
5	the	the	DET	DT	_	6	det	_	_
6	talks	talk	NOUN	NNS	_	7	nsubj	_	_
7	ended	end	VERB	VBD	_	3	conj	_	SpaceAfter=No
8	.	.	PUNCT	.	_	3	punct	_	_

# text = Velm left: it was late.
1	Velm	Velm	PROPN	NNP	_	2	nsubj	_	_
2	left	leave	VERB	VBD	_	0	root	_	SpaceAfter=No
3	:	:	PUNCT	:	_	6	punct	_	_
4	it	it	PRON	PRP	_	6	nsubj	_	_
5	was	be	AUX	VBD	_	6	cop	_	_
6	late	late	ADJ	JJ	_	2	parataxis	_	SpaceAfter=No
7	.	.	PUNCT	.	_	2	punct	_	_

`

func docs(t *testing.T) []*conllu.Doc {
	t.Helper()
	d, err := conllu.Read(strings.NewReader(treebank))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

var few = TagSettings{Settings: Settings{Bits: 14, Epochs: 12, Seed: 3}, Folds: 2, Least: 1}

func TestTagsAndTreesAreLearntByHeart(t *testing.T) {
	docs := docs(t)
	tagger := Tags(docs, nil, few, docs)
	m, err := Trees(docs, nil, func(int) *tag.Tagger { return tagger }, TreeSettings{Settings: Settings{Bits: 16, Epochs: 20, Seed: 3}, Beam: 4, Least: 1})
	if err != nil {
		t.Fatal(err)
	}
	p, err := parse.New(m.Labels, m.Table)
	if err != nil {
		t.Fatal(err)
	}
	beam := p.NewBeam(4)
	for _, d := range docs {
		for _, s := range d.Sentences {
			e := parseExample(d.Document, s, nil, tagger)
			for i, w := range e.words {
				upos, xpos := tagger.Names(tag.Tag(w.Tag))
				if gold := d.Tokens[s.First+i]; upos != gold.UPOS || xpos != gold.XPOS {
					t.Errorf("%q: tags %s %s, want %s %s", d.Word(s.First+i), upos, xpos, gold.UPOS, gold.XPOS)
				}
			}
			heads, labels := make([]int, len(e.words)), make([]uint8, len(e.words))
			beam.Parse(e.words, heads, labels)
			if !slices.Equal(heads, e.heads) {
				t.Errorf("%q: heads %v, want %v", d.Text(s.Span), heads, e.heads)
			}
			for i, l := range labels {
				if p.Labels[l] != e.labels[i] {
					t.Errorf("%q: %s is %s, want %s", d.Text(s.Span), d.Word(s.First+i), p.Labels[l], e.labels[i])
				}
			}
		}
	}
}

func TestTrainingIsRepeatable(t *testing.T) {
	docs := docs(t)
	if a, b := Tags(docs, nil, few, docs).Append(nil), Tags(docs, nil, few, docs).Append(nil); !bytes.Equal(a, b) {
		t.Error("two taggers of the same data and settings differ")
	}
	s := Settings{Bits: 10, Epochs: 5, Seed: 1}
	if a, b := Sentences(docs, nil, s).Append(nil), Sentences(docs, nil, s).Append(nil); !bytes.Equal(a, b) {
		t.Error("two splitters of the same data and settings differ")
	}
	if a, b := Lemmas(docs, nil), Lemmas(docs, nil); a != b {
		t.Error("two tables of lemmas of the same data differ")
	}
}

func TestSentencesAreLearntByHeart(t *testing.T) {
	docs := docs(t)
	splitter := sentence.New(Sentences(docs, nil, Settings{Bits: 12, Epochs: 20, Seed: 1}))
	for _, d := range docs {
		for _, e := range paragraphs(d, nil) {
			got := make([]bool, len(e.ends))
			splitter.Split(e.paragraph, func(i int) { got[i] = true })
			got[len(got)-1] = true
			if !slices.Equal(got, e.ends) {
				t.Errorf("%s: ends %v, want %v", d.ID, got, e.ends)
			}
		}
	}
}

func TestLemmas(t *testing.T) {
	table := Lemmas(docs(t), []Inflection{{"VBD", "retreated", "retreat"}, {"NNS", "parties", "party"}, {"NNS", "bodies", "body"}})
	l, err := lemma.Load(table)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ word, tag, want string }{
		{"rejected", "VBD", "reject"}, {"made", "VBD", "make"}, {"met", "VBD", "meet"}, {"retreated", "VBD", "retreat"},
		{"envoys", "NNS", "envoy"}, {"bodies", "NNS", "body"}, {"Velm", "NNP", "Velm"},
	} {
		if got := l.Lemma(c.word, c.tag); got != c.want {
			t.Errorf("%s/%s: %q, want %q", c.word, c.tag, got, c.want)
		}
	}
}

func TestInflections(t *testing.T) {
	for word, want := range map[string][3]string{ // -s, -ing, -ed
		"reject": {"rejects", "rejecting", "rejected"},
		"seize":  {"seizes", "seizing", "seized"},
		"deny":   {"denies", "denying", "denied"},
		"stay":   {"stays", "staying", "stayed"},
		"ban":    {"bans", "banning", "banned"},
		"attack": {"attacks", "attacking", "attacked"},
		"clash":  {"clashes", "clashing", "clashed"},
		"agree":  {"agrees", "agreeing", "agreed"},
		"tie":    {"ties", "tying", "tied"},
	} {
		forms := map[string]string{}
		for _, i := range inflectVerb(word) {
			forms[i.Tag] = i.Form
		}
		if got := [3]string{forms["VBZ"], forms["VBG"], forms["VBD"]}; got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func TestProjectivise(t *testing.T) {
	for name, c := range map[string]struct{ heads, want []int }{
		"projective stays":     {[]int{1, -1, 1}, []int{1, -1, 1}},
		"a crossing arc rises": {[]int{2, 3, -1, 2}, []int{2, 2, -1, 2}},
	} {
		got := slices.Clone(c.heads)
		projectivise(got)
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestCounterStops(t *testing.T) {
	c := make(counter, 8)
	for range 300 {
		c.add(3)
	}
	if got := c.of(3 + 8); got != 255 {
		t.Errorf("counted %d, want the bound of 255", got)
	}
}

func TestDescribeSeesLines(t *testing.T) {
	d := docs(t)[0]
	e := paragraphs(d, nil)[0]
	if len(e.paragraph.Words) != 10 || e.paragraph.Gaps[3] != sentence.GapNone || e.paragraph.Gaps[4] != sentence.GapSpace {
		t.Errorf("%d words, gaps %v", len(e.paragraph.Words), e.paragraph.Gaps)
	}
	if e.paragraph.Words[0].Lower != lexis.Lower("velm") {
		t.Error("the first word is not Velm")
	}
}

// TestEncoderWantsTheProject: the run is of scripts that lie in the project.
func TestEncoderWantsTheProject(t *testing.T) {
	t.Chdir(t.TempDir())
	err := Job{Python: "python3", Work: "work", Out: ".", Log: new(bytes.Buffer)}.Run("encoder")
	if err == nil || !strings.Contains(err.Error(), "fit.py") || !strings.Contains(err.Error(), "folder of the project") {
		t.Errorf("error %v; want the script's name and where to run it", err)
	}
}
