package casualty

import (
	"math"

	"github.com/concord-news/concord/rules/mention"
)

// Kind says what a tally counts.
type Kind uint8

// The kinds of tally.
const (
	// Toll: a figure for all of the killed, injured or shot.
	Toll Kind = iota
	// Whole: how many an article tells of in all: its toll, or without one
	// those of whom it tells one by one.
	Whole
	// Group: a figure for people of one sort: "two children".
	Group
	// Person: one person, by name.
	Person
	// Earlier: a toll of another time than the article's event.
	Earlier
)

// Tally is what an article, taken as a whole, says of one outcome.
type Tally struct {
	Kind    Kind
	Outcome Outcome
	// Trigger, First and Last are the tokens that say it.
	Trigger, First, Last int
	Quantity             mention.Quantity
	// Noun is the noun of a group, Name and Entity are those of a person.
	Noun, Name string
	Entity     int
}

// Settle draws the tallies of an article from its statements, in the order of
// outcomes, kinds and places. Sentence returns the sentence of a token.
func Settle(all []Statement, sentence func(token int) int) []Tally {
	s := &settler{sentence: sentence}
	for i := range all {
		switch st := &all[i]; {
		case st.Self:
			s.self = append(s.self, st)
		case !st.Other:
			s.main = append(s.main, st)
		default:
			s.other = append(s.other, st)
		}
	}
	if len(s.main) == 0 {
		// An article of a trial has no other event than that of years ago.
		s.main, s.old = s.other, true
	}
	s.old = s.old || !s.leads()
	s.cluster()
	for o := range Outcome(outcomes) {
		s.outcome(o)
	}
	return s.out
}

// leads reports whether the lead tells of anybody killed or hurt: the event of
// an article does not wait for its sixth sentence.
func (s *settler) leads() bool {
	for _, st := range s.main {
		if s.sentence(st.Trigger) < leadSentences {
			return true
		}
	}
	return false
}

type settler struct {
	sentence    func(token int) int
	main, other []*Statement
	// old reports that all statements are background: of another time, or
	// none of them in the lead.
	old bool
	// self are statements of people who killed themselves.
	self     []*Statement
	clusters []*person
	out      []Tally
	// dead is how many the article says were killed, 0 where it does not say.
	dead float64
}

func (s *settler) outcome(o Outcome) {
	tolls := s.tolls(o)
	for _, st := range tolls {
		if !s.old || st.Dated {
			s.add(Toll, o, st, st.Members[0].Quantity)
		}
	}
	if len(tolls) > 0 {
		s.whole(o, tolls)
	} else {
		s.listed(o)
	}
	s.parts(o)
	for _, st := range s.other {
		if st.Outcome == o && isToll(st) {
			s.add(Earlier, o, st, st.Members[0].Quantity)
		}
	}
}

func (s *settler) add(k Kind, o Outcome, st *Statement, q mention.Quantity) *Tally {
	s.out = append(s.out, Tally{Kind: k, Outcome: o, Trigger: st.Trigger, First: st.First, Last: st.Last, Quantity: q})
	return &s.out[len(s.out)-1]
}

// isToll reports whether a statement gives a figure for people in general.
func isToll(st *Statement) bool {
	m := &st.Members[0]
	return len(st.Members) == 1 && m.General && !m.Part && !st.Graded && m.Quantity.Known() && !(m.single() && (m.Definite || m.Another || !m.Counted && !plainNouns[m.Noun]))
}

// plainNouns are nouns for one person that single nobody out.
var plainNouns = set("person", "death", "fatality")

// tolls lists the statements that give a figure for all.
func (s *settler) tolls(o Outcome) []*Statement {
	var out []*Statement
	for _, st := range s.main {
		if st.Outcome != o || st.Soft || !isToll(st) {
			continue
		}
		m := &st.Members[0]
		if m.Another && s.before(o, st) || m.Noun == "" && m.single() && !st.Active && !s.contrasted(st) {
			continue
		}
		out = append(out, st)
	}
	if s.lateToll(o, out) {
		return nil
	}
	return out
}

