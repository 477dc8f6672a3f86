package rules

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/pattern"
	"github.com/concord-news/concord/rules/text"
)

// application is one pass of the rules over one reading.
type application struct {
	*Reader
	g     *Reading
	input pattern.Input
	// seen holds, for each read, the number of the last sentence in which its
	// anchor stood, from 1; active lists the reads of the sentence at hand.
	seen, active []int
	// starts are the tokens at which the sentence's phrase reads can begin, done
	// the token behind the last match of each read.
	starts []start
	done   []int
	// clauses are those of the sentence at hand.
	clauses []clause.Clause
	matches []namedCapture
	parties *parties
}

// namedCapture is a slot with what it holds.
type namedCapture struct {
	name string
	kind pattern.Kind
	pattern.Capture
}

func (r *Reader) facts(g *Reading) {
	a := &application{Reader: r, g: g, seen: make([]int, len(r.reads)), done: make([]int, len(r.reads))}
	g.Used = make([]bool, len(g.Mentions))
	g.Facts = make([]Fact, 0, len(g.Mentions)+8) // measured on news: 0.9 facts a mention
	a.parties = newParties(g)
	a.input = pattern.Input{Doc: g.Doc, Mentions: g.Mentions, Party: a.parties.of}
	a.casualties()
	m, c := 0, 0
	for i := range g.Doc.Sentences {
		s := &g.Doc.Sentences[i]
		a.active, a.starts = a.active[:0], a.starts[:0]
		a.activate(wordIndex{anchors: r.always}, i+1, s.First)
		for t := s.First; t < s.Last; t++ {
			tok := &g.Doc.Tokens[t]
			a.activate(r.calls(tok.Lemma), i+1, t)
			if tok.Lower != tok.Lemma {
				a.activate(r.calls(tok.Lower), i+1, t)
			}
		}
		for ; m < len(g.Mentions) && g.Mentions[m].First < s.Last; m++ {
			x, first := r.byKind[g.Mentions[m].Kind], g.Mentions[m].First
			if first > s.First && g.Doc.Tokens[first-1].Tag == text.DET {
				a.activate(x, i+1, first-1)
			}
			a.activate(x, i+1, first)
		}
		first := c
		for c < len(g.Clauses) && g.Clauses[c].Sentence == i {
			c++
		}
		if len(a.active) > 0 {
			a.clauses = g.Clauses[first:c]
			a.sentence(i)
		}
	}
	a.sources()
	a.figures()
	a.events()
	g.Facts = inOrder(g.Facts)
}

// inOrder sorts facts by rule and place. Facts are large, so that their numbers
// are sorted in their stead.
func inOrder(facts []Fact) []Fact {
	order := make([]int32, len(facts))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortStableFunc(order, func(i, k int32) int {
		x, y := &facts[i], &facts[k]
		if x.Rule != y.Rule {
			return cmp.Compare(x.Rule.Name, y.Rule.Name)
		}
		return cmp.Or(cmp.Compare(x.Evidence.Start, y.Evidence.Start), cmp.Compare(x.Evidence.End, y.Evidence.End))
	})
	out := make([]Fact, len(facts))
	for i, k := range order {
		out[i] = facts[k]
	}
	return out
}

// start is a token at which a phrase read can begin.
type start struct{ read, token int }

// activate adds the reads that a word or mention at token calls up to those of
// the sentence, numbered from 1.
func (a *application) activate(x wordIndex, sentence, token int) {
	for _, n := range x.starts {
		a.starts = append(a.starts, start{n, token})
	}
	for _, n := range x.anchors {
		if a.seen[n] != sentence {
			a.seen[n] = sentence
			a.active = append(a.active, n)
		}
	}
}

