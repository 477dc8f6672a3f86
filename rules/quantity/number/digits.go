package number

import (
	"math"
	"strconv"
)

// Digits reads the figure at the start of s: "1,234.5", "12,34,567", "1.5",
// "5,00". It returns the value, one unit of the last significant digit, and
// the bytes used; 0 bytes where s does not start with a figure, or starts with
// more than a figure (an address such as 192.168.1.2).
func Digits(s string) (value, step float64, n int) {
	for n < len(s) && (isDigit(s[n]) || (s[n] == ',' || s[n] == '.') && n > 0 && n+1 < len(s) && isDigit(s[n+1])) {
		n++
	}
	if n == 0 {
		return 0, 0, 0
	}
	var buf [40]byte
	plain, ok := separators(s[:n], buf[:0])
	if !ok {
		return 0, 0, 0
	}
	value, err := strconv.ParseFloat(string(plain), 64)
	if err != nil || math.IsInf(value, 0) {
		return 0, 0, 0
	}
	return value, stepOf(plain), n
}

// separators writes s to buf without thousands separators and with a point
// before the decimals; ok is false where the separators make no figure.
func separators(s string, buf []byte) (plain []byte, ok bool) {
	if len(s) > cap(buf) {
		return nil, false
	}
	var dots, commas, lastDot, lastComma int
	for i := range len(s) {
		switch s[i] {
		case '.':
			dots, lastDot = dots+1, i
		case ',':
			commas, lastComma = commas+1, i
		}
	}
	thousands, point := byte(','), byte('.')
	switch {
	case dots > 1 && commas <= 1 && (commas == 0 || lastComma > lastDot),
		dots == 1 && commas == 1 && lastComma > lastDot,
		dots == 0 && commas == 1 && len(s)-lastComma-1 != 3:
		thousands, point = '.', ',' // continental: 1.234.567 or 5,00
	case dots > 1:
		return nil, false
	}
	if !grouped(s, thousands, point) {
		return nil, false
	}
	for i := range len(s) {
		switch s[i] {
		case thousands:
		case point:
			buf = append(buf, '.')
		default:
			buf = append(buf, s[i])
		}
	}
	return buf, true
}

// grouped reports whether the separators of the whole part stand at every
// third digit, or as in India at the last three and every second before.
func grouped(s string, sep, point byte) bool {
	end, groups, size := len(s), 0, 0
	for i := range len(s) {
		if s[i] == point {
			end = i
			break
		}
	}
	for i := end - 1; i >= 0; i-- {
		if s[i] != sep {
			size++
			continue
		}
		if size != 3 && (size != 2 || groups == 0 || sep != ',') {
			return false
		}
		groups, size = groups+1, 0
	}
	return size > 0 && (groups == 0 || size <= 3)
}

// stepOf returns one unit of the last significant digit: the zeros that end a
// whole number are not significant, those that end decimals are.
func stepOf(plain []byte) float64 {
	for i := len(plain) - 1; i >= 0; i-- {
		if plain[i] == '.' {
			return math.Pow10(-(len(plain) - 1 - i))
		}
	}
	zeros := 0
	for i := len(plain) - 1; i > 0 && plain[i] == '0'; i-- {
		zeros++
	}
	if zeros == len(plain)-1 && plain[0] == '0' {
		zeros = 0
	}
	return math.Pow10(zeros)
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }
