package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// On one way down the rows, usual is how many registers of sums are filled, and
// most is how many are at the end, where a few alone would wait for each other.
const (
	usual = 8
	most  = 12
)

// weightedSum writes the sum of rows, 64 columns at a time. The last columns, 96
// or fewer, have a loop for each number of registers. There the last register
// lies against the right edge and may do some columns twice, which is faster
// than a mask; the mask is for fewer columns than a register has.
func weightedSum() {
	function("weightedSumAVX2", "func(dst *float32, c *float32, rows *float32, stride int, n int, width int)",
		"weightedSumAVX2 is weightedSumGeneric for n rows, 1 or more, and 1 or more columns.")
	dst, c, rows := pointer("dst"), pointer("c"), pointer("rows")
	stride, n, width := pointer("stride"), pointer("n"), pointer("width")
	SHLQ(Imm(2), stride)

	Label("wide")
	CMPQ(width, Imm(most*lanes))
	JLE(LabelRef("rest1"))
	down("down", dst, c, rows, stride, n, lane{}, columns(usual))
	ADDQ(U32(4*usual*lanes), dst)
	ADDQ(U32(4*usual*lanes), rows)
	SUBQ(Imm(usual*lanes), width)
	JMP(LabelRef("wide"))

	for wide := 1; wide <= most; wide++ {
		Label(fmt.Sprintf("rest%d", wide))
		if wide < most {
			CMPQ(width, Imm(uint64(wide*lanes)))
			JG(LabelRef(fmt.Sprintf("rest%d", wide+1)))
		}
		name := fmt.Sprintf("down%d", wide)
		if wide == 1 {
			down(name, dst, c, rows, stride, n, lane{maskFor(width)}, columns(1))
		} else {
			edge := GP64()
			LEAQ(Mem{Base: width, Disp: -lanes}, edge)
			SHLQ(Imm(2), edge)
			down(name, dst, c, rows, stride, n, lane{}, append(columns(wide-1), Mem{Index: edge, Scale: 1}))
		}
		JMP(LabelRef("end"))
	}
	Label("end")
	done()
}

// columns are the places of registers side by side.
func columns(wide int) []Mem {
	var at []Mem
	for i := range wide {
		at = append(at, Mem{Disp: 4 * lanes * i})
	}
	return at
}

// down writes a loop down n rows that sums what lies at the given places.
func down(name string, dst, c, rows, stride, n Register, l lane, at []Mem) {
	sums := make([]VecVirtual, len(at))
	for i := range sums {
		sums[i] = zeros()
	}
	row, weight, left := GP64(), GP64(), GP64()
	MOVQ(rows, row)
	MOVQ(c, weight)
	MOVQ(n, left)
	Label(name)
	all := YMM()
	VBROADCASTSS(Mem{Base: weight}, all)
	for i, total := range sums {
		at[i].Base = row
		product := l.load(at[i])
		VMULPS(all, product, product)
		VADDPS(product, total, total)
	}
	ADDQ(stride, row)
	ADDQ(Imm(4), weight)
	DECQ(left)
	JNZ(LabelRef(name))
	for i, total := range sums {
		at[i].Base = dst
		l.store(total, at[i])
	}
}
