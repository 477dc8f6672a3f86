package denial

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/clause"
)

const (
	// leastShared is how much a word must tell that the denied clause says of its subject
	// and the other has too, or one akin to it. With 0.2 as many labelled denials are found
	// among as many pairs; with none at all fewer, as trees then learn what only looks like them.
	leastShared = 0.35
	// leastScore is how alike the two clauses must be.
	leastScore = 0.3
)

// candidate is two assertions that are looked at, with how alike they are: the geometric
// mean of what each has of the other's words.
type candidate struct {
	a, b    int
	alike   float64
	opposed bool
	x, y    *word // the contrary words
	rank
}

// rank is how a candidate stands among others: how many of the same denied clause and
// article there are, and how many of these are more alike; the same for the other clause; and
// how many there are of the two articles.
type rank struct{ ofDenied, betterOfDenied, ofSaid, betterOfSaid, ofArticles int }

// index lists the assertions by their words.
func (r *reader) index() {
	r.neighbours = thesaurus.NewNeighbours(r.entries)
	for n := range r.lemmas {
		r.sorted = append(r.sorted, int32(n))
	}
	slices.SortFunc(r.sorted, func(a, b int32) int { return cmp.Compare(r.lemmas[a], r.lemmas[b]) })
	r.with, r.withName = make([][]int32, len(r.lemmas)), map[int32][]int32{}
	for i := range r.all {
		for k := range r.all[i].words {
			w := &r.all[i].words[k]
			r.with[w.lemma] = addOnce(r.with[w.lemma], int32(i))
			if w.name != 0 {
				r.withName[w.name] = addOnce(r.withName[w.name], int32(i))
			}
		}
	}
}

func addOnce(list []int32, i int32) []int32 {
	if len(list) > 0 && list[len(list)-1] == i {
		return list
	}
	return append(list, i)
}

// home is the article of an assertion's first place.
func (r *reader) home(i int) int { return r.all[i].places[0].Article }

// apart reports whether two assertions stand in two articles.
func (r *reader) apart(i, k int) bool {
	a, b := r.all[i].places, r.all[k].places
	return a[0].Article != b[0].Article || len(a) > 1 || len(b) > 1
}

func (r *reader) score(i, k int) float64 {
	a, b := r.all[i].words, r.all[k].words
	x := r.match(a, b)
	if x == 0 {
		return 0
	}
	return math.Sqrt(x * r.match(b, a))
}

// candidates lists the pairs that are looked at.
func (r *reader) candidates() []candidate {
	var out []candidate
	for i := range r.all {
		if r.Ended() {
			return nil
		}
		if r.all[i].denied && !silent(r.all[i].clause) {
			out = r.denials(out, i)
		}
		out = r.contraries(out, i)
	}
	r.rank(out)
	return out
}

// denials appends the pairs of a denied clause.
func (r *reader) denials(out []candidate, i int) []candidate {
	for _, k := range r.meeting(i) {
		if r.all[k].denied || !r.apart(i, int(k)) || still(r.all[i].clause, r.all[k].clause) {
			continue
		}
		if s := r.score(i, int(k)); s >= leastScore {
			out = append(out, candidate{a: i, b: int(k), alike: s})
		}
	}
	return out
}

// silent reports whether a clause says that somebody gave no answer, which denies nothing
// that he is said to have said: "declined to answer".
func silent(c *clause.Clause) bool {
	switch c.Predicate {
	case "answer", "comment", "elaborate":
		return len(c.Patients) == 0
	}
	return false
}

// still reports whether what a clause denies was not so until then, and is to come in the
// other: "had not been named", "will be named".
func still(denied, said *clause.Clause) bool {
	past := denied.Modality == clause.Asserted && (denied.Tense == clause.Past || denied.Perfect)
	return past && said.Modality.Intended()
}

// fit is how well the clauses of an article match one of another: the best and the next
// best of those that are not denied, and the best of those that are.
type fit struct{ said, next, denied float64 }

// fits returns the fit of each article for an assertion.
func (r *reader) fits(i int) []fit {
	a := &r.all[i]
	if a.fits != nil {
		return a.fits
	}
	a.fits = make([]fit, len(r.Readings))
	for _, k := range r.meeting(i) {
		if !r.apart(i, int(k)) {
			continue
		}
		f := &a.fits[r.home(int(k))]
		switch s := r.score(i, int(k)); {
		case r.all[k].denied:
			f.denied = max(f.denied, s)
		case s > f.said:
			f.said, f.next = s, f.said
		default:
			f.next = max(f.next, s)
		}
	}
	return a.fits
}

