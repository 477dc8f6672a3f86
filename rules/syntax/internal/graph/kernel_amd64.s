#include "textflag.h"

// Products of four inputs and the weights of eight outputs, added to those outputs:
// bytes to pairs of 16 bits, to fours of 32 bits.
#define EIGHT(offset, sums, t) \
	VPMADDUBSW offset(SI), Y8, t \
	VPMADDWD   Y15, t, t         \
	VPADDD     t, sums, sums

// func mulBlockAVX2(sums *[64]int32, weights *int8, x *uint8, quads int)
TEXT ·mulBlockAVX2(SB), NOSPLIT, $0-32
	MOVQ     sums+0(FP), DI
	MOVQ     weights+8(FP), SI
	MOVQ     x+16(FP), DX
	MOVQ     quads+24(FP), CX
	VPCMPEQW Y15, Y15, Y15
	VPSRLW   $15, Y15, Y15 // 16 times 1
	VMOVDQU  0(DI), Y0
	VMOVDQU  32(DI), Y1
	VMOVDQU  64(DI), Y2
	VMOVDQU  96(DI), Y3
	VMOVDQU  128(DI), Y4
	VMOVDQU  160(DI), Y5
	VMOVDQU  192(DI), Y6
	VMOVDQU  224(DI), Y7

next:
	VPBROADCASTD (DX), Y8
	EIGHT(0, Y0, Y9)
	EIGHT(32, Y1, Y10)
	EIGHT(64, Y2, Y11)
	EIGHT(96, Y3, Y12)
	EIGHT(128, Y4, Y9)
	EIGHT(160, Y5, Y10)
	EIGHT(192, Y6, Y11)
	EIGHT(224, Y7, Y12)
	ADDQ $4, DX
	ADDQ $256, SI
	DECQ CX
	JNZ  next

	VMOVDQU Y0, 0(DI)
	VMOVDQU Y1, 32(DI)
	VMOVDQU Y2, 64(DI)
	VMOVDQU Y3, 96(DI)
	VMOVDQU Y4, 128(DI)
	VMOVDQU Y5, 160(DI)
	VMOVDQU Y6, 192(DI)
	VMOVDQU Y7, 224(DI)
	VZEROUPPER
	RET

// func addRowAVX2(sums *[384]int32, row *[384]int8)
TEXT ·addRowAVX2(SB), NOSPLIT, $0-16
	MOVQ sums+0(FP), DI
	MOVQ row+8(FP), SI
	MOVQ $24, CX // times 16

add:
	VPMOVSXBD (SI), Y0
	VPMOVSXBD 8(SI), Y1
	VPADDD    (DI), Y0, Y0
	VPADDD    32(DI), Y1, Y1
	VMOVDQU   Y0, (DI)
	VMOVDQU   Y1, 32(DI)
	ADDQ      $16, SI
	ADDQ      $64, DI
	DECQ      CX
	JNZ       add
	VZEROUPPER
	RET

// SCALED sets Y0 to eight sums, each multiplied with its unit, plus its bias.
#define SCALED(sums, unit, bias) \
	VCVTDQ2PS sums, Y0     \
	VMULPS    unit, Y0, Y0 \
	VADDPS    bias, Y0, Y0

// func scaleAVX2(sums *int32, unit, bias *float32, eights int)
TEXT ·scaleAVX2(SB), NOSPLIT, $0-32
	MOVQ sums+0(FP), DI
	MOVQ unit+8(FP), SI
	MOVQ bias+16(FP), DX
	MOVQ eights+24(FP), CX

eight:
	SCALED((DI), (SI), (DX))
	VCVTPS2DQ Y0, Y0 // rounds halves to even
	VMOVDQU   Y0, (DI)
	ADDQ      $32, DI
	ADDQ      $32, SI
	ADDQ      $32, DX
	DECQ      CX
	JNZ       eight
	VZEROUPPER
	RET

// func floatsAVX2(out *float32, sums *int32, unit, bias *float32, eights int)
TEXT ·floatsAVX2(SB), NOSPLIT, $0-40
	MOVQ out+0(FP), BX
	MOVQ sums+8(FP), DI
	MOVQ unit+16(FP), SI
	MOVQ bias+24(FP), DX
	MOVQ eights+32(FP), CX

float:
	SCALED((DI), (SI), (DX))
	VMOVUPS Y0, (BX)
	ADDQ    $32, BX
	ADDQ    $32, DI
	ADDQ    $32, SI
	ADDQ    $32, DX
	DECQ    CX
	JNZ     float
	VZEROUPPER
	RET

