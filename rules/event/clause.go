package event

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// clausesOf yields the events that the sentence's clauses tell.
func (r *reader) clausesOf() bool {
	for n := range r.clauses {
		c := &r.clauses[n]
		if c.Modality == clause.Hypothetical || c.Existential || r.infinite(c) || r.declines(c) {
			continue
		}
		e := r.next()
		e.Clause, e.Head, e.Negated, e.Modality = r.first+n, c.Verb, c.Negated, c.Modality
		if len(c.Agents) > 0 {
			e.Agent = c.Agents[0]
		}
		if len(c.Patients) > 0 && !r.amount(c.Patients[0]) {
			e.Patient = r.declared(c)
		}
		if !r.plans(e, c) && !r.arrives(e, c) && !r.befalls(e, c) && !r.deed(e, c) {
			continue
		}
		r.deeds.turn(e)
		e.Poles = r.deeds.Poles(e.Deed)
		r.extent(e, c)
		r.obliques(e, c)
		r.when(e, c)
		if !r.yield(e) || r.judges(c) && !r.judged(c, n) {
			return false
		}
	}
	return true
}

// declared is a clause's object, or of a state that is declared what it is the state
// of: "a state of emergency".
func (r *reader) declared(c *clause.Clause) clause.Phrase {
	ph := c.Patients[0]
	if c.Predicate == "declare" && r.Doc.Tokens[ph.Head].Lemma == "state" {
		if of := clause.Of(r.Doc, ph); !of.None() {
			return of
		}
	}
	return ph
}

// infinite reports whether a clause names a deed without saying that it is
// done: an infinitive with nothing that asserts or denies it.
func (r *reader) infinite(c *clause.Clause) bool {
	return !c.Finite && c.Tense == clause.NoTense && c.Modality == clause.Asserted && !c.Implied && r.Doc.Tokens[c.Verb].Fine == text.VB && !r.entailed(c)
}

// entailed reports an infinitive of which the verb before says that it is so: "found
// to be safe", "managed to escape".
func (r *reader) entailed(c *clause.Clause) bool {
	up := c.Parent - r.first
	if up < 0 || up >= len(r.clauses) || c.Relation != clause.Complement {
		return false
	}
	switch verb := r.clauses[up].Predicate; verb {
	case "manage", "force", "compel", "oblige", "show", "prove", "discover", "reveal", "determine", "confirm":
		return true
	default:
		return r.finds(verb)
	}
}

// declines reports "declined to": what was declined tells what was not done, and
// "decline" nothing more.
func (r *reader) declines(c *clause.Clause) bool {
	next := c.Verb + 1
	return c.Predicate == "decline" && next < r.sentence.Last && r.Doc.Tokens[next].Lower == "to"
}

// deed finds the group of a clause's predicate: of the verb with its object or
// with a phrase, where the lists have that, else of the verb alone. What a
// copula says of its subject takes the place of the copula.
func (r *reader) deed(e *Event, c *clause.Clause) bool {
	p := c.Predicate
	e.Word = p
	if r.deeds.long[p] || isCopula(p) {
		if g := r.sense(e, c); g != "" {
			e.Deed = g
			return true
		}
	}
	if r.performed(e, c) {
		return true
	}
	if isCopula(p) && !c.Complement.None() {
		return r.complement(e, &r.Doc.Tokens[c.Complement.Head])
	}
	if e.Deed = r.deeds.verb(p); e.Deed != "" {
		return true
	}
	return r.lightDeed(e, c)
}

