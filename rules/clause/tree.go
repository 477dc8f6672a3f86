package clause

import (
	"slices"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/text"
)

// ReadTrees returns the clauses of the document, which must be tagged, as the
// trees of its sentences have them, in the order of their verbs. It is safe for
// concurrent use on different documents.
func ReadTrees(d *text.Document, trees []dep.Tree) []Clause {
	out := make([]Clause, 0, len(d.Text)/40+4)
	r := NewTreeReader(d)
	for i, t := range trees {
		out = r.ReadSentence(out, i, t)
	}
	return out
}

// TreeReader reads single sentences of one document from their trees and keeps
// its buffers between them. Its clauses stay valid. It is not safe for
// concurrent use.
type TreeReader struct {
	treeWords
	nodes []node
	// at holds the node of each word that is a predicate, -1 for the others.
	at []int32
}

// NewTreeReader returns a reader of d, which must be tagged.
func NewTreeReader(d *text.Document) *TreeReader { return &TreeReader{treeWords: treeWords{d: d}} }

// ReadSentence appends the clauses of sentence i, whose tree is t, to dst. Their
// Parent counts from the first clause of dst.
func (r *TreeReader) ReadSentence(dst []Clause, i int, t dep.Tree) []Clause {
	r.open(i, t)
	r.nodes = r.nodes[:0]
	r.at = r.at[:0]
	for range t.Heads {
		r.at = append(r.at, -1)
	}
	for w, h := range t.Heads {
		if h < 0 {
			r.visit(w, -1)
		}
	}
	r.shareObjects()
	r.reported()
	return r.emit(dst)
}

// node is a predicate of the tree with its arguments, which are words.
type node struct {
	group
	// word is the predicate's word in the tree; outer is that of a semi-modal
	// above it ("likely" in "likely to accept"), else word.
	word, outer int
	// copula is the word of "be", -1 where there is none.
	copula   int
	relation Relation
	// parent is the node that it hangs on, above the one above it in the tree.
	parent, above      int
	mark               int
	hyp, exists        bool
	subjects, objects  []int
	recipients, agents []int
	complement         int
	// shared reports that the subjects are another predicate's; alone that
	// they stand without what is coordinated with them.
	shared, alone bool
	// row: the objects stand in a row.
	row bool
	// since and until bound the dependents that are the node's, 0 for no bound,
	// where two share a word.
	since, until int
	clauseAfter  bool
}

// visit makes nodes of the predicates at and below word w; above is the node of
// the nearest predicate over it.
func (r *TreeReader) visit(w, above int) {
	if r.at[w] < 0 && r.predicate(w) {
		above = r.node(w, above)
	} else if r.at[w] >= 0 {
		above = int(r.at[w])
	}
	for _, k := range r.children(w) {
		r.visit(int(k), above)
	}
}

// predicate reports whether a clause stands at word w: a verb that is no
// modifier, or what a copula says of its subject.
func (r *TreeReader) predicate(w int) bool {
	switch r.rel(w) {
	case dep.Aux, dep.AuxPass, dep.Cop, dep.Amod, dep.Compound, dep.CompoundPrt, dep.Case, dep.Mark, dep.Det, dep.Advmod, dep.Flat,
		dep.Fixed, dep.Nummod, dep.CC, dep.Punct, dep.NmodDesc, dep.NmodPoss, dep.Expl, dep.Goeswith, dep.Discourse:
		return false
	}
	if r.child(w, dep.Cop) >= 0 {
		return true
	}
	t := r.token(w)
	subject := r.child(w, dep.Nsubj) >= 0
	if !isVerb(t) && t.Tag != text.VERB && t.Tag != text.AUX {
		// A verb that was tagged as a noun has what verbs have.
		return subject && r.child(w, dep.Obj) >= 0 && isNoun(t)
	}
	switch r.rel(w).Base() {
	case dep.Nsubj, dep.Obj, dep.Iobj, dep.Obl, dep.Nmod, dep.Appos:
		return subject || r.child(w, dep.Obj) >= 0
	case dep.Xcomp:
		return !r.said(w)
	}
	return true
}

