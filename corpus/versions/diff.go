package versions

import (
	"unicode"
	"unicode/utf8"

	"github.com/sergi/go-diff/diffmatchpatch"

	"github.com/concord-news/concord/corpus"
)

// Edit is a place where a later version differs from an earlier one.
type Edit struct {
	// Old is the span in the earlier text, empty where words were put in; New is
	// the span in the later one, empty where words were taken out.
	Old, New corpus.Span
}

// maxWords is how many words of a text are compared: the private-use runes that
// stand for words are that many.
const maxWords = 20_000

// Diff returns the differences from one version to the next, in words, in the
// order of the text. Only blocks of text are compared. It returns false for
// texts too long to be compared.
func Diff(old, later *corpus.Article) ([]Edit, bool) {
	w := &wordRunes{runes: map[string]rune{}}
	a, spansA := w.read(old)
	b, spansB := w.read(later)
	if w.next > maxWords {
		return nil, false
	}
	dmp := diffmatchpatch.New()
	dmp.DiffTimeout = 0 // the clock must not decide what is reported
	var edits []Edit
	i, j := 0, 0
	var open *Edit
	for _, d := range dmp.DiffMainRunes(a, b, false) {
		n := utf8.RuneCountInString(d.Text)
		if d.Type == diffmatchpatch.DiffEqual {
			i, j, open = i+n, j+n, nil
			continue
		}
		if open == nil {
			edits = append(edits, Edit{Old: at(spansA, i), New: at(spansB, j)})
			open = &edits[len(edits)-1]
		}
		if d.Type == diffmatchpatch.DiffDelete {
			open.Old = cover(spansA[i : i+n])
			i += n
		} else {
			open.New = cover(spansB[j : j+n])
			j += n
		}
	}
	return edits, true
}

// at is the empty span before word i.
func at(spans []corpus.Span, i int) corpus.Span {
	switch {
	case i < len(spans):
		return corpus.Span{Start: spans[i].Start, End: spans[i].Start}
	case len(spans) > 0:
		end := spans[len(spans)-1].End
		return corpus.Span{Start: end, End: end}
	}
	return corpus.Span{}
}

func cover(spans []corpus.Span) corpus.Span {
	return corpus.Span{Start: spans[0].Start, End: spans[len(spans)-1].End}
}

// wordRunes stands for each different word by a private-use rune.
type wordRunes struct {
	runes map[string]rune
	next  int
}

func (w *wordRunes) read(a *corpus.Article) ([]rune, []corpus.Span) {
	var out []rune
	var spans []corpus.Span
	for _, b := range a.Blocks {
		if b.Kind == corpus.Furniture {
			continue
		}
		start := -1
		for i, r := range b.In(a.Text) + " " {
			switch {
			case !unicode.IsSpace(r) && start < 0:
				start = i
			case unicode.IsSpace(r) && start >= 0:
				s := corpus.Span{Start: b.Start + start, End: b.Start + i}
				out, spans = append(out, w.rune(s.In(a.Text))), append(spans, s)
				start = -1
			}
		}
	}
	return out, spans
}

func (w *wordRunes) rune(word string) rune {
	if r, ok := w.runes[word]; ok {
		return r
	}
	r := rune(0xF0000 + w.next) // plane 15 is for private use, 65,534 runes
	w.next++
	if w.next > maxWords {
		r = utf8.RuneError
	}
	w.runes[word] = r
	return r
}
