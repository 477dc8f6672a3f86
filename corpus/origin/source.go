package origin

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-news/concord/corpus"
)

// Source is another outlet or agency that an article says its words, or its
// news, are from.
type Source struct {
	Name string
	// How is what the article says: "contributed" or "first reported".
	How string
	// Span is the words that say it.
	Span corpus.Span
}

// sources finds what articles say of where their words come from, beside the
// credits of datelines and lines.
func sources(a *corpus.Article) []Source {
	var found []Source
	for _, b := range a.Blocks {
		text := b.In(a.Text)
		found = append(found, contributed(text, b.Start)...)
		found = append(found, reported(text, b.Start)...)
	}
	slices.SortFunc(found, func(x, y Source) int { return cmp.Compare(x.Span.Start, y.Span.Start) })
	return found
}

// contributed finds "The Associated Press contributed to this report."
func contributed(text string, at int) []Source {
	end := strings.Index(text, "contributed to this ")
	if end < 0 {
		return nil
	}
	start := strings.LastIndexAny(text[:end], ".!?\n") + 1
	var found []Source
	for _, name := range named(text[start:end]) {
		s := Source{Name: name, How: "contributed", Span: corpus.Span{Start: at + start, End: at + end + len("contributed")}}
		if !slices.ContainsFunc(found, func(f Source) bool { return f.Name == name }) {
			found = append(found, s)
		}
	}
	return found
}

// reported finds "first reported by The Ellery Post", and the name in it: the
// words with capitals behind it.
func reported(text string, at int) []Source {
	const sign = "first reported by "
	var found []Source
	for from := 0; ; {
		i := strings.Index(text[from:], sign)
		if i < 0 {
			return found
		}
		start := from + i
		name := capitals(text[start+len(sign):])
		from = start + len(sign)
		if name != "" {
			found = append(found, Source{Name: name, How: "first reported", Span: corpus.Span{Start: at + start, End: at + from + len(name)}})
		}
	}
}

// capitals returns the name that s begins with: words with capitals, and the
// small words of names between them.
func capitals(s string) string {
	end := 0
	for i := 0; i < len(s); {
		n := strings.IndexAny(s[i:], " \n,.;:()")
		word := s[i:]
		if n >= 0 {
			word = s[i : i+n]
		}
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case word == "the" || word == "of" || word == "and" || word == "de":
		case word != "" && (unicode.IsUpper(r) || unicode.IsDigit(r)):
			end = i + len(word)
		default:
			return strings.TrimSpace(s[:end])
		}
		if n < 0 || s[i+n] != ' ' {
			break
		}
		i += n + 1
	}
	return strings.TrimPrefix(strings.TrimSpace(s[:end]), "the ")
}
