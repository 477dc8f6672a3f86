package learn

import (
	"math"

	"gonum.org/v1/gonum/blas/blas32"

	"github.com/concord-news/concord/rules/syntax/internal/graph"
)

// scorer holds what the scores of a sentence's arcs and labels need.
type scorer struct {
	w, to *weights
	arena *arena
}

// relu sets what is negative to 0.
func relu(x []float32) {
	for i, v := range x {
		if v < 0 {
			x[i] = 0
		}
	}
}

// reluBack sets the gradients to 0 where relu did it to the values.
func reluBack(d, x []float32) {
	for i, v := range x {
		if v <= 0 {
			d[i] = 0
		}
	}
}

// softmax turns scores into probabilities.
func softmax(x []float32) {
	top, sum := x[0], 0.0
	for _, v := range x {
		top = max(top, v)
	}
	for i, v := range x {
		e := math.Exp(float64(v - top))
		x[i] = float32(e)
		sum += e
	}
	for i := range x {
		x[i] /= float32(sum)
	}
}

// learn adds up the gradients of a sentence, given its tokens in their roles, and sets
// those of the roles. It returns the loss.
func (c *scorer) learn(s *sentence, roles, grad blas32.General) float64 {
	return c.learnArcs(s, roles, grad) + c.learnLabels(s, roles, grad)
}

// heads returns the root and the tokens as heads, a row each.
func (c *scorer) heads(roles blas32.General) blas32.General {
	heads := c.arena.matrix(roles.Rows+1, roleDim)
	copy(heads.Data, c.w.root)
	for i := range roles.Rows {
		copy(heads.Data[(i+1)*roleDim:], roles.Data[i*roles.Stride+graph.AsHead*roleDim:][:roleDim])
	}
	relu(heads.Data)
	return heads
}

// dependents returns the tokens as dependents.
func (c *scorer) dependents(roles blas32.General) blas32.General {
	out := c.arena.matrix(roles.Rows, roleDim)
	for i := range roles.Rows {
		copy(out.Data[i*roleDim:], roles.Data[i*roles.Stride+graph.AsDependent*roleDim:][:roleDim])
	}
	relu(out.Data)
	return out
}

// arcs returns the scores of all arcs, a row a dependent, and what they were made of.
func (c *scorer) arcs(roles blas32.General) (scores, heads, dependents, turned blas32.General) {
	n := roles.Rows
	heads, dependents, turned = c.heads(roles), c.dependents(roles), c.arena.matrix(n, roleDim)
	setRows(turned, c.w.arcB)
	product(turned, dependents, matrix(c.w.arc, roleDim))
	scores = c.arena.matrix(n, n+1)
	productRight(scores, turned, heads)
	for i := range n {
		scores.Data[i*(n+1)+i+1] = -1e9 // no token is its own head
	}
	return scores, heads, dependents, turned
}

func (c *scorer) learnArcs(s *sentence, roles, grad blas32.General) (loss float64) {
	scores, heads, dependents, turned := c.arcs(roles)
	n := roles.Rows
	for i, h := range s.heads {
		row := scores.Data[i*(n+1) : (i+1)*(n+1)]
		softmax(row)
		loss -= math.Log(max(float64(row[h]), 1e-9))
		if s.arcs == nil {
			row[h]--
			continue
		}
		for k, p := range s.arcs[i*(n+1) : (i+1)*(n+1)] {
			row[k] -= p
		}
	}
	dHeads, dTurned, dDependents := c.arena.matrix(n+1, roleDim), c.arena.matrix(n, roleDim), c.arena.matrix(n, roleDim)
	product(dTurned, scores, heads)
	productLeft(dHeads, scores, turned)
	productLeft(matrix(c.to.arc, roleDim), dependents, dTurned)
	addRows(c.to.arcB, dTurned)
	productRight(dDependents, dTurned, matrix(c.w.arc, roleDim))
	reluBack(dHeads.Data, heads.Data)
	reluBack(dDependents.Data, dependents.Data)
	for k, x := range dHeads.Data[:roleDim] {
		c.to.root[k] += x
	}
	for i := range n {
		copy(grad.Data[i*grad.Stride+graph.AsHead*roleDim:], dHeads.Data[(i+1)*roleDim:(i+2)*roleDim])
		copy(grad.Data[i*grad.Stride+graph.AsDependent*roleDim:], dDependents.Data[i*roleDim:(i+1)*roleDim])
	}
	return loss
}

// relations returns the scores of the labels of the arcs to the heads given, and what
// they were made of. The rows of the root's dependents are 0.
func (c *scorer) relations(roles blas32.General, heads []int32) (scores, between blas32.General) {
	between = c.arena.matrix(roles.Rows, roleDim)
	for i, h := range heads {
		if h == 0 {
			continue
		}
		x := roles.Data[int(h-1)*roles.Stride+graph.HeadLabel*roleDim:][:roleDim]
		y := roles.Data[i*roles.Stride+graph.DependentLabel*roleDim:][:roleDim]
		row := between.Data[i*roleDim:]
		for k := range x {
			row[k] = x[k] + y[k]
		}
	}
	relu(between.Data)
	scores = c.arena.matrix(roles.Rows, labels)
	setRows(scores, c.w.labelB)
	product(scores, between, matrix(c.w.label, labels))
	return scores, between
}

func (c *scorer) learnLabels(s *sentence, roles, grad blas32.General) (loss float64) {
	scores, between := c.relations(roles, s.heads)
	for i, h := range s.heads {
		row := scores.Data[i*labels : (i+1)*labels]
		if h == 0 {
			clear(row)
			continue
		}
		softmax(row)
		loss -= math.Log(max(float64(row[s.labels[i]]), 1e-9))
		row[s.labels[i]]--
	}
	d := c.arena.matrix(roles.Rows, roleDim)
	productRight(d, scores, matrix(c.w.label, labels))
	productLeft(matrix(c.to.label, labels), between, scores)
	addRows(c.to.labelB, scores)
	reluBack(d.Data, between.Data)
	for i, h := range s.heads {
		row := d.Data[i*roleDim : (i+1)*roleDim]
		if h == 0 {
			continue
		}
		x := grad.Data[int(h-1)*grad.Stride+graph.HeadLabel*roleDim:][:roleDim]
		y := grad.Data[i*grad.Stride+graph.DependentLabel*roleDim:][:roleDim]
		for k, g := range row {
			x[k] += g
			y[k] += g
		}
	}
	return loss
}
