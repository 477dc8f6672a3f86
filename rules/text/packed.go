package text

import "math/bits"

// Packed is a word of at most 16 bytes as a value that is compared and hashed in
// a few instructions and keeps no text alive.
type Packed struct {
	// first and last are the word's first eight bytes and its last, which may
	// overlap; size is its length and one more, so that no word is the zero value.
	first, last uint64
	size        uint8
}

// Pack packs a word; false for one that is too long.
func Pack(word string) (Packed, bool) {
	n := len(word)
	if n > 16 {
		return Packed{}, false
	}
	p := Packed{size: uint8(n + 1)}
	switch {
	case n >= 8:
		p.first, p.last = eight(word), eight(word[n-8:])
	case n >= 4:
		p.first, p.last = four(word), four(word[n-4:])
	case n > 0:
		p.first = uint64(word[0]) | uint64(word[n/2])<<8 | uint64(word[n-1])<<16
	}
	return p, true
}

// Hash is a number of the given bits, at most 32, for the word and a mark.
func (p Packed) Hash(mark uint16, n int) int {
	const mix = 0x9E3779B97F4A7C15 // 2^64 by the golden ratio
	h := (p.first ^ bits.RotateLeft64(p.last, 29) ^ uint64(p.size)<<56 ^ uint64(mark)<<40) * mix
	return int((h ^ h>>32) * mix >> (64 - n))
}

func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

func four(s string) uint64 {
	_ = s[3]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24
}
