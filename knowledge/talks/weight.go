package talks

import (
	"fmt"
	"strconv"
)

func number(name, cell string) float64 {
	x, err := strconv.ParseFloat(cell, 64)
	if err != nil {
		panic(fmt.Sprintf("knowledge/talks/%s: weight %q: %v", name, cell, err))
	}
	return x
}
