package checker

import (
	"slices"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/event"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// described maps the words by which a story's articles describe one person
// alone ("the driver") to that person.
type described map[string]string

// describe gathers descriptions from what the articles say people are. A word
// that describes two people tells neither from the other.
func (s *story) describe(deeds *event.Deeds) described {
	out := described{}
	for i, g := range s.readings {
		for k := range g.Holdings {
			h := &g.Holdings[k]
			person := &g.Mentions[h.Person]
			if h.Negated || h.Future || h.Former || person.Entity == 0 {
				continue
			}
			word, who := deeds.Thing(h.Title.Head), s.entity(i, person.Entity)
			if old, ok := out[word]; ok && old != who {
				who = ""
			}
			out[word] = who
		}
	}
	return out
}

// keyValue is a part of a key among the story's entities.
func (s *story) keyValue(article int, v rules.KeyValue) string {
	if v.Entity != 0 {
		return s.entity(article, v.Entity)
	}
	return v.Value
}

// referent is what a phrase of an article stands for in the story.
func (s *story) referent(article int, r *rules.Referent) string {
	if who := s.described[r.Value]; who != "" && r.Entity == 0 && !r.Plural && !r.Some {
		return who
	}
	return s.keyValue(article, r.KeyValue)
}

// pair is who two articles say does a deed, or undergoes it.
type pair struct {
	*story
	first, second int // the articles
	x, y          *rules.Referent
}

// differ reports whether both are stated and are not the same.
func (p pair) differ() bool {
	return p.x.Value != "" && p.y.Value != "" && p.referent(p.first, p.x) != p.referent(p.second, p.y)
}

// otherNumber reports two numbers that cannot both be right.
func (p pair) otherNumber() bool {
	a, b := p.mention(p.first, p.x.Count), p.mention(p.second, p.y.Count)
	return p.x.Value == p.y.Value && a != nil && b != nil && a.Quantity.Known() && b.Quantity.Known() &&
		!interval.Of(a.Quantity, false).Touches(interval.Of(b.Quantity, false))
}

// otherOwner reports two things of one kind that belong to others.
func (p pair) otherOwner() bool {
	a, b := p.mention(p.first, p.x.Owner), p.mention(p.second, p.y.Owner)
	return p.x.Value == p.y.Value && a != nil && b != nil && p.entity(p.first, a.Entity) != p.entity(p.second, b.Entity)
}

// otherNames reports two things of one kind with different names: "the Orsa
// tunnel" and "the Lund tunnel".
func (p pair) otherNames() bool {
	return p.x.Value == p.y.Value && disjoint(p.before(p.first, p.x, true), p.before(p.second, p.y, true))
}

// otherwise reports two things that are described with other words.
func (p pair) otherwise() bool {
	return disjoint(p.before(p.first, p.x, false), p.before(p.second, p.y, false))
}

// otherSites reports two things of one kind with different places behind them: "the
// school in Orsk" and "the school in Lund".
func (p pair) otherSites() bool {
	if p.x.Value != p.y.Value {
		return false
	}
	a, b := p.site(p.first, p.x), p.site(p.second, p.y)
	return a != nil && b != nil && p.entity(p.first, a.Entity) != p.entity(p.second, b.Entity) &&
		!within(a.Name, b.Name) && !within(b.Name, a.Name)
}

// site is the place that stands right behind a thing without a name, nil for none.
func (s *story) site(article int, r *rules.Referent) *mention.Mention {
	if r.Named || r.Pronoun || r.None() {
		return nil
	}
	g := s.readings[article]
	if r.Last+1 >= len(g.Doc.Tokens) {
		return nil
	}
	switch g.Doc.Tokens[r.Last].Lower {
	case "in", "at", "near", "outside":
	default:
		return nil
	}
	at := r.Last + 1
	for i := mention.From(g.Mentions, at); i < len(g.Mentions) && g.Mentions[i].First == at; i++ {
		if m := &g.Mentions[i]; m.Kind == mention.Place && m.Entity > 0 {
			return m
		}
	}
	return nil
}

// otherContents reports two things of one kind that are of different things: "the closure
// of the school" and "the closure of the pool".
func (p pair) otherContents() bool {
	if p.x.Value != p.y.Value {
		return false
	}
	a, b := p.content(p.first, p.x), p.content(p.second, p.y)
	return a != "" && b != "" && a != b && !relatedWords(a, b)
}

// content is the noun of what a thing without a name is of, "" for none.
func (s *story) content(article int, r *rules.Referent) string {
	if r.Named || r.Pronoun || r.None() {
		return ""
	}
	d := s.readings[article].Doc
	of := clause.Of(d, r.Phrase)
	if of.None() || d.Tokens[of.Head].Tag != text.NOUN {
		return ""
	}
	return d.Tokens[of.Head].Lemma
}

// before lists the names before the noun of a phrase, or the other words there,
// by lemma.
func (s *story) before(article int, r *rules.Referent, names bool) []string {
	if r.Named || r.None() {
		return nil
	}
	var out []string
	d := s.readings[article].Doc
	for i := range clause.Modifiers(d, r.Phrase) {
		switch t := &d.Tokens[i]; {
		case names && t.Tag == text.PROPN:
			out = append(out, t.Lower)
		case !names && (t.Tag == text.ADJ || t.Tag == text.NOUN):
			out = append(out, t.Lemma)
		}
	}
	return out
}

// mention is a mention of an article by its index, nil for -1.
func (s *story) mention(article, index int) *mention.Mention {
	if index < 0 {
		return nil
	}
	return &s.readings[article].Mentions[index]
}

// someOf reports whether a phrase speaks of some of a kind, and perhaps of others
// than another article does.
func (s *story) someOf(article int, r *rules.Referent) bool {
	if m := s.mention(article, r.Count); m != nil && m.Quantity.Known() {
		return false
	}
	return r.Some || r.Plural && !r.Named && r.Owner < 0
}

// disjoint reports two lists that are not empty and share nothing.
func disjoint(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(w string) bool { return slices.Contains(b, w) })
}
