package pattern

import (
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// maxSlots is how many named slots a pattern may have.
const maxSlots = 8

// maxSteps bounds the work of one match: a pattern of twenty elements with
// three gaps takes about 2,000 steps at worst.
const maxSteps = 4000

// Capture is what a slot holds.
type Capture struct {
	// First and Last are the half-open range of tokens, Head the head of a
	// phrase or of a count's noun, or the last token.
	First, Last, Head int
	// Mention is the index of the mention, -1 where the slot is none.
	Mention int
}

// None reports whether nothing was captured.
func (c Capture) None() bool { return c.Last <= c.First }

// Match is one place where a pattern matched.
type Match struct {
	// First and Last are the half-open range of its tokens.
	First, Last int
	captures    [maxSlots]Capture
	// denied: an element of the pattern is a word of denial.
	denied bool
}

// Slot returns what the i-th slot of the pattern holds.
func (m *Match) Slot(i int) Capture { return m.captures[i] }

// MatchAt matches the pattern from token i on, up to limit, which is at most
// the end of the sentence. The match is valid until the next one is asked for.
func (p *Pattern) MatchAt(in *Input, i, limit int) (*Match, bool) {
	in.limit, in.steps = min(limit, in.Last), 0
	if i >= in.limit || !p.may(in, 0, i) {
		return nil, false
	}
	m := &in.match
	m.First, m.denied = i, false
	clear(m.captures[:len(p.slots)])
	end, ok := p.run(in, 0, i)
	m.Last = end
	return m, ok && end > i
}

// may looks at one instruction alone, which refuses most tokens of a sentence at
// the price of one comparison: false where the program does not match from there.
func (p *Pattern) may(in *Input, pc, i int) bool {
	ins, t := &p.prog[pc], &in.Doc.Tokens[i]
	switch ins.op {
	case opLemma:
		return t.Lemma == ins.word || t.Lower == ins.word
	case opForm:
		return t.Lower == ins.word
	case opClass:
		return ins.class.may(t)
	case opSplit:
		return ins.begins == nil || ins.begins.may(in, i)
	case opSlot:
		switch {
		case ins.kind == KindClass:
			return ins.class.may(t)
		case ins.kind.Mention() != mention.None || ins.kind == KindCount || ins.kind == KindName:
			return in.mayMention(i)
		case ins.kind == KindPhrase || ins.kind == KindParty || ins.kind == KindNames:
			return in.phraseOf[i] >= 0
		case ins.kind == KindNoun || ins.kind == KindHuman:
			return t.Tag == text.NOUN
		case ins.kind == KindVerb:
			return t.Tag == text.VERB
		case ins.kind == KindAdjective:
			return t.Tag == text.ADJ
		}
	}
	return true
}

// mayMention reports whether a mention, or what stands for one, can be read from
// token i on.
func (in *Input) mayMention(i int) bool {
	tag := in.Doc.Tokens[i].Tag
	return in.byToken[i] >= 0 || tag == text.DET || tag == text.PRON && in.StandIns
}

// run executes the program from pc at token i and returns where it ends.
func (p *Pattern) run(in *Input, pc, i int) (int, bool) {
	for {
		if in.steps++; in.steps > maxSteps {
			return 0, false
		}
		ins := &p.prog[pc]
		switch ins.op {
		case opMatch:
			return i, true
		case opJump:
			pc = ins.target
			continue
		case opSplit:
			if i < in.limit && !p.may(in, pc, i) {
				return 0, false
			}
			if end, ok := p.attempt(in, pc+1, i); ok {
				return end, true
			}
			if ins.target == pc+1 {
				return 0, false
			}
			pc = ins.target
			continue
		case opGap:
			return p.gap(in, pc, i)
		case opSlot:
			if ins.kind == KindParty && i < in.limit {
				return p.party(in, pc, i)
			}
		}
		next, ok := in.consume(ins, i)
		if !ok {
			return 0, false
		}
		if ins.denies {
			in.match.denied = in.match.denied || deniesAny(in.Doc.Tokens[i:next])
		}
		pc, i = pc+1, next
	}
}

// attempt is run, after which the slots hold what they held before where the
// program does not match. Most patterns have a slot or two.
func (p *Pattern) attempt(in *Input, pc, i int) (int, bool) {
	if i < in.limit && !p.may(in, pc, i) {
		return 0, false
	}
	m := &in.match
	denied := m.denied
	var end int
	var ok bool
	switch n := len(p.slots); {
	case n == 0:
		end, ok = p.run(in, pc, i)
	case n <= 2:
		saved := [2]Capture(m.captures[:2])
		if end, ok = p.run(in, pc, i); !ok {
			copy(m.captures[:], saved[:])
		}
	default:
		saved := m.captures
		if end, ok = p.run(in, pc, i); !ok {
			m.captures = saved
		}
	}
	if !ok {
		m.denied = denied
	}
	return end, ok
}

// party reads a party: the whole noun phrase, or where the rest of the pattern
// does not match behind that, the shortest run of its words that names one, as
// in "Norway's NATO membership".
func (p *Pattern) party(in *Input, pc, i int) (int, bool) {
	ins, m := &p.prog[pc], &in.match
	whole, ok := in.phrase(i)
	if !ok || in.Party == nil {
		return 0, false
	}
	saved, denied := m.captures, m.denied
	for _, last := range [2]int{whole.Last, in.shortestParty(i, whole.Last)} {
		if last == 0 || in.Party(i, last) == "" {
			continue
		}
		if ins.slot >= 0 {
			m.captures[ins.slot] = Capture{First: i, Last: last, Head: min(whole.Head, last-1), Mention: -1}
		}
		if end, ok := p.run(in, pc+1, last); ok {
			return end, true
		}
		m.captures, m.denied = saved, denied
	}
	return 0, false
}

// shortestParty returns the end of the shortest run of words from token i on
// that names a party, 0 where that is the whole phrase.
func (in *Input) shortestParty(i, last int) int {
	for end := i + 1; end < last; end++ {
		if in.Party(i, end) != "" {
			return end
		}
	}
	return 0
}

// gap tries the rest of the pattern after 0 to gapTokens tokens.
func (p *Pattern) gap(in *Input, pc, i int) (int, bool) {
	for skip := 0; skip <= gapTokens && i+skip <= in.limit; skip++ {
		if end, ok := p.attempt(in, pc+1, i+skip); ok {
			return end, true
		}
		if i+skip < in.limit && breaksClause(in.Doc.Tokens[i+skip].Lower) {
			break
		}
	}
	return 0, false
}

// breaksClause reports whether a gap must not pass over the token.
func breaksClause(lower string) bool {
	switch lower {
	case ";", ":", "\"", "--", "-", "but", "while", "although", "though", "because":
		return lower != "-" // a hyphen joins, a dash is written "--" or longer
	}
	return false
}

// consume matches one token or mention and returns the token after it.
func (in *Input) consume(ins *instruction, i int) (int, bool) {
	if i >= in.limit {
		return 0, false
	}
	t := &in.Doc.Tokens[i]
	switch ins.op {
	case opAny:
		return i + 1, true
	case opLemma:
		ok := (t.Lemma == ins.word || t.Lower == ins.word) && (ins.tag == text.X || t.Tag == ins.tag)
		return i + 1, ok
	case opForm:
		return i + 1, t.Lower == ins.word
	case opClass:
		n := ins.class.MatchAt(in.Doc, i, in.limit)
		return i + n, n > 0
	}
	c, ok := in.capture(ins, i)
	if !ok {
		return 0, false
	}
	if ins.slot >= 0 {
		in.match.captures[ins.slot] = c
	}
	return c.Last, true
}

// capture reads the slot of an instruction at token i.
func (in *Input) capture(ins *instruction, i int) (Capture, bool) {
	switch ins.kind {
	case KindClass:
		n := ins.class.MatchAt(in.Doc, i, in.limit)
		return Capture{First: i, Last: i + n, Head: i + n - 1, Mention: -1}, n > 0
	case KindPhrase:
		return in.phrase(i)
	case KindNames:
		return in.names(i)
	case KindNoun:
		return in.tagged(i, text.NOUN)
	case KindHuman:
		t := &in.Doc.Tokens[i]
		return Capture{First: i, Last: i + 1, Head: i, Mention: -1}, t.Fine == text.NN && lexicon.OnePerson(t.Lemma)
	case KindVerb:
		return in.tagged(i, text.VERB)
	case KindAdjective:
		return in.tagged(i, text.ADJ)
	case KindSuperlative:
		return in.superlative(i)
	}
	return in.mention(ins.kind, i)
}

func (in *Input) tagged(i int, tag text.Tag) (Capture, bool) {
	return Capture{First: i, Last: i + 1, Head: i, Mention: -1}, in.Doc.Tokens[i].Tag == tag
}

func (in *Input) phrase(i int) (Capture, bool) {
	ph, ok := in.PhraseAt(i)
	if !ok || ph.Head < i || ph.Last > in.limit {
		return Capture{}, false
	}
	return Capture{First: i, Last: ph.Last, Head: ph.Head, Mention: -1}, true
}

func (in *Input) superlative(i int) (Capture, bool) {
	t := &in.Doc.Tokens[i]
	if t.Fine == text.JJS && t.Lower != "most" && t.Lower != "least" {
		return Capture{First: i, Last: i + 1, Head: i, Mention: -1}, true
	}
	if (t.Lower == "most" || t.Lower == "least") && i+1 < in.limit && in.Doc.Tokens[i+1].Tag == text.ADJ {
		return Capture{First: i, Last: i + 2, Head: i + 1, Mention: -1}, true
	}
	return Capture{}, false
}

// mention reads a mention of kind k that starts at token i, or after a
// determiner there.
func (in *Input) mention(k Kind, i int) (Capture, bool) {
	for n := in.byToken[i]; n >= 0 && int(n) < len(in.Mentions) && in.Mentions[n].First == i; n++ {
		mt := &in.Mentions[n]
		if !fits(k, mt) || mt.Last > in.limit {
			continue
		}
		c := Capture{First: i, Last: mt.Last, Head: mt.Last - 1, Mention: int(n)}
		if k == KindCount {
			// The noun belongs to a count, unless it stands before: "from 28
			// points to 20".
			c.Head, c.Last = mt.Head, max(mt.Last, mt.Head+1)
		}
		return c, c.Last <= in.limit
	}
	if in.Doc.Tokens[i].Tag == text.DET && i+1 < in.limit && in.Doc.Tokens[i+1].Tag != text.DET {
		if c, ok := in.mention(k, i+1); ok {
			return c, true
		}
	}
	return in.standIn(k, i)
}

// standIn reads the noun phrase at token i that stands for somebody with a name.
func (in *Input) standIn(k Kind, i int) (Capture, bool) {
	if !in.StandIns || k != KindName && k.Mention() != mention.Person {
		return Capture{}, false
	}
	c, ok := in.phrase(i)
	return c, ok && in.Stands(c.Head)
}

func fits(k Kind, m *mention.Mention) bool {
	switch k {
	case KindName:
		return m.Kind >= mention.Person && m.Kind <= mention.Event
	case KindCount:
		return m.Kind == mention.Number && m.Head >= 0
	}
	return m.Kind == k.Mention()
}
