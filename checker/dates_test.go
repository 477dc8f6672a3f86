package checker

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

func stretch(y int, m time.Month, d, days int) mention.Period {
	from := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	return mention.Period{From: from, To: from.AddDate(0, 0, days)}
}

func TestDatesApart(t *testing.T) {
	tests := []struct {
		name    string
		a, b    mention.Period
		refused bool
	}{
		{"days of one week", stretch(2021, 3, 9, 1), stretch(2021, 3, 12, 1), false},
		{"one day of two years", stretch(2021, 3, 9, 1), stretch(2023, 3, 9, 1), false},
		{"two days of one month of two years", stretch(2021, 3, 9, 1), stretch(2023, 3, 19, 1), true},
		{"a month and a day of another year", stretch(2021, 3, 1, 31), stretch(2023, 3, 9, 1), false},
		{"another month", stretch(2021, 3, 9, 1), stretch(2021, 7, 9, 1), true},
		{"a year", stretch(2021, 1, 1, 365), stretch(2023, 1, 9, 1), true},
	}
	for _, tt := range tests {
		a, b := &rules.Fact{}, &rules.Fact{}
		a.Value.Period, b.Value.Period = tt.a, tt.b
		assert.Equal(t, tt.refused, datesApart(a, b) != "", tt.name)
		assert.Equal(t, tt.refused, datesApart(b, a) != "", tt.name)
	}
}

func TestFinest(t *testing.T) {
	of := func(periods ...mention.Period) (out []statement) {
		for _, p := range periods {
			f := &rules.Fact{}
			f.Value.Period = p
			out = append(out, statement{fact: f})
		}
		return out
	}
	year, month, other := stretch(2021, 1, 1, 365), stretch(2021, 3, 1, 31), stretch(2022, 3, 1, 31)
	got := finest([][]statement{of(year, month, mention.Period{}), of(year), of(month, other), of(mention.Period{})})
	assert.Equal(t, [][]statement{of(month), of(year), of(month, other), of(mention.Period{})}, got)
}
