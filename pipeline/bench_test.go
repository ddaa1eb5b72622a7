package pipeline

import (
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/extract"
	"rapporteur/language"
)

// reports are the articles of testdata, read again and again.
func reports(b *testing.B) (articles []*rapporteur.Article, tokens int) {
	b.Helper()
	files, err := filepath.Glob("../testdata/reports/*.txt")
	if err != nil || len(files) == 0 {
		b.Fatalf("no reports: %v", err)
	}
	p := reader(b)
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		a := &rapporteur.Article{Text: string(text), Published: time.Date(2024, 3, 12, 0, 0, 0, 0, time.UTC)}
		articles = append(articles, a)
		tokens += len(p.Parse(a).Tokens)
	}
	return articles, tokens
}

func reader(b *testing.B) *Pipeline {
	b.Helper()
	p, err := builtIn()
	if err != nil {
		b.Fatal(err)
	}
	return p
}

// readers runs a benchmark with each reader.
func readers(b *testing.B, run func(*testing.B, *Pipeline)) {
	for _, name := range language.Readers {
		p, err := New(Options{Reader: name})
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name, func(b *testing.B) { run(b, p) })
	}
}

// perToken reports what a pass over all reports costs, on one core.
func perToken(b *testing.B, tokens int, read func()) {
	b.Helper()
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	read()
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLanguage(b *testing.B) {
	articles, tokens := reports(b)
	readers(b, func(b *testing.B, p *Pipeline) {
		perToken(b, tokens, func() {
			for _, a := range articles {
				p.Parse(a)
			}
		})
	})
}

func BenchmarkExtract(b *testing.B) {
	p := reader(b)
	articles, tokens := reports(b)
	var documents []*rapporteur.Document
	for _, a := range articles {
		documents = append(documents, p.Parse(a))
	}
	perToken(b, tokens, func() {
		for _, d := range documents {
			extract.Find(d)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	articles, tokens := reports(b)
	readers(b, func(b *testing.B, p *Pipeline) {
		perToken(b, tokens, func() {
			for _, a := range articles {
				p.Read(a)
			}
		})
	})
}

// BenchmarkReadLong reads one article of some thirty thousand tokens, whose
// cost must not grow faster than its length.
func BenchmarkReadLong(b *testing.B) {
	articles, _ := reports(b)
	var text strings.Builder
	for text.Len() < 160_000 {
		for _, a := range articles {
			text.WriteString(a.Text + "\n\n")
		}
	}
	long := &rapporteur.Article{Text: text.String(), Published: articles[0].Published}
	readers(b, func(b *testing.B, p *Pipeline) {
		perToken(b, len(p.Parse(long).Tokens), func() { p.Read(long) })
	})
}

// BenchmarkLoad is the start of the program: the models from their embedded
// files to a Pipeline.
func BenchmarkLoad(b *testing.B) {
	for _, name := range language.Readers {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := New(Options{Reader: name}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
