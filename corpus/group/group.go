// Package group sorts a pile of mixed articles into stories: articles that
// share names and key words and lie near each other in time.
package group

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/concord-news/concord/corpus"
)

// An article is of a story where the mean cosine of the angles between its terms
// and those of the story's articles is cosinePerDecade for each factor of ten in
// the size of the pile, since the larger the pile the more a rare term weighs.
// Measured: on a pile of 108 articles of 15 stories 0.06 to 0.07 is best, and on
// one of 1,060 about 400 shootings, as alike as stories get, 0.10 and more.
const cosinePerDecade = 0.033

// maxApart is how far apart the articles of one story lie in time on the whole.
// What lies further apart has to be nearer in its terms, by farCost: a week
// after a fire there is another fire.
const (
	maxApart = 10 * 24 * time.Hour
	farCost  = 0.05
)

// The bounds that keep the work near-linear: an article is looked up under its
// heaviest terms, and of the articles under a term those nearest in time are
// compared.
const (
	lookups    = 16
	maxPosting = 40
)

// Ungrouped is what reports call the articles that are of no story with another;
// no story is named so.
const Ungrouped = "ungrouped"

// Result is a sorted pile.
type Result struct {
	// Stories have two articles or more each, and are ordered by their first
	// article's time and ID. They are named by their key words.
	Stories []corpus.Story
	// Rest are the articles that are of no story with another, ordered by ID.
	Rest []*corpus.Article
}

// Sort sorts articles into stories, in time near linear to their number. The
// result is the same for any order of the articles.
func Sort(articles []*corpus.Article) *Result {
	list := slices.Clone(articles)
	slices.SortStableFunc(list, func(a, b *corpus.Article) int {
		return cmp.Or(a.Published.Time.Compare(b.Published.Time), cmp.Compare(a.ID, b.ID), cmp.Compare(a.SHA256, b.SHA256))
	})
	vectors, names := weigh(list)
	p := &pile{list: list, vectors: vectors, names: names, of: make([]int, len(list))}
	p.least = cosinePerDecade * max(math.Log10(float64(len(list))), 1)
	p.sort()
	return p.result()
}

// pile is articles while they are sorted.
type pile struct {
	list    []*corpus.Article
	vectors []vector
	names   []string
	// of is the story of each article, by number.
	of      []int
	stories [][]int
	// least is the least mean cosine of an article with a story.
	least float64
}

// sort takes the articles in the order of time and puts each with the story
// that it is nearest to, or makes it the first of another.
func (p *pile) sort() {
	postings := map[int32][]int{}
	for i := range p.list {
		best, most := -1, 0.0
		for _, s := range p.candidates(i, postings) {
			if c := p.mean(i, s); c > most {
				best, most = s, c
			}
		}
		if best < 0 || most < p.least {
			best = len(p.stories)
			p.stories = append(p.stories, nil)
		}
		p.of[i] = best
		p.stories[best] = append(p.stories[best], i)
		for _, t := range heaviest(p.vectors[i]) {
			postings[t] = append(postings[t], i)
		}
	}
	p.merge()
}

// maxCandidates is how many stories an article is held against: those with most
// of its heaviest terms.
const maxCandidates = 16

// candidates returns the stories of earlier articles that share the heaviest
// terms, in order.
func (p *pile) candidates(i int, postings map[int32][]int) []int {
	score := map[int]float64{}
	for _, t := range heaviest(p.vectors[i]) {
		list := postings[t]
		// A term that many have had tells little: it counts for less.
		weight := 1 / float64(1+len(list))
		for _, j := range list[max(0, len(list)-maxPosting):] {
			score[p.of[j]] += weight
		}
	}
	return foremost(score)
}

// foremost returns the maxCandidates stories of the greatest score, in order.
func foremost(score map[int]float64) []int {
	out := slices.Collect(maps.Keys(score))
	slices.SortFunc(out, func(a, b int) int { return cmp.Or(cmp.Compare(score[b], score[a]), cmp.Compare(a, b)) })
	out = out[:min(len(out), maxCandidates)]
	slices.Sort(out)
	return out
}

// sample is how many articles of a story stand for it.
const sample = 12

// mean is the mean cosine of an article with those of a story: of its latest
// ones, where it is large.
func (p *pile) mean(i, story int) float64 {
	members := p.stories[story]
	members = members[max(0, len(members)-sample):]
	sum := 0.0
	for _, j := range members {
		sum += dot(p.vectors[i], p.vectors[j])
	}
	mean := sum / float64(len(members))
	if !near(p.list[i], p.list[members[0]]) && !near(p.list[i], p.list[members[len(members)-1]]) {
		mean -= farCost
	}
	return mean
}