// lightDeed takes the object of a verb that says too little by itself for what
// is done: "take effect", "hold talks".
func (r *reader) lightDeed(e *Event, c *clause.Clause) bool {
	switch c.Predicate {
	case "take", "make", "have", "give", "hold", "put", "pay", "play", "provide", "send", "set", "use", "bring":
	default:
		return false
	}
	if e.Patient.None() || r.Doc.Tokens[e.Patient.Head].Tag != text.NOUN || e.Agent.None() {
		return false
	}
	e.Word = c.Predicate + " " + r.deeds.Thing(r.Doc.Tokens[e.Patient.Head].Lemma)
	e.Deed, e.Patient = e.Word, clause.Phrase{}
	return true
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

func isCopula(lemma string) bool {
	switch lemma {
	case "be", "become", "remain", "stay", "appear", "seem":
		return true
	}
	return false
}

// befalls reads a clause that says of a deed's noun that it happened: "the crash
// occurred at noon". It tells what the noun tells.
func (r *reader) befalls(e *Event, c *clause.Clause) bool {
	if e.Agent.None() || c.Negated {
		return false
	}
	switch c.Predicate {
	case "happen", "occur", "take place", "come", "begin", "start", "strike":
	case "take":
		if e.Patient.None() || r.Doc.Tokens[e.Patient.Head].Lemma != "place" {
			return false
		}
	default:
		return false
	}
	t := &r.Doc.Tokens[e.Agent.Head]
	g := r.deeds.nouns[t.Lemma]
	if g == "" || t.Tag != text.NOUN || r.another(e.Agent) {
		return false
	}
	e.Deed, e.Word, e.Noun = g, t.Lemma, true
	e.Agent, e.Patient = clause.Phrase{}, clause.Phrase{}
	return true
}

// longest is how many tokens an event is quoted with: news clauses have 20 at
// the 95th percentile.
const longest = 20

// extent sets the tokens that tell an event: the verb with who does it and to
// whom, as far as those stand near it in its own sentence.
func (r *reader) extent(e *Event, c *clause.Clause) {
	e.First, e.Last = c.Verb, c.Verb+1
	phrases := [5]clause.Phrase{e.Patient, c.Complement, e.Agent, r.part}
	if len(c.Patients) > 0 {
		phrases[4] = c.Patients[0]
	}
	r.part = clause.Phrase{}
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

// place reads where a phrase puts an event: by a name, or by a noun for what can be a
// place, whose name that behind "of" tells ("the town of Brel"). In front of a thing is
// at that thing.
func (r *reader) place(o *clause.Oblique) (Place, bool) {
	if r.named(o.Phrase, mention.Age) >= 0 {
		return Place{}, false // "in her forties"
	}
	p := Place{Prep: o.Prep, Phrase: o.Phrase, Mention: r.named(o.Phrase, mention.Place)}
	if p.Mention < 0 {
		if of := clause.Of(r.Doc, o.Phrase); !of.None() {
			p.Mention = r.named(of, mention.Place)
			if r.Doc.Tokens[o.Head].Lemma == "front" {
				p.Phrase = of
			}
		}
	}
	t := &r.Doc.Tokens[p.Head]
	return p, p.Mention >= 0 || t.Tag == text.PROPN || t.Tag == text.NOUN && lemma.Place(t.Lemma)
}

// named is the index of a mention of a kind that holds a phrase's head, -1 for
// none.
func (r *reader) named(ph clause.Phrase, kind mention.Kind) int { return r.oneOf(ph, 1<<kind) }

// oneOf is the index of the first mention of one of several kinds, a bit for each,
// that holds a phrase's head, -1 for none.
func (r *reader) oneOf(ph clause.Phrase, kinds uint32) int {
	for i := r.from; i < len(r.Mentions) && r.Mentions[i].First <= ph.Head; i++ {
		if m := &r.Mentions[i]; ph.Head < m.Last && kinds>>m.Kind&1 != 0 {
			return i
		}
	}
	return -1
}

// amount reports a phrase that says how much: "fell 3 percent".
func (r *reader) amount(ph clause.Phrase) bool {
	return r.oneOf(ph, 1<<mention.Share|1<<mention.Money|1<<mention.Measure|1<<mention.Duration) >= 0
}

// dated reports whether a phrase is a date or a time of day.
func (r *reader) dated(ph clause.Phrase) bool {
	return r.oneOf(ph, 1<<mention.Date|1<<mention.Time|1<<mention.Duration) >= 0
}

// when gives a clause the dates and times of the sentence whose nearest verb is
// its own, unless they date a noun or bound a stretch of time.
func (r *reader) when(e *Event, c *clause.Clause) {
	for i := r.from; i < len(r.Mentions) && r.Mentions[i].First < r.sentence.Last; i++ {
		m := &r.Mentions[i]
		if m.Kind != mention.Date && m.Kind != mention.Time || r.dates(m.First) != c.Verb || r.bounds(m) && !r.setFor(m, c) && !r.beginsFrom(e, m, c) || r.modifies(m) {
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
	if v := r.relative(i); v >= 0 {
		return v
	}
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

// relative is the verb of a relative clause behind which the date at token i stands
// with nothing but words between, -1 for none: "The ferry, built in 1998, passed".
func (r *reader) relative(i int) int {
	for n := range r.clauses {
		c := &r.clauses[n]
		if c.Relation != clause.Relative || c.Verb >= i {
			continue
		}
		plain := true
		for k := c.Verb + 1; k < i; k++ {
			t := &r.Doc.Tokens[k]
			plain = plain && t.Tag != text.PUNCT && t.Tag != text.VERB && t.Tag != text.AUX
		}
		if plain {
			return c.Verb
		}
	}
	return -1
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

// turn makes who does a deed the one who undergoes it, where a verb without object
// says it of its subject.
func (v *Deeds) turn(e *Event) {
	if e.Patient.None() && (v.turning[e.Deed] || v.turning[e.Word]) {
		e.Agent, e.Patient, e.Whole = clause.Phrase{}, e.Agent, false
	}
}

// Clause returns the deed that a clause tells, "" for none, with the phrases of
// who does it and to whom, as All would.
func (v *Deeds) Clause(d *text.Document, c *clause.Clause) (deed string, agent, patient clause.Phrase) {
	r := reader{Input: Input{Doc: d}, deeds: v, sentence: &d.Sentences[c.Sentence]}
	e := &r.event
	if len(c.Agents) > 0 {
		e.Agent = c.Agents[0]
	}
	if len(c.Patients) > 0 {
		e.Patient = c.Patients[0]
	}
	if !r.befalls(e, c) && !r.deed(e, c) {
		return "", clause.Phrase{}, clause.Phrase{}
	}
	v.turn(e)
	return e.Deed, e.Agent, e.Patient
}
