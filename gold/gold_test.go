package gold

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"iter"
	"math"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
)

// all reads a file of testdata that must be well formed.
func all[T any](t *testing.T, records iter.Seq2[T, error]) []T {
	t.Helper()
	out, err := All(records)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// quoted is the words of spans.
func quoted(a *rapporteur.Article, spans ...rapporteur.Span) []string {
	var out []string
	for _, s := range spans {
		out = append(out, a.Quote(s))
	}
	return out
}

func equal[T any](t *testing.T, what string, got, want T) {
	t.Helper()
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s: %#v, want %#v", what, got, want)
	}
}

func TestAttributions(t *testing.T) {
	as := all(t, Attributions("testdata/polnear.dev.jsonl"))
	equal(t, "articles", len(as), 2)
	a := as[0]
	equal(t, "published", a.Published, time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC))
	equal(t, "undated", as[1].Published, time.Time{})
	first, second := a.Attributions[0], a.Attributions[1]
	equal(t, "source", quoted(a.Article, first.Source...), []string{"Aster Vale"})
	equal(t, "cue", quoted(a.Article, first.Cue...), []string{"said"})
	equal(t, "content", quoted(a.Article, first.Content...), []string{"Élan", "is ours"})
	equal(t, "no source", second.NoSource, true)
	equal(t, "aside", quoted(a.Article, a.Other[0].Spans...), []string{"More here."})
}

func TestNames(t *testing.T) {
	as := all(t, Names("testdata/worldwide.dev.bioes.tsv"))
	equal(t, "articles", len(as), 2)
	a := as[0]
	equal(t, "text", a.Text, "Arden's Foreign Ministry (Zoë Vale Jr) paid $#5.\n\nQuiet!")
	equal(t, "region and address", a.Region+" "+a.URL, "Africa http://harbour.example/1")
	var got []string
	for _, e := range a.Entities {
		equal(t, "tokens of the entity", rapporteur.Span{Start: a.Tokens[e.First].Span.Start, End: a.Tokens[e.End-1].Span.End}, e.Span)
		got = append(got, e.Type+" "+a.Quote(e.Span))
	}
	equal(t, "entities", got, []string{"Location Arden", "Organization Foreign Ministry", "Person Zoë Vale Jr", "Money $"})
	equal(t, "nested tag", a.Tokens[3].Nested, "S-Misc")
	equal(t, "paragraph of Quiet", a.Tokens[len(a.Tokens)-2].Paragraph, 1)
	equal(t, "next article", as[1].Ref+" "+as[1].Text, "af_2 Velm")
}

func TestRe3d(t *testing.T) {
	a := all(t, Re3d("testdata/re3d.train.jsonl"))[0]
	equal(t, "entities", quoted(a.Article, a.Entities[0].Span, a.Entities[1].Span), []string{"army", "Velm"})
	equal(t, "confidence", a.Entities[1].Confidence, 0.5)
	equal(t, "relation", quoted(a.Article, a.Relations[0].Source, a.Relations[0].Target), []string{"army", "Velm"})
}

func TestEvents(t *testing.T) {
	p := all(t, Pairs("testdata/plv.train.jsonl"))[0]
	equal(t, "source of the pair", p.Text[p.Source.Start:p.Source.End], "Zoë’s army")
	equal(t, "target of the pair", p.Text[p.Target.Start:p.Target.End], "Velm")
	equal(t, "type of the pair", p.Type, "SUPPORT")

	c := all(t, Codings("testdata/plover_gsr.dev.jsonl"))
	equal(t, "types", c[0].Type+" "+c[0].FirstType+" "+c[1].Type, "REQUEST DEMAND NONE")
	equal(t, "coded actor", c[0].Source[0], CodedActor{"envoy", "VLM", "GOV"})
	equal(t, "words of the event", c[0].Text[c[0].Spans[1].Span.Start:c[0].Spans[1].Span.End], "asked")

	s := all(t, CodedSentences("testdata/petrarch.dev.jsonl"))
	equal(t, "codes", s[0].Events, []CAMEO{{"ARD", "VLM", "051"}})
	equal(t, "day", s[0].Published.Format(time.DateOnly), "2024-03-12")
	equal(t, "no events", s[1].NoEvents, true)
}

