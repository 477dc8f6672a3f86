package clause

import "github.com/concord-news/concord/rules/text"

// form is what the first verb of a group makes of it.
type form uint8

const (
	finite form = iota
	infinitive
	bare
	gerund
	participle
)

// group is a verb with its auxiliaries, adverbs and particle.
type group struct {
	first, last, verb int
	// particle is its token, -1 where there is none.
	particle                          int
	form                              form
	class                             verbClass
	negated                           bool
	passive, perfect, copula, auxOnly bool
	// modal: it has a modal or semi-modal of its own.
	modal    bool
	modality Modality
	tense    Tense
	// implied: a governing predicate took part in negated.
	implied bool
}

// groupReader reads one verb group.
type groupReader struct {
	d   *text.Document
	end int
	g   group
	// i is the token under the reader.
	i int
}

// readGroup reads the verb group that starts at token i, which is a verb, a
// modal, a "to" before a verb, or an adverb before one of them.
func readGroup(d *text.Document, i, end int) group {
	r := groupReader{d: d, end: end, i: i, g: group{first: i, verb: -1, particle: -1}}
	r.adverbs()
	if r.i < end && d.Tokens[r.i].Fine == text.TO {
		r.g.form = infinitive
		r.i++
		r.adverbs()
		r.chain(r.i)
	} else if r.i < end {
		r.open(&d.Tokens[r.i])
		r.chain(r.i)
	}
	r.close()
	return r.g
}

// open reads form and tense off the first verb.
func (r *groupReader) open(t *text.Token) {
	switch t.Fine {
	case text.VB:
		r.g.form = bare
	case text.VBG:
		r.g.form = gerund
	case text.VBN:
		r.g.form = participle
	case text.VBD:
		r.g.tense = Past
	case text.VBP, text.VBZ:
		r.g.tense = Present
	}
}

// adverbs skips adverbs and counts the negators among them.
func (r *groupReader) adverbs() {
	for r.i < r.end {
		n, neg := adverb(r.d, r.i, r.end)
		if n == 0 {
			return
		}
		r.g.negated = r.g.negated != neg
		r.i += n
	}
}

// adverb returns how many tokens the adverb at i has, 0 where there is none,
// and whether it denies.
func adverb(d *text.Document, i, end int) (n int, negates bool) {
	t := &d.Tokens[i]
	if t.Lower == "no" && i+1 < end && d.Tokens[i+1].Lower == "longer" {
		return 2, true
	}
	if text.Not(t.Lower) {
		return 1, !isHyphen(d, i+1, end) // "never-before-seen" denies nothing
	}
	if isAdverb(t) || t.Lower == "\"" && i+1 < end && isVerb(&d.Tokens[i+1]) && d.Tokens[i+1].Fine != text.VBP {
		return 1, false // has been "cleared"
	}
	if (t.Lower == "both" || t.Lower == "all" || t.Lower == "either" || t.Lower == "each") && i+1 < end && startsVerb(&d.Tokens[i+1]) {
		return 1, false // "have both said"
	}
	if t.Lower == "," && i+2 < end && isAdverb(&d.Tokens[i+1]) && d.Tokens[i+2].Lower == "," {
		return 3, false // "has, however, agreed"
	}
	return 0, false
}

func startsVerb(t *text.Token) bool { return isVerb(t) || t.Fine == text.MD }

// chain follows auxiliaries from the verb at i to the main verb.
func (r *groupReader) chain(i int) {
	for i < r.end {
		t := &r.d.Tokens[i]
		r.g.verb, r.i = i, i+1
		if t.Fine == text.MD {
			r.modal(t.Lower)
		}
		next := r.next(t)
		if next < 0 {
			return
		}
		i = next
	}
}

// next returns the verb that the auxiliary t, just taken, leads to, or -1 where
// t is the main verb; adverbs and negators between are taken too.
func (r *groupReader) next(t *text.Token) int {
	save, negated := r.i, r.g.negated
	r.adverbs()
	if r.i < r.end {
		n := &r.d.Tokens[r.i]
		if r.leads(t, n) {
			return r.i
		}
		if j := r.semiModal(t); j >= 0 {
			return j
		}
	}
	// A "not" after the auxiliary stays with it; other adverbs do not matter.
	if !isAuxiliary(t) {
		r.i, r.g.negated = save, negated
	}
	return -1
}

func isAuxiliary(t *text.Token) bool {
	return t.Fine == text.MD || t.Lemma == "be" || t.Lemma == "have" || t.Lemma == "do"
}

