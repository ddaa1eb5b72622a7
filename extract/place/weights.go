package place

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.tsv
var weightsTable string

// weights are those of the two steps: without the rest of the article, and with it.
type weights struct{ alone, full [numFeatures]float64 }

var fitted = sync.OnceValue(func() *weights {
	w := &weights{}
	for line := range strings.Lines(weightsTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if k := slices.Index(Names[:], f[0]); k >= 0 && len(f) == 3 {
			w.alone[k], _ = strconv.ParseFloat(f[1], 64)
			w.full[k], _ = strconv.ParseFloat(f[2], 64)
		}
	}
	return w
})
