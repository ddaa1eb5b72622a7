package train

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/language/lexis"
	"rapporteur/language/linear"
	"rapporteur/language/parse"
	"rapporteur/language/tag"
	"rapporteur/train/perceptron"
)

// taggedSentence is a sentence with tags as the parser will meet them and its
// gold tree.
type taggedSentence struct {
	words  []parse.Word
	heads  []int // -1 for the root
	labels []string
}

// Trees fits the parser. It must learn from tags as wrong as it will meet, so
// taggers(n) gives for document n a tagger that has not seen it.
func Trees(docs []*conllu.Doc, clusters *lexis.Clusters, taggers func(doc int) *tag.Tagger, s TreeSettings) (*linear.Model, error) {
	sentences := parseExamples(docs, clusters, taggers)
	for i := range sentences {
		projectivise(sentences[i].heads)
	}
	classes := arcClasses(sentences, s.Least)
	w := perceptron.New(len(classes), s.Bits)
	p, err := parse.New(classes, w)
	if err != nil {
		return nil, err
	}
	type example struct {
		words []parse.Word
		gold  []parse.Action
	}
	index := map[string]uint8{}
	for i, label := range p.Labels {
		index[label] = uint8(i)
	}
	var examples []example
	for _, t := range sentences {
		labels := make([]uint8, len(t.labels))
		known := true
		for i, label := range t.labels {
			var ok bool
			labels[i], ok = index[label]
			known = known && ok
		}
		if !known {
			continue
		}
		if gold, err := p.Oracle(t.heads, labels); err == nil {
			examples = append(examples, example{t.words, gold})
		}
	}
	beam := p.NewBeam(s.Beam)
	r := rand.New(rand.NewPCG(s.Seed, 0))
	for range s.Epochs {
		r.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, e := range examples {
			add, take := beam.Learn(e.words, e.gold)
			// Steps that both parses share cancel out and are left alone.
			for k := range add {
				if k < len(take) && add[k].Action != take[k].Action || diverged(add[:k], take[:min(k, len(take))]) {
					for _, class := range add[k].Classes {
						w.Add(add[k].Features, class, 1)
					}
					for _, class := range take[k].Classes {
						w.Add(take[k].Features, class, -1)
					}
				}
			}
			w.Next()
		}
	}
	return &linear.Model{Labels: classes, Table: w.Table()}, nil
}

// diverged reports whether the two parses went different ways before.
func diverged(a, b []parse.Update) bool {
	for i := range a {
		if a[i].Action != b[i].Action {
			return true
		}
	}
	return false
}

// arcClasses are the arcs of the treebank by side, the frequent first.
func arcClasses(sentences []taggedSentence, least int) []string {
	left, right := map[string]int{}, map[string]int{}
	for _, t := range sentences {
		for i, h := range t.heads {
			if h < 0 || i < h {
				left[t.labels[i]]++
			} else {
				right[t.labels[i]]++
			}
		}
	}
	return parse.Classes(frequent(left, least), frequent(right, least))
}

func frequent(count map[string]int, least int) []string {
	var out []string
	for label, n := range count {
		if n >= least {
			out = append(out, label)
		}
	}
	slices.SortFunc(out, func(a, b string) int { return cmp.Or(count[b]-count[a], cmp.Compare(a, b)) })
	return out
}

// projectivise lifts arcs that cross others to their head's head, the shortest
// crossing arc first, until none crosses (Nivre and Nilsson 2005, without their
// encoding: English crosses little).
func projectivise(heads []int) {
	for {
		worst, length := -1, len(heads)+1
		for i, h := range heads {
			if h >= 0 && !projective(heads, i) && abs(i-h) < length {
				worst, length = i, abs(i-h)
			}
		}
		if worst < 0 {
			return
		}
		heads[worst] = heads[heads[worst]]
	}
}

// projective reports whether everything between word i and its head hangs on
// one of them.
func projective(heads []int, i int) bool {
	h := heads[i]
	for k := min(i, h) + 1; k < max(i, h); k++ {
		up := k
		for up >= 0 && up != h {
			up = heads[up]
		}
		if up < 0 {
			return false
		}
	}
	return true
}

func abs(n int) int { return max(n, -n) }

// parseExamples are the sentences of the docs with the tags that tag gives them.
func parseExamples(docs []*conllu.Doc, clusters *lexis.Clusters, tag func(doc int) *tag.Tagger) []taggedSentence {
	var out []taggedSentence
	for n, d := range docs {
		g := tag(n)
		for _, s := range d.Sentences {
			out = append(out, parseExample(d.Document, s, clusters, g))
		}
	}
	return out
}

func parseExample(d *rapporteur.Document, s rapporteur.Sentence, clusters *lexis.Clusters, g *tag.Tagger) taggedSentence {
	var t taggedSentence
	var words []lexis.Word
	for i := s.First; i < s.End; i++ {
		words = append(words, lexis.Describe(d.Word(i), clusters))
		head := -1
		if h := d.Tokens[i].Head; h >= 0 {
			head = h - s.First
		}
		t.heads = append(t.heads, head)
		t.labels = append(t.labels, d.Tokens[i].Deprel)
	}
	tags := make([]tag.Tag, len(words))
	g.Tag(words, tags)
	for i, w := range words {
		upos, _ := g.Names(tags[i])
		t.words = append(t.words, parse.Word{Word: w, Tag: uint8(tags[i]), UPOS: parse.Number(upos)})
	}
	return t
}
