package verify

import (
	"fmt"
	"strings"
	"time"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules/mention"
)

// note is the arithmetic of a figure or date.
func (c *claim) note(h *holding, p place) string {
	a, how := c.src.at(p)
	if how != "" {
		return how
	}
	b := &h.part.Mention
	if !b.Kind.Numeric() {
		if !a.Period.Known() || !b.Period.Known() {
			return ""
		}
		return fmt.Sprintf("%s and %s", days(a.Period), days(b.Period))
	}
	return fmt.Sprintf("%s (%s) and %s (%s)", interval.Figure(a.Quantity, a.Unit), interval.Of(a.Quantity, false),
		interval.Figure(b.Quantity, b.Unit), interval.Of(b.Quantity, false))
}

// mostSentences is how many sentences of the source may bear one of the claim
// out together.
const mostSentences = 3

// gather picks the sentences that have most of the claim's words from..to, the
// best first, and returns the share of the words' weight that they have.
func (c *claim) gather(from, to int) (sentences []int, share float64) {
	have := make([]float64, to-from)
	all, sum := 0.0, 0.0
	for n := from; n < to; n++ {
		all += c.words[n].weight
	}
	for range mostSentences {
		best, gain := -1, 0.0
		for i := range c.src.sentences {
			g := 0.0
			for n := from; n < to; n++ {
				if v := c.words[n].here[i]; v > have[n-from] {
					g += c.words[n].weight * (v - have[n-from])
				}
			}
			if g > gain+1e-9 {
				best, gain = i, g
			}
		}
		if best < 0 {
			break
		}
		sentences, sum = append(sentences, best), sum+gain
		for n := from; n < to; n++ {
			have[n-from] = max(have[n-from], c.words[n].here[best])
		}
	}
	if all == 0 {
		return sentences, 1
	}
	return sentences, sum / all
}

// leastCoverage is the share of the claim's words that sentences must have.
func (c *claim) leastCoverage() float64 {
	switch {
	case len(c.src.sentences) > mostSentences:
		return leastCoverLong
	case c.headline():
		return leastCoverHeadline
	}
	return leastCover
}

// headline reports a headline that stands beside a sentence or two: both tell
// the same news in short, each with what the other leaves out.
func (c *claim) headline() bool {
	d := c.reading.Doc
	return len(c.src.sentences) <= mostSentences && len(d.Sentences) == 1 && !strings.ContainsAny(d.Text[len(d.Text)-1:], ".!")
}

// coverage objects where too few of a sentence's words stand together.
func (c *claim) coverage() []objection {
	var out []objection
	least := c.leastCoverage()
	for _, span := range c.sentences {
		if span[0] == span[1] {
			continue
		}
		_, share := c.gather(span[0], span[1])
		if share >= least {
			continue
		}
		why := fmt.Sprintf("the text has %.0f%% of the claim's words together, fewer than %.0f%%", 100*share, 100*least)
		for n := span[0]; n < span[1]; n++ {
			if w := &c.words[n]; w.best == 0 {
				out = append(out, objection{why: why, missing: &Missing{c.reading.Doc.Tokens[w.token].Span, "not in the text"}})
			}
		}
		if len(out) == 0 {
			out = append(out, objection{why: why})
		}
	}
	return out
}

// evidence is the sentences that come nearest to the claim.
func (c *claim) evidence() []Fact {
	var out []Fact
	for n, span := range c.sentences {
		sentences, _ := c.gather(span[0], span[1])
		for _, i := range sentences {
			f := c.src.fact(i, c.src.bounds(i).Span, c.reading.Doc.Sentences[n].Span, Compatible)
			f.Note = "nearest words"
			out = append(out, f)
		}
	}
	return out
}

// days writes a period by its first and last day.
func days(p mention.Period) string {
	first, last := p.From.Format(time.DateOnly), p.To.Add(-1).Format(time.DateOnly)
	if first == last {
		return first
	}
	return first + " to " + last
}
