package text

import "strings"

// stop is what a full stop after some letters makes of them.
type stop uint8

const (
	// noAbbreviation: the stop is a token of its own.
	noAbbreviation stop = iota
	// title: before a name, and never at the end of a sentence.
	title
	// general: may be at the end of a sentence.
	general
	// numbered: an abbreviation only where a number follows.
	numbered
	// measured: an abbreviation only where a number precedes.
	measured
	// calendar: only where a number, a month or a comma follows.
	calendar
	// state: only after a comma, as in "Jackson, Miss."
	state
	// named: only where a capital follows.
	named
	// internal: never at the end of a sentence.
	internal
)

// abbreviation returns the kind of the word with the lower-cased form lower;
// capital says whether it begins with a capital.
func abbreviation(lower string, capital bool) stop {
	if len(lower) > 6 {
		return noAbbreviation
	}
	if capital {
		if lower == "al" { // a name, and not "et al."
			return noAbbreviation
		}
		if k := capitalAbbreviation(lower); k != noAbbreviation {
			return k
		}
	}
	switch lower {
	case "mr", "mrs", "dr", "messrs", "mlle", "mme":
		return title
	case "etc", "al", "esp", "approx", "dept", "govt", "inc", "ltd", "corp", "jr", "sr", "phd", "misc":
		return general
	case "vs", "cf", "viz", "ie", "eg":
		return internal
	case "nos", "pp", "vol", "vols", "ch", "fig", "figs", "ca", "ext", "para", "paras", "eq", "c", "p", "b", "d", "r":
		return numbered
	case "no", "art", "sec", "sect", "pt", "ed":
		return numbered
	case "lb", "lbs", "oz", "ft", "hr", "hrs", "mins", "yrs", "yr", "km", "kg", "cm", "mi", "sq", "min", "secs":
		return measured
	case "v":
		return named
	}
	return noAbbreviation
}

// capitalAbbreviation is abbreviation for words that begin with a capital.
func capitalAbbreviation(lower string) stop {
	switch lower {
	case "ms", "mx", "prof", "rev", "hon", "pres", "sen", "sens", "rep", "reps", "gov", "govs",
		"gen", "lt", "col", "maj", "capt", "sgt", "cpl", "pvt", "pfc", "cmdr", "adm", "brig", "supt",
		"det", "insp", "atty", "amb", "msgr", "fr", "drs", "st", "sts", "ste", "mt", "ft", "spc":
		return title
	case "co", "cos", "bros", "assn", "assoc", "intl", "univ", "esq", "plc", "ave", "blvd", "rd", "hwy", "pkwy",
		"sept", "oct", "nov", "dec", "jan", "feb", "aug", "apr", "jul", "tues", "thurs", "thur":
		return general
	case "mon", "tue", "wed", "thu", "fri", "sat", "sun", "mar", "jun":
		return calendar
	case "ala", "ariz", "ark", "cal", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la",
		"md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "penn", "tenn",
		"tex", "va", "vt", "wash", "wis", "wyo", "ont", "que", "alta":
		return state
	}
	return noAbbreviation
}

// dot looks at the full stop at i after the word text[start:i]. Where the word
// goes on after it, dot returns from where; where the stop ends the word and is
// part of it, dot returns the end and true. Otherwise it returns i.
func (s *scanner) dot(start, i int) (next int, done bool) {
	if i == start || s.byteAt(i+1) == '.' {
		return i, false
	}
	seg := start + strings.LastIndexByte(s.lower[start:i], '.') + 1
	if s.is(i+1, letter) {
		return s.dotted(start, seg, i)
	}
	if s.is(i+1, digit) {
		if s.is(i-1, digit) { // v2.0
			return i + 1, false
		}
	} else if seg > start && i-seg <= 2 && s.allInitials(start, seg) {
		return i + 1, true // U.S.
	}
	if s.shortened(start, i) {
		return i + 1, true
	}
	return i, false
}

// dotted is dot where a letter follows directly.
func (s *scanner) dotted(start, seg, i int) (next int, done bool) {
	e := s.run(i+1, wordPart)
	size := e - i - 1
	if h := s.host(i); h > 0 && i-start > 1 {
		if s.byteAt(h) == '/' {
			h = s.address(start, h)
		}
		return h, true
	}
	switch {
	case s.lower[start:i] == "www":
		return s.address(start, e), true
	case i-seg == 1 && (size == 1 || s.byteAt(e) == '.' && size <= 2):
		return e, false // U.S
	case s.lower[seg:i] == "ph" && s.lower[i+1:e] == "d":
		return e, false
	case i-seg == 1 && s.is(seg, upper) && s.is(i+1, upper):
		return i + 1, true // J.Smith
	case abbreviation(s.lower[start:i], s.is(start, upper)) == title && s.is(i+1, upper):
		return i + 1, true // Mr.Smith
	}
	return i, false
}

