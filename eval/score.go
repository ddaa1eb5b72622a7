package eval

import (
	"fmt"
	"slices"
	"strings"
)

// A Metric is one thing that is measured.
type Metric struct {
	Name string
	Unit Unit
	// Of are the metrics whose F1 a Mean averages.
	Of []string
}

// A Unit is how a metric is given.
type Unit int

// The units: precision, recall and F1; a proportion of one whole; the mean of
// the F1 of other metrics.
const (
	PRF Unit = iota
	Share
	Mean
)

// A Score is one metric on one set of texts.
type Score struct {
	Metric Metric
	Count  Count
	Mean   float64 // of a Mean, 0 to 1
}

// scores puts a tally in the order of metrics. Counts under other names (a
// class that the task does not list) come after, in alphabetical order.
func scores(t Tally, metrics []Metric) []Score {
	var out []Score
	listed := map[string]bool{}
	for _, m := range metrics {
		listed[m.Name] = true
		s := Score{Metric: m, Count: t[m.Name]}
		for _, name := range m.Of {
			s.Mean += t[name].F1() / float64(len(m.Of))
		}
		if _, counted := t[m.Name]; counted || m.Unit == Mean {
			out = append(out, s)
		}
	}
	var more []string
	for name := range t {
		if !listed[name] {
			more = append(more, name)
		}
	}
	slices.Sort(more)
	for _, name := range more {
		out = append(out, Score{Metric: Metric{Name: name}, Count: t[name]})
	}
	return out
}

// cells is the score as the columns of a table: precision, recall, F1, gold
// and predicted; a share or a mean stands under F1.
func (s Score) cells() []string {
	percent := func(x float64) string { return fmt.Sprintf("%.1f", 100*x) }
	switch s.Metric.Unit {
	case Share:
		if s.Count.Gold == 0 {
			return []string{"", "", "-", "0", ""}
		}
		return []string{"", "", percent(s.Count.Recall()), number(s.Count.Gold), ""}
	case Mean:
		return []string{"", "", percent(s.Mean), "", ""}
	}
	return []string{percent(s.Count.Precision()), percent(s.Count.Recall()), percent(s.Count.F1()), number(s.Count.Gold), number(s.Count.Predicted)}
}

// Line is the score in words, for the scores file.
func (s Score) Line() string {
	c := s.Count
	switch {
	case s.Metric.Unit == Share && c.Gold == 0:
		return "none to count"
	case s.Metric.Unit == Share:
		return fmt.Sprintf("share %.1f  (%s of %s)", 100*c.Recall(), number(c.Found), number(c.Gold))
	case s.Metric.Unit == Mean:
		return fmt.Sprintf("mean F1 %.1f  (of %s)", 100*s.Mean, strings.Join(s.Metric.Of, ", "))
	}
	return fmt.Sprintf("precision %.1f  recall %.1f  F1 %.1f  (found %s of %s gold, right %s of %s predicted)",
		100*c.Precision(), 100*c.Recall(), 100*c.F1(), number(c.Found), number(c.Gold), number(c.Right), number(c.Predicted))
}

// number prints whole counts as such and fractional ones to one decimal.
func number(x float64) string {
	if x == float64(int64(x)) {
		return fmt.Sprintf("%.0f", x)
	}
	return fmt.Sprintf("%.1f", x)
}
