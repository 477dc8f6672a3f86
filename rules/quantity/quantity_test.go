package quantity

import (
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
)

// line is a sentence and what is read in it, written short: kind, words, value
// and unit.
type line struct{ in, want string }

// read writes the mentions of s short, one after another.
func read(s string, tagged bool) string {
	d := text.ParseString(s)
	if tagged {
		syntax.Tag(d)
	}
	var b strings.Builder
	for i, m := range Read(d) {
		if i > 0 {
			b.WriteString("; ")
		}
		b.WriteString(strings.TrimSpace(show(s, []mention.Mention{m})))
	}
	return b.String()
}

func check(t *testing.T, lines []line) {
	t.Helper()
	for _, c := range lines {
		assert.Equal(t, c.want, read(c.in, false), "without tags: %s", c.in)
		assert.Equal(t, c.want, read(c.in, true), "with tags: %s", c.in)
	}
}

func TestCounts(t *testing.T) {
	check(t, []line{
		{"The plan has 28 points.", `number "28" 28 point`},
		{"It rests on three connected treaties.", `number "three" 3 treaty`},
		{"They trained more than 100 divers.", `number "more than 100" 100..+Inf diver`},
		{"A Three-Part Offer", `number "Three" 3 part`},
		{"They saved 12 of the 20 passengers.", `number "12" 12 passenger; number "20" 20 passenger`},
		{"Police held two more people.", `number "two" 2 people`},
		{"About 1,400 people and 3 dogs left.", `number "About 1,400" 1400 people; number "3" 3 dog`},
		{"Half a million people left.", `number "Half a million" 500000 people`},
		{"A dozen boats sank.", `number "A dozen" 12 boat`},
		{"45m people voted.", `number "45m" 45000000 people`},
		{"Both sides agreed.", `number "Both" 2 side`},
		{"A couple of boats sank.", `number "A couple of" 2 boat`},
		{"It cites a single source.", `number "single" 1 source`},
	})
	assert.Equal(t, `number "30" 30 transfer`, read("They found 30 ship-to-ship transfers.", true))
}

func TestPronouns(t *testing.T) {
	check(t, []line{
		{"One member left.", `number "One" 1 member`},
		{"One official said so.", `number "One" 1 official`},
		{"An attack on one ally is enough.", `number "one" 1 ally`},
		{"This one is better.", ""},
		{"They help one another.", ""},
		{"No one came.", ""},
		{"One of the boats sank.", ""},
		{"The one who left was late.", ""},
	})
}

func TestHedges(t *testing.T) {
	check(t, []line{
		{"Nearly 20% of it burned.", `share "Nearly 20%" 20 %`},
		{"Roughly $45 billion annually is needed.", `money "Roughly $45 billion annually" 4.5e+10 USD/year`},
		{"As many as 30 boats sank.", `number "As many as 30" -Inf..30 boat`},
		{"At least four people died.", `number "At least four" 4..+Inf people`},
		{"No more than 12 boats sank.", `number "No more than 12" -Inf..12 boat`},
		{"No fewer than 12 boats sank.", `number "No fewer than 12" 12..+Inf boat`},
		{"Up to 400 boats sank.", `number "Up to 400" -Inf..400 boat`},
		{"It sold 100 or more boats.", `number "100 or more" 100..+Inf boat`},
		{"It sold 50 or so boats.", `number "50 or so" 50 boat`},
		{"More than an estimated 500 boats sank.", `number "More than an estimated 500" 500..+Inf boat`},
		{"It has 100+ boats.", `number "100+" 100..+Inf boat`},
		{"Just under 200 boats sank.", `number "Just under 200" 200 boat`},
		{"They keep control over approximately 80 percent of it.", `share "approximately 80 percent" 80 %`},
		{"Talks are built around three treaties.", `number "three" 3 treaty`},
		{"They talked about two boats.", `number "two" 2 boat`},
		{"Around 300 boats sank.", `number "Around 300" 300 boat`},
		{"He won control over two provinces.", `number "two" 2 province`},
		{"More than 10 and less than 40 percent agreed.", `share "More than 10 and less than 40 percent" 10..40 %`},
	})
}

func TestBounds(t *testing.T) {
	for _, c := range []struct {
		in    string
		bound mention.Bound
		about bool
		hedge string
	}{
		{"It took nearly 20 boats.", mention.JustBelow, true, "nearly"},
		{"It took just over 20 boats.", mention.JustAbove, true, "just over"},
		{"It took a minimum of 20 boats.", mention.AtLeast, false, "a minimum of"},
		{"It took well over 20 boats.", mention.MoreThan, false, "well over"},
		{"It took fewer than 20 boats.", mention.LessThan, false, "fewer than"},
		{"It took upwards of 20 boats.", mention.MoreThan, false, "upwards of"},
		{"It took some 20 boats.", mention.Exact, true, "some"},
		{"It took 20-odd boats.", mention.Exact, true, "-odd"},
		{"It took 20 boats.", mention.Exact, false, ""},
	} {
		got := Read(text.ParseString(c.in))
		require.Len(t, got, 1, c.in)
		q := got[0].Quantity
		assert.Equal(t, c.bound, q.Bound, c.in)
		assert.Equal(t, c.about, q.Approx, c.in)
		assert.Equal(t, strings.TrimSpace(c.hedge), strings.TrimSpace(q.Hedge), c.in)
	}
}

