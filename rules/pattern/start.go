package pattern

import (
	"slices"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// Start is what a match begins with: one of the words or a mention of one of the
// kinds, both sorted.
type Start struct {
	Words []string
	Kinds []mention.Kind
}

// Start returns what every match begins with, nothing where it can begin with
// something else, as a noun phrase.
func (p *Pattern) Start() Start {
	var f firsts
	if !p.firsts(0, &f) {
		return Start{}
	}
	for _, c := range f.classes {
		f.words = append(f.words, c.Anchor().Words...)
	}
	slices.Sort(f.words)
	slices.Sort(f.kinds)
	return Start{Words: slices.Compact(f.words), Kinds: slices.Compact(f.kinds)}
}

// firsts are the words, classes and kinds of mention with which several rows of
// elements begin.
type firsts struct {
	words   []string
	classes []*Class
	kinds   []mention.Kind
}

// firsts adds that with which the instructions from pc on can begin to out; false
// where they can begin with something else.
func (p *Pattern) firsts(pc int, out *firsts) bool {
	ins := &p.prog[pc]
	switch ins.op {
	case opSplit:
		return p.firsts(pc+1, out) && (ins.target == pc+1 || p.firsts(ins.target, out))
	case opJump:
		return p.firsts(ins.target, out)
	case opLemma, opForm:
		out.words = append(out.words, ins.word)
		return true
	case opClass:
		out.classes = append(out.classes, ins.class)
		return true
	case opSlot:
		if ins.kind == KindClass {
			out.classes = append(out.classes, ins.class)
			return true
		}
		kinds := ins.kind.Mentions()
		out.kinds = append(out.kinds, kinds...)
		return len(kinds) > 0 && ins.kind != KindNames // "envoys Ada Voss and Jan Lind" begins with no name
	}
	return false
}

// begins tells most tokens with which none of several rows of elements begins.
type begins struct {
	words   text.Sieve
	classes []*Class
	// mention: a row may begin with a mention.
	mention bool
}

// setBegins gives every choice what its rows, and what may follow them, begin with,
// so that a token is held against all of them at once. Measured on news: a tenth of
// the instructions of reading facts.
func (p *Pattern) setBegins() {
	later := make([]bool, len(p.prog)) // where a row begins that is not its choice's first
	for pc := range p.prog {
		ins := &p.prog[pc]
		if ins.op != opSplit {
			continue
		}
		later[ins.target] = later[ins.target] || p.prog[ins.target-1].op == opJump
		var f firsts
		if later[pc] || !p.firsts(pc, &f) {
			continue
		}
		ins.begins = &begins{words: text.NewSieve(len(f.words)), classes: f.classes, mention: len(f.kinds) > 0}
		for _, w := range f.words {
			ins.begins.words.Add(w)
		}
	}
}

// may reports whether a row can begin at token i.
func (b *begins) may(in *Input, i int) bool {
	t := &in.Doc.Tokens[i]
	if b.words.MayHold(t.Lemma) || b.words.MayHold(t.Lower) {
		return true
	}
	for _, c := range b.classes {
		if c.may(t) {
			return true
		}
	}
	return b.mention && in.mayMention(i)
}
