package verify

import (
	"runtime"
	"sync"

	"github.com/concord-news/concord/corpus"
)

// Texts is a pair of texts: does B hold, given A?
type Texts struct{ A, B string }

// Pairs holds each pair's B against its A, jobs at a time, 0 for one a
// processor. Result i is that of pair i and does not depend on jobs. A text
// that several pairs share as A is read once.
func (v *Verifier) Pairs(pairs []Texts, jobs int) []Result {
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var order [][]int
	group := map[string]int{}
	for i, p := range pairs {
		g, ok := group[p.A]
		if !ok {
			g = len(order)
			group[p.A] = g
			order = append(order, nil)
		}
		order[g] = append(order[g], i)
	}
	out := make([]Result, len(pairs))
	work := make(chan []int)
	var wait sync.WaitGroup
	for range min(jobs, len(order)) {
		wait.Go(func() {
			for members := range work {
				s := v.Source([]*corpus.Article{Plain("a", pairs[members[0]].A)})
				for _, i := range members {
					out[i] = s.Verify(pairs[i].B)
				}
			}
		})
	}
	for _, members := range order {
		work <- members
	}
	close(work)
	wait.Wait()
	return out
}