// leads reports whether n is the verb that the auxiliary t forms one group
// with, and notes what t makes of it.
func (r *groupReader) leads(t, n *text.Token) bool {
	switch {
	case t.Fine == text.MD:
		return n.Fine == text.VB || n.Fine == text.VBP || n.Tag == text.AUX && n.Fine != text.MD
	case t.Lemma == "be":
		if n.Fine == text.VBG {
			return n.Tag != text.NOUN
		}
		if n.Fine == text.VBN || n.Fine == text.VBD {
			r.g.passive = true
			return true
		}
	case t.Lemma == "have":
		if n.Fine == text.VBN || n.Fine == text.VBD {
			r.g.perfect = true
			return true
		}
	case t.Lemma == "do":
		return n.Fine == text.VB || n.Fine == text.VBP && t.Tag == text.AUX
	case t.Lemma == "get":
		if n.Fine == text.VBN {
			r.g.passive = true
			return true
		}
	}
	return false
}

// modal notes what a modal verb says.
func (r *groupReader) modal(s string) {
	r.g.modal = true
	switch s {
	case "will", "'ll", "shall", "wo":
		r.g.modality, r.g.tense = Planned, Future
	case "would", "'d":
		r.g.modality = Conditional
	case "could", "can", "may", "might", "ca":
		r.g.modality = Possible
	default:
		r.g.modality = Required
	}
}

// semiModal reads "has to", "is going to", "is likely to" and the like after
// the auxiliary t, and returns the verb they lead to, -1 where there is none.
// The reader stands on the token after t and its adverbs.
func (r *groupReader) semiModal(t *text.Token) int {
	n := &r.d.Tokens[r.i]
	i, m, neg := r.i, Planned, false
	switch {
	case n.Fine == text.TO && t.Lemma == "be":
	case n.Fine == text.TO && (t.Lemma == "have" || t.Lemma == "need" && !r.g.passive):
		m = Required
		if t.Lemma == "have" && i > 0 && r.d.Tokens[i-1].Lower == "yet" {
			m, neg = Asserted, true // "has yet to" obliges nobody
		}
	case n.Fine == text.TO && t.Lower == "used" && t.Fine == text.VBD && !r.g.passive && !r.g.perfect:
		m = Asserted
	case n.Fine == text.TO && t.Lower == "ought":
		m = Required
	case t.Lemma == "be" && !isVerb(n):
		var ok bool
		if m, neg, ok = semiAdjective(n.Lower); !ok {
			return -1
		}
		i++
	default:
		return -1
	}
	j := i + 1
	for j < r.end && isAdverb(&r.d.Tokens[j]) {
		j++
	}
	if i >= r.end || r.d.Tokens[i].Fine != text.TO || j >= r.end || !isVerb(&r.d.Tokens[j]) {
		return -1
	}
	if !r.g.modal {
		r.g.modality = m
	}
	r.g.modal = true
	r.g.negated = r.g.negated != neg
	return j
}

// semiAdjective says what an adjective between "be" and an infinitive makes of
// it, and whether it denies it.
func semiAdjective(s string) (m Modality, negates, ok bool) {
	switch s {
	case "likely", "able", "bound", "sure", "liable", "apt", "free":
		return Possible, false, true
	case "unlikely", "unable":
		return Possible, true, true
	case "due", "set", "about", "poised":
		return Planned, false, true
	}
	return 0, false, false
}

// semiParticiple reports a semi-modal that the tagger reads as a verb: "going
// to", "set to".
func semiParticiple(s string) bool {
	return s == "going" || s == "set" || s == "bound" || s == "poised"
}

// close settles what the whole group is once its main verb is known.
func (r *groupReader) close() {
	g := &r.g
	if g.verb < 0 {
		g.verb = min(g.first, r.end-1)
		r.i = max(r.i, g.verb+1)
	}
	t := &r.d.Tokens[g.verb]
	if semiParticiple(t.Lower) && g.verb > g.first && r.i < r.end && r.d.Tokens[r.i].Fine == text.TO {
		r.absorb()
		t = &r.d.Tokens[g.verb]
	}
	g.auxOnly = t.Fine == text.MD || t.Tag == text.AUX && t.Lemma != "be"
	g.copula = t.Lemma == "be"
	g.class = verbs[t.Lemma]
	g.last = r.i
	if r.i < r.end {
		p := &r.d.Tokens[r.i]
		staysOn := t.Lemma == "stay" && p.Lower == "on" && p.Tag == text.ADV
		if p.Fine == text.RP || staysOn || particlePair(t.Lemma, p.Lower) {
			g.particle, g.last = r.i, r.i+1
		}
	}
	if g.particle >= 0 && t.Lemma == "rule" && r.d.Tokens[g.particle].Lower == "out" {
		g.class |= negates | takesGerund
	}
}

// absorb makes "is going to" and "is set to" part of the group of the verb
// that follows.
func (r *groupReader) absorb() {
	j := r.i + 1
	for j < r.end && isAdverb(&r.d.Tokens[j]) {
		j++
	}
	if j >= r.end || r.d.Tokens[j].Fine != text.VB {
		return
	}
	if !r.g.modal {
		r.g.modal, r.g.modality = true, Planned
	}
	r.g.passive = false
	r.chain(j)
}
