package text

import (
	"encoding/binary"
	"strings"
	"unicode"
	"unicode/utf8"
)

// lowerASCII returns s with A to Z in lower case and every other byte as it
// is, so that offsets into s hold for it too; s itself where nothing changes.
func lowerASCII(s string) string {
	i := 0
	for i < len(s) && (s[i] < 'A' || s[i] > 'Z') {
		i++
	}
	if i == len(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	b.WriteString(s[:i])
	// A buffer on the stack: writing byte by byte to the builder is four
	// times slower.
	var buf [512]byte
	for i < len(s) {
		n := copy(buf[:], s[i:])
		for j := 0; j < n; j += 8 {
			w := (*[8]byte)(buf[j:])
			binary.LittleEndian.PutUint64(w[:], lowerEight(binary.LittleEndian.Uint64(w[:])))
		}
		b.Write(buf[:n])
		i += n
	}
	return b.String()
}

// lowerEight returns eight bytes in one with A to Z in lower case: the top bit of a
// byte, which nothing of the sum of the byte before it reaches, tells whether it is at
// least A and not beyond Z.
func lowerEight(x uint64) uint64 {
	const each = 0x0101010101010101
	low := x & (0x7F * each)
	capital := (low + (0x80-'A')*each) &^ (low + (0x80-'Z'-1)*each) &^ x & (0x80 * each)
	return x | capital>>2 // 0x20 is what parts a letter from its capital
}

// normal returns the lower-cased form of a token that has bytes outside
// ASCII, given with its ASCII letters in lower case already.
func normal(s string) string {
	switch s {
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	case "’", "‘", "‚", "‛":
		return "'"
	case "“", "”", "„", "‟", "«", "»":
		return `"`
	case "–", "—", "‐", "‑", "‒", "―", "−":
		return "-"
	case "…":
		return "..."
	}
	same := true
	for _, r := range s {
		if r >= utf8.RuneSelf && normalRune(r) != r {
			same = false
			break
		}
	}
	if same {
		return s
	}
	if m := strings.Map(normalRune, s); m != "" {
		return m
	}
	return s
}

// normalRune lowers r, makes curly marks straight and drops soft hyphens.
func normalRune(r rune) rune {
	switch r {
	case '’', '‘', '‛', 'ʼ':
		return '\''
	case '“', '”', '„', '‟', '«', '»':
		return '"'
	case '–', '—', '‐', '‑', '‒', '―', '−':
		return '-'
	case softHyphen:
		return -1
	}
	return unicode.ToLower(r)
}
