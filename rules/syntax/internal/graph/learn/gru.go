package learn

import (
	"math"

	"gonum.org/v1/gonum/blas/blas32"
)

// run is a layer in one direction while it reads a batch: what backward needs of
// forward. All but the inputs have a row for each token.
type run struct {
	*batch
	direction int
	cell, to  cell // weights, and where their gradients are added up
	input     blas32.General
	gates     blas32.General // update, reset, new
	old       blas32.General // the state before
	candidate blas32.General // the recurrent part of the new state
	arena     *arena
}

// forward sets the columns of out that are this direction's to the states.
func (r *run) forward(out blas32.General) {
	a := r.arena
	r.gates, r.old, r.candidate = a.matrix(r.rows, gates), a.matrix(r.rows, hidden), a.matrix(r.rows, hidden)
	setRows(r.gates, r.cell.bias)
	product(r.gates, r.input, matrix(r.cell.in, gates))
	state := a.take(len(r.sentences) * hidden)
	var rows []int
	for t := range r.steps() {
		rows = r.at(rows[:0], t, r.direction)
		rec := a.matrix(len(rows), gates)
		product(rec, matrix(state[:len(rows)*hidden], hidden), matrix(r.cell.rec, gates))
		for i, row := range rows {
			h := state[i*hidden : (i+1)*hidden]
			copy(r.old.Data[row*hidden:], h)
			r.step(row, rec.Data[i*gates:(i+1)*gates], h)
			copy(out.Data[row*out.Stride+r.direction*hidden:], h)
		}
	}
}

// step moves the state h on by a token, given what the weights of recurrence say.
func (r *run) step(row int, rec, h []float32) {
	g, c := r.gates.Data[row*gates:(row+1)*gates], r.candidate.Data[row*hidden:(row+1)*hidden]
	for i := range h {
		z, reset := sigmoid(g[i]+rec[i]), sigmoid(g[hidden+i]+rec[hidden+i])
		c[i] = rec[2*hidden+i] + r.cell.recBias[i]
		n := tanh(g[2*hidden+i] + reset*c[i])
		h[i] = n + z*(h[i]-n)
		g[i], g[hidden+i], g[2*hidden+i] = z, reset, n
	}
}

// backward adds up gradients, given those of the states in the columns of this
// direction, and adds to those of the inputs.
func (r *run) backward(states, inputs blas32.General) {
	a := r.arena
	dGates, dRec := a.matrix(r.rows, gates), a.matrix(r.rows, gates)
	later := a.take(len(r.sentences) * hidden) // gradients that come from the next step
	var rows []int
	for t := r.steps() - 1; t >= 0; t-- {
		rows = r.at(rows[:0], t, r.direction)
		step := a.matrix(len(rows), gates)
		for i, row := range rows {
			d := later[i*hidden : (i+1)*hidden]
			for k, x := range states.Data[row*states.Stride+r.direction*hidden:][:hidden] {
				d[k] += x
			}
			r.stepBack(row, d, dGates.Data[row*gates:], dRec.Data[row*gates:])
			copy(step.Data[i*gates:], dRec.Data[row*gates:(row+1)*gates])
		}
		productRight(matrix(later[:len(rows)*hidden], hidden), step, matrix(r.cell.rec, gates))
	}
	productLeft(matrix(r.to.rec, gates), r.old, dRec)
	productLeft(matrix(r.to.in, gates), r.input, dGates)
	addRows(r.to.bias, dGates)
	dRec.Data, dRec.Cols = dRec.Data[2*hidden:], hidden
	addRows(r.to.recBias, dRec)
	productRight(inputs, dGates, matrix(r.cell.in, gates))
}

// stepBack turns d, the gradient of the state after a token, into what reaches the one
// before it past the gates, and sets the gradients of the gates and of recurrence.
func (r *run) stepBack(row int, d, dGates, dRec []float32) {
	g, c, old := r.gates.Data[row*gates:(row+1)*gates], r.candidate.Data[row*hidden:], r.old.Data[row*hidden:]
	for i := range d {
		z, reset, n := g[i], g[hidden+i], g[2*hidden+i]
		dn := d[i] * (1 - z) * (1 - n*n)
		dz := d[i] * (old[i] - n) * z * (1 - z)
		dr := dn * c[i] * reset * (1 - reset)
		dGates[i], dGates[hidden+i], dGates[2*hidden+i] = dz, dr, dn
		dRec[i], dRec[hidden+i], dRec[2*hidden+i] = dz, dr, dn*reset
		d[i] *= z
	}
}

func sigmoid(x float32) float32 { return float32(1 / (1 + math.Exp(-float64(x)))) }

func tanh(x float32) float32 { return 2*sigmoid(2*x) - 1 }
