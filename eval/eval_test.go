package eval

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/fixture"
	"rapporteur/gold"
)

// span is the nth place of words in text.
func span(text, words string, nth int) rapporteur.Span {
	at := -1
	for range nth {
		at += 1 + strings.Index(text[at+1:], words)
	}
	return rapporteur.Span{Start: at, End: at + len(words)}
}

func check(t *testing.T, got Tally, want map[string]Count) {
	t.Helper()
	for metric, c := range want {
		if got[metric] != c {
			t.Errorf("%s: %v, want %v", metric, got[metric], c)
		}
	}
	for metric, c := range got {
		if _, asked := want[metric]; !asked {
			t.Errorf("%s: %v, which the test does not expect", metric, c)
		}
	}
}

func TestCount(t *testing.T) {
	sum := count(2, 4, 3).Add(count(1, 2, 2))
	if sum != count(3, 6, 5) {
		t.Errorf("sum %v", sum)
	}
	if got, want := sum.String(), "P 60.0 R 50.0 F1 54.5 (gold 6, predicted 5)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got := (Count{}).F1(); got != 0 {
		t.Errorf("F1 of nothing %v, want 0", got)
	}
	tally := Tally{"a": count(1, 1, 1)}.Add(Tally{"a": count(0, 1, 0), "b": share(1, 2)})
	check(t, tally, map[string]Count{"a": count(1, 2, 1), "b": share(1, 2)})
}

func TestChars(t *testing.T) {
	text := "é1é2é3é4é5"
	at := func(from, to int) rapporteur.Span { return rapporteur.Span{Start: 3 * from, End: 3 * to} }
	a := newChars(text, []rapporteur.Span{at(2, 3), at(0, 1), at(0, 2), {Start: 4, End: 4}})
	b := newChars(text, []rapporteur.Span{at(1, 5), {Start: 12, End: 99}})
	if a.len() != 6 || b.len() != 8 || a.and(b) != 4 || b.and(a) != 4 {
		t.Errorf("sizes %d and %d, common %d and %d; want 6, 8, 4, 4", a.len(), b.len(), a.and(b), b.and(a))
	}
	if got := a.jaccard(b); got != 0.4 {
		t.Errorf("Jaccard %v, want 0.4", got)
	}
	if got := newChars(text, nil).jaccard(newChars(text, nil)); got != 0 {
		t.Errorf("Jaccard of nothing %v, want 0", got)
	}
}

func TestSyntax(t *testing.T) {
	want := fixture.Words(t, `
		Velm   PROPN/NNP nsubj    3
		can    AUX/MD    aux      3
		sail   VERB/VB   root     0
		+.     PUNCT/.   punct    3

		It     PRON/PRP  nsubj    2
		waits  VERB/VBZ  root     0  wait
		.      PUNCT/.   punct    2`)
	// One sentence, "can sail" one word, another head for the full stop, another lemma.
	got := fixture.Words(t, `
		Velm    PROPN/NNP nsubj:pass  3
		can     VERB/VB   root        0
		+sail   VERB/VB   flat        2
		.       PUNCT/.   punct       3
		It      PRON/PRP  nsubj       6
		waits   VERB/VBZ  parataxis   2  waits
		.       PUNCT/.   punct       6`)
	check(t, Syntax(want, got), map[string]Count{
		"sentences": count(0, 2, 1),
		"words":     count(7, 7, 7),
		"upos":      count(6, 7, 7),
		"xpos":      count(6, 7, 7),
		"lemma":     count(6, 7, 7),
		"uas":       count(4, 7, 7), // Velm, the first full stop, It, the last full stop
		"las":       count(4, 7, 7),
	})
	short := fixture.Words(t, `
		Velm    PROPN nsubj  2
		cansail VERB  root   0
		+.      PUNCT punct  2`)
	tally := Syntax(want, short)
	if got, want := tally["words"], count(2, 7, 3); got != want {
		t.Errorf("words that are joined: %v, want %v", got, want)
	}
	if tally[differs].Gold != 1 {
		t.Errorf("a text cut short is not noted")
	}
}

func TestSyntaxTellsWordsOfAContractionApart(t *testing.T) {
	text := `
		# newdoc id = du
		1-2 du _ _ _ _ _ _ _ _
		1 de de ADP IN _ 3 case _ _
		2 le le DET DT _ 3 det _ _
		3 port port NOUN NN _ 0 root _ _
`
	want, got := fixture.CoNLLU(t, text), fixture.CoNLLU(t, text)
	got.Tokens[1].UPOS = "PRON"
	check(t, Syntax(want, got), map[string]Count{
		"sentences": count(1, 1, 1), "words": count(3, 3, 3), "upos": count(2, 3, 3), "xpos": count(3, 3, 3),
		"lemma": count(3, 3, 3), "uas": count(3, 3, 3), "las": count(3, 3, 3),
	})
}