// said reports a participle that a copular verb says of its subject: "remains
// closed".
func (r *TreeReader) said(w int) bool {
	h := int(r.tree.Heads[w])
	return h >= 0 && r.token(w).Fine == text.VBN && verbs[r.token(h).Lemma].has(copular) && r.child(w, dep.Aux) < 0 && r.child(w, dep.Mark) < 0
}

// node appends the node of the predicate at w.
func (r *TreeReader) node(w, above int) int {
	n := node{word: w, outer: w, copula: r.child(w, dep.Cop), relation: Main, parent: -1, above: above, mark: -1, complement: -1}
	if c := n.copula; c >= 0 && r.clausal(w, c) {
		return r.equated(n)
	}
	return r.fill(n)
}

// clausal reports a verb that a copula says of its subject with what is its
// own: "the answer is that they left", "the plan is to leave".
func (r *TreeReader) clausal(w, copula int) bool {
	if !isVerb(r.token(w)) {
		return false
	}
	for _, k := range r.children(w) {
		if rel := r.rel(int(k)); int(k) > copula && int(k) < w && (rel == dep.Mark || rel.Base() == dep.Nsubj) {
			return true
		}
	}
	return false
}

// equated appends the nodes of a copula and of the clause that it says of its
// subject.
func (r *TreeReader) equated(n node) int {
	n.until = n.copula + 1
	is := r.fill(n)
	r.nodes[is].complement = -1
	own := node{word: n.word, outer: n.word, copula: -1, relation: Complement, parent: is, above: is, mark: -1, complement: -1, since: n.copula + 1}
	return r.fill(own)
}

// fill reads the arguments of a node and appends it.
func (r *TreeReader) fill(n node) int {
	r.groupOf(&n)
	r.at[n.outer], r.at[n.word] = int32(len(r.nodes)), int32(len(r.nodes))
	r.arguments(&n, n.outer)
	if n.word != n.outer {
		n.complement = -1
		r.arguments(&n, n.word)
	}
	r.settleVoice(&n)
	r.place(&n)
	r.marks(&n)
	r.inherit(&n)
	r.nodes = append(r.nodes, n)
	return len(r.nodes) - 1
}

// own returns the dependents of w that belong to n.
func (r *TreeReader) own(n *node, w int) []int32 {
	kids := r.children(w)
	for n.since > 0 && len(kids) > 0 && int(kids[0]) < n.since {
		kids = kids[1:]
	}
	for n.until > 0 && len(kids) > 0 && int(kids[len(kids)-1]) >= n.until {
		kids = kids[:len(kids)-1]
	}
	return kids
}

// place finds how the clause hangs on others.
func (r *TreeReader) place(n *node) {
	switch rel := r.rel(n.outer).Base(); {
	case n.since > 0:
		// it hangs on the copula
	case r.antecedent(n) >= 0:
		n.relation, n.parent = Relative, n.above
	case n.above < 0, rel == dep.Root:
	case rel == dep.Conj:
		if h := r.conjunct(n); h != nil {
			n.relation, n.parent, n.hyp = h.relation, h.parent, h.hyp
			if len(n.subjects) == 0 {
				n.mark = h.mark
			}
		}
	case rel == dep.Parataxis || rel == dep.Dep || rel == dep.List || rel == dep.Discourse:
	case rel == dep.Ccomp || rel == dep.Xcomp || rel == dep.Csubj || rel == dep.Acl:
		n.relation, n.parent = Complement, n.above
		r.nodes[n.above].clauseAfter = true
	default:
		n.relation, n.parent = Adverbial, n.above
	}
	if n.parent >= 0 && n.relation != Main {
		n.hyp = n.hyp || r.nodes[n.parent].hyp
	}
	if n.relation == Main && r.question {
		n.hyp = true
	}
}

// conjunct returns the predicate that n is coordinated with, nil where its head
// is none.
func (r *TreeReader) conjunct(n *node) *node {
	if r.rel(n.outer) != dep.Conj || n.since > 0 {
		return nil
	}
	if h := r.at[r.tree.Heads[n.outer]]; h >= 0 {
		return &r.nodes[h]
	}
	return nil
}

