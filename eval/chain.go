package eval

import "rapporteur"

// The measures of this file compare two partitions of mentions: gold chains
// and predicted ones, each mention in one chain at most.

// overlaps is how many mentions each gold chain shares with each predicted one.
func overlaps(want, got [][]rapporteur.Span) [][]int {
	in := map[rapporteur.Span]int{}
	for j, spans := range got {
		for _, s := range spans {
			in[s] = j
		}
	}
	out := make([][]int, len(want))
	for i, spans := range want {
		out[i] = make([]int, len(got))
		for _, s := range spans {
			if j, ok := in[s]; ok {
				out[i][j]++
			}
		}
	}
	return out
}

func total(chains [][]rapporteur.Span) int {
	n := 0
	for _, c := range chains {
		n += len(c)
	}
	return n
}

// mentions counts the mentions that both have.
func mentions(want, got [][]rapporteur.Span) Count {
	both := 0
	for _, row := range overlaps(want, got) {
		for _, n := range row {
			both += n
		}
	}
	return count(both, total(want), total(got))
}

// muc counts the links that hold a chain together: a chain of n mentions has
// n-1, less one for each part that the other partition cuts it into (Vilain
// and others 1995). The links that both have are one number.
func muc(want, got [][]rapporteur.Span) Count {
	links := 0
	for _, row := range overlaps(want, got) {
		for _, n := range row {
			links += max(n-1, 0)
		}
	}
	return count(links, total(want)-len(want), total(got)-len(got))
}

// bCubed averages over mentions which part of their chain the other partition
// keeps together (Bagga and Baldwin 1998; a mention that the other side lacks
// counts 0).
func bCubed(want, got [][]rapporteur.Span) Count {
	c := Count{Gold: float64(total(want)), Predicted: float64(total(got))}
	for i, row := range overlaps(want, got) {
		for j, n := range row {
			c.Found += float64(n*n) / float64(len(want[i]))
			c.Right += float64(n*n) / float64(len(got[j]))
		}
	}
	return c
}

// ceafe aligns chains one to one so that their likeness is greatest in sum,
// and averages it over chains (Luo 2005; φ4 is 2|A∩B| / (|A|+|B|)).
func ceafe(want, got [][]rapporteur.Span) Count {
	likeness := make([][]float64, len(want))
	for i, row := range overlaps(want, got) {
		likeness[i] = make([]float64, len(got))
		for j, n := range row {
			likeness[i][j] = 2 * float64(n) / float64(len(want[i])+len(got[j]))
		}
	}
	sum := 0.0
	for i, j := range assign(likeness) {
		if j >= 0 {
			sum += likeness[i][j]
		}
	}
	return Count{sum, float64(len(want)), sum, float64(len(got))}
}
