package train

import (
	"math/rand/v2"

	"rapporteur"
	"rapporteur/gold"
	"rapporteur/language"
	"rapporteur/language/linear"
	"rapporteur/language/name"
	"rapporteur/train/crf"
)

// nameLabels are the classes of the tables.
func nameLabels() []string {
	labels := []string{"O"}
	for _, kind := range []string{
		rapporteur.EntityDate, rapporteur.EntityFacility, rapporteur.EntityLocation, rapporteur.EntityMisc, rapporteur.EntityMoney,
		rapporteur.EntityNORP, rapporteur.EntityOrganization, rapporteur.EntityPerson, rapporteur.EntityProduct,
	} {
		for _, part := range []string{"B-", "I-", "E-", "S-"} {
			labels = append(labels, part+kind)
		}
	}
	return labels
}

// named is an article as the recogniser reads it, with gold labels.
type named struct {
	sentences [][]name.Word
	gold      [][]int
	memory    *name.Memory
}

// Names fits the recogniser of names on articles that reader drafts.
func Names(articles []*gold.NamedArticle, reader *language.Reader, s NameSettings) (*name.Namer, error) {
	labels := nameLabels()
	index := map[string]int{}
	for i, l := range labels {
		index[l] = i
	}
	examples := make([]named, len(articles))
	lists := name.NewLists()
	for i, a := range articles {
		examples[i] = nameExample(a, reader, lists, index)
	}
	order := rand.New(rand.NewPCG(s.Seed, 1)).Perm(len(examples))
	for fold := range s.Folds {
		var rest []named
		for n, e := range order {
			if n%s.Folds != fold {
				rest = append(rest, examples[e])
			}
		}
		table, err := fitNames(rest, labels, s)
		if err != nil {
			return nil, err
		}
		once, err := name.New(labels, table, table)
		if err != nil {
			return nil, err
		}
		for n, e := range order {
			if n%s.Folds == fold {
				examples[e].memory = name.Remember(examples[e].sentences, once.First(examples[e].sentences))
			}
		}
	}
	second, err := fitNames(examples, labels, s)
	if err != nil {
		return nil, err
	}
	for i := range examples {
		examples[i].memory = nil
	}
	first, err := fitNames(examples, labels, s)
	if err != nil {
		return nil, err
	}
	return name.New(labels, first, second)
}

func fitNames(examples []named, labels []string, s NameSettings) (*linear.Table, error) {
	legal, err := name.Legal(labels)
	if err != nil {
		return nil, err
	}
	f := crf.New(len(labels), s.Bits, legal, name.Previous, s.Rate, s.Decay)
	type sentence struct{ example, index, first int }
	var order []sentence
	seen := make(counter, 1<<26)
	for e := range examples {
		first := 0
		for i, words := range examples[e].sentences {
			order = append(order, sentence{e, i, first})
			for k := range words {
				for _, feature := range name.Features(words, k, first, examples[e].memory, nil) {
					seen.add(feature)
				}
			}
			first += len(words)
		}
	}
	r := rand.New(rand.NewPCG(s.Seed, 0))
	for range s.Epochs {
		r.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, o := range order {
			e := &examples[o.example]
			words := e.sentences[o.index]
			features := make([][]linear.Feature, len(words))
			for k := range words {
				for _, feature := range name.Features(words, k, o.first, e.memory, nil) {
					if seen.of(feature) >= s.Least {
						features[k] = append(features[k], feature)
					}
				}
			}
			f.Step(features, e.gold[o.index])
		}
	}
	return f.Table(), nil
}

// counter counts features, up to 255, by the low bits of their hash.
type counter []uint8

func (c counter) add(f linear.Feature) {
	if n := &c[int(f)&(len(c)-1)]; *n < 255 {
		*n++
	}
}

func (c counter) of(f linear.Feature) int { return int(c[int(f)&(len(c)-1)]) }

// nameExample drafts an article and labels its tokens. A token that a gold
// boundary cuts belongs to the entity whole.
func nameExample(a *gold.NamedArticle, reader *language.Reader, lists *name.Lists, index map[string]int) named {
	d := reader.Draft(nil, a.Text)
	e := named{sentences: language.NameWords(d, a.Text, lists)}
	next := 0
	for _, s := range d.Sentences {
		labels := make([]int, s.End-s.First)
		for i := s.First; i < s.End; {
			span := d.Tokens[i].Span
			for next < len(a.Entities) && a.Entities[next].Span.End <= span.Start {
				next++
			}
			if next == len(a.Entities) || !a.Entities[next].Span.Overlaps(span) {
				i++
				continue
			}
			entity := a.Entities[next]
			end := i
			for end < s.End && d.Tokens[end].Span.Overlaps(entity.Span) {
				end++
			}
			for k := i; k < end; k++ {
				labels[k-s.First] = index[name.Part(k-i, end-i)+entity.Type]
			}
			i = end
			if i < s.End {
				next++ // what overlaps the next token is the next entity
			}
		}
		e.gold = append(e.gold, labels)
	}
	return e
}
