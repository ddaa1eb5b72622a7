package gold

import (
	"iter"
	"path/filepath"
	"testing"
)

// check reads a shared file whole and compares the number of its records and
// of their annotations with what the README of the data states, or what was
// counted when the reader was written.
func check[T any](t *testing.T, file string, read func(string) iter.Seq2[T, error], annotations func(T) int, records, want int) {
	t.Helper()
	n, m := 0, 0
	for r, err := range read(filepath.Join(Shared(t, "data"), file)) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		m += annotations(r)
	}
	if n != records || m != want {
		t.Errorf("%s: %d records with %d annotations, want %d with %d", file, n, m, records, want)
	}
}

func TestSharedDataReadWhole(t *testing.T) {
	names := func(a *NamedArticle) int { return len(a.Entities) }
	check(t, "ner/worldwide.train.bioes.tsv.gz", Names, names, 743, 32431)
	check(t, "ner/worldwide.dev.bioes.tsv.gz", Names, names, 99, 4513)
	check(t, "ner/re3d.train.jsonl.gz", Re3d, func(a *Re3dArticle) int { return len(a.Entities) + len(a.Relations) }, 68, 3200+970)
	attributions := func(a *AttributedArticle) int { return len(a.Attributions) }
	check(t, "attribution/polnear.train.jsonl.gz", Attributions, attributions, 840, 19894)
	check(t, "attribution/polnear.dev.jsonl.gz", Attributions, attributions, 84, 2193)
	check(t, "events/plv.train.jsonl.gz", Pairs, func(Pair) int { return 1 }, 1026, 1026)
	check(t, "events/plover_gsr.dev.jsonl", Codings, func(c *Coding) int { return len(c.Source) + len(c.Target) }, 192, 388)
	codes := func(s *CodedSentence) int { return len(s.Events) }
	check(t, "events/petrarch_gsr.dev.jsonl", CodedSentences, codes, 46, 50)
	check(t, "events/petrarch_unit.dev.jsonl", CodedSentences, codes, 165, 190)
	toponyms := func(a *PlacedArticle) int { return len(a.Toponyms) }
	check(t, "places/lgl.jsonl.gz", Places, toponyms, 586, 5076)
	check(t, "places/geowebnews.jsonl.gz", Places, toponyms, 200, 6607)
	dates := func(a *DatedArticle) int { return len(a.Expressions) }
	check(t, "dates/gum.train.free.jsonl.gz", Dates, dates, 128, 1107)
	check(t, "dates/gum.train.nc.jsonl.gz", Dates, dates, 49, 134)
	check(t, "dates/gum.dev.free.jsonl.gz", Dates, dates, 20, 117)
	check(t, "dates/gum.dev.nc.jsonl.gz", Dates, dates, 10, 40)
	check(t, "dates/meantime.train.jsonl.gz", Dates, dates, 88, 358)
	check(t, "dates/eventstoryline.noisy.jsonl.gz", Dates, dates, 258, 881)
}

func TestSharedReportsReadWhole(t *testing.T) {
	for _, c := range []struct {
		dir                         []string
		reports, statements, events int
	}{
		{[]string{"data", "talks", "dev"}, 25, 131, 187},
		{[]string{"seeds"}, 1, 16, 14},
	} {
		files, err := Reports(Shared(t, c.dir...))
		if err != nil {
			t.Fatal(err)
		}
		statements, events := 0, 0
		for _, f := range files {
			r, err := Report(f)
			if err != nil {
				t.Fatal(err)
			}
			statements += len(r.Findings.Statements)
			events += len(r.Findings.Events)
		}
		if len(files) != c.reports || statements != c.statements || events != c.events {
			t.Errorf("%v: %d reports, %d statements, %d events; want %d, %d, %d", c.dir, len(files), statements, events, c.reports, c.statements, c.events)
		}
	}
}

func TestSharedTreesAndChainsReadWhole(t *testing.T) {
	for _, c := range []struct {
		file             string
		docs, words, all int
	}{
		{"ewt.dev.conllu.gz", 318, 25147, 0},
		{"gum.dev.free.conllu.gz", 20, 18432, 5133},
		{"gum.dev.nc.conllu.gz", 10, 9687, 2764},
		{"gum.train.free.conllu.gz", 128, 129805, 36789},
		{"gum.train.nc.conllu.gz", 49, 47605, 12860},
	} {
		docs, err := Trees(Shared(t, "data", "syntax", c.file))
		if err != nil {
			t.Fatal(err)
		}
		words, mentions := 0, 0
		for _, d := range docs {
			words += len(d.Tokens)
			chains, err := Chains(d)
			if err != nil {
				t.Fatal(err)
			}
			for _, chain := range chains {
				mentions += len(chain.Mentions)
			}
		}
		if len(docs) != c.docs || words != c.words || mentions != c.all {
			t.Errorf("%s: %d documents, %d words, %d mentions; want %d, %d, %d", c.file, len(docs), words, mentions, c.docs, c.words, c.all)
		}
	}
}
