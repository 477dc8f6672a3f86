package rules

import (
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// isDated reports whether mentions of a kind say when something happened.
func isDated(k mention.Kind) bool { return k == mention.Date || k == mention.Time }

// stated reports whether a mention has a value that can be compared.
func stated(m *mention.Mention) bool {
	switch m.Kind {
	case mention.Date:
		return m.Period.Known() && !strings.HasSuffix(m.Timex, "_REF")
	case mention.Time:
		_, hour, ok := strings.Cut(m.Timex, "T")
		return ok && len(hour) >= len("09") && hour[0] >= '0' && hour[0] <= '9' && !strings.Contains(hour, ",")
	}
	return m.Quantity.Known()
}

// dated adds what was done at a date or time: the deed of the noun that it dates
// ("Tuesday's launch", "the raid of 3 May"), else of the clause around it. It
// reports false where neither says a deed.
func (w *surroundings) dated() bool {
	from, ok := w.since()
	if !ok {
		return false
	}
	w.began = from == "since "
	if w.lastTime() {
		w.terms = append(w.terms, Term{Part: Head, KeyValue: KeyValue{Value: LastTime, Show: "last time"}})
		w.clause = w.datedClause()
		return true
	}
	if i := w.datedNoun(); i >= 0 {
		w.own = true
		w.deed(from, w.nounDeed(i), i)
		ph, _ := w.input.PhraseAt(i)
		w.owned(ph)
		return true
	}
	if w.clause = w.datedClause(); w.clause < 0 {
		return true
	}
	c := &w.clauses[w.clause]
	name, _, patient := w.catalog.Deeds.Clause(w.g.Doc, c)
	if name == "" || !w.inside(c.Verb) || strings.HasPrefix(name, "be ") && !w.catalog.Deeds.Listed(name) {
		return true
	}
	w.settled = true
	w.deed(from, name, c.Verb)
	w.arguments(Patient, []clause.Phrase{patient})
	w.whose(c)
	return true
}

// whose adds of whom or what the clause's subject and object are, so that the trial of one
// is not that of another.
func (w *surroundings) whose(c *clause.Clause) {
	for _, list := range [...][]clause.Phrase{c.Agents, c.Patients} {
		if len(list) == 0 {
			continue
		}
		if of := clause.Of(w.g.Doc, list[0]); !of.None() && !w.within(of) && w.inside(of.Head) {
			w.add(Modifier, of.Head)
		}
	}
}

// datedClause is the clause that has the date among its phrases or, where none
// has, the one whose verb stands nearest; -1 for none.
func (w *surroundings) datedClause() int {
	best, distance := -1, 0
	for n := range w.clauses {
		c := &w.clauses[n]
		for i := range c.Obliques {
			if w.within(c.Obliques[i].Phrase) {
				return n
			}
		}
		if c.Verb > w.mention.First && best >= 0 && w.joined(w.mention.Last) {
			continue // "struck at 3 a.m. and went on"
		}
		if d := max(c.Verb-w.mention.First, w.mention.First-c.Verb); best < 0 || d < distance {
			best, distance = n, d
		}
	}
	return best
}

// joined reports whether another clause or comma begins at token i.
func (w *surroundings) joined(i int) bool {
	if !w.inside(i) {
		return false
	}
	switch w.g.Doc.Tokens[i].Lower {
	case "and", "but", ",", ";", "while", "when", "after", "before", "as":
		return true
	}
	return false
}

func (w *surroundings) deed(from, name string, at int) {
	w.take(at, at+1)
	show := w.g.Doc.Tokens[at].Lemma
	w.terms = append(w.terms, Term{Part: Head, KeyValue: KeyValue{Value: from + name, Show: from + show}})
}

// since is the word before a date that says that the deed began or ended then,
// with a space behind it; false for dates before or after which it was done.
func (w *surroundings) since() (string, bool) {
	if w.stamped() {
		return "", false
	}
	if w.mention.First == w.first {
		return "", true
	}
	switch word := w.g.Doc.Tokens[w.mention.First-1].Lower; word {
	case "since", "until", "by":
		return word + " ", true
	case "till":
		return "until ", true
	case "before", "after":
		return "", w.mention.Kind == mention.Time && w.nearly()
	case "than", "from", "to", "through", "for":
		return "", false
	}
	return "", true
}

// stamped reports whether an hour in figures is when the words behind it were
// written, or their place in a recording: "00:41 A man opened fire", "12:30 The
// minister has resigned".
func (w *surroundings) stamped() bool {
	m, d := w.mention, w.g.Doc
	if m.Kind != mention.Time || m.Last >= len(d.Tokens) || !d.Tokens[m.Last-1].Shape.Has(text.HasDigit) || !d.Tokens[m.Last].Shape.Has(text.Capital) {
		return false
	}
	return m.First == w.first || d.Tokens[m.First-1].Tag != text.ADP && d.Tokens[m.First-1].Tag != text.ADV
}

// nearly reports a word before "before" or "after" that leaves little time between:
// "shortly before 2 a.m.".
func (w *surroundings) nearly() bool {
	if w.mention.First-2 < w.first {
		return false
	}
	switch w.g.Doc.Tokens[w.mention.First-2].Lower {
	case "shortly", "just", "soon", "moments", "minutes", "little", "right", "immediately":
		return true
	}
	return false
}

// datedNoun is the noun that the date belongs to, -1 for none.
func (w *surroundings) datedNoun() int {
	d, m := w.g.Doc, w.mention
	if ph, ok := w.input.PhraseAt(m.Last - 1); ok && ph.Head >= m.Last && d.Tokens[ph.Head].Tag == text.NOUN {
		return ph.Head
	}
	i := m.First - 1
	if i <= w.first {
		return -1
	}
	switch d.Tokens[i].Lower {
	case "of":
		i--
	case "on", "in", "at":
		// "Doctors said that the crash on Monday": a noun before its verb.
		i--
		if w.clause >= 0 && w.clauses[w.clause].Verb < i {
			return -1
		}
	default:
		return -1
	}
	if d.Tokens[i].Tag == text.NOUN && w.catalog.Deeds.Noun(d.Tokens[i].Lemma) != "" {
		return i
	}
	return -1
}

func (w *surroundings) nounDeed(i int) string {
	lemma := w.g.Doc.Tokens[i].Lemma
	if g := w.catalog.Deeds.Noun(lemma); g != "" {
		return g
	}
	return w.catalog.Synonym(lemma)
}

// owned adds to whom a noun's deed was done, or who did it: "the launch of the
// probe".
func (w *surroundings) owned(ph clause.Phrase) {
	if ph.None() {
		return
	}
	for _, of := range []clause.Phrase{clause.Possessor(w.g.Doc, ph), clause.Of(w.g.Doc, ph)} {
		if !of.None() && !w.within(of) {
			w.arguments(Patient, []clause.Phrase{of})
		}
	}
	for i := ph.First; i < ph.Last; i++ {
		w.add(Modifier, i)
	}
}
