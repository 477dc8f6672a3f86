package casualty

import "math"

// listed adds up the people of whom an article tells one by one.
func (s *settler) listed(o Outcome) {
	if o == Injured && s.shotAndAlive() {
		return
	}
	n, at := s.sum(o)
	if n == 0 || at == nil || o == Killed && s.elsewhere(at) {
		return
	}
	if o == Killed {
		s.dead = n
	}
	s.add(Whole, o, at, figure(n))
}

// elsewhere reports whether a death stands behind a lead that gives a figure for
// the hurt and tells of nobody dead: it is then one of another event.
func (s *settler) elsewhere(at *Statement) bool {
	if s.sentence(at.Trigger) < leadSentences {
		return false
	}
	hurt := false
	for _, st := range s.main {
		if s.sentence(st.Trigger) >= leadSentences {
			continue
		}
		if st.Outcome == Killed {
			return false
		}
		hurt = hurt || isToll(st) && st.Members[0].Quantity.Low > 1
	}
	return hurt
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
