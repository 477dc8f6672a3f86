package checker

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

func TestWithoutRepeats(t *testing.T) {
	a, b, c := &corpus.Article{ID: "a"}, &corpus.Article{ID: "b"}, &corpus.Article{ID: "c"}
	keyed := &rules.Rule{Name: "event.duration", Compare: rules.Compare{By: rules.ByFigure}}
	alike := &rules.Rule{Name: "figure.duration", Compare: rules.Compare{By: rules.ByFigure, Alike: true}}
	value := func(of *corpus.Article, start, end int) Value {
		return Value{Article: of, Reading: "4 years", Span: corpus.Span{Start: start, End: end}}
	}
	two := func(rule *rules.Rule, v Verdict) Finding {
		return Finding{Rule: rule, Verdict: v, Values: []Value{value(a, 0, 10), value(b, 4, 14)}}
	}
	three := two(alike, Compatible)
	three.Values = append(three.Values, value(c, 8, 20))
	elsewhere := Finding{Rule: alike, Verdict: Agree, Values: []Value{value(a, 50, 60), value(b, 4, 14)}}
	for _, tt := range []struct {
		name string
		in   []Finding
		want []int
	}{
		{"the one with more articles stays", []Finding{two(keyed, Compatible), three}, []int{1}},
		{"of two alike the more telling rule's stays", []Finding{two(keyed, Agree), two(alike, Agree)}, []int{0}},
		{"a graver one is kept beside a wider one", []Finding{two(keyed, Conflict), three}, []int{0, 1}},
		{"other words are no repetition", []Finding{two(keyed, Agree), elsewhere}, []int{0, 1}},
		{"what is not compared repeats nothing", []Finding{two(keyed, NotCompared), three}, []int{0, 1}},
	} {
		var want []Finding
		for _, i := range tt.want {
			want = append(want, tt.in[i])
		}
		assert.Equal(t, want, withoutRepeats(append([]Finding(nil), tt.in...)), tt.name)
	}
}
