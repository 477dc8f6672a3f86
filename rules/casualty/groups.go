package casualty

import (
	"math"
	"slices"
)

// inGroups counts the people with an outcome in the greatest group, men and
// women added up, or in the greatest list of people and groups.
func (s *settler) inGroups(o Outcome) (float64, *Statement) {
	var first *Statement
	whole := 0.0
	var bySex [3]float64
	for i, st := range s.main {
		if st.Outcome != o && !(o == Injured && st.Outcome == Shot) || o == Injured && s.allOf(st) || s.ofWar(st) {
			continue
		}
		if i > 0 && s.slightly(st, s.main[i-1]) {
			whole, first = max(whole, st.total()+s.main[i-1].total()), s.main[i-1]
		}
		if st.Graded {
			continue
		}
		total, ok := 0.0, true
		for i := range st.Members {
			m := &st.Members[i]
			q := m.Quantity
			if m.Another && len(st.Members) == 1 && q.Low > 1 {
				n := 0.0
				if !s.besideOther(st) {
					n = s.justBefore(o, st) // "a boy was hurt and two others"
				}
				q.Low, q.High = q.Low+n, q.High+n
			}
			if m.Part && o == Injured || !q.Known() || math.IsInf(q.Low+q.High, 0) || q.Low != q.High || m.Pronoun && !m.Part && !m.Counted && !(o == Killed && q.Low == 2) {
				ok = false
				continue
			}
			if o == Injured && st.Outcome == Injured && len(st.Members) > 1 && s.died(m) {
				continue
			}
			if o == Killed && m.Another && len(st.Members) > 1 && s.saidHurt(q.Low) {
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
	return max(bySex[0], bySex[1]+bySex[2], whole), first
}

// saidHurt reports whether the article says of so many others that they were hurt, so that
// the fatal shot at "a man and three others" killed one.
func (s *settler) saidHurt(n float64) bool {
	return slices.ContainsFunc(s.main, func(st *Statement) bool {
		m := &st.Members[0]
		return st.Outcome == Injured && len(st.Members) == 1 && m.Another && m.Quantity.Low == n
	})
}

// besideOther reports whether "others" are others than those of whom the sentence has just
// told another outcome: "is held for shooting them and killing two others".
func (s *settler) besideOther(st *Statement) bool {
	return slices.ContainsFunc(s.main, func(other *Statement) bool {
		return other.Outcome == Shot && st.Outcome == Killed && other.Last < st.First && s.sentence(other.Trigger) == s.sentence(st.Trigger)
	})
}

// shotOnly reports whether a group is said to be shot, so that the dead are
// among them.
func (s *settler) shotOnly(n float64) bool {
	for _, st := range s.main {
		if st.Outcome == Killed {
			continue
		}
		total := st.total()
		if total == n && st.Outcome == Shot && s.listedWithDead(st) {
			return false
		}
		if total == n && st.Outcome == Injured && !(st.Soft && s.someDied(st)) {
			return false
		}
		for i := range st.Members {
			if total == n && st.Members[i].Another && (len(st.Members) == 1 || !st.Members[i].single()) {
				return false
			}
		}
	}
	return true
}

// withDeadReach is how many tokens stand between the dead and the shot that one list
// tells of: "the murder of a girl and the shooting of".
const withDeadReach = 4

// listedWithDead reports whether a statement of people shot goes on a list that began
// with somebody dead: "the murder of a girl and shooting of three women".
func (s *settler) listedWithDead(st *Statement) bool {
	for _, other := range s.main {
		if d := st.First - other.Last; other.Outcome == Killed && d >= 0 && d <= withDeadReach && s.sentence(other.Trigger) == s.sentence(st.Trigger) && !st.Members[0].Definite {
			return true
		}
	}
	return false
}

// afterReach is how many sentences behind a group those stand that say what
// became of it: "three were shot. Police came. All died".
const afterReach = 2

// someDied reports whether the article goes on from a group on the way to
// hospital to those of it who died: "one died", "all were pronounced dead".
func (s *settler) someDied(group *Statement) bool {
	g := &group.Members[0]
	if g.Another || len(group.Members) > 1 {
		return false
	}
	for _, st := range s.main {
		d := s.sentence(st.Trigger) - s.sentence(group.Trigger)
		if st.Outcome == Killed && st.Trigger > group.Trigger && d <= afterReach && st.Members[0].someOf(g, d > 0) {
			return true
		}
	}
	return false
}

// slightly reports whether a statement tells of others hurt to another degree than
// those of the one before it in its sentence: "four were taken to hospital while 20
// others were slightly hurt".
func (s *settler) slightly(st, before *Statement) bool {
	m := &st.Members[0]
	return st.Graded && len(st.Members) == 1 && m.Another && m.Counted && before.Outcome == st.Outcome && before.allCounted() && st.allCounted() &&
		s.sentence(st.Trigger) == s.sentence(before.Trigger)
}

// allOf reports whether a group shot or with wounds is that of all who died: the
// article goes on to their death ("both men died"), or speaks of "all four victims"
// where four died.
func (s *settler) allOf(group *Statement) bool {
	g := &group.Members[0]
	if group.Outcome == Injured && !group.Soft || len(group.Members) > 1 || g.Quantity.Low < 2 || g.Quantity.Low != g.Quantity.High {
		return false
	}
	if g.Definite && g.Noun == "victim" && g.Quantity.Low == s.dead {
		return true
	}
	for _, st := range s.main {
		m := &st.Members[0]
		d := s.sentence(st.Trigger) - s.sentence(group.Trigger)
		if st.Outcome != Killed || st.Trigger < group.Trigger || len(st.Members) > 1 || !m.Definite || m.Part {
			continue
		}
		if d <= afterReach && m.Quantity.Low == g.Quantity.Low || !m.Quantity.Known() && m.Noun != "" && m.Noun == g.Noun {
			return true
		}
	}
	return false
}

// someOf reports whether a phrase behind a group, in a later sentence or in the
// same, speaks of some of it: "one", "two of them", later "one person", "a man"
// of people.
func (m *Member) someOf(g *Member, later bool) bool {
	switch {
	case m.Part, m.Pronoun && m.Sex == 0:
		return true
	case m.Pronoun, m.Another, m.Name != "":
		return false
	case m.Noun == "":
		return true
	}
	return later && m.Quantity.High < g.Quantity.Low && (m.General || g.General || m.Noun == g.Noun)
}

// coordinated adds the groups of a list: "four men and two women were killed".
func (s *settler) coordinated(o Outcome, st *Statement) {
	if st.Outcome != o || len(st.Members) < 2 || st.Soft || st.Graded {
		return
	}
	for i := range st.Members {
		if m := &st.Members[i]; m.General || m.Part || m.Another || m.Pronoun || m.Noun == "" || m.Name != "" || !m.Quantity.Known() || m.Quantity.Low == 0 {
			return
		}
	}
	for i := range st.Members {
		if m := &st.Members[i]; m.Quantity.Low > 1 {
			s.add(Group, o, st, m.Quantity).Noun = m.Noun
		}
	}
}