func TestPlaces(t *testing.T) {
	a := all(t, Places("testdata/lgl.jsonl"))[0]
	equal(t, "published", a.Published.Format(time.DateOnly), "2024-03-12")
	want := []Toponym{
		{Span: rapporteur.Span{Start: 9, End: 18}, Located: true, Lat: 10.5, Lon: -20.25, GeoNamesID: 42, Name: "Port Velm", FeatureCode: "PPL", Country: "Velm"},
		{Span: rapporteur.Span{Start: 20, End: 25}, Type: "Metonymic"},
	}
	equal(t, "toponyms", a.Toponyms, want)
}

func TestDates(t *testing.T) {
	as := all(t, Dates("testdata/gum.dev.jsonl"))
	equal(t, "undated", as[1].Published.IsZero(), true)
	var got []string
	for _, e := range as[0].Expressions {
		got = append(got, as[0].Quote(e.Span)+" = "+strings.Join(e.Values(), " or "))
	}
	equal(t, "values", got, []string{
		"Été 2023 = 2023-SU", "March = XXXX-03", "Monday = 2024-03-11", "from 1 to 5 May = 2024-05-01/2024-05-05", "after 2020 = 2020/",
	})
	equal(t, "dateline", as[0].Expressions[0].IsCreated, true)
}

func TestTexts(t *testing.T) {
	a := all(t, Texts("testdata/text.jsonl"))[0]
	equal(t, "text", *a, rapporteur.Article{
		Ref: "t/1", URL: "https://harbour.example", Title: "Calm", Text: "All quiet.\nStill.",
		Published: time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC),
	})
}

func TestChains(t *testing.T) {
	docs, err := Trees("testdata/gum.dev.conllu")
	if err != nil {
		t.Fatal(err)
	}
	chains, err := Chains(docs[0])
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range chains {
		for _, m := range c.Mentions {
			got = append(got, fmt.Sprintf("%s %s %s head %s %s %s", c.Group, m.Type, docs[0].Text(m.Span), docs[0].Word(m.Head), m.Infstat, m.Link))
		}
	}
	equal(t, "mentions", got, []string{
		"1 person Zoë Vale, minister of Velm head Zoë new coref",
		"1 person minister of Velm head minister giv:act appos",
		"1 person she head she giv:act ana",
		"1 person herself head herself giv:act ana",
		"2 place Velm head Velm new sgl",
	})
	equal(t, "identity", chains[0].Mentions[0].Identity, "Zoë_Vale-Roy")
	equal(t, "minspan", chains[0].Mentions[0].Minspan, []int{0, 1})
}

func TestReport(t *testing.T) {
	files, err := Reports("testdata/talks")
	if err != nil || len(files) != 1 {
		t.Fatalf("reports %q, %v", files, err)
	}
	r, err := Report(files[0])
	if err != nil {
		t.Fatal(err)
	}
	a, f := r.Document.Article, r.Findings
	equal(t, "article", a.Ref+" "+a.Publisher+" "+a.Author+" "+a.Published.Format(time.DateOnly), "ferry Harbour Post A. Quill 2024-03-12")
	s := f.Statements[0]
	equal(t, "statement", s.String(), "direct(Aster Vale) named in Harbour Post")
	equal(t, "the second She", a.Text[s.Speaker.Spans[0].Start:][:8], "She said")
	equal(t, "the ninth said, of one", a.Quote(s.Cue), "said")
	equal(t, "both contents", s.Content[0].Start < s.Content[1].Start, true)
	equal(t, "event", f.Events[0].String(), "CONSULT(Arden, Velm) in Port Velm (VLM) on 2024-03-11 planned, according to Aster Vale")
	equal(t, "words of the event", quoted(a, append(f.Events[0].Also, f.Events[0].Anchor)...), []string{"meet", "talks"})
	equal(t, "figure", f.Figures[0].String(), "duration(closure) about 40 to 50 days")
	equal(t, "no value", math.IsNaN(f.Figures[1].Value), true)
	equal(t, "second calm", f.Figures[1].Span, s.Content[1])
	talks := f.Talks[0]
	equal(t, "talks", talks.String(), "talks(Arden, Velm by Oster) in Port Velm agreed-to-meet: the ferry")
	equal(t, "proposal", talks.Proposals[0].String()+" "+talks.Proposals[0].Terms[0].String()+" "+talks.Proposals[0].Answers[0].String(),
		"proposal(?) 2 phases term(ceasefire) answer(Velm) awaited")
	equal(t, "position", talks.Positions[0].Span, s.Content[1])
	equal(t, "points", talks.StickingPoints[0].String()+" "+talks.Awaited[0].String(), "sticking-point: route awaited(Velm): a reply")
}

