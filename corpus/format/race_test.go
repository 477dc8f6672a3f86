//go:build race

package format

// The race detector makes unpacking ten times as slow: bombs
// are smaller with it, and still larger than what is read; sparse files merely have an end of nothing.
const (
	unpacked = 80 << 20
	sparse   = 4 << 20
)