func TestRanges(t *testing.T) {
	check(t, []line{
		{"An estimated 19 to 20 percent is gone.", `share "An estimated 19 to 20 percent" 19..20 %`},
		{"It takes between 4 and 6 boats.", `number "between 4 and 6" 4..6 boat`},
		{"It takes 4-6 boats.", `number "4-6" 4..6 boat`},
		{"It costs $5-10 million.", `money "$5-10 million" 5000000..10000000 USD`},
		{"It costs $5m to $10m.", `money "$5m to $10m" 5000000..10000000 USD`},
		{"It takes two or three boats.", `number "two or three" 2..3 boat`},
		{"The plan was cut from 28 points to 20 last week.", `number "28" 28 point; number "20" 20 point`},
		{"Rates rose to 6 percent from 4.", `share "6 percent" 6 %; share "4" 4 %`},
		{"The fee is from 4 to 6 percent.", `share "from 4 to 6 percent" 4..6 %`},
		{"The town won 2-1 at home.", `number "2-1" NaN..NaN score`},
		{"The house voted 52-48 for it.", `number "52-48" NaN..NaN score`},
	})
}

func TestSharesAndFractions(t *testing.T) {
	check(t, []line{
		{"Three-quarters of voters refused.", `share "Three-quarters" 75 %`},
		{"It needs a two-thirds majority.", `share "two-thirds" 66.666667 %`},
		{"One in four voters refused.", `share "One in four" 25 %`},
		{"Two out of three voters refused.", `share "Two out of three" 66.666667 %`},
		{"Sales fell by a third.", `share "a third" 33.333333 %`},
		{"Half of the voters refused.", `share "Half" 50 %`},
		{"Some 12 per cent refused.", `share "Some 12 per cent" 12 %`},
		{"It fell two percentage points.", `measure "two percentage points" 2 percentage point`},
		{"It fell 25 basis points.", `measure "25 basis points" 25 basis point`},
		{"She met two in June.", `number "two" 2`},
	})
}

func TestMoney(t *testing.T) {
	check(t, []line{
		{"It cost £3.5bn.", `money "£3.5bn" 3.5e+09 GBP`},
		{"It cost 45 billion dollars.", `money "45 billion dollars" 4.5e+10 USD`},
		{"It cost A$5m to build.", `money "A$5m" 5000000 AUD`},
		{"It paid $70 per share.", `money "$70 per share" 70 USD/share`},
		{"The $5-a-share offer failed.", `money "$5-a-share" 5 USD/share`},
		{"It earned $5 million a year earlier.", `money "$5 million" 5000000 USD`},
		{"It cost 10,000 Swiss francs.", `money "10,000 Swiss francs" 10000 CHF`},
		{"It cost EUR 125.", `money "EUR 125" 125 EUR`},
		{"It cost Rs 500.", `money "Rs 500" 500 INR`},
		{"It cost 50 cents.", `money "50 cents" 50 cent`},
		{"It cost 3 dollars 50 cents.", `money "3 dollars 50 cents" 3.5 USD`},
		{"A million-dollar house burned.", `money "A million-dollar" 1000000 USD`},
		{"It weighs 12 pounds.", `measure "12 pounds" 12 pound`},
		{"It cost 12 pounds.", `money "12 pounds" 12 GBP`},
	})
}

