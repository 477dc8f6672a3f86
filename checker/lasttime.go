package checker

import (
	"slices"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/text"
)

// lastTimes reports whether two dates are the last time of one thing: each article tells
// of one such time, and of one thing by its noun, or the digits of the one changed places
// in the other. That the words around have to do with each other does not tell, as many
// things were last so.
func (g *gathering) lastTimes(l link) bool {
	p, q := &g.profiles[l.a], &g.profiles[l.b]
	only := g.alone(l, func(i int) bool { return g.profiles[i].head() == rules.LastTime })
	if !only || contrast(p, q) || g.eitherStated(l, true) {
		return false
	}
	a, b := &g.all[l.a], &g.all[l.b]
	if swappedDates(a.fact, b.fact) {
		return true
	}
	x, y := g.extremeOf(a), g.extremeOf(b)
	return year(a.fact.Value.Period) && year(b.fact.Value.Period) && x.noun != "" && x.same(&y)
}

// extreme is what was so for the last time: "the worst flood" since a year, "the last
// flood" in a year.
type extreme struct {
	// rank is the superlative, "first", or "last"; noun the thing, by its group.
	rank, noun string
	// such: it was so of one as great: "such a flood was last seen".
	such bool
	// modifiers stand between the two: the "general" strike is not any strike.
	modifiers []string
	// of are the nouns behind it: the highest turnout "in the city".
	of []string
}

// same reports whether two are of one thing: the last flood may be the worst one, but the
// worst is not the longest.
func (x *extreme) same(y *extreme) bool {
	if x.noun != y.noun || !slices.Equal(x.modifiers, y.modifiers) || len(x.of) > 0 && len(y.of) > 0 && !slices.Equal(x.of, y.of) {
		return false
	}
	plain := func(rank string) bool { return rank == "first" || rank == "last" }
	return x.such || y.such || x.rank == y.rank || plain(x.rank) && plain(y.rank) || relatedWords(x.rank, y.rank)
}

const (
	// extremeReach is how many words at most stand between the word for a last time and
	// its date.
	extremeReach = 12
	// extremeNoun is how many words behind that word its noun stands at most.
	extremeNoun = 4
)

// extremeOf reads what was so for the last time at the date of a statement, the zero
// extreme where its sentence does not tell by a noun.
func (s *story) extremeOf(st *statement) extreme {
	d := s.readings[st.article].Doc
	first := d.Sentences[d.SentenceOf(st.fact.Token)].First
	for i := st.fact.Token - 1; i >= max(first, st.fact.Token-extremeReach); i-- {
		t := &d.Tokens[i]
		if t.Fine != text.JJS && t.Lower != "first" && t.Lower != "last" {
			continue
		}
		x := extreme{rank: t.Lemma}
		for k := i + 1; k < min(st.fact.Token, i+1+extremeNoun); k++ {
			switch u := &d.Tokens[k]; u.Tag {
			case text.NOUN:
				if d.Tokens[k+1].Tag == text.NOUN {
					x.modifiers = append(x.modifiers, u.Lemma)
					continue
				}
				x.noun = s.nounGroup(u.Lemma)
				for n := k + 1; n < st.fact.Token; n++ {
					if o := &d.Tokens[n]; o.Tag == text.NOUN || o.Tag == text.PROPN {
						x.of = append(x.of, o.Lemma)
					}
				}
				return x.told(s)
			case text.ADJ:
				x.modifiers = append(x.modifiers, u.Lemma)
			}
		}
		x.noun, x.such = s.subjectBefore(st.article, i, first)
		x.modifiers = nil
		return x.told(s)
	}
	return extreme{}
}

// nounGroup is the group of a noun: what several words of outlets stand for.
func (s *story) nounGroup(lemma string) string {
	return s.catalog.Synonym(s.catalog.Deeds.Thing(lemma))
}

// told is the extreme, or the zero one where its noun tells nothing: "for the first time".
func (x extreme) told(s *story) extreme {
	if s.catalog.Deeds.Vague(x.noun) {
		return extreme{}
	}
	return x
}

// subjectBefore is the group of the noun of which a copula before token i says it: "April
// was the hottest"; "" for none. It reports whether the noun has "such" before it.
func (s *story) subjectBefore(article, i, first int) (noun string, such bool) {
	d := s.readings[article].Doc
	copula := false
	for k := i - 1; k >= first; k-- {
		switch t := &d.Tokens[k]; {
		case t.Lemma == "be":
			copula = true
		case copula && t.Lower != "has" && t.Lower != "have" && t.Lower != "had":
			if t.Tag == text.NOUN || t.Tag == text.PROPN {
				such = k > first && d.Tokens[k-1].Lower == "such" || k > first+1 && d.Tokens[k-2].Lower == "such"
				return s.nounGroup(t.Lemma), such
			}
			return "", false
		}
	}
	return "", false
}
