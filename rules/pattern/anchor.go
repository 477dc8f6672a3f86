package pattern

import (
	"iter"
	"math"
	"strings"

	"github.com/concord-news/concord/rules/mention"
)

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
var common = words(`a an the of in on at by to for from with and or but be have do not no will would
	he she they it his her their its one two all as that who which 's - ,`)

// frequent are words that one sentence of news in a hundred has, by lemma: worth
// looking for where a pattern has no other. Measured on the stories of the examples,
// those left out that only one of them is about.
var frequent = words(`about accord after again against also another any ask attack back because before
	bring call can case charge chief child close come company could council country court day die down
	early end expect family find first five four friday get give go government group hold hour if into
	keep know last late leave long lose make man may member minister monday month more name never new
	next night nine now off offer office official only open order other out over own part party pay
	people person plan play police put remain report return rule run same say second see several show
	since six so some stand state stay still sunday take tell than then there third this three thursday
	time tuesday under until up use vote want wednesday week well what when where whether without woman
	work year yet`)

func words(list string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(list) {
		out[w] = true
	}
	return out
}

// Anchor returns the most telling element that every match must have: a word, a
// class or kind, or what must be there of several rows of elements. It is the zero
// Anchor where a match need have no word and no mention.
func (p *Pattern) Anchor() Anchor {
	if a := p.anchorIn(0, len(p.prog)); a.Telling >= 0 {
		return a
	}
	return Anchor{}
}

// anchorIn is the most telling anchor of the instructions from pc to end, Telling
// -1 for none.
func (p *Pattern) anchorIn(pc, end int) Anchor {
	best := Anchor{Telling: -1}
	for a := range p.anchors(pc, end) {
		if a.Telling > best.Telling {
			best = a
		}
	}
	return best
}

// Needs lists the words and kinds of mention that every match must have beside one
// another. Words too frequent to tell sentences apart are left out.
func (p *Pattern) Needs() []Anchor {
	var out []Anchor
	for a := range p.anchors(0, len(p.prog)) {
		if a.Telling > 0 && (len(a.Words) > 0 || len(a.Kind.Mentions()) > 0) {
			out = append(out, a)
		}
	}
	return out
}

// anchors yields what every match of the instructions from pc to end must have, one
// after the other.
func (p *Pattern) anchors(pc, end int) iter.Seq[Anchor] {
	return func(yield func(Anchor) bool) {
		for pc := pc; pc < end; {
			ins := &p.prog[pc]
			var a Anchor
			switch {
			case ins.op != opSplit:
				a = ins.anchor()
				pc++
			case ins.target == pc+1: // a choice of one row
				pc++
				continue
			case p.prog[ins.target-1].op != opJump: // may be missing
				pc = ins.target
				continue
			default:
				a, pc = p.anchorOfChoice(pc)
			}
			if !yield(a) {
				return
			}
		}
	}
}

// anchorOfChoice joins the anchors of the rows of the choice that begins at pc,
// which are worth what the least telling of them is, and returns where the choice
// ends.
func (p *Pattern) anchorOfChoice(pc int) (Anchor, int) {
	end := p.prog[p.prog[pc].target-1].target
	all := Anchor{Telling: math.MaxInt}
	for pc < end {
		row, next := end, end
		if t := p.prog[pc].target; t != pc+1 {
			row, next = t-1, t
		}
		a := p.anchorIn(pc+1, row)
		if len(a.Words) == 0 {
			a.Telling = -1 // what kinds of mention are alternatives to words is not known by a word
		}
		all.Words, all.Telling = append(all.Words, a.Words...), min(all.Telling, a.Telling)
		pc = next
	}
	return all, end
}

// anchor returns the instruction as an anchor, Telling -1 for none.
func (ins *instruction) anchor() Anchor {
	switch ins.op {
	case opLemma, opForm:
		return Anchor{Words: []string{ins.word}, Telling: tellingOf(ins.word, 4)}
	case opClass:
		return ins.class.Anchor()
	case opSlot:
		if ins.kind == KindClass {
			return ins.class.Anchor()
		}
		if ins.kind.Mention() != mention.None || ins.kind == KindCount || ins.kind == KindName || ins.kind == KindNames {
			return Anchor{Kind: ins.kind, Telling: 2}
		}
		return Anchor{Kind: ins.kind, Telling: 1}
	}
	return Anchor{Telling: -1} // gaps, any token and the end
}

// Anchor returns the first words of the class's entries as an anchor, whose words are
// not to be changed.
func (c *Class) Anchor() Anchor { return c.anchor }

// anchorOf returns the anchor of a class's first words.
func anchorOf(words []string) Anchor {
	a := Anchor{Words: words, Telling: 3}
	for _, w := range words {
		a.Telling = min(a.Telling, tellingOf(w, a.Telling))
	}
	return a
}

// Needs lists the words of which a sentence must have one for the class to match in
// it, as Pattern.Needs does.
func (c *Class) Needs() []Anchor {
	if a := c.Anchor(); a.Telling > 0 {
		return []Anchor{a}
	}
	return nil
}

// tellingOf is how telling a word is: as told where it is rare.
func tellingOf(word string, rare int) int {
	switch {
	case common[word]:
		return 0
	case frequent[word]:
		return min(rare, 2)
	}
	return rare
}