// antecedent returns the word that a relative clause or participle completes,
// -1 where it is not a nominal one.
func (r *TreeReader) antecedent(n *node) int {
	h := int(r.tree.Heads[n.outer])
	switch rel := r.rel(n.outer).Base(); {
	case h < 0:
		return -1
	case rel == dep.Acl:
	case rel == dep.Appos:
		if k := r.child(n.outer, dep.Nsubj); k < 0 || !r.relative(k) {
			return -1
		}
	default:
		return -1
	}
	switch t := r.token(h); {
	case t.Tag == text.ADJ, t.Tag == text.ADV, isVerb(t) && r.at[h] >= 0:
		return -1
	case n.above >= 0 && (isTimeNoun(t.Lower) || isWeekday(t.Lower)) && r.completed(n):
		return -1
	}
	return h
}

// completed reports that the clause n is what the verb above it says rather than
// a relative clause: "said on Friday that ...".
func (r *TreeReader) completed(n *node) bool {
	h := &r.nodes[n.above]
	k := r.child(n.outer, dep.Obj)
	return h.class.has(takesClause) && !h.clauseAfter && k >= 0 && r.token(k).Lower == "that"
}

// relative reports a relative pronoun.
func (r *TreeReader) relative(w int) bool {
	t := r.token(w)
	return t.Fine == text.WDT || t.Fine == text.WP || t.Lower == "that" && t.Tag != text.DET
}

// marks reads what opens the clause: a subordinator or relative pronoun.
func (r *TreeReader) marks(n *node) {
	for _, k := range r.own(n, n.outer) {
		t := r.token(int(k))
		if int(k) >= n.outer && n.copula < 0 || t.Fine == text.TO {
			continue
		}
		wh := t.Fine == text.WDT || t.Fine == text.WP || t.Fine == text.WRB
		if r.rel(int(k)) != dep.Mark && !wh {
			continue
		}
		n.mark = r.base + int(k)
		switch t.Lower {
		case "if", "whether", "lest":
			n.hyp = true
		case "unless":
			n.hyp, n.negated = true, !n.negated
		case "without":
			n.negated = !n.negated
		}
		if wh && n.relation == Complement && t.Lower != "what" && t.Lower != "that" {
			n.hyp = true // an indirect question
		}
		return
	}
}

// reported hangs the clause that stands before a "X said" in parataxis on it.
func (r *TreeReader) reported() {
	for i := range r.nodes {
		n := &r.nodes[i]
		if n.above < 0 || r.rel(n.outer) != dep.Parataxis || !n.class.has(says) || len(n.subjects) == 0 || n.clauseAfter {
			continue
		}
		if h := &r.nodes[n.above]; h.parent < 0 && h.relation == Main {
			h.parent, h.relation = i, Complement
		}
	}
}

// shareObjects gives coordinated verbs the object that only one of them has in
// the tree: "neither confirmed nor denied the report".
func (r *TreeReader) shareObjects() {
	for i := range r.nodes {
		n := &r.nodes[i]
		h := r.conjunct(n)
		if h == nil || n.passive || h.passive || n.copula >= 0 || h.copula >= 0 || !n.shared {
			continue
		}
		switch {
		case len(n.objects) == 0 && len(h.objects) > 0 && r.base+h.objects[0] >= n.last && h.objects[0] < r.tree.Len():
			n.objects = h.objects
		case len(h.objects) == 0 && len(n.objects) > 0 && !h.clauseAfter && h.last+1 == n.first && !isMotion(r.token(h.word).Lemma):
			h.objects = n.objects
		}
	}
}

// emit appends the nodes as clauses in the order of their verbs.
func (r *TreeReader) emit(dst []Clause) []Clause {
	order := make([]int, len(r.nodes))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return r.nodes[a].verb - r.nodes[b].verb })
	place := make([]int, len(order))
	for k, i := range order {
		place[i] = len(dst) + k
	}
	for _, i := range order {
		c := r.clause(&r.nodes[i])
		if p := r.nodes[i].parent; p >= 0 {
			c.Parent = place[p]
		}
		dst = append(dst, c)
	}
	return dst
}
