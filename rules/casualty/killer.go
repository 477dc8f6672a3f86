package casualty

import "slices"

// victims is the figure of tolls that leaves out the killer, who is dead too, 0
// for none. It is the smaller of two that are one apart ("leaves four dead" above
// "killed three people and then himself"), one less than a toll said to count the
// killer, or the usual toll where that says that somebody killed so many, or goes
// on to the killer's death.
func (s *settler) victims(tolls []*Statement, usual float64) float64 {
	died := s.killerDied()
	if n := lessByOne(tolls); died && n > 0 {
		return n
	}
	counted, lone := false, false
	for _, st := range tolls {
		if st.Without {
			return st.Members[0].Quantity.Low
		}
		if q := st.Members[0].Quantity; st.Killer && q.Low == usual {
			counted, lone = true, lone || st.Lone && q.Low == q.High && q.Low > 1
		}
	}
	switch {
	case lone:
		return usual - 1
	case died && !counted && !several(tolls) && s.goesOnToKiller(tolls, usual):
		return usual
	}
	return 0
}

// lessByOne is the figure of a toll beside which another is greater by one, 0
// for none.
func lessByOne(tolls []*Statement) float64 {
	for _, a := range tolls {
		for _, b := range tolls {
			if p, q := a.Members[0].Quantity, b.Members[0].Quantity; p.Low == p.High && q.Low == q.High && p.Low+1 == q.Low {
				return p.Low
			}
		}
	}
	return 0
}

// goesOnToKiller reports whether a toll of so many says who killed them, or its
// sentence tells of the killer's death.
func (s *settler) goesOnToKiller(tolls []*Statement, n float64) bool {
	for _, st := range tolls {
		if q := st.Members[0].Quantity; q.Low == n && q.High == n && (st.Active || !st.Found && (s.selfIn(s.sentence(st.Trigger)) || s.killerApart(n))) {
			return true
		}
	}
	return false
}

// killerApart reports whether the article tells of the death of whoever did it apart
// from so many: "the gunman also died".
func (s *settler) killerApart(n float64) bool {
	return slices.ContainsFunc(s.main, func(st *Statement) bool {
		m := &st.Members[0]
		return st.Outcome == Killed && st.total() != n && m.single() && !m.Part && (assailants[m.Noun] || st.Law && s.acted())
	})
}

// several reports whether the tolls of an article are those of a list of events:
// of one event there are seldom more than an earlier and a later figure.
func several(tolls []*Statement) bool {
	seen := map[float64]bool{}
	for _, st := range tolls {
		seen[st.Members[0].Quantity.Low] = true
	}
	return len(seen) > 2
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

// acted reports whether somebody is said to have killed others.
func (s *settler) acted() bool {
	for _, st := range s.main {
		if st.Active && !st.Law && (st.Outcome == Killed || st.Outcome == Shot && !s.shotAlive(st)) {
			return true
		}
	}
	return false
}

// shotAlive reports whether a statement is of one person shot who the article says
// was hurt and not that he or she died.
func (s *settler) shotAlive(st *Statement) bool {
	m := &st.Members[0]
	if len(st.Members) > 1 || !m.single() {
		return false
	}
	for _, p := range s.clusters {
		if p.hurt && !p.dead && p.sex == m.Sex && slices.Contains(p.in, s.sentence(st.Trigger)) {
			return true
		}
	}
	return false
}

// foundDead reports whether so many are said to be dead, and not to have been
// killed by somebody: the killer may be one of them.
func (s *settler) foundDead(n float64) bool {
	found := false
	for _, st := range s.main {
		if st.Outcome != Killed || st.total() != n {
			continue
		}
		if st.Active && len(st.Members) > 1 && s.selfIn(s.sentence(st.Trigger)) {
			return false // "kills his wife, her son, himself"
		}
		found = found || !st.Active && n > 1 && (st.Found || s.inWord())
	}
	return found
}

// wereKilled reports whether so many, more than one, are said to have been killed,
// and the article does not call it a murder-suicide: then whoever did it to himself
// or herself comes on top.
func (s *settler) wereKilled(n float64) bool {
	return n > 1 && !s.inWord() && slices.ContainsFunc(s.main, func(st *Statement) bool {
		return st.Outcome == Killed && st.Deed && !st.Found && st.total() == n
	})
}

// total is how many people a statement tells of.
func (st *Statement) total() float64 {
	n := 0.0
	for i := range st.Members {
		if q := st.Members[i].Quantity; q.Known() {
			n += q.Low
		}
	}
	return n
}

// suicides is how many the article says killed themselves, one where it does not say.
func (s *settler) suicides() float64 {
	for _, st := range s.self {
		if q := st.total(); q > 1 && st.allCounted() && st.Members[0].Counted {
			return q
		}
	}
	return 1
}

// inWord reports whether the article calls it a murder-suicide, whose dead are those
// of both.
func (s *settler) inWord() bool {
	return slices.ContainsFunc(s.self, func(st *Statement) bool { return st.Found })
}

// selfIn reports whether a sentence says that somebody killed himself.
func (s *settler) selfIn(sentence int) bool {
	for _, st := range s.self {
		if s.sentence(st.Trigger) == sentence && !st.Found {
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

// shotByLaw reports whether the article says that police or soldiers killed
// somebody.
func (s *settler) shotByLaw() bool {
	for _, st := range s.main {
		if st.Law && st.Outcome == Killed && st.Members[0].single() {
			return true
		}
	}
	return false
}

// otherDead reports whether the dead of whom an article tells one by one are
// known to be others than the one who killed himself or herself.
func (s *settler) otherDead() bool {
	for _, st := range s.self {
		for i := range st.Members {
			if k := describe(&st.Members[i]); s.noneDeadIs(&k) {
				return true
			}
		}
	}
	return false
}

// noneDeadIs reports whether every dead person differs from k in name or sex.
func (s *settler) noneDeadIs(k *person) bool {
	found := false
	for _, p := range s.clusters {
		if !p.dead {
			continue
		}
		named := p.entity != 0 && k.entity != 0 && p.entity != k.entity
		if !named && (p.sex == 0 || k.sex == 0 || p.sex == k.sex) && !(k.assailant && !p.assailant && p.lo == p.hi) {
			return false
		}
		found = true
	}
	return found
}
