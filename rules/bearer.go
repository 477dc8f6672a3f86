package rules

import (
	"slices"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/text"
)

// during adds the deed that goes on for a length of time as what that is of: "they
// debated for 14 hours". It reports false where the clause tells no such deed.
func (w *surroundings) during() bool {
	if w.mention.Kind != mention.Duration || w.clause < 0 {
		return false
	}
	c := &w.clauses[w.clause]
	stretch := false
	for i := range c.Obliques {
		if o := &c.Obliques[i]; w.within(o.Phrase) {
			stretch = o.Prep == "for" || o.Prep == ""
		}
	}
	name := w.catalog.Deeds.Verb(c.Predicate)
	if !stretch || name == "" || measuring[c.Predicate] || isLight(c.Predicate) || !w.inside(c.Verb) {
		return false
	}
	w.settled = true
	w.deed("", name, c.Verb)
	return true
}

// distance adds from where a distance is told: "three miles from shore", "45 km
// north of the port of Belmar"; false where the figure is none.
func (w *surroundings) distance() bool {
	d, i := w.g.Doc, w.mention.Last
	if w.mention.Kind != mention.Measure {
		return false
	}
	if _, ok := quantity.Convert(1, w.mention.Unit, "metre"); !ok {
		return false
	}
	end := w.first + len(w.taken)
	if i+2 < end && (directions[d.Tokens[i].Lower] && d.Tokens[i+1].Lower == "of" || d.Tokens[i].Lower == "away" && d.Tokens[i+1].Lower == "from") {
		i++
	}
	if i < end && i == w.mention.Last && d.Tokens[i].Lower == "away" {
		w.own = true
		w.terms = append(w.terms, Term{Part: Head, KeyValue: KeyValue{Value: AttributeOf + "distance", Show: "distance"}})
		return true
	}
	if i+1 >= end || !(i > w.mention.Last || d.Tokens[i].Lower == "from" || d.Tokens[i].Lower == "off" || d.Tokens[i].Lower == "outside") {
		return false
	}
	ph, ok := w.input.PhraseAt(i + 1)
	if !ok {
		return false
	}
	if of := clause.Of(d, ph); !of.None() && (w.mentionAt(of.Head) != nil || d.Tokens[of.Head].Tag == text.PROPN) {
		ph = of
	}
	w.own = true
	w.terms = append(w.terms, Term{Part: Head, KeyValue: KeyValue{Value: AttributeOf + "distance", Show: "distance"}})
	w.add(Whole, ph.Head)
	return true
}

// directions are words behind a distance, before "of".
var directions = map[string]bool{
	"north": true, "south": true, "east": true, "west": true, "northeast": true, "northwest": true, "southeast": true, "southwest": true,
	"north-east": true, "north-west": true, "south-east": true, "south-west": true, "short": true, "inland": true, "upstream": true, "downstream": true,
}

// bearer finds what the figure counts or measures.
func (w *surroundings) bearer() bearer {
	m, d := w.mention, w.g.Doc
	switch {
	case w.named:
		return bearer{w.namedHead(), Head, true}
	case m.Kind == mention.Ordinal:
		return w.ranked()
	}
	if h := w.before(); h >= 0 && (m.Kind != mention.Number || w.counted() == "" && w.byNoun(h) != "") {
		return bearer{h, Head, true}
	}
	if m.Kind == mention.Number {
		if m.Head >= 0 && m.Last < len(d.Tokens) && d.Tokens[m.Last].Lower == "of" {
			return bearer{m.Head, Whole, true}
		}
		if m.Head >= 0 {
			return bearer{m.Head, Head, true}
		}
	}
	if ph, ok := w.input.PhraseAt(m.Last - 1); ok && ph.Head >= m.Last {
		return bearer{ph.Head, Head, true}
	}
	if h := w.before(); h >= 0 {
		return bearer{h, Head, true}
	}
	if h := w.told(); h >= 0 {
		return bearer{h, Head, false}
	}
	if h := w.behind(); h >= 0 {
		return bearer{h, Head, true}
	}
	return bearer{w.subject(), Head, false}
}

// attached reports a figure in a phrase that belongs to the noun before it, and
// not to the verb: "the craft, with nine instruments".
func (w *surroundings) attached() bool {
	d, i := w.g.Doc, w.mention.First-1
	if i <= w.first {
		return false
	}
	switch d.Tokens[i].Lower {
	case "with", "including", "of", "among":
	default:
		return false
	}
	t := &d.Tokens[i-1]
	return t.Tag == text.NOUN || t.Tag == text.PROPN || t.Lower == ","
}

