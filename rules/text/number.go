package text

// number appends the number that starts at start and is read up to i, with
// what is written onto it; it returns the end of what it appended.
func (s *scanner) number(start, i int) int {
	for {
		i = s.run(i, digit)
		next := i
		switch s.byteAt(i) {
		case ',':
			next = s.thousands(start, i)
		case '.', ':', '/':
			if s.is(i+1, digit) {
				next = i + 1
			}
		case '-':
			if e := s.dashed(start); e > 0 {
				return s.emit(start, e)
			}
		case '\'', 0xE2:
			return s.decade(start, i)
		case '@':
			return s.word(start, i)
		}
		if next > i {
			i = next
			continue
		}
		if s.is(i, letter|mark) {
			return s.suffixed(start, i)
		}
		return s.emit(start, i)
	}
}

// thousands returns where the number goes on after the comma at i, and i where
// the comma ends it.
func (s *scanner) thousands(start, i int) int {
	e := s.run(i+1, digit)
	switch e - i - 1 {
	case 3:
		if i-start <= 3 || s.text[i-4] == ',' || s.text[i-3] == ',' {
			return i + 1
		}
	case 2: // 12,50,000
		if i-start <= 2 && s.byteAt(e) == ',' && s.run(e+1, digit)-e-1 >= 2 {
			return i + 1
		}
	}
	return i
}

// suffixed appends a number with the letters that start at i: "21st" and
// "1990s" are one token, "45m" and "10am" are two.
func (s *scanner) suffixed(start, i int) int {
	e := s.run(i, wordPart)
	switch suffix := s.lower[i:e]; suffix {
	case "st", "nd", "rd", "th", "s":
		return s.word(start, e)
	case "a", "p":
		if s.byteAt(e) == '.' && s.byteAt(e+1)|0x20 == 'm' {
			return s.emit(start, i)
		}
	default:
		if unit(suffix) || e-i > 3 && lowerLetters(s.text[i:e]) { // 1.3million
			return s.emit(start, i)
		}
	}
	return s.word(start, e)
}

// unit reports whether letters after a number are a unit or a multiple, which
// the treebanks make a token of its own.
func unit(letters string) bool {
	switch letters {
	case "m", "k", "b", "bn", "mn", "mln", "mm", "tn", "trn", "x",
		"am", "pm", "cm", "km", "ft", "in", "mi", "yd", "kg", "mg", "lb", "lbs", "oz",
		"hz", "khz", "mhz", "ghz", "kw", "mw", "gw", "kwh", "mwh", "kb", "mb", "gb", "tb",
		"mph", "kph", "kmh", "sq", "hr", "hrs", "min", "mins", "sec", "secs", "ml",
		"percent", "pc", "p", "f", "c", "ha":
		return true
	}
	return false
}

// lowerLetters reports whether s is nothing but a to z.
func lowerLetters(s string) bool {
	for i := range len(s) {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// dashed returns the end of a telephone number or date written with hyphens at
// start, zero where there is none. Other numbers with a hyphen between them
// are ranges and scores, and are parted.
func (s *scanner) dashed(start int) int {
	shape, i := 0, start
	for range 4 {
		e := i
		for s.byteAt(e) >= '0' && s.byteAt(e) <= '9' && e-i <= 5 {
			e++
		}
		if e == i {
			return 0
		}
		shape = shape*10 + e - i
		i = e
		if s.byteAt(i) != '-' {
			break
		}
		i++
	}
	switch shape {
	case 334, 1334, 422, 224, 124, 114, 214:
		if c, _ := s.at(i); c&wordPart == 0 {
			return i
		}
	}
	return 0
}

// decade appends the number that ends before the apostrophe at i: "1990's" is
// one token, "2016's" two.
func (s *scanner) decade(start, i int) int {
	n := s.apostrophe(i)
	if n > 0 && (i-start == 2 || i-start == 4) && s.text[i-1] == '0' && s.byteAt(i+n) == 's' {
		if c, _ := s.at(i + n + 1); c&wordPart == 0 {
			return s.emit(start, i+n+1)
		}
	}
	return s.word(start, i)
}
