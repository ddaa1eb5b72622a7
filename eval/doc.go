// Package eval measures readings against gold: predicted beside reference, by
// the characters of the same text. The definitions are those of the field's
// scorers; where ../shared/score has a scorer for a task, the numbers here are
// the same to the printed digit, and a test holds us to it.
//
// Run measures and prints; Measure gives the Reports. docs/evaluation.md tells
// how to run it and where the scores are kept.
package eval
