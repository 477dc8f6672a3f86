package when_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
	"github.com/concord-news/concord/rules/when"
)

// tuesday is the publication date of most cases: Tuesday, 16 December 2025.
const tuesday = "2025-12-16"

func parse(s string) *text.Document {
	d := text.ParseString(s)
	syntax.Tag(d)
	return d
}

func on(day string) corpus.Published {
	if day == "" {
		return corpus.Published{}
	}
	t, err := time.Parse("2006-01-02", day)
	if err != nil {
		panic(err)
	}
	return corpus.Published{Time: t, From: "manifest"}
}

// show writes mentions as "words=value", joined by "; ".
func show(s string, got []mention.Mention) string {
	var all []string
	for _, m := range got {
		all = append(all, m.In(s)+"="+m.Timex)
	}
	return strings.Join(all, "; ")
}

func TestReadValues(t *testing.T) {
	for _, c := range [...]struct{ day, text, want string }{
		// Dates in full and in part.
		{"", "The treaty was signed on Dec. 15, 2025, in Oslo.", "Dec. 15, 2025=2025-12-15"},
		{"", "The treaty was signed on 15 December 2025.", "15 December 2025=2025-12-15"},
		{"", "It fell on the 15th of December.", "the 15th of December=XXXX-12-15"},
		{"", "It fell on December 15th.", "December 15th=XXXX-12-15"},
		{"", "The form is dated 12/15/2025 and 2025-12-15.", "12/15/2025=2025-12-15; 2025-12-15=2025-12-15"},
		{"", "Talks began Monday, Dec 15.", "Monday, Dec 15=XXXX-12-15"},
		{"", "He resigned in March 2024.", "March 2024=2024-03"},
		{tuesday, "The works will last two years.", "two years=P2Y"},
		{tuesday, "The works are to last two years.", "two years=P2Y"},
		{"", "The mine shut in mid-December.", "mid-December=XXXX-12"},
		{"", "Growth may resume in early 2026.", "early 2026=2026"},
		{"", "Rents rose in the 1990s and the '80s.", "the 1990s=199; the '80s=198"},
		{"", "It was built in the 20th century.", "the 20th century=19"},
		{"", "Its 2022 invasion drew sanctions.", "2022=2022"},
		{"", "The September 11 attacks changed the law.", "September 11=XXXX-09-11"},
		{"", "Prices rose after 9/11.", "9/11=XXXX-09-11"},
		{"", "Shops close on Christmas Eve and New Year's Day.", "Christmas Eve=XXXX-12-24; New Year's Day=XXXX-01-01"},
		{"", "Sales fell in Q3 2017 and the third quarter of 2018.", "Q3 2017=2017-Q3; the third quarter of 2018=2018-Q3"},

		// What leans on a date that is not known.
		{"", "The two met on Monday.", "Monday=XXXX-WXX-1"},
		{"", "They meet again this weekend.", "this weekend=THIS-WE"},
		{"", "A vote is due later this week.", "later this week=THIS-W"},
		{"", "He left two days ago.", "two days ago=OFFSET P-2D"},
		{"", "The minister is now in Rome.", "now=PRESENT_REF"},

		// Weekdays and other words beside a publication date.
		{tuesday, "The minister resigned on Monday.", "Monday=2025-12-15"},
		{tuesday, "The minister resigned on Friday.", "Friday=2025-12-12"},
		{tuesday, "The minister resigned on Tuesday.", "Tuesday=2025-12-16"},
		{tuesday, "The minister will resign on Friday.", "Friday=2025-12-19"},
		{tuesday, "Leaders are expected to meet Thursday.", "Thursday=2025-12-18"},
		{tuesday, "The court will sit next Monday.", "next Monday=2025-12-22"},
		{tuesday, "The court sat last Monday night.", "last Monday night=2025-12-08TNI"},
		{tuesday, "It rained yesterday and will snow tomorrow.", "yesterday=2025-12-15; tomorrow=2025-12-17"},
		{tuesday, "Last week the bank cut rates; next month it meets again.", "Last week=2025-W50; next month=2026-01"},
		{tuesday, "The law passed earlier this month.", "earlier this month=2025-12"},
		{tuesday, "The law passed late last year.", "late last year=2024"},
		{tuesday, "The law passed two years ago.", "two years ago=2023"},
		{tuesday, "The fire broke out on Nov. 3.", "Nov. 3=2025-11-03"},
		{tuesday, "The trial will open on Jan. 12.", "Jan. 12=2026-01-12"},
		{tuesday, "They hope for peace by Christmas.", "Christmas=2025-12-25"},
		{tuesday, "The parade was held on Thanksgiving.", "Thanksgiving=2025-11-27"},
		{tuesday, "Profit fell in the third quarter from a year earlier.", "the third quarter=2025-Q3; a year earlier=2024-Q3"},

		// Ranges.
		{"", "He led the union from 2014 to 2016.", "from 2014 to 2016=(2014-01-01,2016-01-01,P2Y)"},
		{tuesday, "The fair runs Dec. 15-17.", "Dec. 15-17=(2025-12-15,2025-12-17,P2D)"},
		{"", "Polls are open from 8 a.m. to 6 p.m.", "from 8 a.m. to 6 p.m.=(T08,T18,PT10H)"},

		// Times of day.
		{"", "The quake struck at 10:35 a.m. local time.", "10:35 a.m. local time=T10:35"},
		{"", "The flight left at 0735 GMT.", "0735 GMT=T07:35"},
		{"", "Sirens sounded at half past ten.", "half past ten=T10:30"},
		{"", "It was heard at a quarter past seven in the morning.", "a quarter past seven in the morning=T07:15"},
		{"", "No train ran between a quarter to six in the evening and 9pm.", "between a quarter to six in the evening and 9pm=(T17:45,T21,PT3H15M)"},
		{"", "Drivers walked out at six on Monday morning.", "six on Monday morning=XXXX-WXX-1T06"},
		{"", "The moon slides in front of the sun at 11.42 on Tuesday.", "11.42 on Tuesday=XXXX-WXX-2T11:42"},
		{"", "The show starts at 10.42. Shares closed at 10.42.", "10.42=T10:42"},
		{"", "It was shortly before ten when the votes were read out.", "ten=T10"},
		{"", "Sirens sounded at midnight.", "midnight=T00"},
		{tuesday, "The speech ended at 7 p.m. Monday.", "7 p.m. Monday=2025-12-15T19"},

		// Durations and sets.
		{"", "The nearly four-year war has cost lives.", "nearly four-year=P4Y"},
		{"", "It lasted more than two years.", "more than two years=P2Y"},
		{"", "They spoke for an hour and a half.", "an hour and a half=PT1.5H"},
		{"", "They spoke for half an hour.", "half an hour=PT0.5H"},
		{"", "It will take several months.", "several months=PXM"},
		{"", "The case was adjourned indefinitely.", "indefinitely=PX"},
		{"", "It took 3 hours and 20 minutes.", "3 hours and 20 minutes=PT3H20M"},
		{"", "The council meets every Monday.", "every Monday=XXXX-WXX-1"},
		{tuesday, "Crime fell in the past six months.", "the past six months=P6M"},
	} {
		assert.Equal(t, c.want, show(c.text, when.Read(parse(c.text), on(c.day))), "%s (published %q)", c.text, c.day)
	}
}

