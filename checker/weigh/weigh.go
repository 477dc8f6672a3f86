// Package weigh says how much speaks for two figures of two articles being told of one
// thing: 38 and 41 passengers of one bus, or those of a bus and of a train.
//
// What is known of two figures is a set of clues: whether their nouns are related, how
// much else their sentences have in common, what other figures either could be meant by,
// how far apart they lie. Some hundred small trees ask after the clues and add up to the
// evidence, in points: 0 is as likely as not, and a point more or less makes it 2.7 times
// as likely or unlikely. The trees were grown by package learn from stories that people
// have labelled; they know clues alone, no words.
//
// The points can be told by clue, and reports do so: each question on the way down a
// tree moves its mean, and that is what its clue adds.
package weigh

import (
	"cmp"
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
)

//go:embed trees.txt
var embedded []byte

var load = sync.OnceValue(func() *Forest {
	f, err := Read(embedded)
	if err != nil {
		panic(fmt.Sprintf("embedded trees: %v", err)) // a broken build, no input can cause it
	}
	return f
})

// Embedded returns the trees that the program holds. They are read at the first call and
// never changed.
func Embedded() *Forest { return load() }

// Forest is trees that add up to the evidence. It is safe for concurrent use.
type Forest struct {
	// Start is the evidence before any clue is known, in points.
	Start float64
	Trees []Tree
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
func (t Tree) next(n int, c *Clues) (int, bool) {
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
func (f *Forest) Points(c *Clues) float64 {
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

// Shares says what each clue adds to the evidence beyond that of two figures of which
// nothing is known, those that add or take most first. Start, base and the shares add up
// to Points.
func (f *Forest) Shares(c *Clues) (base float64, shares []Share) {
	base = f.Start
	var by [NumClues]float64
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
// add or take most: "told of one thing by 1.6 points, 0.4 asked: the nouns +0.9, ...".
func (f *Forest) Explain(c *Clues, asked float64) string {
	base, shares := f.Shares(c)
	matters := byMatter(shares)
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
	return fmt.Sprintf("told of one thing by %s points, %s asked: %s", signed(f.Points(c)), signed(asked), strings.Join(parts, ", "))
}

// matter is what the clues of one matter add to the evidence.
type matter struct {
	Matter string
	Points float64
}

// byMatter adds up the shares of each matter, those that add or take most first.
func byMatter(shares []Share) []matter {
	var out []matter
	for _, s := range shares {
		i := slices.IndexFunc(out, func(m matter) bool { return m.Matter == s.Clue.String() })
		if i < 0 {
			i = len(out)
			out = append(out, matter{Matter: s.Clue.String()})
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
