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
	// active lists the reads whose anchor the sentence at hand has, live the phrase
	// reads among them that may match.
	active, live []int32
	// last holds, for each read, the token behind the last with its anchor, met the
	// token behind the last that is something that reads need.
	last, met []int32
	// starts are the phrase reads that can begin at tokens of the sentence, in their
	// order; done is the token behind the last match of each read.
	starts []start
	done   []int32
	// clauses are those of the sentence at hand.
	clauses []clause.Clause
	matches []namedCapture
	parties parties
	voices  voices
	places
	// facts are those read so far, order their indexes in the end, by factKeys.
	facts    []Fact
	order    []int32
	factKeys []factKey
	// keys are the last that were allocated for keys of facts.
	keys []KeyValue
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
	m := 0
	for i := range g.Doc.Sentences {
		m = a.call(i, m)
		if len(a.active) > 0 {
			a.clauses = a.clausesOf(i)
			a.sentence(i)
		}
	}
	a.sources()
	a.figures()
	a.events()
	a.end()
}

// call calls up the reads of sentence i, whose first mention is m, and returns the
// first mention behind it.
func (a *application) call(i, m int) int {
	s, all := &a.g.Doc.Sentences[i], a.g.Mentions
	a.active, a.starts = a.active[:0], a.starts[:0]
	a.activate(&a.always, s, s.Last-1)
	next := a.firstOf(m)
	for t := s.First; t < s.Last; t++ {
		tok := &a.g.Doc.Tokens[t]
		if x := a.calls(tok.Lemma); x != nil {
			a.activate(x, s, t)
		}
		if tok.Lower != tok.Lemma {
			if x := a.calls(tok.Lower); x != nil {
				a.activate(x, s, t)
			}
		}
		for ; next <= t; next = a.firstOf(m) {
			a.activate(&a.byKind[all[m].Kind], s, t)
			m++
		}
		if a.stands(t) {
			a.activate(&a.byKind[mention.Person], s, t)
		}
		if tok.Tag != text.DET || next != t+1 || next == s.Last {
			continue
		}
		// A slot takes in the article before a mention.
		for k := m; a.firstOf(k) == next; k++ {
			a.activate(&a.byKind[all[k].Kind], s, t)
		}
	}
	return m
}

// firstOf is the first token of mention m, one behind all for none.
func (a *application) firstOf(m int) int {
	if m == len(a.g.Mentions) {
		return len(a.g.Doc.Tokens)
	}
	return a.g.Mentions[m].First
}

// start is phrase reads that can begin at a token.
type start struct {
	reads readSet
	token int
}

// activate adds the reads that a word or mention at token calls up to those of
// sentence s.
func (a *application) activate(x *calls, s *text.Sentence, token int) {
	if len(x.starts) > 0 {
		a.starts = append(a.starts, start{x.starts, token})
	}
	for _, id := range x.needs {
		a.met[id] = int32(token + 1)
	}
	for _, n := range x.anchors {
		if a.last[n] <= int32(s.First) {
			a.active = append(a.active, n)
		}
		a.last[n] = int32(token + 1)
	}
}

// sentence applies the active reads to sentence i.
func (a *application) sentence(i int) {
	s := &a.g.Doc.Sentences[i]
	a.input.SetSentence(s.First, s.Last, a.g.syntax.Phrases(i))
	a.live = a.live[:0]
	for _, n := range a.active {
		if !a.meets(a.needs[n], s.First) {
			continue
		}
		a.done[n] = int32(s.First)
		if ref := &a.reads[n]; ref.read.Clause != nil {
			a.clauseRead(ref, s)
		} else if !a.anywhere[n] {
			a.live = append(a.live, n)
		} else {
			for t := s.First; t < int(a.last[n]); t++ { // a match has its anchor in it
				a.phraseRead(n, t, s)
			}
		}
	}
	// Measured on news: 190 reads begin with words of a sentence, of which one or two
	// have all that they need.
	slices.Sort(a.live)
	for _, st := range a.starts {
		for _, n := range a.live {
			if st.reads.has(n) && st.token < int(a.last[n]) && a.meets(a.needs[n], st.token) {
				a.phraseRead(n, st.token, s)
			}
		}
	}
}

// meets reports whether all that is needed stands at a token or behind it, up to the
// end of the sentence at hand.
func (a *application) meets(needs []int32, token int) bool {
	for _, id := range needs {
		if int(a.met[id]) <= token {
			return false
		}
	}
	return true
}

// phraseRead tries phrase read n at a token behind its last match.
func (a *application) phraseRead(n int32, token int, s *text.Sentence) {
	if token < int(a.done[n]) {
		return
	}
	ref := &a.reads[n]
	m, ok := ref.read.Phrase.MatchAt(&a.input, token, s.Last)
	if !ok {
		return
	}
	a.done[n] = int32(m.Last)
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
func (a *application) emit(ref *readRef, e emission) {
	f := a.draft()
	f.Rule, f.Token, f.Evidence = ref.rule, e.token, a.g.Doc.Span(e.first, e.last)
	if !a.fill(f, ref, e) {
		a.drop()
	}
}

// fill fills in a fact of a match; false where the text does not assert it.
func (a *application) fill(f *Fact, ref *readRef, e emission) bool {
	var c *clause.Clause
	if e.clause >= 0 {
		c = &a.clauses[e.clause]
		f.Modality, f.Past = c.Modality, c.Tense == clause.Past
	}
	if f.Modality == clause.Hypothetical || !a.value(f, ref, c, &e) || a.excepted(f, ref) {
		return false
	}
	if f.Value.Kind == mention.Age {
		f.Modality = clause.Asserted // "Voss, 44, will be the first": her age is no plan
	}
	a.context(f, c)
	if !a.key(f, c) {
		return false
	}
	if f.Value.Answer != NoAnswer && c != nil {
		if a.supposed(c) && f.Modality == clause.Asserted {
			f.Modality = clause.Possible
		}
		a.deny(f, c)
	}
	if s, ok := a.slot(ref.read.Speaker); ok {
		f.Voice = a.speakerVoice(a.kindOfSpeaker(s.Head), clause.Phrase{First: s.First, Last: s.Last, Head: s.Head})
	}
	for _, m := range a.matches {
		if m.Mention >= 0 {
			a.g.Used[m.Mention] = true
		}
	}
	return true
}

// context fills in the sentence, the voice and the time of a fact.
func (a *application) context(f *Fact, c *clause.Clause) {
	n := a.sentenceOf(f.Token)
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
func (a *application) excepted(f *Fact, ref *readRef) bool {
	if len(ref.unless) == 0 {
		return false
	}
	s := &a.g.Doc.Sentences[a.sentenceOf(f.Token)]
	for _, e := range ref.unless {
		if !a.meets(e.needs, s.First) {
			continue
		}
		for i := s.First; i < s.Last; i++ {
			if _, ok := e.MatchAt(&a.input, i, s.Last); ok {
				return true
			}
		}
	}
	return false
}
