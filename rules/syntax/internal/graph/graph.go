// Package graph holds the dependency parser: a network that reads a sentence in both
// directions (two layers of gated recurrent units, Cho et al. 2014) gives every pair of
// words a score (Dozat and Manning 2017), and the best projective tree is found
// exactly. A trained model's weights, and what passes from layer to layer, are whole
// numbers, and the rest is rounded to single precision after each step, so that every
// machine gives the same tree.
package graph

import (
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/wordvec"
)

// The sizes of the network.
const (
	Layers  = 2
	Hidden  = 64         // units of a layer in one direction
	Both    = 2 * Hidden // in both
	Gates   = 3 * Hidden // update, reset and new state
	RoleDim = 64
	Labels  = dep.Count
)

// The roles that a token plays, each with RoleDim numbers.
const (
	AsHead         = iota // of an arc
	AsDependent           // of an arc
	HeadLabel             // what a head says of the relation
	DependentLabel        // what a dependent says of it
	Roles                 // their number
)

const rowSize = 2 * Gates

// The rows of properties follow one another.
const (
	tagRow      = Words
	shapeRow    = tagRow + Tags
	endRow      = shapeRow + Shapes
	shortEndRow = endRow + Ends
	startRow    = shortEndRow + ShortEnd
	vectorRow   = startRow + Starts
	rowCount    = vectorRow + wordvec.Groups*wordvec.Kinds
)

// Model is a trained parser. It is not changed after it is made and is safe for
// concurrent use.
type Model struct {
	input Input
	// rows hold what each value of a property adds to the gates of the first layer;
	// first are their units and biases.
	rows  [][rowSize]int8
	first linear
	// between leads from the first layer to the gates of the second
	between linear
	// recurrent lead from the state before, a layer and direction each
	recurrent [Layers][2]linear
	roles     linear
	arc       linear // turns a dependent towards its heads
	root      [RoleDim]uint8
	label     linear
}