func TestNames(t *testing.T) {
	text := "Aster Vale of Velm met Arden"
	entity := func(words, class string) rapporteur.Entity {
		return rapporteur.Entity{Span: span(text, words, 1), Type: class}
	}
	check(t, Names(text,
		[]rapporteur.Entity{entity("Aster Vale", "Person"), entity("Velm", "Location"), entity("Arden", "Location")},
		[]rapporteur.Entity{entity("Aster", "Person"), entity("Velm", "Location"), entity("Arden", "Organization"), entity("Velm", "Location")},
	), map[string]Count{
		"Person": count(0, 1, 1), "Location": count(1, 2, 1), "Organization": count(0, 0, 1),
		"span only": count(2, 3, 3), "all": count(1, 3, 3),
	})
}

func TestAttributions(t *testing.T) {
	text := "“Élan,” said Aster Vale, “is ours.”"
	want := []gold.Attribution{
		{Source: []rapporteur.Span{span(text, "Aster Vale", 1)}, Cue: []rapporteur.Span{span(text, "said", 1)},
			Content: []rapporteur.Span{span(text, "Élan", 1), span(text, "is ours", 1)}},
		{NoSource: true, Content: []rapporteur.Span{span(text, "ours", 1)}},
	}
	got := []rapporteur.Statement{{
		Speaker: rapporteur.Participant{Spans: []rapporteur.Span{span(text, "Aster", 1), span(text, "Vale", 1)}},
		Cue:     span(text, "said", 1),
		Content: []rapporteur.Span{span(text, "Élan", 1), span(text, "is", 1)},
	}, {}}
	check(t, Attributions(text, want, got), map[string]Count{
		"source exact": count(0, 1, 1), "source begin": count(1, 1, 1), "source chars": count(5, 10, 5),
		"cue exact": count(1, 1, 1), "cue begin": count(1, 1, 1), "cue chars": count(4, 4, 4),
		"content exact": count(1, 3, 2), "content begin": count(2, 3, 2), "content chars": count(6, 11, 6),
	})
}

// by is participants at spans.
func by(spans ...rapporteur.Span) []rapporteur.Participant {
	return []rapporteur.Participant{{Spans: spans}}
}

func TestPair(t *testing.T) {
	text := "Arden will withdraw from Velm, Oster said."
	arden, velm := span(text, "Arden", 1), span(text, "Velm", 1)
	want := gold.Pair{Text: text, Source: arden, Target: velm, Type: "YIELD"}
	for _, c := range []struct {
		name           string
		events         []rapporteur.Event
		any, kind, all int
	}{
		{"nothing", nil, 0, 0, 0},
		{"another type", []rapporteur.Event{{Type: "ASSAULT", Actors: by(arden), Recipients: by(velm)}}, 1, 0, 0},
		{"the type alone", []rapporteur.Event{{Type: "RETREAT", Actors: by(velm), Recipients: by(arden)}}, 1, 1, 0},
		{"the pair", []rapporteur.Event{{Type: "CONCEDE", Actors: by(arden), Recipients: by(velm)}}, 1, 1, 1},
		{"both are actors", []rapporteur.Event{{Type: "YIELD", Actors: by(velm, arden)}}, 1, 1, 1},
	} {
		t.Run(c.name, func(t *testing.T) {
			check(t, Pair(want, c.events), map[string]Count{
				"sentence coded": share(c.any, 1), "type in sentence": share(c.kind, 1), "type with the pair": share(c.all, 1),
				"YIELD type in sentence": share(c.kind, 1), "YIELD type with the pair": share(c.all, 1),
			})
		})
	}
}

func TestCodingAndRoots(t *testing.T) {
	events := []rapporteur.Event{{Type: "AID", CAMEO: "07"}, {Type: "REQUEST", CAMEO: "10"}, {Type: "AID", CAMEO: "07"}, {Type: "CONSULT"}}
	check(t, Coding(&gold.Coding{Type: "REQUEST"}, &rapporteur.Findings{Events: events}), map[string]Count{typeAmongFound: count(1, 1, 3)})
	check(t, Coding(&gold.Coding{Type: "THREATEN"}, &rapporteur.Findings{}), map[string]Count{typeAmongFound: count(0, 1, 0)})
	met := &rapporteur.Findings{
		Actors: []rapporteur.Actor{{Country: "JPN"}, {Sectors: []string{"IGO"}}},
		Events: []rapporteur.Event{{Type: "CONSULT", Actors: []rapporteur.Participant{{Actor: 0}, {Actor: 1}, {Actor: rapporteur.None}}}},
	}
	coded := gold.Coding{Type: "CONSULT", Source: []gold.CodedActor{{Code: "JAP"}}, Target: []gold.CodedActor{{Code: "UNO"}}}
	check(t, Coding(&coded, met), map[string]Count{typeAmongFound: count(1, 1, 1), typeAndCountries: share(1, 1)})
	coded.Target = []gold.CodedActor{{Code: "CHN"}}
	check(t, Coding(&coded, met), map[string]Count{typeAmongFound: count(1, 1, 1), typeAndCountries: share(0, 1)})
	sentence := &gold.CodedSentence{Events: []gold.CAMEO{{Code: "0712"}, {Code: "041"}, {Code: "071"}}}
	check(t, Roots(sentence, events), map[string]Count{rootCodes: count(1, 2, 2)})
	check(t, Roots(&gold.CodedSentence{NoEvents: true}, events), map[string]Count{rootCodes: count(0, 0, 2), noneForNone: share(0, 1)})
}

