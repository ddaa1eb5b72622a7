package name

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"rapporteur/language/lexis"
	"rapporteur/language/linear"
)

var labels = []string{"O", "B-Person", "I-Person", "E-Person", "S-Person", "B-Location", "I-Location", "E-Location", "S-Location"}

func randomTable(seed uint64) *linear.Table {
	t := linear.New(len(labels), 14)
	r := rand.New(rand.NewPCG(seed, 1))
	for i := range t.Weights() {
		t.Weights()[i] = int8(r.IntN(41) - 20)
	}
	return t
}

func sentence(words ...string) []Word {
	out := make([]Word, len(words))
	for i, w := range words {
		d := lexis.Describe(w, nil)
		out[i] = Word{Word: &d}
	}
	return out
}

// The best path by Viterbi must be the best of all legal paths.
func TestViterbiFindsTheBestPath(t *testing.T) {
	legal, err := Legal(labels)
	if err != nil {
		t.Fatal(err)
	}
	words := sentence("Aster", "Vale", "left", "Velm")
	for seed := range uint64(20) {
		f := newField(randomTable(seed), legal)
		var v viterbi
		got := slices.Clone(v.best(f, words, 0, nil))
		want, best := []int(nil), int32(math.MinInt32)
		each(len(words), func(path []int) {
			if s, ok := score(f, legal, words, path); ok && s > best {
				want, best = slices.Clone(path), s
			}
		})
		if s, ok := score(f, legal, words, got); !ok || s != best {
			t.Errorf("seed %d: path %v scores %d, legal %t; the best is %v with %d", seed, got, s, ok, want, best)
		}
	}
}

func each(n int, do func([]int)) {
	path := make([]int, n)
	var next func(int)
	next = func(i int) {
		if i == n {
			do(path)
			return
		}
		for path[i] = range labels {
			next(i + 1)
		}
	}
	next(0)
}

func score(f *field, legal [][]bool, words []Word, path []int) (int32, bool) {
	total, from := int32(0), len(labels)
	for i, to := range path {
		if !legal[to][from] {
			return 0, false
		}
		var emission [linear.MaxClasses]int16
		f.table.Score(Features(words, i, 0, nil, nil), &emission)
		total += int32(emission[to]) + int32(f.table.Weights()[f.table.Place(Previous(from))+to])
		from = to
	}
	return total, legal[len(labels)][from]
}

// Whatever the weights: entities ascend, do not overlap, cross no sentence.
func TestFindIsLegal(t *testing.T) {
	sentences := [][]Word{sentence("Aster", "Vale", "met", "Orr", "."), {}, sentence("Velm"), sentence("He", "left", "Arden", "with", "Vale")}
	for seed := range uint64(30) {
		n, err := New(labels, randomTable(seed), randomTable(seed+100))
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for _, e := range n.Find(sentences) {
			if e.First < at || e.End <= e.First || e.End > 11 {
				t.Fatalf("seed %d: entity %v after %d", seed, e, at)
			}
			for _, edge := range []int{5, 6} {
				if e.First < edge && e.End > edge {
					t.Fatalf("seed %d: entity %v crosses the end of a sentence", seed, e)
				}
			}
			at = e.End
		}
	}
}

func TestNamerIsReadBack(t *testing.T) {
	n, err := New(labels, randomTable(1), randomTable(2))
	if err != nil {
		t.Fatal(err)
	}
	back, err := Load(n.Append(nil))
	if err != nil {
		t.Fatal(err)
	}
	sentences := [][]Word{sentence("Aster", "Vale", "met", "Orr", "in", "Velm", ".")}
	if got, want := back.Find(sentences), n.Find(sentences); !slices.Equal(got, want) {
		t.Errorf("read back: %v, want %v", got, want)
	}
}

func TestNewRefusesLabels(t *testing.T) {
	for name, l := range map[string][]string{
		"none": nil, "O is not the first": {"B-Person", "O"}, "no kind": {"O", "B"}, "unknown part": {"O", "X-Person"}, "O with a kind": {"O-Person"},
	} {
		if _, err := New(l, randomTable(1), randomTable(2)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A word's own occurrence does not count as another.
func TestMemoryLooksElsewhere(t *testing.T) {
	sentences := [][]Word{sentence("Aster", "Vale", "left"), sentence("Vale", "spoke")}
	m := Remember(sentences, []Entity{{0, 2, "Person"}, {3, 4, "Location"}})
	vale := &sentences[1][0]
	if kind, times, _ := m.elsewhere(vale, 3); kind != uint64(kinds["Person"])+1 || times != 1 {
		t.Errorf("Vale, read as a place: elsewhere kind %d, %d times; want a person, once", kind, times)
	}
	aster := &sentences[0][0]
	if _, times, _ := m.elsewhere(aster, 0); times != 0 {
		t.Errorf("Aster occurs once, yet elsewhere %d times", times)
	}
}

func TestListsMark(t *testing.T) {
	text := []string{"Syrian", "President", "Maria", "of", "Qatar", "left", "Damascus"}
	words := sentence(text...)
	NewLists().Mark(words, func(i int) string { return text[i] })
	for i, bit := range map[int]uint16{0: listPeople, 1: listNoun, 2: listGiven, 4: listCountry, 6: listTown} {
		if words[i].List&bit == 0 {
			t.Errorf("%s: list %b has not %b", text[i], words[i].List, bit)
		}
	}
	if words[5].List != 0 {
		t.Errorf("left: list %b, want none", words[5].List)
	}
}
