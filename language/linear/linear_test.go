package linear

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func random(classes, bits int) *Table {
	t := New(classes, bits)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range t.weights {
		t.weights[i] = int8(r.IntN(255) - 127)
	}
	return t
}

func features(n int) []Feature {
	r := rand.New(rand.NewPCG(3, 4))
	out := make([]Feature, n)
	for i := range out {
		out[i] = Feature(r.Uint32())
	}
	return out
}

func TestKernelAgreesWithPlainGo(t *testing.T) {
	for classes := 1; classes <= MaxClasses; classes += 7 {
		table := random(classes, 12)
		for _, n := range []int{0, 1, 2, 75, 255} {
			var got, want [MaxClasses]int16
			fs := features(n)
			table.Score(fs, &got)
			addRowsGeneric(&want, table.weights, table.mask, fs, (classes+step-1)/step)
			for i := range classes {
				if got[i] != want[i] {
					t.Fatalf("%d classes, %d features: class %d scores %d, want %d", classes, n, i, got[i], want[i])
				}
			}
		}
	}
}

func TestTableIsReadBack(t *testing.T) {
	table := random(37, 10)
	back, rest, err := Load(append(table.Append(nil), "tail"...))
	if err != nil || string(rest) != "tail" {
		t.Fatalf("rest %q, error %v", rest, err)
	}
	fs := features(20)
	var got, want [MaxClasses]int16
	back.Score(fs, &got)
	table.Score(fs, &want)
	if got != want {
		t.Error("the table read back scores otherwise")
	}
}

func TestLoadRefuses(t *testing.T) {
	whole := random(3, 4).Append(nil)
	for name, b := range map[string][]byte{
		"nothing":   nil,
		"other":     []byte("PNG\x01aaaaaaaaaa"),
		"cut short": whole[:len(whole)-1],
		"classes":   append([]byte(magic), 0, 0, 4, 0),
	} {
		if _, _, err := Load(b); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func BenchmarkScore(b *testing.B) {
	for _, classes := range []int{4, 48, 96} {
		table, fs := random(classes, 22), features(75)
		b.Run(fmt.Sprintf("%d-classes-75-features", classes), func(b *testing.B) {
			var dst [MaxClasses]int16
			for b.Loop() {
				table.Score(fs, &dst)
			}
		})
	}
}
