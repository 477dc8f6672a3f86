package graph

import (
	"math"
	"slices"

	"github.com/concord-news/concord/rules/wordvec"
)

// Matrix is a layer in floating point: In rows of Out weights, and a bias for each
// output.
type Matrix struct {
	In, Out       int
	Weights, Bias []float32
}

// Float is a network in floating point, to be made into a Model.
type Float struct {
	Input *Input
	// Rows has what a value of a property adds to the gates of both directions of the
	// first layer, First their biases.
	Rows  [][rowSize]float32
	First []float32
	// Between leads to the gates of both directions of the second layer.
	Between    Matrix
	Recurrent  [Layers][2]Matrix
	Roles, Arc Matrix
	Root       []float32
	Label      Matrix
	// what hardly any head, dependent, turned dependent or what both say of a relation
	// exceeds
	MostHead, MostDependent, MostTurned, MostBetween float64
}

// NewFloat returns one with rows to fill in.
func NewFloat(input *Input) *Float {
	return &Float{Input: input, Rows: make([][rowSize]float32, rowCount)}
}

// Row returns the number of the row of a value of each property in turn: word, tag,
// shape, end, short end, start.
func Row(property, value int) int {
	return [...]int{0, tagRow, shapeRow, endRow, shortEndRow, startRow}[property] + value
}

// VectorRow returns the number of the row of a kind of a group of word vectors.
func VectorRow(group, kind int) int { return vectorRow + group*wordvec.Kinds + kind }

// VectorOf returns the code of the word that has a number, while learning.
func (in *Input) VectorOf(word int) (c wordvec.Code, ok bool) {
	if word < len(in.hashes) {
		c, ok = wordvec.Find(in.hashes[word])
	}
	return c, ok
}

// fine is how many units of the scores of relations are 1.
const fine = 1024

// reading is what an input q stands for: q times by, less.
type reading struct{ by, less float64 }

// stateReading is that of an input that is a state: (2q - top) / top.
var stateReading = reading{by: 2.0 / top, less: 1}

// Quantise returns the network in integers.
func (f *Float) Quantise() *Model {
	m := &Model{input: *f.Input, rows: make([][rowSize]int8, rowCount)}
	m.input.hashes = nil
	m.quantiseRows(f)
	m.between = f.Between.quantise(stateReading, func(int) float64 { return 1 })
	for l := range m.recurrent {
		for d := range m.recurrent[l] {
			m.recurrent[l][d] = f.Recurrent[l][d].quantise(stateReading, func(int) float64 { return 1 })
		}
	}
	label := top / f.MostBetween * (1 << labelBits)
	m.roles = f.Roles.quantise(stateReading, func(o int) float64 {
		return [Roles]float64{top / f.MostHead, top / f.MostDependent, label, label}[o/RoleDim]
	})
	m.arc = f.Arc.quantise(reading{by: f.MostDependent / top}, func(int) float64 { return top / f.MostTurned })
	for i, x := range f.Root {
		m.root[i] = uint8(max(0, min(top, math.RoundToEven(float64(x)*top/f.MostHead))))
	}
	m.label = f.Label.quantise(reading{by: f.MostBetween / top}, func(int) float64 { return fine })
	return m
}

// quantiseRows sets the rows of the first layer, and their units and biases.
func (m *Model) quantiseRows(f *Float) {
	m.first = linear{out: rowSize, unit: make([]float32, rowSize), bias: make([]float32, rowSize)}
	for o := range rowSize {
		column := make([]float64, rowCount)
		for r := range f.Rows {
			column[r] = float64(f.Rows[r][o])
		}
		by := grain(column)
		for r, x := range column {
			m.rows[r][o] = rounded(x / by)
		}
		m.first.unit[o] = float32(by)
		m.first.bias[o] = f.First[o]
	}
}

// quantise returns the layer for inputs that are so read, and outputs of which 1 is
// written as one(output).
func (x Matrix) quantise(in reading, one func(output int) float64) linear {
	filled := blocks(x.Out) * block
	l := linear{in: x.In, out: x.Out, weights: make([]int8, filled*x.In), unit: make([]float32, filled), bias: make([]float32, filled)}
	for o := range x.Out {
		column := make([]float64, x.In)
		for i := range column {
			column[i] = float64(x.Weights[i*x.Out+o])
		}
		unit, sum := grain(column), 0
		for i, w := range column {
			q := rounded(w / unit)
			l.weights[place(o, i, x.In)] = q
			sum += int(q)
		}
		l.unit[o] = float32(unit * in.by * one(o))
		l.bias[o] = float32((float64(x.Bias[o]) - unit*in.less*float64(sum)) * one(o))
	}
	return l
}

// grain returns the unit in which all but one weight in a thousand fit seven bits and a
// sign; the few others are cut off.
func grain(weights []float64) float64 {
	size := make([]float64, len(weights))
	for i, w := range weights {
		size[i] = math.Abs(w)
	}
	slices.Sort(size)
	return max(size[len(size)-1-len(size)/1000]/top, 1e-9)
}

func rounded(x float64) int8 { return int8(max(-top, min(top, math.RoundToEven(x)))) }
