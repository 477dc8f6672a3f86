package corpus

// Span is a half-open range of byte offsets, Start inclusive and End exclusive.
//
// A span is made once, by the reader that sees the words, and carried to the
// report; nothing is ever found again by searching for its text.
type Span struct{ Start, End int }

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether s holds no byte.
func (s Span) Empty() bool { return s.End <= s.Start }

// Overlaps reports whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Contains reports whether every byte of t lies in s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Cover returns the smallest span that contains both s and t.
func (s Span) Cover(t Span) Span {
	return Span{Start: min(s.Start, t.Start), End: max(s.End, t.End)}
}

// In returns the words of text that s spans.
func (s Span) In(text string) string { return text[s.Start:s.End] }
