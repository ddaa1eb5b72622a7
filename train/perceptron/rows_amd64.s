#include "textflag.h"

// func rowsAVX2(dst *int16, weights *int16, mask uint32, features *linear.Feature, n int)
//
// Six registers hold the sums of 96 classes.
TEXT ·rowsAVX2(SB), NOSPLIT, $0-40
	MOVQ  dst+0(FP), DI
	MOVQ  weights+8(FP), SI
	MOVL  mask+16(FP), R8
	MOVQ  features+24(FP), DX
	MOVQ  n+32(FP), CX
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5

row:
	MOVL    (DX), AX
	ANDL    R8, AX
	VPADDSW (SI)(AX*2), Y0, Y0
	VPADDSW 32(SI)(AX*2), Y1, Y1
	VPADDSW 64(SI)(AX*2), Y2, Y2
	VPADDSW 96(SI)(AX*2), Y3, Y3
	VPADDSW 128(SI)(AX*2), Y4, Y4
	VPADDSW 160(SI)(AX*2), Y5, Y5
	ADDQ    $4, DX
	DECQ    CX
	JNZ     row

	VMOVDQU Y0, (DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	VMOVDQU Y4, 128(DI)
	VMOVDQU Y5, 160(DI)
	VZEROUPPER
	RET