// sentence applies the active reads to sentence i.
func (a *application) sentence(i int) {
	s := &a.g.Doc.Sentences[i]
	a.input.SetSentence(s.First, s.Last, a.g.syntax.Phrases(i))
	for _, n := range a.active {
		a.done[n] = s.First
		if ref := a.reads[n]; ref.read.Clause != nil {
			a.clauseRead(ref, s)
		} else if a.anywhere[n] {
			for t := s.First; t < s.Last; t++ {
				a.phraseRead(start{n, t}, s)
			}
		}
	}
	for _, st := range a.starts {
		if a.seen[st.read] == i+1 {
			a.phraseRead(st, s)
		}
	}
}

// phraseRead tries a phrase read at a token behind its last match.
func (a *application) phraseRead(st start, s *text.Sentence) {
	if st.token < a.done[st.read] {
		return
	}
	ref := a.reads[st.read]
	m, ok := ref.read.Phrase.MatchAt(&a.input, st.token, s.Last)
	if !ok {
		return
	}
	a.done[st.read] = m.Last
	a.matches = a.keep(a.matches[:0], ref.read.Phrase, &m)
	at := a.valueToken(ref.read, m.First)
	e := emission{first: m.First, last: m.Last, token: at, clause: a.governing(at)}
	if by := ref.rule.Compare.By; by != ByPolarity && by != ByStance || a.states(&e) {
		a.emit(ref, e)
	}
}

// keep adds the named slots of a match to list.
func (a *application) keep(list []namedCapture, p *pattern.Pattern, m *pattern.Match) []namedCapture {
	for i, s := range p.Slots() {
		if c := m.Slot(i); !c.None() {
			list = append(list, namedCapture{s.Name, s.Kind, c})
		}
	}
	return list
}

// slot returns what the slot called name holds.
func (a *application) slot(name string) (namedCapture, bool) {
	for _, c := range a.matches {
		if c.name == name {
			return c, true
		}
	}
	return namedCapture{}, false
}

// valueToken returns the token of the value, or otherwise.
func (a *application) valueToken(rd *Read, otherwise int) int {
	if c, ok := a.slot(rd.Value); ok {
		return c.Head
	}
	return otherwise
}

// governing returns the clause of the sentence that holds token i: the one
// with the nearest verb, -1 where there is none.
func (a *application) governing(i int) int {
	best, distance := -1, 0
	for n := range a.clauses {
		c := &a.clauses[n]
		if i < c.First || i >= c.Last {
			continue
		}
		if d := max(c.Verb-i, i-c.Verb); best < 0 || d < distance {
			best, distance = n, d
		}
	}
	return best
}

func (a *application) clauseRead(ref readRef, s *text.Sentence) {
	p := ref.read.Clause
	for n := range a.clauses {
		c := &a.clauses[n]
		if !ref.read.Infinite && a.infinite(c) {
			continue
		}
		width := a.predicate(p.Predicate, c, s)
		if width == 0 {
			continue
		}
		m := clauseMatch{application: a, clause: c, sentence: s, first: c.Verb, last: c.Verb + width}
		a.matches = a.matches[:0]
		if m.arguments(p) {
			a.emit(ref, emission{first: m.first, last: m.last, token: a.valueToken(ref.read, c.Verb), clause: n})
		}
	}
}

// predicate returns how many tokens of c's predicate are of the class, from
// the verb on; 0 for none.
func (a *application) predicate(class *pattern.Class, c *clause.Clause, s *text.Sentence) int {
	if n := class.MatchAt(a.g.Doc, c.Verb, s.Last); n > 0 {
		return n
	}
	if class.HasRun(c.Predicate) {
		return 1
	}
	return 0
}

// clauseMatch matches a clause pattern's arguments and grows the range of
// tokens that they cover.
type clauseMatch struct {
	*application
	clause      *clause.Clause
	sentence    *text.Sentence
	first, last int
}

func (m *clauseMatch) arguments(p *ClausePattern) bool {
	if !m.within(p.Agent, m.clause.Agents...) || !m.within(p.Patient, m.clause.Patients...) {
		return false
	}
	if !m.within(p.Complement, m.clause.Complement) {
		return false
	}
	for _, o := range p.Obliques {
		var of []clause.Phrase
		for _, ob := range m.clause.Obliques {
			if ob.Prep == o.Prep {
				of = append(of, ob.Phrase)
			}
		}
		if !m.within(o.Pattern, of...) {
			return false
		}
	}
	return p.With == nil || m.anywhere(p.With)
}

