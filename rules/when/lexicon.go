package when

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/quantity/calendar"
	"github.com/concord-news/concord/rules/text"
)

// class is what a word may do in an expression of time.
type class uint8

const (
	other     class = iota
	figure          // digits; n is the value where it is plain and below 10000, else -1
	numeral         // a number word
	ordinal         // first, 21st; n is the rank
	monthName       // n is 1 to 12
	weekday         // n is 1 (Monday) to 7
	unit            // a unit of time in the singular; n is its grain
	units           // and in the plural
	daypart         // morning, night; n is an index into dayparts
	dayparts        // and in the plural
	season          // n is 1 (spring) to 4
	decade          // 1990s, nineties; n is the first year, below 100 without its century
	reference       // last, next, this; n is a relation
	named           // today, tonight, overnight
	vagueRef        // now, recently
	holiday         // the first word of a holiday
	noon            // noon, midnight; n is the hour
	frequent        // daily, annually; n is the grain
	every           // every, each
	several         // several, few, couple, many
	article         // a, an, another
	the
	phase     // early, late, mid, end, start, beginning, middle
	pastHalf  // half, quarter
	from      // from, between
	at        // at, before "present" and "the moment"
	whole     // all, throughout
	fiscal    // fiscal, school, calendar
	future    // future
	in        // in, within
	quarterID // q1, h2
	monthDay  // dec31; n is the month times 32 plus the day
	yearCode  // fy18; n is the year
	lengthy   // weeklong; n is the grain
	indefinite
	toDate // to, till: before "date"
)

// word is what a token may do.
type word struct {
	class class
	n     int16
	// mid: it is written onto "mid-".
	mid bool
}

// relation is where a date stands to the time that is spoken of.
type relation int8

const (
	unrelated relation = iota
	previous           // last, past, previous
	this
	following // next, coming
	same      // that, the same: the date read last
)

var partCodes = [...]string{"MO", "AF", "EV", "NI", "DT", "MI"}

// mayBeTime tells most words that lookUp knows nothing of.
var mayBeTime = func() text.Sieve {
	s := text.SieveOf(lexicon)
	for name := range calendar.Names() {
		s.Add(name)
		s.Add(name + ".")
	}
	return s
}()

