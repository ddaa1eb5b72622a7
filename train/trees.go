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
	"rapporteur/train/perceptron"
)

// TreeSettings are those of the parser.
type TreeSettings struct {
	Settings
	Beam     int `json:"beam"`      // states kept while learning
	MinLabel int `json:"min_label"` // arcs rarer than this have no class of their own
}

// A TaggedSentence is a sentence with tags as the parser will meet them and its
// gold tree.
type TaggedSentence struct {
	Words  []parse.Word
	Heads  []int // -1 for the root
	Labels []string
}

// Trees fits the parser.
func Trees(sentences []TaggedSentence, s TreeSettings) (*linear.Model, error) {
	for i := range sentences {
		projectivise(sentences[i].Heads)
	}
	classes := arcClasses(sentences, s.MinLabel)
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
		labels := make([]uint8, len(t.Labels))
		known := true
		for i, label := range t.Labels {
			var ok bool
			labels[i], ok = index[label]
			known = known && ok
		}
		if !known {
			continue
		}
		if gold, err := p.Oracle(t.Heads, labels); err == nil {
			examples = append(examples, example{t.Words, gold})
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
func arcClasses(sentences []TaggedSentence, least int) []string {
	left, right := map[string]int{}, map[string]int{}
	for _, t := range sentences {
		for i, h := range t.Heads {
			if h < 0 || i < h {
				left[t.Labels[i]]++
			} else {
				right[t.Labels[i]]++
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

// TagSentences gives every gold sentence the tags of the tagger that says
// which: one that has not seen it.
func TagSentences(docs []*conllu.Doc, clusters *lexis.Clusters, tags func(doc int, words []lexis.Word) []ParserTag) []TaggedSentence {
	var out []TaggedSentence
	for n, d := range docs {
		for _, s := range d.Sentences {
			out = append(out, treeSentence(d.Document, s, clusters, func(words []lexis.Word) []ParserTag { return tags(n, words) }))
		}
	}
	return out
}

// ParserTag is a tag as parse.Word holds it.
type ParserTag struct{ Tag, UPOS uint8 }

func treeSentence(d *rapporteur.Document, s rapporteur.Sentence, clusters *lexis.Clusters, tags func([]lexis.Word) []ParserTag) TaggedSentence {
	var t TaggedSentence
	var words []lexis.Word
	for i := s.First; i < s.End; i++ {
		words = append(words, lexis.Describe(d.Word(i), clusters))
		head := -1
		if h := d.Tokens[i].Head; h >= 0 {
			head = h - s.First
		}
		t.Heads = append(t.Heads, head)
		t.Labels = append(t.Labels, d.Tokens[i].Deprel)
	}
	for i, tag := range tags(words) {
		t.Words = append(t.Words, parse.Word{Word: words[i], Tag: tag.Tag, UPOS: tag.UPOS})
	}
	return t
}