func TestReadStaysSilent(t *testing.T) {
	for _, s := range [...]string{
		"About 2022 people signed it.",
		"The four-year-old boy is safe.",
		"She is 6 years old.",
		"The premier, Anna May, may resign.",
		"Thousands joined the march on parliament.",
		"The sun was out when they sat down.",
		"He came second and took a quarter of the vote.",
		"The rivers fall and then spring back.",
		"It costs 15 dollars an hour.",
		"The score was 3-2.",
		"She paid $12.51 for it.",
		"Two thirds of members agreed, or 1/2.",
		"Flight 1997 landed safely.",
		"He wrote for the Sunday Times.",
	} {
		assert.Empty(t, show(s, when.Read(parse(s), on(tuesday))), s)
	}
}

func TestReadQuantities(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range [...]struct {
		text      string
		low, high float64
		unit      string
		bound     mention.Bound
		approx    bool
		hedge     string
	}{
		{"It lasted nearly four years.", 4, 4, "year", mention.JustBelow, true, "nearly"},
		{"It lasted more than two years.", 2, inf, "year", mention.MoreThan, false, "more than"},
		{"It lasted at least 90 minutes.", 90, inf, "minute", mention.AtLeast, false, "at least"},
		{"It lasted up to six months.", -inf, 6, "month", mention.AtMost, false, "up to"},
		{"It lasted about three weeks.", 3, 3, "week", mention.Exact, true, "about"},
		{"It lasted two to three days.", 2, 3, "day", mention.Exact, false, ""},
		{"It lasted two weeks or more.", 2, inf, "week", mention.AtLeast, false, "or more"},
		{"It was a two-hour talk.", 2, 2, "hour", mention.Exact, false, ""},
	} {
		got := when.Read(parse(c.text), corpus.Published{})
		require.Len(t, got, 1, c.text)
		q := got[0].Quantity
		assert.Equal(t, mention.Duration, got[0].Kind, c.text)
		assert.Equal(t, c.low, q.Low, c.text)
		assert.Equal(t, c.high, q.High, c.text)
		assert.Equal(t, c.unit, got[0].Unit, c.text)
		assert.Equal(t, c.bound, q.Bound, c.text)
		assert.Equal(t, c.approx, q.Approx, c.text)
		assert.Equal(t, c.hedge, q.Hedge, c.text)
	}
	got := when.Read(parse("It will take years."), corpus.Published{})
	require.Len(t, got, 1)
	assert.False(t, got[0].Quantity.Known())
}

