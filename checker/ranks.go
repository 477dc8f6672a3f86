package checker

// How alike what is said of two ordinals must be for them to be of one thing.
// Tuned on the stories that were looked at.
const (
	likeRank      = 0.35
	likeRankFirst = 0.45 // "first", of which a story has many
	likeRankApart = 0.4
)

// ranksAgree reports whether two equal ordinals are of one thing.
func (g *gathering) ranksAgree(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a := g.all[l.a].fact
	if !sameFigure(a, g.all[l.b].fact) || p.head() == "" || p.head() != q.head() || otherNames(p, q) {
		return false
	}
	least := likeRank
	if a.Value.Figure.Low < 3 {
		least = likeRankFirst
	}
	return l.likeness >= least && tied(p, q)
}

// ranksDiffer reports whether two ordinals that exclude each other are of one
// thing: whose it is, or who takes it, is the same. Parts of a whole come one
// after the other, so that two of them are two things.
func (g *gathering) ranksDiffer(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	a, b := &g.all[l.a], &g.all[l.b]
	if p.head() == "" || p.head() != q.head() || inSequence(p.head()) || a.fact.Negated != b.fact.Negated {
		return false
	}
	if contrast(p, q) || otherDeed(p, q) || l.likeness < likeRankApart || !tied(p, q) && !g.only(l) {
		return false
	}
	return !g.stated(l.a, l.b, true) && !g.stated(l.b, l.a, true)
}

// inSequence reports a noun of which one thing has a first, a second and so on.
func inSequence(noun string) bool {
	switch noun {
	case "half", "quarter", "round", "day", "night", "week", "month", "year", "time", "phase", "stage", "part", "step", "person", "people", "group", "floor", "page", "chapter", "line", "set", "game", "leg", "session", "term", "wave", "batch", "shot", "vehicle", "car":
		return true
	}
	return false
}
