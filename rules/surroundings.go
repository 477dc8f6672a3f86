package rules

import (
	"slices"
	"strings"

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
	// Agent is who or what does it.
	Agent
	// Argument is who or what else takes part in that clause.
	Argument
	// Beside is any other word of the sentence that tells something.
	Beside
)

// Term is a word or name in the surroundings of a figure.
type Term struct {
	Part
	// KeyValue is the word's group or the name.
	KeyValue
	// Place: it is the name of a place that is no country.
	Place bool
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
}

// read lists the terms around the figure, those that tell most first.
func (w *surroundings) read() []Term {
	s := &w.g.Doc.Sentences[w.g.Doc.SentenceOf(w.mention.First)]
	w.first, w.taken = s.First, make([]bool, s.Last-s.First)
	w.take(w.mention.First, w.mention.Last)
	w.phrase()
	if w.clause >= 0 {
		c := &w.clauses[w.clause]
		w.predicate(c)
		w.arguments(Agent, c.Agents)
		for _, list := range [][]clause.Phrase{c.Patients, c.Recipients, {c.Complement}} {
			w.arguments(Argument, list)
		}
		for _, o := range c.Obliques {
			w.arguments(Argument, []clause.Phrase{o.Phrase})
		}
	}
	w.dates(s)
	for i := s.First; i < s.Last; i++ {
		w.add(Beside, i)
	}
	return w.terms
}

// dates adds the days, months and years of the sentence.
func (w *surroundings) dates(s *text.Sentence) {
	for i := w.mentionsFrom(s.First); i < len(w.g.Mentions) && w.g.Mentions[i].First < s.Last; i++ {
		if m := &w.g.Mentions[i]; m.Kind == mention.Date && m.Period.Known() {
			w.take(m.First, m.Last)
			w.terms = append(w.terms, Term{Part: Beside, KeyValue: KeyValue{Value: "date " + m.Period.From.Format("2006-01-02"), Show: m.In(w.g.Doc.Text)}})
		}
	}
}

// phrase adds what the figure counts or measures, with its modifiers.
func (w *surroundings) phrase() {
	head, part := w.head()
	if head < 0 {
		return
	}
	w.add(part, head)
	ph, ok := w.input.PhraseAt(head)
	if !ok {
		return
	}
	for i := ph.First; i < ph.Last; i++ {
		w.add(Modifier, i)
	}
}

// head is the token of what the figure counts or measures.
func (w *surroundings) head() (int, Part) {
	m, d := w.mention, w.g.Doc
	if w.named {
		return w.namedHead()
	}
	if m.Kind == mention.Number {
		if m.Head >= 0 && m.Last < len(d.Tokens) && d.Tokens[m.Last].Lower == "of" {
			return m.Head, Whole
		}
		if m.Head >= 0 {
			return m.Head, Head
		}
	}
	if ph, ok := w.input.PhraseAt(m.Last - 1); ok && ph.Head >= m.Last {
		return ph.Head, Head
	}
	if h := w.before(); h >= 0 {
		return h, Head
	}
	if h := w.behind(); h >= 0 {
		return h, Head
	}
	return w.subject(), Head
}

// before is the noun of "a charge of $5 billion" and "a city of 340,000".
func (w *surroundings) before() int {
	i := w.mention.First - 2
	if i < w.first || w.g.Doc.Tokens[i+1].Lower != "of" || w.g.Doc.Tokens[i].Tag != text.NOUN {
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
	case "of", "in", "worth":
	default:
		return -1
	}
	if ph, ok := w.input.PhraseAt(i + 1); ok && w.g.Doc.Tokens[ph.Head].Tag == text.NOUN {
		return ph.Head
	}
	return -1
}

// subject is what the clause says the figure of: "shares fell 1 percent".
func (w *surroundings) subject() int {
	if w.clause < 0 {
		return -1
	}
	c := &w.clauses[w.clause]
	for _, ph := range c.Agents {
		if !ph.None() && (ph.Head < w.mention.First || ph.Head >= w.mention.Last) && w.inside(ph.Head) {
			return ph.Head
		}
	}
	return -1
}

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
	if slices.Contains(lightVerbs, c.Predicate) {
		return
	}
	w.terms = append(w.terms, Term{Part: Predicate, KeyValue: KeyValue{Value: w.catalog.Synonym(c.Predicate), Show: c.Predicate}})
}

// lightVerbs say nothing of what they stand beside.
var lightVerbs = []string{"be", "have", "do", "say", "tell", "get", "make", "take", "go", "come", "become", "include", "add", "know", "think", "see", "call"}

func (w *surroundings) arguments(part Part, list []clause.Phrase) {
	for _, ph := range list {
		if ph.None() || !w.inside(ph.Head) {
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
		v := KeyValue{Value: strings.ToLower(m.Name), Entity: m.Entity, Show: m.Name}
		if p := w.parties.of(m.First, m.Last); p != "" && m.Kind != mention.Person {
			v = party(p)
		}
		w.terms = append(w.terms, Term{part, v, m.Kind == mention.Place && (v.Entity != 0 || strings.HasPrefix(v.Value, "name "))})
		return
	}
	w.taken[i-w.first] = true
	t := &w.g.Doc.Tokens[i]
	switch t.Tag {
	case text.NOUN, text.PROPN, text.ADJ, text.VERB:
	default:
		return
	}
	if part != Head && slices.Contains(lightVerbs, t.Lemma) || !t.Shape.Has(text.HasLetter) {
		return
	}
	if p := w.parties.of(i, i+1); p != "" {
		w.terms = append(w.terms, Term{Part: part, KeyValue: party(p)})
		return
	}
	w.terms = append(w.terms, Term{Part: part, KeyValue: KeyValue{Value: w.catalog.Synonym(t.Lemma), Show: t.Lower}})
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
