package checker

import (
	"slices"
	"time"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// mains returns, of each article's statements of a figure that grows, those
// that give the article's figure: without words such as dozens where it has
// numbers too, and then the first and those said most often. An article that
// tells of other events beside its own, or of its own from hour to hour, has
// several.
func mains(byArticle [][]statement) [][]statement {
	out := make([][]statement, len(byArticle))
	for i, group := range byArticle {
		out[i] = oftenest(numbers(group))
	}
	return out
}

func numbers(group []statement) []statement {
	var out []statement
	for _, s := range group {
		if !s.fact.Value.Figure.Vague {
			out = append(out, s)
		}
	}
	if len(out) == 0 {
		return group
	}
	return out
}

func oftenest(group []statement) []statement {
	count := func(s statement) int {
		n := 0
		for i := range group {
			if group[i].fact.Value.Figure.Low == s.fact.Value.Figure.Low {
				n++
			}
		}
		return n
	}
	most := 0
	for _, s := range group {
		most = max(most, count(s))
	}
	var out []statement
	for i, s := range group {
		if i == 0 || count(s) == most {
			out = append(out, s)
		}
	}
	return out
}

// stated is the interval of the figure itself, its bound left out: a toll of
// "at least 50" that is "at least 59" the next day has risen.
func stated(s *statement) interval.Interval {
	return interval.Of(unbounded(s.fact.Value.Figure), false)
}

// unbounded is a figure without its bound.
func unbounded(q mention.Quantity) mention.Quantity {
	switch q.Bound {
	case mention.AtLeast, mention.MoreThan, mention.JustAbove:
		q.High = q.Low
	case mention.AtMost, mention.LessThan, mention.JustBelow:
		q.Low = q.High
	}
	q.Bound = mention.Exact
	return q
}

// toll is the figures of some articles that give the same ones, and when these
// appeared, the earliest first.
type toll struct {
	figures []statement
	times   []time.Time
}

// grew reports whether some article has a greater figure than an earlier one,
// and none a smaller one. The times of all must be known.
func (s *story) grew(byArticle [][]statement) bool {
	tolls, ok := s.tolls(byArticle)
	rose := false
	for i := range tolls {
		for k := range tolls {
			a, b := &tolls[i], &tolls[k]
			if b.times[len(b.times)-1].Before(a.times[0]) {
				continue // each of a is the later
			}
			up, down := risen(a.figures, b.figures)
			if down || up && meetIn(a.times, b.times) {
				return false
			}
			rose = rose || up
		}
	}
	return ok && rose
}

// tolls parts articles by the figures that they give; not ok says that it is not
// known when one of them appeared.
func (s *story) tolls(byArticle [][]statement) (out []toll, ok bool) {
	at := map[string]int{}
	for _, own := range byArticle {
		p := s.articles[own[0].article].Published
		if !p.Known() {
			return nil, false
		}
		var w wording
		for i := range own {
			w.text(own[i].fact.Rule.Name)
			w.figure(own[i].fact.Value.Figure)
		}
		k, seen := at[string(w)]
		if !seen {
			k = len(out)
			at[string(w)] = k
			out = append(out, toll{figures: own})
		}
		out[k].times = append(out[k].times, p.Time)
	}
	for i := range out {
		slices.SortFunc(out[i].times, time.Time.Compare)
	}
	return out, true
}

// meetIn reports whether two lists of times, in order, have one in common.
func meetIn(a, b []time.Time) bool {
	for len(a) > 0 && len(b) > 0 {
		switch a[0].Compare(b[0]) {
		case 0:
			return true
		case -1:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return false
}

// daysApart reports whether two articles came out a day or more apart.
func (s *story) daysApart(a, b *statement) bool {
	p, q := s.articles[a.article].Published, s.articles[b.article].Published
	return p.Known() && q.Known() && p.Time.Sub(q.Time).Abs() >= day
}

// cameToHarm reports whether the earlier of two articles says that there was nobody
// and the later one, a day or more after it, tells of somebody.
func (s *story) cameToHarm(rule *rules.Rule, a, b *statement) bool {
	if !rule.Compare.Partial || rule.Compare.By != rules.ByFigure || !nobody(a.fact, b.fact) || !s.daysApart(a, b) {
		return false
	}
	if s.later(a, b) {
		a, b = b, a
	}
	return a.fact.Negated
}

// risen reports whether all figures of the later article are above, or below,
// all of the earlier one.
func risen(earlier, later []statement) (up, down bool) {
	up, down = true, true
	for i := range earlier {
		for k := range later {
			a, b := stated(&earlier[i]), stated(&later[k])
			if earlier[i].fact.Rule.Compare.Tolerance.Allows(a.Gap(b), max(a.High, b.High)) {
				return false, false
			}
			up = up && a.High < b.Low
			down = down && a.Low > b.High
		}
	}
	return up, down
}
