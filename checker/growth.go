package checker

import (
	"github.com/concord-news/concord/checker/interval"
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

// grew reports whether some article has a greater figure than an earlier one,
// and none a smaller one. The times of all must be known.
func (s *story) grew(byArticle [][]statement) bool {
	rose := false
	for i := range byArticle {
		for k := range byArticle {
			a, b := s.articles[byArticle[i][0].article].Published, s.articles[byArticle[k][0].article].Published
			if !a.Known() || !b.Known() {
				return false
			}
			if i == k || b.Time.Before(a.Time) {
				continue
			}
			up, down := risen(byArticle[i], byArticle[k])
			if down || up && a.Time.Equal(b.Time) {
				return false
			}
			rose = rose || up
		}
	}
	return rose
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
