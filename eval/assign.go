package eval

import "math"

// assign pairs rows with columns one to one so that the sum of weights is
// greatest, and gives the column of each row, -1 for none. It is the Hungarian
// method with potentials (Kuhn 1955; Jonker and Volgenant 1987), of order n³.
func assign(weights [][]float64) []int {
	rows := len(weights)
	if rows == 0 {
		return nil
	}
	columns := len(weights[0])
	n := max(rows, columns)
	// Costs are negated weights, with rows and columns of nought to make the
	// matrix square; both count from 1, 0 being "none".
	cost := func(i, j int) float64 {
		if i > rows || j > columns {
			return 0
		}
		return -weights[i-1][j-1]
	}
	u, v := make([]float64, n+1), make([]float64, n+1)
	rowOf, way := make([]int, n+1), make([]int, n+1)
	for i := 1; i <= n; i++ {
		rowOf[0] = i
		least := make([]float64, n+1)
		for j := range least {
			least[j] = math.Inf(1)
		}
		used := make([]bool, n+1)
		j := 0
		for rowOf[j] != 0 {
			used[j] = true
			delta, next := math.Inf(1), 0
			for k := 1; k <= n; k++ {
				if used[k] {
					continue
				}
				if c := cost(rowOf[j], k) - u[rowOf[j]] - v[k]; c < least[k] {
					least[k], way[k] = c, j
				}
				if least[k] < delta {
					delta, next = least[k], k
				}
			}
			for k := 0; k <= n; k++ {
				if used[k] {
					u[rowOf[k]] += delta
					v[k] -= delta
				} else {
					least[k] -= delta
				}
			}
			j = next
		}
		for j != 0 {
			rowOf[j] = rowOf[way[j]]
			j = way[j]
		}
	}
	out := make([]int, rows)
	for i := range out {
		out[i] = -1
	}
	for j := 1; j <= columns; j++ {
		if i := rowOf[j]; i >= 1 && i <= rows {
			out[i-1] = j - 1
		}
	}
	return out
}
