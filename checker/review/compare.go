package review

import (
	"context"
	"strings"
	"unicode/utf8"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/versions"
)

// CompareRuns lists what changed from one run of a story to another, and what
// became of its articles.
func (v *Service) CompareRuns(ctx context.Context, story, older, newer int64) ([]report.Change, []ArticleChange, error) {
	a, err := v.Shown(ctx, story, older)
	if err != nil {
		return nil, nil, err
	}
	b, err := v.Shown(ctx, story, newer)
	if err != nil {
		return nil, nil, err
	}
	return report.Compare(a.Wire, b.Wire), articleChanges(a, b), nil
}

// ArticleChange is what became of one article from one run to the next.
type ArticleChange struct {
	ID, Outlet string
	// Was is the ID of the article that it replaces, where that is another: the
	// only one of its outlet that went and the only one that came.
	Was string
	// What "new", "gone", "changed" or "same".
	What string
	// Before and After are the hashes of its texts.
	Before, After string
	// Edits are the words that differ, in the order of the text; none where
	// Compared is false, as of texts too long to be compared.
	Edits    []WordEdit
	Compared bool
}

// WordEdit is one place where two texts differ, with words around it as the
// later one has them.
type WordEdit struct{ Before, Removed, Added, After string }

func articleChanges(a, b *Shown) []ArticleChange {
	var out []ArticleChange
	replaced := replacements(a, b)
	taken := map[string]bool{}
	for _, x := range b.Wire.Articles {
		c := ArticleChange{ID: report.Plain(x.ID), Outlet: report.Plain(x.Outlet), What: "new", Before: a.texts[x.ID], After: b.texts[x.ID]}
		was := x.ID
		if old, ok := replaced[x.ID]; ok {
			was, c.Was, c.Before = old, report.Plain(old), a.texts[old]
			taken[old] = true
		}
		switch {
		case c.Before == c.After:
			c.What = "same"
		case c.Before != "":
			c.What = "changed"
			c.Edits, c.Compared = wordEdits(a.text(was), b.text(x.ID))
		}
		out = append(out, c)
	}
	for _, x := range a.Wire.Articles {
		if b.texts[x.ID] == "" && !taken[x.ID] {
			out = append(out, ArticleChange{ID: report.Plain(x.ID), Outlet: report.Plain(x.Outlet), What: "gone", Before: a.texts[x.ID]})
		}
	}
	return out
}

// replacements pairs the articles that came with those that went, where an
// outlet has one of each.
func replacements(a, b *Shown) map[string]string {
	went, came := only(a, b), only(b, a)
	out := map[string]string{}
	for outlet, id := range came {
		if old := went[outlet]; id != "" && old != "" {
			out[id] = old
		}
	}
	return out
}

// only maps an outlet to the ID of its article that the other run has not; ""
// where there are several.
func only(in, other *Shown) map[string]string {
	out := map[string]string{}
	for _, x := range in.Wire.Articles {
		if other.texts[x.ID] != "" {
			continue
		}
		if _, several := out[x.Outlet]; several {
			out[x.Outlet] = ""
		} else {
			out[x.Outlet] = x.ID
		}
	}
	return out
}

// text is the text of an article of a run.
func (s *Shown) text(id string) string {
	for _, a := range s.Report.Story.Articles {
		if a.ID == id {
			return a.Text
		}
	}
	return ""
}

// aroundEdit is how many bytes of text are shown on each side of an edit.
const aroundEdit = 60

func wordEdits(before, after string) ([]WordEdit, bool) {
	edits, ok := versions.Diff(whole(before), whole(after))
	var out []WordEdit
	for _, e := range edits {
		out = append(out, WordEdit{
			Before: report.Spaced(lastWords(after[:e.New.Start])), After: report.Spaced(firstWords(after[e.New.End:])),
			Removed: report.Plain(e.Old.In(before)), Added: report.Plain(e.New.In(after)),
		})
	}
	return out, ok
}

// whole is a text as an article of one paragraph.
func whole(text string) *corpus.Article {
	return &corpus.Article{Text: text, Blocks: []corpus.Block{{Span: corpus.Span{End: len(text)}}}}
}

// lastWords are the last words of s on their line, aroundEdit bytes at most.
func lastWords(s string) string {
	s = s[strings.LastIndexByte(s, '\n')+1:]
	if len(s) <= aroundEdit {
		return s
	}
	s = s[len(s)-aroundEdit:]
	if i := strings.IndexByte(s, ' '); i >= 0 {
		return "…" + s[i:]
	}
	for !utf8.RuneStart(s[0]) {
		s = s[1:]
	}
	return "…" + s
}

// firstWords are the first words of s on its line, aroundEdit bytes at most.
func firstWords(s string) string {
	s, _, _ = strings.Cut(s, "\n")
	if len(s) <= aroundEdit {
		return s
	}
	end := aroundEdit
	if i := strings.LastIndexByte(s[:end], ' '); i >= 0 {
		return s[:i] + " …"
	}
	for !utf8.RuneStart(s[end]) {
		end--
	}
	return s[:end] + "…"
}
