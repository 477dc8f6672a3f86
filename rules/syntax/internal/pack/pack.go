// Package pack reads and writes the parts of a model as bytes.
package pack

import "encoding/binary"

// Reader takes parts off the front of B and remembers when there were too few
// bytes: Short is to be looked at once, at the end.
type Reader struct {
	B     []byte
	Short bool
}

// Take returns the next n bytes, nil where there are not as many. They are not
// copied.
func (r *Reader) Take(n int) []byte {
	if n < 0 || n > len(r.B) {
		r.Short, r.B = true, nil
		return nil
	}
	b := r.B[:n:n]
	r.B = r.B[n:]
	return b
}

// Byte returns the next byte.
func (r *Reader) Byte() byte {
	if b := r.Take(1); b != nil {
		return b[0]
	}
	return 0
}

// Uint32 returns the next four bytes, low byte first.
func (r *Reader) Uint32() uint32 {
	if b := r.Take(4); b != nil {
		return binary.LittleEndian.Uint32(b)
	}
	return 0
}

// Count returns a number of things, each of which takes at least size bytes; 0
// where fewer bytes than that are left.
func (r *Reader) Count(size int) int {
	n := r.Uint32()
	if int64(n)*int64(size) > int64(len(r.B)) {
		r.Short = true
		return 0
	}
	return int(n)
}

// Uint32s returns the next n numbers.
func (r *Reader) Uint32s(n int) []uint32 {
	raw := r.Take(4 * n)
	if raw == nil {
		return nil
	}
	out := make([]uint32, n)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(raw[4*i:])
	}
	return out
}

// AppendUint32s appends numbers, low byte first.
func AppendUint32s(b []byte, n ...uint32) []byte {
	for _, v := range n {
		b = binary.LittleEndian.AppendUint32(b, v)
	}
	return b
}