// ranked is the noun that an ordinal stands before.
func (w *surroundings) ranked() bearer {
	if ph, ok := w.input.PhraseAt(w.mention.Last - 1); ok && ph.Head >= w.mention.Last {
		return bearer{ph.Head, Head, true}
	}
	return bearer{-1, Head, false}
}

// before is the noun of "a charge of $5 billion", "a city of 340,000" and "a deal
// worth $4 billion".
func (w *surroundings) before() int {
	d, i := w.g.Doc, w.mention.First-1
	if i-1 < w.first {
		return -1
	}
	switch d.Tokens[i].Lower {
	case "of", "worth", "totalling", "totaling":
		i--
	case "at":
		if d.Tokens[i-1].Lower != "valued" {
			return -1
		}
		i -= 2
	default:
		return -1
	}
	if i < w.first || d.Tokens[i].Tag != text.NOUN {
		return -1
	}
	return i
}

// behind is the noun of "$312 billion in earnings" and "15 percent of the
// votes".
func (w *surroundings) behind() int {
	i := w.mention.Last
	if i+1 >= w.first+len(w.taken) {
		return -1
	}
	switch w.g.Doc.Tokens[i].Lower {
	case "of", "worth":
	case "in": // "$3 billion in savings", but "rose to $30 in early trading"
		if w.mention.Kind == mention.Share || w.mention.First > w.first && slices.Contains([]string{"at", "to", "by"}, w.g.Doc.Tokens[w.mention.First-1].Lower) {
			return -1
		}
	default:
		return -1
	}
	if ph, ok := w.input.PhraseAt(i + 1); ok && w.g.Doc.Tokens[ph.Head].Tag == text.NOUN {
		return ph.Head
	}
	return -1
}

// subject is what the clause says the figure of: "shares fell 1 percent", "put the
// damage at $3 million", "the budget was cut by 4 percent".
func (w *surroundings) subject() int {
	if w.clause < 0 {
		return -1
	}
	c := &w.clauses[w.clause]
	if w.beside(c) {
		if h := w.outside(c.Patients); h >= 0 {
			return h
		}
	}
	return w.outside(c.Agents)
}

// outside is the head of the first phrase that does not hold the figure.
func (w *surroundings) outside(list []clause.Phrase) int {
	for _, ph := range list {
		if !ph.None() && (ph.Head < w.mention.First || ph.Head >= w.mention.Last) && w.inside(ph.Head) {
			return ph.Head
		}
	}
	return -1
}

// beside reports whether the figure stands in a phrase of the clause that says how
// much its object is, or by how much it changes.
func (w *surroundings) beside(c *clause.Clause) bool {
	for i := range c.Obliques {
		if o := &c.Obliques[i]; w.within(o.Phrase) {
			return o.Prep == "at" || o.Prep == "by" || o.Prep == "to" || o.Prep == "from"
		}
	}
	return false
}

// told is the subject of a clause that says of it that it has the figure: "the
// deficit is 3 percent of output"; -1 where it says something else.
func (w *surroundings) told() int {
	if w.mention.Kind != mention.Share || w.clause < 0 {
		return -1
	}
	c := &w.clauses[w.clause]
	if c.Predicate != "be" && !measuring[c.Predicate] && !assessing[c.Predicate] || !w.among([]clause.Phrase{c.Complement}) && !w.beside(c) && !w.among(c.Patients) {
		return -1
	}
	return w.subject()
}

// assessing are verbs that put a figure to what they have as their object.
var assessing = map[string]bool{"estimate": true, "forecast": true, "project": true, "put": true, "value": true, "set": true, "predict": true, "expect": true, "measure": true}

// bearer is the noun of what a figure counts or measures.
type bearer struct {
	token int // -1 for none
	part  Part
	// close: the figure belongs to the noun itself and not through a verb.
	close bool
}

// transparent are nouns that say no more than that there is a figure: "the value
// of the deal" is what the deal is worth.
var transparent = map[string]bool{"value": true, "amount": true, "total": true, "sum": true, "size": true, "number": true, "figure": true}

// through is the noun of whose figure a transparent noun speaks: "the deal's
// value", "the value of the deal".
func (w *surroundings) through(b bearer) bearer {
	d := w.g.Doc
	if b.token < 0 || !transparent[d.Tokens[b.token].Lemma] {
		return b
	}
	ph, ok := w.input.PhraseAt(b.token)
	if !ok {
		return b
	}
	if of := clause.Of(d, ph); !of.None() && w.inside(of.Head) && !w.within(of) && d.Tokens[of.Head].Tag == text.NOUN {
		b.token = of.Head
	} else if own := clause.Possessor(d, ph); !own.None() && d.Tokens[own.Head].Tag == text.NOUN {
		b.token = own.Head
	}
	return b
}
