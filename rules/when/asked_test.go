package when_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/when"
)

// TestReadAsked shows what is read where someone asks or arranges something.
func TestReadAsked(t *testing.T) {
	for _, c := range [...]struct{ text, want string }{
		{"Are you free 2-4 next Monday?", "2-4 next Monday=(2025-12-22T02,2025-12-22T04,PT2H)"},
		{"Can we meet Friday 3 to 5?", "Friday 3 to 5=(XXXX-WXX-5T03,XXXX-WXX-5T05,PT2H)"},
		{"Can we meet tomorrow morning 8-10?", "tomorrow morning 8-10=(2025-12-17T08,2025-12-17T10,PT2H)"},
		{"Call me at 6.", "6=T06"},
		{"I am free at 11, tonight.", "11, tonight=2025-12-16T23"},
		{"Book me out for 4 days starting from next Monday.", "4 days starting from next Monday=(2025-12-22,2025-12-26,P4D)"},
		{"I will reply within 3 weeks.", "3 weeks=(2025-12-16,2026-01-06,P3W)"},
		{"What did we earn last quarter?", "last quarter=(2025-07-01,2025-10-01,P3M)"},
		{"What did we earn in the last 2 quarters?", "the last 2 quarters=(2025-04-01,2025-10-01,P6M)"},
		{"Play me songs of the 1970s.", "the 1970s=(1970-01-01,1980-01-01,P10Y)"},
		{"Show me the last fiscal year.", "the last fiscal year=FY2024"},
		{"from 11/2 to 12/5", "from 11/2 to 12/5=(XXXX-11-02,XXXX-12-05,P33D)"},
		{"How many of us joined from May to date?", "from May to date=(2025-05-01,2025-12-16,P229D)"},
		{"Were you there that weekend?", "that weekend=XXXX-WXX-WE"},
	} {
		assert.Equal(t, c.want, show(c.text, when.Read(parse(c.text), on(tuesday))), c.text)
	}
}

// TestReadToldNotAsked shows that the same figures stay what they are in what
// an outlet tells.
func TestReadToldNotAsked(t *testing.T) {
	for _, c := range [...]struct{ text, want string }{
		{"Rovers won 6-4 on Monday.", "Monday=2025-12-15"},
		{"The index fell from 7 to 5 on Monday.", "Monday=2025-12-15"},
		{"Two people were stabbed at 6 Elm Street.", ""},
		{"He resigned within 3 weeks.", "3 weeks=P3W"},
		{"Sales rose last quarter.", "last quarter=2025-Q3"},
		{"The rally lasted 4 days and began Monday.", "4 days=P4D; Monday=2025-12-15"},
	} {
		assert.Equal(t, c.want, show(c.text, when.Read(parse(c.text), on(tuesday))), c.text)
	}
}

func TestReadMoreForms(t *testing.T) {
	for _, c := range [...]struct{ text, want string }{
		{"The shop opened on May twenty nine.", "May twenty nine=2025-05-29"},
		{"It was signed on Dec31, 1994.", "Dec31, 1994=1994-12-31"},
		{"The FY2024 budget passed.", "FY2024=FY2024"},
		{"Growth slowed in 2017-Q1.", "2017-Q1=(2017-01-01,2017-04-01,P3M)"},
		{"The poll falls on the first Tuesday of November 2024.", "the first Tuesday of November 2024=2024-11-05"},
		{"It fell on the fifth Monday of February 2024.", "the fifth Monday of February 2024=2024-02-WXX-1-#5"},
		{"Rain spoiled Labor Day weekend.", "Labor Day weekend=2025-W35-WE"},
		{"Thanksgiving weekend was dry.", "Thanksgiving weekend=2025-W48-WE"},
		{"The rent is due by the 15th.", "the 15th=XXXX-XX-15"},
		{"They live on the 4th floor.", ""},
		{"She works weekends.", "weekends=P1WE"},
		{"It is the worst flood to date.", "to date=PRESENT_REF"},
		{"She refused to date her editor.", ""},
		{"The clinic is open from 10 a.m. for 3 hours.", "from 10 a.m. for 3 hours=(T10,T13:00:00,PT3H)"},
		{"Unions were planning to march on Friday.", "Friday=2025-12-19"},
	} {
		assert.Equal(t, c.want, show(c.text, when.Read(parse(c.text), on(tuesday))), c.text)
	}
}

