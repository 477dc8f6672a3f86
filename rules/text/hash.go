package text

// WordHash returns the hash of a word in lower case, by which models know it. All digits
// count as one.
func WordHash(lower string) uint64 {
	h := uint64(14695981039346656037) // FNV-1a, one byte at a time
	for i := 0; i < len(lower); i++ {
		c := lower[i]
		if c-'0' < 10 {
			c = '0'
		}
		h = (h ^ uint64(c)) * 1099511628211
	}
	return (h ^ h>>29) * 0x9E3779B97F4A7C15 // 2^64 divided by the golden ratio
}
