package checker

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

func TestDatesTold(t *testing.T) {
	on := func(words string, day int) *rules.Fact {
		from := time.Date(2031, 5, day, 0, 0, 0, 0, time.UTC)
		f := &rules.Fact{}
		f.Value.Words, f.Value.Period = words, mention.Period{From: from, To: from.AddDate(0, 0, 1)}
		return f
	}
	season := func(words string, year int) *rules.Fact {
		f := on(words, 1)
		f.Value.Period.From = time.Date(year, 12, 1, 0, 0, 0, 0, time.UTC)
		f.Value.Period.To = f.Value.Period.From.AddDate(0, 3, 0)
		return f
	}
	for _, tt := range []struct {
		name string
		a, b *rules.Fact
		gap  time.Duration
		want relation
	}{
		{"two dates", on("May 5", 5), on("May 7", 7), 0, different},
		{"two weekdays of one week", on("Monday", 5), on("Tuesday", 6), 0, different},
		{"one weekday, weeks apart", on("Monday", 5), on("Monday", 19), 14 * day, bothTrue},
		{"two weekdays, weeks apart", on("Monday", 5), on("Friday", 23), 14 * day, incomparable},
		{"either side of a night", on("Sunday", 4), on("this morning", 5), 0, bothTrue},
		{"one season without a year", season("the winter", 2030), season("The winter", 2031), 0, bothTrue},
		{"two winters", season("last winter", 2030), season("next winter", 2031), 0, different},
		{"two days off", on("Sunday", 4), on("this morning", 6), 0, different},
	} {
		t.Run(tt.name, func(t *testing.T) {
			assert.Equal(t, tt.want, datesTold(tt.a, tt.b, tt.gap, outcome{relation: different}).relation)
		})
	}
}

func TestAged(t *testing.T) {
	of := func(years float64) *rules.Fact {
		f := &rules.Fact{}
		f.Value.Figure = mention.Quantity{Low: years, High: years}
		return f
	}
	differ := outcome{relation: different}
	assert.Equal(t, different, aged(of(34), of(35), 2*day, differ).relation)
	assert.Equal(t, bothTrue, aged(of(34), of(35), 200*day, differ).relation)
	assert.Equal(t, different, aged(of(34), of(36), 200*day, differ).relation)
	assert.Equal(t, bothTrue, aged(of(34), of(36), 500*day, differ).relation)
}

func TestLeft(t *testing.T) {
	former, now := &rules.Fact{}, &rules.Fact{}
	former.Value.Office.Former = true
	differ := outcome{relation: different}
	assert.True(t, left(now, former, 9*day, differ).since, "left between the articles")
	assert.True(t, left(former, now, -9*day, differ).since, "either way round")
	assert.False(t, left(former, now, 9*day, differ).since, "held again")
	assert.False(t, left(former, now, 0, differ).since, "on one day")
}
