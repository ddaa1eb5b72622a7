package train

import (
	"math/rand/v2"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/language/lexis"
	"rapporteur/language/linear"
	"rapporteur/language/sentence"
	"rapporteur/language/token"
	"rapporteur/train/perceptron"
)

// boundaries is a paragraph with its gold sentence ends.
type boundaries struct {
	paragraph sentence.Paragraph
	ends      []bool
}

// Sentences fits the sentence splitter.
func Sentences(docs []*conllu.Doc, clusters *lexis.Clusters, s Settings) *linear.Table {
	var examples []boundaries
	for _, d := range docs {
		examples = append(examples, paragraphs(d, clusters)...)
	}
	w := perceptron.New(2, s.Bits)
	r := rand.New(rand.NewPCG(s.Seed, 0))
	var scores [linear.MaxClasses]int16
	var features []linear.Feature
	for range s.Epochs {
		r.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, e := range examples {
			c := sentence.NewCursor(e.paragraph)
			for i := 0; i+1 < len(e.ends); i++ {
				features = c.Features(i, features[:0])
				w.Score(features, &scores)
				// The margin keeps the two kinds of mistake apart from luck.
				gold := sentence.Goes
				if e.ends[i] {
					gold = sentence.Ends
				}
				if scores[gold] < scores[1-gold]+1 {
					w.Add(features, gold, 1)
					w.Add(features, 1-gold, -1)
				}
				w.Next()
				c.Next(i, e.ends[i])
			}
		}
	}
	return w.Table()
}

// paragraphs cuts a gold document as the reader would and marks the tokens that
// end a gold sentence.
func paragraphs(d *conllu.Doc, clusters *lexis.Clusters) []boundaries {
	ends := map[int]bool{}
	for _, s := range d.Sentences {
		ends[s.Span.End] = true
	}
	var out []boundaries
	for _, span := range sentence.Paragraphs(d.Article.Text) {
		tokens := token.Split(nil, d.Article.Text, span)
		e := boundaries{ends: make([]bool, len(tokens))}
		e.paragraph = Describe(d.Article.Text, tokens, clusters)
		for i, t := range tokens {
			e.ends[i] = ends[t.Span.End]
		}
		out = append(out, e)
	}
	return out
}

// Describe makes the splitter's view of tokens.
func Describe(text string, tokens []token.Token, clusters *lexis.Clusters) sentence.Paragraph {
	var p sentence.Paragraph
	for i, t := range tokens {
		p.Words = append(p.Words, lexis.Describe(text[t.Span.Start:t.Span.End], clusters))
		next := t.Span.End
		if i+1 < len(tokens) {
			next = tokens[i+1].Span.Start
		}
		p.Gaps = append(p.Gaps, sentence.GapOf(text, rapporteur.Span{Start: t.Span.End, End: next}))
	}
	return p
}