// merge joins stories that began apart: their first articles had too little in
// common, and later ones stand between them.
func (p *pile) merge() {
	first := map[int32][]int{}
	for s, members := range p.stories {
		if len(members) == 0 {
			continue
		}
		best, most := -1, 0.0
		for _, o := range nearest(p.storyTerms(members), first) {
			if c := p.between(members, p.stories[o]); c > most {
				best, most = o, c
			}
		}
		if best >= 0 && most >= p.least {
			p.stories[best] = append(p.stories[best], members...)
			slices.Sort(p.stories[best])
			p.stories[s] = nil
			continue
		}
		for _, t := range p.storyTerms(members) {
			if len(first[t]) < maxPosting {
				first[t] = append(first[t], s)
			}
		}
	}
}

// nearest returns the stories that stand under most of the terms, in order.
func nearest(terms []int32, under map[int32][]int) []int {
	score := map[int]float64{}
	for _, t := range terms {
		for _, o := range under[t] {
			score[o] += 1 / float64(1+len(under[t]))
		}
	}
	return foremost(score)
}

// storyTerms are the heaviest terms of a story's first articles.
func (p *pile) storyTerms(members []int) []int32 {
	var out []int32
	for _, i := range members[:min(len(members), 3)] {
		out = append(out, heaviest(p.vectors[i])...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// between is the mean cosine between the articles of two stories.
func (p *pile) between(a, b []int) float64 {
	a, b = a[:min(len(a), sample)], b[:min(len(b), sample)]
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	sum := 0.0
	for _, i := range a {
		for _, j := range b {
			sum += dot(p.vectors[i], p.vectors[j])
		}
	}
	mean := sum / float64(len(a)*len(b))
	if !near(p.list[a[0]], p.list[b[len(b)-1]]) && !near(p.list[b[0]], p.list[a[len(a)-1]]) {
		mean -= farCost
	}
	return mean
}

// near reports whether two articles may be of one story by their times; one
// whose time is not known may be of any.
func near(a, b *corpus.Article) bool {
	return !a.Published.Known() || !b.Published.Known() || a.Published.Time.Sub(b.Published.Time).Abs() <= maxApart
}

// heaviest returns the terms of a vector that weigh most.
func heaviest(v vector) []int32 {
	order := make([]int, len(v.term))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(v.weight[b], v.weight[a]), cmp.Compare(a, b)) })
	out := make([]int32, 0, lookups)
	for _, i := range order[:min(len(order), lookups)] {
		out = append(out, v.term[i])
	}
	return out
}

func (p *pile) result() *Result {
	r := &Result{}
	used := map[string]bool{Ungrouped: true}
	for _, members := range p.stories {
		switch len(members) {
		case 0:
		case 1:
			r.Rest = append(r.Rest, p.list[members[0]])
		default:
			s := corpus.Story{Name: p.name(members, used)}
			for _, i := range members {
				s.Articles = append(s.Articles, p.list[i])
			}
			s.Articles = distinctIDs(s.Articles)
			r.Stories = append(r.Stories, s)
		}
	}
	r.Rest = distinctIDs(r.Rest)
	return r
}

// name makes a name of the terms that most of a story's articles have.
func (p *pile) name(members []int, used map[string]bool) string {
	sum := map[int32]float64{}
	for _, i := range members[:min(len(members), sample)] {
		v := p.vectors[i]
		for k, t := range v.term {
			sum[t] += float64(v.weight[k])
		}
	}
	var terms []int32
	for t := range sum {
		terms = append(terms, t)
	}
	slices.SortFunc(terms, func(a, b int32) int { return cmp.Or(cmp.Compare(sum[b], sum[a]), cmp.Compare(a, b)) })
	var words []string
	for _, t := range terms {
		w := strings.ReplaceAll(p.names[t], " ", "-")
		if len(words) < 3 && !slices.ContainsFunc(words, func(o string) bool { return strings.Contains(o, w) || strings.Contains(w, o) }) {
			words = append(words, strings.Map(plain, w))
		}
	}
	name := cmp.Or(strings.Join(words, "-"), corpus.SinglesName)
	out := name
	for n := 2; used[out]; n++ {
		out = fmt.Sprintf("%s-%d", name, n)
	}
	used[out] = true
	return out
}

// plain keeps names fit for files.
func plain(r rune) rune {
	if r == '\'' || r == '’' || r == '/' {
		return -1
	}
	return r
}

// distinctIDs returns the articles ordered by ID. Where two from different
// folders have one ID, the later one gets a number behind it, in a copy.
func distinctIDs(list []*corpus.Article) []*corpus.Article {
	out := slices.Clone(list)
	slices.SortStableFunc(out, func(a, b *corpus.Article) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Path, b.Path)) })
	used := map[string]bool{}
	for i, a := range out {
		id := a.ID
		for n := 2; used[id]; n++ {
			id = fmt.Sprintf("%s-%d", a.ID, n)
		}
		used[id] = true
		if id != a.ID {
			c := *a
			c.ID = id
			out[i] = &c
		}
	}
	slices.SortFunc(out, func(a, b *corpus.Article) int { return cmp.Compare(a.ID, b.ID) })
	return out
}