func TestPlaces(t *testing.T) {
	at := func(start int) rapporteur.Span { return rapporteur.Span{Start: start, End: start + 5} }
	want := []gold.Toponym{
		{Span: at(0), Located: true, Lat: 10, Lon: 20, GeoNamesID: 1},
		{Span: at(10), Located: true, Lat: 10, Lon: 20, GeoNamesID: 2},
		{Span: at(20), Located: true, Lat: 10, Lon: 20},
		{Span: at(30)},
	}
	got := []rapporteur.Place{
		{Span: at(2), Resolved: true, Lat: 11, Lon: 20, GeoNamesID: 1},  // 111 km off
		{Span: at(10), Resolved: true, Lat: 10, Lon: 22, GeoNamesID: 9}, // 219 km off
		{Span: at(30)},
		{Span: at(40)},
	}
	check(t, Places(want, got), map[string]Count{
		placeFound: {Found: 2, Gold: 3, Right: 3, Predicted: 4},
		placeNear:  share(1, 2), placeSame: share(1, 2), placeNearOfAll: share(1, 3),
	})
}

func TestDates(t *testing.T) {
	text := "On Monday 11 March, in May, and a dateline"
	want := []gold.TimeExpression{
		{Span: span(text, "Monday 11 March", 1), Value: "2024-03-11"},
		{Span: span(text, "May", 1), When: "2024-05"},
		{Span: span(text, "dateline", 1), IsCreated: true, Value: "2024"},
	}
	got := []rapporteur.Date{
		{Span: span(text, "Monday", 1), Value: "2024-03-11"},
		{Span: span(text, "Monday 11 March", 1), Value: "2024-03-12"},
		{Span: span(text, "in May", 1), Value: "2024-05"},
	}
	check(t, Dates(text, want, got), map[string]Count{
		dateOverlapping: count(2, 2, 3), dateExact: count(1, 2, 3), dateValue: count(1, 2, 3), dateValueFound: share(1, 2),
	})
}

func TestTEI(t *testing.T) {
	text := "12 March 2024\nIn the 1990s, in 508 BC and this week, for two days, she left that evening or on Friday."
	published := time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)
	d := &gold.DatedArticle{Article: &rapporteur.Article{Text: text, Published: published}, Expressions: []gold.TimeExpression{
		{Tag: "date", Span: span(text, "12 March 2024", 1), When: "2024-03-12"}, // a line of its own
		{Tag: "date", Span: span(text, "1990s", 1), From: "1990", To: "1999"},
		{Tag: "date", Span: span(text, "508 BC", 1), When: "-0508"},
		{Tag: "date", Span: span(text, "this week", 1), From: "2024-03-10", To: "2024-03-16"},
	}}
	got := []rapporteur.Date{
		{Span: span(text, "the 1990s", 1), Type: rapporteur.DateDay, Value: "199", From: "1990-01-01", To: "1999-12-31"},
		{Span: span(text, "508 BC", 1), Type: rapporteur.DateDay, Value: "BC0508"},
		{Span: span(text, "this week", 1), Type: rapporteur.DateDay, Value: "2024-W11", From: "2024-03-11", To: "2024-03-17"},
		{Span: span(text, "two days", 1), Type: rapporteur.DateDuration, Value: "P2D"},
		{Span: span(text, "that evening", 1), Type: rapporteur.DateTime, Value: "2024-03-12TEV", From: "2024-03-12", To: "2024-03-12"},
		{Span: span(text, "Friday", 1), Type: rapporteur.DateDay, Value: "2024-03-15", From: "2024-03-15", To: "2024-03-15"},
	}
	check(t, TEI(d, got), map[string]Count{
		dateOverlapping + asTEI: count(3, 3, 4), dateExact + asTEI: count(3, 3, 4), teiDay: count(2, 3, 4),
	})
}

