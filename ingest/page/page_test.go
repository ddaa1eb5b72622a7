package page

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"rapporteur"
)

var update = flag.Bool("update", false, "write what the pages give now into testdata/*.txt")

// The pages of testdata are invented, one for each way that sites are built, and
// beside each stands what should be read from it.
func TestPages(t *testing.T) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil || len(pages) == 0 {
		t.Fatal("no pages in testdata", err)
	}
	for _, name := range pages {
		source, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		got := printed(Read(string(source), ""))
		golden := strings.TrimSuffix(name, ".html") + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s: read as\n%s\nwant\n%s", name, got, want)
		}
	}
}

// Pages are read in parallel, and what is read does not depend on it.
func TestPagesInParallel(t *testing.T) {
	source, err := os.ReadFile("testdata/newsarticle.html")
	if err != nil {
		t.Fatal(err)
	}
	want := printed(Read(string(source), ""))
	for range 8 {
		t.Run("", func(t *testing.T) {
			t.Parallel()
			if got := printed(Read(string(source), "")); got != want {
				t.Errorf("read as\n%s\nwant\n%s", got, want)
			}
		})
	}
}

// printed is a page as a golden file holds it: what it says of itself, its
// notes, a blank line, its text.
func printed(p *Page) string {
	var b strings.Builder
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	field("title", p.Title)
	field("author", p.Author)
	field("publisher", p.Publisher)
	field("url", p.URL)
	if !p.Published.IsZero() {
		field("published", p.Published.Format(time.RFC3339)+" ("+p.From+")")
	}
	for _, note := range p.Notes {
		field("note "+note.Kind, note.Text)
	}
	fmt.Fprintf(&b, "\n%s\n", p.Text)
	return b.String()
}

// lawful is what holds of every page, whatever it is made of.
func lawful(t *testing.T, p *Page) {
	t.Helper()
	if !utf8.ValidString(p.Text) || strings.ContainsRune(p.Text, 0) {
		t.Errorf("the text is not valid: %q", p.Text)
	}
	if p.Text != strings.TrimSpace(p.Text) || strings.Contains(p.Text, "\n\n\n") || strings.ContainsRune(p.Text, '\r') {
		t.Errorf("paragraphs are not separated by one blank line: %q", p.Text)
	}
	for _, all := range []string{p.Text, p.Title, p.Author, p.Publisher} {
		if strings.ContainsFunc(all, private) {
			t.Errorf("a mark of ours was left in %q", all)
		}
	}
	empty := false
	for _, note := range p.Notes {
		empty = empty || note.Kind == rapporteur.NoteNoArticle
		if note.Text == "" || note.Span.Start < 0 || note.Span.End > len(p.Text) {
			t.Errorf("note %+v", note)
		}
	}
	if empty != (p.Text == "") {
		t.Errorf("text %q, notes %v: a note says that there is no article if and only if there is none", p.Text, p.Notes)
	}
	if p.Published.IsZero() != (p.From == "") {
		t.Errorf("published %v, from %q", p.Published, p.From)
	}
}

func FuzzRead(f *testing.F) {
	pages, err := filepath.Glob("testdata/*.html")
	if err != nil {
		f.Fatal(err)
	}
	for _, name := range pages {
		source, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(source), "https://harbourpost.example/2024/03/12/truce")
	}
	f.Add("<table><td><pre>a\n\nb<q>c<br><br>d", "::")
	f.Add("<p>\U000F0001\U00100001 <svg><title>x</svg><template><p>y", "")
	f.Fuzz(func(t *testing.T, source, address string) {
		lawful(t, Read(strings.ReplaceAll(strings.ToValidUTF8(source, "\uFFFD"), "\x00", "\uFFFD"), address))
	})
}

const paragraphs = `<p>The delegation of Arden arrived in Velm on Monday, officials said, and talks on a truce in the Narrows resumed at noon.</p>
<p>The mediators from Corrin said that both sides had agreed on the route of the ferries, and that the rest was a matter of days.</p>
`

// A shape of page that would take the extractor minutes, or the parser the
// stack, is read in a moment: never taken apart, and it says so.
func TestHugePages(t *testing.T) {
	for name, source := range map[string]string{
		"one line of 10 MB": "<html><body><article><p>" + strings.Repeat("Talks on a truce resumed in Velm. ", 300_000),
		"nested too deep":   "<html><title>Deep</title><body>" + strings.Repeat("<div>", 50_000) + paragraphs,
		"many elements":     "<html><body>" + strings.Repeat("<p>Talks on a truce resumed.", 50_000) + paragraphs,
		"never closed":      "<html><body>" + strings.Repeat("<a href=x><b><i>", 20_000) + paragraphs,
		"tables in tables":  "<html><body>" + strings.Repeat("<table><tr><td>", 5_000) + paragraphs,
	} {
		start := time.Now()
		p := Read(source, "")
		if took := time.Since(start); took > 20*time.Second {
			t.Errorf("%s: took %v", name, took)
		}
		lawful(t, p)
		if p.Text == "" || len(p.Notes) == 0 || p.Notes[0].Kind != rapporteur.NoteTruncated {
			t.Errorf("%s: text of %d bytes, notes %v; want long paragraphs and a note", name, len(p.Text), p.Notes)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	for _, name := range []string{"newsarticle", "wordpress", "front"} {
		source, err := os.ReadFile("testdata/" + name + ".html")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(source)))
			for b.Loop() {
				Read(string(source), "")
			}
		})
	}
}
