package graph

// Decoder finds the best projective tree with one root for scores of arcs (Eisner
// 1996): in time that grows with the third power of the number of words. Its zero value
// is ready, and it keeps its memory; it is not safe for concurrent use.
type Decoder[N int32 | float32] struct {
	n int
	// The best scores over words i to j, at [i][j] for those headed by i and at [j][i]
	// for those headed by j: open ones are arcs between i and j with what is below
	// them, shut ones take no more dependents on that side.
	open, shut []N
	// turned is shut with i and j exchanged, so that sums run along rows.
	turned []N
	// where the best of each is split
	openAt, shutAt []uint8
	heads          []int32
}

// MostWords is how many words a sentence can have for a Decoder.
const MostWords = 128

// Decode returns the head of each of n words: 0 is the root, 1 the first word. Row i
// of scores has those of the arcs to word i+1, n+1 of them. What it returns stays as it
// is until the next call.
func (d *Decoder[N]) Decode(scores []N, n int) []int32 {
	d.reset(n)
	for k := 1; k < n; k++ {
		for i := 0; i+k < n; i++ {
			d.join(scores, i, i+k)
		}
	}
	best, root := N(0), -1
	for m := range n {
		if v := d.shut[m*n] + scores[m*(n+1)] + d.shut[m*n+n-1]; root < 0 || v > best {
			best, root = v, m
		}
	}
	d.heads[root] = 0
	d.follow(0, root, false)
	d.follow(root, n-1, true)
	return d.heads
}

func (d *Decoder[N]) reset(n int) {
	if d.n = n; cap(d.open) < n*n {
		d.open, d.shut, d.turned = make([]N, n*n), make([]N, n*n), make([]N, n*n)
		d.openAt, d.shutAt, d.heads = make([]uint8, n*n), make([]uint8, n*n), make([]int32, n)
	}
	d.open, d.shut, d.turned = d.open[:n*n], d.shut[:n*n], d.turned[:n*n]
	d.openAt, d.shutAt, d.heads = d.openAt[:n*n], d.shutAt[:n*n], d.heads[:n]
	for i := range n {
		d.shut[i*n+i], d.turned[i*n+i] = 0, 0
	}
}

// join sets the best structures over words i to j from those over fewer.
func (d *Decoder[N]) join(scores []N, i, j int) {
	n := d.n
	// between i and j: what i heads up to m, and what j heads from m+1
	v, m := best(d.shut[i*n+i:i*n+j], d.shut[j*n+i+1:j*n+j+1])
	d.open[i*n+j], d.openAt[i*n+j] = v+scores[j*(n+1)+i+1], uint8(i+m)
	d.open[j*n+i], d.openAt[j*n+i] = v+scores[i*(n+1)+j+1], uint8(i+m)
	// headed by i: an arc to m, and what m heads up to j
	v, m = best(d.open[i*n+i+1:i*n+j+1], d.turned[j*n+i+1:j*n+j+1])
	d.shut[i*n+j], d.turned[j*n+i], d.shutAt[i*n+j] = v, v, uint8(i+1+m)
	// headed by j: an arc to m, and what m heads down to i
	v, m = best(d.turned[i*n+i:i*n+j], d.open[j*n+i:j*n+j])
	d.shut[j*n+i], d.turned[i*n+j], d.shutAt[j*n+i] = v, v, uint8(i+m)
}

// best returns the greatest sum of two numbers in one place, and the place.
func best[N int32 | float32](a, b []N) (N, int) {
	b = b[:len(a)]
	top, at := a[0]+b[0], 0
	for k := 1; k < len(a); k++ {
		if v := a[k] + b[k]; v > top {
			top, at = v, k
		}
	}
	return top, at
}

// follow sets the heads of the words from i to j, of which i or, not right, j is the
// head.
func (d *Decoder[N]) follow(i, j int, right bool) {
	n := d.n
	for i < j {
		if right {
			m := int(d.shutAt[i*n+j])
			d.heads[m] = int32(i + 1)
			d.follow(m, j, true)
			at := int(d.openAt[i*n+m])
			d.follow(at+1, m, false)
			j = at
		} else {
			m := int(d.shutAt[j*n+i])
			d.heads[m] = int32(j + 1)
			d.follow(i, m, false)
			at := int(d.openAt[j*n+m])
			d.follow(m, at, true)
			i = at + 1
		}
	}
}
