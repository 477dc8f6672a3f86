package origin

import (
	"cmp"
	"math/bits"
	"slices"
	"strconv"

	"github.com/concord-news/concord/corpus"
)

// shingle is how many words a passage must have. Eight in a row are seldom
// the same by chance; shorter runs are names, titles and stock phrases.
const shingle = 8

// maxRepeat is how often a shingle may stand in one text to be looked for in
// others. One that returns more often is boilerplate, and matching all its
// places with all those of another text would take quadratic time.
const maxRepeat = 4

// run is a passage by word index.
type run struct{ a, b, n int }

// place is where a shingle stands: word i of text t.
type place struct {
	hash uint64
	t, i int32
}

// seed is a shingle that word i of one text and word j of another begin.
type seed struct{ i, j int32 }

// match returns the maximal runs of words that two texts share, by pair.
func match(texts []words) map[[2]int][]run {
	places := sorted(texts)
	seeds := map[[2]int][]seed{}
	for len(places) > 0 {
		n := 1
		for n < len(places) && places[n].hash == places[0].hash {
			n++
		}
		if n > 1 {
			meet(places[:n], seeds)
		}
		places = places[n:]
	}
	runs := make(map[[2]int][]run, len(seeds))
	for pair, list := range seeds {
		runs[pair] = follow(texts[pair[0]].hash, texts[pair[1]].hash, list)
	}
	return runs
}

// sorted returns the shingles that may be in several texts, by hash, text and
// place.
func sorted(texts []words) []place {
	all := make([][]uint64, len(texts))
	total := 0
	for t := range texts {
		all[t] = shingles(texts[t].hash)
		total += len(all[t])
	}
	seen := newSieve(total)
	for t, list := range all {
		for _, h := range list {
			seen.add(h, int32(t))
		}
	}
	var places []place
	for t, list := range all {
		for i, h := range list {
			if seen.several(h) {
				places = append(places, place{h, int32(t), int32(i)})
			}
		}
	}
	slices.SortFunc(places, func(a, b place) int {
		if a.hash != b.hash {
			return cmp.Compare(a.hash, b.hash)
		}
		if a.t != b.t {
			return cmp.Compare(a.t, b.t)
		}
		return cmp.Compare(a.i, b.i)
	})
	return places
}

// sieve tells hashes that only one text has: most of them, which then need not
// be sorted. Two hashes can fall into one slot, so that it errs towards several.
type sieve struct {
	slots []int32
	shift int
}

const severalTexts = -1

func newSieve(n int) sieve {
	// Four slots a hash leave one in four with a neighbour.
	size := bits.Len(uint(4 * n))
	return sieve{slots: make([]int32, 1<<size), shift: 64 - size}
}

func (s sieve) add(h uint64, t int32) {
	switch slot := &s.slots[h>>s.shift]; {
	case *slot == 0:
		*slot = t + 1
	case *slot != t+1:
		*slot = severalTexts
	}
}

func (s sieve) several(h uint64) bool { return s.slots[h>>s.shift] == severalTexts }

// meet adds a seed for every two places of one shingle in different texts.
func meet(same []place, seeds map[[2]int][]seed) {
	kept := same[:0]
	for len(same) > 0 {
		n := 1
		for n < len(same) && same[n].t == same[0].t {
			n++
		}
		if n <= maxRepeat {
			kept = append(kept, same[:n]...)
		}
		same = same[n:]
	}
	for k, p := range kept {
		for _, q := range kept[k+1:] {
			if p.t != q.t {
				pair := [2]int{int(p.t), int(q.t)}
				seeds[pair] = append(seeds[pair], seed{p.i, q.i})
			}
		}
	}
}

// follow turns seeds into runs: each as long as the words are the same.
func follow(a, b []uint64, seeds []seed) []run {
	slices.SortFunc(seeds, func(x, y seed) int {
		return cmp.Or(cmp.Compare(x.j-x.i, y.j-y.i), cmp.Compare(x.i, y.i))
	})
	var runs []run
	for k, s := range seeds {
		if k > 0 && len(runs) > 0 {
			last := runs[len(runs)-1]
			if last.b-last.a == int(s.j-s.i) && int(s.i) < last.a+last.n {
				continue
			}
		}
		// Equal hashes of different words give a run that is too short.
		if n := extend(a[s.i:], b[s.j:]); n >= shingle {
			runs = append(runs, run{int(s.i), int(s.j), n})
		}
	}
	return runs
}

