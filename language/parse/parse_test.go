package parse

import (
	"errors"
	"math/rand/v2"
	"slices"
	"testing"

	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

var classes = Classes([]string{"root", "nsubj", "det", "punct"}, []string{"obj", "parataxis", "punct", "conj"})

// random scores every state at random, but the same state alike.
type random struct{ seed uint64 }

func (r random) Score(features []linear.Feature, dst *[linear.MaxClasses]int16) {
	h := linear.Hash(r.seed)
	for _, f := range features {
		h = h.With(uint64(f))
	}
	rng := rand.New(rand.NewPCG(uint64(h), r.seed))
	for i := range classes {
		dst[i] = int16(rng.IntN(2000) - 1000)
	}
}

func words(n int) []Word {
	out := make([]Word, n)
	for i := range out {
		out[i] = Word{Word: lexis.Describe(string(rune('a'+i%26)), nil), Tag: uint8(i % 7), UPOS: uint8(i % 17)}
	}
	return out
}

// Whatever the scores, a parse is a tree: one root, no cycle, known labels.
func TestParseIsATree(t *testing.T) {
	for seed := range uint64(40) {
		p, err := New(classes, random{seed})
		if err != nil {
			t.Fatal(err)
		}
		beam := p.NewBeam(1 + int(seed%8))
		for _, n := range []int{1, 2, 3, 17, 60} {
			heads, labels := make([]int, n), make([]uint8, n)
			beam.Parse(words(n), heads, labels)
			roots := 0
			for i, h := range heads {
				if h == -1 {
					roots++
					if p.Labels[labels[i]] != "root" {
						t.Errorf("seed %d, %d words: the root's label is %s", seed, n, p.Labels[labels[i]])
					}
				}
				up := i
				for range n {
					if up >= 0 {
						up = heads[up]
					}
				}
				if up >= 0 {
					t.Fatalf("seed %d, %d words: word %d hangs on a cycle in %v", seed, n, i, heads)
				}
			}
			if roots != 1 {
				t.Fatalf("seed %d, %d words: %d roots in %v", seed, n, roots, heads)
			}
		}
		beam.Parse(nil, nil, nil) // no words, no tree, no panic
	}
}

// Following the oracle makes the tree that was asked for.
func TestOracleMakesTheTree(t *testing.T) {
	p, err := New(classes, random{})
	if err != nil {
		t.Fatal(err)
	}
	obj, nsubj, det := label(p, "obj"), label(p, "nsubj"), label(p, "det")
	root, punct := label(p, "root"), label(p, "punct")
	for name, c := range map[string]struct {
		heads  []int
		labels []uint8
	}{
		"one word":              {[]int{-1}, []uint8{root}},
		"subject verb object .": {[]int{1, 2, -1, 4, 2, 2}, []uint8{det, nsubj, root, det, obj, punct}},
		"all to the right":      {[]int{-1, 0, 1, 2}, []uint8{root, obj, obj, obj}},
		"all to the left":       {[]int{1, 2, 3, -1}, []uint8{det, det, nsubj, root}},
	} {
		actions, err := p.Oracle(c.heads, c.labels)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		var s state
		s.reset(len(c.heads))
		for _, a := range actions {
			if !s.may(a.Kind) {
				t.Fatalf("%s: action %v is not allowed", name, a)
			}
			s.apply(a)
		}
		heads, labels := make([]int, len(c.heads)), make([]uint8, len(c.heads))
		p.read(&s, heads, labels)
		if !slices.Equal(heads, c.heads) || !slices.Equal(labels, c.labels) {
			t.Errorf("%s: heads %v labels %v, want %v %v", name, heads, labels, c.heads, c.labels)
		}
	}
	// 0 hangs on 2 and 1 on 3: the arcs cross.
	if _, err := p.Oracle([]int{2, 3, -1, 2}, []uint8{nsubj, nsubj, root, obj}); !errors.Is(err, ErrUnreachable) {
		t.Errorf("crossing arcs: error %v, want ErrUnreachable", err)
	}
	// No class for a left arc of obj.
	if _, err := p.Oracle([]int{1, -1}, []uint8{obj, root}); !errors.Is(err, ErrUnreachable) {
		t.Errorf("arc without a class: error %v, want ErrUnreachable", err)
	}
}

func label(p *Parser, name string) uint8 { return uint8(slices.Index(p.Labels, name)) }

func TestNewRefuses(t *testing.T) {
	for name, c := range map[string][]string{
		"nothing":           nil,
		"no root":           Classes([]string{"nsubj"}, []string{"parataxis"}),
		"right before left": append(slices.Clone(structural), "right parataxis", "left root"),
		"no arc":            append(slices.Clone(structural), "root"),
	} {
		if _, err := New(c, random{}); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A beam's memory is used again: what was parsed before must not show.
func TestBeamForgets(t *testing.T) {
	p, err := New(classes, random{7})
	if err != nil {
		t.Fatal(err)
	}
	fresh := func(n int) []int {
		heads, labels := make([]int, n), make([]uint8, n)
		p.NewBeam(4).Parse(words(n), heads, labels)
		return heads
	}
	used := p.NewBeam(4)
	for _, n := range []int{30, 5, 12} {
		heads, labels := make([]int, n), make([]uint8, n)
		used.Parse(words(n), heads, labels)
		if want := fresh(n); !slices.Equal(heads, want) {
			t.Errorf("%d words: %v, want %v as from a fresh beam", n, heads, want)
		}
	}
}

func BenchmarkParse(b *testing.B) {
	table := linear.New(len(classes), 20)
	p, err := New(classes, table)
	if err != nil {
		b.Fatal(err)
	}
	beam, in := p.NewBeam(8), words(25)
	heads, labels := make([]int, len(in)), make([]uint8, len(in))
	b.ReportAllocs()
	for b.Loop() {
		beam.Parse(in, heads, labels)
	}
	b.ReportMetric(float64(len(in)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}
