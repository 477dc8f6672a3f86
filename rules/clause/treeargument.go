package clause

import (
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// arguments takes the dependents of word w that are arguments of n.
func (r *TreeReader) arguments(n *node, w int) {
	for _, k := range r.own(n, w) {
		k := int(k)
		switch rel := r.rel(k); rel {
		case dep.Nsubj, dep.NsubjOuter, dep.NsubjPass:
			n.subjects = r.filler(n.subjects, n, k)
		case dep.Obj:
			n.objects = r.filler(n.objects, n, k)
		case dep.Iobj:
			n.recipients = r.filler(n.recipients, n, k)
		case dep.OblAgent:
			if !isTimeNoun(r.token(k).Lower) && !isMonth(r.token(k).Lower) {
				n.agents = append(n.agents, k)
			}
		case dep.Expl:
			if r.token(k).Fine == text.EX || r.token(k).Lower == "there" {
				n.exists = true
			} else if len(n.subjects) == 0 && r.child(w, dep.Nsubj) < 0 {
				n.subjects = append(n.subjects, k)
			}
		case dep.Xcomp:
			if !r.predicate(k) {
				n.complement = k
			}
		case dep.OblUnmarked:
			if r.secondThing(n, k) {
				n.objects = append(n.objects, k)
			}
		case dep.Conj:
			// "seized the airport and a bridge", joined to the verb.
			if len(n.objects) > 0 && n.copula < 0 && isNoun(r.token(k)) && !r.predicate(k) {
				n.objects = append(n.objects, k)
				n.row = true
			}
		}
	}
	r.settleObjects(n)
}

// secondThing reports a second object that the parser took for a time: "gave
// the minister two weeks".
func (r *TreeReader) secondThing(n *node, k int) bool {
	if !n.class.has(twoObjects) || len(n.objects) != 1 {
		return false
	}
	first := int(r.yields[k][0])
	return r.base+first == r.phrase(n.objects[0]).Last && (r.token(first).Fine == text.CD || !isTimeNoun(r.token(k).Lower))
}

// settleObjects parts several objects: recipient and thing, or what is named
// and its name.
func (r *TreeReader) settleObjects(n *node) {
	switch {
	case len(n.subjects) > 1:
		r.surplus(n)
	case n.row || len(n.objects) < 2:
	case n.class.has(names) && !n.class.has(twoObjects):
		n.complement = n.objects[1]
		n.objects = n.objects[:1]
	case n.class.has(twoObjects) && len(n.recipients) == 0:
		n.recipients, n.objects = n.objects[:1:1], n.objects[1:]
	}
	if len(n.objects) == 0 && len(n.recipients) > 0 {
		n.objects, n.recipients = n.recipients, nil // "told reporters"
	}
	if n.copula >= 0 {
		n.complement = n.word
	}
}

// surplus keeps one of several subjects: the last one where a subordinator
// stands between them, the first where the others follow a relative clause,
// whose object the next one is.
func (r *TreeReader) surplus(n *node) {
	first, last := n.subjects[0], n.subjects[len(n.subjects)-1]
	for _, k := range r.children(n.outer) {
		if k := int(k); r.rel(k) == dep.Mark && first < k && k < last {
			n.subjects = n.subjects[len(n.subjects)-1:]
			return
		}
	}
	if r.lacksObject(first, n.subjects[1]) {
		n.subjects = n.subjects[:1]
	}
}

// lacksObject reports whether a relative clause of word w ends right before the
// phrase of word k, in a verb with no object: the phrase is its object.
func (r *TreeReader) lacksObject(w, k int) bool {
	v := r.phrase(k).First - r.base - 1
	return v >= 0 && r.tree.Heads[v] == int32(w) && r.rel(v).Base() == dep.Acl && isVerb(r.token(v)) && r.child(v, dep.Obj) < 0
}

// lostObject gives a relative clause the object that the tree has for a second
// subject of the verb after it.
func (r *TreeReader) lostObject(n *node) {
	a := r.antecedent(n)
	if a < 0 || len(n.objects) > 0 || n.passive {
		return
	}
	for _, k := range r.children(int(max(r.tree.Heads[a], 0))) {
		if k := int(k); k > n.word && r.rel(k).Base() == dep.Nsubj && r.lacksObject(a, k) {
			n.objects = append(n.objects, k)
			return
		}
	}
}

// filler appends the word that fills the place of k: the antecedent for a
// relative pronoun.
func (r *TreeReader) filler(dst []int, n *node, k int) []int {
	if !r.relative(k) {
		return append(dst, k)
	}
	if a := r.antecedent(n); a >= 0 {
		n.alone = true
		return append(dst, a)
	}
	if r.rel(n.outer).Base() == dep.Acl && r.token(k).Lower == "that" {
		return dst // a conjunction after all
	}
	return append(dst, k)
}

// inherit gives a predicate without a subject that of the predicate above it,
// and a verb without auxiliaries what those of the first of its row say.
func (r *TreeReader) inherit(n *node) {
	if n.relation == Relative {
		r.lostObject(n)
		r.complete(n)
	}
	h := r.conjunct(n)
	switch {
	case h != nil:
		r.coordinated(n, h)
	case r.rel(n.outer) == dep.Conj && len(n.subjects) == 0 && r.nominal(int(r.tree.Heads[n.outer])):
		n.subjects, n.shared = []int{int(r.tree.Heads[n.outer])}, true // of a sentence that the parser took for a noun
	case n.above < 0:
		r.infinitive(n, nil)
	default:
		r.governed(n, &r.nodes[n.above])
	}
}

// nominal reports a noun or a name.
func (r *TreeReader) nominal(w int) bool { return w >= 0 && isNoun(r.token(w)) }

// complete gives a relative clause or participle its antecedent: as subject
// where it has none, as object where that is missing.
func (r *TreeReader) complete(n *node) {
	a := r.antecedent(n)
	if a < 0 {
		return
	}
	if n.form == infinitive || n.mark >= 0 && n.form == gerund {
		// "the plan to cut taxes": the plan cuts nothing.
		n.relation = Complement
		return
	}
	switch {
	case len(n.subjects) == 0:
		n.subjects, n.alone, n.shared = []int{a}, true, true
	case r.rel(n.outer) == dep.AclRelcl && !n.alone && len(n.objects) == 0 && !n.passive && n.copula < 0 && r.gap(n):
		n.objects = []int{a}
	}
}

// gap reports whether the object of a relative clause that has a subject may be
// its antecedent: nothing else in it stands for that.
func (r *TreeReader) gap(n *node) bool {
	if h := r.token(int(r.tree.Heads[n.outer])); isTimeNoun(h.Lower) {
		return false
	}
	first, last := r.yields[n.outer][0], r.yields[n.outer][1]
	for w := first; w < last; w++ {
		switch r.token(int(w)).Fine {
		case text.WRB, text.WP, text.WPS, text.WDT:
			return false
		}
	}
	return true
}

// coordinated gives n what it shares with the predicate h that it is
// coordinated with.
func (r *TreeReader) coordinated(n, h *node) {
	if len(n.subjects) > 0 || n.exists {
		return
	}
	n.subjects, n.alone, n.shared = h.subjects, h.alone, true
	bareForm := n.form == bare || n.form == participle && (h.perfect || h.passive) || n.form == gerund && h.form != gerund
	if n.copula >= 0 || n.first != n.verb && n.form != bare || !bareForm && n.form != h.form {
		return
	}
	if bareForm || n.form == infinitive || n.form == gerund {
		n.modality, n.tense, n.implied = h.modality, h.tense, h.implied
		if n.form == participle {
			n.passive = h.passive
			n.perfect = h.perfect
		}
		if h.negated && (h.implied || r.alternative(n)) {
			n.negated = true
		}
		n.form = h.form
	}
}

// alternative reports whether "or" or "nor" joins n to its row.
func (r *TreeReader) alternative(n *node) bool {
	k := r.child(n.outer, dep.CC)
	return k >= 0 && (r.token(k).Lower == "or" || r.token(k).Lower == "nor")
}

// governed gives a predicate that h governs its subject, and the modality and
// polarity that h implies.
func (r *TreeReader) governed(n, h *node) {
	rel := r.rel(n.outer).Base()
	r.infinitive(n, h)
	if rel == dep.Acl && n.form == gerund && !n.negated && r.unmeant(n) {
		n.modality, n.negated, n.implied = Planned, true, true
		return
	}
	if n.form == finite || rel == dep.Acl && n.relation == Relative || rel == dep.Parataxis {
		return
	}
	direct := rel == dep.Xcomp || rel == dep.Ccomp
	if len(n.subjects) == 0 && !n.exists && (rel == dep.Advcl || direct) {
		n.subjects, n.alone, n.shared = h.subjects, h.alone, true
		if len(h.objects) > 0 && !h.passive && (direct && h.class.has(objectControl|bareObject) || r.accused(n, h)) {
			n.subjects, n.alone = h.objects, false
		}
	}
	switch {
	case direct:
		n.entailed(&h.group, r.token(h.word).Lemma)
		if n.form == gerund && h.class&(negates|implies|seems) == 0 && !h.modal {
			n.modality = Asserted
		}
	case r.markWord(n) == "from" && h.class.has(prevents):
		n.deny(&h.group, r.token(h.word).Lemma)
	case n.form == gerund && (r.markWord(n) == "of" || r.markWord(n) == "against") && !h.class.has(accuses):
		n.modality = Planned
	}
}

// unmeant reports a gerund that tells what nobody means to do: "no intention of selling".
func (r *TreeReader) unmeant(n *node) bool {
	noun := int(r.tree.Heads[n.outer])
	return isIntention(r.token(noun).Lemma) && r.negative(noun)
}

// accused reports "accused X of", "prevented X from".
func (r *TreeReader) accused(n, h *node) bool {
	switch r.markWord(n) {
	case "of", "for", "with", "from", "against":
		return h.class.has(accuses)
	}
	return false
}

// markWord is the word that opens the clause.
func (r *TreeReader) markWord(n *node) string {
	if n.mark < 0 {
		return ""
	}
	return r.d.Tokens[n.mark].Lower
}

// infinitive makes an infinitive a plan where nothing else is said of it.
func (r *TreeReader) infinitive(n, h *node) {
	if n.form != infinitive || n.modal {
		return
	}
	n.modality = Planned
	if h == nil && n.relation == Main && len(n.subjects) > 0 {
		n.tense = Future // "Norland to send troops"
	}
}
