// The program asm writes the vector code of package kernel: path_amd64.s and
// the Go declarations beside it. It is a module of its own, so that what it
// needs is no business of those who only build the kernel. Run it with
// "go generate" in the kernel's directory.
//
// Every function does the same operations in the same order as the plain Go
// function of its name. Products and sums stay apart: a fused product rounds
// once where two operations round twice, and machines without one would differ.
package main

import . "github.com/mmcloughlin/avo/build"

func main() {
	ConstraintExpr("amd64")
	panel("panelAVX2", sumAVX2)
	panel("panelVNNI", sumVNNI)
	weightedSum()
	elementwise("geluAVX2", "geluAVX2 replaces n floats by their GELU.", gelu)
	elementwise("reluAVX2", "reluAVX2 replaces what is below 0 of n floats by 0.", relu)
	size()
	quantise()
	softmax()
	addNorm("addNormAVX2", true)
	addNorm("normAVX2", false)
	dot()
	Generate()
}
