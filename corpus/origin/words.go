package origin

import (
	"math/bits"
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
	// aside marks the words that say nothing of who wrote the article: captions
	// of pictures, which come with the pictures, and what the text says again.
	aside []bool
	// own is the number of words that are in no caption.
	own int
}

// The FNV-1a constants, http://www.isthe.com/chongo/tech/comp/fnv/.
const fnvOffset, fnvPrime = 14695981039346656037, 1099511628211

func readWords(a *corpus.Article) words {
	var w words
	n := len(a.Text)/6 + 8
	w.hash, w.span = make([]uint64, 0, n), make([]corpus.Span, 0, n)
	var captions []corpus.Span
	for i, b := range a.Blocks {
		if b.Kind != corpus.Paragraph {
			continue
		}
		w.add(a.Text, b.Span)
		if isCaption(a, i) {
			captions = append(captions, b.Span)
		} else {
			captions = append(captions, numbered(b.In(a.Text), b.Start)...)
		}
	}
	w.setAside(captions)
	return w
}

// setAside marks captions, and what the text has said before.
func (w *words) setAside(captions []corpus.Span) {
	w.aside = make([]bool, len(w.hash))
	w.own = len(w.hash)
	k := 0
	for i, s := range w.span {
		for k < len(captions) && captions[k].End <= s.Start {
			k++
		}
		if k < len(captions) && captions[k].Overlaps(s) {
			w.aside[i] = true
			w.own--
		}
	}
	all := shingles(w.hash)
	// A table of slots is three times as fast as a map. Two hashes for one slot
	// stand side by side; 0 is an empty slot.
	size := bits.Len(uint(2 * len(all)))
	seen, mask := make([]uint64, 1<<size), uint64(1)<<size-1
	for i, h := range all {
		at := h >> (64 - size)
		for seen[at] != 0 && seen[at] != h {
			at = (at + 1) & mask
		}
		if h != 0 && seen[at] == h {
			for k := range shingle {
				w.aside[i+k] = true
			}
		}
		seen[at] = h
	}
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
