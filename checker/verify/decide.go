package verify

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/concord-news/concord/rules/mention"
)

// The thresholds. Each was measured on the even lines (pairs, where two lines
// share a text) of the development sets named.
const (
	// leastValue is the share of the best surroundings that a figure or date
	// must have to be said of the same thing (fib_swap, summedits).
	leastValue = 0.5
	// leastFollows is the same of a figure that follows from what the text states,
	// which is seldom there by chance (fib_swap).
	leastFollows = 0.3
	// leastName is the same of a name (fib_swap, summedits).
	leastName = 0.5
	// leastCover is the share of the claim's words, by weight, that a few
	// sentences must have (rte1_dev).
	leastCover = 0.5
	// leastCoverLong is the same where the source is an article (summedits).
	leastCoverLong = 0.3
	// leastCoverHeadline is the same of a headline, which leaves words out and
	// takes shorter ones, beside a sentence or two (emergent_dev).
	leastCoverHeadline = 0.1
	// leastBase and leastBaseName are how well some sentence must have the
	// surroundings of a figure or name for it to stand elsewhere (fib_swap).
	leastBase, leastBaseName = 0.4, 0.3
	// leastRival is how well a place that says otherwise must have the claim's
	// surroundings to contradict it rather than say something else.
	leastRival = 0.5
)

// objection is a reason against a claim.
type objection struct {
	verdict Verdict
	why     string
	fact    *Fact
	missing *Missing
}

// Verify holds a claim, plain text in UTF-8, against the source. It is safe for
// concurrent use.
func (s *Source) Verify(text string) Result {
	c := s.read(text)
	if len(c.words) == 0 && len(c.parts) == 0 || len(s.sentences) == 0 {
		return Result{Why: "there is nothing to compare"}
	}
	var r Result
	var against []objection
	headline := c.headline()
	for _, h := range c.hold() {
		o := c.object(&h)
		if o != nil && !h.found && h.rival.sentence < 0 && (headline || h.floating()) {
			// Told, but not held against the claim.
			r.Missing = append(r.Missing, *o.missing)
		} else if o != nil {
			against = append(against, *o)
		} else if h.support.sentence >= 0 {
			r.Facts = append(r.Facts, c.fact(&h, h.support, h.relation()))
		}
	}
	for _, objections := range [...]func() []objection{
		c.roles, c.misfits, c.mediums, c.pronouns, c.disagreements, // who and what is named
		c.polarity, c.contraries, c.turned, c.parties, c.assertions, c.descriptions, c.links, c.directions, c.attributes, // what is said of it
		c.absences, c.commitment, c.coverage, // and the rest of the words
	} {
		against = append(against, objections()...)
	}
	return c.conclude(r, against)
}

// conclude weighs the objections: one that contradicts counts before those
// that miss something.
func (c *claim) conclude(r Result, against []objection) Result {
	slices.SortStableFunc(against, func(a, b objection) int { return cmp.Compare(b.verdict, a.verdict) })
	var first []Fact
	for _, o := range against {
		if o.fact != nil {
			first = append(first, *o.fact)
		}
		if o.missing != nil {
			r.Missing = append(r.Missing, *o.missing)
		}
	}
	r.Facts = append(first, r.Facts...)
	if len(r.Facts) == 0 {
		r.Facts = c.evidence()
	}
	slices.SortStableFunc(r.Missing, func(a, b Missing) int { return a.Start - b.Start })
	if len(against) == 0 {
		r.Verdict, r.Why = Supported, c.accord()
		return r
	}
	r.Verdict, r.Why = against[0].verdict, against[0].why
	return r
}

// accord is the reason of a claim that is borne out.
func (c *claim) accord() string {
	if len(c.parts) == 0 {
		return "the text has the words of the claim together"
	}
	return "the text has the words, figures, dates and names of the claim together"
}

