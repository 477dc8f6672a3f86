// Package learn grows the trees of package weigh from pairs that people have judged.
//
// Trees are grown one after the other, each towards what those before it get wrong
// (gradient boosting, J. H. Friedman 2001), with second derivatives and histograms of the
// clues, and each question is the best among a part of the clues, which is drawn from a
// fixed seed: the same pairs give the same trees.
package learn

import (
	"math"
	"math/rand/v2"
	"slices"

	"github.com/concord-news/concord/checker/weigh"
)

// Pair is what is known of a pair, and whether it is so of it: that two figures are told of
// one thing.
type Pair struct {
	Clues weigh.Clues
	Is    bool
}

// Settings say how trees are grown.
type Settings struct {
	// Trees is how many are grown, Leaves how many leaves each has at most.
	Trees, Leaves int
	// Rate is the share of its correction that a tree adds.
	Rate float64
	// Ridge holds leaves of few pairs back, as so many more pairs that need no
	// correction; AtLeast is how many pairs a leaf has.
	Ridge   float64
	AtLeast int
	// Asked is the share of the clues among which each question is chosen: trees that ask
	// after other things err in other places.
	Asked float64
}

// Usual are the settings with which the embedded trees were grown.
var Usual = Settings{Trees: 400, Leaves: 31, Rate: 0.03, Ridge: 5, AtLeast: 6, Asked: 0.25}

// maxBins is into how many bins the values of a clue are sorted at most.
const maxBins = 64

// seed is that of all that is drawn.
const seed = 1

// Grow grows trees that ask after the clues of a sheet.
func Grow(sheet *weigh.Sheet, pairs []Pair, s Settings) *weigh.Forest {
	g := &grower{Settings: s, pairs: pairs, sheet: sheet, bounds: bounds(sheet, pairs), gradient: make([]float64, len(pairs)), curve: make([]float64, len(pairs)), draw: rand.New(rand.NewPCG(seed, 0))}
	g.sort()
	f := &weigh.Forest{Start: start(pairs), Sheet: sheet}
	sums := make([]float64, len(pairs))
	for i := range sums {
		sums[i] = f.Start
	}
	for range s.Trees {
		for i := range pairs {
			p := 1 / (1 + math.Exp(-sums[i]))
			g.gradient[i], g.curve[i] = p, p*(1-p)
			if pairs[i].Is {
				g.gradient[i] = p - 1
			}
		}
		t := g.tree()
		if len(t) == 1 {
			continue // none of the clues drawn tells anything
		}
		f.Trees = append(f.Trees, t)
		single := weigh.Forest{Trees: []weigh.Tree{t}}
		for i := range pairs {
			sums[i] += single.Points(pairs[i].Clues)
		}
	}
	return f
}

// start is the evidence before any clue is known: the share of pairs of which it is so.
func start(pairs []Pair) float64 {
	are := float64(Count(pairs))
	rest := float64(len(pairs)) - are
	return math.Log((are + 1) / (rest + 1))
}

// Count counts the pairs of which it is so.
func Count(pairs []Pair) int {
	n := 0
	for i := range pairs {
		if pairs[i].Is {
			n++
		}
	}
	return n
}

// bounds lists for each clue the values that part its bins, so that each holds as many
// pairs as the others, or one value.
func bounds(sheet *weigh.Sheet, pairs []Pair) [][]float64 {
	out := make([][]float64, sheet.Len())
	for clue := range out {
		values := make([]float64, len(pairs))
		for i := range pairs {
			values[i] = pairs[i].Clues[clue]
		}
		slices.Sort(values)
		distinct := slices.Compact(slices.Clone(values))
		if len(distinct) <= maxBins {
			for i := 1; i < len(distinct); i++ {
				out[clue] = append(out[clue], (distinct[i-1]+distinct[i])/2)
			}
			continue
		}
		for b := 1; b < maxBins; b++ {
			i := b * len(values) / maxBins
			if v := (values[i-1] + values[i]) / 2; values[i-1] < values[i] && (len(out[clue]) == 0 || out[clue][len(out[clue])-1] < v) {
				out[clue] = append(out[clue], v)
			}
		}
	}
	return out
}