// shingleBase is the base of the rolling hash: an odd number with bits spread
// over the word (2^64 divided by the golden ratio).
const shingleBase = 0x9E3779B97F4A7C15

// shingles returns a hash of each shingle words in a row.
func shingles(words []uint64) []uint64 {
	if len(words) < shingle {
		return nil
	}
	top := uint64(1)
	for range shingle - 1 {
		top *= shingleBase
	}
	out := make([]uint64, 0, len(words)-shingle+1)
	h := uint64(0)
	for i, w := range words {
		if i >= shingle {
			h -= words[i-shingle] * top
		}
		h = h*shingleBase + w
		if i >= shingle-1 {
			out = append(out, h)
		}
	}
	return out
}

// extend returns how many words a and b begin with alike.
func extend(a, b []uint64) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// newPair turns the runs of two texts into passages that do not overlap in the
// first, the longest first where they would.
func newPair(a, b side, runs []run) (Pair, bool) {
	if len(runs) == 0 {
		return Pair{}, false
	}
	slices.SortFunc(runs, func(x, y run) int {
		return cmp.Or(cmp.Compare(y.n, x.n), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	takenA, takenB := make([]bool, len(a.hash)), make([]bool, len(b.hash))
	var p Pair
	own := 0
	kept := runs[:0]
	for _, r := range runs {
		r = clip(r, takenA, takenB)
		if r.n < shingle {
			continue
		}
		for k := range r.n {
			takenA[r.a+k], takenB[r.b+k] = true, true
			if !a.aside[r.a+k] && !b.aside[r.b+k] {
				own++
			}
		}
		kept = append(kept, r)
		p.Words += r.n
		p.Passages = append(p.Passages, Passage{
			A:     corpus.Span{Start: a.span[r.a].Start, End: a.span[r.a+r.n-1].End},
			B:     corpus.Span{Start: b.span[r.b].Start, End: b.span[r.b+r.n-1].End},
			Words: r.n,
		})
	}
	slices.SortFunc(p.Passages, func(x, y Passage) int { return cmp.Compare(x.A.Start, y.A.Start) })
	p.Changes = changes(a, b, kept)
	p.Share = float64(p.Words) / float64(min(len(a.hash), len(b.hash)))
	share := p.Share
	if shorter := min(a.own, b.own); shorter > 0 {
		share = float64(own) / float64(shorter)
	}
	p.same = own >= MinWords && share >= MinShare || share >= shortShare && p.Share >= MinShare
	return p, true
}

// clip cuts off the ends of r that longer runs have taken.
func clip(r run, takenA, takenB []bool) run {
	taken := func(k int) bool { return takenA[r.a+k] || takenB[r.b+k] }
	for r.n > 0 && taken(0) {
		r.a, r.b, r.n = r.a+1, r.b+1, r.n-1
	}
	for k := range r.n {
		if taken(k) {
			r.n = k
			break
		}
	}
	return r
}

// groups are sets of articles, joined pair by pair.
type groups []int

func newGroups(n int) groups {
	g := make(groups, n)
	for i := range g {
		g[i] = i
	}
	return g
}

func (g groups) root(i int) int {
	for g[i] != i {
		i = g[i]
	}
	return i
}

// join makes the set of a and that of b one; its root is its first article.
func (g groups) join(a, b int) {
	a, b = g.root(a), g.root(b)
	g[max(a, b)] = min(a, b)
}

func (g groups) labels() []string {
	names := map[int]string{}
	out := make([]string, len(g))
	for i := range g {
		root := g.root(i)
		if names[root] == "" {
			names[root] = label(len(names))
		}
		out[i] = names[root]
	}
	return out
}

// label returns "A" to "Z" for 0 to 25, and then "A2", "B2" and so on.
func label(n int) string {
	s := string(rune('A' + n%26))
	if n >= 26 {
		s += strconv.Itoa(n/26 + 1)
	}
	return s
}
