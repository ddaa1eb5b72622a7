package cluster

import (
	"slices"
	"strings"
	"testing"
)

func TestHierarchySortsLikeWithLike(t *testing.T) {
	var vectors [][]float32
	for i := range 32 { // two bundles of directions
		v := []float32{1, float32(i) / 100, 0, 0}
		if i%2 == 1 {
			v = []float32{0, 0, 1, float32(i) / 100}
		}
		Normalise(v)
		vectors = append(vectors, v)
	}
	numbers := Hierarchy(vectors, [3]int{1, 2, 3}, 10, 1)
	for i, n := range numbers {
		if n > 7 {
			t.Fatalf("vector %d: cluster %d does not fit three bits", i, n)
		}
		if coarse, want := n>>2, numbers[i%2]>>2; coarse != want {
			t.Errorf("vector %d: coarse cluster %d, want %d", i, coarse, want)
		}
	}
	if numbers[0]>>2 == numbers[1]>>2 {
		t.Error("the two bundles share a coarse cluster")
	}
	if again := Hierarchy(vectors, [3]int{1, 2, 3}, 10, 1); !slices.Equal(again, numbers) {
		t.Error("the same seed gives other clusters")
	}
}

func TestReadVectors(t *testing.T) {
	const in = `{"precision":8,"words":["the","of","velm"],"vectors":{"the":[3,4,99],"velm":[1,0,7],"of":[0,0,1]},"size":3}`
	words, vectors, err := ReadVectors(strings.NewReader(in), 2, 3)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(words, []string{"the", "velm"}) { // "of" has no direction
		t.Fatalf("words %q", words)
	}
	if v := vectors[0]; v[0] != 0.6 || v[1] != 0.8 {
		t.Errorf("vector %v, want one of unit length", v)
	}
	for name, bad := range map[string]string{"cut short": in[:60], "short vector": `{"words":["a"],"vectors":{"a":[1]}}`, "no object": `[1]`} {
		if _, _, err := ReadVectors(strings.NewReader(bad), 2, 3); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
