package verify

import (
	"math"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/text"
)

// place is a mention of the source, mention -1 where it is a whole sentence.
// Numbers past those of the sentence's mentions are of figures that follow.
type place struct{ sentence, mention int }

// at returns the mention of a place, and the arithmetic of one that follows from
// others.
func (s *Source) at(p place) (m *mention.Mention, how string) {
	list := s.mentions(p.sentence)
	if p.mention < len(list) {
		return &list[p.mention], ""
	}
	d := &s.sentences[p.sentence].derived()[p.mention-len(list)]
	return &d.Mention, d.how
}

// holding is what the source has for one part of the claim.
type holding struct {
	part *part
	// base is how well the best sentence has the part's surroundings,
	// whatever value stands there.
	base float64
	// support and rival are the best places with a value that bears the claim
	// out and with one that does not; their scores count the surroundings.
	support, rival                place
	supportScore, rivalScore, any float64
	// agreement is that of the support, rivalAgreement that of the rival.
	agreement, rivalAgreement agreement
	// found reports that the value stands somewhere in the source, distinct that
	// it is a figure which two things seldom share.
	found, distinct bool
	// follows reports that the support is a figure that follows from others.
	follows bool
	// times is how often the value stands in the source.
	times int
	// happened reports a figure of those to whom something happened, partial that
	// the source has it as a whole of which others are a part.
	happened, partial bool
}

// distinctHead is what the surroundings of a distinct figure count at least,
// whatever noun stands beside it: 870 people infected are 870 cases.
const distinctHead = 0.9

// hold looks up every part of the claim.
func (c *claim) hold() []holding {
	var registry *names.Registry
	out := make([]holding, len(c.parts))
	for i := range c.parts {
		p := &c.parts[i]
		around := c.surroundings(p)
		h := holding{part: p, happened: c.happened(p), support: place{-1, -1}, rival: place{-1, -1}}
		for _, v := range around {
			h.base = max(h.base, v)
		}
		if named(p.Kind) {
			if registry == nil {
				registry = c.src.registry(c.reading)
			}
			h.name(c.presence(p, registry), around)
		} else {
			h.value(c)
			if h.one() && !h.found {
				h.singular(c, around)
			}
		}
		out[i] = h
	}
	return out
}

// name scores the sentences that speak of a name.
func (h *holding) name(presence, around []float64) {
	for i, v := range presence {
		if v >= 1 {
			h.found = true
		}
		if score := v * around[i]; score > h.supportScore {
			h.support, h.supportScore, h.agreement = place{i, -1}, score, equal
		}
	}
}

// value scores the figures or dates of the source.
func (h *holding) value(c *claim) {
	s := c.src
	for i := range s.sentences {
		mentions := s.mentions(i)
		for k := range mentions {
			a := &mentions[k]
			agree, weight := h.compare(s.doc(i), a)
			if !a.Kind.Numeric() && !dated(a.Kind) {
				continue
			}
			around := c.around(h.part, i, tokens{a.First, a.Last})
			h.any = max(h.any, around)
			score := weight * around
			switch agree {
			case implied, equal:
				h.found = true
				h.partial = h.partial || weight == ofWhole
				h.times++
				if score > h.supportScore || score == h.supportScore && agree > h.agreement {
					h.support, h.supportScore, h.agreement, h.follows = place{i, k}, score, agree, false
				}
			case disjoint, overlapping:
				if a.Kind != h.part.Kind || weight <= otherHead || c.another(h, a) {
					continue
				}
				if score > h.rivalScore {
					h.rival, h.rivalScore, h.rivalAgreement = place{i, k}, score, agree
				}
			}
		}
		h.follow(c, i)
	}
}

// another reports a date of the source that answers to another of the same sentence
// of the claim, and so is no rival. Figures stand beside many that are near them.
func (c *claim) another(h *holding, a *mention.Mention) bool {
	for i := range c.parts {
		p := &c.parts[i]
		if dated(p.Kind) && p != h.part && p.sentence == h.part.sentence && dates(a, &p.Mention) >= implied {
			return true
		}
	}
	return false
}

// follow scores the figures that follow from what a sentence of the source states.
func (h *holding) follow(c *claim, i int) {
	if dated(h.part.Kind) {
		return
	}
	n := len(c.src.mentions(i))
	list := c.src.sentences[i].derived()
	for k := range list {
		agree, weight := list[k].makes(c, h.part)
		if agree < implied {
			continue
		}
		if list[k].doubtful {
			h.partial = true
			continue
		}
		score := weight * c.around(h.part, i, tokens{list[k].First, list[k].Last})
		h.found = true
		if score > h.supportScore {
			h.support, h.supportScore, h.agreement = place{i, n + k}, score, agree
			h.follows, h.distinct = true, distinct(stated(list[k].Quantity))
		}
	}
}

// compare holds a figure or date of the source against the part, and says how much
// its surroundings count.
func (h *holding) compare(d *text.Document, a *mention.Mention) (agreement, float64) {
	if dated(h.part.Kind) {
		return dates(a, &h.part.Mention), 1
	}
	if h.happened && whole(d, a) {
		return figures(a, &h.part.Mention), ofWhole
	}
	agree, fit := figures(a, &h.part.Mention), heads(a, &h.part.Mention)
	if agree >= implied && sameFigure(a.Quantity, h.part.Quantity) && distinct(stated(a.Quantity)) {
		h.distinct = true
		fit = max(fit, distinctHead)
	}
	return agree, fit
}

// distinct reports a figure that two things seldom share by chance: one that
// is not spelled out by style and takes more than one digit to write without
// its noughts.
func distinct(v float64) bool {
	if v <= 12 {
		return false
	}
	for v >= 10 && v == 10*math.Trunc(v/10) {
		v /= 10
	}
	return v >= 10 || v != math.Trunc(v)
}

// one reports a figure that an article may stand for: "one passenger" is "a
// passenger".
func (h *holding) one() bool {
	m := &h.part.Mention
	return m.Kind == mention.Number && m.Quantity.Low == 1 && m.Quantity.High == 1 && m.Head >= 0
}

// singular scores the sentences that have the noun of a one, where none has
// the figure.
func (h *holding) singular(c *claim, around []float64) {
	for n := range c.words {
		if c.words[n].token != h.part.Head {
			continue
		}
		for i, v := range c.words[n].here {
			if score := v * around[i]; score > h.supportScore {
				h.found, h.support, h.supportScore, h.agreement = true, place{i, -1}, score, implied
			}
		}
	}
}
