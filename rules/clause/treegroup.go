package clause

import (
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// groupOf reads the verb group of a predicate. Where the words stand together
// it is what the shallow reader makes of them; a question or an insertion
// parts them, and then the tree says which belong to the verb.
func (r *TreeReader) groupOf(n *node) {
	want := n.word
	if n.copula >= 0 {
		want = n.copula
	}
	start := r.groupStart(n, want)
	g := readGroup(r.d, r.base+start, r.base+r.tree.Len())
	switch at := g.verb - r.base; {
	case at == want:
	case at > n.word && at < r.tree.Len() && r.semiModal(n.word, at):
		n.word, n.copula = at, r.child(at, dep.Cop)
	default:
		g = r.compose(n, want, start)
	}
	n.group = g
	if k := r.child(n.word, dep.CompoundPrt); k >= 0 && n.copula < 0 {
		n.particle = r.base + k
		if n.last == r.base+k {
			n.last++
		}
		if r.token(n.word).Lemma == "rule" && r.token(k).Lower == "out" {
			n.class |= negates | takesGerund
		}
	} else if k := n.particle - r.base + 1; k > 0 && k < r.tree.Len() && r.rel(k-1) == dep.Case && r.token(k).Tag != text.ADP {
		n.particle = -1 // "went on Monday"; "walked out of the hall" has one
		n.last--
	}
}

// semiModal reports whether the verb at word v completes the semi-modal at w,
// with nothing but its own "to" between.
func (r *TreeReader) semiModal(w, v int) bool {
	if int(r.tree.Heads[v]) != w {
		return false
	}
	switch r.rel(v).Base() {
	case dep.Xcomp, dep.Ccomp, dep.Csubj, dep.Advcl, dep.Acl:
		return true
	}
	return false
}

// groupStart returns the first word of the verb group of n, whose main verb or
// copula is v.
func (r *TreeReader) groupStart(n *node, v int) int {
	start, w := v, n.word
	for _, k := range r.own(n, w) {
		k := int(k)
		switch {
		case k >= v:
		case r.rel(k).Base() == dep.Aux, r.rel(k) == dep.Mark && r.token(k).Fine == text.TO:
			start = min(start, k)
		}
	}
	for start > n.since && r.tree.Heads[start-1] == int32(w) && r.rel(start-1) == dep.Advmod {
		if n, _ := adverb(r.d, r.base+start-1, r.base+v); n != 1 {
			break
		}
		start--
	}
	return start
}

// compose makes the group of n from its auxiliaries one by one.
func (r *TreeReader) compose(n *node, v, start int) group {
	g := groupReader{d: r.d, end: r.base + r.tree.Len(), i: r.base + v + 1,
		g: group{first: r.base + start, verb: r.base + v, particle: -1}}
	opened := false
	for _, k := range r.own(n, n.word) {
		t := r.token(int(k))
		switch rel := r.rel(int(k)); {
		case rel == dep.Advmod && (text.Not(t.Lower) || t.Lower == "longer" && k > 0 && r.token(int(k)-1).Lower == "no"):
			g.g.negated = !g.g.negated
		case rel.Base() == dep.Aux, rel == dep.Mark && t.Fine == text.TO:
			if !opened {
				g.open(t)
				if t.Fine == text.TO {
					g.g.form = infinitive
				}
			}
			opened = true
			if t.Fine == text.MD {
				g.modal(t.Lower)
			}
			g.g.passive = g.g.passive || rel == dep.AuxPass
			g.g.perfect = g.g.perfect || t.Lemma == "have"
		}
	}
	if !opened {
		g.open(r.token(v))
	}
	t := r.token(v)
	g.g.copula, g.g.class, g.g.last = t.Lemma == "be", verbs[t.Lemma], r.base+v+1
	return g.g
}

// settleVoice corrects form and voice by the arguments: a participle with a
// subject of its own is a past tense, or a headline's passive.
func (r *TreeReader) settleVoice(n *node) {
	pass := r.child(n.outer, dep.AuxPass) >= 0 || r.has(n.outer, dep.NsubjPass)
	switch {
	case n.copula >= 0:
		n.passive = false
	case n.form == participle && !n.perfect && r.child(n.outer, dep.Nsubj) >= 0:
		n.form, n.tense = finite, Past
		n.passive = (pass || len(n.agents) > 0) && len(n.objects) == 0
	case n.form == participle && !n.perfect:
		n.passive = len(n.objects) == 0 || n.class.has(twoObjects|names)
	case pass && n.first != n.verb:
		n.passive = true
	}
	if !n.passive {
		n.agents = nil
	}
}

// has reports a dependent of w by just this relation.
func (r *TreeReader) has(w int, rel dep.Relation) bool {
	for _, k := range r.children(w) {
		if r.rel(int(k)) == rel {
			return true
		}
	}
	return false
}

// clause makes the clause of a node.
func (r *TreeReader) clause(n *node) Clause {
	c := Clause{Sentence: r.sentence, First: n.first, Last: n.last, Verb: n.verb, Mark: n.mark, Predicate: predicate(r.d, n.verb, n.particle), Passive: n.passive,
		Negated: n.negated, Implied: n.implied, Existential: n.exists, Finite: n.form == finite, Modality: n.modality, Tense: n.tense,
		Perfect: n.perfect, Relation: n.relation, Parent: -1}
	if n.hyp {
		c.Modality = Hypothetical
	}
	subjects, objects := r.all(n.subjects, n.alone), r.all(n.objects, false)
	switch {
	case !n.passive:
		c.Agents, c.Patients, c.Recipients = subjects, objects, r.all(n.recipients, false)
	case len(objects) > 0:
		c.Recipients, c.Patients, c.Agents = subjects, objects, r.all(n.agents, false)
	default:
		c.Patients, c.Agents = subjects, r.all(n.agents, false)
	}
	if n.complement >= 0 {
		c.Complement = r.phrase(n.complement)
		if n.copula >= 0 && r.base+n.complement > n.verb {
			c.Complement.First = max(c.Complement.First, n.verb+1)
		}
	}
	for _, list := range [...][]int{n.subjects, n.objects, n.recipients, n.agents} {
		for _, w := range list {
			if r.negative(w) {
				c.Negated = !c.Negated
			}
		}
	}
	if n.copula >= 0 && r.negative(n.word) {
		c.Negated = !c.Negated
	}
	r.obliques(&c, n.outer)
	if n.word != n.outer {
		r.obliques(&c, n.word)
	}
	r.extent(&c, n)
	return c
}

// all returns the phrases of words, with what is coordinated with each.
func (r *TreeReader) all(words []int, alone bool) []Phrase {
	var out []Phrase
	for _, w := range words {
		out = r.phrases(out, w, alone)
	}
	return out
}

// obliques adds the prepositional phrases and times of word w.
func (r *TreeReader) obliques(c *Clause, w int) {
	for _, k := range r.children(w) {
		k := int(k)
		rel := r.rel(k)
		if rel.Base() != dep.Obl || rel == dep.OblAgent && c.Passive {
			continue
		}
		for _, p := range r.phrases(nil, k, false) {
			c.Obliques = append(c.Obliques, Oblique{Prep: r.preposition(k), Phrase: p})
		}
	}
}

// extent stretches the clause over its own arguments.
func (r *TreeReader) extent(c *Clause, n *node) {
	if n.mark >= 0 && n.mark < c.First && n.mark >= r.base+int(r.yields[n.outer][0]) {
		c.First = n.mark
	}
	low, high := r.base+int(r.yields[n.outer][0]), r.base+int(r.yields[n.outer][1])
	take := func(list []Phrase) {
		for _, p := range list {
			if p.First >= low && p.Last <= high {
				c.First, c.Last = min(c.First, p.First), max(c.Last, p.Last)
			}
		}
	}
	take(c.Patients)
	take(c.Recipients)
	if !n.shared {
		take(c.Agents)
	}
	take([]Phrase{c.Complement}[:min(1, max(0, c.Complement.Last))])
	for _, o := range c.Obliques {
		take([]Phrase{o.Phrase})
	}
	c.Last = max(c.Last, c.Verb+1)
	c.First = min(c.First, c.Verb)
}