// host returns the end of the host or file name that goes on with the full stop
// at i, zero where there is none.
func (s *scanner) host(i int) int {
	end := 0
	for range 4 {
		e := s.run(i+1, wordPart)
		if domain(s.text[i+1 : e]) {
			end = e
		}
		if s.byteAt(e) != '.' || !s.is(e+1, letter) {
			break
		}
		i = e
	}
	return end
}

// allInitials reports whether the segments of text[start:end], which ends with
// a full stop, have at most two letters each.
func (s *scanner) allInitials(start, end int) bool {
	n := 0
	for i := start; i < end; i++ {
		if s.text[i] == '.' {
			n = 0
		} else if n++; n > 2 {
			return false
		}
	}
	return true
}

// domain reports whether letters after a stop are the last part of a host or
// file name.
func domain(letters string) bool {
	switch letters {
	case "com", "org", "net", "gov", "edu", "co", "io", "info", "eu", "uk", "de", "fr", "ru", "ua", "cn", "au", "ca",
		"tv", "int", "mil", "ai", "app", "ly", "blogspot",
		"doc", "docx", "pdf", "xls", "xlsx", "txt", "jpg", "png", "htm", "html", "php", "asp", "mp3", "exe", "js":
		return true
	}
	return false
}

// shortened reports whether the full stop at i belongs to the word before it.
func (s *scanner) shortened(start, i int) bool {
	capital := s.is(start, upper)
	if i-start == 1 && capital {
		return s.initial(start, i)
	}
	switch abbreviation(s.lower[start:i], capital) {
	case title, general, internal:
		return true
	case numbered:
		return s.is(s.skipSpace(i+1), digit)
	case measured:
		n := len(s.tokens)
		return n > 0 && s.tokens[n-1].Shape&HasDigit != 0 && s.tokens[n-1].End >= s.start &&
			!s.is(s.skipSpace(i+1), upper)
	case calendar:
		next := s.skipSpace(i + 1)
		return s.is(next, digit) || s.byteAt(next) == ',' || month(s.lower[next:s.run(next, wordPart)])
	case state:
		n := len(s.tokens)
		return n > 0 && s.tokens[n-1].Start >= s.start && s.tokens[n-1].Lower == ","
	case named:
		next := s.skipSpace(i + 1)
		return s.is(next, upper) && next > i+1
	}
	return false
}

func month(lower string) bool {
	switch lower {
	case "january", "february", "march", "april", "may", "june", "july", "august",
		"september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "oct", "nov", "dec":
		return true
	}
	return false
}

// initial reports whether the capital at start with the full stop at i is the
// initial of a name.
func (s *scanner) initial(start, i int) bool {
	next := s.skipSpace(i + 1)
	if next >= s.end {
		return false
	}
	if !s.is(next, upper) {
		return s.byteAt(i+1) == ',' || s.byteAt(i+1) == '-'
	}
	word := s.lower[next:s.run(next, wordPart)]
	if starter(word) {
		return false
	}
	n := len(s.tokens)
	if n == 0 || s.tokens[n-1].Start < s.start {
		return true
	}
	prev := s.tokens[n-1].Shape
	if s.lower[start] == 'i' {
		return prev.Has(Capital) && !prev.Has(AllCaps)
	}
	return !lettered(s.tokens[n-1].Lower)
}

// lettered reports whether a letter after the word is what tells its kinds
// apart, as in "vitamin C".
func lettered(lower string) bool {
	switch lower {
	case "vitamin", "vitamins", "hepatitis", "influenza", "plan", "type", "group", "grade", "class", "part", "phase",
		"option", "team", "section", "schedule", "appendix", "exhibit", "category", "annex", "block", "gate", "model":
		return true
	}
	return false
}

// skipSpace returns the start of what follows the white space at i.
func (s *scanner) skipSpace(i int) int {
	// A run of space is crossed again by the main loop; the bound keeps a
	// text of stops and spaces linear.
	for range 16 {
		c, n := s.at(i)
		if c&space == 0 {
			break
		}
		i += n
	}
	return i
}

// starter reports whether a capitalised word is one that begins sentences and
// not names.
func starter(lower string) bool {
	switch lower {
	case "a", "an", "the", "he", "she", "it", "they", "we", "you", "i", "his", "her", "its", "their", "our", "my",
		"this", "that", "these", "those", "there", "here", "what", "who", "which", "when", "where", "why", "how",
		"in", "on", "at", "by", "for", "from", "to", "with", "as", "of", "after", "before", "during", "since", "until",
		"under", "over", "despite", "according", "among", "about", "between", "into", "through", "without",
		"and", "but", "or", "so", "yet", "nor", "if", "while", "although", "though", "because", "unless", "whether",
		"however", "meanwhile", "moreover", "then", "now", "today", "also", "still", "once", "later", "earlier",
		"some", "many", "most", "all", "both", "each", "every", "no", "not", "one", "two", "three", "several", "another",
		"other", "others", "more", "such", "is", "was", "are", "were", "do", "does", "did", "please", "yes", "only", "even":
		return true
	}
	return false
}