func TestMeasures(t *testing.T) {
	check(t, []line{
		{"It is 20 km away.", `measure "20 km" 20 kilometre`},
		{"It is 5 feet 6 inches tall.", `measure "5 feet 6 inches" 5.5 foot`},
		{"He is 5 feet 3 to 5 feet 5, and she is 6 feet 1 tall.", `measure "5 feet 3 to 5 feet 5" 5.25..5.4166667 foot; measure "6 feet 1" 6.0833333 foot`},
		{"He fell 4 feet 3 times.", `measure "4 feet" 4 foot; frequency "3 times" 3 time`},
		{"It covers 40 square miles.", `measure "40 square miles" 40 square mile`},
		{"Winds of 60 miles per hour blew.", `measure "60 miles per hour" 60 mile/hour`},
		{"It was 20 degrees Celsius.", `measure "20 degrees Celsius" 20 celsius`},
		{"It was 20°C outside.", `measure "20°C" 20 celsius`},
		{"A 20-tonne lorry left.", `measure "20-tonne" 20 tonne`},
		{"A magnitude 6.8 earthquake struck.", `measure "6.8" 6.8 magnitude`},
		{"It had a magnitude of 7.1, they said.", `measure "7.1" 7.1 magnitude`},
		{"A 6.1-magnitude quake hit.", `measure "6.1-magnitude" 6.1 magnitude`},
		{"A 7.5mm bolt broke.", `measure "7.5mm" 7.5 millimetre`},
		{"It makes 2 million barrels a day.", `measure "2 million barrels a day" 2000000 barrel/day`},
		{"A 10- to 15-tonne lorry left.", `measure "10- to 15-tonne" 10..15 tonne`},
		{"It bottles 600,000 litres of milk a day.", `measure "600,000 litres" 600000 litre/day`},
		{"The airfield measured 43.6C on Thursday.", `measure "43.6C" 43.6 celsius`},
		{"It lay buried under seven metres of sand.", `measure "seven metres" 7 metre`},
		{"He swam 2 miles and a half.", `measure "2 miles and a half" 2.5 mile`},
	})
}

func TestAgesAndFrequencies(t *testing.T) {
	check(t, []line{
		{"Ann Lister, 52, runs it.", `age "52" 52 year`},
		{"A boy, six, was hurt.", `age "six" 6 year`},
		{"A 16-year-old swimmer won.", `age "16-year-old" 16 year`},
		{"A couple in their fifties met a man in his late 40s.", `age "in their fifties" 50..59 year; age "in his late 40s" 45..49 year`},
		{"It was a hit in the fifties.", ``},
		{"She ran, who is just 19.", `age "19" 19 year`},
		{"It is just 19 miles.", `measure "19 miles" 19 mile`},
		{"A woman of 21, from Orsa, and a mother of two.", `age "21" 21 year; number "two" 2`},
		{"They have twins aged 6 and 9.", `age "6" 6 year; age "9" 9 year`},
		{"The baby is ten months old.", `age "ten months old" 10 month`},
		{"It was used only once.", `frequency "once" 1 time`},
		{"He calls twice a day.", `frequency "twice a day" 2 time/day`},
		{"They met three times.", `frequency "three times" 3 time`},
		{"Sales doubled.", `multiplier "doubled" 2 x`},
		{"It has three times as many boats.", `multiplier "three times" 3 x`},
		{"It plays at 1.0x speed.", `multiplier "1.0x" 1 x`},
		{"Once the deal is signed, it ends.", ""},
	})
}

func TestOrdinals(t *testing.T) {
	check(t, []line{
		{"First, the harbour closed.", `ordinal "First" 1`},
		{"Second, the road closed.", `ordinal "Second" 2`},
		{"It was the 21st attempt.", `ordinal "21st" 21`},
		{"It was her twenty-first attempt.", `ordinal "twenty-first" 21`},
		{"Ten metres per second is fast.", `measure "Ten metres per second" 10 metre/second`},
	})
}

func TestIdentifiers(t *testing.T) {
	for _, c := range []struct{ in, words string }{
		{"It recalls Article 5 of the treaty.", "5"},
		{"It offers Article Five-level cover.", "Five"},
		{"It offers Article 5-like cover.", "5"},
		{"The worst since World War Two.", "Two"},
		{"The Group of Seven met.", "Seven"},
		{"The G7 met.", "G7"},
		{"Flight 370 is lost.", "370"},
		{"The F1 race is on.", "F1"},
		{"He lived through 9/11 there.", "9/11"},
		{"It was on Channel 4 then.", "4"},
		{"Resolution 2231 was passed.", "2231"},
		{"She drove down Route 66 alone.", "66"},
		{"The A42 is closed.", "A42"},
		{"He bought an iPhone 8 there.", "8"},
		{"A Boeing 737 landed.", "737"},
		{"An F-16 landed.", "F-16"},
		{"Call +1-222-222-3333 now.", "1-222-222-3333"},
		{"He heard the 911 calls.", "911"},
		{"A neighbour dialled 999 at once.", "999"},
	} {
		for _, tagged := range []bool{false, true} {
			d := text.ParseString(c.in)
			if tagged {
				syntax.Tag(d)
			}
			got := Read(d)
			require.Len(t, got, 1, c.in)
			assert.Equal(t, mention.Identifier, got[0].Kind, c.in)
			assert.Equal(t, c.words, got[0].In(c.in), c.in)
		}
	}
}

