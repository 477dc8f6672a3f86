package casualty

// killerApart reports whether the killer is dead and no part of a toll: it says
// that somebody killed so many, or goes on to the killer's death.
func (s *settler) killerApart(tolls []*Statement) bool {
	n := typical(tolls)
	if !s.killerDied() || several(tolls) {
		return false
	}
	for _, st := range tolls {
		if st.Killer && st.Members[0].Quantity.Low == n {
			return false
		}
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