// lexicon holds the words of time but for months and weekdays, which are in
// package calendar.
var lexicon = map[string]word{
	"second": {class: ordinal, n: 2}, "seconds": {class: units, n: int16(second)}, "sec": {class: units, n: int16(second)}, "secs": {class: units, n: int16(second)},
	"minute": {class: unit, n: int16(minute)}, "minutes": {class: units, n: int16(minute)}, "min": {class: units, n: int16(minute)}, "mins": {class: units, n: int16(minute)},
	"hour": {class: unit, n: int16(hour)}, "hours": {class: units, n: int16(hour)}, "hr": {class: units, n: int16(hour)}, "hrs": {class: units, n: int16(hour)},
	"day": {class: unit, n: int16(day)}, "days": {class: units, n: int16(day)},
	"weekend": {class: unit, n: int16(weekend)}, "weekends": {class: units, n: int16(weekend)},
	"week": {class: unit, n: int16(week)}, "weeks": {class: units, n: int16(week)}, "workweek": {class: unit, n: int16(week)},
	"fortnight": {class: unit, n: int16(fortnight)}, "fortnights": {class: units, n: int16(fortnight)},
	"month": {class: unit, n: int16(month)}, "months": {class: units, n: int16(month)},
	"quarter": {class: unit, n: int16(quarter)}, "quarters": {class: units, n: int16(quarter)},
	"year": {class: unit, n: int16(year)}, "years": {class: units, n: int16(year)}, "yr": {class: unit, n: int16(year)}, "yrs": {class: units, n: int16(year)}, "twelvemonth": {class: unit, n: int16(year)},
	"decade": {class: unit, n: int16(decadeGrain)}, "decades": {class: units, n: int16(decadeGrain)},
	"century": {class: unit, n: int16(century)}, "centuries": {class: units, n: int16(century)},
	"millennium": {class: unit, n: int16(millennium)}, "millennia": {class: units, n: int16(millennium)},

	"morning": {class: daypart, n: 0}, "afternoon": {class: daypart, n: 1}, "evening": {class: daypart, n: 2}, "night": {class: daypart, n: 3}, "daytime": {class: daypart, n: 4}, "lunchtime": {class: daypart, n: 5},
	"mornings": {class: dayparts, n: 0}, "afternoons": {class: dayparts, n: 1}, "evenings": {class: dayparts, n: 2}, "nights": {class: dayparts, n: 3},

	"spring": {class: season, n: 1}, "springtime": {class: season, n: 1}, "summer": {class: season, n: 2}, "summertime": {class: season, n: 2},
	"fall": {class: season, n: 3}, "autumn": {class: season, n: 3}, "winter": {class: season, n: 4}, "wintertime": {class: season, n: 4},

	"twenties": {class: decade, n: 20}, "thirties": {class: decade, n: 30}, "forties": {class: decade, n: 40}, "fifties": {class: decade, n: 50},
	"sixties": {class: decade, n: 60}, "seventies": {class: decade, n: 70}, "eighties": {class: decade, n: 80}, "nineties": {class: decade, n: 90},

	"last": {class: reference, n: int16(previous)}, "past": {class: reference, n: int16(previous)}, "previous": {class: reference, n: int16(previous)}, "preceding": {class: reference, n: int16(previous)}, "prior": {class: reference, n: int16(previous)},
	"this": {class: reference, n: int16(this)}, "current": {class: reference, n: int16(this)}, "present": {class: reference, n: int16(this)},
	"next": {class: reference, n: int16(following)}, "coming": {class: reference, n: int16(following)}, "upcoming": {class: reference, n: int16(following)}, "following": {class: reference, n: int16(following)},
	"that": {class: reference, n: int16(same)}, "same": {class: reference, n: int16(same)}, "latest": {class: reference, n: int16(this)},

	"today": {class: named}, "yesterday": {class: named}, "tomorrow": {class: named}, "tonight": {class: named}, "overnight": {class: named},

	"now": {class: vagueRef}, "currently": {class: vagueRef}, "nowadays": {class: vagueRef}, "presently": {class: vagueRef},
	"recently": {class: vagueRef}, "recent": {class: vagueRef}, "lately": {class: vagueRef},
	"future": {class: future}, "indefinitely": {class: indefinite}, "forever": {class: indefinite},

	"noon": {class: noon, n: 12}, "midday": {class: noon, n: 12}, "noonish": {class: noon, n: 12}, "midnight": {class: noon, n: 0},

	"hourly": {class: frequent, n: int16(hour)}, "daily": {class: frequent, n: int16(day)}, "everyday": {class: frequent, n: int16(day)}, "nightly": {class: frequent, n: int16(day)},
	"weekly": {class: frequent, n: int16(week)}, "fortnightly": {class: frequent, n: int16(fortnight)}, "monthly": {class: frequent, n: int16(month)},
	"quarterly": {class: frequent, n: int16(quarter)}, "yearly": {class: frequent, n: int16(year)}, "annually": {class: frequent, n: int16(year)},
	"every": {class: every}, "each": {class: every}, "any": {class: every},

	"several": {class: several}, "few": {class: several}, "couple": {class: several, n: 2}, "many": {class: several}, "some": {class: several}, "numerous": {class: several},
	"a": {class: article}, "an": {class: article}, "another": {class: article},
	"the":   {class: the},
	"early": {class: phase}, "late": {class: phase}, "mid": {class: phase}, "earlier": {class: phase}, "later": {class: phase}, "sometime": {class: phase},
	"end": {class: phase}, "start": {class: phase}, "beginning": {class: phase}, "middle": {class: phase}, "close": {class: phase},
	"half": {class: pastHalf}, "from": {class: from}, "between": {class: from},
	"all": {class: whole}, "throughout": {class: whole}, "entire": {class: whole}, "whole": {class: whole}, "full": {class: whole},
	"fiscal": {class: fiscal}, "fy": {class: fiscal}, "sy": {class: fiscal}, "financial": {class: fiscal}, "school": {class: fiscal}, "academic": {class: fiscal}, "calendar": {class: fiscal},
	"in": {class: in}, "within": {class: in}, "at": {class: at}, "to": {class: toDate}, "till": {class: toDate},

	"q1": {class: quarterID, n: 1}, "q2": {class: quarterID, n: 2}, "q3": {class: quarterID, n: 3}, "q4": {class: quarterID, n: 4},
	"h1": {class: quarterID, n: 11}, "h2": {class: quarterID, n: 12},

	"one": {class: numeral, n: 1}, "two": {class: numeral, n: 2}, "three": {class: numeral, n: 3}, "four": {class: numeral, n: 4}, "five": {class: numeral, n: 5}, "six": {class: numeral, n: 6},
	"seven": {class: numeral, n: 7}, "eight": {class: numeral, n: 8}, "nine": {class: numeral, n: 9}, "ten": {class: numeral, n: 10}, "eleven": {class: numeral, n: 11}, "twelve": {class: numeral, n: 12},
	"thirteen": {class: numeral, n: 13}, "fourteen": {class: numeral, n: 14}, "fifteen": {class: numeral, n: 15}, "sixteen": {class: numeral, n: 16}, "seventeen": {class: numeral, n: 17}, "eighteen": {class: numeral, n: 18},
	"nineteen": {class: numeral, n: 19},
	"twenty":   {class: numeral, n: 20}, "thirty": {class: numeral, n: 30}, "forty": {class: numeral, n: 40}, "fifty": {class: numeral, n: 50}, "sixty": {class: numeral, n: 60}, "seventy": {class: numeral, n: 70},
	"eighty": {class: numeral, n: 80}, "ninety": {class: numeral, n: 90},
	"hundred": {class: numeral, n: -1}, "thousand": {class: numeral, n: -1}, "dozen": {class: numeral, n: -1},
	"first": {class: ordinal, n: 1}, "third": {class: ordinal, n: 3}, "fourth": {class: ordinal, n: 4}, "fifth": {class: ordinal, n: 5}, "sixth": {class: ordinal, n: 6}, "seventh": {class: ordinal, n: 7},
	"eighth": {class: ordinal, n: 8}, "ninth": {class: ordinal, n: 9}, "tenth": {class: ordinal, n: 10}, "eleventh": {class: ordinal, n: 11}, "twelfth": {class: ordinal, n: 12}, "thirteenth": {class: ordinal, n: 13},
	"fourteenth": {class: ordinal, n: 14}, "fifteenth": {class: ordinal, n: 15}, "sixteenth": {class: ordinal, n: 16}, "seventeenth": {class: ordinal, n: 17}, "eighteenth": {class: ordinal, n: 18}, "nineteenth": {class: ordinal, n: 19},
	"twentieth": {class: ordinal, n: 20}, "thirtieth": {class: ordinal, n: 30},

	"sun": {class: weekday, n: 7}, "sun.": {class: weekday, n: 7}, "sat": {class: weekday, n: 6}, "sat.": {class: weekday, n: 6},
	"christmas": {class: holiday}, "thanksgiving": {class: holiday}, "easter": {class: holiday}, "halloween": {class: holiday}, "new": {class: holiday}, "good": {class: holiday},
	"independence": {class: holiday}, "labor": {class: holiday}, "labour": {class: holiday}, "memorial": {class: holiday}, "veterans": {class: holiday}, "valentine": {class: holiday}, "boxing": {class: holiday},
	"election": {class: holiday}, "inauguration": {class: holiday}, "columbus": {class: holiday}, "presidents": {class: holiday}, "earth": {class: holiday}, "st.": {class: holiday}, "saint": {class: holiday}, "armistice": {class: holiday}, "bastille": {class: holiday}, "remembrance": {class: holiday}, "may": {class: monthName, n: 5},

	"daylong": {class: lengthy, n: int16(day)}, "nightlong": {class: lengthy, n: int16(day)}, "weeklong": {class: lengthy, n: int16(week)}, "weekslong": {class: lengthy, n: -int16(week)}, "monthlong": {class: lengthy, n: int16(month)}, "monthslong": {class: lengthy, n: -int16(month)},
	"yearlong": {class: lengthy, n: int16(year)}, "yearslong": {class: lengthy, n: -int16(year)}, "dayslong": {class: lengthy, n: -int16(day)}, "hourslong": {class: lengthy, n: -int16(hour)}, "hourlong": {class: lengthy, n: int16(hour)}, "decadeslong": {class: lengthy, n: -int16(decadeGrain)}, "decadelong": {class: lengthy, n: int16(decadeGrain)},
}

