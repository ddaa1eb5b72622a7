package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// most is how many registers of sums are filled on one way down the rows.
const most = 8

// weightedSum writes the sum of rows, 64 columns at a time. What is left has a
// loop for each number of registers, the last of them under a mask.
func weightedSum() {
	function("weightedSumAVX2", "func(dst *float32, c *float32, rows *float32, stride int, n int, width int)",
		"weightedSumAVX2 is weightedSumGeneric for n rows, 1 or more, and 1 or more columns.")
	dst, c, rows := pointer("dst"), pointer("c"), pointer("rows")
	stride, n, width := pointer("stride"), pointer("n"), pointer("width")
	SHLQ(Imm(2), stride)

	down := func(name string, wide int, last lane) {
		lanesOf := func(i int) lane {
			if i == wide-1 {
				return last
			}
			return lane{}
		}
		sums := make([]VecVirtual, wide)
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
			at := Mem{Base: row, Disp: 4 * lanes * i}
			var product VecVirtual
			if l := lanesOf(i); l.mask != nil {
				product = l.load(at)
				VMULPS(all, product, product)
			} else {
				product = YMM()
				VMULPS(at, all, product)
			}
			VADDPS(product, total, total)
		}
		ADDQ(stride, row)
		ADDQ(Imm(4), weight)
		DECQ(left)
		JNZ(LabelRef(name))
		for i, total := range sums {
			lanesOf(i).store(total, Mem{Base: dst, Disp: 4 * lanes * i})
		}
	}

	Label("wide")
	CMPQ(width, Imm(most*lanes))
	JL(LabelRef("rest"))
	down("down", most, lane{})
	ADDQ(U32(4*most*lanes), dst)
	ADDQ(U32(4*most*lanes), rows)
	SUBQ(Imm(most*lanes), width)
	JMP(LabelRef("wide"))

	Label("rest")
	CMPQ(width, Imm(0))
	JE(LabelRef("end"))
	for wide := 1; wide <= most; wide++ {
		Label(fmt.Sprintf("rest%d", wide))
		if wide < most {
			CMPQ(width, Imm(uint64(wide*lanes)))
			JG(LabelRef(fmt.Sprintf("rest%d", wide+1)))
		}
		of := GP64()
		MOVQ(width, of)
		SUBQ(Imm(uint64((wide-1)*lanes)), of)
		down(fmt.Sprintf("down%d", wide), wide, lane{maskFor(of)})
		JMP(LabelRef("end"))
	}
	Label("end")
	done()
}
