package arc

import "math/bits"

// labeller chooses the relation of an arc, by a hidden layer and a linear one
// as the moves are chosen.
type labeller struct {
	// in are the rows of the hidden layer, bytes as in Model.in
	in   [][labelHidden / 8]uint64
	bias [labelHidden]int32
	out  [relKinds][labelHidden]int32
	// wide are rows of 64, addressed as the tagger's are, and wideUnit what one
	// of their units is in units of the scores
	wide     []int8
	wideUnit int64
	shift    uint8 // 64 minus the bits of an address
}

// relation returns the best relation of an arc.
func (m *Model) relation(c *Scratch, head, child int32) uint8 {
	s := &c.state
	mask := m.candidates(s, head, child)
	if mask&(mask-1) == 0 {
		return uint8(bits.TrailingZeros64(mask))
	}
	l := &m.labels
	extractLabel(&c.lab, s, arcOf{head, child, l.shift})
	s.deepLabel(&c.deepLab, head, child)
	h := l.layer(c.deepLab.at[:c.deepLab.n])
	at, wide := c.lab.at[:c.lab.n], l.wide
	best, rel := int64(-1<<63), uint8(0)
	for ; mask != 0; mask &= mask - 1 {
		r := uint8(bits.TrailingZeros64(mask))
		linear := int32(0)
		for _, a := range at {
			linear += int32(wide[a^uint32(r)])
		}
		sum := int64(linear) * l.wideUnit
		for i, w := range &l.out[r] {
			sum += int64(h[i]) * int64(w)
		}
		if sum > best {
			best, rel = sum, r
		}
	}
	return rel
}

// layer returns the hidden units.
func (l *labeller) layer(at []uint32) (h [labelHidden]int32) {
	const bytes = 0x00FF00FF00FF00FF
	// as in Model.layer: maxLabelInputs rows of at most 255 fit in 16 bits
	var even, high [labelHidden / 8]uint64
	for _, k := range at {
		for i, x := range &l.in[k] {
			even[i] += x & bytes
			high[i] += x >> 8
		}
	}
	none := int32(zero * len(at))
	for i := range even {
		e, o := even[i], oddOf(even[i], high[i])
		for k := range 4 {
			h[i*8+k*2] = max(0, int32(e>>(16*k)&0xFFFF)-none+l.bias[i*8+k*2])
			h[i*8+k*2+1] = max(0, int32(o>>(16*k)&0xFFFF)-none+l.bias[i*8+k*2+1])
		}
	}
	return h
}
