package number

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/text"
)

// scanAll returns the first number in s and the words of it.
func scanFirst(s string) (Number, string, bool) {
	d := text.ParseString(s)
	for i := range d.Tokens {
		if n, next, ok := Scan(d, i); ok {
			return n, d.Span(i, next).In(d.Text), true
		}
	}
	return Number{}, "", false
}

func TestScan(t *testing.T) {
	for _, c := range []struct {
		in, want    string
		value, step float64
	}{
		{"the 7 boats", "7", 7, 1},
		{"with 1,234.5 litres", "1,234.5", 1234.5, 0.1},
		{"paid 12,34,567.89 for it", "12,34,567.89", 1234567.89, 0.01},
		{"about 5,00 or so", "5,00", 5, 0.01},
		{"sold 300 copies", "300", 300, 100},
		{"sold 1,250 copies", "1,250", 1250, 10},
		{"scored 0 goals", "0", 0, 1},
		{"worth 1.5 million", "1.5 million", 1.5e6, 1e5},
		{"worth 45 billion", "45 billion", 45e9, 1e9},
		{"worth 2bn to them", "2bn", 2e9, 1e9},
		{"some 45K fans", "45K", 45000, 1000},
		{"13 lakh voters", "13 lakh", 1300000, 100000},
		{"10 bln a year", "10 bln", 10e9, 10e9},
		{"a 1.5-million-strong crowd", "1.5-million", 1.5e6, 1e5},
		{"twenty-one ships", "twenty-one", 21, 1},
		{"fifty - two ships", "fifty - two", 52, 1},
		{"One hundred and three and two thirds", "One hundred and three and two thirds", 103 + 2.0/3, 1.0 / 3},
		{"two hundred and two thousand ants", "two hundred and two thousand", 202000, 1000},
		{"two thousand and two hundred", "two thousand and two hundred", 2200, 100},
		{"three hundred and two hundred", "three hundred", 300, 100},
		{"between one hundred and two thousand", "one hundred", 100, 100},
		{"between five hundred and one thousand", "five hundred", 500, 100},
		{"sank in 1942 hundreds of miles away", "1942", 1942, 1},
		{"some 15 hundred seats", "15 hundred", 1500, 100},
		{"twelve hundred seats", "twelve hundred", 1200, 100},
		{"two hundred point zero three", "two hundred point zero three", 200.03, 0.01},
		{"two point five million people", "two point five million", 2.5e6, 1e5},
		{"half a million people", "half a million", 5e5, 1e5},
		{"half million people", "half million", 5e5, 1e5},
		{"a half million people", "a half million", 5e5, 1e5},
		{"a quarter of a million people", "a quarter of a million", 2.5e5, 1e5},
		{"two thirds of a million", "two thirds of a million", 2e6 / 3, 1e5},
		{"two and a half million", "two and a half million", 2.5e6, 5e5},
		{"a million and a half", "a million and a half", 1.5e6, 5e5},
		{"a dozen eggs", "a dozen", 12, 12},
		{"half a dozen eggs", "half a dozen", 6, 6},
		{"two dozen eggs", "two dozen", 24, 12},
		{"a hundred eggs", "a hundred", 100, 100},
		{"a thousand and one nights", "a thousand and one", 1001, 1},
		{"three-quarters of voters", "three-quarters", 0.75, 0.1},
		{"two thirds of voters", "two thirds", 2.0 / 3, 0.1},
		{"one-third of voters", "one-third", 1.0 / 3, 0.1},
		{"a third of voters", "a third", 1.0 / 3, 0.1},
		{"half of voters", "half", 0.5, 0.1},
		{"half the voters", "half", 0.5, 0.1},
		{"fell by a third", "a third", 1.0 / 3, 0.1},
		{"cut 1/2 of it", "1/2", 0.5, 0.25},
		{"yields 7 3/4 %", "7 3/4", 7.75, 0.125},
		{"yields ⅔ of", "⅔", 2.0 / 3, 0.1},
		{"four twenty-three fifths", "four", 4, 1},
		{"it fell to -5 C overnight", "-5", -5, 1},
		{"minus one degree", "minus one", -1, 1},
		{"counting 1 414 021 100 heads", "1 414 021 100", 1414021100, 100},
		{"about 1.3x10^6 cells", "1.3x10^6", 1.3e6, 1e5},
		{"about 12.32e+14 cells", "12.32e+14", 12.32e14, 1e12},
		{"raised 2^10 times", "2^10", 1024, 512},
		{"see 1^note there", "1", 1, 1},
		{"it is one over twenty", "one over twenty", 0.05, 0.025},
		{"they took 120 over 80", "120", 120, 10},
		{"some 4 thousand 3 hundred and 21", "4 thousand 3 hundred and 21", 4321, 1},
		{"with three twenty-firsts", "three twenty-firsts", 1.0 / 7, 0.5 / 21},
		{"about 2 000 people", "2 000", 2000, 1000},
		{"On 12 300 people came", "12", 12, 1},
	} {
		n, got, ok := scanFirst(c.in)
		assert.True(t, ok, c.in)
		assert.Equal(t, c.want, got, c.in)
		assert.InEpsilon(t, c.value+1000, n.Value+1000, 1e-12, c.in)
		assert.InEpsilon(t, c.step, n.Step, 1e-9, c.in)
	}
}

func TestScanFindsNone(t *testing.T) {
	for _, in := range []string{
		"a third man came", "wounding a third.", "the first half of the year", "in the other half",
		"the second quarter", "an answer", "hundreds of them", "192.168.1.2", "an hour and a bit",
	} {
		n, got, ok := scanFirst(in)
		assert.False(t, ok, "%s: %q %v", in, got, n)
	}
}

func TestScanStopsAtSentences(t *testing.T) {
	n, got, ok := scanFirst("They counted twenty. Two left.")
	assert.True(t, ok)
	assert.Equal(t, "twenty", got)
	assert.Equal(t, 20.0, n.Value)
}

func TestOrdinal(t *testing.T) {
	for _, c := range []struct {
		in, want string
		value    float64
	}{
		{"first", "first", 1}, {"21st", "21st", 21}, {"1,000th", "1,000th", 1000}, {"twenty-first", "twenty-first", 21},
		{"two hundredth", "two hundredth", 200}, {"twenty fifth", "twenty fifth", 25}, {"a hundredth", "", 0},
		{"one hundred and first", "one hundred and first", 101}, {"three", "", 0}, {"20", "", 0},
	} {
		d := text.ParseString(c.in)
		n, next, ok := Ordinal(d, 0)
		assert.Equal(t, c.want != "", ok, c.in)
		if ok {
			assert.Equal(t, c.want, d.Span(0, next).In(d.Text))
			assert.Equal(t, c.value, n.Value)
		}
	}
}

func FuzzScan(f *testing.F) {
	for _, s := range []string{"1,234.5 and 1/2", "half a", "one hundred and", "two and a", "a", "-", "1 234 567", "½ million", "three-", "5,00,"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d := text.ParseString(s)
		for i := range d.Tokens {
			n, next, ok := Scan(d, i)
			if ok && (next <= i || next > len(d.Tokens) || n.Value != n.Value) {
				t.Fatalf("%q token %d: next %d, value %v", s, i, next, n.Value)
			}
			if _, next, ok := Ordinal(d, i); ok && (next <= i || next > len(d.Tokens)) {
				t.Fatalf("%q token %d: ordinal next %d", s, i, next)
			}
		}
	})
}
