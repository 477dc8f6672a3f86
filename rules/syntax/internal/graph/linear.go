package graph

// linear is a layer of integers: what it gives for inputs x is, for each output, the
// sum of weights times x, times the output's unit, plus its bias, rounded. Inputs are
// from 0 to 127, so that two products of an input and a weight fit in 16 bits.
type linear struct {
	in, out int
	// weights are packed as mulBlock reads them; outputs are filled up to whole blocks
	weights []int8
	// unit and bias are multiplied and added in single precision, rounded each time: no
	// processor does that otherwise than another
	unit, bias []float32
}

const (
	block     = 64           // outputs that are summed up at a time
	quad      = 4            // inputs that are multiplied at a time
	blockQuad = block * quad // weights of a block for a quad
	eight     = 8            // numbers that are made of sums at a time
	top       = 127          // of inputs and weights
)

// blocks is the number of blocks that n outputs fill.
func blocks(n int) int { return (n + block - 1) / block }

// place is where the weight from input i to output o is packed, for layers of that many
// inputs: by blocks of outputs, in those by quads of inputs.
func place(o, i, inputs int) int {
	return o/block*block*inputs + i/quad*blockQuad + o%block*quad + i%quad
}

// weigh sets out, whole blocks, to the sums of the weights times inputs x.
func (l *linear) weigh(out []int32, x []uint8) {
	clear(out)
	multiply(out, l.weights, x[:l.in])
}

// apply sets out, whole blocks, to what the layer gives for inputs x.
func (l *linear) apply(out []int32, x []uint8) {
	out = out[:len(l.unit)]
	l.weigh(out, x)
	scale(out, l.unit, l.bias)
}

// multiply adds the products of packed weights and inputs to the outputs.
func multiply(out []int32, weights []int8, x []uint8) {
	size := block * len(x)
	for len(weights) >= size {
		mulBlock((*[block]int32)(out), weights[:size], x)
		out, weights = out[block:], weights[size:]
	}
}
