package statement

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/extract/actor"
	"rapporteur/extract/grammar"
)

// joined is the corpora as one report.
func joined(b *testing.B) *rapporteur.Document {
	trees := parses(b)
	d := &rapporteur.Document{Article: &rapporteur.Article{}}
	var text strings.Builder
	for _, s := range sayings(b) {
		from := trees[s.text]
		if from == nil {
			b.Fatalf("no parse of %q", s.text)
		}
		shift, tokens := text.Len(), len(d.Tokens)
		move := func(x rapporteur.Span) rapporteur.Span {
			return rapporteur.Span{Start: x.Start + shift, End: x.End + shift}
		}
		for _, t := range from.Tokens {
			if t.Span = move(t.Span); t.Head >= 0 {
				t.Head += tokens
			}
			d.Tokens = append(d.Tokens, t)
		}
		paragraph := len(d.Sentences)
		for _, x := range from.Sentences {
			d.Sentences = append(d.Sentences, rapporteur.Sentence{Span: move(x.Span), First: x.First + tokens, End: x.End + tokens, Paragraph: paragraph + x.Paragraph})
		}
		text.WriteString(s.text + "\n\n")
	}
	d.Article.Text = text.String()
	complete(d)
	return d
}

func BenchmarkFind(b *testing.B) {
	tree := grammar.New(joined(b))
	cast := actor.Find(tree)
	for b.Loop() {
		Find(tree, cast)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(tree.Tokens)), "ns/token")
}

// A text without a stop is one sentence, however long: time must not grow with
// its square.
func BenchmarkOneSentence(b *testing.B) {
	d := rough(strings.Join(slices.Repeat([]string{"Vale said , “ we told them ” and accused the rebels of lying ;"}, 2000), " "), 5)
	for i := range d.Tokens {
		d.Tokens[i].Head = max(i-1, -1)
	}
	d.Sentences = []rapporteur.Sentence{{Span: d.SpanOf(0, len(d.Tokens)), First: 0, End: len(d.Tokens)}}
	tree := grammar.New(d)
	cast := actor.Find(tree)
	for b.Loop() {
		Find(tree, cast)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(tree.Tokens)), "ns/token")
}
