package event

import (
	"slices"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// clausesOf yields the events that the sentence's clauses tell.
func (r *reader) clausesOf() bool {
	for n := range r.clauses {
		c := &r.clauses[n]
		if c.Modality == clause.Hypothetical || c.Existential || r.infinite(c) {
			continue
		}
		e := r.next()
		e.Clause, e.Head, e.Negated, e.Modality = r.first+n, c.Verb, c.Negated, c.Modality
		if len(c.Agents) > 0 {
			e.Agent = c.Agents[0]
		}
		if len(c.Patients) > 0 && !r.amount(c.Patients[0]) {
			e.Patient = c.Patients[0]
		}
		if !r.deed(e, c) {
			continue
		}
		if e.Patient.None() && r.deeds.turning[e.Deed] {
			e.Agent, e.Patient = clause.Phrase{}, e.Agent
		}
		e.Poles = r.deeds.Poles(e.Deed)
		r.extent(e, c)
		r.obliques(e, c)
		r.when(e, c)
		if !r.yield(e) {
			return false
		}
	}
	return true
}

// infinite reports whether a clause names a deed without saying that it is
// done: an infinitive with nothing that asserts it.
func (r *reader) infinite(c *clause.Clause) bool {
	return !c.Finite && c.Tense == clause.NoTense && c.Modality == clause.Asserted && r.Doc.Tokens[c.Verb].Fine == text.VB
}

// deed finds the group of a clause's predicate: of the verb with its object or
// with a phrase, where the lists have that, else of the verb alone. What a
// copula says of its subject takes the place of the copula.
func (r *reader) deed(e *Event, c *clause.Clause) bool {
	p := c.Predicate
	e.Word = p
	if r.deeds.long[p] || isCopula(p) {
		if g := r.longDeed(e, c); g != "" {
			e.Deed = g
			return true
		}
	}
	if isCopula(p) && !c.Complement.None() {
		return r.complement(e, &r.Doc.Tokens[c.Complement.Head])
	}
	e.Deed = r.deeds.verb(p)
	return e.Deed != ""
}

// complement finds the group of what a copula says of its subject. Taggers take
// participles for adjectives: "the road remains closed", "had been shot".
func (r *reader) complement(e *Event, t *text.Token) bool {
	e.Word = t.Lower
	if t.Fine == text.VBN || t.Fine == text.VBD {
		if g := r.deeds.verbs[t.Lemma]; g != "" {
			e.Deed, e.Agent, e.Patient = g, clause.Phrase{}, e.Agent
			return true
		}
	}
	e.Deed = "be " + t.Lemma
	return t.Tag != text.PRON && t.Tag != text.PUNCT && t.Tag != text.SYM
}

func isCopula(lemma string) bool { return lemma == "be" || lemma == "become" || lemma == "remain" }

// longDeed is the group of an entry of several words, "" for none. The object
// that is part of the entry is no patient.
func (r *reader) longDeed(e *Event, c *clause.Clause) string {
	verb := c.Predicate
	if isCopula(verb) {
		verb = "be"
	}
	of := func(head int) string { return verb + " " + r.Doc.Tokens[head].Lemma }
	if !c.Complement.None() {
		if g := r.deeds.verbs[of(c.Complement.Head)]; g != "" {
			e.Word = r.Doc.Tokens[c.Complement.Head].Lower
			if isCopula(c.Predicate) {
				e.Agent, e.Patient = clause.Phrase{}, e.Agent
			}
			return g
		}
	}
	if !e.Patient.None() {
		if g := r.deeds.verbs[of(e.Patient.Head)]; g != "" {
			e.Word, e.Whole = of(e.Patient.Head), true
			e.Patient = clause.Phrase{}
			return g
		}
	}
	for i := range c.Obliques {
		o := &c.Obliques[i]
		if o.Prep == "" || o.None() {
			continue
		}
		if g := r.deeds.verbs[c.Predicate+" "+o.Prep+" "+r.Doc.Tokens[o.Head].Lemma]; g != "" {
			return g
		}
		if g := r.deeds.verbs[c.Predicate+" "+o.Prep]; g != "" && e.Patient.None() {
			e.Patient = o.Phrase
			return g
		}
	}
	return ""
}

// longest is how many tokens an event is quoted with: news clauses have 20 at
// the 95th percentile.
const longest = 20

// extent sets the tokens that tell an event: the verb with who does it and to
// whom, as far as those stand near it in its own sentence.
func (r *reader) extent(e *Event, c *clause.Clause) {
	e.First, e.Last = c.Verb, c.Verb+1
	phrases := []clause.Phrase{e.Patient, c.Complement, e.Agent}
	if len(c.Patients) > 0 {
		phrases = append(phrases, c.Patients[0])
	}
	for _, ph := range phrases {
		if ph.None() || ph.First < r.sentence.First || ph.Last > r.sentence.Last {
			continue
		}
		first, last := min(e.First, ph.First), max(e.Last, ph.Last)
		if last-first <= longest {
			e.First, e.Last = first, last
		}
	}
}

// obliques sorts a clause's prepositional phrases into places, means and causes.
func (r *reader) obliques(e *Event, c *clause.Clause) {
	for i := range c.Obliques {
		o := &c.Obliques[i]
		if o.None() || r.dated(o.Phrase) {
			continue
		}
		switch {
		case isPlacePrep(o.Prep):
			if p, ok := r.place(o); ok {
				e.Places = append(e.Places, p)
			}
		case o.Prep == "with" || o.Prep == "using" || o.Prep == "by":
			if r.Doc.Tokens[o.Head].Tag == text.NOUN {
				e.Means = append(e.Means, o.Phrase)
			}
		case isCausePrep(o.Prep):
			e.Causes = append(e.Causes, o.Phrase)
		}
	}
}

func isPlacePrep(prep string) bool {
	switch prep {
	case "in", "at", "near", "outside", "inside", "on", "along", "off", "outside of", "close to", "into", "across", "through", "from", "to", "under", "beside", "aboard":
		return true
	}
	return false
}

func isCausePrep(prep string) bool {
	switch prep {
	case "because of", "due to", "over", "amid", "after", "following":
		return true
	}
	return false
}

// place reads where a phrase puts an event: by a name, or by a noun whose place
// the name behind "of" tells ("the town of Brel").
func (r *reader) place(o *clause.Oblique) (Place, bool) {
	p := Place{Prep: o.Prep, Phrase: o.Phrase, Mention: r.named(o.Phrase, mention.Place)}
	if p.Mention < 0 {
		if of := clause.Of(r.Doc, o.Phrase); !of.None() {
			if m := r.named(of, mention.Place); m >= 0 {
				p.Mention = m
			}
		}
	}
	t := &r.Doc.Tokens[o.Head]
	return p, p.Mention >= 0 || t.Tag == text.NOUN || t.Tag == text.PROPN
}

// named is the index of a name of a kind that holds a phrase's head, -1 for
// none.
func (r *reader) named(ph clause.Phrase, kind mention.Kind) int {
	for i := r.from; i < len(r.Mentions) && r.Mentions[i].First < ph.Last; i++ {
		if m := &r.Mentions[i]; m.Kind == kind && m.First <= ph.Head && ph.Head < m.Last {
			return i
		}
	}
	return -1
}

// amount reports a phrase that says how much: "fell 3 percent".
func (r *reader) amount(ph clause.Phrase) bool {
	return r.named(ph, mention.Share) >= 0 || r.named(ph, mention.Money) >= 0 || r.named(ph, mention.Measure) >= 0 || r.named(ph, mention.Duration) >= 0
}

// dated reports whether a phrase is a date or a time of day.
func (r *reader) dated(ph clause.Phrase) bool {
	return r.named(ph, mention.Date) >= 0 || r.named(ph, mention.Time) >= 0 || r.named(ph, mention.Duration) >= 0
}

// when gives a clause the dates and times of the sentence whose nearest verb is
// its own, unless they date a noun or bound a stretch of time.
func (r *reader) when(e *Event, c *clause.Clause) {
	for i := r.from; i < len(r.Mentions) && r.Mentions[i].First < r.sentence.Last; i++ {
		m := &r.Mentions[i]
		if m.Kind != mention.Date && m.Kind != mention.Time || r.dates(m.First) != c.Verb || r.bounds(m) || r.modifies(m) {
			continue
		}
		if m.Kind == mention.Date {
			e.Dates = append(e.Dates, i)
		} else {
			e.Times = append(e.Times, i)
		}
	}
}

// dates is the verb with which a date at token i goes: that of the clause that
// has it as a phrase, else the nearest.
func (r *reader) dates(i int) int {
	verb, distance := -1, 0
	for n := range r.clauses {
		v := r.clauses[n].Verb
		for k := range r.clauses[n].Obliques {
			if o := &r.clauses[n].Obliques[k]; o.First <= i && i < o.Last {
				return v
			}
		}
		if d := max(v-i, i-v); verb < 0 || d < distance {
			verb, distance = v, d
		}
	}
	return verb
}

// bounds reports a date that says from when, until when or after what, and not
// when: "since Monday".
func (r *reader) bounds(m *mention.Mention) bool {
	if m.First == r.sentence.First {
		return false
	}
	switch r.Doc.Tokens[m.First-1].Lower {
	case "since", "until", "till", "before", "after", "by", "from", "through", "for", "than", "between", "to":
		return true
	}
	return false
}

// modifies reports a date that stands before a noun or after a possessive, and
// dates that noun: "the May 3 raid", "Monday's vote".
func (r *reader) modifies(m *mention.Mention) bool {
	if m.Last < r.sentence.Last {
		t := &r.Doc.Tokens[m.Last]
		if t.Fine == text.POS || t.Tag == text.NOUN {
			return true
		}
	}
	return m.First > r.sentence.First && r.Doc.Tokens[m.First-1].Lower == "of"
}

// nounsOf yields the events that nouns of sentence i tell with more than the
// noun.
func (r *reader) nounsOf(i int) bool {
	for _, ph := range r.Phrases(i) {
		t := &r.Doc.Tokens[ph.Head]
		if t.Tag != text.NOUN {
			continue
		}
		g := r.deeds.nouns[t.Lemma]
		if g == "" || r.another(ph) {
			continue
		}
		e := r.next()
		e.Deed, e.Word, e.Poles, e.Head, e.First, e.Last = g, t.Lemma, r.deeds.Poles(g), ph.Head, ph.First, ph.Last
		r.nounRoles(e, ph)
		if len(e.Dates)+len(e.Times)+len(e.Places)+len(e.Means) == 0 && e.Agent.None() {
			continue
		}
		if !r.yield(e) {
			return false
		}
	}
	return true
}

// another reports a phrase that speaks of some other deed of the kind, or of
// deeds in general: "another crash", "no attack", plurals.
func (r *reader) another(ph clause.Phrase) bool {
	if r.Doc.Tokens[ph.Head].Fine == text.NNS {
		return true
	}
	for i := ph.First; i < ph.Head; i++ {
		switch r.Doc.Tokens[i].Lower {
		case "another", "other", "no", "any", "every", "each", "previous", "earlier", "similar", "second", "third", "next", "last", "first", "future", "possible", "potential", "failed", "separate":
			return true
		}
	}
	return false
}

// nounRoles reads the phrases directly behind a noun, its possessor, and what
// is said of when and where it happened.
func (r *reader) nounRoles(e *Event, ph clause.Phrase) {
	if p := clause.Possessor(r.Doc, ph); !p.None() && r.Doc.Tokens[p.Head].Tag != text.PRON {
		e.Patient = p
	}
	end := ph.Last
	for _, o := range clause.Chain(r.Doc, ph) {
		switch {
		case r.dated(o.Phrase):
			if m := r.named(o.Phrase, mention.Date); m >= 0 {
				e.Dates = append(e.Dates, m)
			} else if m := r.named(o.Phrase, mention.Time); m >= 0 {
				e.Times = append(e.Times, m)
			}
		case o.Prep == "of" && e.Patient.None():
			e.Patient = o.Phrase
		case o.Prep == "by" && e.Agent.None():
			e.Agent = o.Phrase
		case isPlacePrep(o.Prep) && o.Prep != "to" && o.Prep != "from":
			if p, ok := r.place(&o); ok {
				e.Places = append(e.Places, p)
			}
		default:
			return
		}
		end = o.Last
	}
	r.dateBeside(e, ph, end)
}

// dateBeside adds a date that stands bare behind a noun's phrases, or inside the
// noun phrase before its head: "the crash Monday", "Monday's crash".
func (r *reader) dateBeside(e *Event, ph clause.Phrase, end int) {
	for i := r.from; i < len(r.Mentions) && r.Mentions[i].First <= end; i++ {
		m := &r.Mentions[i]
		if m.Kind != mention.Date && m.Kind != mention.Time {
			continue
		}
		if m.First == end || m.First >= ph.First && m.Last <= ph.Head {
			if m.Kind == mention.Date && !slices.Contains(e.Dates, i) {
				e.Dates = append(e.Dates, i)
			} else if m.Kind == mention.Time {
				e.Times = append(e.Times, i)
			}
		}
	}
}