// classify returns what each token of d may do, in the memory of words where that
// has room for all.
func classify(words []word, d *text.Document) []word {
	words = slices.Grow(words[:0], len(d.Tokens))[:len(d.Tokens)]
	for i := range d.Tokens {
		t := &d.Tokens[i]
		switch {
		case t.Shape.Has(text.HasDigit):
			words[i] = figureWord(t.Lower)
		case t.Shape.Has(text.HasLetter) && (mayBeTime.MayHold(t.Lower) || strings.HasPrefix(t.Lower, "mid-")):
			words[i] = lookUp(t.Lower)
		default:
			words[i] = word{}
		}
	}
	return words
}

// lookUp returns the class of a word without digits.
func lookUp(s string) word {
	if len(s) > 14 {
		return word{}
	}
	if w, ok := lexicon[s]; ok {
		return w
	}
	if m, ok := calendar.Month(s); ok {
		return word{class: monthName, n: int16(m)}
	}
	if d, ok := calendar.Weekday(s); ok {
		return word{class: weekday, n: int16((d+6)%7) + 1}
	}
	if rest, ok := strings.CutPrefix(s, "mid-"); ok {
		w := lookUp(rest)
		w.mid = w.class != other
		return w
	}
	return word{}
}

// coded returns the class of a word that ends in figures: "q3", "Dec31",
// "FY2018".
func coded(s string) word {
	if w, ok := lexicon[s]; ok {
		return w
	}
	k, n := len(s), 0
	for k > 0 && len(s)-k < 4 && s[k-1] >= '0' && s[k-1] <= '9' {
		k--
	}
	for _, c := range s[k:] {
		n = n*10 + int(c-'0')
	}
	switch digits := len(s) - k; {
	case k == 2 && (s[:k] == "fy" || s[:k] == "sy") && (digits == 2 || digits == 4 && n >= 1900 && n < 2100):
		if digits == 2 {
			n = centuryOf(n)
		}
		return word{class: yearCode, n: int16(n)}
	case k >= 3 && (digits == 1 || digits == 2) && n >= 1 && n <= 31:
		if m, ok := calendar.Month(strings.TrimSuffix(s[:k], ".")); ok {
			return word{class: monthDay, n: int16(int(m)*32 + n)}
		}
	}
	return word{}
}

// figureWord returns the class of a word with digits.
func figureWord(s string) word {
	if rest, ok := strings.CutPrefix(s, "mid-"); ok {
		w := figureWord(rest)
		w.mid = true
		return w
	}
	n, i := 0, 0
	start := 0
	if s[0] == '\'' {
		start = 1
	}
	for i = start; i < len(s) && i-start < 4 && s[i] >= '0' && s[i] <= '9'; i++ {
		n = n*10 + int(s[i]-'0')
	}
	if i == start {
		return coded(s)
	}
	switch s[i:] {
	case "":
		return word{class: figure, n: int16(n)}
	case "st", "nd", "rd", "th":
		return word{class: ordinal, n: int16(n)}
	case "s", "'s":
		if n%10 == 0 && (i-start == 4 && n >= 1000 && n < 2200 || i-start == 2) {
			return word{class: decade, n: int16(n)}
		}
		return word{}
	}
	return word{class: figure, n: -1}
}
