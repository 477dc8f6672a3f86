package rules

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/pattern"
	"github.com/concord-news/concord/rules/text"
)

func (a *application) clauseRead(ref *readRef, s *text.Sentence) {
	p := ref.read.Clause
	for n := range a.clauses {
		c := &a.clauses[n]
		if !ref.read.Infinite && a.infinite(c) {
			continue
		}
		width := a.predicate(p.Predicate, c, s)
		if width == 0 {
			continue
		}
		m := clauseMatch{application: a, clause: c, sentence: s, first: c.Verb, last: c.Verb + width}
		a.matches = a.matches[:0]
		if m.arguments(p) {
			a.emit(ref, emission{first: m.first, last: m.last, token: a.valueToken(ref.read, c.Verb), clause: n})
		}
	}
}

// predicate returns how many tokens of c's predicate are of the class, from
// the verb on; 0 for none.
func (a *application) predicate(class *pattern.Class, c *clause.Clause, s *text.Sentence) int {
	if n := class.MatchAt(a.g.Doc, c.Verb, s.Last); n > 0 {
		return n
	}
	if class.HasRun(c.Predicate) {
		return 1
	}
	return 0
}

// clauseMatch matches a clause pattern's arguments and grows the range of
// tokens that they cover.
type clauseMatch struct {
	*application
	clause      *clause.Clause
	sentence    *text.Sentence
	first, last int
}

func (m *clauseMatch) arguments(p *ClausePattern) bool {
	if !m.within(p.Agent, m.clause.Agents...) || !m.within(p.Patient, m.clause.Patients...) {
		return false
	}
	if !m.within(p.Complement, m.clause.Complement) {
		return false
	}
	for _, o := range p.Obliques {
		var of []clause.Phrase
		for _, ob := range m.clause.Obliques {
			if ob.Prep == o.Prep {
				of = append(of, ob.Phrase)
			}
		}
		if !m.within(o.Pattern, of...) {
			return false
		}
	}
	return p.With == nil || m.anywhere(p.With)
}

// within matches a pattern in one of the phrases, from a token up to the head
// on, and past the phrase's end where the pattern goes on.
func (m *clauseMatch) within(p *pattern.Pattern, phrases ...clause.Phrase) bool {
	if p == nil {
		return true
	}
	m.input.StandIns = true
	defer func() { m.input.StandIns = false }()
	for _, ph := range phrases {
		if ph.None() {
			continue
		}
		for i := ph.First; i < ph.Last; i++ {
			hit, ok := p.MatchAt(&m.input, i, m.sentence.Last)
			if ok && hit.Last > min(ph.Head, ph.Last-1) {
				m.take(p, hit)
				return true
			}
		}
		if i := m.apposed(ph); i >= 0 {
			if hit, ok := p.MatchAt(&m.input, i, m.sentence.Last); ok {
				m.take(p, hit)
				return true
			}
		}
	}
	return false
}

// apposed is the token at which the name stands that a phrase is given between
// commas: "a former customs officer, Lena Harrow, was sentenced", "a spokesman for
// the port, Jon Hale, declined"; -1 where there is none.
func (m *clauseMatch) apposed(ph clause.Phrase) int {
	d := m.g.Doc
	if ph.Last >= m.sentence.Last || d.Tokens[ph.Head].Tag != text.NOUN {
		return -1
	}
	i := m.behindComplement(ph.Last) + 1
	if i >= m.sentence.Last || d.Tokens[i-1].Lower != "," {
		return -1
	}
	name := m.mentionAt(i)
	if name == nil || name.Kind != mention.Person && name.Kind != mention.Organisation || name.First != i ||
		name.Last >= m.sentence.Last || d.Tokens[name.Last].Lower != "," {
		return -1
	}
	return i
}

// complementReach is how many tokens may follow a noun with its preposition.
const complementReach = 8

// behindComplement is the token behind what belongs to a noun that ends before
// token i: the prepositional phrase that begins there, or nothing.
func (m *clauseMatch) behindComplement(i int) int {
	d := m.g.Doc
	if d.Tokens[i].Tag != text.ADP {
		return i
	}
	for k := i + 1; k < min(i+complementReach, m.sentence.Last); k++ {
		switch t := &d.Tokens[k]; t.Tag {
		case text.PUNCT:
			return k
		case text.VERB, text.AUX, text.PRON:
			return i
		}
	}
	return i
}

// clauseReach is how many tokens after the verb a clause pattern's "with" may
// start: news clauses are 20 tokens long at the 95th percentile.
const clauseReach = 20

func (m *clauseMatch) anywhere(p *pattern.Pattern) bool {
	for i := m.clause.First; i < min(m.clause.Verb+clauseReach, m.sentence.Last); i++ {
		if hit, ok := p.MatchAt(&m.input, i, m.sentence.Last); ok && !m.inside(m.clause, hit.First) {
			m.take(p, hit)
			return true
		}
	}
	return false
}

func (m *clauseMatch) take(p *pattern.Pattern, hit *pattern.Match) {
	m.matches = m.keep(m.matches, p, hit)
	m.first, m.last = min(m.first, hit.First), max(m.last, hit.Last)
}
