package casualty

import (
	"math"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
)

// person is one person of whom an article tells, in one or more statements.
type person struct {
	name        string
	entity      int
	sex         byte
	lo, hi      float64 // years of age
	another     bool
	dead, hurt  bool // hurt: said so, not only shot
	lives       bool // is said to be expected to live
	soft        bool // only hints at a wound
	first, last int  // triggers
	sentence    int
	token       int
	assailant   bool // whoever did it, or killed by police
	culprit     bool // called so
	officer     bool
	statement   *Statement
	// naming is the statement that names the person with the outcome.
	naming *Statement
	// in are the sentences that tell of the outcome, tokens those that start phrases
	// for the person.
	in, tokens []int
	// role is the noun for a relative, "" for others.
	role string
	// fresh are the sentences that speak of the person as new: "a man".
	fresh []int
}

func (p *person) is(o Outcome) bool {
	if o == Killed {
		return p.dead
	}
	return !p.dead && (o == Injured || !p.hurt)
}

// cluster sorts the single people of all statements into persons.
func (s *settler) cluster() {
	for _, st := range s.main {
		for i := range st.Members {
			m := &st.Members[i]
			if m.Quantity.Low == 1 && m.Quantity.High == 1 && !(m.General && m.Noun != "" && isToll(st) && !st.Soft) {
				s.enter(st, m)
			}
		}
	}
}

func (s *settler) enter(st *Statement, m *Member) {
	q := describe(m)
	q.lives = s.livesOn(m)
	q.sentence, q.token, q.statement = s.sentence(st.Trigger), m.First, st
	q.first, q.last = st.Trigger, st.Trigger
	q.assailant = q.assailant || st.Law && st.Outcome == Killed
	var best *person
	for i := len(s.clusters) - 1; i >= 0; i-- {
		p := s.clusters[i]
		if !s.fits(p, &q, st, m) {
			continue
		}
		if best == nil || better(p, best, &q, st, m) {
			best = p
		}
	}
	if best == nil {
		if (m.Pronoun && !st.Law || m.Noun == "victim") && m.Definite && !m.Another && len(s.clusters) > 0 {
			return
		}
		best = &q
		s.clusters = append(s.clusters, best)
	}
	best.join(&q, st)
	if m.Fresh && m.Noun != "" {
		best.fresh = append(best.fresh, q.sentence)
	}
}

// died reports whether a phrase is for one person who the article says died.
func (s *settler) died(m *Member) bool {
	return m.single() && slices.ContainsFunc(s.clusters, func(p *person) bool { return p.dead && slices.Contains(p.tokens, m.First) })
}

// livesOn reports whether the article says of the very phrase for a person that
// he or she will live.
func (s *settler) livesOn(m *Member) bool {
	for _, st := range s.living {
		for i := range st.Members {
			if st.Members[i].First == m.First {
				return true
			}
		}
	}
	return false
}

// better reports whether a person of earlier is likelier meant than the one
// found: the same name, or for "the girl's death" a girl who is dead.
func better(p, found, q *person, st *Statement, m *Member) bool {
	switch {
	case q.entity != 0 && (p.entity == q.entity || found.entity == q.entity):
		return found.entity != q.entity
	case !m.Definite && q.entity == 0:
		return false
	}
	return st.Outcome == Killed && p.dead && !found.dead && found.hurt && !found.soft
}

// describe draws from a phrase what it tells of a person.
func describe(m *Member) person {
	p := person{name: m.Name, entity: m.Entity, sex: m.Sex, lo: 0, hi: math.Inf(1), another: m.Another, assailant: assailants[m.Noun], culprit: assailants[m.Noun], officer: law[m.Noun]}
	if kin[m.Noun] && m.Definite {
		p.role = m.Noun
	}
	if m.Age >= 0 {
		p.lo, p.hi = m.Age, m.Age
	} else if r, ok := ages[m.Noun]; ok {
		p.lo, p.hi = r[0], r[1]
	}
	if p.sex == 0 && m.Name != "" {
		given, _, _ := strings.Cut(m.Name, " ")
		p.sex = lexicon.SexOf(given)
	}
	return p
}

