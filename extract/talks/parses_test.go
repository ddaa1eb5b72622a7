package talks

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/conllu"
	"rapporteur/language"
	"rapporteur/language/quote"
	"rapporteur/models"
)

// reparse parses the texts of the tests again with the built-in models. The
// trees are kept so that a rule's test does not move when the parser does.
var reparse = flag.Bool("parse", false, "parse the texts of the tests again")

const parsesFile = "testdata/parses.conllu.gz"

// day is the Saturday on which reports appear that say no other.
var day = time.Date(2024, 3, 9, 0, 0, 0, 0, time.UTC)

// kept are the parses on file, by text.
var kept = sync.OnceValues(func() (map[string]*rapporteur.Document, error) {
	packed, err := os.ReadFile(parsesFile)
	if err != nil {
		return nil, err
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return nil, err
	}
	docs, err := conllu.Read(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", parsesFile, err)
	}
	out := make(map[string]*rapporteur.Document, len(docs))
	for _, d := range docs {
		if err := annotate(d); err != nil {
			return nil, fmt.Errorf("%s: document %s: %w", parsesFile, d.ID, err)
		}
		out[d.Article.Text] = d.Document
	}
	return out, nil
})

// annotate gives d the headings, entities and clusters of its comments, "# heading =
// 0" (a sentence), "# entity = Person 0 2" (tokens) and "# cluster = 0 0-2@1 5-6@5" (the index of the name, then first, end
// and head of each mention), and the quotations of its text.
func annotate(d *conllu.Doc) error {
	for _, line := range d.Comments {
		name, value, _ := strings.Cut(strings.TrimPrefix(line, "# "), " = ")
		switch name {
		case "heading":
			var i int
			if _, err := fmt.Sscan(value, &i); err != nil || i >= len(d.Sentences) {
				return fmt.Errorf("heading %q: %v", value, err)
			}
			d.Sentences[i].Heading = true
		case "entity":
			var e rapporteur.Entity
			if _, err := fmt.Sscanf(value, "%s %d %d", &e.Type, &e.First, &e.End); err != nil {
				return fmt.Errorf("entity %q: %w", value, err)
			}
			e.Span = d.SpanOf(e.First, e.End)
			d.Entities = append(d.Entities, e)
		case "cluster":
			fields := strings.Fields(value)
			var c rapporteur.Cluster
			if _, err := fmt.Sscan(fields[0], &c.Name); err != nil {
				return fmt.Errorf("cluster %q: %w", value, err)
			}
			for _, f := range fields[1:] {
				var m rapporteur.Mention
				if _, err := fmt.Sscanf(f, "%d-%d@%d", &m.First, &m.End, &m.Head); err != nil {
					return fmt.Errorf("cluster %q: %w", value, err)
				}
				m.Span = d.SpanOf(m.First, m.End)
				c.Mentions = append(c.Mentions, m)
			}
			d.Clusters = append(d.Clusters, c)
		}
	}
	d.Article.Published = day
	d.Quotes, _ = quote.Find(d.Article.Text, quote.Paragraphs(d.Sentences))
	return nil
}

// keep writes d as annotate reads it.
func keep(w io.Writer, d *rapporteur.Document) error {
	var b bytes.Buffer
	if err := conllu.Write(&b, d); err != nil {
		return err
	}
	head, rest, _ := strings.Cut(b.String(), "\n")
	fmt.Fprintln(w, head)
	for i, s := range d.Sentences {
		if s.Heading {
			fmt.Fprintf(w, "# heading = %d\n", i)
		}
	}
	for _, e := range d.Entities {
		fmt.Fprintf(w, "# entity = %s %d %d\n", e.Type, e.First, e.End)
	}
	for _, c := range d.Clusters {
		fmt.Fprintf(w, "# cluster = %d", c.Name)
		for _, m := range c.Mentions {
			fmt.Fprintf(w, " %d-%d@%d", m.First, m.End, m.Head)
		}
		fmt.Fprintln(w)
	}
	_, err := io.WriteString(w, rest)
	return err
}

// parsed are the documents of texts, from the file or, where it has none, by the
// built-in models, so that a row added to the lexicon is tested at once.
func parsed(t testing.TB, texts []string) []*rapporteur.Document {
	t.Helper()
	known, err := kept()
	if err != nil && !*reparse {
		t.Fatal(err)
	}
	out := make([]*rapporteur.Document, len(texts))
	var p *language.Reader
	for i, text := range texts {
		if d := known[text]; d != nil && !*reparse {
			out[i] = d
			continue
		}
		if p == nil {
			var english fs.FS
			if english, err = fs.Sub(models.English, "en"); err == nil {
				p, err = language.New(english)
			}
			if err != nil {
				t.Fatalf("%q and others have no parse in %s, and the models that would make one: %v", text, parsesFile, err)
			}
		}
		out[i] = p.Read(&rapporteur.Article{Text: text, Published: day})
	}
	return out
}

// TestParsesAreKept writes the file when asked to, and says which sentences it
// does not have.
func TestParsesAreKept(t *testing.T) {
	texts := slices.Concat(exampleTexts(), storyTexts(t))
	slices.Sort(texts)
	texts = slices.Compact(texts)
	if *reparse {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		for i, d := range parsed(t, texts) {
			d.Article.Ref = fmt.Sprint(i + 1)
			if err := keep(z, d); err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(parsesFile, b.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	known, err := kept()
	if err != nil {
		t.Fatal(err)
	}
	missing := 0
	for _, text := range texts {
		if known[text] == nil {
			if missing++; missing <= 10 {
				t.Logf("no parse of %q", text)
			}
		}
	}
	if missing > 0 {
		t.Errorf("%d sentences have no parse in %s: run go test ./extract/talks -run Kept -parse", missing, parsesFile)
	}
}
