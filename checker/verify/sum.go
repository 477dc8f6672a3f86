package verify

import (
	"slices"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// sums adds up the figures of a sentence that stand in a row, and one that adds
// to the last of the sentence before.
func (s *Source) sums(i int) []derived {
	d := s.doc(i)
	list := s.summands(i)
	var out []derived
	var total *derived // of the row so far
	if len(list) > 0 && s.near(i-1, i) {
		total = s.addend(i, &list[0])
	}
	for k := range list {
		m := &list[k]
		next := &derived{Mention: *m}
		if total != nil {
			inside := total.First >= s.bounds(i).First
			switch joined := joins(d, total.Last, m); {
			case inside && joined == asLast, further(d, m):
				if t, ok := sum(d, total, m); ok {
					t.more = further(d, m)
					t.doubtful = joined != asLast && !s.oneDeed(i, total, m)
					out = append(out, t)
				}
			case inside && joined == asNext:
				if t, ok := sum(d, total, m); ok {
					next = &t
				}
			}
		}
		total = next
	}
	return out
}

// oneDeed reports whether a figure of sentence i may tell to how many more the
// same was done as to those of the total: no verb says otherwise, as in "12 people
// died, and 30 more were hurt".
func (s *Source) oneDeed(i int, total *derived, m *mention.Mention) bool {
	d, before := s.doc(i), i
	if total.First < s.bounds(i).First {
		before--
	}
	a := anchor(d, s.bounds(before).First, s.sentences[before].tree(), &total.Mention)
	b := anchor(d, s.bounds(i).First, s.sentences[i].tree(), m)
	return a < 0 || b < 0 || related(termAt(d, a), termAt(d, b)) >= asSynonym
}

// summands returns the figures of a sentence that may be parts of a sum, and as
// ones what an article tells of in a row: "a lorry and seven cars".
func (s *Source) summands(i int) []mention.Mention {
	d, st := s.doc(i), s.bounds(i)
	var out []mention.Mention
	for _, m := range s.mentions(i) {
		if summed(&m) {
			out = append(out, m)
		}
	}
	for k := st.First; k < st.Last; k++ {
		if l := d.Tokens[k].Lower; l != "a" && l != "an" {
			continue
		}
		noun := k
		for noun+1 < st.Last && (d.Tokens[noun+1].Tag == text.NOUN || d.Tokens[noun+1].Tag == text.ADJ) {
			noun++
		}
		if d.Tokens[noun].Tag == text.NOUN && (inRow(d, k-1) || inRow(d, noun+1)) {
			out = append(out, mention.Mention{Span: d.Span(k, noun+1), First: k, Last: noun + 1, Kind: mention.Number,
				Quantity: mention.Quantity{Low: 1, High: 1, Step: 1}, Unit: d.Tokens[noun].Lemma, Head: noun})
		}
	}
	slices.SortStableFunc(out, func(a, b mention.Mention) int { return a.First - b.First })
	return out
}

// inRow reports a token that joins the members of a row.
func inRow(d *text.Document, i int) bool {
	return i >= 0 && i < len(d.Tokens) && (d.Tokens[i].Lower == "and" || d.Tokens[i].Lower == ",")
}

// addend returns the last figure of the sentence before that the first of
// sentence i can be added to.
func (s *Source) addend(i int, first *mention.Mention) *derived {
	before := s.mentions(i - 1)
	for k := len(before) - 1; k >= 0; k-- {
		if m := &before[k]; summed(m) && m.Kind == first.Kind && (m.Unit == first.Unit || first.Unit == "") {
			return &derived{Mention: *m}
		}
	}
	return nil
}

// summed reports a figure that may be a part of a sum.
func summed(m *mention.Mention) bool {
	switch m.Kind {
	case mention.Number, mention.Money, mention.Measure, mention.Duration:
		return m.Quantity.Known() && m.Quantity.Low == m.Quantity.High
	}
	return false
}

// joint says how a figure is joined to the one before it.
type joint uint8

const (
	// unjoined: not as one of a row.
	unjoined joint = iota
	// asNext: after a comma, "three girls" in "two boys, three girls and a man".
	asNext
	// asLast: after "and", which closes the row.
	asLast
)

// joins says how a figure is joined to what ends at token last. "Two hurt" after
// "five people dead and" counts others.
func joins(d *text.Document, last int, m *mention.Mention) joint {
	if m.Unit == "" && m.Last < len(d.Tokens) && (d.Tokens[m.Last].Tag == text.ADJ || d.Tokens[m.Last].Tag == text.VERB) {
		return unjoined
	}
	and, commas := false, 0
	for i := last; i < m.First; i++ {
		switch t := &d.Tokens[i]; {
		case t.Lower == "and" || t.Lower == "plus":
			and = true
		case t.Lower == ",":
			commas++
		case t.Tag == text.VERB || t.Tag == text.AUX || t.Tag == text.PUNCT || t.Tag == text.SCONJ || t.Tag == text.PRON:
			return unjoined
		}
	}
	switch {
	case and && commas <= 1:
		return asLast
	case !and && commas == 1 && d.Tokens[m.First-1].Lower == ",":
		return asNext
	}
	return unjoined
}

// further reports a figure that adds to another: "a further 40", "40 more".
func further(d *text.Document, m *mention.Mention) bool {
	for i := max(0, m.First-2); i < m.First; i++ {
		switch d.Tokens[i].Lower {
		case "further", "another", "additional", "extra":
			return true
		}
	}
	if m.Last < len(d.Tokens) {
		switch d.Tokens[m.Last].Lower {
		case "more", "others":
			return true
		}
	}
	return false
}

// sum adds a figure to a total, whose words it takes in where they are of the
// same sentence. Only figures of one kind and unit add up.
func sum(d *text.Document, total *derived, m *mention.Mention) (derived, bool) {
	out := *total
	switch {
	case total.Kind != m.Kind && total.Unit != "" && m.Unit != "", total.Kind != mention.Number && m.Unit != "" && total.Unit != m.Unit:
		return out, false
	case total.Unit == "":
		out.Kind, out.Unit, out.Head = m.Kind, m.Unit, m.Head
	case m.Unit != "" && m.Unit != total.Unit:
		out.others = append(out.others[:len(out.others):len(out.others)], m.Unit)
	}
	for k := m.Last; k < m.Head; k++ {
		out.with = append(out.with[:len(out.with):len(out.with)], d.Tokens[k].Lemma)
	}
	if out.how == "" {
		out.how = interval.Number(total.Quantity.Low)
	}
	if len(out.addends) == 0 {
		out.addends = []int{total.First}
	}
	out.addends = append(out.addends[:len(out.addends):len(out.addends)], m.First)
	out.how += " + " + interval.Number(m.Quantity.Low)
	out.Last, out.Span.End = m.Last, m.End
	if out.First < d.Sentences[d.SentenceOf(m.First)].First {
		out.First, out.Span = m.First, m.Span
	}
	out.Quantity = mention.Quantity{Low: total.Quantity.Low + m.Quantity.Low, High: total.Quantity.Low + m.Quantity.Low,
		Approx: total.Quantity.Approx || m.Quantity.Approx, Step: min(total.Quantity.Step, m.Quantity.Step)}
	return out, true
}

// partOf returns the sum of which the source has the figure of a part as one of
// several, where the claim tells of all: "seven vehicles" beside "a lorry and seven
// cars", "130 homes" beside "130 homes and a further 70".
func (c *claim) partOf(h *holding) *derived {
	if h.follows || h.times != 1 || h.support.mention < 0 || h.part.Kind != mention.Number || c.selects(h.part) {
		return nil
	}
	m, _ := c.src.at(h.support)
	for i := h.support.sentence; i <= h.support.sentence+1; i++ {
		if !c.src.near(h.support.sentence, i) {
			continue
		}
		list := c.src.sentences[i].derived()
		for k := range list {
			o := &list[k]
			all := (o.more || m.Unit != h.part.Unit && m.Unit != "") && o.counts(&h.part.Mention) > otherHead
			if all && !o.doubtful && slices.Contains(o.addends, m.First) && quantities(o.Quantity, h.part.Quantity) < implied {
				return o
			}
		}
	}
	return nil
}

// selects reports whether a claim tells which of several a figure counts: "the first
// 130", "130 in May", "10 more".
func (c *claim) selects(p *part) bool {
	d := c.reading.Doc
	if further(d, &p.Mention) || p.First > 0 && d.Tokens[p.First-1].Tag == text.ADJ {
		return true
	}
	st := d.Sentences[p.sentence]
	for i := st.First; i < st.Last; i++ {
		if l := d.Tokens[i].Lower; l == "first" || l == "initially" {
			return true
		}
	}
	for i := range c.parts {
		if q := &c.parts[i]; q.sentence == p.sentence && (dated(q.Kind) || q.Kind == mention.Number && q != p) {
			return true
		}
	}
	return false
}
