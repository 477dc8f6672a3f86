package casualty

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
		if st.Members[0].Quantity.Low == n && (st.Active || s.selfIn(s.sentence(st.Trigger))) {
			return true
		}
	}
	return false
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
		if st.Outcome == Killed && st.Active && len(st.Members) > 1 && s.selfIn(s.sentence(st.Trigger)) {
			return false // "kills his wife, her son, himself"
		}
	}
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

// selfIn reports whether a sentence says that somebody killed himself.
func (s *settler) selfIn(sentence int) bool {
	for _, st := range s.self {
		if s.sentence(st.Trigger) == sentence {
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