// fits reports whether a phrase may speak of a person told of before.
func (s *settler) fits(p, q *person, st *Statement, m *Member) bool {
	if p.token == q.token {
		return true
	}
	if p.entity != 0 && q.entity != 0 {
		return p.entity == q.entity
	}
	if p.name != "" && q.name != "" {
		return p.name == q.name
	}
	switch {
	case p.sex != 0 && q.sex != 0 && p.sex != q.sex,
		p.lo > q.hi || q.lo > p.hi,
		p.role != "" && q.role != "" && p.role != q.role,
		q.another && !p.another:
		return false
	}
	if st.Outcome == Killed && !p.assailant && (shooters[m.Noun] && !p.statement.Law || st.Law && (p.officer || m.Pronoun && !p.statement.Law && (p.dead || p.sentence == q.sentence && p.statement.Active))) {
		return false
	}
	if m.Possessed && (p.sentence == q.sentence || p.hurt && !p.soft && st.Outcome == Killed) || p.lives && st.Outcome == Killed {
		return false
	}
	if m.Definite || q.entity != 0 {
		return !(p.assailant && q.entity == 0 && !q.assailant && !m.Pronoun) || p.dead == (st.Outcome == Killed)
	}
	switch {
	case p.sentence == q.sentence,
		p.assailant != q.assailant:
		return false
	case p.ofAge(q):
		return true
	case p.dead && st.Outcome == Injured,
		p.hurt && !p.soft && st.Outcome == Killed:
		return false
	}
	return true
}

// ofAge reports whether two phrases give the same age, of sexes that do not
// differ: an article has seldom two people of one age without a word on it.
func (p *person) ofAge(q *person) bool { return p.lo == p.hi && p.lo == q.lo && p.hi == q.hi }

func (p *person) join(q *person, st *Statement) {
	if p.entity == 0 && q.entity != 0 {
		p.entity, p.name = q.entity, q.name
		p.statement = st
	}
	if q.entity != 0 && (p.naming == nil || st.Outcome == Killed && p.naming.Outcome != Killed) {
		p.naming = st
	}
	if p.sex == 0 {
		p.sex = q.sex
	}
	if q.lo >= p.lo && q.hi <= p.hi {
		p.lo, p.hi = q.lo, q.hi
	}
	p.lives = p.lives || q.lives
	p.last, p.sentence = st.Trigger, q.sentence
	p.token, p.assailant = q.token, p.assailant || q.assailant
	p.culprit, p.officer = p.culprit || q.culprit, p.officer || q.officer
	p.tokens = append(p.tokens, q.token)
	if !slices.Contains(p.in, q.sentence) {
		p.in = append(p.in, q.sentence)
	}
	switch {
	case st.Outcome == Killed:
		if !p.dead {
			p.statement, p.in = st, []int{q.sentence}
		}
		p.dead = true
	case st.Outcome == Injured:
		p.soft = st.Soft && (p.soft || !p.hurt)
		p.hurt = true
	}
}

// shooters are assailants who are none of those shot by somebody else, as a
// robber may be.
var shooters = set("gunman", "shooter", "attacker", "assailant", "bomber", "killer", "murderer")

var assailants = set("gunman", "shooter", "suspect", "attacker", "assailant", "bomber", "killer", "perpetrator", "murderer", "robber", "burglar", "intruder")

// ages are the years of age that a noun allows: news calls people men and women
// from 18 on, and teens from 13 to 19.
var ages = map[string][2]float64{
	"man": {18, 200}, "woman": {18, 200}, "adult": {18, 200}, "boy": {0, 17}, "girl": {0, 17}, "child": {0, 17}, "kid": {0, 17},
	"teen": {13, 19}, "teenager": {13, 19}, "toddler": {0, 4}, "baby": {0, 3}, "infant": {0, 2}, "newborn": {0, 1},
	"officer": {18, 200}, "deputy": {18, 200}, "grandmother": {25, 200}, "grandfather": {25, 200}, "juvenile": {0, 19},
	"wife": {16, 200}, "husband": {16, 200}, "mother": {14, 200}, "father": {14, 200}, "mom": {14, 200}, "mum": {14, 200}, "dad": {14, 200},
	"driver": {15, 200}, "teacher": {18, 200}, "pilot": {18, 200}, "grandparent": {25, 200},
}