func TestReadPeriods(t *testing.T) {
	for _, c := range [...]struct{ text, from, to string }{
		{"The minister resigned on Monday.", "2025-12-15", "2025-12-16"},
		{"It was built in 2022.", "2022-01-01", "2023-01-01"},
		{"They meet this weekend.", "2025-12-20", "2025-12-22"},
		{"It fell last quarter.", "2025-07-01", "2025-10-01"},
		{"He led it from 2014 to 2016.", "2014-01-01", "2017-01-01"},
		{"It grew in the 1990s.", "1990-01-01", "2000-01-01"},
		{"Crime fell in the past two weeks.", "2025-12-02", "2025-12-16"},
	} {
		got := when.Read(parse(c.text), on(tuesday))
		require.Len(t, got, 1, c.text)
		assert.Equal(t, on(c.from).Time, got[0].Period.From, c.text)
		assert.Equal(t, on(c.to).Time, got[0].Period.To, c.text)
	}
	got := when.Read(parse("The ship sank at 0735 GMT on Monday."), on(tuesday))
	require.Len(t, got, 1)
	assert.Equal(t, time.Date(2025, 12, 15, 7, 35, 0, 0, time.UTC), got[0].Period.From)
}

// TestReadUntagged shows that the reader needs no tags.
func TestReadUntagged(t *testing.T) {
	s := "The minister resigned on Monday after two years."
	assert.Equal(t, "Monday=2025-12-15; two years=P2Y", show(s, when.Read(text.ParseString(s), on(tuesday))))
}

