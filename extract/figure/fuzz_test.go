package figure

import (
	"math"
	"reflect"
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/date"
	"rapporteur/extract/grammar"
	"rapporteur/language/token"
)

// rough is a Document of one or two sentences whose tags and tree are made of
// shape, right or wrong: the laws hold for any tree.
func rough(text string, shape uint32) *rapporteur.Document {
	tags := [...][2]string{{"NOUN", "NNS"}, {"VERB", "VBD"}, {"PROPN", "NNP"}, {"NUM", "CD"}, {"ADP", "IN"}, {"VERB", "VBN"}, {"ADJ", "JJ"}, {"NOUN", "NN"}}
	relations := [...]string{"obl", "nummod", "case", "nsubj", "obj", "nmod", "conj", "acl", "xcomp", "nsubj:pass", "ccomp", "appos", "advcl", "aux", "mark", "compound"}
	d := &rapporteur.Document{Article: &rapporteur.Article{Text: text, Published: time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)}}
	for i, t := range token.Split(nil, text, rapporteur.Span{End: len(text)}) {
		shape = shape*1664525 + 1013904223
		tag := tags[shape>>29]
		d.Tokens = append(d.Tokens, rapporteur.Token{
			Span: t.Span, UPOS: tag[0], XPOS: tag[1], Lemma: text[t.Span.Start:t.Span.End],
			Head: int(shape>>8)%(i+1) - 1, Deprel: relations[shape>>6&15],
		})
	}
	n := len(d.Tokens)
	if n == 0 {
		return d
	}
	if half := n / 2; half > 0 && shape&1 == 1 {
		for i := half; i < n; i++ {
			if d.Tokens[i].Head < half {
				d.Tokens[i].Head = -1
			}
		}
		d.Sentences = []rapporteur.Sentence{{Span: d.SpanOf(0, half), First: 0, End: half}, {Span: d.SpanOf(half, n), First: half, End: n, Paragraph: 1}}
	} else {
		d.Sentences = []rapporteur.Sentence{{Span: d.SpanOf(0, n), First: 0, End: n}}
	}
	return d
}

func FuzzFind(f *testing.F) {
	for _, s := range sayings(f)[:160] {
		f.Add(s.text, uint32(len(s.text)))
	}
	f.Add("1,2,3 1.2.3 0.0 ,5 99999999999999999999999999 1,234,567,890.5 $ $5 $$ 5% % of 12- -12 12-15-18 1e9", uint32(7))
	f.Add("a half of a third of two and a half million and a half dozen dozens of scores of tens of thousands", uint32(9))
	f.Add("between 5 and between 6 and at least more than about up to 7 or more or so of them of them of", uint32(3))
	f.Add("year-long a year of a 20-day-old 3-month-long one in three out of every 10 of the 40 of", uint32(5))
	measures := []string{
		rapporteur.MeasureKilled, rapporteur.MeasureInjured, rapporteur.MeasureMissing, rapporteur.MeasureDetained, rapporteur.MeasureCaptivesTaken,
		rapporteur.MeasureCaptivesHeld, rapporteur.MeasureReleased, rapporteur.MeasureDisplaced, rapporteur.MeasureSheltered, rapporteur.MeasureHungry,
		rapporteur.MeasureTroops, rapporteur.MeasureAid, rapporteur.MeasureMoney, rapporteur.MeasureShareDestroyed, rapporteur.MeasureDuration, rapporteur.MeasureOther,
	}
	qualifiers := []string{"", "more than", "at least", "about", "up to", "nearly", "less than", "exactly", "vague"}
	f.Fuzz(func(t *testing.T, text string, shape uint32) {
		d := rough(text, shape)
		tree := grammar.New(d)
		cast := actor.Find(tree)
		dates := date.Find(tree)
		statements := []rapporteur.Statement{{Content: []rapporteur.Span{{Start: 0, End: len(text)}}, Speaker: rapporteur.Participant{Name: "Aster Vale"}}}
		var places []rapporteur.Place
		for i, k := range d.Tokens {
			if i%7 == 3 {
				places = append(places, rapporteur.Place{Span: k.Span, Name: d.Word(i)})
			}
		}
		found := Find(tree, cast, statements, dates, places)
		last := 0
		for _, x := range found {
			words := d.Text(x.Span)
			switch {
			case x.Span.Empty() || x.Span.Start < 0 || x.Span.End > len(text):
				t.Fatalf("span %v in a text of %d", x.Span, len(text))
			case x.Sentence < last || !d.Sentences[x.Sentence].Span.Contains(x.Span):
				t.Fatalf("%q is not in sentence %d, or that is out of order", words, x.Sentence)
			case !slices.Contains(measures, x.Measure):
				t.Fatalf("%q measures %q", words, x.Measure)
			case !slices.Contains(qualifiers, x.Qualifier):
				t.Fatalf("%q is qualified %q", words, x.Qualifier)
			case x.Value < 0 || x.Value == 0 && x.ValueMax == 0 || x.ValueMax != 0 && x.ValueMax <= x.Value || math.IsNaN(x.Value) || math.IsInf(x.ValueMax, 0) || math.IsInf(x.Value, 0):
				t.Fatalf("%q is %v to %v", words, x.Value, x.ValueMax)
			case x.Rule == "" || x.Unit == "":
				t.Fatalf("%q: rule %q, unit %q", words, x.Rule, x.Unit)
			case x.Statement != 0 || x.AttributedTo != "Aster Vale":
				t.Fatalf("%q is said by %q", words, x.AttributedTo)
			}
			last = x.Sentence
		}
		if again := Find(tree, cast, statements, dates, places); !reflect.DeepEqual(found, again) {
			t.Fatalf("read twice: %v, then %v", found, again)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	type input struct {
		tree  *grammar.Tree
		cast  *actor.Cast
		dates []rapporteur.Date
	}
	var in []input
	tokens := 0
	for _, d := range parses(b) {
		t := grammar.New(d)
		in = append(in, input{t, actor.Find(t), date.Find(t)})
		tokens += len(d.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, x := range in {
			Find(x.tree, x.cast, nil, x.dates, nil)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens), "ns/token")
}
