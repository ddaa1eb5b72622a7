package main

import (
	"fmt"
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

func size() {
	function("sizeAVX2", "func(x *float32, n int) float32", "sizeAVX2 is the largest size among n floats.")
	x, n := pointer("x"), pointer("n")
	most := zeros()
	each("float", n, func(l lane, at Register) {
		v := l.load(place(x, at))
		VANDPS(bits(math.MaxInt32), v, v)
		VMAXPS(most, v, most)
	})
	result := greatest(most)
	VZEROUPPER()
	Store(result, ReturnIndex(0))
	RET()
}

// greatest is the largest lane of v, in the first lane of the result.
func greatest(v VecVirtual) VecVirtual {
	most, other := XMM(), XMM()
	VEXTRACTF128(Imm(1), v, other)
	VMAXPS(other, v.AsX(), most)
	VMOVHLPS(most, most, other)
	VMAXPS(other, most, most)
	VMOVSHDUP(most, other)
	VMAXSS(other, most, most)
	return most
}

func quantise() {
	function("quantiseAVX2", "func(dst *uint8, x *float32, n int, scale float32)", "quantiseAVX2 sets n bytes to 128 + x/scale, rounded.")
	dst, x, n := pointer("dst"), pointer("x"), pointer("n")
	scale := argument("scale")
	each("float", n, func(l lane, at Register) {
		v, half := l.load(place(x, at)), XMM()
		VDIVPS(scale, v, v)
		VADDPS(float(shift+128), v, v)
		VANDPS(bits(255), v, v)
		VEXTRACTI128(Imm(1), v, half)
		VPACKUSDW(half, v.AsX(), half)
		VPACKUSWB(half, half, half)
		if l.mask == nil {
			VMOVQ(half, Mem{Base: dst})
			ADDQ(Imm(lanes), dst)
			return
		}
		bytes, left := GP64(), GP64()
		VMOVQ(half, bytes)
		MOVQ(n, left)
		ANDQ(Imm(lanes-1), left)
		Label("byte")
		MOVB(bytes.As8(), Mem{Base: dst})
		SHRQ(Imm(8), bytes)
		INCQ(dst)
		DECQ(left)
		JNZ(LabelRef("byte"))
	})
	done()
}

func softmax() {
	function("softmaxAVX2", "func(x *float32, n int, scale float32)", "softmaxAVX2 is softmaxGeneric for n floats, 1 or more.")
	x, n := pointer("x"), pointer("n")
	scale := argument("scale")

	most := YMM()
	VMOVUPS(float(float32(math.Inf(-1))), most)
	each("most", n, func(l lane, at Register) {
		v := l.load(place(x, at))
		VMULPS(scale, v, v)
		if l.mask != nil {
			outside := YMM()
			VMOVUPS(float(float32(math.Inf(-1))), outside)
			VBLENDVPS(l.mask, v, outside, v)
		}
		VMAXPS(most, v, most)
	})
	most = everywhere(greatest(most))

	sums := zeros()
	each("power", n, func(l lane, at Register) {
		v := l.load(place(x, at))
		VMULPS(scale, v, v)
		VSUBPS(most, v, v)
		power(v)
		l.store(v, place(x, at))
		l.clear(v)
		VADDPS(v, sums, sums)
	})
	share, one := tree(sums), XMM()
	VMOVSS(float(1), one)
	VDIVSS(share, one, share)
	all := everywhere(share)
	each("share", n, func(l lane, at Register) {
		v := l.load(place(x, at))
		VMULPS(all, v, v)
		l.store(v, place(x, at))
	})
	done()
}

func addNorm(name string, adds bool) {
	const doc = "%s is addNormGeneric for one row of n floats%s; width is n."
	if adds {
		function(name, "func(x *float32, y *float32, gain *float32, bias *float32, n int, width float32)", fmt.Sprintf(doc, name, ""))
	} else {
		function(name, "func(x *float32, gain *float32, bias *float32, n int, width float32)", fmt.Sprintf(doc, name, " with nothing to add"))
	}
	x, n := pointer("x"), pointer("n")

	sums := zeros()
	var y Register
	if adds {
		y = pointer("y")
	}
	each("add", n, func(l lane, at Register) {
		v := l.load(place(x, at))
		if adds {
			VADDPS(l.load(place(y, at)), v, v)
			l.store(v, place(x, at))
		}
		VADDPS(v, sums, sums)
	})
	width := argument("width")
	mean := tree(sums)
	VDIVSS(width.AsX(), mean, mean)
	means := everywhere(mean)

	squares := zeros()
	each("square", n, func(l lane, at Register) {
		v := l.load(place(x, at))
		VSUBPS(means, v, v)
		l.store(v, place(x, at))
		l.clear(v)
		VMULPS(v, v, v)
		VADDPS(v, squares, squares)
	})
	steep, one := tree(squares), XMM()
	VDIVSS(width.AsX(), steep, steep)
	VADDSS(float(1e-12), steep, steep)
	VSQRTSS(steep, steep, steep)
	VMOVSS(float(1), one)
	VDIVSS(steep, one, steep)
	steeps := everywhere(steep)

	gain, bias := pointer("gain"), pointer("bias")
	each("norm", n, func(l lane, at Register) {
		v := l.load(place(x, at))
		VMULPS(steeps, v, v)
		VMULPS(l.load(place(gain, at)), v, v)
		VADDPS(l.load(place(bias, at)), v, v)
		l.store(v, place(x, at))
	})
	done()
}

func dot() {
	function("dotAVX2", "func(a *float32, b *float32, n int) float32", "dotAVX2 is dotGeneric for n floats.")
	a, b, n := pointer("a"), pointer("b"), pointer("n")
	sums := zeros()
	each("float", n, func(l lane, at Register) {
		v := l.load(place(a, at))
		VMULPS(l.load(place(b, at)), v, v)
		VADDPS(v, sums, sums)
	})
	result := tree(sums)
	VZEROUPPER()
	Store(result, ReturnIndex(0))
	RET()
}
