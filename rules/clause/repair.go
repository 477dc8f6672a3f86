package clause

import "github.com/concord-news/concord/rules/text"

// nounAfterAll repairs a plural noun that the tagger took for a verb
// ("security guarantees", "member states agree") by making it the head of the
// phrase before it, where a verb there would leave the sentence in pieces.
func (r *reader) nounAfterAll(g *group) bool {
	t := &r.d.Tokens[g.verb]
	if g.last-g.first != 1 || r.kind(1) != nounItem || t.Lower[len(t.Lower)-1] != 's' || t.Tag == text.AUX || g.class.has(says) && r.kind(-1) != prepItem {
		return false
	}
	n := &r.nouns[r.lastNoun()]
	if h := &r.d.Tokens[n.Head]; h.Fine != text.NN && h.Fine != text.NNP || n.Last != g.first {
		return false
	}
	if !r.finiteNext() && !r.stranded(n) {
		return false
	}
	n.Last, n.Head, n.item = g.last, g.verb, r.k
	r.items[r.k].kind = nounItem
	if n.owner >= 0 {
		r.drafts[n.owner].ownLast = max(r.drafts[n.owner].ownLast, n.Last)
	}
	return true
}

// finiteNext reports whether a finite verb follows the one under the reader.
func (r *reader) finiteNext() bool {
	return r.kind(-1) == verbItem && r.groups[r.items[r.k+1].ref].form == finite
}

// stranded reports whether a verb after n would have no subject but n, which
// has a place already that it cannot leave.
func (r *reader) stranded(n *noun) bool {
	for i := range r.frames {
		if f := &r.frames[i]; !f.verb && (f.subj >= 0 || f.ante >= 0) {
			return false
		}
	}
	switch n.role {
	case object, second:
		return n.prev < 0 && n.owner >= 0 && !r.drafts[n.owner].class.has(takesClause)
	case governed:
		for top := n; top.up >= 0; {
			if top = &r.nouns[top.up]; top.role == free || top.role == apposed {
				return false
			}
		}
		return n.prev < 0 && n.prep >= 0 && !opensClause(r.d.Tokens[r.items[n.prep].first].Lower) && r.objectInClause() < 0
	}
	return false
}

// gardenPath repairs "an official briefed on the talks said": the verb before,
// taken for a past tense, is a participle, and its subject waits for this one.
func (r *reader) gardenPath() subjectOf {
	none := subjectOf{noun: -1, gap: -1}
	c := r.top().last
	if c < 0 || r.kind(1) == andItem || r.kind(1) == commaItem {
		return none
	}
	p := &r.drafts[c]
	if p.form != finite || p.tense != Past || p.verb+1 != p.last || p.first != p.verb || p.obj >= 0 || p.comp >= 0 || p.clauseAfter || p.subj < 0 || p.copula || p.exists || p.class.has(says) {
		return none
	}
	s := p.subj
	if r.nouns[s].Last != p.first {
		return none
	}
	p.form, p.passive, p.tense, p.relation, p.parent = participle, true, NoTense, Relative, len(r.drafts)
	r.nouns[s].role = free
	f := r.top()
	f.verb, f.last, f.subj = false, -1, s
	return subjectOf{noun: s, gap: -1}
}

// pastAfterAll reports whether the participle g is a past tense that the tagger
// misread: it stands after a waiting subject and has what a reduced relative
// has not: an object, a participle in -ing, or for a verb of saying a clause.
// It makes g finite.
func (r *reader) pastAfterAll(g *group) bool {
	f := r.top()
	if r.kind(1) != nounItem || f.verb || f.subj < 0 {
		return false
	}
	n := r.lastNoun()
	for n != f.subj && r.nouns[n].up >= 0 {
		n = r.nouns[n].up
	}
	if n != f.subj {
		return false
	}
	switch r.kind(-1) {
	case nounItem:
		if g.particle < 0 && g.class.has(twoObjects|names) && !g.class.has(says) || isTimeNoun(r.d.Tokens[r.found[r.items[r.k+1].ref].Head].Lower) {
			return false
		}
	case verbItem:
		if r.groups[r.items[r.k+1].ref].form != gerund || !g.class.has(takesGerund) && r.items[r.k+1].first != g.last {
			return false
		}
	case subItem:
		if !g.class.has(says) || r.d.Tokens[r.items[r.k+1].first].Lower != "that" {
			return false
		}
	default:
		return false
	}
	g.form, g.tense = finite, Past
	return true
}

// lateFinite repairs a participle that the tagger should have given a tense:
// at the full stop its subject still waits for a verb. Headlines keep theirs:
// "Two held after raid".
func (r *reader) lateFinite() {
	for n := range r.frames {
		f := &r.frames[n]
		if f.verb || f.subj < 0 {
			continue
		}
		for i := r.from; i < len(r.drafts); i++ {
			d := &r.drafts[i]
			if d.form != participle || !d.passive || d.subj != f.subj {
				continue
			}
			d.relation, d.parent, d.mark, d.hyp, d.alone = f.relation, f.parent, f.mark, f.hyp, false
			f.verb, f.last = true, i
			if d.agent < 0 && (f.relation != Main || r.stopped()) {
				d.passive, d.form, d.tense = false, finite, Past
				r.reread(i)
			}
			break
		}
	}
}
