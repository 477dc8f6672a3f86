package tagger

import "math/bits"

// tableBits: half a million weights for context, a byte each, are half of what a
// processor's second cache holds. With a quarter of a million EWT and GUM dev lose
// 18 tags in 10,000. The features of a word itself have as many in a table of their
// own, which is looked at only where a word is not remembered: both in one table lose
// 13.
const tableBits = 19

// inOwn is set in the addresses of a word's own features.
const inOwn = 1 << tableBits

// bias is added to a weight, so that none is below zero and eight of them can be
// added to eight others without telling them apart.
const bias = 128

// weights are cells of eight, the lowest byte first. A feature's address is three
// bits by which its cells are rotated and the cell for the first eight labels; that
// for the n-th is the address with the bits of n changed. So features that share a
// cell seldom share a weight.
type weights [1 << tableBits / 8]uint64

// place is where the weight of a label stands among all, given a feature's address.
func place(address uint32, label uint8) uint32 {
	l := uint32(label)
	return (address^l)&^7 | (l-address)&7
}

// weightsOf returns as cells what stands in places.
func weightsOf(list []int8) *weights {
	w := new(weights)
	for i := range len(list) / 8 {
		var cell uint64
		for k, x := range (*[8]int8)(list[8*i:]) {
			cell |= uint64(uint8(x)^bias) << (8 * k) // with eight bits, what x+bias is
		}
		w[i] = cell
	}
	return w
}

// list is the converse of weightsOf.
func (w *weights) list() []int8 {
	list := make([]int8, 8*len(w))
	for i := range list {
		list[i] = int8(int(w[i/8]>>(i%8*8)&0xFF) - bias)
	}
	return list
}

// sums are those of the weights of eight labels: of the first, third, fifth and
// seventh, 16 bits each, and of the others. Each is too great by bias times the
// number of features, of which there are too few for more than 16 bits.
type sums [2]uint64

// sum adds up the weights of features for the n-th eight of labels.
func (w *weights) sum(features []uint32, n uint32) sums {
	const each = 0x00FF00FF00FF00FF
	var even, odd uint64
	for _, address := range features {
		cell := bits.RotateLeft64(w[(address>>3^n)%uint32(len(w))], int(address&7*8))
		even += cell & each
		odd += cell >> 8 & each
	}
	return sums{even, odd}
}

func (s sums) plus(t sums) sums { return sums{s[0] + t[0], s[1] + t[1]} }

// of returns the sum of one of the eight labels.
func (s *sums) of(label uint8) int32 {
	return int32(uint16(s[label&1] >> (label & 6 * 8)))
}
