package prose

import (
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/jdkato/prose/v2"

	"rapporteur"
	"rapporteur/fixture"
	"rapporteur/gold"
	"rapporteur/language"
	"rapporteur/language/lexis"
	"rapporteur/language/name"
	"rapporteur/language/sentence"
	"rapporteur/language/tag"
	"rapporteur/language/token"
	"rapporteur/models"
	"rapporteur/pipeline"
)

// TestMain goes to the root of the main module, whose texts are read.
func TestMain(m *testing.M) {
	if err := os.Chdir("../.."); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// ours are Rapporteur's readers. One more is one more line here: it is then in the
// benchmark, the accuracy and the page, under the name that it gives its documents.
var ours = []pipeline.Options{
	{Reader: language.Quick},
	{Reader: language.Careful},
}

// parser is the language layer of a reader, and its name.
func parser(t testing.TB, o pipeline.Options) (name string, parse func(*rapporteur.Article) *rapporteur.Document) {
	t.Helper()
	p, err := pipeline.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return p.Parse(&rapporteur.Article{Text: "Aster Vale sailed."}).Reader, p.Parse
}

// load is a part of the quick reader alone, by the file of its weights.
func load[T any](t testing.TB, file string, from func([]byte) (T, error)) T {
	t.Helper()
	english, err := fs.Sub(models.English, "en")
	if err != nil {
		t.Fatal(err)
	}
	weights, err := language.ReadWeights(english, file+language.Compressed)
	if err != nil {
		t.Fatal(err)
	}
	part, err := from(weights)
	if err != nil {
		t.Fatal(err)
	}
	return part
}

// A stage is a part of the work that a reader may be asked for.
type stage struct {
	name, does string
	run        func(text string)
}

func stages(t testing.TB) []stage {
	t.Helper()
	reader := language.Drafter(load(t, "clusters.bin", lexis.LoadClusters), load(t, "sentences.bin", sentence.Load), load(t, "tags.bin", tag.Load))
	namer := load(t, "names.bin", name.Load)
	var (
		tokens []token.Token
		draft  language.Draft
		lists  = name.NewLists()
	)
	out := []stage{
		{"prose/tokens", "words", func(text string) {
			annotate(text, prose.WithSegmentation(false), prose.WithTagging(false), prose.WithExtraction(false))
		}},
		{"prose/tags", "words, tags", func(text string) {
			annotate(text, prose.WithSegmentation(false), prose.WithExtraction(false))
		}},
		{"prose/entities", "words, tags, names", func(text string) { annotate(text, prose.WithSegmentation(false)) }},
		{"prose/document", "words, sentences, tags, names: all it does", func(text string) { annotate(text) }},
		{"quick/tokens", "words", func(text string) {
			for _, p := range sentence.Paragraphs(text) {
				tokens = token.Split(tokens[:0], text, p)
			}
		}},
		{"quick/tags", "words, sentences, tags", func(text string) { reader.Draft(&draft, text) }},
		{"quick/entities", "words, sentences, tags, names", func(text string) {
			namer.Find(language.NameWords(reader.Draft(&draft, text), text, lists))
		}},
	}
	for _, o := range ours {
		reader, parse := parser(t, o)
		out = append(out, stage{reader + "/document", "words, sentences, tags, names, lemmas, trees, quotations, coreference",
			func(text string) { parse(&rapporteur.Article{Text: text}) }})
	}
	return out
}

// A corpus is texts that both read.
type corpus struct {
	texts         []string
	bytes, tokens int // tokens as Rapporteur cuts them, for both
}

// corpora are the texts by name: the reports and stories that ship with the
// project and, where the shared data are at hand, some of its free texts.
var corpora = []struct {
	name  string
	texts func(testing.TB) []string
}{
	{"shipped", shipped},
	{"free", free},
}

func shipped(t testing.TB) []string {
	files, err := filepath.Glob("testdata/reports/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	var out []string
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, string(text))
	}
	for _, s := range fixture.Stories(t, "testdata/stories") {
		for _, r := range s.Reports {
			out = append(out, r.Text)
		}
	}
	return out
}

// each takes the first texts of every file: prose needs some time for more.
const each = 4

func free(t testing.TB) []string {
	files, err := filepath.Glob(filepath.Join(gold.Shared(t, "data", "text"), "*.jsonl.gz"))
	if err != nil || len(files) == 0 {
		t.Fatalf("no texts: %v", err)
	}
	var out []string
	for _, file := range files {
		n := 0
		for a, err := range gold.Texts(file) {
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, a.Text)
			if n++; n == each {
				break
			}
		}
	}
	return out
}

func gather(texts []string) corpus {
	c := corpus{texts: texts}
	var tokens []token.Token
	for _, text := range texts {
		c.bytes += len(text)
		for _, p := range sentence.Paragraphs(text) {
			tokens = token.Split(tokens[:0], text, p)
			c.tokens += len(tokens)
		}
	}
	return c
}

// perCPU is the metric that a busy machine hardly moves.
const perCPU = "tokens/cpu-s"

// pass reads the corpus again and again on one core.
func pass(b *testing.B, s stage, c corpus) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	read := func() {
		for _, text := range c.texts {
			s.run(text)
		}
	}
	read()
	b.SetBytes(int64(c.bytes))
	b.ReportAllocs()
	start := cpu(b)
	for b.Loop() {
		read()
	}
	used := cpu(b) - start
	b.ReportMetric(float64(c.tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
	b.ReportMetric(float64(c.tokens)*float64(b.N)/used.Seconds(), perCPU)
}

// cpu is the processor time that this process has used, its collector's included.
func cpu(t testing.TB) time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		t.Fatal(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

func BenchmarkBeside(b *testing.B) {
	all := stages(b)
	for _, texts := range corpora {
		b.Run(texts.name, func(b *testing.B) {
			c := gather(texts.texts(b))
			for _, s := range all {
				b.Run(s.name, func(b *testing.B) { pass(b, s, c) })
			}
		})
	}
}

// speeds is the median of three rounds of every stage on a corpus, in tokens a
// second of processor time. Rounds alternate, so that what else the machine does
// meets all stages alike.
func speeds(all []stage, c corpus) []float64 {
	rounds := make([][]float64, len(all))
	for range 3 {
		for i, s := range all {
			r := testing.Benchmark(func(b *testing.B) { pass(b, s, c) })
			rounds[i] = append(rounds[i], r.Extra[perCPU])
		}
	}
	out := make([]float64, len(all))
	for i, r := range rounds {
		slices.Sort(r)
		out[i] = r[1]
	}
	return out
}
