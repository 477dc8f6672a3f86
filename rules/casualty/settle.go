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
	// Listed: how many people an article without a toll tells of.
	Listed
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
		if !all[i].Other {
			s.main = append(s.main, &all[i])
		} else {
			s.other = append(s.other, &all[i])
		}
	}
	if len(s.main) == 0 {
		// An article of a trial has no other event than that of years ago.
		s.main, s.other = s.other, nil
	}
	s.cluster()
	for o := range Outcome(outcomes) {
		s.outcome(o)
	}
	return s.out
}

type settler struct {
	sentence    func(token int) int
	main, other []*Statement
	clusters    []*person
	out         []Tally
	// dead is how many the article says were killed, 0 where it does not say.
	dead float64
}

func (s *settler) outcome(o Outcome) {
	tolls := s.tolls(o)
	for _, st := range tolls {
		s.add(Toll, o, st, st.Members[0].Quantity)
	}
	if o == Killed {
		s.dead = typical(tolls)
	}
	if len(tolls) == 0 {
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
	return len(st.Members) == 1 && m.General && !m.Part && !st.Graded && m.Quantity.Known() && !(m.single() && (m.Definite || m.Another))
}

// tolls lists the statements that give a figure for all.
func (s *settler) tolls(o Outcome) []*Statement {
	var out []*Statement
	for _, st := range s.main {
		if st.Outcome != o || st.Soft || !isToll(st) {
			continue
		}
		if st.Members[0].Another && s.before(o, st) {
			continue
		}
		out = append(out, st)
	}
	return out
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
	s.add(Listed, o, at, figure(n))
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
		if m.Quantity.Low != n || m.Quantity.High != n {
			continue
		}
		if !m.Another {
			n -= s.dead
		}
		if n > 0 {
			s.add(Listed, Injured, st, figure(n))
		}
		return true
	}
	return false
}

// sum counts the people with an outcome: those told of one by one, or those in
// groups, whichever are more, for the same people may be told of both ways.
func (s *settler) sum(o Outcome) (float64, *Statement) {
	var first *Statement
	people, more := 0.0, 0.0
	for _, p := range s.clusters {
		if p.is(o) {
			people++
			if first == nil || p.statement.Trigger < first.Trigger {
				first = p.statement
			}
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
			if !q.Known() || math.IsInf(q.Low+q.High, 0) || q.Low != q.High || m.Pronoun {
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
			switch {
			case m.Another && len(st.Members) == 1:
				more = max(more, q.Low)
			case len(st.Members) == 1:
				k := map[byte]int{'m': 1, 'f': 2}[m.Sex]
				bySex[k] = max(bySex[k], q.Low)
			}
		}
		if ok && len(st.Members) > 1 {
			whole = max(whole, total)
		}
	}
	groups := max(bySex[0], bySex[1]+bySex[2], whole)
	if o == Injured && groups > people+more && s.shotOnly(groups) {
		groups -= s.dead
	}
	return max(people+more, groups), first
}

// shotOnly reports whether a group is said to be shot, so that the dead are
// among them.
func (s *settler) shotOnly(n float64) bool {
	for _, st := range s.main {
		if st.Outcome != Injured {
			continue
		}
		total := 0.0
		for i := range st.Members {
			if st.Members[i].Quantity.Known() {
				total += st.Members[i].Quantity.Low
			}
		}
		if total == n {
			return false
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
		if p.is(o) && p.entity != 0 {
			t := s.add(Person, o, p.statement, mention.NoValue())
			t.Name, t.Entity = p.name, p.entity
		}
	}
}