// drain reads a file to its first error.
func drain[T any](records iter.Seq2[T, error]) error {
	_, err := All(records)
	return err
}

func TestMalformedFilesAreNamedWithTheLine(t *testing.T) {
	read := map[string]func(path string) error{
		"attributions": func(p string) error { return drain(Attributions(p)) },
		"places":       func(p string) error { return drain(Places(p)) },
		"dates":        func(p string) error { return drain(Dates(p)) },
		"pairs":        func(p string) error { return drain(Pairs(p)) },
		"codings":      func(p string) error { return drain(Codings(p)) },
		"sentences":    func(p string) error { return drain(CodedSentences(p)) },
		"re3d":         func(p string) error { return drain(Re3d(p)) },
		"texts":        func(p string) error { return drain(Texts(p)) },
		"names":        func(p string) error { return drain(Names(p)) },
		"report":       func(p string) error { _, err := Report(p); return err },
		"trees":        func(p string) error { _, err := Trees(p); return err },
		"chains": func(p string) error {
			docs, err := Trees(p)
			if err != nil {
				return err
			}
			_, err = Chains(docs[0])
			return err
		},
	}
	seen := map[string]bool{}
	for _, c := range []struct{ file, reader, want string }{
		{"span-outside.jsonl", "attributions", `line 1: attribution "E1": span 0:4 is not within the text of 3 code points`},
		{"cut-short.jsonl", "attributions", "line 2: unexpected end of JSON input"},
		{"no-pair.jsonl", "attributions", `line 1: passage "Discuss": span [1] is no pair`},
		{"other-words.jsonl", "places", `line 1: toponym "Arden": span 0:4 selects "Velm", not "Arden"`},
		{"id-no-number.jsonl", "places", `line 1: toponym "Velm"`},
		{"date-outside.jsonl", "dates", `line 1: time expression "Monday."`},
		{"end-before-start.jsonl", "pairs", `line 1: pair "a": span 2:1`},
		{"no-type.jsonl", "pairs", `line 1: pair "a": no type`},
		{"source-other-words.jsonl", "pairs", `line 1: pair "a": source [0 2] selects other words than "Velm"`},
		{"role-outside.jsonl", "codings", `line 1: record "a": span 0:9`},
		{"no-events-false.jsonl", "sentences", `line 1: sentence "a": no_events is false but 0 are expected`},
		{"entity-other-words.jsonl", "re3d", `line 1: entity "a-0": span 1:4`},
		{"relation-no-pair.jsonl", "re3d", `line 1: relation "a-1": span [0] is no pair`},
		{"no-text.jsonl", "texts", `line 1: document "a" has no "text"`},
		{"one-column.tsv", "names", "line 2: 1 columns"},
		{"no-doc.tsv", "names", `line 1: token "Velm" before the first "# doc ="`},
		{"inside-nothing.tsv", "names", `line 2: tag "I-Location" where none is open`},
		{"never-ends.tsv", "names", `line 3: tag "O" inside an entity of class Location, which no E-Location has ended`},
		{"paragraph-inside.tsv", "names", "line 3: the paragraph ends inside an entity of class Location"},
		{"article-ends-inside.tsv", "names", "line 3: the article ends inside an entity of class Location"},
		{"file-ends-inside.tsv", "names", "end of file: the article ends inside an entity of class Location"},
		{"unknown-tag.tsv", "names", `line 2: tag "X"`},
		{"two-columns.conllu", "trees", "line 1: 2 columns, want 10"},
		{"not-zipped.conllu.gz", "trees", "unzip it"},
		{"cut-short.json", "report", "unexpected end of JSON input (line 2)"},
		{"no-text-file.json", "report", "reading the text of"},
		{"wrong-shape.json", "report", "Events of type"},
		{"not-in-text.json", "report", `span "three" is not in the text`},
		{"entity-never-ends.conllu", "chains", "document d: entity 1 never ends"},
		{"entity-never-began.conllu", "chains", `document d: token 1 "Velm": entity "1)": mention "1" ends but never began`},
		{"entity-no-bracket.conllu", "chains", `"1" neither begins nor ends a mention`},
		{"entity-minspan.conllu", "chains", `minspan "2" does not count within the 1 words`},
		{"entity-few-fields.conllu", "chains", "3 fields"},
		{"entity-no-header.conllu", "chains", "no field GRP"},
		{"not-there.jsonl", "texts", "no such file"},
	} {
		seen[c.file] = true
		path := filepath.Join("testdata", "bad", c.file)
		err := read[c.reader](path)
		switch {
		case err == nil:
			t.Errorf("%s: read without an error", c.file)
		case !strings.Contains(err.Error(), c.want):
			t.Errorf("%s: error %q, want %q in it", c.file, err, c.want)
		case c.reader != "chains" && !strings.Contains(err.Error(), c.file) && !strings.Contains(err.Error(), strings.TrimSuffix(c.file, ".json")):
			t.Errorf("%s: error %q does not name the file", c.file, err)
		}
	}
	files, _ := filepath.Glob("testdata/bad/*")
	for _, f := range files {
		if name := filepath.Base(f); !seen[name] && filepath.Ext(name) != ".txt" {
			t.Errorf("%s is read by no test", f)
		}
	}
}

