package origin

import (
	"unicode"
	"unicode/utf8"

	"github.com/concord-news/concord/corpus"
)

// words are the words of an article's paragraphs: the hash of each, without
// case and punctuation, and its place. Paragraphs follow each other without a
// gap, because outlets cut them where they like.
type words struct {
	hash []uint64
	span []corpus.Span
}

// The FNV-1a constants, http://www.isthe.com/chongo/tech/comp/fnv/.
const fnvOffset, fnvPrime = 14695981039346656037, 1099511628211

func readWords(a *corpus.Article) words {
	var w words
	n := len(a.Text)/6 + 8
	w.hash, w.span = make([]uint64, 0, n), make([]corpus.Span, 0, n)
	for _, b := range a.Blocks {
		if b.Kind == corpus.Paragraph {
			w.add(a.Text, b.Span)
		}
	}
	return w
}

// add appends the words of s. Letters and digits make a word; everything else
// parts words, but for an apostrophe or a point between two of them.
func (w *words) add(text string, s corpus.Span) {
	start, h := -1, uint64(fnvOffset)
	end := func(at int) {
		if start >= 0 {
			w.hash = append(w.hash, h)
			w.span = append(w.span, corpus.Span{Start: start, End: at})
		}
		start, h = -1, fnvOffset
	}
	for i := s.Start; i < s.End; {
		c := text[i]
		if c < utf8.RuneSelf {
			switch {
			case c >= 'A' && c <= 'Z':
				c |= 0x20
				fallthrough
			case c >= 'a' && c <= 'z' || c >= '0' && c <= '9':
				if start < 0 {
					start = i
				}
				h = (h ^ uint64(c)) * fnvPrime
			case (c == '\'' || c == '.' || c == ',') && start >= 0 && i+1 < s.End && isWord(text[i+1]):
				// it's, U.S., 1,000: inside one word, and not part of its hash
			default:
				end(i)
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:s.End])
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			if start < 0 {
				start = i
			}
			h = (h ^ uint64(unicode.ToLower(r))) * fnvPrime
		case r == '’' && start >= 0 && i+size < s.End && isWord(text[i+size]):
		default:
			end(i)
		}
		i += size
	}
	end(s.End)
}

func isWord(c byte) bool {
	return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
}