// leadSentences are the headline and the sentences in which news tells its
// event: the first five.
const leadSentences = 6

// lateToll reports whether all tolls stand behind the lead, where an article
// that told of one death goes on to others: those of a weekend or a street.
func (s *settler) lateToll(o Outcome, tolls []*Statement) bool {
	for _, st := range tolls {
		if s.sentence(st.Trigger) < leadSentences {
			return false
		}
	}
	for _, st := range s.main {
		if st.Outcome == o && len(tolls) > 0 && st.Members[0].single() && !st.Members[0].Part && s.sentence(st.Trigger) < leadSentences {
			return true
		}
	}
	return false
}

// contrasted reports whether the sentence of a statement gives figures for
// another outcome too: "one was killed and three wounded".
func (s *settler) contrasted(st *Statement) bool {
	for _, other := range s.main {
		if other.Outcome != st.Outcome && s.sentence(other.Trigger) == s.sentence(st.Trigger) && isToll(other) {
			return true
		}
	}
	return false
}

// before reports whether the article told of a person with the outcome before
// the statement, so that "two others" are others than that one.
func (s *settler) before(o Outcome, st *Statement) bool {
	for _, p := range s.clusters {
		if p.is(o) && p.first < st.Trigger {
			return true
		}
	}
	return false
}

// typical is the figure that most tolls give, the first of those; 0 for none.
func typical(tolls []*Statement) float64 {
	best, most := 0.0, 0
	for _, a := range tolls {
		n := 0
		for _, b := range tolls {
			if a.Members[0].Quantity.Low == b.Members[0].Quantity.Low {
				n++
			}
		}
		if low := a.Members[0].Quantity.Low; n > most && !math.IsInf(low, 0) {
			best, most = low, n
		}
	}
	return best
}

// whole takes the figure that most tolls give for all, and adds the killer
// where the article tells of that death apart.
func (s *settler) whole(o Outcome, tolls []*Statement) {
	n := typical(tolls)
	for _, st := range tolls {
		q := st.Members[0].Quantity
		if q.Low != n {
			continue
		}
		if o == Killed {
			if q.Low == q.High && s.killerApart(tolls, n) {
				q = figure(n + 1)
			}
			s.dead = q.Low
		}
		s.add(Whole, o, st, q)
		return
	}
	s.add(Whole, o, tolls[0], tolls[0].Members[0].Quantity)
}

// killerApart reports whether the killer is dead and no part of a toll: it says
// that somebody killed so many, or goes on to the killer's death.
func (s *settler) killerApart(tolls []*Statement, n float64) bool {
	if !s.killerDied() {
		return false
	}
	for _, st := range tolls {
		if st.Members[0].Quantity.Low != n {
			continue
		}
		if st.Active {
			return true
		}
		for _, self := range s.self {
			if s.sentence(self.Trigger) == s.sentence(st.Trigger) {
				return true
			}
		}
	}
	return false
}

// killerDied reports whether the article says that who did it is dead.
func (s *settler) killerDied() bool {
	if len(s.self) > 0 {
		return true
	}
	for _, p := range s.clusters {
		if p.dead && p.assailant {
			return true
		}
	}
	return false
}

// listed adds up the people of whom an article tells one by one.
func (s *settler) listed(o Outcome) {
	if o == Injured && s.shotAndAlive() {
		return
	}
	n, at := s.sum(o)
	if n == 0 || at == nil {
		return
	}
	if o == Killed {
		s.dead = n
	}
	s.add(Whole, o, at, figure(n))
}

// shotAndAlive draws the number of the injured from the number of people shot
// and of those killed: "four people were shot, one of them fatally".
func (s *settler) shotAndAlive() bool {
	shot := s.tolls(Shot)
	n := typical(shot)
	if n == 0 {
		return false
	}
	for _, st := range shot {
		m := &st.Members[0]
		if m.Quantity.Low != n {
			continue
		}
		if m.Quantity.High != n {
			if s.dead == 0 {
				s.add(Whole, Injured, st, m.Quantity)
			}
			return s.dead == 0
		}
		if !m.Another {
			n -= s.dead
		}
		if n > 0 {
			s.add(Whole, Injured, st, figure(n))
		}
		return true
	}
	return false
}