// meeting lists the assertions that have a word of what one says of its subject which tells
// enough, or one akin to it.
func (r *reader) meeting(i int) []int32 {
	var out []int32
	for k := range r.all[i].said {
		w := &r.all[i].said[k]
		if w.weight < leastShared {
			continue
		}
		out = append(out, r.with[w.lemma]...)
		if w.name != 0 {
			out = append(out, r.withName[w.name]...)
			continue
		}
		if w.figure {
			continue
		}
		for _, u := range r.akin(w.lemma) {
			if w.weight*counts[r.lemmaGrade(w.lemma, u)] >= leastShared {
				out = append(out, r.with[u]...)
			}
		}
	}
	slices.Sort(out)
	return slices.DeleteFunc(slices.Compact(out), func(k int32) bool { return int(k) == i || r.most(r.all[i].said, r.all[k].words) < leastShared })
}

// akin lists the other lemmas of the story that are near to one.
func (r *reader) akin(lemma int32) []int32 {
	list, ok := r.akinTo[lemma]
	if !ok {
		list = append(r.neighbours.Related(int(lemma)), r.sameStem(lemma)...)
		slices.Sort(list)
		list = slices.Compact(list)
		r.akinTo[lemma] = list
	}
	return list
}

// sameStem lists the lemmas that begin with a lemma but for its last letter.
func (r *reader) sameStem(lemma int32) []int32 {
	word := r.lemmas[lemma]
	if len(word) < shortestStem {
		return nil
	}
	stem := word[:len(word)-1]
	at, _ := slices.BinarySearchFunc(r.sorted, stem, func(u int32, stem string) int { return cmp.Compare(r.lemmas[u], stem) })
	var out []int32
	for ; at < len(r.sorted) && strings.HasPrefix(r.lemmas[r.sorted[at]], stem); at++ {
		if r.sorted[at] != lemma {
			out = append(out, r.sorted[at])
		}
	}
	return out
}

// contraryTo lists the lemmas of the story that are contrary to one.
func (r *reader) contraryTo(lemma int32) []int32 {
	list, ok := r.contrariesOf[lemma]
	if !ok {
		for _, word := range thesaurus.Listed(r.lemmas[lemma]) {
			if u, ok := r.numbers[word]; ok {
				list = append(list, u)
			}
		}
		for _, e := range thesaurus.Find(r.lemmas[lemma]).Antonyms() {
			if u, ok := r.neighbours.Index(e); ok {
				list = append(list, u)
			}
		}
		slices.Sort(list)
		list = slices.Compact(list)
		r.contrariesOf[lemma] = list
	}
	return list
}

// contraries appends the pairs of an assertion and later ones that have a word contrary to
// one of its own, where both are denied or neither, and neither sentence has both words: such
// a sentence tells how the one came after the other.
func (r *reader) contraries(out []candidate, i int) []candidate {
	a := &r.all[i]
	from := len(out)
	for k := range a.words {
		w := &a.words[k]
		if w.name != 0 || w.figure {
			continue
		}
		for _, u := range r.contraryTo(w.lemma) {
			for _, j := range r.with[u] {
				b := &r.all[j]
				if int(j) <= i || a.denied != b.denied || !r.apart(i, int(j)) || slices.ContainsFunc(out[from:], func(c candidate) bool { return c.b == int(j) }) {
					continue
				}
				y := slices.IndexFunc(b.words, func(v word) bool { return r.contrary(w, &v) })
				if y < 0 || r.hasLemma(b, w.lemma) || r.hasLemma(a, b.words[y].lemma) || r.most(a.said, b.words) < leastShared {
					continue
				}
				if s := r.score(i, int(j)); s > 0 {
					out = append(out, candidate{a: i, b: int(j), alike: s, opposed: true, x: w, y: &b.words[y]})
				}
			}
		}
	}
	slices.SortFunc(out[from:], func(x, y candidate) int { return cmp.Compare(x.b, y.b) })
	return out
}

// hasLemma reports whether the sentence of a clause has a lemma.
func (r *reader) hasLemma(a *assertion, lemma int32) bool {
	has := func(w word) bool { return w.lemma == lemma }
	return slices.ContainsFunc(a.words, has) || slices.ContainsFunc(a.around, has)
}

// rank says how each candidate stands among others.
func (r *reader) rank(all []candidate) {
	type key struct {
		assertion, article int
		contrary           bool
	}
	denied, said := map[key][]int{}, map[key][]int{}
	for i := range all {
		c := &all[i]
		x, y := key{c.a, r.home(c.b), c.opposed}, key{c.b, r.home(c.a), c.opposed}
		denied[x], said[y] = append(denied[x], i), append(said[y], i)
	}
	articles := map[[2]int]int{}
	both := func(c *candidate) [2]int {
		x, y := r.home(c.a), r.home(c.b)
		return [2]int{min(x, y), max(x, y)}
	}
	for i := range all {
		articles[both(&all[i])]++
	}
	better := func(group []int, i int) (n int) {
		for _, k := range group {
			if all[k].alike > all[i].alike {
				n++
			}
		}
		return n
	}
	for i := range all {
		c := &all[i]
		x, y := denied[key{c.a, r.home(c.b), c.opposed}], said[key{c.b, r.home(c.a), c.opposed}]
		c.rank = rank{len(x), better(x, i), len(y), better(y, i), articles[both(c)]}
	}
}
