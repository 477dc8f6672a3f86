package casualty

import (
	"math"
	"slices"

	"github.com/concord-news/concord/rules/mention"
)

// listed adds up the people of whom an article tells one by one.
func (s *settler) listed(o Outcome) {
	if o == Injured && s.shotAndAlive() {
		return
	}
	n, at := s.sum(o)
	if n == 0 || at == nil || len(at.Members) > 1 && !at.allCounted() && n < at.total()+2 {
		return
	}
	if o == Killed {
		if s.dead = n; n > 1 && !s.lead(at) && !s.twice(n) && !lists(at, n) && !(len(at.Members) > 2 && lists(at, n-s.own)) {
			s.unsure = true
			return
		}
		if s.onlyKiller() || n == 1 && slices.ContainsFunc(s.main, func(st *Statement) bool { return st.Outcome == Killed && st.Many }) {
			return
		}
	}
	s.add(Whole, o, at, figure(n))
}

// lists reports whether one statement has so many people one by one.
func lists(st *Statement, n float64) bool {
	total := 0.0
	for i := range st.Members {
		total += st.Members[i].Quantity.Low
	}
	return len(st.Members) > 1 && total == n
}

// twice reports whether an article gives the same figure of dead twice.
func (s *settler) twice(n float64) bool {
	times := 0
	for _, st := range s.main {
		if st.Outcome == Killed && len(st.Members) == 1 && st.Members[0].Quantity.Low == n {
			times++
		}
	}
	return times > 1
}

// onlyKiller reports whether the article tells of nobody dead but of whoever did
// it: "a gunman shot at a dozen people before killing himself".
func (s *settler) onlyKiller() bool {
	if s.anyDead() {
		return false
	}
	for _, st := range s.self {
		for i := range st.Members {
			if assailants[st.Members[i].Noun] {
				return true
			}
		}
	}
	return false
}

// shotAndAlive draws the number of the injured from the number of people shot
// and of those killed: "four people were shot, one of them fatally".
func (s *settler) shotAndAlive() bool {
	shot := s.tolls(Shot)
	n := typical(shot)
	if n == 0 || s.unsure {
		return n > 0
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
			n -= s.dead - s.own
		}
		if n <= 0 && s.anyHurt() {
			return false
		}
		s.add(Whole, Injured, st, figure(max(n, 0)))
		return true
	}
	return false
}

// anyHurt reports whether the article says of anybody that he or she was hurt.
func (s *settler) anyHurt() bool {
	for _, st := range s.main {
		if st.Outcome == Injured && st.Members[0].Quantity.Low != 0 {
			return true
		}
	}
	return false
}

// allDied reports whether the article says of the only victims that they died:
// "the victim was pronounced dead", "both were found dead", where nobody is
// told of who was hurt or shot and lived.
func (s *settler) allDied() *Statement {
	var found *Statement
	for _, st := range s.main {
		m := &st.Members[0]
		if st.Outcome == Killed && found == nil && m.Definite && !m.Part && !m.Another && m.Noun == "victim" && m.Quantity.Low == s.dead {
			found = st
		}
	}
	return found
}

// sum counts the people with an outcome: those told of one by one, or those in
// groups, whichever are more, for the same people may be told of both ways.
func (s *settler) sum(o Outcome) (float64, *Statement) {
	people, first := s.oneByOne(o)
	groups, of := s.inGroups(o)
	if first == nil || of != nil && (groups > people || groups == people && s.lead(of) && !s.lead(first)) {
		first = of
	}
	if o == Injured && groups > people && s.shotOnly(groups) {
		groups -= s.dead - s.own
	}
	n := max(people, groups)
	if nth := s.nthDead(); o == Killed && nth != nil && nth.Members[0].Nth > max(n, 2) {
		n, first = nth.Members[0].Nth, nth
	}
	if groups == n && s.ordinal(o, n+1) {
		n++ // "two men were hurt", "a third man was hurt"
	}
	if o == Injured && groups > 0 && groups >= people && slices.ContainsFunc(s.clusters, func(p *person) bool {
		return (p.culprit || p.statement.Law) && !p.dead && (p.hurt || p.statement.Outcome == Shot)
	}) {
		n++
	}
	if o == Killed && groups > 0 && groups >= people && !s.addsUp(n) && len(s.self) == 0 && (s.shotByLaw() && s.acted() || s.killerApart(n)) && !s.foundDead(n) {
		n++
	}
	if o == Killed && len(s.self) > 0 && (n == 0 || s.acted() || s.otherDead() || s.wereKilled(n)) && !s.foundDead(n) {
		s.own = s.suicides()
		if n += s.own; first == nil {
			first = s.self[0]
		}
	}
	return n, first
}

// nthDead is a statement of the lead that counts the dead by the last of them ("a fifth
// victim died"), nil for none.
func (s *settler) nthDead() *Statement {
	for _, st := range s.main {
		if m := &st.Members[0]; st.Outcome == Killed && len(st.Members) == 1 && m.General && !m.Definite && m.Nth > 0 && s.lead(st) {
			return st
		}
	}
	return nil
}

