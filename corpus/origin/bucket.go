package origin

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/corpus"
)

// Agency copy may come in hundreds of near-identical prints. Comparing every two
// of them takes quadratic time and says nothing new, so that beyond maxCopies
// prints of one text the others follow: each is compared with the first alone,
// and what it shares with others is told through that one.
const maxCopies = 12

// The sketch of a text: the least hash of its runs of gramWords words in each of
// sketchBins bins. Texts are looked up by sketchBands bands of bins; texts whose
// bins agree in sketchLeast of all are prints of one text. Runs are short so that
// a word changed here and there spoils few of them.
const (
	gramWords   = 3
	sketchBins  = 64
	sketchBands = 16
	sketchLeast = 0.55
)

type sketch [sketchBins]uint64

const emptyBin = ^uint64(0)

func newSketch(words []uint64) sketch {
	var s sketch
	for i := range s {
		s[i] = emptyBin
	}
	for i := 0; i+gramWords <= len(words); i++ {
		h := uint64(0)
		for _, w := range words[i : i+gramWords] {
			h = (h ^ w) * shingleBase
			h ^= h >> 29
		}
		h *= shingleBase
		bin := h % sketchBins
		s[bin] = min(s[bin], h)
	}
	return s
}

// like is the part of the bins in which two sketches agree, bins that both have
// empty left out.
func (s *sketch) like(o *sketch) float64 {
	same, used := 0, 0
	for i := range s {
		if s[i] == emptyBin && o[i] == emptyBin {
			continue
		}
		used++
		if s[i] == o[i] {
			same++
		}
	}
	return float64(same) / float64(max(used, 1))
}

// band hashes one band of the bins.
func (s *sketch) band(n int) uint64 {
	h := uint64(n + 1)
	for _, v := range s[n*sketchBins/sketchBands : (n+1)*sketchBins/sketchBands] {
		h = (h ^ v) * shingleBase
		h ^= h >> 29
	}
	return h
}

// followers returns for each text the one that it follows, and -1 for those that
// are compared with all others. A text follows only one before it that itself
// follows none.
func followers(texts []words) []int {
	out := make([]int, len(texts))
	for i := range out {
		out[i] = -1
	}
	if len(texts) <= maxCopies {
		return out
	}
	sketches := make([]sketch, len(texts))
	prints := make([]int, len(texts))
	leaders := map[uint64][]int{}
	for i := range texts {
		sketches[i] = newSketch(texts[i].hash)
		leader := -1
		for b := range sketchBands {
			for _, l := range leaders[sketches[i].band(b)] {
				if (leader < 0 || l < leader) && sketches[i].like(&sketches[l]) >= sketchLeast {
					leader = l
				}
			}
		}
		if leader < 0 {
			for b := range sketchBands {
				h := sketches[i].band(b)
				if len(leaders[h]) < maxCopies {
					leaders[h] = append(leaders[h], i)
				}
			}
			continue
		}
		if prints[leader]++; prints[leader] >= maxCopies {
			out[i] = leader
		}
	}
	return out
}

// follow compares followers with the text that they follow. One that turns out
// not to be of one origin with it is compared with all others after all.
func (r *Result) follow(texts []words, of func(int) side) []Pair {
	var out []Pair
	for i, leader := range r.leader {
		if leader < 0 {
			continue
		}
		runs := match([]words{texts[leader], texts[i]})[[2]int{0, 1}]
		p, ok := newPair(of(leader), of(i), runs)
		if !ok || !p.same {
			r.leader[i] = -1
			continue
		}
		p.A, p.B = leader, i
		out = append(out, p)
	}
	return out
}

// pairs compares every two texts that follow none, and adds the pairs of those
// that do, in the order of A and B.
func (r *Result) pairs(texts []words, of func(int) side) []Pair {
	out := r.follow(texts, of)
	var full []int
	for i, leader := range r.leader {
		if leader < 0 {
			full = append(full, i)
		}
	}
	list := make([]words, len(full))
	for k, i := range full {
		list[k] = texts[i]
	}
	shared := match(list)
	for pair, runs := range shared {
		p, ok := newPair(of(full[pair[0]]), of(full[pair[1]]), runs)
		if ok {
			p.A, p.B = full[pair[0]], full[pair[1]]
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(x, y Pair) int { return cmp.Or(x.A-y.A, x.B-y.B) })
	return out
}

// chain lists the articles over which two are told to share words: the articles
// themselves, and those that they follow.
func (r *Result) chain(i, j int) []int {
	out := []int{i}
	for _, k := range []int{r.leads(i), r.leads(j), j} {
		if k != out[len(out)-1] {
			out = append(out, k)
		}
	}
	return out
}

func (r *Result) leads(i int) int {
	if r.leader[i] >= 0 {
		return r.leader[i]
	}
	return i
}

// through returns what of some spans of article i is in article j too, as spans
// of j. Spans are carried over byte by byte, which is exact up to case and marks.
func (r *Result) through(i int, spans []corpus.Span, j int) []corpus.Span {
	at, ok := r.at[[2]int{min(i, j), max(i, j)}]
	if !ok {
		return nil
	}
	var out []corpus.Span
	for _, p := range r.Pairs[at].Passages {
		from, to := p.A, p.B
		if i > j {
			from, to = to, from
		}
		for _, s := range spans {
			if !from.Overlaps(s) {
				continue
			}
			start := min(to.Start+max(s.Start-from.Start, 0), to.End)
			end := min(to.Start+min(s.End, from.End)-from.Start, to.End)
			if start < end {
				out = append(out, corpus.Span{Start: start, End: end})
			}
		}
	}
	return out
}
