// Package cluster sorts words by the company they keep: spherical k-means over
// word vectors, level by level, so that the number of a fine cluster begins
// with the number of its coarse one.
package cluster

import (
	"math"
	"math/rand/v2"
	"sync"
)

// Hierarchy assigns every vector (rows of unit length) a number of bits[2] bits
// whose first bits[0] and bits[1] are its clusters on the coarser levels.
func Hierarchy(vectors [][]float32, bits [3]int, rounds int, seed uint64) []uint16 {
	out := make([]uint16, len(vectors))
	all := make([]int, len(vectors))
	for i := range all {
		all[i] = i
	}
	groups := [][]int{all}
	done := 0
	for _, b := range bits {
		k := 1 << (b - done)
		next := make([][]int, len(groups)*k)
		for g, members := range groups {
			assigned := kmeans(vectors, members, k, rounds, seed+uint64(g)<<8+uint64(b))
			for n, m := range members {
				out[m] = out[m]<<(b-done) | uint16(assigned[n])
				next[g*k+assigned[n]] = append(next[g*k+assigned[n]], m)
			}
		}
		groups, done = next, b
	}
	return out
}

// kmeans sorts the members into k clusters; with fewer members than clusters
// each is its own.
func kmeans(vectors [][]float32, members []int, k, rounds int, seed uint64) []int {
	assigned := make([]int, len(members))
	if len(members) <= k {
		for n := range assigned {
			assigned[n] = n
		}
		return assigned
	}
	dim := len(vectors[0])
	centres := make([][]float32, k)
	r := rand.New(rand.NewPCG(seed, 1))
	for c, n := range r.Perm(len(members))[:k] {
		centres[c] = append([]float32(nil), vectors[members[n]]...)
	}
	for range rounds {
		assign(vectors, members, centres, assigned)
		for c := range centres {
			clear(centres[c])
		}
		for n, m := range members {
			for d, x := range vectors[m] {
				centres[assigned[n]][d] += x
			}
		}
		for c := range centres {
			if !Normalise(centres[c]) { // empty: begin again somewhere else
				copy(centres[c], vectors[members[r.IntN(len(members))]][:dim])
			}
		}
	}
	assign(vectors, members, centres, assigned)
	return assigned
}

func assign(vectors [][]float32, members []int, centres [][]float32, assigned []int) {
	const workers = 2
	var wait sync.WaitGroup
	for w := range workers {
		wait.Go(func() {
			for n := w; n < len(members); n += workers {
				v := vectors[members[n]]
				best, score := 0, float32(-2)
				for c, centre := range centres {
					if s := dot(v, centre); s > score {
						best, score = c, s
					}
				}
				assigned[n] = best
			}
		})
	}
	wait.Wait()
}

func dot(a, b []float32) float32 {
	var s0, s1, s2, s3 float32
	b = b[:len(a)]
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

// Normalise gives v unit length and reports whether it had any.
func Normalise(v []float32) bool {
	sum := float64(dot(v, v))
	if sum == 0 {
		return false
	}
	scale := float32(1 / math.Sqrt(sum))
	for i := range v {
		v[i] *= scale
	}
	return true
}
