// Package charset turns the bytes of a document into UTF-8, whatever encoding
// they came in, and says how the encoding is known.
package charset

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	letter "unicode"
	"unicode/utf8"

	"github.com/wlynxg/chardet"
	htmlcharset "golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"
)

// The ways in which an encoding is known.
const (
	FromMark     = "byte order mark"
	FromBytes    = "its bytes" // valid UTF-8, or every second byte zero
	FromDeclared = "declared"
	FromGuess    = "guessed"
)

// Result is a decoded text and how its encoding is known.
type Result struct {
	Text string
	// Name is the encoding's name, such as "UTF-8" or "windows-1252".
	Name string
	// From is one of the From constants.
	From string
}

// errUnknown is the error of bytes in no encoding.
var errUnknown = errors.New("its encoding cannot be told; save it as UTF-8")

// Decode returns b as UTF-8 without a byte order mark. declared is the name of
// the encoding that the file or its carrier states, "" where none does. The
// order of trust: a byte order mark; valid UTF-8 with bytes above ASCII, which
// happens by chance in no other encoding; what is declared; a guess.
func Decode(b []byte, declared string) (Result, error) {
	if r, ok, err := marked(b); ok {
		return r, err
	}
	if name := UTF16(b); name != "" {
		return utf16Result(b, name, FromBytes)
	}
	ascii := isASCII(b)
	stateful := strings.HasPrefix(strings.ToLower(strings.TrimSpace(declared)), "iso-2022") || ascii && bytes.Contains(b, []byte("\x1b$"))
	if utf8.Valid(b) && !stateful {
		name := "UTF-8"
		if ascii {
			name = "ASCII"
		}
		return Result{Text: string(b), Name: name, From: FromBytes}, nil
	}
	if enc, name := htmlcharset.Lookup(strings.TrimSpace(declared)); enc != nil && name != "utf-8" && name != "replacement" {
		if text, ok := decoded(b, enc); ok {
			return Result{Text: text, Name: name, From: FromDeclared}, nil
		}
	}
	return guess(b)
}

// marked decodes bytes that begin with a byte order mark.
func marked(b []byte) (Result, bool, error) {
	switch {
	case bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")):
		b = b[3:]
		if at := InvalidAt(b); at >= 0 {
			return Result{}, true, fmt.Errorf("byte %d (0x%02x) is not UTF-8, though the file is marked as such; save it as UTF-8", at+3, b[at])
		}
		return Result{Text: string(b), Name: "UTF-8", From: FromMark}, true, nil
	case bytes.HasPrefix(b, []byte("\xFF\xFE\x00\x00")), bytes.HasPrefix(b, []byte("\x00\x00\xFE\xFF")):
		text, ok := decoded(b, utf32.UTF32(utf32.BigEndian, utf32.ExpectBOM))
		if !ok {
			return Result{}, true, errUnknown
		}
		return Result{Text: text, Name: "UTF-32", From: FromMark}, true, nil
	case bytes.HasPrefix(b, []byte("\xFF\xFE")):
		r, err := utf16Result(b[2:], "UTF-16LE", FromMark)
		return r, true, err
	case bytes.HasPrefix(b, []byte("\xFE\xFF")):
		r, err := utf16Result(b[2:], "UTF-16BE", FromMark)
		return r, true, err
	}
	return Result{}, false, nil
}

func utf16Result(b []byte, name, from string) (Result, error) {
	order := unicode.Endianness(unicode.LittleEndian)
	if name == "UTF-16BE" {
		order = unicode.BigEndian
	}
	if len(b)%2 == 1 {
		return Result{}, fmt.Errorf("ends in the middle of a character of %s; the file is cut short", name)
	}
	text, ok := decoded(b, unicode.UTF16(order, unicode.IgnoreBOM))
	if !ok {
		return Result{}, fmt.Errorf("is marked as %s and holds what is no character of it; save it as UTF-8", name)
	}
	return Result{Text: text, Name: name, From: from}, nil
}

