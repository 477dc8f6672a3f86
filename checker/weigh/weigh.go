// Package weigh adds up how much speaks for something that people have judged of many
// pairs: that two figures are told of one thing, that one clause denies what another says.
//
// What is known of a pair is its clues, and a sheet names them. Some hundred small trees ask
// after the clues and add up to the evidence, in points: 0 is as likely as not, and a point
// more or less makes it 2.7 times as likely or unlikely. The trees were grown by package
// learn from stories that people have labelled; they know clues alone, no words. Packages
// figureclues and denialclues hold a sheet and its trees each.
//
// The points can be told by clue, and reports do so: each question on the way down a
// tree moves its mean, and that is what its clue adds.
package weigh

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
)

// Clue is one thing that is known of a pair, by its place on the sheet.
type Clue uint8

// Clues is what is known of a pair, in the order of the sheet.
type Clues []float64

// The values of a likeness of words that are not both there: where one of the two lacks, and
// where both do.
const (
	Unsaid  = -1
	Unknown = -2
)

// Flag is a clue that says yes or no: 1 for yes.
func Flag(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}

// Sheet is the clues after which the trees of one kind ask. It is not changed.
type Sheet struct {
	clues [][2]string
	byID  map[string]Clue
}

// NewSheet returns the sheet of clues, in their order: of each how it is written in a file
// of trees, and the matter of which reasons tell. Clues of one matter are told as one.
func NewSheet(clues [][2]string) *Sheet {
	s := &Sheet{clues: clues, byID: make(map[string]Clue, len(clues))}
	for i := range clues {
		s.byID[clues[i][0]] = Clue(i)
	}
	return s
}

// Len is how many clues there are.
func (s *Sheet) Len() int { return len(s.clues) }

// ID is how a clue is written in a file of trees.
func (s *Sheet) ID(c int) string { return s.clues[c][0] }

// Matter is what reasons call a clue.
func (s *Sheet) Matter(c Clue) string { return s.clues[c][1] }

// Forest is trees that add up to the evidence. It is safe for concurrent use.
type Forest struct {
	// Start is the evidence before any clue is known, in points.
	Start float64
	Trees []Tree
	// Sheet names the clues.
	Sheet *Sheet
}

// Tree is the nodes of a tree, its root the first.
type Tree []Node

// Node asks after a clue, or is a leaf.
type Node struct {
	// Points is what the node adds if no more is asked: the mean of what is below it.
	Points float64
	// Below is the node for less than Bound of Clue, 0 for a leaf; Above is the other.
	Below, Above int
	Clue         Clue
	Bound        float64
}

// next is the node that follows node n for some clues, and whether there is one.
func (t Tree) next(n int, c Clues) (int, bool) {
	switch node := &t[n]; {
	case node.Below == 0:
		return 0, false
	case c[node.Clue] < node.Bound:
		return node.Below, true
	default:
		return node.Above, true
	}
}

// Points is the evidence that the clues come to.
func (f *Forest) Points(c Clues) float64 {
	sum := f.Start
	for _, t := range f.Trees {
		n := 0
		for at, ok := 0, true; ok; at, ok = t.next(n, c) {
			n = at
		}
		sum += t[n].Points
	}
	return sum
}

// Share is what one clue adds to the evidence.
type Share struct {
	Clue   Clue
	Points float64
}

// Shares says what each clue adds to the evidence beyond that of a pair of which
// nothing is known, those that add or take most first. Start, base and the shares add up
// to Points.
func (f *Forest) Shares(c Clues) (base float64, shares []Share) {
	base = f.Start
	by := make([]float64, f.Sheet.Len())
	for _, t := range f.Trees {
		n := 0
		base += t[0].Points
		for at, ok := t.next(0, c); ok; at, ok = t.next(n, c) {
			by[t[n].Clue] += t[at].Points - t[n].Points
			n = at
		}
	}
	for clue, points := range by {
		if points != 0 {
			shares = append(shares, Share{Clue(clue), points})
		}
	}
	slices.SortStableFunc(shares, func(a, b Share) int { return cmp.Compare(math.Abs(b.Points), math.Abs(a.Points)) })
	return base, shares
}

// told is how many matters reasons tell of.
const told = 3

// Explain says how much evidence the clues come to, of how much is asked, and which matters
// add or take most: "+1.6 points, +0.4 asked: the nouns +0.9, ...".
func (f *Forest) Explain(c Clues, asked float64) string {
	base, shares := f.Shares(c)
	matters := f.Sheet.byMatter(shares)
	rest := base
	var parts []string
	for i, m := range matters {
		if i < told {
			parts = append(parts, m.Matter+" "+signed(m.Points))
		} else {
			rest += m.Points
		}
	}
	parts = append(parts, "all else "+signed(rest))
	return fmt.Sprintf("%s points, %s asked: %s", signed(f.Points(c)), signed(asked), strings.Join(parts, ", "))
}

// matter is what the clues of one matter add to the evidence.
type matter struct {
	Matter string
	Points float64
}

// byMatter adds up the shares of each matter, those that add or take most first.
func (sheet *Sheet) byMatter(shares []Share) []matter {
	var out []matter
	for _, s := range shares {
		i := slices.IndexFunc(out, func(m matter) bool { return m.Matter == sheet.Matter(s.Clue) })
		if i < 0 {
			i = len(out)
			out = append(out, matter{Matter: sheet.Matter(s.Clue)})
		}
		out[i].Points += s.Points
	}
	slices.SortStableFunc(out, func(a, b matter) int { return cmp.Compare(math.Abs(b.Points), math.Abs(a.Points)) })
	return out
}

// signed writes points with their sign and one decimal.
func signed(v float64) string {
	return strings.Replace(fmt.Sprintf("%+.1f", v), "-", "−", 1)
}
