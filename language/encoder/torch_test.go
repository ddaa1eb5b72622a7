package encoder

import (
	"encoding/binary"
	"encoding/json"
	"flag"
	"fmt"
	"hash/fnv"
	"io"
	"math"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"

	"rapporteur/models"
)

// builtIn is the model that the program is built with.
func builtIn(t testing.TB) *Model {
	t.Helper()
	f, err := models.English.Open("en/encoder.bin.zst")
	if err != nil {
		t.Fatal(err)
	}
	in, err := zstd.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	b, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	m, err := Load(b)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// TestReadsAsPyTorch compares with what PyTorch makes of the same sentences
// (train/encoder/weights.py), with the same weights and activations that are not
// quantised.
func TestReadsAsPyTorch(t *testing.T) {
	b, err := os.ReadFile("testdata/torch.json")
	if err != nil {
		t.Fatal(err)
	}
	var want struct {
		Words       []string
		Lists       []uint16
		Clusters    []uint16
		Sentences   [][2]int
		Paragraphs  []int
		Pieces      []int32
		Heads       []int32
		Tags, Names [][]float64
		Content     [][]float64
	}
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	var sentences []Sentence
	for _, s := range want.Sentences {
		sentences = append(sentences, Sentence{s[0], s[1], slices.Contains(want.Paragraphs, s[0])})
	}
	m := builtIn(t)
	var d Desk
	var r Reading
	words := forms(want.Words)
	for i := range want.Lists {
		words[i].Lists, words[i].Cluster = want.Lists[i], want.Clusters[i]
	}
	m.Read(&d, &r, words, sentences, nil)
	if got := d.strip.pieces; !slices.Equal(got, want.Pieces[:len(got)]) {
		t.Fatalf("pieces %v, want %v", got, want.Pieces)
	}
	compare := func(what string, got []float32, rows [][]float64) {
		var sum, most float64
		for i, row := range rows {
			for k, v := range row {
				off := math.Abs(float64(got[i*len(row)+k]) - v)
				sum += off
				most = max(most, off)
			}
		}
		n := float64(len(rows) * len(rows[0]))
		t.Logf("%s: off by %.3f in the mean, %.3f at most", what, sum/n, most)
		if sum/n > 0.1 || most > 1.5 {
			t.Errorf("%s: scores are off by %.3f in the mean and by %.3f at most", what, sum/n, most)
		}
	}
	compare("names", d.names, want.Names)
	compare("contents", d.roles[Content], want.Content)
	differ := 0
	for i, row := range want.Tags {
		best := 0
		for k, v := range row {
			if v > row[best] {
				best = k
			}
		}
		if int(r.Tags[i]) != best {
			differ++
		}
		head := int32(-1)
		for _, s := range sentences {
			if i >= s.First && i < s.End && want.Heads[i] > 0 {
				head = int32(s.First) + want.Heads[i] - 1
			}
		}
		if r.Heads[i] != head {
			differ++
		}
	}
	if differ*20 > 2*len(want.Words) { // PyTorch took the best head of each word, whatever tree that makes
		t.Errorf("%d of %d tags and heads differ", differ, 2*len(want.Words))
	}
}

// BenchmarkRead reads some thousand words on one core.
func BenchmarkRead(b *testing.B) {
	m := builtIn(b)
	raw, err := os.ReadFile("testdata/torch.json")
	if err != nil {
		b.Fatal(err)
	}
	var text struct {
		Words     []string
		Sentences [][2]int
	}
	if err := json.Unmarshal(raw, &text); err != nil {
		b.Fatal(err)
	}
	var words []string
	var sentences []Sentence
	for range 20 {
		for _, s := range text.Sentences {
			sentences = append(sentences, Sentence{len(words) + s[0], len(words) + s[1], true})
		}
		words = append(words, text.Words...)
		for i := len(sentences) - len(text.Sentences); i < len(sentences); i++ {
			sentences[i].Opens = i%3 == 0
		}
	}
	var d Desk
	var r Reading
	told := forms(words)
	m.Read(&d, &r, told, sentences, nil)
	b.ReportAllocs()
	for b.Loop() {
		m.Read(&d, &r, told, sentences, nil)
	}
	b.ReportMetric(float64(len(words))*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

var update = flag.Bool("update", false, "write testdata/bits.txt anew")

// TestReadsTheSameBits holds every machine to one and the same reading: the sum
// of the vectors of the words that TestReadsAsPyTorch reads.
func TestReadsTheSameBits(t *testing.T) {
	words := forms(strings.Fields("KYIV , Ukraine — The Velm Liberation Front denied on Monday that its fighters had shelled São Miguel ."))
	m := builtIn(t)
	var d Desk
	var r Reading
	m.Read(&d, &r, words, []Sentence{{0, len(words), true}}, nil)
	sum := fnv.New64a()
	if err := binary.Write(sum, binary.LittleEndian, d.words); err != nil {
		t.Fatal(err)
	}
	got := fmt.Sprintf("%016x\n", sum.Sum64())
	const file = "testdata/bits.txt"
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the vectors of the words have the sum %s, want %s; after a change of the weights run go test ./language/encoder -run Bits -update", got, want)
	}
}
