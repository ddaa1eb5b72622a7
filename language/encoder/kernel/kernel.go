// Package kernel is the arithmetic of a small transformer on the processor:
// products with 8-bit weights, and the few functions that stand between them.
//
// Every function gives the same bits on every machine. The vector code for
// amd64 and the plain Go code round each operation once and in one order:
// products are never fused with sums, a sum of many floats goes by 8 lanes, and
// the lanes are added by one tree (see Dot). So a text is read the same way
// wherever it is read, and the plain code is the test of the vector code.
//
// No function allocates, and all may run in parallel on different data. A slice
// shorter than the sizes call for is a mistake of the caller and panics. What
// becomes of NaN and infinite values is not said.
package kernel

// lanes is how many floats are worked on side by side, and so how a sum of many
// floats is split.
const lanes = 8

// tree adds the lanes of a sum, halves first.
func tree(l *[lanes]float32) float32 {
	return ((l[0] + l[4]) + (l[2] + l[6])) + ((l[1] + l[5]) + (l[3] + l[7]))
}