// UTF16 recognises UTF-16 without a byte order mark by every second byte being
// zero, as in Latin text, and returns its name, or "".
func UTF16(b []byte) string {
	head := b[:min(len(b), 4096)&^1]
	var zero [2]int
	for i, c := range head {
		if c == 0 {
			zero[i&1]++
		}
	}
	// Seven of ten characters with a zero on one side, next to none on the other.
	half := len(head) / 2
	switch {
	case half < 2:
		return ""
	case zero[1]*10 >= half*7 && zero[0]*20 <= half:
		return "UTF-16LE"
	case zero[0]*10 >= half*7 && zero[1]*20 <= half:
		return "UTF-16BE"
	}
	return ""
}

// decoded decodes b and reports whether every byte of it is a character.
func decoded(b []byte, enc encoding.Encoding) (string, bool) {
	out, _, err := transform.Bytes(enc.NewDecoder(), b)
	if err != nil {
		return "", false
	}
	// A decoder writes U+FFFD for what it cannot read. Single-byte tables have
	// holes, which a stray byte may hit: one in 2,000 is let through.
	bad := bytes.Count(out, []byte("\uFFFD"))
	if bad*2000 > len(out) {
		return "", false
	}
	for _, c := range out {
		if c == 0 {
			return "", false
		}
	}
	return string(out), true
}

// guess finds the encoding of bytes that nothing is said of.
func guess(b []byte) (Result, error) {
	if enc := western(b); enc != nil {
		if text, ok := decoded(b, enc); ok {
			return Result{Text: text, Name: nameOf(enc), From: FromGuess}, nil
		}
	}
	found := chardet.Detect(b[:min(len(b), 256<<10)])
	enc, name := htmlcharset.Lookup(found.Encoding)
	if enc == nil || name == "replacement" || name == "utf-8" {
		return Result{}, errUnknown
	}
	text, ok := decoded(b, enc)
	if !ok {
		return Result{}, errUnknown
	}
	if mixedCase(text) {
		// What looks like Cyrillic in mixed case is Arabic, which detectors that
		// know Cyrillic best take for it.
		if other, ok := decoded(b, charmap.Windows1256); ok && !mixedCase(other) {
			text, name = other, "windows-1256"
		}
	}
	return Result{Text: text, Name: name, From: FromGuess}, nil
}

// mixedCase reports text of which more than a tenth of the letters outside of ASCII
// are capitals behind small letters: no language writes so.
func mixedCase(text string) bool {
	letters, mixed, small := 0, 0, false
	for _, r := range text {
		if r >= 0x80 && letter.IsLetter(r) {
			letters++
			if small && letter.IsUpper(r) {
				mixed++
			}
		}
		small = r >= 0x80 && letter.IsLower(r)
	}
	return mixed*10 > letters
}

func nameOf(enc encoding.Encoding) string {
	if enc == charmap.Macintosh {
		return "macintosh"
	}
	return "windows-1252"
}

// maxHighShare is the share of bytes above ASCII in a text in English: accents
// of names, curly quotes, dashes and signs of currency. Measured on English
// news: 0.3 to 1.5 in a hundred; languages of other code pages have 6 and more.
const maxHighShare = 0.05

// western tells English text with a few bytes above ASCII, which detectors
// built for other languages get wrong: windows-1252, or the old Macintosh
// encoding, whose quotation marks are the accented capitals of the other.
func western(b []byte) encoding.Encoding {
	high, mac, win := 0, 0, 0
	for _, c := range b {
		switch {
		case c < 0x80:
			continue
		case c >= 0xD0 && c <= 0xD5: // dashes and quotation marks, or rare capitals
			mac++
		case c == 0x81 || c == 0x8D || c == 0x8F || c == 0x90 || c == 0x9D: // holes of windows-1252
			mac++
		default:
			win++
		}
		high++
	}
	switch {
	case float64(high) > maxHighShare*float64(len(b)) && high > 3:
		return nil
	case mac > win:
		return charmap.Macintosh
	}
	return charmap.Windows1252
}

func isASCII(b []byte) bool {
	for _, c := range b {
		if c >= 0x80 {
			return false
		}
	}
	return true
}

// InvalidAt returns the offset of the first byte that is not UTF-8, or -1.
func InvalidAt(b []byte) int {
	if utf8.Valid(b) {
		return -1
	}
	for i := 0; i < len(b); {
		r, size := utf8.DecodeRune(b[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
