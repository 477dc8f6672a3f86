package checker

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// Dates and times are told of one thing, with whatever verbs, where each article tells
// of one such day or hour alone.

// onsets reports whether two hours are those at which what the story is about began or
// struck: each article gives one hour alone, and says with it that something began,
// happened or hit.
func (g *gathering) onsets(l link) bool {
	a, b := g.all[l.a].fact, g.all[l.b].fact
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	if a.Value.Kind != mention.Time || a.Negated != b.Negated || ofOtherDays(a, b) || !g.onset(p) || !g.onset(q) || contrast(p, q) {
		return false
	}
	return minutesApart(a, b) >= onsetsApart && g.alone(l, func(i int) bool { return g.all[i].fact.Value.Kind == mention.Time })
}

// namedOtherwise reports whether two dates or hours may be of one thing though their
// sentences have no word in common.
func (g *gathering) namedOtherwise(i, j int) bool {
	p, q := &g.profiles[i], &g.profiles[j]
	switch g.all[i].fact.Value.Kind {
	case mention.Date:
		return p.head() != q.head() && sameDeed(p, q) || p.head() == rules.LastTime && q.head() == rules.LastTime
	case mention.Time:
		return g.onset(p) && g.onset(q)
	}
	return false
}

// onsetsApart is how many minutes two hours must lie apart for one of them to be wrong
// where it is only known that both are of what the story is about: what happens first
// is told as its beginning or not.
const onsetsApart = 30

// ofOtherDays reports whether two hours are told of two days.
func ofOtherDays(a, b *rules.Fact) bool {
	x, _, _ := strings.Cut(a.Value.Timex, "T")
	y, _, _ := strings.Cut(b.Value.Timex, "T")
	return x != "" && y != "" && x != y
}

// onset reports whether the words around an hour say that something began, happened
// or hit then, and not that people began something.
func (g *gathering) onset(p *profile) bool {
	deed := p.head()
	if t := p.first(rules.Predicate); deed == "" && t != nil {
		deed = t.value
	}
	switch deed {
	case "begin", "start", "stop", "halt":
		return !slices.ContainsFunc(p.terms, func(t term) bool { return t.part == rules.Agent && (t.name != "" || thesaurus.People(t.value)) })
	case "happen", "occur", "take place", "strike", "hit", "break out", "come down", "give way", "go off", "set off":
		return true
	}
	return deed != "" && g.catalog.Deeds.Harm(deed)
}

// likeRelatedDeeds is how much the words around two dates must have to do with each
// other where they are of deeds with other names. Tuned on the stories that were
// looked at.
const likeRelatedDeeds = 0.35

// relatedDeeds reports whether two dates are of one deed under two names, "the drive
// began", "the campaign was launched", each the only one of its deed in its article.
// Of years that is not known: what was founded in one may have opened in another.
func (g *gathering) relatedDeeds(l link) bool {
	a, b := &g.all[l.a], &g.all[l.b]
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	if year(a.fact.Value.Period) || year(b.fact.Value.Period) || a.fact.Negated != b.fact.Negated || p.head() == q.head() || !sameDeed(p, q) || contrast(p, q) || !g.sameCore(p, q) {
		return false
	}
	only := g.alone(l, func(i int) bool { return g.all[i].fact.Rule == a.fact.Rule && sameDeed(p, &g.profiles[i]) })
	return only && !g.dates(a, b, p) && !g.dates(b, a, q) && g.story.affinity(p, q) >= likeRelatedDeeds
}
