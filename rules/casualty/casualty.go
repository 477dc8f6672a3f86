// Package casualty reads who is said to be killed, wounded or shot, and how
// many: "killing at least two people and wounding 90", "a man and a woman were
// shot dead", "two were killed and five wounded", "no one was hurt".
//
// Read goes over a text once and returns what single clauses state. Settle
// then looks at an article as a whole: which figures are tolls, which count a
// part of the dead or wounded, and how many people an article tells of one by
// one where it gives no toll.
package casualty

import (
	"slices"
	"sync"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// reader reads one document.
type reader struct {
	d        *text.Document
	mentions []mention.Mention
	// cover holds for each token one more than the index of the mention that
	// matters there, 0 for none.
	cover []int32
	// first and last are the half-open range of the sentence's tokens;
	// inside are its clauses.
	first, last int
	inside      []clause.Clause
	out         []Statement
}

// Read returns what the clauses of a text say of killed, wounded and shot
// people, in the order of their triggers. Mentions and clauses must be those of
// the text, mentions ordered by their first token.
func Read(d *text.Document, mentions []mention.Mention, clauses []clause.Clause) []Statement {
	r := readers.Get().(*reader)
	*r = reader{d: d, mentions: mentions, cover: r.cover[:0]}
	c := 0
	for i := range d.Sentences {
		s := &d.Sentences[i]
		r.first, r.last = s.First, s.Last
		for c < len(clauses) && clauses[c].Sentence < i {
			c++
		}
		end := c
		for end < len(clauses) && clauses[end].Sentence == i {
			end++
		}
		r.inside = clauses[c:end]
		c = end
		before := len(r.out)
		if r.sentence(); len(r.out) > before {
			teaser := r.headlined()
			for k := before; k < len(r.out); k++ {
				r.out[k].Teaser = teaser
			}
		}
	}
	out := r.out
	*r = reader{cover: r.cover}
	readers.Put(r)
	return out
}

// readers are *reader, whose memory is used for one document after another.
var readers = sync.Pool{New: func() any { return new(reader) }}

// sentence looks for triggers. A question states nothing.
func (r *reader) sentence() {
	for t := r.first; t < r.last; t++ {
		tr, ok := r.trigger(t)
		if !ok {
			continue
		}
		if len(r.cover) == 0 {
			r.coverMentions()
		}
		if r.d.Tokens[r.last-1].Lower == "?" || r.sumsUp() || r.promotes() {
			return
		}
		r.apply(tr, t)
	}
}

// sumsUp reports whether a sentence gives figures of a time and not of an
// event: "126 people have been killed so far this year".
func (r *reader) sumsUp() bool {
	for k := r.first; k+1 < r.last; k++ {
		switch r.d.Tokens[k].Lower {
		case "this", "each", "every", "per", "past":
			if r.is(k+1, "year", "month", "decade") && !r.is(k-1, "earlier", "later", "the") {
				return true
			}
		case "last":
			if r.is(k+1, "year") && r.is(k-1, "as", "than", "with", "versus", "against", "over", "date", "time", "point", "stage") {
				return true // "at the same level as last year", "61 by this date last year"
			}
		case "so":
			if r.is(k+1, "far") && r.is(k+2, "this", "in", "during") {
				return true
			}
		case "year":
			if r.is(k+1, "to") && r.is(k+2, "date") || r.is(k-2, "of") && r.is(k-1, "the") && r.is(k+1, "in", ".", ",") {
				return true
			}
		}
	}
	return false
}

// promotes reports whether a sentence points to another article: "Related: two
// hurt in crash".
func (r *reader) promotes() bool {
	k := r.first
	for r.tag(k) == text.PUNCT || r.is(k, "[", "(", "*", ">") {
		k++
	}
	return r.is(k, "related", "more", "also") && r.is(k+1, ":") ||
		r.is(k, "read", "see", "more", "other", "related", "top", "also") && r.is(k+1, "more", "also", "next", "news", "stories", "story", "coverage", "read") && (r.is(k+2, ":") || r.is(k+3, ":"))
}

func (r *reader) trigger(t int) (trigger, bool) {
	if t < r.first {
		return trigger{}, false
	}
	tok := &r.d.Tokens[t]
	if !tok.Shape.Has(text.HasLetter) || len(tok.Lower) < 3 {
		return trigger{}, false
	}
	if !mayTrigger.MayHold(tok.Lower) {
		return trigger{}, false
	}
	tr, ok := triggers[tok.Lower]
	return tr, ok
}

func (r *reader) apply(tr trigger, t int) {
	switch tr.frame {
	case frameActs:
		r.acts(tr, t)
	case frameDies:
		r.dies(tr, t)
	case frameDead:
		r.dead(t)
	case frameDeath:
		r.death(t)
	case frameToll:
		r.toll(t)
	case frameLives:
		r.lives(t)
	case frameBody:
		r.body(t)
	case frameWound:
		r.wound(t)
	case frameCondition:
		r.condition(t)
	case frameHospital:
		r.hospital(t)
	case frameHit:
		r.hit(tr, t)
	case frameFatally:
		r.fatally(t)
	case frameSuicide:
		r.suicide(t)
	case frameTurned:
		r.turned(t)
	case frameFatal:
		r.fatal(t)
	case frameMultiple:
		r.multiple(t)
	case frameAlive:
		r.alive(t)
	case frameRecovering:
		r.recovering(t)
	case frameSurvived:
		r.survived(t)
	case frameThreat:
		r.threatening(t)
	case frameVictims:
		if r.is(t+1, "victims") {
			r.victims(t)
		}
	}
}

// coverMentions enters the mentions that tell what a token is.
func (r *reader) coverMentions() {
	r.cover = slices.Grow(r.cover[:0], len(r.d.Tokens))[:len(r.d.Tokens)]
	clear(r.cover)
	for i := range r.mentions {
		m := &r.mentions[i]
		if m.Kind > mention.Person {
			continue
		}
		for t := m.First; t < m.Last; t++ {
			if r.cover[t] == 0 || m.Kind != mention.Person {
				r.cover[t] = int32(i + 1)
			}
		}
	}
}

// mentionAt returns the mention that matters at token t, nil for none.
func (r *reader) mentionAt(t int) *mention.Mention {
	if t < r.first || t >= r.last || r.cover[t] == 0 {
		return nil
	}
	return &r.mentions[r.cover[t]-1]
}

// is reports whether token t of the sentence is one of the words.
func (r *reader) is(t int, words ...string) bool {
	if t < r.first || t >= r.last {
		return false
	}
	for _, w := range words {
		if r.d.Tokens[t].Lower == w {
			return true
		}
	}
	return false
}

// in reports whether token t of the sentence is in a set of words.
func (r *reader) in(t int, set map[string]bool) bool {
	return t >= r.first && t < r.last && set[r.d.Tokens[t].Lower]
}

func (r *reader) tag(t int) text.Tag {
	if t < r.first || t >= r.last {
		return text.X
	}
	return r.d.Tokens[t].Tag
}

// state keeps a statement of members.
func (r *reader) state(o Outcome, t int, members []Member) *Statement {
	if len(members) == 0 || r.excepted(&members[0]) || r.guessed(members[0].First-2, t) {
		return nil
	}
	if m := &members[0]; len(members) == 1 && m.Counted {
		r.gapped(max(t+1, m.Last), m)
		m.Part = m.Part || m.Quantity.Low > 1 && (o == Killed && m.General && r.partly(max(t+1, m.Last)) || m.Noun != "" && r.partly(m.Last))
	}
	if r.is(t-1, "the", "those") && r.is(t-2, "of") && members[0].Last <= t {
		members[0].Part = true // "at least 12 of the injured"
	}
	st := Statement{Outcome: o, Trigger: t, First: t, Last: t + 1, Members: members}
	for i := range members {
		st.First, st.Last = min(st.First, members[i].First), max(st.Last, members[i].Last)
	}
	st.Killer, st.Without, st.Lone = r.withKiller(members[0].Last)
	st.Apart, st.Several = r.apart(st.Last) || r.aside(&st) || r.everyYear(st.Last) || r.crosshead(&st) || r.superseded(st.First) || r.daysAfter(st.First), r.roundUp(st.Last)
	if r.oneOfSpan() {
		st.Several, st.InSpan = true, true
	}
	st.OneOf = st.Several && r.oneOf()
	st.InOne = r.first == 0 && r.inOne(st.Last)
	st.Jailed = o == Killed && len(members) == 1 && members[0].single() && members[0].Last <= t && r.jailed(t+1)
	st.Fraction = r.fraction(&st)
	r.out = append(r.out, st)
	return &r.out[len(r.out)-1]
}

// excepted reports whether people are those to whom it did not happen: "all but two".
func (r *reader) excepted(m *Member) bool {
	return r.is(m.First-1, "but") && r.is(m.First-2, "all", "everyone", "everybody", "nobody") || r.is(m.First-1, "except")
}

// guessed reports whether a speaker is not sure between two tokens: "one person, I
// think, was hurt".
func (r *reader) guessed(k, t int) bool {
	for ; k < t; k++ {
		if r.is(k, "i") && r.is(k+1, "think", "believe", "guess", "suppose") {
			return true
		}
	}
	return false
}

// killerReach is how far behind a figure stands "including the gunman": "left
// four people dead in a house in Varl, including the suspected gunman".
const killerReach = 16

// killerNoun is how long the phrase for the killer is at most.
const killerNoun = 6

// withKiller reports whether the sentence goes on to say that whoever did it is
// one of those whose number ends before token k, or is not, and whether it is one
// person.
func (r *reader) withKiller(k int) (with, without, lone bool) {
	for last := min(r.last, k+killerReach); k < last; k++ {
		if !r.is(k, "including", "among", "counting", "plus", "excluding", "besides") {
			continue
		}
		for i := k + 1; i < min(r.last, k+killerNoun); i++ {
			if assailants[r.d.Tokens[i].Lemma] {
				without = r.is(k, "excluding", "besides", "plus") || r.is(k-1, "not")
				return !without, without, r.d.Tokens[i].Fine != text.NNS && r.d.Tokens[i].Fine != text.NNPS
			}
		}
	}
	return false, false, false
}

// clauseOf returns the clause whose verb lies between two tokens, nil for none.
func (r *reader) clauseOf(first, last int) *clause.Clause {
	for i := len(r.inside) - 1; i >= 0; i-- {
		if c := &r.inside[i]; c.Verb >= first && c.Verb <= last {
			return c
		}
	}
	return nil
}
