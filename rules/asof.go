package rules

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// governors is how many clauses up a clause without a date of its own looks
// for one: "stormed the hall in May, killing 14 people".
const governors = 3

// asOf is the time of which a clause speaks, or the clause on which it hangs.
func (a *application) asOf(c *clause.Clause) mention.Period {
	for range governors {
		if p := a.ownDate(c); p.Known() {
			return p
		}
		if p := a.dateBefore(c); p.Known() {
			return p
		}
		if c.Relation == clause.Complement && (c.Finite || c.Tense != clause.NoTense) {
			break // "said on Monday that"
		}
		up := a.g.governor(c)
		if up == nil {
			return a.fronted(c.Sentence)
		}
		c = up
	}
	return mention.Period{}
}

// dateBefore is the date right before the "when" that opens a clause: "1987, when a
// shock destroyed the hall".
func (a *application) dateBefore(c *clause.Clause) mention.Period {
	if !a.dated[c.Sentence] {
		return mention.Period{}
	}
	s := &a.g.Doc.Sentences[c.Sentence]
	i := c.Verb
	for i > s.First && a.g.Doc.Tokens[i].Lower != "when" && a.g.Doc.Tokens[i-1].Tag != text.VERB {
		i--
	}
	if i == s.First || a.g.Doc.Tokens[i].Lower != "when" {
		return mention.Period{}
	}
	if a.g.Doc.Tokens[i-1].Lower == "," {
		i--
	}
	for k := a.mentionsFrom(s.First); k < len(a.g.Mentions) && a.g.Mentions[k].First < i; k++ {
		if m := &a.g.Mentions[k]; m.Last == i && m.Kind == mention.Date && m.Period.Known() {
			return m.Period
		}
	}
	return mention.Period{}
}

// fronted is the date with which a sentence begins, which holds for its later
// clauses: "In 2019 a train left the rails there; no one was hurt".
func (a *application) fronted(sentence int) mention.Period {
	s := &a.g.Doc.Sentences[sentence]
	for i := a.mentionsFrom(s.First); i < len(a.g.Mentions) && a.g.Mentions[i].First <= s.First+1; i++ {
		if m := &a.g.Mentions[i]; m.Kind == mention.Date && m.Period.Known() {
			return m.Period
		}
	}
	return mention.Period{}
}

// ownDate is a date inside a clause, or one in the sentence to whose verb it
// stands nearer than to any other clause's.
func (a *application) ownDate(c *clause.Clause) mention.Period {
	if !a.dated[c.Sentence] {
		return mention.Period{}
	}
	s := &a.g.Doc.Sentences[c.Sentence]
	i := a.mentionsFrom(s.First)
	var beside mention.Period
	for ; i < len(a.g.Mentions) && a.g.Mentions[i].First < s.Last; i++ {
		m := &a.g.Mentions[i]
		if m.Kind != mention.Date || !m.Period.Known() || a.inside(c, m.First) {
			continue
		}
		if m.First >= c.First && m.First < c.Last {
			return m.Period
		}
		if !beside.Known() && a.nearest(m.First) == c.Verb {
			beside = m.Period
		}
	}
	return beside
}

// inside reports whether what stands at token i, such as a date, belongs to a
// relative clause within c, with nothing but words between its verb and it: "The
// ferry, built in 1998, passed".
func (a *application) inside(c *clause.Clause, i int) bool {
	for n := range a.clauses {
		d := &a.clauses[n]
		if d.Relation != clause.Relative || d.Verb == c.Verb || d.Verb <= c.First || d.Verb >= i || c.Verb > d.Verb && c.Verb < i {
			continue
		}
		between := a.g.Doc.Tokens[d.Verb:i]
		if !slices.ContainsFunc(between, func(t text.Token) bool { return t.Tag == text.PUNCT }) {
			return true
		}
	}
	return false
}

// nearest is the verb of the sentence's clauses that stands nearest to token i.
func (a *application) nearest(i int) int {
	verb, distance := -1, 0
	for n := range a.clauses {
		v := a.clauses[n].Verb
		if d := max(v-i, i-v); verb < 0 || d < distance {
			verb, distance = v, d
		}
	}
	return verb
}

// The bounds of what counts as the story at hand: a story runs for about a
// month, and a figure for a quarter or a year sums up many events.
const (
	storyLasts = 31 * 24 * time.Hour
	oneEvent   = 32 * 24 * time.Hour
)

// occasion is the key of the event of which a fact speaks: "now" for the story
// at hand, and a year with a place for what lies further back or is told of a
// longer time. Of such an event without a place it says nothing.
func (a *application) occasion(f *Fact, c *clause.Clause) KeyValue {
	p, published := f.AsOf, a.g.Article.Published
	now := KeyValue{Value: "now"}
	if c == nil || !p.Known() {
		return now
	}
	if p.To.Sub(p.From) <= oneEvent && (!published.Known() || p.To.After(published.Time.Add(-storyLasts))) {
		return now
	}
	year := strconv.Itoa(p.From.Year())
	for i := range a.g.Mentions {
		m := &a.g.Mentions[i]
		if m.First >= c.Last {
			break
		}
		if m.Kind == mention.Place && m.First >= c.First {
			return KeyValue{Value: year + " " + strings.ToLower(m.Name), Show: m.Name + " " + year}
		}
	}
	return KeyValue{}
}