func TestOpening(t *testing.T) {
	d := &rapporteur.Document{}
	var got []rapporteur.Date
	for i := range 8 {
		s := rapporteur.Span{Start: 10 * i, End: 10*i + 9}
		d.Sentences = append(d.Sentences, rapporteur.Sentence{Span: s})
		got = append(got, rapporteur.Date{Span: s})
	}
	if n := len(opening(d, got)); n != 6 {
		t.Errorf("%d dates in the first six sentences, want 6", n)
	}
}

func TestTasksAreFoundInFolders(t *testing.T) {
	dir := t.TempDir()
	put := func(files ...string) {
		for _, f := range files {
			if err := os.MkdirAll(filepath.Join(dir, filepath.Dir(f)), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(filepath.Join(dir, f), nil, 0o666); err != nil {
				t.Fatal(err)
			}
		}
	}
	put("syntax/ewt.dev.conllu.gz", "syntax/gum.dev.conllu", "syntax/ewt.train.conllu.gz", "syntax/README.md",
		"events/plv.train.jsonl.gz", "events/plover_gsr.dev.jsonl", "events/petrarch_unit.dev.jsonl", "events/cameo_to_plover.tsv",
		"places/lgl.jsonl.gz", "places/geowebnews.jsonl.gz", "dates/gum.dev.jsonl.gz", "dates/meantime.train.jsonl.gz",
		"dates/story.noisy.jsonl", "attribution/polnear.agreement.jsonl.gz", "talks/dev/a.json", "talks/SCHEMA.md")
	for _, c := range []struct {
		task, path string
		want       []string
	}{
		{"syntax", "syntax", []string{"syntax/ewt.dev.conllu.gz", "syntax/gum.dev.conllu"}},
		{"coref", "syntax", []string{"syntax/gum.dev.conllu"}},
		{"syntax", "syntax/ewt.train.conllu.gz", []string{"syntax/ewt.train.conllu.gz"}},
		{"events", "events", []string{"events/petrarch_unit.dev.jsonl", "events/plover_gsr.dev.jsonl"}},
		{"events", "events/plv.train.jsonl.gz", []string{"events/plv.train.jsonl.gz"}},
		{"places", "places", []string{"places/geowebnews.jsonl.gz", "places/lgl.jsonl.gz"}},
		{"dates", "dates", []string{"dates/gum.dev.jsonl.gz"}},
		{"talks", "talks", []string{"talks/dev"}},
		{"talks", "talks/dev", []string{"talks/dev"}},
		{"talks", "talks/dev/a.json", []string{"talks/dev/a.json"}},
	} {
		_, files, err := find(c.task, filepath.Join(dir, c.path))
		for i, f := range files {
			files[i], _ = filepath.Rel(dir, f)
		}
		if err != nil || !slices.Equal(files, c.want) {
			t.Errorf("%s in %s: %q, %v; want %q", c.task, c.path, files, err, c.want)
		}
	}
	for _, c := range []struct{ task, path, want string }{
		{"parsing", "syntax", "no such task; try one of syntax, ner"},
		{"ner", "nowhere", "no such file"},
		{"attribution", "attribution", "no development data there"},
		{"syntax", "syntax/README.md", "it wants *.conllu"},
	} {
		err := Run(context.Background(), &bytes.Buffer{}, c.task, filepath.Join(dir, c.path), nothing)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s in %s: error %v, want %q", c.task, c.path, err, c.want)
		}
	}
}

// nothing reads nothing.
func nothing(*rapporteur.Article) *rapporteur.Reading { return nil }

func TestDataNames(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "talks", "dev"), 0o777); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		"x/gum.dev.free.conllu.gz": "gum.dev.free", "worldwide.dev.bioes.tsv.gz": "worldwide.dev", "lgl.jsonl": "lgl",
		"a.json": "a", filepath.Join(dir, "talks", "dev") + "/": "talks/dev",
	} {
		if got := dataName(path); got != want {
			t.Errorf("data of %s: %q, want %q", path, got, want)
		}
	}
}

func TestOverStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := over(ctx, []int{1, 2, 3}, func(int) Tally { return Tally{} }); err != context.Canceled {
		t.Errorf("error %v, want %v", err, context.Canceled)
	}
}

func TestReaderGetsTextAndDateOnly(t *testing.T) {
	full := &rapporteur.Article{Ref: "a", Text: "t", Title: "Title", Publisher: "Harbour Post", URL: "u", Author: "b"}
	var got *rapporteur.Article
	r := Reader(func(a *rapporteur.Article) *rapporteur.Reading { got = a; return nil }).on(full)
	if want := (&rapporteur.Article{Ref: "a", Text: "t"}); !reflect.DeepEqual(got, want) {
		t.Errorf("the reader got %+v, want %+v", got, want)
	}
	if r.Document.Article != got || r.Findings == nil {
		t.Errorf("a reader that reads nothing gives %+v", r)
	}
}
