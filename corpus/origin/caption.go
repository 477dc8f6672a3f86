package origin

import (
	"regexp"
	"strings"

	"github.com/concord-news/concord/corpus"
)

// captionHead is how far into a caption stands what shows it to be one, and
// captionMost how long one is at most, in bytes.
const (
	captionHead = 120
	captionMost = 1000
)

// isCaption reports whether block i of an article is the caption of a picture:
// an agency's, which says of what file the picture is, or one of a slide show.
func isCaption(a *corpus.Article, i int) bool {
	if i+1 < len(a.Blocks) && a.Blocks[i+1].Kind == corpus.Furniture && a.Blocks[i+1].Reason == corpus.ReasonGallery {
		return true
	}
	b := a.Blocks[i]
	if b.Len() > captionMost {
		return false
	}
	s := strings.ToLower(b.In(a.Text))
	head := s[:min(len(s), captionHead)]
	for _, sign := range [...]string{"file photo", "file image", "file picture", "handout photo", "handout image"} {
		if strings.Contains(head, sign) {
			return true
		}
	}
	if strings.HasPrefix(s, "file - ") || strings.HasPrefix(s, "file – ") || strings.HasPrefix(s, "file — ") {
		return true
	}
	return strings.HasPrefix(s, "in this ") && (strings.Contains(head, " photo") || strings.Contains(head, " image") || strings.Contains(head, " picture"))
}

// The mark in front of each caption of a slide show that was saved as one
// paragraph, and the credit that ends one, with the most words of a name.
var (
	captionMark   = regexp.MustCompile(`\b(?:Image|Photo|Slide) \d+ of \d+\b`)
	captionCredit = regexp.MustCompile(`^.*?\bPhoto: (?:[\pL.]+[ /]){0,2}[\pL.]+`)
)

// numbered returns the captions inside a paragraph, "Image 2 of 8 The pier.
// Photo: Ada Voss Image 3 of 8 ...". The last ends with its credit, or is taken
// to be no longer than the mark where it has none.
func numbered(text string, start int) []corpus.Span {
	if !strings.Contains(text, " of ") || !strings.Contains(text, "Image ") && !strings.Contains(text, "Photo ") && !strings.Contains(text, "Slide ") {
		return nil // so that most paragraphs cost next to nothing
	}
	marks := captionMark.FindAllStringIndex(text, -1)
	if len(marks) < 2 {
		return nil
	}
	var out []corpus.Span
	for k, m := range marks {
		end := m[1]
		if k+1 < len(marks) {
			end = marks[k+1][0]
		} else if credit := captionCredit.FindString(text[m[1]:min(len(text), m[1]+captionMost)]); credit != "" {
			end = m[1] + len(credit)
		}
		out = append(out, corpus.Span{Start: start + m[0], End: start + end})
	}
	return out
}
