package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/ir"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// sum adds to each lane of total the four products of bytes of x, without sign,
// and bytes of w, with sign.
type sum func(x, w, ones, total Register)

func sumAVX2(x, w, ones, total Register) {
	pairs := YMM()
	VPMADDUBSW(w, x, pairs)
	VPMADDWD(ones, pairs, pairs)
	VPADDD(pairs, total, total)
}

// sumVNNI is one instruction, which avo does not list.
func sumVNNI(x, w, _, total Register) {
	Instruction(&ir.Instruction{
		Opcode:   "VPDPBUSD",
		Operands: []Op{w, x, total},
		Inputs:   []Op{w, x, total},
		Outputs:  []Op{total},
	})
}

// panel writes the product of rows of activations with 16 output channels. Four
// rows at a time fill the registers: their 4*16 sums, 16 channels of weights, the
// activation at hand.
func panel(name string, add sum) {
	function(name, "func(dst *float32, stride int, a *uint8, in int, rows int, scales *float32, weights *int8, scale *float32, bias *float32, sums *int32)",
		name+" is mulPanelGeneric for a whole panel: weights, scale, bias and sums begin at its first channel.")
	dst, stride := pointer("dst"), pointer("stride")
	SHLQ(Imm(2), stride)
	a, in, rows := pointer("a"), pointer("in"), pointer("rows")
	scales := pointer("scales")
	weights := pointer("weights")
	in3 := GP64()
	LEAQ(Mem{Base: in, Index: in, Scale: 2}, in3)
	ones := YMM()
	VMOVDQU(bits(0x00010001), ones)

	for _, tall := range []int{4, 1} {
		loop, step, next := fmt.Sprintf("rows%d", tall), fmt.Sprintf("step%d", tall), fmt.Sprintf("after%d", tall)
		Label(loop)
		CMPQ(rows, Imm(uint64(tall)))
		JL(LabelRef(next))

		totals := make([][2]VecVirtual, tall)
		for r := range totals {
			for h := range totals[r] {
				totals[r][h] = zeros()
			}
		}
		x, w, left := GP64(), GP64(), GP64()
		MOVQ(a, x)
		MOVQ(weights, w)
		MOVQ(in, left)
		places := []Mem{{Base: x}, {Base: x, Index: in, Scale: 1}, {Base: x, Index: in, Scale: 2}, {Base: x, Index: in3, Scale: 1}}
		Label(step)
		low, high := YMM(), YMM()
		VMOVDQU(Mem{Base: w}, low)
		VMOVDQU(Mem{Base: w, Disp: 32}, high)
		for r := range totals {
			four := YMM()
			VPBROADCASTD(places[r], four)
			add(four, low, ones, totals[r][0])
			add(four, high, ones, totals[r][1])
		}
		ADDQ(Imm(4), x)
		ADDQ(Imm(64), w)
		SUBQ(Imm(4), left)
		JNZ(LabelRef(step))

		for r := range totals {
			of := YMM()
			VBROADCASTSS(Mem{Base: scales, Disp: 4 * r}, of)
			for h, total := range totals[r] {
				scale := YMM()
				sums := pointer("sums")
				VPSUBD(Mem{Base: sums, Disp: 32 * h}, total, total)
				VCVTDQ2PS(total, total)
				VMULPS(Mem{Base: pointer("scale"), Disp: 32 * h}, of, scale)
				VMULPS(scale, total, total)
				VADDPS(Mem{Base: pointer("bias"), Disp: 32 * h}, total, total)
				VMOVUPS(total, Mem{Base: dst, Disp: 32 * h})
			}
			ADDQ(stride, dst)
		}
		for range tall {
			ADDQ(in, a)
		}
		ADDQ(Imm(uint64(4*tall)), scales)
		SUBQ(Imm(uint64(tall)), rows)
		JMP(LabelRef(loop))
		Label(next)
	}
	done()
}
