package casualty

import (
	"math"
	"slices"

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
	// Victims: a figure for all of the killed but the killer, who is dead too.
	Victims
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
	// Nobody: the text says that there was none, and the figure is not reckoned.
	Nobody bool
}

// Settle draws the tallies of an article from its statements, in the order of
// outcomes, kinds and places. Sentence returns the sentence of a token.
func Settle(all []Statement, sentence func(token int) int) []Tally {
	s := &settler{sentence: sentence}
	s.sort(all)
	s.dropElsewhere()
	s.late = !s.leads()
	s.resolve()
	s.cluster()
	if s.list {
		for o := range Outcome(outcomes) {
			s.persons(o)
		}
		return s.out
	}
	for o := range Outcome(outcomes) {
		if s.outcome(o); o == Injured {
			s.noneHurt()
		}
	}
	s.noneDead()
	return s.out
}

// disaster is a number of dead that would stand in the lead of any article on
// the event: further down and without a date it is that of a war or a plague.
const disaster = 1000

type settler struct {
	sentence    func(token int) int
	main, other []*Statement
	// old reports that all statements are of another time, late that none of
	// them stands in the lead.
	old, late bool
	// list reports that the lead sums up several events, so that the article has
	// a figure for each.
	list bool
	// self are statements of people who killed themselves.
	self []*Statement
	// living are statements of people who live, elseNone says that nobody but
	// the dead was hurt.
	living   []*Statement
	elseNone *Statement
	clusters []*person
	out      []Tally
	// dead is how many the article says were killed, 0 where it does not say; unsure
	// reports that they may be those of several events.
	dead   float64
	unsure bool
	// own is how many of the dead are those who did it.
	own float64
}

