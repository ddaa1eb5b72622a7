package coref

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed weights.tsv
var weightsTable string

// Weights is the fitted ranker: what every feature counts for in every task,
// and how sure it must be to answer.
type Weights struct {
	values     [tasks][features]float32
	thresholds [tasks]float32 // least probability of the answer
}

// WeightsTable is the table of weights that the program is built with.
func WeightsTable() string { return weightsTable }

// fitted is the ranker that the program is built with.
var fitted = sync.OnceValue(func() *Weights { return must(ReadWeights(weightsTable)) })

// ReadWeights reads the table that Weights.String prints: a line of the tasks,
// then a line for the threshold and one for each feature with its weights.
func ReadWeights(text string) (*Weights, error) {
	names := map[string]feature{}
	for i, name := range featureNames {
		names[name] = feature(i)
	}
	w := &Weights{}
	err := readTable("weights.tsv", text, func(columns []string) error {
		f, known := names[columns[0]]
		if !known && columns[0] != "threshold" {
			return fmt.Errorf("no feature is called %q; fit the weights again", columns[0])
		}
		if len(columns) != int(tasks)+1 {
			return fmt.Errorf("%d columns, want a feature and %d weights", len(columns), tasks)
		}
		for t, column := range columns[1:] {
			v, err := strconv.ParseFloat(column, 32)
			if err != nil {
				return fmt.Errorf("weight %q is no number", column)
			}
			if known {
				w.values[t][f] = float32(v)
			} else {
				w.thresholds[t] = float32(v)
			}
		}
		return nil
	})
	return w, err
}

func (w *Weights) String() string {
	var b strings.Builder
	b.WriteString("feature\t" + strings.Join(taskNames[:], "\t") + "\n")
	line := func(name string, value func(t int) float32) {
		b.WriteString(name)
		for t := range int(tasks) {
			fmt.Fprintf(&b, "\t%.3f", value(t))
		}
		b.WriteByte('\n')
	}
	line("threshold", func(t int) float32 { return w.thresholds[t] })
	for f, name := range featureNames {
		line(name, func(t int) float32 { return w.values[t][f] })
	}
	return b.String()
}

// NewWeights makes a ranker of fitted values, the features of the first task
// first, and of thresholds by task.
func NewWeights(values []float64, thresholds map[string]float64) *Weights {
	w := &Weights{}
	for t := range w.values {
		for f := range w.values[t] {
			w.values[t][f] = float32(values[t*int(features)+f])
		}
		w.thresholds[t] = float32(thresholds[taskNames[t]])
	}
	return w
}