// within matches a pattern in one of the phrases, from a token up to the head
// on, and past the phrase's end where the pattern goes on.
func (m *clauseMatch) within(p *pattern.Pattern, phrases ...clause.Phrase) bool {
	if p == nil {
		return true
	}
	for _, ph := range phrases {
		if ph.None() {
			continue
		}
		for i := ph.First; i < ph.Last; i++ {
			hit, ok := p.MatchAt(&m.input, i, m.sentence.Last)
			if ok && hit.Last > min(ph.Head, ph.Last-1) {
				m.take(p, &hit)
				return true
			}
		}
	}
	return false
}

// clauseReach is how many tokens after the verb a clause pattern's "with" may
// start: news clauses are 20 tokens long at the 95th percentile.
const clauseReach = 20

func (m *clauseMatch) anywhere(p *pattern.Pattern) bool {
	for i := m.clause.First; i < min(m.clause.Verb+clauseReach, m.sentence.Last); i++ {
		if hit, ok := p.MatchAt(&m.input, i, m.sentence.Last); ok {
			m.take(p, &hit)
			return true
		}
	}
	return false
}

func (m *clauseMatch) take(p *pattern.Pattern, hit *pattern.Match) {
	m.matches = m.keep(m.matches, p, hit)
	m.first, m.last = min(m.first, hit.First), max(m.last, hit.Last)
}

// emission is one match of a read, ready to become a fact.
type emission struct {
	first, last int // tokens of the evidence
	token       int // token of the value
	clause      int // index in application.clauses, -1
	// verbless: the match has no verb, so that a denial in the clause around it
	// says nothing of it.
	verbless bool
}

// emit makes a fact of a match, unless the text does not assert it.
func (a *application) emit(ref readRef, e emission) {
	f := Fact{Rule: ref.rule, Token: e.token, Evidence: a.g.Doc.Span(e.first, e.last)}
	var c *clause.Clause
	if e.clause >= 0 {
		c = &a.clauses[e.clause]
		f.Modality = c.Modality
	}
	if f.Modality == clause.Hypothetical || !a.value(&f, ref, c, e.verbless) || a.excepted(&f) {
		return
	}
	if f.Value.Kind == mention.Age {
		f.Modality = clause.Asserted // "Voss, 44, will be the first": her age is no plan
	}
	a.context(&f, c)
	if !a.key(&f, c) {
		return
	}
	if f.Value.Answer != NoAnswer && c != nil {
		a.deny(&f, c)
	}
	if s, ok := a.slot(ref.read.Speaker); ok {
		f.Voice = a.speakerVoice(a.kindOfSpeaker(s.Head), clause.Phrase{First: s.First, Last: s.Last, Head: s.Head})
	}
	for _, m := range a.matches {
		if m.Mention >= 0 {
			a.g.Used[m.Mention] = true
		}
	}
	a.g.Facts = append(a.g.Facts, f)
}

// context fills in the sentence, the voice and the time of a fact.
func (a *application) context(f *Fact, c *clause.Clause) {
	n := a.g.Doc.SentenceOf(f.Token)
	s := &a.g.Doc.Sentences[n]
	f.Sentence = s.Span
	if b := a.g.Article.Blocks; s.Block < len(b) {
		f.Title = b[s.Block].Kind == corpus.Headline
	}
	f.Voice = a.voice(f.Token)
	if c != nil {
		f.AsOf = a.asOf(c)
	}
}

// excepted reports whether the sentence has words in which the rule stays
// silent.
func (a *application) excepted(f *Fact) bool {
	s := &a.g.Doc.Sentences[a.g.Doc.SentenceOf(f.Token)]
	for _, p := range f.Rule.Unless {
		for i := s.First; i < s.Last; i++ {
			if _, ok := p.MatchAt(&a.input, i, s.Last); ok {
				return true
			}
		}
	}
	return false
}
