package rules

import (
	"slices"
	"strings"
	"time"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// Part is the part that a word plays in the surroundings of a figure.
type Part uint8

// The parts.
const (
	// Head is what is counted or measured: the girls of "21 girls", the charge
	// of "a $5 billion charge" and of "a charge of $5 billion".
	Head Part = iota
	// Whole is the noun of which a part is taken: "21 of the girls".
	Whole
	// Modifier stands before the head: "credit card" of "209,000 credit card
	// numbers".
	Modifier
	// Predicate is the verb of the clause around the figure.
	Predicate
	// Agent is who or what does it, Patient to whom or what it is done.
	Agent
	Patient
	// Argument is who or what else takes part in that clause.
	Argument
	// Beside is any other word of the sentence that tells something.
	Beside
	// Wish is the verb by which somebody wants what has the figure, or asks for it. It
	// does not say what that is.
	Wish
)

// AttributeOf begins the value of a head that is an attribute and no word of the
// text: "attribute workforce" for the figure of "employs 900".
const AttributeOf = "attribute "

// DateOf begins the value of a date beside a figure, InAll ends that of a whole beside its part.
const (
	DateOf = "date "
	InAll  = " in all"
)

// Term is a word or name in the surroundings of a figure.
type Term struct {
	Part
	// Place: it is the name of a place that is no country.
	Place bool
	// KeyValue is the word's group or the name.
	KeyValue
}

// surroundings gathers what a sentence says of one of its figures.
type surroundings struct {
	*application
	mention *mention.Mention
	clause  int // index in application.clauses, -1
	// named: it is a name that stands there, and no figure.
	named bool
	terms []Term
	// taken marks the tokens of the sentence that are a term already.
	taken []bool
	first int
	// weak: what the figure is of is told through the verb. settled: the verb says
	// what it is of. own: the figure is a lasting property of the noun beside it,
	// whatever the verb says of that: "denied it throughout the six-week trial".
	weak, settled, own bool
	// lasting: it is so even where the clause speaks of what may be.
	lasting bool
	// began: the date says since when something is so, whatever may become of it.
	began bool
}

// scratch is the memory of surroundings, used again for the next.
type scratch struct {
	terms []Term
	taken []bool
	// told is what the tokens from first on tell, those of the sentence at hand.
	told  []toldTerm
	first int
}

// enter makes room for what the tokens from first to last tell.
func (s *scratch) enter(first, last int) {
	s.first, s.told = first, slices.Grow(s.told[:0], last-first)[:last-first]
	clear(s.told)
}

// read lists the terms around the figure, those that tell most first.
func (w *surroundings) read() []Term {
	s := &w.g.Doc.Sentences[w.sentenceOf(w.mention.First)]
	w.first, w.taken, w.terms = s.First, slices.Grow(w.scratch.taken[:0], s.Last-s.First)[:s.Last-s.First], w.scratch.terms[:0]
	clear(w.taken)
	w.take(w.mention.First, w.mention.Last)
	if !isDated(w.mention.Kind) {
		w.phrase()
	} else if !w.dated() {
		return nil
	}
	if w.mention.Kind == mention.Ordinal && len(w.terms) == 0 {
		return nil
	}
	if w.clause >= 0 {
		c := &w.clauses[w.clause]
		w.predicate(c)
		w.arguments(Agent, c.Agents)
		w.arguments(Patient, c.Patients)
		for _, list := range [][]clause.Phrase{c.Recipients, {c.Complement}} {
			w.arguments(Argument, list)
		}
		for _, o := range c.Obliques {
			w.arguments(Argument, []clause.Phrase{o.Phrase})
		}
	}
	if !isDated(w.mention.Kind) {
		w.dates(s)
	}
	for i := s.First; i < s.Last; i++ {
		w.add(Beside, i)
	}
	w.scratch.taken, w.scratch.terms = w.taken, w.terms
	return slices.Clone(w.terms)
}

// dates adds the days, months and years of the sentence.
func (w *surroundings) dates(s *text.Sentence) {
	for i := w.mentionsFrom(s.First); i < len(w.g.Mentions) && w.g.Mentions[i].First < s.Last; i++ {
		if m := &w.g.Mentions[i]; m.Kind == mention.Date && m.Period.Known() {
			w.take(m.First, m.Last)
			w.terms = append(w.terms, Term{Part: Beside, KeyValue: KeyValue{Value: DateOf + m.Period.From.Format(time.DateOnly), Show: m.In(w.g.Doc.Text)}})
		}
	}
}

// phrase adds what the figure is of, with its modifiers.
func (w *surroundings) phrase() {
	if w.distance() {
		return
	}
	b := w.through(w.bearer())
	if w.isWhole() && b.token >= 0 {
		t := &w.g.Doc.Tokens[b.token]
		w.settled = true // what is done is done to the part
		w.terms = append(w.terms, Term{Part: Head, KeyValue: KeyValue{Value: AttributeOf + w.catalog.Synonym(t.Lemma) + InAll, Show: t.Lower + InAll}})
		w.take(b.token, b.token+1)
		return
	}
	name, byNoun := w.attribute(b)
	w.weak = name == "" && b.token >= 0 && !b.close
	if w.weak && w.during() {
		return
	}
	w.lasting = b.close && (w.mention.Kind == mention.Duration || w.mention.Kind == mention.Measure)
	w.own = w.lasting || w.attached()
	w.lasting = w.lasting || w.own && w.mention.Kind == mention.Share
	if name != "" {
		w.terms = append(w.terms, Term{Part: Head, KeyValue: KeyValue{Value: AttributeOf + name, Show: name}})
		w.settled = !byNoun
		w.own = w.own || w.mention.Kind == mention.Number
		w.owner(b, byNoun)
		if !byNoun && !b.close {
			return // what the clause says it of is one of its arguments
		}
		b.part = Beside
	}
	if b.token < 0 {
		return
	}
	w.add(b.part, b.token)
	ph, ok := w.input.PhraseAt(b.token)
	if !ok {
		return
	}
	own := clause.Possessor(w.g.Doc, ph)
	for i := ph.First; i < ph.Last; i++ {
		if w.mention.Kind == mention.Ordinal && i < own.Last {
			w.add(Agent, i) // "the club's third cup": whose it is, not which
			continue
		}
		w.add(Modifier, i)
	}
}

// isWhole reports whether the figure is the whole of which the figure before it is
// a part: the 230 of "115 of the 230 seats".
func (w *surroundings) isWhole() bool {
	d, i := w.g.Doc, w.mention.First-1
	for i > w.first && wholeMarks[d.Tokens[i].Lower] {
		i--
	}
	if w.mention.Kind != mention.Number || i <= w.first || d.Tokens[i].Lower != "of" {
		return false
	}
	n := w.mentionsFrom(i) - 1
	return n >= 0 && w.g.Mentions[n].Last == i && (w.g.Mentions[n].Kind == mention.Number || w.g.Mentions[n].Kind == mention.Share)
}

// wholeMarks stand between "of" and a whole.
var wholeMarks = map[string]bool{"the": true, "its": true, "their": true, "all": true, "a": true, "some": true, "about": true, "roughly": true}

func (w *surroundings) inside(i int) bool { return i >= w.first && i < w.first+len(w.taken) }

func (w *surroundings) take(first, last int) {
	for i := max(first, w.first); i < last && w.inside(i); i++ {
		w.taken[i-w.first] = true
	}
}

func (w *surroundings) predicate(c *clause.Clause) {
	if c.Predicate == "" || !w.inside(c.Verb) {
		return
	}
	w.take(c.Verb, c.Verb+1)
	if wishes[c.Predicate] {
		w.terms = append(w.terms, Term{Part: Wish, KeyValue: KeyValue{Value: c.Predicate, Show: c.Predicate}})
		return
	}
	if isLight(c.Predicate) || w.settled || w.weak && measuring[c.Predicate] || assessing[c.Predicate] {
		return
	}
	part := Predicate
	if w.own {
		part = Beside
	}
	w.terms = append(w.terms, Term{Part: part, KeyValue: KeyValue{Value: w.catalog.Synonym(c.Predicate), Show: c.Predicate}})
}

// measuring are verbs that say of their subject that it has the figure: "the trial
// lasted five weeks".
var measuring = map[string]bool{"last": true, "measure": true, "weigh": true, "total": true, "amount": true, "amount to": true, "reach": true, "number": true, "stand": true, "stand at": true, "represent": true, "equal": true, "exceed": true, "run": true}

// isLight reports verbs that say nothing of what they stand beside.
func isLight(verb string) bool {
	switch verb {
	case "be", "have", "do", "say", "tell", "get", "make", "take", "go", "come", "become", "include", "add", "know", "think", "see", "call":
		return true
	}
	return false
}

func (w *surroundings) arguments(part Part, list []clause.Phrase) {
	for _, ph := range list {
		if ph.None() || !w.inside(ph.Head) {
			continue
		}
		if i := w.antecedent(ph.Head); i >= 0 {
			if t, ok := w.term(part, i); ok {
				w.terms = append(w.terms, t)
			}
			continue
		}
		w.add(part, ph.Head)
		for i := ph.First; i < ph.Last; i++ {
			w.add(Beside, i)
		}
	}
}

// add adds the word or name at token i, unless it is there or tells nothing.
func (w *surroundings) add(part Part, i int) {
	if !w.inside(i) || w.taken[i-w.first] {
		return
	}
	if m := w.mentionAt(i); m != nil {
		w.take(m.First, m.Last)
	}
	w.taken[i-w.first] = true
	if t, ok := w.term(part, i); ok {
		w.terms = append(w.terms, t)
	}
}

// term makes a term of the word or name at token i, if it tells anything.
func (w *surroundings) term(part Part, i int) (Term, bool) {
	t := w.tells(i)
	if t.state == tellsNothing || t.state == tellsAsHead && part != Head {
		return Term{}, false
	}
	out := t.Term
	out.Part = part
	return out, true
}

// toldTerm is what the word or name at a token tells, whatever part it plays.
type toldTerm struct {
	Term
	state telling
}

// telling says in which parts a word tells something.
type telling uint8

const (
	unasked telling = iota
	tellsNothing
	tellsAsHead // and in no other part
	tells
)

// tells is what token i tells. A sentence has several figures, of which each asks it
// of most words: it is worked out once for all of the sentence at hand.
func (w *surroundings) tells(i int) *toldTerm {
	s := &w.scratch
	if i < s.first || i >= s.first+len(s.told) {
		t := w.tell(i)
		return &t
	}
	t := &s.told[i-s.first]
	if t.state == unasked {
		*t = w.tell(i)
	}
	return t
}

// tell works out what token i tells.
func (w *surroundings) tell(i int) toldTerm {
	if m := w.mentionAt(i); m != nil {
		v := nameValue(m)
		if p := w.parties.of(m.First, m.Last); p != "" && m.Kind != mention.Person {
			v = party(p)
		}
		return toldTerm{Term{KeyValue: v, Place: m.Kind == mention.Place && (v.Entity != 0 || strings.HasPrefix(v.Value, "name "))}, tells}
	}
	t := &w.g.Doc.Tokens[i]
	switch t.Tag {
	case text.NOUN, text.PROPN, text.ADJ, text.VERB:
	default:
		return toldTerm{state: tellsNothing}
	}
	if !t.Shape.Has(text.HasLetter) {
		return toldTerm{state: tellsNothing}
	}
	out := toldTerm{state: tells}
	if isLight(t.Lemma) {
		out.state = tellsAsHead
	}
	if p := w.parties.of(i, i+1); p != "" {
		out.KeyValue = party(p)
	} else {
		out.KeyValue = KeyValue{Value: w.catalog.Synonym(t.Lemma), Show: t.Lower}
	}
	return out
}

// antecedent is the token for which the pronoun at token i stands: a person, or of
// "it" and "they" the subject of the first clause of the sentence before, if it
// agrees, else -1.
func (w *surroundings) antecedent(i int) int {
	d := w.g.Doc
	if d.Tokens[i].Tag != text.PRON {
		return -1
	}
	if who := w.g.people.Of(i); !who.None() {
		return who.Head
	}
	sentence := w.sentenceOf(i)
	if sentence == 0 {
		return -1
	}
	for _, c := range w.clausesOf(sentence - 1) {
		subject := c.Agents
		if c.Passive {
			subject = c.Patients
		}
		if len(subject) == 1 && !subject[0].None() && w.stands(d.Tokens[i].Lower, subject[0].Head) {
			return subject[0].Head
		}
	}
	return -1
}

// stands reports whether a pronoun can stand for the noun or name at token i.
func (w *surroundings) stands(pronoun string, i int) bool {
	t := &w.g.Doc.Tokens[i]
	m := w.mentionAt(i)
	person := m != nil && m.Kind == mention.Person
	switch pronoun {
	case "it":
		return !person && (t.Fine == text.NN || t.Fine == text.NNP)
	case "they":
		return !person && (t.Fine == text.NNS || t.Fine == text.NNPS)
	}
	return false
}

// show is the first term of a part.
func (w *surroundings) show(part Part) KeyValue {
	for _, t := range w.terms {
		if t.Part == part || part == Head && t.Part == Whole {
			return t.KeyValue
		}
	}
	return KeyValue{}
}
