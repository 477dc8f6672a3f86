package number

// kind is what a number word does in a number.
type kind uint8

const (
	none kind = iota
	unit      // zero to nine
	teen      // ten to nineteen
	ten       // twenty to ninety
	hundred
	scale // thousand and up
	dozen
)

// word returns what the lower-cased word s does in a number, and its value.
func word(s string) (kind, float64) {
	switch s {
	case "zero", "nought", "naught":
		return unit, 0
	case "one":
		return unit, 1
	case "two":
		return unit, 2
	case "three":
		return unit, 3
	case "four":
		return unit, 4
	case "five":
		return unit, 5
	case "six":
		return unit, 6
	case "seven":
		return unit, 7
	case "eight":
		return unit, 8
	case "nine":
		return unit, 9
	case "hundred", "hundreds":
		return hundred, 100
	case "dozen", "dozens", "doz", "dozs", "dz", "dzs":
		return dozen, 12
	}
	if v := aboveNine(s); v > 0 {
		if v < 20 {
			return teen, v
		}
		return ten, v
	}
	if v := Scale(s); v > 0 {
		return scale, v
	}
	return none, 0
}

func aboveNine(s string) float64 {
	switch s {
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve":
		return 12
	case "thirteen":
		return 13
	case "fourteen":
		return 14
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "seventeen":
		return 17
	case "eighteen":
		return 18
	case "nineteen":
		return 19
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty", "fourty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "seventy":
		return 70
	case "eighty":
		return 80
	case "ninety":
		return 90
	}
	return 0
}

// Scale returns the factor of a scale word in lower case ("million", "bn",
// "lakh"), 0 where s is none. Hundred and dozen are no scale words.
func Scale(s string) float64 {
	switch s {
	case "thousand", "thousands":
		return 1e3
	case "lakh", "lakhs", "lac", "lacs":
		return 1e5
	case "million", "millions", "mn", "mln", "mil", "mill":
		return 1e6
	case "crore", "crores":
		return 1e7
	case "billion", "billions", "bn", "bln":
		return 1e9
	case "trillion", "trillions", "tn", "trn", "tln":
		return 1e12
	case "quadrillion", "quadrillions":
		return 1e15
	case "quintillion", "quintillions":
		return 1e18
	}
	return 0
}

// Letters returns the factor of letters written against a sum of money or a
// count, 0 where s is no such factor. It takes more than Scan takes by itself:
// "m", "b" and "t" are also metres, bytes and tonnes, and only the caller
// knows that a currency stands before the figure.
func Letters(s string) float64 {
	if f := letters(s); f > 0 {
		return f
	}
	switch s {
	case "m":
		return 1e6
	case "b", "B":
		return 1e9
	case "t", "T":
		return 1e12
	}
	return 0
}

// letters is the part of Letters that needs no currency beside it.
func letters(s string) float64 {
	switch s {
	case "k", "K":
		return 1e3
	case "M", "MM", "mm.", "mn", "Mn", "MN", "mln", "mil", "MILLION", "Million":
		return 1e6
	case "bn", "Bn", "BN", "bln", "BILLION", "Billion":
		return 1e9
	case "tn", "Tn", "TN", "trn", "tln", "TRILLION", "Trillion":
		return 1e12
	}
	return 0
}

// denominator returns the denominator that s names ("third", "quarters"), and
// whether it is written in the plural.
func denominator(s string) (v float64, plural bool) {
	if s == "halves" {
		return 2, true
	}
	if n := len(s); n > 1 && s[n-1] == 's' {
		plural, s = true, s[:n-1]
	}
	switch s {
	case "half":
		return 2, plural
	case "quarter":
		return 4, plural
	case "first", "second":
		return 0, false
	}
	return ordinal(s), plural
}

// ordinal returns the value of an ordinal of one word, 0 where s is none.
func ordinal(s string) float64 {
	if v := smallOrdinal(s); v > 0 {
		return v
	}
	switch s {
	case "twentieth":
		return 20
	case "thirtieth":
		return 30
	case "fortieth":
		return 40
	case "fiftieth":
		return 50
	case "sixtieth":
		return 60
	case "seventieth":
		return 70
	case "eightieth":
		return 80
	case "ninetieth":
		return 90
	case "hundredth":
		return 100
	case "thousandth":
		return 1e3
	case "millionth":
		return 1e6
	case "billionth":
		return 1e9
	case "trillionth":
		return 1e12
	}
	return 0
}

func smallOrdinal(s string) float64 {
	switch s {
	case "first":
		return 1
	case "second":
		return 2
	case "third":
		return 3
	case "fourth":
		return 4
	case "fifth":
		return 5
	case "sixth":
		return 6
	case "seventh":
		return 7
	case "eighth":
		return 8
	case "ninth":
		return 9
	case "tenth":
		return 10
	case "eleventh":
		return 11
	case "twelfth":
		return 12
	case "thirteenth":
		return 13
	case "fourteenth":
		return 14
	case "fifteenth":
		return 15
	case "sixteenth":
		return 16
	case "seventeenth":
		return 17
	case "eighteenth":
		return 18
	case "nineteenth":
		return 19
	}
	return 0
}

// glyph returns the value and denominator of a fraction in one character.
func glyph(s string) (v, den float64) {
	switch s {
	case "½":
		return 1.0 / 2, 2
	case "⅓":
		return 1.0 / 3, 3
	case "⅔":
		return 2.0 / 3, 3
	case "¼":
		return 1.0 / 4, 4
	case "¾":
		return 3.0 / 4, 4
	case "⅕":
		return 1.0 / 5, 5
	case "⅖":
		return 2.0 / 5, 5
	case "⅗":
		return 3.0 / 5, 5
	case "⅘":
		return 4.0 / 5, 5
	case "⅙":
		return 1.0 / 6, 6
	case "⅚":
		return 5.0 / 6, 6
	case "⅛":
		return 1.0 / 8, 8
	case "⅜":
		return 3.0 / 8, 8
	case "⅝":
		return 5.0 / 8, 8
	case "⅞":
		return 7.0 / 8, 8
	case "⅒":
		return 1.0 / 10, 10
	}
	return 0, 0
}

// IsWord reports whether the lower-cased s is a whole number in one word, from
// zero to ninety.
func IsWord(s string) bool {
	k, _ := word(s)
	return k == unit || k == teen || k == ten
}
