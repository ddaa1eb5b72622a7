package date

import (
	"slices"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/extract/grammar"
	"rapporteur/language/token"
)

// rough is a Document of one sentence whose tags and tree are made of shape,
// right or wrong: the laws hold for any tree.
func rough(text string, shape uint32, day time.Time) *rapporteur.Document {
	tags := [...][2]string{{"NOUN", "NN"}, {"VERB", "VBD"}, {"PROPN", "NNP"}, {"NUM", "CD"}, {"ADP", "IN"}, {"AUX", "MD"}, {"DET", "DT"}, {"PUNCT", "."}}
	d := &rapporteur.Document{Article: &rapporteur.Article{Text: text, Published: day}}
	for i, t := range token.Split(nil, text, rapporteur.Span{End: len(text)}) {
		shape = shape*1664525 + 1013904223
		tag := tags[shape>>29]
		head := int(shape>>8)%(i+1) - 1
		deprel := [...]string{"obl", "nummod", "case", "nsubj"}[shape>>6&3]
		d.Tokens = append(d.Tokens, rapporteur.Token{Span: t.Span, UPOS: tag[0], XPOS: tag[1], Lemma: text[t.Span.Start:t.Span.End], Head: head, Deprel: deprel})
	}
	if n := len(d.Tokens); n > 0 {
		half := n / 2
		if half > 0 && shape&1 == 1 {
			for i := half; i < n; i++ {
				if d.Tokens[i].Head < half {
					d.Tokens[i].Head = -1
				}
			}
			d.Sentences = append(d.Sentences, rapporteur.Sentence{Span: d.SpanOf(0, half), First: 0, End: half}, rapporteur.Sentence{Span: d.SpanOf(half, n), First: half, End: n, Paragraph: 1})
		} else {
			d.Sentences = append(d.Sentences, rapporteur.Sentence{Span: d.SpanOf(0, n), First: 0, End: n})
		}
	}
	return d
}

func FuzzFind(f *testing.F) {
	for text := range parses(f) {
		f.Add(text, uint32(1), int64(19800))
	}
	f.Add("2024-02-30 31/31/2024 0/0/00 9999-99-99 24:60 1e9 years ago 99999999 days ago", uint32(7), int64(0))
	f.Add("30 February to 31 April 1000 BC, the 0th century, '9 '99s, May 0, Monday the 32nd", uint32(9), int64(19800))
	f.Add("the end of the early late mid-mid-May of the last day of the first week of next year", uint32(3), int64(19800))
	f.Fuzz(func(t *testing.T, text string, shape uint32, days int64) {
		day := time.Time{}
		if days != 0 {
			day = time.Unix(days%200000*86400, 0).UTC()
		}
		d := rough(text, shape, day)
		tree := grammar.New(d)
		found := Find(tree)
		end := 0
		for _, x := range found {
			if x.Span.Start < end || x.Span.Empty() || x.Span.End > len(text) {
				t.Fatalf("span %v after byte %d in a text of %d", x.Span, end, len(text))
			}
			end = x.Span.End
			if !slices.Contains([]string{rapporteur.DateDay, rapporteur.DateTime, rapporteur.DateDuration, rapporteur.DateSet}, x.Type) {
				t.Fatalf("type %q of %q", x.Type, text[x.Span.Start:x.Span.End])
			}
			if (x.From == "") != (x.To == "") {
				t.Fatalf("%q covers %q to %q", text[x.Span.Start:x.Span.End], x.From, x.To)
			}
			if x.From != "" {
				from, err1 := time.Parse(iso8601, x.From)
				to, err2 := time.Parse(iso8601, x.To)
				if err1 != nil || err2 != nil || to.Before(from) {
					t.Fatalf("%q covers %q to %q", text[x.Span.Start:x.Span.End], x.From, x.To)
				}
			}
			if x.Rule == "" || x.Sentence >= len(d.Sentences) {
				t.Fatalf("%q: rule %q, sentence %d", text[x.Span.Start:x.Span.End], x.Rule, x.Sentence)
			}
			Compare(x, day)
		}
		for i := range d.Tokens {
			if at, ok := Attached(tree, found, i); ok && (at < 0 || at >= len(found)) {
				t.Fatalf("token %d is dated by %d of %d", i, at, len(found))
			}
		}
		if again := Find(tree); !slices.Equal(found, again) {
			t.Fatalf("read twice: %v, then %v", found, again)
		}
		Notes(tree, found)
	})
}

func BenchmarkFind(b *testing.B) {
	var trees []*grammar.Tree
	tokens := 0
	for _, d := range parses(b) {
		d.Article.Published = time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)
		trees = append(trees, grammar.New(d))
		tokens += len(d.Tokens)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, t := range trees {
			Find(t)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(tokens), "ns/token")
}
