//go:build !race

package format

const (
	// unpacked is what bombs unpack to: four times the most that is read.
	unpacked = 256 << 20
	sparse   = 1 << 30
)