func TestLeftToDates(t *testing.T) {
	for _, s := range []string{
		"It began on Dec 15.", "It began on 15 December 2017.", "After the September 11 attacks.", "It ended in 2019.",
		"Its 2022 offer failed.", "It took nearly four years.", "A four-year war ended.", "It is 12:30 now.", "It opens at 5 pm.",
		"From December 15 to 17 it is shut.", "The 1990s were calm.", "In the fourth quarter it fell.", "It fell in the 21st century.",
		"It was open 24/7.", "It lasted 10 to 15 minutes.",
	} {
		assert.Empty(t, read(s, false), s)
		assert.Empty(t, read(s, true), s)
	}
}

func TestVagueNumbers(t *testing.T) {
	check(t, []line{
		{"Several boats sank.", `number "Several" NaN..NaN boat`},
		{"Dozens of boats sank.", `number "Dozens" 24..99 boat`},
		{"Tens of thousands of people left.", `number "Tens of thousands" 20000..99999 people`},
		{"It cost billions of dollars.", `money "billions of dollars" 2e+09..1e+12 USD`},
		{"A few hundred people left.", `number "A few hundred" 200..500 people`},
		{"It took several days.", ``},
	})
	got := Read(text.ParseString("Several boats sank."))
	assert.False(t, got[0].Quantity.Known())
}

func TestHeads(t *testing.T) {
	s := "The ship's crew saved 12 of the more than 200 stranded sailors."
	d := text.ParseString(s)
	syntax.Tag(d)
	got := Read(d)
	require.Len(t, got, 2)
	for _, m := range got {
		require.GreaterOrEqual(t, m.Head, 0)
		assert.Equal(t, "sailors", d.Form(m.Head))
		assert.Equal(t, "sailor", m.Unit)
	}
}

// TestPeopleShot: a participle that looks like a noun is no noun that is counted.
func TestPeopleShot(t *testing.T) {
	for in, want := range map[string]string{"Four people shot in Varl": "people", "9 shot, 1 fatally, at a fair": "", "Nine shots were heard": "shot", "Two men hurt in a fall": "man"} {
		d := text.ParseString(in)
		syntax.Tag(d)
		got := Read(d)
		require.NotEmpty(t, got, in)
		assert.Equal(t, want, got[0].Unit, in)
	}
}

func TestSteps(t *testing.T) {
	for in, want := range map[string]float64{"300 boats": 100, "2.5 tonnes": 0.1, "$1.5 million": 1e5, "1,250 boats": 10, "21 boats": 1, "80 percent of it": 10} {
		got := Read(text.ParseString(in))
		require.NotEmpty(t, got, in)
		assert.InEpsilon(t, want, got[0].Quantity.Step, 1e-9, in)
	}
}

func TestConvert(t *testing.T) {
	for _, c := range []struct {
		value    float64
		from, to string
		want     float64
	}{
		{1, "mile", "kilometre", 1.609344},
		{100, "celsius", "fahrenheit", 212},
		{0, "kelvin", "celsius", -273.15},
		{1, "square kilometre", "hectare", 100},
		{60, "mile/hour", "kilometre/hour", 96.56064},
		{1, "knot", "kilometre/hour", 1.852},
		{50, "cent", "USD", 0.5},
		{50, "cent/share", "USD/share", 0.5},
		{1, "barrel", "gallon", 42},
		{25, "basis point", "percentage point", 0.25},
		{24, "barrel/day", "barrel/hour", 1},
	} {
		got, ok := Convert(c.value, c.from, c.to)
		assert.True(t, ok, "%s to %s", c.from, c.to)
		assert.InDelta(t, c.want, got, 1e-9*math.Max(1, math.Abs(c.want)), "%s to %s", c.from, c.to)
	}
	for _, c := range [][2]string{{"mile", "kilogram"}, {"USD", "EUR"}, {"ton", "tonne"}, {"USD/year", "USD/share"}, {"month", "day"}, {"", ""}} {
		_, ok := Convert(1, c[0], c[1])
		assert.False(t, ok, "%s to %s", c[0], c[1])
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		sample, "$", "$-", "1-2-3-4", "more than", "one hundred and one hundred and one", "between 5 and", "½%", "£1m-", "from 5 to 4 to 3",
		"Dec 15-16-17", "0207 782", "a half a", "9/11/", "G7-8", "aged", "aged between 5 and", "Rs. .", "1,2,3", "US$ 1MM USD", "two-",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.ParseString(s)
		for range 2 {
			last := 0
			for _, m := range Read(d) {
				if m.First < last || m.Last <= m.First || m.Last > len(d.Tokens) || m.Start < 0 || m.End > len(s) || m.Start >= m.End {
					t.Fatalf("%q: tokens %d to %d after %d, bytes %d to %d", s, m.First, m.Last, last, m.Start, m.End)
				}
				if q := m.Quantity; q.Known() && q.Low > q.High {
					t.Fatalf("%q: %v > %v", s, q.Low, q.High)
				}
				last = m.Last
			}
			syntax.Tag(d)
		}
	})
}
