package pattern

import "github.com/concord-news/concord/rules/text"

// denying are the words, by lemma, by which a pattern says itself that something is
// not so.
var denying = map[string]bool{
	"no": true, "not": true, "n't": true, "never": true, "nobody": true, "none": true, "nothing": true,
	"without": true, "neither": true, "nor": true, "decline": true, "refuse": true,
}

// denies reports whether the instruction can match a word of denial that the
// pattern asks for.
func denies(ins *instruction) bool {
	return (ins.op == opLemma || ins.op == opForm) && denying[ins.word] || ins.class != nil && ins.class.denies()
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

// deniesAny reports whether one of the tokens is a word of denial.
func deniesAny(tokens []text.Token) bool {
	for i := range tokens {
		if denying[tokens[i].Lower] || denying[tokens[i].Lemma] {
			return true
		}
	}
	return false
}

// Denied reports whether an element of the pattern matched a word of denial, so that
// what it reads is denied already.
func (m *Match) Denied() bool { return m.denied }