// grower grows one tree after the other.
type grower struct {
	Settings
	pairs  []Pair
	sheet  *weigh.Sheet
	bounds [][]float64
	// bins has the bin of each clue of each pair.
	bins [][]uint8
	// gradient is by how much the evidence of each pair is too great, curve how fast
	// that changes.
	gradient, curve []float64
	draw            *rand.Rand
}

func (g *grower) sort() {
	g.bins = make([][]uint8, len(g.pairs))
	for i := range g.pairs {
		g.bins[i] = make([]uint8, g.sheet.Len())
		for clue := range g.bounds {
			v := g.pairs[i].Clues[clue]
			b, _ := slices.BinarySearchFunc(g.bounds[clue], v, func(bound, v float64) int {
				if bound <= v {
					return -1
				}
				return 1
			})
			g.bins[i][clue] = uint8(b)
		}
	}
}

// part is the pairs that come to one node, with the best question to ask of them.
type part struct {
	node            int
	pairs           []int
	gradient, curve float64
	gain            float64
	clue            weigh.Clue
	bin             int // of the first bin above the bound
}

// tree grows a tree from the leaf whose best question tells most, as long as there are
// questions that tell anything.
func (g *grower) tree() weigh.Tree {
	all := make([]int, len(g.pairs))
	for i := range all {
		all[i] = i
	}
	t := weigh.Tree{{}}
	leaves := []*part{g.part(0, all)}
	t[0].Points = g.points(leaves[0])
	for len(leaves) < g.Leaves {
		best := 0
		for i := range leaves {
			if leaves[i].gain > leaves[best].gain {
				best = i
			}
		}
		p := leaves[best]
		if p.gain <= 0 {
			break
		}
		below, above := g.split(p)
		node := &t[p.node]
		node.Clue, node.Bound, node.Below, node.Above = p.clue, g.bounds[p.clue][p.bin-1], len(t), len(t)+1
		x, y := g.part(len(t), below), g.part(len(t)+1, above)
		t = append(t, weigh.Node{Points: g.points(x)}, weigh.Node{Points: g.points(y)})
		leaves[best] = x
		leaves = append(leaves, y)
	}
	return t
}

// points is what a leaf adds.
func (g *grower) points(p *part) float64 { return -g.Rate * p.gradient / (p.curve + g.Ridge) }

// split parts the pairs by the question.
func (g *grower) split(p *part) (below, above []int) {
	for _, i := range p.pairs {
		if int(g.bins[i][p.clue]) < p.bin {
			below = append(below, i)
		} else {
			above = append(above, i)
		}
	}
	return below, above
}

// bin is the sums over the pairs of one bin.
type bin struct {
	gradient, curve float64
	pairs           int
}

// part sums up pairs and looks for the best question: the one after which the squared
// corrections of both sides come to most more than that of all.
func (g *grower) part(node int, pairs []int) *part {
	p := &part{node: node, pairs: pairs}
	for _, i := range pairs {
		p.gradient, p.curve = p.gradient+g.gradient[i], p.curve+g.curve[i]
	}
	asked := g.draw.Perm(g.sheet.Len())[:max(1, int(g.Asked*float64(g.sheet.Len())))]
	slices.Sort(asked)
	for _, clue := range asked {
		g.question(p, weigh.Clue(clue))
	}
	return p
}

// question looks for the best bound of one clue.
func (g *grower) question(p *part, clue weigh.Clue) {
	var bins [maxBins]bin
	for _, i := range p.pairs {
		b := &bins[g.bins[i][clue]]
		b.gradient, b.curve, b.pairs = b.gradient+g.gradient[i], b.curve+g.curve[i], b.pairs+1
	}
	worth := func(gradient, curve float64) float64 { return gradient * gradient / (curve + g.Ridge) }
	whole := worth(p.gradient, p.curve)
	var low bin
	for k := range g.bounds[clue] {
		low.gradient, low.curve, low.pairs = low.gradient+bins[k].gradient, low.curve+bins[k].curve, low.pairs+bins[k].pairs
		if low.pairs < g.AtLeast || len(p.pairs)-low.pairs < g.AtLeast {
			continue
		}
		const hair = 1e-9 // of sums of floats
		if gain := worth(low.gradient, low.curve) + worth(p.gradient-low.gradient, p.curve-low.curve) - whole; gain > p.gain+hair {
			p.gain, p.clue, p.bin = gain, clue, k+1
		}
	}
}
