package rules

import (
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
	// met holds, for each list of needed words, the number of the last sentence
	// that has one of them.
	met []int
	// starts are the tokens at which the sentence's phrase reads can begin, done
	// the token behind the last match of each read.
	starts []start
	done   []int
	// clauses are those of the sentence at hand.
	clauses []clause.Clause
	matches []namedCapture
	parties *parties
	places
	// facts are those read so far.
	facts []Fact
	// firstClause holds, for each sentence, the index of its first clause, and
	// behind them the number of clauses.
	firstClause []int32
	scratch     scratch
	// summed are the mentions that another figure is the sum of.
	summed []int
}

// namedCapture is a slot with what it holds.
type namedCapture struct {
	name string
	kind pattern.Kind
	pattern.Capture
}

func (r *Reader) facts(g *Reading) {
	a := r.applications.Get().(*application)
	defer r.applications.Put(a)
	a.begin(r, g)
	g.Used = make([]bool, len(g.Mentions))
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
	a.end()
}

// start is a token at which a phrase read can begin.
type start struct{ read, token int }

// activate adds the reads that a word or mention at token calls up to those of
// the sentence, numbered from 1.
func (a *application) activate(x wordIndex, sentence, token int) {
	for _, n := range x.starts {
		a.starts = append(a.starts, start{n, token})
	}
	for _, id := range x.needs {
		a.met[id] = sentence
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
		if !a.meets(n, i+1) {
			a.seen[n] = 0 // what begins it begins nothing
			continue
		}
		a.done[n] = s.First
		if ref := a.reads[n]; ref.read.Clause != nil {
			a.clauseRead(ref, s)
		} else if a.anywhere[n] {
			for t := s.First; t < s.Last; t++ {
				a.phraseRead(start{n, t}, s)
			}
		}
	}
	// What can begin with a word or with a name begins with what stands first.
	slices.SortStableFunc(a.starts, func(x, y start) int { return x.token - y.token })
	for _, st := range a.starts {
		if a.seen[st.read] == i+1 {
			a.phraseRead(st, s)
		}
	}
}

// meets reports whether a sentence has words of all the lists that a read needs.
func (a *application) meets(n, sentence int) bool {
	for _, id := range a.needs[n] {
		if a.met[id] != sentence {
			return false
		}
	}
	return true
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
	a.matches = a.keep(a.matches[:0], ref.read.Phrase, m)
	at := a.valueToken(ref.read, m.First)
	e := emission{first: m.First, last: m.Last, token: at, clause: a.governing(at), denied: m.Denied()}
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

// emission is one match of a read, ready to become a fact.
type emission struct {
	first, last int // tokens of the evidence
	token       int // token of the value
	clause      int // index in application.clauses, -1
	// verbless: the match has no verb, so that a denial in the clause around it
	// says nothing of it.
	verbless bool
	// denied: the match has the word of denial in it.
	denied bool
}

// emit makes a fact of a match, unless the text does not assert it.
func (a *application) emit(ref readRef, e emission) {
	f := Fact{Rule: ref.rule, Token: e.token, Evidence: a.g.Doc.Span(e.first, e.last)}
	var c *clause.Clause
	if e.clause >= 0 {
		c = &a.clauses[e.clause]
		f.Modality = c.Modality
	}
	if f.Modality == clause.Hypothetical || !a.value(&f, ref, c, &e) || a.excepted(&f) {
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
	a.facts = append(a.facts, f)
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
