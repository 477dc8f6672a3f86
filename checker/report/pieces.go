package report

import (
	"fmt"
	"html/template"

	"github.com/concord-news/concord/checker"
)

// Pieces adds the parts of a finding's card to t, so that other pages show a
// finding as the report does: "matrix", "standings", "wording", "chart" (of one of a card's
// Charts) and "rule", each of which takes a Card.
func Pieces(t *template.Template) (*template.Template, error) {
	t, err := t.Funcs(functions()).Parse(piecesHTML)
	if err != nil {
		return nil, fmt.Errorf("parts of a finding's card: %w", err)
	}
	return t, nil
}

// Style is the style sheet that the pieces need.
func Style() string { return pageCSS }

// Pages is what other pages show of a report. It is not changed after it is
// made and is safe for concurrent use.
type Pages struct {
	Cards    []Card
	Articles []SourceText
	Unread   []UnreadPlace
	// Shared lists outlets whose words have one origin.
	Shared []string
}

// NewPages makes the cards and texts of a report; texts are on the page with
// the address base.
func NewPages(r *checker.Report, base string) *Pages {
	var page htmlPage
	b := newPageBuilder(r, Run{})
	b.base = base
	b.fill(&page)
	p := &Pages{Articles: page.Articles, Unread: page.Unread}
	for i := range r.Findings {
		p.Cards = append(p.Cards, b.finding(&r.Findings[i]))
	}
	for _, g := range shared(r) {
		p.Shared = append(p.Shared, joinShared(g))
	}
	return p
}

// Plain makes words from outside safe to show on a line: white space of any
// length becomes one space, and control characters and those that reorder a
// line are shown as signs.
func Plain(s string) string { return plain(s) }
