package main

import (
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/extract/event"
	"rapporteur/extract/grammar"
	"rapporteur/gold"
	"rapporteur/knowledge/plover"
)

// A report is one text of a source.
type report struct {
	source  string
	article *rapporteur.Article
	types   []string // of events that it is known to tell of
	tree    *grammar.Tree
	heads   []event.Head
}

// The sources. Only news and pages are fitted on.
const (
	news    = "news"       // reports, releases and essays on what states do
	pages   = "pages"      // what is about other things
	pageDev = "pages, dev" // the same, of other documents
	own     = "own"        // the sentences of the lexicon
	coded   = "PLOVER"     // its gold records
	pairs   = "PLV"
	talks   = "talks"
)

// gather is all reports of all sources, unread.
func gather(data string) ([]*report, error) {
	var out []*report
	add := func(source, text string, types ...string) {
		out = append(out, &report{source: source, article: &rapporteur.Article{Text: text}, types: types})
	}
	for _, name := range []string{"wikinews_2019_2020", "au_pm_media_releases", "us_foreign_relations_milestones"} {
		for a, err := range gold.Texts(filepath.Join(data, "text", name+".jsonl.gz")) {
			if err != nil {
				return nil, err
			}
			add(news, a.Text)
		}
	}
	for _, name := range []string{"ewt.train", "gum.train.free", "ewt.dev", "gum.dev.free"} {
		texts, err := pagesOf(filepath.Join(data, "syntax", name+".conllu.gz"))
		if err != nil {
			return nil, err
		}
		source := pages
		if strings.Contains(name, ".dev") {
			source = pageDev
		}
		for _, text := range texts {
			add(source, text)
		}
	}
	for _, r := range slices.Concat(plover.Verbs(), plover.Nouns()) {
		if len(r.Events) > 0 {
			add(own, r.Example, typesOf(r.Events)...)
		}
	}
	for c, err := range gold.Codings(filepath.Join(data, "events/plover_gsr.dev.jsonl")) {
		if err != nil {
			return nil, err
		}
		if c.Type != "" && c.Type != "NONE" && c.Text != "" {
			add(coded, c.Text, c.Type)
		}
	}
	at := map[string]*report{}
	for p, err := range gold.Pairs(filepath.Join(data, "events/plv.train.jsonl.gz")) {
		if err != nil {
			return nil, err
		}
		if at[p.Text] == nil {
			add(pairs, p.Text)
			at[p.Text] = out[len(out)-1]
		}
		at[p.Text].types = append(at[p.Text].types, p.Type)
	}
	files, err := gold.Reports(filepath.Join(data, "talks/dev"))
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		r, err := gold.Report(file)
		if err != nil {
			return nil, err
		}
		add(talks, r.Document.Article.Text)
	}
	return out, nil
}

// typesOf are the types of events as they print: "AGREE(Norway -> Peru)".
func typesOf(events []string) []string {
	var out []string
	for _, e := range events {
		out = append(out, e[:strings.IndexAny(e, "/(")])
	}
	return out
}

// pagesOf are the documents of a treebank that are about other things than news, and
// whose texts anybody may use for anything.
func pagesOf(path string) ([]string, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	z, err := gzip.NewReader(file)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	docs, err := conllu.Read(z)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", path, err)
	}
	var out []string
	for _, d := range docs {
		genre, _, _ := strings.Cut(strings.ReplaceAll(strings.TrimPrefix(d.ID, "GUM_"), "-", "_"), "_")
		switch genre {
		case "answers", "reviews", "academic", "conversation", "vlog", "voyage":
			out = append(out, d.Article.Text)
		}
	}
	return out, nil
}
