package corpus

import "strings"

// source is what an article is made from.
type source struct {
	found
	text, sha string
	// entry is what the manifest says of the file; nil where it says nothing.
	entry *entry
}

// FromText returns an article made of text alone, such as a line of a data set
// or an example in a test. What Load would infer from a page is inferred; id
// stands for the file's name. Text must be UTF-8.
func FromText(id, text string) *Article {
	return newArticle(source{found: found{id: id, path: id}, text: text, sha: hash([]byte(text))})
}

func newArticle(s source) *Article {
	a := &Article{ID: s.id, Path: s.path, Text: s.text, SHA256: s.sha}
	title := ""
	if s.entry != nil {
		title = s.entry.title
	}
	a.Blocks = splitTitled(a.Text, title)
	a.Title = title
	if title == "" {
		a.Title = headlineOf(a)
	}
	a.Outlet, a.OutletFrom = outletFromName(a.ID), fromFileName
	if s.entry != nil {
		a.URL, a.Published = s.entry.url, s.entry.published
		if s.entry.outlet != "" {
			a.Outlet, a.OutletFrom = s.entry.outlet, fromManifest
		}
	}
	if !a.Published.Known() {
		a.Published = inferPublished(a)
	}
	return a
}

// headlineOf returns the article's headline on one line.
func headlineOf(a *Article) string {
	for _, b := range a.Blocks {
		if b.Kind == Headline {
			return strings.Join(strings.FieldsFunc(b.In(a.Text), isBlank), " ")
		}
	}
	return ""
}