func (s *settler) outcome(o Outcome) {
	tolls := s.outdone(s.tolls(o))
	if o == Killed {
		tolls = s.outnamed(tolls)
	}
	usual, victims := typical(tolls), 0.0
	if o == Killed {
		victims = s.victims(tolls, usual)
	}
	s.atLeastNth(o, tolls)
	fractions, belied := s.fractions(o, tolls), s.belied(tolls)
	for i, st := range tolls {
		q := st.Members[0].Quantity
		exact := q.Low == q.High
		if fractions[i] || belied(st) || o == Shot && q.Low == 1 || s.old || st.Other || s.late && !st.Dated && q.Low >= disaster || exact && q.Low < victims {
			continue
		}
		switch {
		case st.Without, victims > 0 && exact && q.Low == victims:
			s.add(Victims, o, st, q)
		case o == Killed && st.Killer && st.Lone && exact && q.Low > 1 && q.Low == usual:
			s.add(Victims, o, st, figure(q.Low-1))
		default:
			s.add(Toll, o, st, q)
		}
	}
	if len(tolls) > 0 {
		s.whole(o, tolls, usual, victims)
	} else {
		s.listed(o)
	}
	s.parts(o)
	for _, st := range s.other {
		if st.Outcome == o && st.Other && isToll(st) {
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

// ofNobody reports whether a toll says that there was nobody. Beside people with
// the outcome it speaks of some part of the event.
func ofNobody(st *Statement) bool { return st.Members[0].Quantity.High == 0 }

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
		if m.Another && (s.before(o, st) || o == Killed && !s.contrasted(st) || o != Killed && !s.besideDead(st)) || m.Noun == "" && m.single() && !st.Active && (!s.contrasted(st) || s.before(o, st)) {
			continue
		}
		if s.ofWar(st) {
			continue
		}
		if o == Shot && s.behindDead(st) || o == Injured && s.withDead(st) {
			continue
		}
		out = append(out, st)
	}
	if s.lateToll(o, out) {
		return nil
	}
	somebody := func(st *Statement) bool { return !ofNobody(st) }
	if n, _ := s.sum(o); n > 0 || slices.ContainsFunc(out, somebody) {
		out = slices.DeleteFunc(out, ofNobody)
	}
	return out
}

// outnamed leaves out tolls of fewer dead than one statement names.
func (s *settler) outnamed(tolls []*Statement) []*Statement {
	named := 0.0
	for _, st := range s.main {
		n := 0.0
		for i := range st.Members {
			if m := &st.Members[i]; m.Name != "" && m.single() {
				n++
			}
		}
		if st.Outcome == Killed && n > 1 && n == float64(len(st.Members)) {
			named = max(named, n)
		}
	}
	return slices.DeleteFunc(tolls, func(st *Statement) bool {
		q := st.Members[0].Quantity
		return q.Low == q.High && q.Low < named
	})
}

// outdone leaves out the least figures ("at least one") where the lead has a greater exact
// one too, which is the later: captions keep the first.
func (s *settler) outdone(tolls []*Statement) []*Statement {
	exact := 0.0
	for _, st := range tolls {
		if q := st.Members[0].Quantity; s.lead(st) && q.Low == q.High {
			exact = max(exact, q.Low)
		}
	}
	return slices.DeleteFunc(tolls, func(st *Statement) bool {
		q := st.Members[0].Quantity
		return q.Low < q.High && q.Low < exact && s.lead(st)
	})
}

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

// ofWar reports whether a figure is too great for an event of whose dead or hurt the
// lead tells without it: those of a war or a plague.
func (s *settler) ofWar(st *Statement) bool {
	return st.Members[0].Quantity.Low >= disaster && !s.lead(st) && !st.Dated &&
		slices.ContainsFunc(s.main, func(other *Statement) bool { return other.Outcome == st.Outcome && s.lead(other) })
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

// belied reports whether a toll below the lead is none that the lead gives, where
// it gives one: mostly it is that of another event.
func (s *settler) belied(tolls []*Statement) func(*Statement) bool {
	lead := map[float64]bool{}
	for _, st := range tolls {
		if s.lead(st) {
			lead[st.Members[0].Quantity.Low] = true
		}
	}
	return func(st *Statement) bool {
		return len(lead) > 0 && !s.lead(st) && !st.Dated && !lead[st.Members[0].Quantity.Low]
	}
}

// behindDead reports whether a figure of people shot follows one of the dead, and
// so may count the others or all: "one dead, three shot".
func (s *settler) behindDead(st *Statement) bool {
	for _, other := range s.main {
		if d := st.First - other.Last; other.Outcome == Killed && isToll(other) && d >= 0 && d <= 2 {
			return true
		}
	}
	return false
}

// withDead reports whether a toll of the injured counts the dead too: elsewhere fewer
// by the dead are said to have been hurt, beside the dead or where the toll is that of
// the people shot.
func (s *settler) withDead(st *Statement) bool {
	q, shot, alive := st.Members[0].Quantity, false, false
	if s.dead == 0 || q.Low != q.High {
		return false
	}
	for _, other := range s.main {
		if n := other.Members[0].Quantity.Low; len(other.Members) == 1 && other.Members[0].Counted {
			shot = shot || other.Outcome == Shot && n == q.Low
			left := other.Outcome == Injured && n == q.Low-s.dead
			alive, shot = alive || left, shot || left && other.Members[0].Another && s.deadIn(s.sentence(other.Trigger))
		}
	}
	return shot && alive
}

// deadIn reports whether a sentence tells of somebody dead.
func (s *settler) deadIn(sentence int) bool {
	return slices.ContainsFunc(s.main, func(st *Statement) bool { return st.Outcome == Killed && s.sentence(st.Trigger) == sentence })
}

// besideDead reports whether others are others than the dead: the sentence of a
// statement, or one right before it, tells of them.
func (s *settler) besideDead(st *Statement) bool {
	at := s.sentence(st.Trigger)
	for _, other := range s.main {
		if d := at - s.sentence(other.Trigger); other.Outcome == Killed && d >= 0 && d <= 1 {
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

// whole takes the usual toll for all, and adds the killer where that is the
// figure of the victims alone.
func (s *settler) whole(o Outcome, tolls []*Statement, usual, victims float64) {
	for _, st := range tolls {
		q := st.Members[0].Quantity
		if q.Low != usual {
			continue
		}
		if o == Killed {
			if victims > 0 && q.Low == q.High && q.Low == victims {
				q, s.own = figure(usual+1), 1
			}
			s.dead = q.Low
		}
		s.add(Whole, o, st, q).Nobody = q.High == 0
		return
	}
	s.add(Whole, o, tolls[0], tolls[0].Members[0].Quantity)
}

// parts adds groups of one sort and people with names.
func (s *settler) parts(o Outcome) {
	for _, st := range s.main {
		m := &st.Members[0]
		if st.Outcome == o && len(st.Members) == 1 && !(st.Soft && s.someDied(st)) && !m.General && !m.Part && m.Noun != "" && m.Quantity.Known() && (m.Quantity.Low > 1 || m.Quantity.High == 0) {
			s.add(Group, o, st, m.Quantity).Noun = m.Noun
		}
		s.coordinated(o, st)
	}
	s.persons(o)
}

// persons adds the people with names.
func (s *settler) persons(o Outcome) {
	for _, p := range s.clusters {
		if p.is(o) && p.naming != nil && p.naming.Outcome == o {
			t := s.add(Person, o, p.naming, mention.NoValue())
			t.Name, t.Entity = p.name, p.entity
		}
	}
}