// The numbers of tanh in kernel.go, and of sigmoid and input.
DATA numbers<>+0(SB)/4, $4.97
DATA numbers<>+4(SB)/4, $-4.97
DATA numbers<>+8(SB)/4, $28.0
DATA numbers<>+12(SB)/4, $3150.0
DATA numbers<>+16(SB)/4, $62370.0
DATA numbers<>+20(SB)/4, $135135.0
DATA numbers<>+24(SB)/4, $378.0
DATA numbers<>+28(SB)/4, $17325.0
DATA numbers<>+32(SB)/4, $0.5
DATA numbers<>+36(SB)/4, $1.0
DATA numbers<>+40(SB)/4, $63.5
GLOBL numbers<>(SB), RODATA|NOPTR, $44

// TANH replaces Y0 and uses Y1 to Y3.
#define TANH \
	VMINPS Y5, Y0, Y0  \
	VMAXPS Y6, Y0, Y0  \
	VMULPS Y0, Y0, Y1  \
	VMULPS Y7, Y1, Y2  \
	VADDPS Y8, Y2, Y2  \
	VMULPS Y1, Y2, Y2  \
	VADDPS Y9, Y2, Y2  \
	VMULPS Y1, Y2, Y2  \
	VADDPS Y10, Y2, Y2 \
	VADDPS Y11, Y1, Y3 \
	VMULPS Y1, Y3, Y3  \
	VADDPS Y12, Y3, Y3 \
	VMULPS Y1, Y3, Y3  \
	VADDPS Y10, Y3, Y3 \
	VMULPS Y3, Y0, Y0  \
	VDIVPS Y2, Y0, Y0

#define SIGMOID \
	VMULPS Y13, Y0, Y0 \
	TANH               \
	VMULPS Y13, Y0, Y0 \
	VADDPS Y13, Y0, Y0

// OLD sets Y0 to what the state before says of eight gates from an offset in bytes.
#define OLD(offset) SCALED(offset(R9), offset(R10), offset(R11))

// func stepAVX2(state *[64]float32, x *[64]uint8, gates *[192]float32, sums *[192]int32, unit, bias *[192]float32)
TEXT ·stepAVX2(SB), NOSPLIT, $0-48
	MOVQ state+0(FP), DI
	MOVQ x+8(FP), SI
	MOVQ gates+16(FP), R8
	MOVQ sums+24(FP), R9
	MOVQ unit+32(FP), R10
	MOVQ bias+40(FP), R11
	MOVQ $8, CX

	VBROADCASTSS numbers<>+0(SB), Y5
	VBROADCASTSS numbers<>+4(SB), Y6
	VBROADCASTSS numbers<>+8(SB), Y7
	VBROADCASTSS numbers<>+12(SB), Y8
	VBROADCASTSS numbers<>+16(SB), Y9
	VBROADCASTSS numbers<>+20(SB), Y10
	VBROADCASTSS numbers<>+24(SB), Y11
	VBROADCASTSS numbers<>+28(SB), Y12
	VBROADCASTSS numbers<>+32(SB), Y13
	VBROADCASTSS numbers<>+36(SB), Y14
	VBROADCASTSS numbers<>+40(SB), Y15

units:
	OLD(256) // reset
	VADDPS  256(R8), Y0, Y0
	SIGMOID
	VMOVAPS Y0, Y4
	OLD(512) // the fresh state
	VMULPS  Y4, Y0, Y0
	VADDPS  512(R8), Y0, Y0
	TANH
	VMOVAPS Y0, Y4
	OLD(0)   // update
	VADDPS  (R8), Y0, Y0
	SIGMOID
	VMOVUPS (DI), Y1
	VSUBPS  Y4, Y1, Y1
	VMULPS  Y0, Y1, Y1
	VADDPS  Y4, Y1, Y1
	VMOVUPS Y1, (DI)

	VADDPS       Y14, Y1, Y1
	VMULPS       Y15, Y1, Y1
	VCVTPS2DQ    Y1, Y1
	VEXTRACTI128 $1, Y1, X2
	VPACKUSDW    X2, X1, X1
	VPACKUSWB    X1, X1, X1
	VMOVQ        X1, (SI)

	ADDQ $32, DI
	ADDQ $8, SI
	ADDQ $32, R8
	ADDQ $32, R9
	ADDQ $32, R10
	ADDQ $32, R11
	DECQ CX
	JNZ  units
	VZEROUPPER
	RET
