package report

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestWrap(t *testing.T) {
	for _, tc := range []struct {
		name, in string
		width    int
		want     []string
	}{
		{"nothing", "", 10, []string{""}},
		{"fits", "two words", 9, []string{"two words"}},
		{"at spaces", "two words", 8, []string{"two", "words"}},
		{"a scaled number stays whole", "roughly 45 billion a year", 12, []string{"roughly", "45 billion a", "year"}},
		{"groups of digits stay whole", "some 450 000 people", 9, []string{"some", "450 000", "people"}},
		{"a long word is cut after punctuation", "north-western-daily.txt:15", 14, []string{"north-western-", "daily.txt:15"}},
		{"a long word without any is cut hard", "abcdefghij", 4, []string{"abcd", "efgh", "ij"}},
		{"a number is never cut", "x1,234,567,890.55y", 6, []string{"x", "1,234,567,890.55", "y"}},
		{"wide characters", "日本語の記事", 6, []string{"日本語", "の記事"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			assert.Equal(t, tc.want, wrap(words(tc.in, noStyle), tc.width, false))
		})
	}
}

func TestDifferences(t *testing.T) {
	for _, tc := range []struct{ base, text, want string }{
		{"we will leave", "we will leave", "we will leave"},
		{"we will leave", "we must leave", "we [-will-] {+must+} leave"},
		{"we will leave", "they go", "[-we will leave-] {+they go+}"},
		{"we will leave", "", "[-we will leave-]"},
		{"", "we will leave", "{+we will leave+}"},
		{"the last 45 billion", "the last 54 billion", "the last [-45-] {+54+} billion"},
	} {
		var got []string
		for _, w := range differences(tc.base, tc.text) {
			got = append(got, w.text)
		}
		assert.Equal(t, tc.want, strings.Join(got, " "))
	}
}

func FuzzWrap(f *testing.F) {
	f.Add("roughly 45 billion a year", 12)
	f.Add("a\u0301\u200d1,2.3%%%\x1b[31m", 3)
	f.Add("日本語の記事 45\u00a0000", 5)
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = 1 + (width&0x7fffffff)%200
		safe := plain(s)
		if !utf8.ValidString(safe) {
			t.Fatalf("plain(%q) is not valid UTF-8", s)
		}
		lines := wrap(words(safe, noStyle), width, false)
		if got := strings.ReplaceAll(strings.Join(lines, ""), " ", ""); got != strings.ReplaceAll(safe, " ", "") {
			t.Fatalf("wrap lost words: %q became %q", safe, lines)
		}
	})
}

func FuzzDifferences(f *testing.F) {
	f.Add("we will leave", "we must leave now")
	f.Fuzz(func(t *testing.T, base, text string) {
		base, text = plain(base), plain(text)
		if strings.ContainsAny(base+text, "[]{}+-") {
			return
		}
		var was, is []string
		for _, w := range differences(base, text) {
			s := strings.Trim(w.text, "[]{}+-")
			if w.style != green {
				was = append(was, s)
			}
			if w.style != red {
				is = append(is, s)
			}
		}
		if strings.Join(was, " ") != base || strings.Join(is, " ") != text {
			t.Fatalf("%q and %q: %q, %q", base, text, was, is)
		}
	})
}
