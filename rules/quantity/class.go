package quantity

import (
	"strings"

	"github.com/concord-news/concord/rules/text"
)

// class says what a token may start.
type class uint8

const (
	plain     class = iota
	figure          // digits, a number word, a currency sign
	wordy           // a number word, an article before one, a fraction
	rank            // first, third
	vague           // several, dozens
	frequency       // once, daily
	multiple        // double, tenfold
	ages            // aged, age
	decades         // fifties, teens: of a life or of a century
)

// classOf looks at every token of every text, so it must be quick: one look at
// the shape and one into the sieve.
func classOf(t *text.Token) class {
	if t.Shape.Has(text.HasDigit) {
		return figure
	}
	s := t.Lower
	if s == "" || s[0] >= 0x80 {
		if sign(s) != "" {
			return figure
		}
		return plain
	}
	if mayBeListed.MayHold(s) {
		if c, ok := classes[s]; ok {
			return c
		}
	}
	return coin(t)
}

// classes are those of the words that are told by themselves.
var classes = func() map[string]class {
	m := map[string]class{}
	for c, words := range map[class]string{
		figure: "rs rs. usd mex hk",
		wordy: "a an half quarter minus negative - one two three four five six seven eight nine zero nought naught ten eleven twelve " +
			"thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty ninety",
		rank: "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
			"sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth " +
			"ninetieth hundredth thousandth millionth billionth trillionth",
		vague: "several many numerous multiple few dozens tens scores hundreds thousands millions billions trillions both " +
			"couple pair trio handful single countless",
		frequency: "once twice thrice daily weekly monthly yearly annually hourly fortnightly quarterly",
		multiple: "double triple quadruple doubled tripled trebled quadrupled doubles triples doubling tripling trebling " +
			"treble twofold threefold fourfold fivefold sixfold sevenfold eightfold tenfold",
		ages:    "aged age ages",
		decades: "teens twenties thirties forties fifties sixties seventies eighties nineties",
		plain:   "percent percents per",
	} {
		for w := range strings.FieldsSeq(words) {
			m[w] = c
		}
	}
	return m
}()

var mayBeListed = text.SieveOf(classes)

// coin returns figure for a sign that ends in a dollar's, and for the code of a currency
// in capitals, with which a sum may begin: "US$", "USD".
func coin(t *text.Token) class {
	s := t.Lower
	switch {
	case s[len(s)-1] == '$':
		return figure
	case t.Shape.Has(text.AllCaps) && (len(s) == 3 && code(s) != "" || len(s) == 4 && s[0] == 'm' && code(s[1:]) != ""):
		return figure
	}
	return plain
}
