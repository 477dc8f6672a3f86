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

// TestSameDayOfYear: where a year is not stated, it is no slip that it differs.
func TestSameDayOfYear(t *testing.T) {
	date := func(words string, p mention.Period) *rules.Fact {
		f := &rules.Fact{}
		f.Value.Words, f.Value.Period = words, p
		return f
	}
	silent, first := date("on Nov. 2", stretch(2023, 11, 2, 1)), date("on Nov. 2, 2021", stretch(2021, 11, 2, 1))
	assert.Equal(t, bothTrue, dates(silent, first).relation)
	assert.Equal(t, bothTrue, dates(first, silent).relation)
	assert.Equal(t, different, dates(first, date("Nov. 2, 2023", stretch(2023, 11, 2, 1))).relation, "both state their year")
	assert.Equal(t, different, dates(first, date("Nov. 3", stretch(2023, 11, 3, 1))).relation)
	assert.Equal(t, different, dates(date("1999", stretch(1999, 1, 1, 365)), date("2001", stretch(2001, 1, 1, 365))).relation)
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
