package encoder

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
)

// document is words by chance in sentences by chance.
func document(r *rand.Rand, sentences, longest int) (words []Word, out []Sentence) {
	for range sentences {
		first := len(words)
		for range r.IntN(longest) {
			var w strings.Builder
			for range 1 + r.IntN(6) {
				w.WriteByte("abcABC.1z"[r.IntN(9)])
			}
			words = append(words, Word{Form: w.String(), Known: Known{uint16(r.IntN(8)), uint16(r.IntN(5))}})
		}
		out = append(out, Sentence{first, len(words), r.IntN(3) == 0})
	}
	return words, out
}

// forms are words of which no more is known.
func forms(words []string) []Word {
	out := make([]Word, len(words))
	for i, w := range words {
		out[i].Form = w
	}
	return out
}

func laws(t *testing.T, m *Model, r *Reading, words []Word, sentences []Sentence) {
	t.Helper()
	for _, s := range sentences {
		n := s.End - s.First
		heads := make([]int32, n)
		for i := range n {
			if h := r.Heads[s.First+i]; h >= 0 {
				heads[i] = h - int32(s.First) + 1
			}
			if int(heads[i]) > n || heads[i] < 0 {
				t.Fatalf("word %d has the head %d, outside its sentence [%d,%d)", s.First+i, r.Heads[s.First+i], s.First, s.End)
			}
		}
		if n > 0 && n < m.header.Places/longestWord && !rooted(heads) {
			t.Fatalf("sentence [%d,%d) is no tree with one root: %v", s.First, s.End, heads)
		}
	}
	subjects := map[int32]int{}
	for i, h := range r.Heads {
		if h >= 0 && m.single[r.Deprels[i]] == subject {
			subjects[h]++
		}
	}
	for h, n := range subjects {
		if n > 1 {
			t.Fatalf("word %d has %d subjects", h, n)
		}
	}
	within := func(what string, spans []Span, cross bool) {
		end := 0
		for _, s := range spans {
			if s.First < end || s.End <= s.First || s.End > len(words) {
				t.Fatalf("%s: %v after %d", what, s, end)
			}
			end = s.End
			if !cross && !slices.ContainsFunc(sentences, func(x Sentence) bool { return x.First <= s.First && s.End <= x.End }) {
				t.Fatalf("%s: %v crosses sentences", what, s)
			}
		}
	}
	within("names", r.Names, false)
	for role, spans := range r.Roles {
		within(roleNames[role], spans, role == Content || role == Inner)
	}
	for role, cues := range r.CueOf {
		if len(cues) != len(r.Roles[role]) {
			t.Fatalf("%s: %d parts, %d cues for them", roleNames[role], len(r.Roles[role]), len(cues))
		}
		for i, c := range cues {
			if c < -1 || c >= len(r.Roles[Cue]) || role == Cue && c != i {
				t.Fatalf("%s %d has the cue %d of %d", roleNames[role], i, c, len(r.Roles[Cue]))
			}
		}
	}
}

func TestReadKeepsTheLaws(t *testing.T) {
	chance := rand.New(rand.NewPCG(4, 4))
	var d Desk
	var r Reading
	for seed := range uint64(4) {
		m := tinyModel(t, seed)
		for range 6 {
			// Sentences up to some hundred pieces, more than there are places.
			words, sentences := document(chance, 1+chance.IntN(12), 90)
			m.Read(&d, &r, words, sentences, nil)
			laws(t, m, &r, words, sentences)
			if len(r.Heads) != len(words) || len(r.Tags) != len(words) {
				t.Fatalf("%d heads and %d tags of %d words", len(r.Heads), len(r.Tags), len(words))
			}
		}
	}
}

// TestReadIsTheSame reads on used desks and by many goroutines.
func TestReadIsTheSame(t *testing.T) {
	m := tinyModel(t, 9)
	chance := rand.New(rand.NewPCG(5, 5))
	words, sentences := document(chance, 20, 30)
	var want Reading
	m.Read(new(Desk), &want, words, sentences, nil)
	var group sync.WaitGroup
	for range 4 {
		others, cuts := document(chance, 10, 40)
		group.Go(func() {
			var d Desk
			var r Reading
			m.Read(&d, &r, others, cuts, nil)
			m.Read(&d, &r, words, sentences, nil)
			if !reflect.DeepEqual(r, want) {
				t.Error("read otherwise on a used desk")
			}
		})
	}
	group.Wait()
}

func TestReadOfNothing(t *testing.T) {
	m := tinyModel(t, 1)
	var r Reading
	m.Read(new(Desk), &r, nil, nil, nil)
	m.Read(new(Desk), &r, []Word{{Form: "a"}}, []Sentence{{0, 0, true}, {0, 1, false}, {1, 1, true}}, nil)
	if r.Heads[0] != -1 {
		t.Errorf("the only word hangs on %d", r.Heads[0])
	}
}

// TestReadAllocatesNothing holds steady reading to the memory of its desk.
func TestReadAllocatesNothing(t *testing.T) {
	m := tinyModel(t, 3)
	words := forms(strings.Fields(strings.Repeat("ab cab ac . ", 30)))
	var sentences []Sentence
	for i := 0; i < len(words); i += 4 {
		sentences = append(sentences, Sentence{i, i + 4, i%20 == 0})
	}
	var d Desk
	var r Reading
	if n := testing.AllocsPerRun(20, func() { m.Read(&d, &r, words, sentences, nil) }); n > 0 {
		t.Errorf("%g allocations a reading", n)
	}
}
