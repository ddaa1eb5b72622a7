#include "textflag.h"

// func rowsAVX2(dst *int16, weights *int8, mask uint32, features *Feature, n int, blocks int)
//
// One register holds the sums of 16 classes; a row is read as 16 bytes a block,
// widened to words and added. There is one loop for each number of blocks, so
// that no loop branches on it.
TEXT ·rowsAVX2(SB), NOSPLIT, $0-48
	MOVQ dst+0(FP), DI
	MOVQ weights+8(FP), SI
	MOVL mask+16(FP), R8
	MOVQ features+24(FP), DX
	MOVQ n+32(FP), CX
	MOVQ blocks+40(FP), BX
	VPXOR Y0, Y0, Y0
	VPXOR Y1, Y1, Y1
	VPXOR Y2, Y2, Y2
	VPXOR Y3, Y3, Y3
	VPXOR Y4, Y4, Y4
	VPXOR Y5, Y5, Y5
	CMPQ BX, $1
	JEQ  one
	CMPQ BX, $2
	JEQ  two
	CMPQ BX, $3
	JEQ  three
	CMPQ BX, $4
	JEQ  four
	CMPQ BX, $5
	JEQ  five

six:
	MOVL      (DX), AX
	ANDL      R8, AX
	VPMOVSXBW (SI)(AX*1), Y8
	VPMOVSXBW 16(SI)(AX*1), Y9
	VPMOVSXBW 32(SI)(AX*1), Y10
	VPMOVSXBW 48(SI)(AX*1), Y11
	VPMOVSXBW 64(SI)(AX*1), Y12
	VPMOVSXBW 80(SI)(AX*1), Y13
	VPADDW    Y8, Y0, Y0
	VPADDW    Y9, Y1, Y1
	VPADDW    Y10, Y2, Y2
	VPADDW    Y11, Y3, Y3
	VPADDW    Y12, Y4, Y4
	VPADDW    Y13, Y5, Y5
	ADDQ      $4, DX
	DECQ      CX
	JNZ       six
	VMOVDQU   Y5, 160(DI)
	JMP       store5

five:
	MOVL      (DX), AX
	ANDL      R8, AX
	VPMOVSXBW (SI)(AX*1), Y8
	VPMOVSXBW 16(SI)(AX*1), Y9
	VPMOVSXBW 32(SI)(AX*1), Y10
	VPMOVSXBW 48(SI)(AX*1), Y11
	VPMOVSXBW 64(SI)(AX*1), Y12
	VPADDW    Y8, Y0, Y0
	VPADDW    Y9, Y1, Y1
	VPADDW    Y10, Y2, Y2
	VPADDW    Y11, Y3, Y3
	VPADDW    Y12, Y4, Y4
	ADDQ      $4, DX
	DECQ      CX
	JNZ       five

store5:
	VMOVDQU Y4, 128(DI)
	JMP     store4

four:
	MOVL      (DX), AX
	ANDL      R8, AX
	VPMOVSXBW (SI)(AX*1), Y8
	VPMOVSXBW 16(SI)(AX*1), Y9
	VPMOVSXBW 32(SI)(AX*1), Y10
	VPMOVSXBW 48(SI)(AX*1), Y11
	VPADDW    Y8, Y0, Y0
	VPADDW    Y9, Y1, Y1
	VPADDW    Y10, Y2, Y2
	VPADDW    Y11, Y3, Y3
	ADDQ      $4, DX
	DECQ      CX
	JNZ       four

store4:
	VMOVDQU Y3, 96(DI)
	JMP     store3

three:
	MOVL      (DX), AX
	ANDL      R8, AX
	VPMOVSXBW (SI)(AX*1), Y8
	VPMOVSXBW 16(SI)(AX*1), Y9
	VPMOVSXBW 32(SI)(AX*1), Y10
	VPADDW    Y8, Y0, Y0
	VPADDW    Y9, Y1, Y1
	VPADDW    Y10, Y2, Y2
	ADDQ      $4, DX
	DECQ      CX
	JNZ       three

store3:
	VMOVDQU Y2, 64(DI)
	JMP     store2

two:
	MOVL      (DX), AX
	ANDL      R8, AX
	VPMOVSXBW (SI)(AX*1), Y8
	VPMOVSXBW 16(SI)(AX*1), Y9
	VPADDW    Y8, Y0, Y0
	VPADDW    Y9, Y1, Y1
	ADDQ      $4, DX
	DECQ      CX
	JNZ       two

store2:
	VMOVDQU Y1, 32(DI)
	JMP     store1

one:
	MOVL      (DX), AX
	ANDL      R8, AX
	VPMOVSXBW (SI)(AX*1), Y8
	VPADDW    Y8, Y0, Y0
	ADDQ      $4, DX
	DECQ      CX
	JNZ       one

store1:
	VMOVDQU Y0, (DI)
	VZEROUPPER
	RET