func TestGzipReadsTheSame(t *testing.T) {
	plain, err := os.ReadFile("testdata/lgl.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write(plain)
	z.Close()
	path := filepath.Join(t.TempDir(), "lgl.jsonl.gz")
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	equal(t, "places", all(t, Places(path)), all(t, Places("testdata/lgl.jsonl")))
	cut := filepath.Join(t.TempDir(), "cut.jsonl.gz")
	if err := os.WriteFile(cut, b.Bytes()[:b.Len()/2], 0o666); err != nil {
		t.Fatal(err)
	}
	if err := drain(Places(cut)); err == nil || !strings.Contains(err.Error(), cut) {
		t.Errorf("a file cut short: error %v", err)
	}
}

func TestReadersStopWhenAsked(t *testing.T) {
	n := 0
	for range Dates("testdata/gum.dev.jsonl") {
		n++
		break
	}
	for range Names("testdata/worldwide.dev.bioes.tsv") {
		n++
		break
	}
	equal(t, "records seen", n, 2)
}

func TestSplit(t *testing.T) {
	for path, want := range map[string]string{
		"/data/syntax/gum.dev.free.conllu.gz": SplitDev, "plv.train.jsonl.gz": SplitTrain, "eventstoryline.noisy.jsonl.gz": SplitNoisy,
		"polnear.agreement.jsonl.gz": SplitAgreement, "ewt.test.conllu": SplitTest, "lgl.jsonl.gz": "", "dev/lgl.jsonl": "", "developers.jsonl": "",
	} {
		if got := Split(path); got != want {
			t.Errorf("Split(%q) = %q, want %q", path, got, want)
		}
	}
}

func TestSharedIsBesideTheModule(t *testing.T) {
	path := Shared(t, "data", "README.md")
	if !slices.Contains(strings.Split(filepath.ToSlash(path), "/"), "shared") {
		t.Errorf("found %s", path)
	}
}
