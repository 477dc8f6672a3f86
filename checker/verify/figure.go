package verify

import (
	"math"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/text"
)

// agreement is how a value of the source stands to one of the claim.
type agreement uint8

const (
	// incomparable: different kinds of thing.
	incomparable agreement = iota
	// disjoint: not both true of one thing.
	disjoint
	// overlapping: the claim may be true, and may not.
	overlapping
	// implied: if the source's value is true, so is the claim's.
	implied
	// equal: the same value.
	equal
)

// figures holds a figure of the claim, b, against one of the source, a.
func figures(a, b *mention.Mention) agreement {
	if !a.Kind.Numeric() || !b.Kind.Numeric() || !a.Quantity.Known() || !b.Quantity.Known() {
		return incomparable
	}
	qa, qb := a.Quantity, b.Quantity
	if !comparable(a, b) {
		return incomparable
	}
	if a.Unit != b.Unit && a.Kind != mention.Number && a.Unit != "" && b.Unit != "" {
		factor, ok := quantity.Convert(1, a.Unit, b.Unit)
		if !ok {
			return incomparable
		}
		qa.Low, qa.High, qa.Step = qa.Low*factor, qa.High*factor, qa.Step*factor
	}
	return quantities(qa, qb)
}

// comparable reports whether the figures measure the same kind of thing. A
// bare number may be anything: an age in a list, a sum in a headline.
func comparable(a, b *mention.Mention) bool {
	if a.Kind == b.Kind {
		return true
	}
	bare := func(m *mention.Mention) bool { return m.Kind == mention.Number && m.Unit == "" }
	return bare(a) && b.Kind != mention.Ordinal && b.Kind != mention.Identifier ||
		bare(b) && a.Kind != mention.Ordinal && a.Kind != mention.Identifier
}

func quantities(a, b mention.Quantity) agreement {
	x, y := interval.Of(a, false), interval.Of(b, false)
	switch {
	case a.Low == b.Low && a.High == b.High && a.Bound == b.Bound:
		return equal
	case apart(x, y):
		return disjoint
	case within(x, y), sameFigure(a, b):
		return implied
	}
	return overlapping
}

// apart reports whether no value lies in both; an open end does not have the
// figure itself.
func apart(x, y interval.Interval) bool {
	return !x.Touches(y) || x.High == y.Low && (x.HighOpen || y.LowOpen) || y.High == x.Low && (y.HighOpen || x.LowOpen)
}

// within reports whether every value of x lies in y.
func within(x, y interval.Interval) bool {
	low := x.Low > y.Low || x.Low == y.Low && (x.LowOpen || !y.LowOpen)
	high := x.High < y.High || x.High == y.High && (x.HighOpen || !y.HighOpen)
	return low && high
}

// sameFigure reports that the figures named are one and only the hedges
// differ: "at least 16" beside "16".
func sameFigure(a, b mention.Quantity) bool {
	x, y := stated(a), stated(b)
	return x == y && !math.IsNaN(x)
}

// stated is the figure that a quantity names, NaN where it names a range.
func stated(q mention.Quantity) float64 {
	switch {
	case q.Low == q.High:
		return q.Low
	case math.IsInf(q.High, 1):
		return q.Low
	case math.IsInf(q.Low, -1):
		return q.High
	}
	return math.NaN()
}

// heads says how well the counted nouns of two figures agree, from 0 to 1: it
// is the figure of whatever it counts.
func heads(a, b *mention.Mention) float64 {
	if a.Kind != mention.Number || b.Kind != mention.Number {
		return 1
	}
	switch {
	case a.Unit == b.Unit:
		return 1
	case a.Unit == "" || b.Unit == "":
		return unknownHead
	case a.Unit == "people" || b.Unit == "people":
		return peopleHead
	}
	switch thesaurus.Relate(b.Unit, a.Unit) {
	case thesaurus.Same, thesaurus.Synonym, thesaurus.Derived, thesaurus.Kind, thesaurus.Genus:
		return relatedHead
	}
	x, _ := lexicon.Kind(a.Unit)
	y, _ := lexicon.Kind(b.Unit)
	if r := lexicon.CompareKinds(x, y); r == lexicon.SameKind || r == lexicon.Broader {
		return relatedHead
	}
	return otherHead
}

// How much the surroundings of a figure count where its noun is not the
// claim's. Of these only otherHead matters much: measured on the even pairs of
// fib_swap, 0.5 did best of 0.3 to 0.8.
const (
	relatedHead = 0.95
	peopleHead  = 0.8
	unknownHead = 0.85
	otherHead   = 0.5
)

// ofWhole is what the surroundings of a whole count for a figure to which something
// happened: of 200 passengers some were hurt, and not 200.
const ofWhole = 0.4

// happened reports whether a figure of the claim tells to how many something
// happened, and not how many there are.
func (c *claim) happened(p *part) bool {
	d := c.reading.Doc
	if p.Kind != mention.Number || whole(d, &p.Mention) {
		return false
	}
	a := anchor(d, d.Sentences[p.sentence].First, c.tree(p.sentence), &p.Mention)
	if a < 0 {
		return false
	}
	switch d.Tokens[a].Lemma {
	case "carry", "hold", "employ", "seat", "house", "number", "total", "count", "comprise", "consist", "own", "contain", "serve":
		return false
	}
	return true
}

// whole reports a figure of which another is a part: "12 of the 200 passengers",
// "of the ship's 200 passengers, 12 were hurt".
func whole(d *text.Document, m *mention.Mention) bool {
	first := d.Sentences[d.SentenceOf(m.First)].First
	i := m.First - 1
	for i >= first && opens(d, i) {
		i--
	}
	switch {
	case m.Kind != mention.Number || i < first || d.Tokens[i].Lower != "of" && d.Tokens[i].Lower != "among":
		return false
	case i == first:
		return true
	}
	return d.Tokens[i-1].Tag == text.NUM
}

// opens reports a word that may stand between "of" and a figure: "the ship's".
func opens(d *text.Document, i int) bool {
	t := &d.Tokens[i]
	switch {
	case t.Tag == text.DET, t.Tag == text.ADJ, t.Fine == text.PRPS, t.Fine == text.POS:
		return true
	}
	return i+1 < len(d.Tokens) && d.Tokens[i+1].Fine == text.POS
}
