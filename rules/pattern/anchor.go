package pattern

// Anchor is something that a sentence must have for a pattern to match in it,
// so that other sentences are not looked at.
type Anchor struct {
	// Words are lemmas or forms, one of which must be there; empty where the
	// anchor is a kind.
	Words []string
	// Kind is the kind of slot that must be there.
	Kind Kind
	// Telling is how few sentences have it: greater is fewer.
	Telling int
}

// common are words too frequent to tell sentences apart.
var common = map[string]bool{
	"a": true, "an": true, "the": true, "of": true, "in": true, "on": true, "at": true, "by": true, "to": true,
	"for": true, "from": true, "with": true, "and": true, "or": true, "be": true, "have": true, "do": true,
	"not": true, "'s": true, "it": true, "as": true, "that": true, "-": true, ",": true, "who": true, "which": true,
}

// Anchor returns the most telling element that every match must have. It
// always finds one, for Compile refuses a pattern without.
func (p *Pattern) Anchor() Anchor {
	best := Anchor{Telling: -1}
	depth := 0 // of optional and alternative elements, which need not match
	ends := map[int]int{}
	for pc, ins := range p.prog {
		depth -= ends[pc]
		if ins.op == opSplit || ins.op == opJump {
			if ins.target > pc+1 {
				depth++
				ends[ins.target]++
			}
			continue
		}
		if a := ins.anchor(); depth == 0 && a.Telling > best.Telling {
			best = a
		}
	}
	return best
}

// Start returns what a match begins with, as an anchor: words, a kind of
// mention, or neither where it can begin with many things.
func (p *Pattern) Start() Anchor {
	a := p.prog[0].anchor()
	if p.prog[0].op != opSlot || p.prog[0].kind.Mention() != 0 || len(a.Words) > 0 || a.Kind == KindCount {
		return a
	}
	return Anchor{}
}

// anchor returns the instruction as an anchor, Telling -1 for none.
func (ins *instruction) anchor() Anchor {
	switch ins.op {
	case opLemma, opForm:
		if common[ins.word] {
			return Anchor{Words: []string{ins.word}}
		}
		return Anchor{Words: []string{ins.word}, Telling: 4}
	case opClass:
		return ins.class.Anchor()
	case opSlot:
		if ins.kind == KindClass {
			return ins.class.Anchor()
		}
		if ins.kind.Mention() != 0 || ins.kind == KindCount || ins.kind == KindName || ins.kind == KindNames {
			return Anchor{Kind: ins.kind, Telling: 2}
		}
		return Anchor{Kind: ins.kind, Telling: 1}
	}
	return Anchor{Telling: -1}
}

// Anchor returns the first words of the class's entries as an anchor.
func (c *Class) Anchor() Anchor {
	a := Anchor{Words: c.firsts(), Telling: 3}
	for _, w := range a.Words {
		if common[w] {
			a.Telling = 0
		}
	}
	return a
}

// denying are the words by which a pattern says itself that something is not so.
var denying = map[string]bool{
	"no": true, "not": true, "n't": true, "never": true, "nobody": true, "none": true, "nothing": true,
	"without": true, "neither": true, "nor": true,
}

// Denies reports whether the pattern has a word of denial in it, so that what it
// reads is denied already where it matches.
func (p *Pattern) Denies() bool {
	for i := range p.prog {
		ins := &p.prog[i]
		if (ins.op == opLemma || ins.op == opForm) && denying[ins.word] || ins.class != nil && ins.class.denies() {
			return true
		}
	}
	return false
}

// denies reports whether an entry of the class has a word of denial.
func (c *Class) denies() bool {
	for _, runs := range c.byFirst {
		for _, run := range runs {
			for _, w := range run {
				if denying[w.word] {
					return true
				}
			}
		}
	}
	return false
}