// TestReadEventsByTheirDate shows that the tense of a sentence does not date
// the event that goes by its day, and that the text does.
func TestReadEventsByTheirDate(t *testing.T) {
	for _, c := range [...]struct{ text, want string }{
		{"The Aug. 4 blast killed ten people.", "Aug. 4=XXXX-08-04"},
		{"Since the Aug. 4 attacks, talks have stalled.", "Aug. 4=XXXX-08-04"},
		{"Nobody forgot the horrors of Aug. 4.", "Aug. 4=XXXX-08-04"},
		{"The blast killed ten people on Aug. 4.", "Aug. 4=2025-08-04"},
		{"The Dec. 2 vote shook the party.", "Dec. 2=2025-12-02"},
		{"The May 5 election will decide.", "May 5=2026-05-05"},
		{"The Aug. 4 blast killed ten. It struck the port on Aug. 4, 2020.", "Aug. 4=2020-08-04; Aug. 4, 2020=2020-08-04"},
		{"It struck the port on Aug. 4, 2020. Nobody warned them on Aug. 4.", "Aug. 4, 2020=2020-08-04; Aug. 4=2020-08-04"},
		{"Four died on Aug. 4. The Aug. 4 blast wrecked the port.", "Aug. 4=2025-08-04; Aug. 4=2025-08-04"},
	} {
		got := when.Read(parse(c.text), on(tuesday))
		assert.Equal(t, c.want, show(c.text, got), c.text)
		for _, m := range got {
			assert.Equal(t, m.Timex[0] != 'X', m.Period.Known(), "%s: %s", c.text, m.Timex)
		}
	}
}

func TestReadEventsOfLastYear(t *testing.T) {
	s := "The Nov. 4 blast killed ten people."
	assert.Equal(t, "Nov. 4=2025-11-04", show(s, when.Read(parse(s), on("2026-03-10"))))
}

// TestReadHoursBesideDays shows that an hour has the period of its day.
func TestReadHoursBesideDays(t *testing.T) {
	monday := mention.Period{From: on("2025-12-15").Time, To: on("2025-12-16").Time}
	for _, s := range [...]string{
		"The blast came at 7 p.m. Monday.",
		"The blast came at 7 p.m. (1600 GMT) Monday.",
		"The blast came Monday at 7 p.m. (1600 GMT).",
		"The quake came Monday, shortly after 7 p.m.",
		"The quake came at 7:45 p.m. on the evening of Dec. 15.",
		"The vote closed at 9 p.m. EST on Monday.", // Tuesday in UTC
	} {
		hours := 0
		for _, m := range when.Read(parse(s), on(tuesday)) {
			if m.Kind == mention.Time {
				hours++
				assert.Equal(t, monday, m.Period, "%s: %s", s, m.In(s))
			}
		}
		assert.Positive(t, hours, s)
	}
	for _, s := range [...]string{"Police were called at 7 p.m. and came on Monday.", "It opens at 9 a.m.", "He left at 8 p.m. She came Monday."} {
		got := when.Read(parse(s), on(tuesday))
		require.NotEmpty(t, got, s)
		assert.False(t, got[0].Period.Known(), s)
	}
	got := when.Read(parse("What comes up in the next 2 hours?"), corpus.Published{Time: time.Date(2025, 12, 16, 9, 30, 0, 0, time.UTC), Clock: true})
	require.Len(t, got, 1)
	assert.Equal(t, "(2025-12-16T09:30:00,2025-12-16T11:30:00,PT2H)", got[0].Timex)
}
