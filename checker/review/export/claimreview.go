package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review"
)

// ErrUndecided: there is no decision in force.
var ErrUndecided = errors.New("there is no decision in force yet; ClaimReview is about what is decided")

// claimReview is schema.org's ClaimReview. It has no ratingValue: this program
// knows decisions, and no scale of truth.
type claimReview struct {
	Context       string `json:"@context"`
	Type          string `json:"@type"`
	DatePublished string `json:"datePublished"`
	Author        thing  `json:"author"`
	ClaimReviewed string `json:"claimReviewed"`
	ItemReviewed  claim  `json:"itemReviewed"`
	ReviewRating  rating `json:"reviewRating"`
	ReviewBody    string `json:"reviewBody,omitempty"`
}

type thing struct {
	Type string `json:"@type"`
	Name string `json:"name"`
}

type claim struct {
	Type          string `json:"@type"`
	Author        thing  `json:"author"`
	DatePublished string `json:"datePublished,omitempty"`
	Name          string `json:"name"`
}

type rating struct {
	Type          string `json:"@type"`
	AlternateName string `json:"alternateName"`
}

// ClaimReview writes ClaimReview for each statement of a finding, as a list of
// JSON-LD. It returns ErrUndecided where no decision is in force.
func ClaimReview(w io.Writer, e *review.Edition, number int64) error {
	for _, r := range e.Findings {
		if r.Case != number {
			continue
		}
		d := r.State.InForce()
		if d == nil {
			return ErrUndecided
		}
		list := []claimReview{}
		for _, v := range r.Finding.Values {
			list = append(list, newClaimReview(e, d, v))
		}
		enc := json.NewEncoder(w)
		enc.SetIndent("", "  ")
		if err := enc.Encode(list); err != nil {
			return fmt.Errorf("ClaimReview of %s: %w", r.Finding.ID, err)
		}
		return nil
	}
	return ErrUndecided
}

func newClaimReview(e *review.Edition, d *review.Decision, v report.Value) claimReview {
	outlet := report.Plain(e.Outlet(v.Article))
	c := claimReview{
		Context: "https://schema.org", Type: "ClaimReview", DatePublished: d.At.UTC().Format("2006-01-02"),
		Author: thing{"Person", words(d.By)}, ClaimReviewed: report.Plain(v.Text),
		ItemReviewed: claim{Type: "Claim", Author: thing{"NewsMediaOrganization", outlet}, Name: report.Plain(v.Value)},
		ReviewRating: rating{"Rating", rated(d, outlet)}, ReviewBody: words(d.Reason),
	}
	for _, a := range e.Shown.Wire.Articles {
		if a.ID == v.Article && a.Published != nil {
			c.ItemReviewed.DatePublished = *a.Published
		}
	}
	return c
}

// rated says what a decision says of one outlet's statement.
func rated(d *review.Decision, outlet string) string {
	switch {
	case d.Right == "outlet" && d.RightOutlet == outlet:
		return "right"
	case d.Right == "outlet", d.Right == "none":
		return "not right"
	case d.Right == "all":
		return "right in its own terms"
	}
	return d.Outcome.Words()
}
