package encoder

import (
	"math/rand/v2"
	"slices"
	"testing"
)

var scheme = []string{"O", "B-a", "I-a", "E-a", "S-a", "B-b", "I-b", "E-b", "S-b"}

// legal reads a sequence of labels into spans, or says that it has a law broken.
func legal(d *bioes, path []int) ([]Span, bool) {
	var out []Span
	open := -1
	for i, l := range path {
		switch d.part[l] {
		case 'O', 'S', 'B':
			if open >= 0 {
				return nil, false
			}
			if d.part[l] == 'S' {
				out = append(out, Span{i, i + 1, d.kind[l]})
			} else if d.part[l] == 'B' {
				open = i
			}
		default:
			if open < 0 || d.kind[path[open]] != d.kind[l] {
				return nil, false
			}
			if d.part[l] == 'E' {
				out, open = append(out, Span{open, i + 1, d.kind[l]}), -1
			}
		}
	}
	return out, open < 0
}

// TestViterbiIsBest compares the decoder with trying everything.
func TestViterbiIsBest(t *testing.T) {
	d, err := newBIOES(scheme)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(1, 1))
	k := len(scheme)
	var l lattice
	for n := 1; n <= 4; n++ {
		for range 30 {
			scores := make([]float32, n*k)
			for i := range scores {
				scores[i] = float32(r.NormFloat64())
			}
			var want []Span
			most := float32(impossible)
			path := make([]int, n)
			for {
				if spans, ok := legal(d, path); ok {
					sum := float32(0)
					for i, t := range path {
						sum += scores[i*k+t]
					}
					if sum > most {
						want, most = spans, sum
					}
				}
				i := 0
				for ; i < n; i++ {
					if path[i]++; path[i] < k {
						break
					}
					path[i] = 0
				}
				if i == n {
					break
				}
			}
			for i := range want {
				want[i].First, want[i].End = want[i].First+10, want[i].End+10
			}
			if got := d.decode(nil, &l, scores, 10); !slices.Equal(got, want) {
				t.Fatalf("%d words: %v, want %v", n, got, want)
			}
		}
	}
}

// TestTreeIsBest compares the decoder of trees with trying everything.
func TestTreeIsBest(t *testing.T) {
	r := rand.New(rand.NewPCG(2, 2))
	var a arborescence
	for n := 1; n <= 5; n++ {
		for range 60 {
			scores := make([]float32, n*(n+1))
			for i := range scores {
				scores[i] = float32(r.NormFloat64() * 3)
			}
			sum := func(heads []int32) (s float32) {
				for d, h := range heads {
					s += scores[d*(n+1)+int(h)]
				}
				return s
			}
			most, heads := float32(impossible), make([]int32, n)
			for {
				if rooted(heads) && sum(heads) > most {
					most = sum(heads)
				}
				i := 0
				for ; i < n; i++ {
					if heads[i]++; int(heads[i]) <= n {
						break
					}
					heads[i] = 0
				}
				if i == n {
					break
				}
			}
			got := make([]int32, n)
			a.decode(got, scores, n)
			if !rooted(got) {
				t.Fatalf("%v is no tree", got)
			}
			if s := sum(got); s < most-1e-4 {
				t.Fatalf("%d words: a tree worth %g, the best is worth %g", n, s, most)
			}
		}
	}
}

// rooted says whether heads are a tree in which one word alone has the root, 0,
// for its head.
func rooted(heads []int32) bool {
	roots := 0
	for d, h := range heads {
		if h == 0 {
			roots++
		}
		at := int32(d + 1)
		for range heads {
			if at != 0 {
				at = heads[at-1]
			}
		}
		if at != 0 {
			return false
		}
	}
	return roots == 1
}

// TestTreeOfMany decodes sentences too long to try everything.
func TestTreeOfMany(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 3))
	var a arborescence
	for _, n := range []int{30, 300} {
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(r.NormFloat64())
		}
		heads := make([]int32, n)
		if a.decode(heads, scores, n); !rooted(heads) {
			t.Errorf("%d words: no tree", n)
		}
	}
}
