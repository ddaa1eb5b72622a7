package train

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/language/lexis"
	"rapporteur/language/linear"
	"rapporteur/language/tag"
	"rapporteur/train/perceptron"
)

// tagged is a sentence with its gold tags.
type tagged struct {
	words []lexis.Word
	gold  []tag.Tag
}

// Tags fits the tagger on docs. The pairs of tags it can give are those of all,
// of which docs may be a part, so that taggers fitted on other parts number
// them alike.
func Tags(docs []*conllu.Doc, clusters *lexis.Clusters, s TagSettings, all []*conllu.Doc) *tag.Tagger {
	labels, index := tagLabels(all, s.Least)
	var examples []tagged
	for _, d := range docs {
		for _, sentence := range d.Sentences {
			examples = append(examples, tagSentence(d.Document, sentence, index, clusters))
		}
	}
	one := fitTags(examples, len(labels), s.Settings, tag.FirstFeatures, nil)
	// The second pass must learn from tags as wrong as it will meet, so each
	// fold of the data is tagged by a first pass fitted on the others.
	guesses := make([][]tag.Tag, len(examples))
	order := rand.New(rand.NewPCG(s.Seed, 1)).Perm(len(examples))
	for k := range s.Folds {
		var rest []tagged
		for n, e := range order {
			if n%s.Folds != k {
				rest = append(rest, examples[e])
			}
		}
		fold := fitTags(rest, len(labels), s.Settings, tag.FirstFeatures, nil)
		for n, e := range order {
			if n%s.Folds == k {
				guesses[e] = tagOnce(fold, examples[e].words, len(labels))
			}
		}
	}
	two := fitTags(examples, len(labels), s.Settings, tag.SecondFeatures, guesses)
	return tag.New(labels, one, two)
}

type tagFeatures func([]lexis.Word, []tag.Tag, int, []linear.Feature) []linear.Feature

// fitTags fits one pass. Tags that the features ask for are those it has just
// decided itself, to the left, and those of guesses, where given, to the right.
func fitTags(examples []tagged, classes int, s Settings, describe tagFeatures, guesses [][]tag.Tag) *linear.Table {
	w := perceptron.New(classes, s.Bits)
	r := rand.New(rand.NewPCG(s.Seed, 0))
	order := make([]int, len(examples))
	for i := range order {
		order[i] = i
	}
	var scores [linear.MaxClasses]int16
	var features []linear.Feature
	for range s.Epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			e := examples[n]
			tags := make([]tag.Tag, len(e.words))
			if guesses != nil {
				copy(tags, guesses[n])
			}
			for i := range e.words {
				features = describe(e.words, tags, i, features[:0])
				w.Score(features, &scores)
				best := linear.Best(scores[:classes])
				if gold := int(e.gold[i]); best != gold {
					w.Add(features, gold, 1)
					w.Add(features, best, -1)
				}
				tags[i] = tag.Tag(best)
				w.Next()
			}
		}
	}
	return w.Table()
}

func tagOnce(table *linear.Table, words []lexis.Word, classes int) []tag.Tag {
	var scores [linear.MaxClasses]int16
	tags := make([]tag.Tag, len(words))
	for i := range words {
		table.Score(tag.FirstFeatures(words, tags, i, nil), &scores)
		tags[i] = tag.Tag(linear.Best(scores[:classes]))
	}
	return tags
}

// tagLabels are the pairs of tags that the treebanks use, the frequent first.
func tagLabels(docs []*conllu.Doc, least int) ([]string, map[string]tag.Tag) {
	count := map[string]int{}
	for _, d := range docs {
		for _, t := range d.Tokens {
			count[t.UPOS+" "+t.XPOS]++
		}
	}
	var labels []string
	for label, n := range count {
		if n >= least {
			labels = append(labels, label)
		}
	}
	slices.SortFunc(labels, func(a, b string) int {
		return cmp.Or(count[b]-count[a], cmp.Compare(a, b))
	})
	labels = labels[:min(len(labels), linear.MaxClasses)]
	index := map[string]tag.Tag{}
	for i, label := range labels {
		index[label] = tag.Tag(i)
	}
	return labels, index
}

func tagSentence(d *rapporteur.Document, s rapporteur.Sentence, index map[string]tag.Tag, clusters *lexis.Clusters) tagged {
	var e tagged
	for i := s.First; i < s.End; i++ {
		e.words = append(e.words, lexis.Describe(d.Word(i), clusters))
		e.gold = append(e.gold, index[d.Tokens[i].UPOS+" "+d.Tokens[i].XPOS])
	}
	return e
}

// Jackknife fits a tagger for each fold of the documents, on the others; the
// function it returns gives the one that has not seen document n.
func Jackknife(docs []*conllu.Doc, clusters *lexis.Clusters, s TagSettings) func(n int) *tag.Tagger {
	taggers := make([]*tag.Tagger, s.Folds)
	for k := range taggers {
		var rest []*conllu.Doc
		for i, d := range docs {
			if i%s.Folds != k {
				rest = append(rest, d)
			}
		}
		taggers[k] = Tags(rest, clusters, s, docs)
	}
	return func(n int) *tag.Tagger { return taggers[n%s.Folds] }
}