// check fails where mentions overlap, are out of order or do not fit d.
func check(t *testing.T, d *text.Document, got []mention.Mention) {
	t.Helper()
	last := 0
	for _, m := range got {
		require.GreaterOrEqual(t, m.First, last)
		require.Greater(t, m.Last, m.First)
		require.LessOrEqual(t, m.Last, len(d.Tokens))
		require.Equal(t, d.Span(m.First, m.Last), m.Span)
		require.NotEmpty(t, m.Timex, "%q", m.In(d.Text))
		require.False(t, m.Period.Known() && !m.Period.To.After(m.Period.From), "%q %v", m.In(d.Text), m.Period)
		last = m.Last
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range [...]string{
		"Monday, Dec. 15, 2025 at 7 p.m. GMT", "from 2014 to the end of 2016", "nearly four-year", "9999-12-31 0000-01-01", "2/29/2019",
		"two centuries ago", "99999999999 years ago", "last last last week", "the 31st of February", "mid-", "mid-31st", "'0s", "25:61 a.m.",
		"three weeks before Easter 9998", "every other", "Feb 30 - Feb 31", "between 3 and", "the day before yesterday’s", "half past", "3.5years 2h 1e9 days later",
	} {
		f.Add(s, int64(1765843200))
	}
	f.Fuzz(func(t *testing.T, s string, unix int64) {
		d := text.ParseString(s)
		for _, p := range [...]corpus.Published{{}, {Time: time.Unix(unix, 0), Clock: true}, {Time: time.Unix(unix%4e9, 0).UTC()}} {
			check(t, d, when.Read(d, p))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	s := strings.Repeat("The finance minister, who took office in March 2024, resigned on Monday after nearly two years, officials said. "+
		"Her deputy told reporters that the cabinet had not been informed, and that a new budget would be tabled later this week in the lower house. "+
		"Opposition parties, which walked out of the chamber, called for an early election and accused the government of hiding the state of the books. ", 200)
	d := parse(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		when.Read(d, on(tuesday))
	}
}

func TestReadKinds(t *testing.T) {
	for _, c := range [...]struct {
		text string
		kind mention.Kind
	}{
		{"They met on Monday night.", mention.Date},
		{"They met on Monday at 7 p.m.", mention.Time},
		{"They met at noon.", mention.Time},
		{"They met for two hours.", mention.Duration},
		{"They meet every Monday.", mention.Frequency},
		{"They meet on Mondays.", mention.Frequency},
		{"They meet every two weeks.", mention.Frequency},
		{"They met in 2024.", mention.Date},
	} {
		got := when.Read(parse(c.text), on(tuesday))
		require.Len(t, got, 1, c.text)
		assert.Equal(t, c.kind, got[0].Kind, c.text)
	}
	got := when.Read(parse("They meet every two weeks."), on(tuesday))
	assert.Equal(t, 0.5, got[0].Quantity.Low)
	assert.Equal(t, "time/week", got[0].Unit)
}

// TestReadAddressed shows that what someone says to someone keeps the value of
// its words, and is resolved all the same.
func TestReadAddressed(t *testing.T) {
	got := when.Read(parse("Can you come on Friday?"), on(tuesday))
	require.Len(t, got, 1)
	assert.Equal(t, "XXXX-WXX-5", got[0].Timex)
	assert.True(t, got[0].Period.Known())
	got = when.Read(parse("\"I will come on Friday,\" the envoy said."), on(tuesday))
	require.Len(t, got, 1)
	assert.Equal(t, "2025-12-19", got[0].Timex)
}

func TestNamesAreNoDates(t *testing.T) {
	for s, want := range map[string]string{
		"The 9/11 attacks shook it.":                     "9/11=XXXX-09-11",
		"They flew to Mar-a-Lago.":                       "",
		"Anna May's cabinet fell.":                       "",
		"The Good Friday Agreement held.":                "",
		"The Six-Day War began.":                         "",
		"Shares rose by 12.51 points to close at 10.30.": "",
		"The 2011-12 season began.":                      "2011-12=(2011-01-01,2012-01-01,P1Y)",
		"Some 1500 troops left.":                         "",
		"The boy is 6 years of age.":                     "",
	} {
		assert.Equal(t, want, show(s, when.Read(parse(s), on(tuesday))), s)
	}
}