// object says what stands against a part of the claim, nil for nothing.
func (c *claim) object(h *holding) *objection {
	words := h.part.In(c.reading.Doc.Text)
	if o := c.partOf(h); o != nil {
		e := c.elsewhere(h, words)
		e.why = fmt.Sprintf("the text has %q as a part of what the claim tells of: %s", words, o.how)
		return e
	}
	least := leastValue
	if named(h.part.Kind) {
		least = leastName
	}
	switch {
	case h.base == 0 || h.supportScore >= least*h.against() || h.follows && h.supportScore >= leastFollows*h.against():
		if h.found || h.base == 0 && h.supportScore > 0 {
			return nil
		}
	case h.found && (h.unmistakable() || c.aged(h)) && h.rivalScore <= h.supportScore:
		return nil
	case h.found && !named(h.part.Kind) && c.anchored(h), h.follows && h.distinct:
		return nil
	case h.found && h.base < h.leastBase() && h.rivalScore <= h.supportScore:
		return nil // nothing says where else it would stand
	case h.found && (h.distinct || h.rivalScore < h.supportScore):
		return c.elsewhere(h, words)
	}
	if h.rival.sentence >= 0 && h.rivalScore >= leastRival && h.rivalScore > h.supportScore {
		rival := c.fact(h, h.rival, Differs)
		return &objection{verdict: h.clash(), fact: &rival, missing: &Missing{h.part.Span, "the text has another value"},
			why: fmt.Sprintf("the claim has %q where the text has %q", words, rival.In(c.src.text(rival.Article)))}
	}
	if h.found {
		return c.elsewhere(h, words)
	}
	return &objection{missing: &Missing{h.part.Span, "not in the text"}, why: fmt.Sprintf("the text does not have %q", words)}
}

// leastBase is how well a sentence must have the surroundings of a part for it to
// stand elsewhere. Dates stand by themselves often enough: never.
func (h *holding) leastBase() float64 {
	switch {
	case named(h.part.Kind):
		return leastBaseName
	case h.part.Kind.Numeric():
		return leastBase
	}
	return 0
}

// unmistakable reports a name or figure that a text has for one purpose only,
// whatever stands beside it: a body, an event, an age, the number of a road.
// Measured on the even lines of fib_swap, summedits and rte1_dev: such ones that
// stood in other surroundings were right as often as wrong.
func (h *holding) unmistakable() bool {
	switch h.part.Kind {
	case mention.Organisation, mention.Event, mention.Age, mention.Identifier:
		return true
	}
	return false
}

// floating reports a date that counts from the day of writing, such as "last
// month", where that day is not known: nothing can be said of it.
func (h *holding) floating() bool {
	m := &h.part.Mention
	return dated(m.Kind) && !m.Period.Known() && !calendar(day(m.Timex))
}

// clash is the verdict of a rival: figures that overlap may both be true, and so may
// a part and its whole.
func (h *holding) clash() Verdict {
	if h.rivalAgreement == disjoint && !h.partial {
		return Contradicted
	}
	return Unsupported
}

// elsewhere is the objection that a value stands in other surroundings.
func (c *claim) elsewhere(h *holding, words string) *objection {
	o := &objection{missing: &Missing{h.part.Span, "in the text, but not of this"}, why: fmt.Sprintf("the text does not say %q of this", words)}
	if h.support.sentence >= 0 {
		f := c.fact(h, h.support, Elsewhere)
		o.fact = &f
	}
	return o
}

// against is the score that the support of a part is measured by.
func (h *holding) against() float64 {
	if named(h.part.Kind) {
		return h.base
	}
	return max(h.rivalScore, h.any, h.base*baseValue)
}

// baseValue is what the best surroundings without any figure count against a
// figure's own.
const baseValue = 0.6

func (h *holding) relation() Relation {
	if h.agreement == equal {
		return Same
	}
	return Compatible
}

// text is the text of an article of the source.
func (s *Source) text(article int) string { return s.readings[article].Doc.Text }

// fact makes a fact of a place in the source.
func (c *claim) fact(h *holding, p place, r Relation) Fact {
	if p.mention < 0 {
		return c.src.fact(p.sentence, c.src.bounds(p.sentence).Span, h.part.Span, r)
	}
	f := c.placeFact(p, h.part, r)
	f.Note = c.note(h, p)
	return f
}
