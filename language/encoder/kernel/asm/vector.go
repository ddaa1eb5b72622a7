package main

import (
	"fmt"
	"math"

	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	. "github.com/mmcloughlin/avo/reg"
)

// lanes is how many floats fill a register.
const lanes = 8

var constants = map[uint32]Mem{}

// bits is a constant word in every lane, written into the file once.
func bits(word uint32) Mem {
	if m, ok := constants[word]; ok {
		return m
	}
	m := GLOBL(fmt.Sprintf("word%08x", word), RODATA|NOPTR)
	for i := range lanes {
		DATA(4*i, U32(word))
	}
	constants[word] = m
	return m
}

// float is a constant float in every lane.
func float(x float32) Mem { return bits(math.Float32bits(x)) }

var ends Mem

// maskFor is a register with all bits set in the first n lanes. It uses up n.
func maskFor(n Register) VecVirtual {
	if ends.Base == nil {
		ends = GLOBL("ends", RODATA|NOPTR)
		for i := range 2 * lanes {
			word := uint32(math.MaxUint32)
			if i >= lanes {
				word = 0
			}
			DATA(4*i, U32(word))
		}
	}
	table := GP64()
	LEAQ(ends.Offset(4*lanes), table)
	NEGQ(n)
	mask := YMM()
	VMOVUPS(Mem{Base: table, Index: n, Scale: 4}, mask)
	return mask
}

// lane is the floats at hand: all lanes of a register, or those of a mask.
type lane struct{ mask Register }

func (l lane) load(m Op) VecVirtual {
	v := YMM()
	if l.mask != nil {
		VMASKMOVPS(m, l.mask, v)
	} else {
		VMOVUPS(m, v)
	}
	return v
}

func (l lane) store(v Register, m Op) {
	if l.mask != nil {
		VMASKMOVPS(v, l.mask, m)
	} else {
		VMOVUPS(v, m)
	}
}

// clear sets the lanes outside the mask to 0.
func (l lane) clear(v Register) {
	if l.mask != nil {
		VANDPS(l.mask, v, v)
	}
}

// each writes a loop over n floats, 8 at a time and then the rest under a mask.
// The body gets the place of its floats as an index in bytes.
func each(name string, n Register, body func(l lane, at Register)) {
	at, left := GP64(), GP64()
	XORQ(at, at)
	MOVQ(n, left)
	SUBQ(Imm(lanes), left)
	JL(LabelRef(name + "Rest"))
	Label(name + "Loop")
	body(lane{}, at)
	ADDQ(Imm(4*lanes), at)
	SUBQ(Imm(lanes), left)
	JGE(LabelRef(name + "Loop"))
	Label(name + "Rest")
	ADDQ(Imm(lanes), left)
	JZ(LabelRef(name + "Done"))
	body(lane{maskFor(left)}, at)
	Label(name + "Done")
}

// tree adds the lanes of v, halves first, into the first lane of the result.
func tree(v VecVirtual) VecVirtual {
	sum, other := XMM(), XMM()
	VEXTRACTF128(Imm(1), v, other)
	VADDPS(other, v.AsX(), sum)
	VMOVHLPS(sum, sum, other)
	VADDPS(other, sum, sum)
	VMOVSHDUP(sum, other)
	VADDSS(other, sum, sum)
	return sum
}

// everywhere copies the first lane of v into all of a register.
func everywhere(v VecVirtual) VecVirtual {
	all := YMM()
	VBROADCASTSS(v, all)
	return all
}

// zeros is a register of zeros.
func zeros() VecVirtual {
	v := YMM()
	VXORPS(v, v, v)
	return v
}

// argument is a float argument in every lane.
func argument(name string) VecVirtual {
	p, err := Param(name).Resolve()
	if err != nil {
		panic(err)
	}
	v := YMM()
	VBROADCASTSS(p.Addr, v)
	return v
}

// pointer is a pointer or whole number among the arguments.
func pointer(name string) Register { return Load(Param(name), GP64()) }

func function(name, signature, doc string) {
	TEXT(name, NOSPLIT, signature)
	Pragma("noescape")
	Doc(doc)
}

func done() {
	VZEROUPPER()
	RET()
}

func place(base, index Register) Mem { return Mem{Base: base, Index: index, Scale: 1} }