// atLeastNth takes "a fifth victim has died" for a toll of five or more, where the
// article gives no toll.
func (s *settler) atLeastNth(o Outcome, tolls []*Statement) {
	if o != Killed || len(tolls) > 0 || s.old {
		return
	}
	if nth := s.nthDead(); nth != nil && nth.Members[0].Nth > 1 && !nth.Other {
		q := figure(nth.Members[0].Nth)
		q.High, q.Bound = math.Inf(1), mention.AtLeast
		s.add(Toll, o, nth, q)
	}
}

// addsUp reports whether so many dead and those told of as hurt are all who are said to
// have been shot.
func (s *settler) addsUp(dead float64) bool {
	for _, shot := range s.main {
		if shot.Outcome == Shot && isToll(shot) && slices.ContainsFunc(s.main, func(st *Statement) bool {
			return st.Outcome == Injured && st.allCounted() && st.total() == shot.Members[0].Quantity.Low-dead
		}) {
			return true
		}
	}
	return false
}

// ordinal reports whether the article tells of an nth person with an outcome.
func (s *settler) ordinal(o Outcome, n float64) bool {
	return slices.ContainsFunc(s.main, func(st *Statement) bool {
		return st.Outcome == o && len(st.Members) == 1 && st.Members[0].single() && st.Members[0].Nth == n
	})
}

// oneByOne counts the persons with an outcome who cannot be the same, told of
// in one sentence or in two that follow each other. Two of whom an article
// tells far apart mostly are: "a man" and then "the father of three". Measured
// on incidents: to count all of them makes two dead of one in one article of
// eight.
func (s *settler) oneByOne(o Outcome) (float64, *Statement) {
	var all, sure []*person
	most := 0
	var first *Statement
	for _, p := range s.clusters {
		if !p.is(o) || o == Killed && s.killer(p) || o == Injured && !p.hurt && !p.lives && s.dead > 0 && !(s.dead == s.own && len(s.living) > 0) {
			continue
		}
		if first == nil || p.statement.Trigger < first.Trigger {
			first = p.statement
		}
		all = append(all, p)
	}
	for i, p := range all {
		sure = append(sure[:0], p)
		for _, q := range all[i+1:] {
			if d := q.in[0] - sure[len(sure)-1].in[0]; d >= 0 && d <= 1 && (q.apartFrom(sure) || s.oneList(p, q) && len(sure) == 1) {
				sure = append(sure, q)
			}
		}
		most = max(most, len(sure))
	}
	return float64(most), first
}

// oneList reports whether a statement lists two persons, so that they are two: "she
// and her passenger".
func (s *settler) oneList(p, q *person) bool {
	return slices.ContainsFunc(s.main, func(st *Statement) bool {
		of := func(p *person) bool {
			return slices.ContainsFunc(st.Members, func(m Member) bool { return slices.Contains(p.tokens, m.First) })
		}
		return len(st.Members) > 1 && of(p) && of(q)
	})
}

// apartFrom reports whether a person is none of others: by name, age or sex, or
// as "another man". In the next sentence sex and ages do not tell, for it may
// speak of a relative.
func (p *person) apartFrom(others []*person) bool {
	for _, q := range others {
		named := p.name != "" && q.name != ""
		switch {
		case p.in[0] == q.in[0] && (p.sex != 0 && q.sex != 0 && p.sex != q.sex || p.lo > q.hi || q.lo > p.hi),
			named && p.name != q.name,
			p.another && !named,
			p.bothNew(q),
			p.culprit != q.culprit && p.dead && q.dead,
			p.in[0] == q.in[0] && p.dead && q.dead && p.statement.Law != q.statement.Law,
			p.officer && q.dead && q.statement.Law, q.officer && p.dead && p.statement.Law:
		default:
			return false
		}
	}
	return true
}

// bothNew reports whether one sentence speaks of each of two persons as new: "shot a guard
// in a yard where a man's body was found".
func (p *person) bothNew(q *person) bool {
	return slices.ContainsFunc(p.fresh, func(at int) bool { return slices.Contains(q.fresh, at) })
}

// justBefore counts the persons with the outcome of whom the article tells right
// before a statement, so that "two others" come on top.
func (s *settler) justBefore(o Outcome, st *Statement) float64 {
	at, n := s.sentence(st.Trigger), 0.0
	for _, p := range s.clusters {
		if p.is(o) && p.first < st.Trigger && (slices.Contains(p.in, at) || slices.Contains(p.in, at-1)) {
			n++
		}
	}
	return n
}

// allCounted reports whether it is said of all members how many they are.
func (st *Statement) allCounted() bool {
	for i := range st.Members {
		if q := st.Members[i].Quantity; !q.Known() || q.Low != q.High {
			return false
		}
	}
	return true
}

// resolve gives "all", "both" and "they" who died the number of the people of
// whom the article spoke just before: "three were shot; all died".
func (s *settler) resolve() {
	var group *Statement
	for _, st := range s.main {
		m := &st.Members[0]
		switch {
		case len(st.Members) > 1:
			if st.allCounted() {
				group = st
			}
		case (m.Pronoun || m.Definite && m.General) && st.Outcome == Killed && !m.Quantity.Known() && group != nil && s.sentence(st.Trigger)-s.sentence(group.Trigger) < afterReach:
			m.Quantity, m.Counted = figure(group.total()), true
		case !m.Pronoun && !m.Part && m.Quantity.Low > 1 && m.Quantity.Low == m.Quantity.High:
			group = st
		}
	}
}