// sum counts the people with an outcome: those told of one by one, or those in
// groups, whichever are more, for the same people may be told of both ways.
func (s *settler) sum(o Outcome) (float64, *Statement) {
	var first *Statement
	people := 0.0

	for _, p := range s.clusters {
		if !p.is(o) || o == Killed && s.killer(p) || o == Injured && !p.hurt && s.dead > 0 {
			continue
		}
		people = 1

		if first == nil || p.statement.Trigger < first.Trigger {
			first = p.statement
		}
	}
	whole := 0.0
	var bySex [3]float64
	for _, st := range s.main {
		if st.Outcome != o && !(o == Injured && st.Outcome == Shot) || st.Graded {
			continue
		}
		total, ok := 0.0, true
		for i := range st.Members {
			m := &st.Members[i]
			q := m.Quantity
			if m.Part && o == Injured || !q.Known() || math.IsInf(q.Low+q.High, 0) || q.Low != q.High || m.Pronoun {
				ok = false
				continue
			}
			total += q.Low
			if q.Low < 2 {
				continue
			}
			if first == nil {
				first = st
			}
			if len(st.Members) == 1 {
				k := map[byte]int{'m': 1, 'f': 2}[m.Sex]
				bySex[k] = max(bySex[k], q.Low)
			}
		}
		if ok && len(st.Members) > 1 {
			whole = max(whole, total)
		}
	}

	groups := max(bySex[0], bySex[1]+bySex[2], whole)
	if o == Injured && groups > people && s.shotOnly(groups) {
		groups -= s.dead
	}
	n := max(people, groups)
	if o == Killed && len(s.self) > 0 && (n == 0 || s.acted()) && !s.foundDead(n) {
		if n++; first == nil {
			first = s.self[0]
		}
	}
	return n, first
}

// acted reports whether somebody is said to have killed others.
func (s *settler) acted() bool {
	for _, st := range s.main {
		if st.Outcome != Injured && st.Active {
			return true
		}
	}
	return false
}

// foundDead reports whether so many are said to be dead, and not to have been
// killed by somebody: the killer may be one of them.
func (s *settler) foundDead(n float64) bool {
	for _, st := range s.main {
		if st.Outcome != Killed || st.Active {
			continue
		}
		total := 0.0
		for i := range st.Members {
			if q := st.Members[i].Quantity; q.Known() {
				total += q.Low
			}
		}
		if total == n && n > 1 {
			return true
		}
	}
	return false
}

// killer reports whether a person is the one who is said to have killed
// himself or herself.
func (s *settler) killer(p *person) bool {
	if len(s.self) == 0 {
		return false
	}
	for _, st := range s.self {
		for i := range st.Members {
			if m := &st.Members[i]; m.Entity != 0 && m.Entity == p.entity {
				return true
			}
		}
	}
	return p.assailant
}

// shotOnly reports whether a group is said to be shot, so that the dead are
// among them.
func (s *settler) shotOnly(n float64) bool {
	for _, st := range s.main {
		if st.Outcome == Killed {
			continue
		}
		total := 0.0
		for i := range st.Members {
			if st.Members[i].Quantity.Known() {
				total += st.Members[i].Quantity.Low
			}
		}
		if total == n && st.Outcome == Injured {
			return false
		}
		for i := range st.Members {
			if total == n && st.Members[i].Another {
				return false
			}
		}
	}
	return true
}

// parts adds groups of one sort and people with names.
func (s *settler) parts(o Outcome) {
	for _, st := range s.main {
		m := &st.Members[0]
		if st.Outcome == o && len(st.Members) == 1 && !m.General && !m.Part && m.Noun != "" && m.Quantity.Known() && m.Quantity.Low > 1 {
			s.add(Group, o, st, m.Quantity).Noun = m.Noun
		}
	}
	for _, p := range s.clusters {
		if p.is(o) && p.naming != nil && p.naming.Outcome == o {
			t := s.add(Person, o, p.naming, mention.NoValue())
			t.Name, t.Entity = p.name, p.entity
		}
	}
}
