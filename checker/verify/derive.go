package verify

import (
	"fmt"
	"math"
	"slices"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// derived is a figure that the source does not state and that follows from what
// it states: a sum, a difference, a share, the years between two. It can bear a
// claim out, and never speaks against one: what is summed may be more than what
// the claim counts.
type derived struct {
	// Mention has the figure, and the words that it follows from as its span.
	mention.Mention
	// how is the arithmetic.
	how string
	// others are the nouns of a sum's other figures.
	others []string
	// with are the nouns that stand with the noun: "teacher" in "200 teacher places".
	with []string
	// change reports a figure that says by how much something rose or fell.
	change bool
	// addends are the first tokens of the figures that a sum adds up, more reports
	// that the last is said to be added: "a further 70".
	addends []int
	more    bool
	// doubtful reports a sum of what may have been done otherwise to some than to
	// the rest. It bears nothing out, and leaves a claim that has it uncontradicted.
	doubtful bool
	// named reports people who are named and not counted.
	named bool
}

// derivedWeight is what the surroundings of a derived figure count beside those of
// one that is stated.
const derivedWeight = 0.9

// derive returns what follows from the figures of a sentence and of the one
// before it.
func (s *Source) derive(i int) []derived {
	d := s.doc(i)
	mentions := s.mentions(i)
	out := s.sums(i)
	var before *mention.Mention
	for k := range mentions {
		if m := &mentions[k]; summed(m) {
			if before != nil {
				out = append(out, changes(d, before, m)...)
			}
			before = m
		}
	}
	out = append(out, years(mentions)...)
	for _, l := range offsets(d, s.bounds(i), mentions) {
		out = append(out, l, anniversary(&l.Mention))
	}
	for k := range mentions {
		switch m := &mentions[k]; {
		case m.Kind == mention.Duration:
			out = append(out, anniversary(m))
		case m.Kind == mention.Ordinal && lastTime(d, m):
			t := derived{Mention: *m, how: "that many times"}
			t.Kind, t.Unit = mention.Frequency, "time"
			out = append(out, t)
		}
	}
	return append(out, listed(d, s.bounds(i), mentions)...)
}

// changes returns what follows from figures a and b of one thing at two times:
// "from 40 to 50", "50, compared with 40".
func changes(d *text.Document, a, b *mention.Mention) []derived {
	x, y := a.Quantity.Low, b.Quantity.Low
	if a.Unit != b.Unit && a.Unit != "" && b.Unit != "" || x <= 0 || y <= 0 || x == y {
		return nil
	}
	switch {
	case precedes(d, a, "from") && precedes(d, b, "to"):
	case compared(d, a, b), precedes(d, a, "to") && precedes(d, b, "from"):
		x, y = y, x
	default:
		return nil
	}
	by := derived{Mention: *a, change: true}
	by.Last, by.Span.End = b.Last, b.End
	by.Quantity = mention.Quantity{Low: math.Abs(y - x), High: math.Abs(y - x), Step: min(a.Quantity.Step, b.Quantity.Step), Approx: a.Quantity.Approx || b.Quantity.Approx}
	by.how = fmt.Sprintf("from %s to %s", interval.Number(x), interval.Number(y))
	share := by
	percent := 100 * math.Abs(y-x) / x
	share.Kind, share.Unit, share.Head = mention.Share, "%", -1
	share.Quantity = mention.Quantity{Low: percent, High: percent, Step: 1, Approx: true}
	share.how = fmt.Sprintf("from %s to %s is %.1f%%", interval.Number(x), interval.Number(y), percent)
	return []derived{by, share}
}

// precedes reports whether a word stands before a figure.
func precedes(d *text.Document, m *mention.Mention, word string) bool {
	return m.First > 0 && d.Tokens[m.First-1].Lower == word
}

// compared reports whether figure b is what a was before: "50, compared with 40".
func compared(d *text.Document, a, b *mention.Mention) bool {
	if b.First < 2 || b.First-2 < a.Last {
		return false
	}
	switch before, word := d.Tokens[b.First-2].Lower, d.Tokens[b.First-1].Lower; before {
	case "compared":
		return word == "to" || word == "with"
	case "up", "down":
		return word == "from"
	}
	return false
}

// years returns the years between the only two dates of a sentence: "from 1996 to
// 2005" is nine years, and ten with both.
func years(mentions []mention.Mention) []derived {
	var dates []*mention.Mention
	for k := range mentions {
		if m := &mentions[k]; m.Kind == mention.Date && m.Period.Known() {
			dates = append(dates, m)
		}
	}
	if len(dates) == 0 || len(dates) > 2 {
		return nil
	}
	from, to := dates[0], dates[len(dates)-1]
	first := min(from.Period.From.Year(), to.Period.From.Year())
	last := max(from.Period.To.Add(-1).Year(), to.Period.To.Add(-1).Year())
	if last == first {
		return nil
	}
	m := derived{Mention: *from, how: fmt.Sprintf("from %d to %d", first, last)}
	m.Kind, m.Unit, m.Timex, m.Head = mention.Duration, "year", "", -1
	m.Last, m.Span.End = to.Last, to.End
	n := float64(last - first)
	m.Quantity = mention.Quantity{Low: n, High: n + 1, Step: 1}
	return []derived{m}
}

// anniversary makes of a length of time the anniversary that so many years make:
// the 20th after 20.
func anniversary(m *mention.Mention) derived {
	r := derived{Mention: *m, how: interval.Figure(m.Quantity, m.Unit)}
	r.Kind = mention.Ordinal
	return r
}

// lastTime reports an ordinal that says how often something has been: "for a 20th
// time", "a 20th and last time".
func lastTime(d *text.Document, m *mention.Mention) bool {
	for i := m.Last; i < min(m.Last+4, len(d.Tokens)); i++ {
		switch t := &d.Tokens[i]; {
		case t.Lemma == "time":
			return true
		case t.Tag != text.ADJ && t.Tag != text.CCONJ:
			return false
		}
	}
	return false
}

// yearly reports an ordinal of the claim that counts years.
func (c *claim) yearly(p *part) bool {
	d := c.reading.Doc
	for i := p.Last; i < d.Sentences[p.sentence].Last && nominal(&d.Tokens[i]); i++ {
		if l := d.Tokens[i].Lemma; l == "anniversary" || l == "birthday" {
			return p.Kind == mention.Ordinal
		}
	}
	return false
}

// makes reports whether a derived figure bears out a figure of the claim.
func (o *derived) makes(c *claim, p *part) (agreement, float64) {
	q := p.Quantity
	if o.change && !c.moves(p.sentence) || o.named && !thesaurus.People(p.Unit) || math.IsNaN(stated(q)) {
		return incomparable, 0
	}
	if o.Kind == mention.Ordinal {
		if o.Unit != "year" || stated(o.Quantity) != stated(q) || !c.yearly(p) {
			return incomparable, 0
		}
		return implied, derivedWeight
	}
	fit := o.counts(&p.Mention)
	if fit <= otherHead || p.Kind == mention.Number && (p.Unit == "" || o.Unit == "") && !o.change {
		return incomparable, 0
	}
	// A bound takes in any sum; what the claim has in mind is near its figure.
	if v := stated(o.Quantity); !math.IsNaN(v) && math.Abs(v-stated(q)) > nearby*stated(q) {
		return incomparable, 0
	}
	agree := figures(&o.Mention, &p.Mention)
	if agree < overlapping || agree == overlapping && o.Kind != mention.Share && o.Kind != mention.Duration {
		return incomparable, 0
	}
	return implied, derivedWeight * fit
}

// counts says how well what a derived figure counts is what one of the claim does.
func (o *derived) counts(m *mention.Mention) float64 {
	a := o.Mention
	fit := heads(&a, m)
	if slices.Contains(o.with, m.Unit) {
		fit = relatedHead // places of teachers are teachers
	}
	for _, unit := range o.others {
		a.Unit = unit
		fit = min(fit, heads(&a, m))
	}
	return fit
}

// nearby is how far a derived figure may lie from that of the claim, as a part of
// it: 56.9% is more than 50%, and nobody calls 90% that.
const nearby = 0.2

// moves reports whether a sentence of the claim says that something rose or fell.
func (c *claim) moves(sentence int) bool {
	d := c.reading.Doc
	s := d.Sentences[sentence]
	for i := s.First; i < s.Last; i++ {
		t := &d.Tokens[i]
		if rises(t.Lemma) || falls(t.Lemma) || thesaurus.Contrary(t.Lemma, "increase") || thesaurus.Relate(t.Lemma, "increase") == thesaurus.Synonym {
			return true
		}
	}
	return false
}
