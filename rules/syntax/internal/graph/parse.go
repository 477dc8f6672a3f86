package graph

import (
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
	"github.com/concord-news/concord/rules/wordvec"
)

// Scratch is the memory that parsing needs, to be used again for the next sentence. Its
// zero value is ready; it is not safe for concurrent use.
type Scratch struct {
	gates   []float32 // of the layer at work, rowSize a token
	wide    [rowSize]int32
	states  [Layers][]uint8
	heads   []uint8 // RoleDim a token, the root first
	turned  []int8  // the dependents, packed as weights
	labels  []int32 // what heads and dependents say of relations, RoleDim each
	scores  []int32
	sums    [Roles * RoleDim]int32
	column  []int32
	decoder Decoder[int32]
}

// Parse returns the tree of a tagged sentence. Words have one head each, one word is
// the root and arcs do not cross, whatever the tokens are. The time is linear in their
// number: see InPieces.
func (m *Model) Parse(tokens []text.Token, s *Scratch) dep.Tree {
	return InPieces(tokens, func(tokens []text.Token) dep.Tree { return m.piece(tokens, s) })
}

// InPieces returns the tree of a sentence, of which parse gets up to MostWords tokens at
// a time. The roots of all pieces but the first depend on that one's.
func InPieces(tokens []text.Token, parse func([]text.Token) dep.Tree) dep.Tree {
	if len(tokens) <= MostWords {
		return parse(tokens)
	}
	t := parse(tokens[:MostWords])
	root := int32(t.Root())
	for from := MostWords; from < len(tokens); from += MostWords {
		piece := parse(tokens[from:min(from+MostWords, len(tokens))])
		for i, h := range piece.Heads {
			if h < 0 {
				t.Heads, t.Relations = append(t.Heads, root), append(t.Relations, dep.Parataxis)
			} else {
				t.Heads, t.Relations = append(t.Heads, h+int32(from)), append(t.Relations, piece.Relations[i])
			}
		}
	}
	return t
}

// piece returns the tree of up to MostWords tokens.
func (m *Model) piece(tokens []text.Token, s *Scratch) dep.Tree {
	n := len(tokens)
	t := dep.Tree{Heads: make([]int32, n), Relations: make([]dep.Relation, n)}
	if n == 0 {
		return t
	}
	s.fit(n)
	m.embed(tokens, s)
	m.run(s, 0, n)
	for i := range n {
		m.between.weigh(s.wide[:], s.states[0][i*Both:(i+1)*Both])
		floats(s.gates[i*rowSize:], s.wide[:], m.between.unit, m.between.bias)
	}
	m.run(s, 1, n)
	m.score(s, n)
	for i, h := range s.decoder.Decode(s.scores[:n*(n+1)], n) {
		t.Heads[i], t.Relations[i] = h-1, dep.Root
		if h > 0 {
			t.Relations[i] = m.relation(s, int(h-1), i)
		}
	}
	return t
}

// fit makes room for n tokens.
func (s *Scratch) fit(n int) {
	if len(s.gates) >= n*rowSize {
		return
	}
	s.gates = make([]float32, n*rowSize)
	for l := range s.states {
		s.states[l] = make([]uint8, n*Both)
	}
	s.heads, s.labels = make([]uint8, (n+1)*RoleDim), make([]int32, 2*n*RoleDim)
	s.turned, s.column = make([]int8, blocks(n)*block*RoleDim), make([]int32, blocks(n)*block)
	s.scores = make([]int32, n*(n+1))
}

// embed sets the gates of the first layer to what the tokens by themselves say.
func (m *Model) embed(tokens []text.Token, s *Scratch) {
	for i := range tokens {
		p, hash := m.input.plain(&tokens[i])
		sums := &s.wide
		clear(sums[:])
		addRow(sums, &m.rows[p.Word])
		addRow(sums, &m.rows[tagRow+int(p.Tag)])
		addRow(sums, &m.rows[shapeRow+int(p.Shape)])
		addRow(sums, &m.rows[endRow+int(p.End)])
		addRow(sums, &m.rows[shortEndRow+int(p.ShortEnd)])
		addRow(sums, &m.rows[startRow+int(p.Start)])
		if p.Word == 0 { // the vectors of common words are in their own rows
			if code, ok := wordvec.Find(hash); ok {
				for g, k := range code {
					addRow(sums, &m.rows[VectorRow(g, int(k))])
				}
			}
		}
		floats(s.gates[i*rowSize:], sums[:], m.first.unit, m.first.bias)
	}
}

// run sets the states of a layer from its gates, in both directions.
func (m *Model) run(s *Scratch, layer, n int) {
	for d := range 2 {
		l := &m.recurrent[layer][d]
		var state [Hidden]float32
		var x [Hidden]uint8
		var sums [Gates]int32
		for i := range x {
			x[i] = input(0)
		}
		for t := range n {
			if d == 1 {
				t = n - 1 - t
			}
			l.weigh(sums[:], x[:])
			step(&state, &x, (*[Gates]float32)(s.gates[t*rowSize+d*Gates:]), &sums, l)
			copy(s.states[layer][t*Both+d*Hidden:], x[:])
		}
	}
}

// labelBits are bits of what heads and dependents say of relations below those of an
// input.
const labelBits = 4

// score sets the scores of all arcs, and what the tokens say of relations.
func (m *Model) score(s *Scratch, n int) {
	copy(s.heads, m.root[:])
	clear(s.turned[:blocks(n)*block*RoleDim])
	for i := range n {
		m.roles.apply(s.sums[:], s.states[1][i*Both:(i+1)*Both])
		var dependent [RoleDim]uint8
		for k := range RoleDim {
			s.heads[(i+1)*RoleDim+k] = clamp(s.sums[AsHead*RoleDim+k])
			dependent[k] = clamp(s.sums[AsDependent*RoleDim+k])
		}
		copy(s.labels[i*2*RoleDim:], s.sums[HeadLabel*RoleDim:Roles*RoleDim])
		m.arc.apply(s.sums[:], dependent[:])
		for k := range RoleDim {
			s.turned[place(i, k, RoleDim)] = int8(max(-top, min(top, s.sums[k])))
		}
	}
	for h := range n + 1 {
		column := s.column[:blocks(n)*block]
		clear(column)
		multiply(column, s.turned[:len(column)*RoleDim], s.heads[h*RoleDim:(h+1)*RoleDim])
		for i := range n {
			s.scores[i*(n+1)+h] = column[i]
		}
	}
}

// clamp returns a number as an input of a next layer.
func clamp(x int32) uint8 { return uint8(max(0, min(top, x))) }

// relation returns the best relation of an arc.
func (m *Model) relation(s *Scratch, head, dependent int) dep.Relation {
	x := s.labels[head*2*RoleDim : head*2*RoleDim+RoleDim]
	y := s.labels[dependent*2*RoleDim+RoleDim : (dependent+1)*2*RoleDim]
	var between [RoleDim]uint8
	for k := range between {
		between[k] = clamp((x[k] + y[k]) >> labelBits)
	}
	m.label.apply(s.sums[:], between[:])
	best := dep.Dep
	for r := range dep.Relation(Labels) {
		if r != dep.None && r != dep.Root && s.sums[r] > s.sums[best] {
			best = r
		}
	}
	return best
}
