package clause

import "github.com/concord-news/concord/rules/text"

// onVerb makes a clause of the verb group under the reader.
func (r *reader) onVerb() {
	g := r.groups[r.items[r.k].ref]
	if r.items[r.k].not {
		g.negated = !g.negated
	}
	if r.merge(g) {
		return
	}
	switch {
	case g.form == finite, g.form == bare && r.actsFinite(g):
		r.finite(g)
	case r.kind(1) == andItem && r.coordinateVerb(g):
	default:
		r.nonfinite(g)
	}
}

// actsFinite reports whether a bare verb stands where a finite one does: after
// its subject (a subjunctive, or a plural that the tagger took for a bare
// form), or at the start of the sentence (an imperative).
func (r *reader) actsFinite(g group) bool {
	f := r.top()
	if f.verb {
		return false
	}
	return f.subj >= 0 || f.ante >= 0 || r.k == 0
}

// merge completes a question: an auxiliary, its subject, and now the verb.
func (r *reader) merge(g group) bool {
	if r.cur < 0 || r.cur != len(r.drafts)-1 || g.form == infinitive {
		return false
	}
	c := &r.drafts[r.cur]
	if g.form == finite && !(c.auxOnly && g.tense == Past && r.d.Tokens[c.verb].Lemma == "have") {
		return false
	}
	be := c.copula && c.subj < 0 && c.comp >= 0 && r.inverted(c) && (g.form == participle || g.form == gerund)
	if !be && !(c.auxOnly && c.obj >= 0 && r.kind(1) != andItem) {
		return false
	}
	if be {
		c.subj, c.comp = c.comp, -1
		c.passive = g.form == participle
	} else {
		c.subj, c.obj = c.obj, -1
		c.perfect = g.form == participle || g.form == finite || g.perfect
		c.passive = g.passive
	}
	r.place(c.subj, subject, r.cur)
	c.verb, c.last, c.particle, c.class = g.verb, g.last, g.particle, g.class
	c.copula, c.auxOnly = g.copula, false
	c.negated = c.negated != g.negated
	c.ownLast = max(c.ownLast, g.last)
	return true
}

// inverted reports whether c starts its clause, its subject to come.
func (r *reader) inverted(c *draft) bool {
	return c.subj < 0
}

// subjectOf is where the subject of a finite verb was found.
type subjectOf struct {
	noun  int
	alone bool
	// gap is the antecedent that the new clause has as its object, -1 for none.
	gap int
}

// finite makes a clause of a verb with tense.
func (r *reader) finite(g group) {
	if r.nounAfterAll(g) {
		return
	}
	s := subjectOf{noun: -1, gap: -1}
	f := r.top()
	switch {
	case f.relation != Main && !f.verb && f.subj < 0 && f.ante >= 0 && r.kind(1) != nounItem:
		s.noun, s.alone = f.ante, f.relation == Relative
		f.ante = -1
	case f.ante >= 0 && !f.verb && f.subj < 0 && r.kind(1) == whItem:
		s.noun = f.ante
	case r.kind(1) == nounItem && (r.nouns[r.lastNoun()].prep < 0 || r.nouns[r.lastNoun()].prev >= 0):
		s = r.adjacent(g)
	case r.kind(1) == andItem:
		if r.coordinateVerb(g) {
			return
		}
		s = r.awaiting(g)
	default:
		s = r.awaiting(g)
		if s.noun < 0 && r.kind(1) == commaItem && !r.quotes(g) && r.coordinateVerb(g) {
			return
		}
	}
	r.claim(g, s)
}

// nounAfterAll repairs a plural noun that the tagger took for a verb
// ("security guarantees", "member states agree") by making it the head of the
// phrase before it, where a verb there would leave the sentence in pieces.
func (r *reader) nounAfterAll(g group) bool {
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

// claim creates the finite draft of the innermost frame.
func (r *reader) claim(g group, s subjectOf) {
	f := r.top()
	if s.gap < 0 && f.relation == Relative && f.ante >= 0 && !f.verb {
		s.gap = f.ante
		f.ante = -1
	}
	c := r.newDraft(g)
	d := &r.drafts[c]
	d.relation, d.parent, d.mark, d.hyp = f.relation, f.parent, f.mark, f.hyp
	d.subj, d.alone = s.noun, s.alone
	if f.mark >= 0 && r.d.Tokens[f.mark].Lower == "unless" {
		d.negated = !d.negated
	}
	if s.noun >= 0 {
		n := &r.nouns[s.noun]
		if r.d.Tokens[n.Head].Fine == text.EX {
			d.exists, d.subj = true, -1
			d.own = min(d.own, n.First)
		} else if s.noun != s.gap && n.item >= 0 && n.role != object && n.role != governed {
			r.place(s.noun, subject, c)
		}
	}
	if s.gap >= 0 && !d.passive && !d.copula {
		d.obj = s.gap
	}
	f.verb, f.last = true, c
	if f.mark >= 0 && f.mark < d.own {
		d.own = f.mark
	}
	r.cur = c
	r.adopt(c)
	if r.quotes(g) && s.noun < 0 && r.kind(-1) == nounItem {
		return // "said X": argument sees to it
	}
}

// newDraft appends a draft with nothing in it but its verb group.
func (r *reader) newDraft(g group) int {
	r.drafts = append(r.drafts, draft{group: g, parent: -1, mark: -1, subj: -1, obj: -1, obj2: -1, agent: -1, comp: -1, compAt: -1, shares: -1,
		item: r.k, frame: len(r.frames) - 1, own: g.first, ownLast: g.last})
	return len(r.drafts) - 1
}

// adopt gives draft c the phrases and participles that waited for a verb of its
// frame.
func (r *reader) adopt(c int) {
	depth := len(r.frames) - 1
	for i := range r.links {
		if l := &r.links[i]; l.draft < 0 && l.frame == depth {
			l.draft = c
			r.drafts[c].own = min(r.drafts[c].own, r.nouns[l.noun].First)
		}
	}
	for i := r.from; i < c; i++ {
		if d := &r.drafts[i]; d.deferred && d.frame <= depth {
			d.deferred = false
			d.subj, d.alone = r.drafts[c].subj, r.drafts[c].alone
			d.parent = c
		}
	}
}

// quotes reports whether g can follow the words it reports: "..., said X".
func (r *reader) quotes(g group) bool {
	return g.class.has(says) && !g.passive && !g.modal
}

// adjacent finds the subject of a verb that stands right after a phrase.
func (r *reader) adjacent(g group) subjectOf {
	n := r.lastNoun()
	m := r.nouns[n]
	none := subjectOf{noun: n, gap: -1}
	switch m.role {
	case object, second, complement:
		return r.steal(n)
	case governed, agent:
		if m.prev >= 0 && !r.awaited() {
			return r.sibling(n)
		}
		return r.awaiting(g)
	}
	f := r.top()
	switch {
	case m.prev >= 0 && f.subj >= 0 && !f.verb && r.head(n) == f.subj:
		none.noun = f.subj
		return none
	case f.subj == n && !f.verb:
		return none
	case f.subj >= 0 && !f.verb && m.role == apposed:
		if r.quotes(g) && (r.kind(-1) == commaItem || r.kind(-1) == noItem) {
			r.push(frame{relation: Main, parent: -1, mark: -1, subj: n, ante: -1, last: -1})
			return none
		}
		if r.d.Tokens[m.Head].Fine != text.PRP {
			none.noun = f.subj // "a keen walker, he crossed" has the pronoun
		}
		return none
	case f.subj >= 0 && !f.verb && m.when:
		none.noun = f.subj
		return none
	case f.subj >= 0 && !f.verb && m.before >= 0:
		// "the money he borrowed": a relative clause with no pronoun.
		ante := m.before
		r.push(frame{relation: Relative, parent: r.cur, mark: -1, subj: n, ante: -1, last: -1})
		return subjectOf{noun: n, gap: ante}
	}
	if c := f.last; f.verb && c >= 0 && c == r.cur && r.drafts[c].class.has(says) && !r.drafts[c].clauseAfter && m.item > 0 && !r.parts(m.item-1) {
		// "said in Vessin on Monday the plan was dead"
		r.drafts[c].clauseAfter = true
		r.push(frame{relation: Complement, parent: c, mark: -1, subj: n, ante: -1, last: -1})
		return none
	}
	return r.sibling(n)
}

// parts reports whether item k parts clauses: a comma or a conjunction.
func (r *reader) parts(k int) bool {
	return r.items[k].kind == commaItem || r.items[k].kind == andItem
}

// awaited reports whether a subject waits for its verb.
func (r *reader) awaited() bool {
	for i := range r.frames {
		if f := &r.frames[i]; !f.verb && f.subj >= 0 {
			return true
		}
	}
	return false
}

// head returns the first phrase of the coordination that n belongs to.
func (r *reader) head(n int) int {
	for r.nouns[n].prev >= 0 {
		n = r.nouns[n].prev
	}
	return n
}

// sibling makes n the subject of a new clause beside the ones already read:
// "met leaders on Monday, but the strike went on".
func (r *reader) sibling(n int) subjectOf {
	r.unlink(n)
	speech := r.k < len(r.items) && r.items[r.k].kind == verbItem && r.quotes(r.groups[r.items[r.k].ref])
	for len(r.frames) > 1 {
		f := r.top()
		if !f.verb {
			break
		}
		if f.relation == Complement && !speech {
			break
		}
		r.popTo(len(r.frames) - 2)
	}
	f := r.top()
	if f.verb {
		f.mark = -1
		f.ante = -1
		f.verb = false
	}
	f.subj = n
	r.nouns[n].role, r.nouns[n].prep = free, -1
	return subjectOf{noun: n, gap: -1}
}

// unlink parts n from the conjunct before it.
func (r *reader) unlink(n int) {
	if p := r.nouns[n].prev; p >= 0 {
		r.nouns[p].next = -1
		r.nouns[n].prev = -1
	}
}

// steal takes phrase n, read as an object, for the subject of the verb after it.
func (r *reader) steal(n int) subjectOf {
	m := r.nouns[n]
	if m.owner < 0 || m.owner >= len(r.drafts) {
		return r.sibling(n)
	}
	c := &r.drafts[m.owner]
	if !c.class.has(takesClause) {
		if m.prev >= 0 {
			return r.sibling(n)
		}
		for f := len(r.frames) - 1; f >= 0; f-- {
			if r.frames[f].subj >= 0 && !r.frames[f].verb {
				r.popTo(f)
				return subjectOf{noun: r.frames[f].subj, gap: -1}
			}
		}
	}
	h := r.head(n)
	switch h {
	case c.obj:
		c.obj = -1
	case c.obj2:
		return r.stealSecond(m.owner, h)
	case c.comp:
		c.comp = -1
	}
	r.nouns[h].role = free
	if f := len(r.frames) - 1; f > 0 && r.frames[f].relation == Adverbial && !r.frames[f-1].verb && !c.class.has(takesClause) {
		r.popTo(f - 1)
		r.top().subj = h
		return subjectOf{noun: h, gap: -1}
	}
	c.clauseAfter = true
	r.push(frame{relation: Complement, parent: m.owner, mark: -1, subj: h, ante: -1, last: -1})
	return subjectOf{noun: h, gap: -1}
}

// stealSecond takes the second phrase after a verb for a subject: "told
// parliament the army had", or a relative clause: "sold the car he had bought".
func (r *reader) stealSecond(owner, h int) subjectOf {
	c := &r.drafts[owner]
	c.obj2 = -1
	r.nouns[h].role = free
	if c.class.has(takesClause) && c.class.has(twoObjects|objectControl) {
		c.clauseAfter = true
		r.push(frame{relation: Complement, parent: owner, mark: -1, subj: h, ante: -1, last: -1})
		return subjectOf{noun: h, gap: -1}
	}
	ante := c.obj
	r.push(frame{relation: Relative, parent: owner, mark: -1, subj: h, ante: -1, last: -1})
	return subjectOf{noun: h, gap: ante}
}

// awaiting finds the subject of a verb that no phrase stands right before.
func (r *reader) awaiting(g group) subjectOf {
	if o := r.objectInClause(); o >= 0 {
		return r.steal(o)
	}
	for n := len(r.frames) - 1; n >= 0; n-- {
		if f := &r.frames[n]; f.subj >= 0 && !f.verb {
			r.popTo(n)
			return subjectOf{noun: f.subj, gap: -1}
		}
	}
	if n := r.lastNoun(); n >= 0 && r.kind(1) == nounItem && r.nouns[n].prep >= 0 {
		if p := r.items[r.nouns[n].prep]; opensClause(r.d.Tokens[p.first].Lower) {
			r.release(n)
			r.push(frame{relation: Adverbial, parent: r.cur, mark: p.first, subj: n, ante: -1, last: -1})
			return subjectOf{noun: n, gap: -1}
		}
	}
	if s := r.gardenPath(); s.noun >= 0 {
		return s
	}
	if o := r.strayObject(); o >= 0 {
		return r.steal(o)
	}
	if r.kind(1) == nounItem && r.top().verb {
		// A phrase completes the one before it: take the one it completes.
		n := r.lastNoun()
		for r.nouns[n].up >= 0 {
			n = r.nouns[n].up
		}
		if r.nouns[n].role == free || r.nouns[n].role == apposed {
			return r.sibling(n)
		}
	}
	return subjectOf{noun: -1, gap: -1}
}

// release takes phrase n out of the prepositional phrases.
func (r *reader) release(n int) {
	for i := range r.links {
		if r.links[i].noun == n {
			r.links = append(r.links[:i], r.links[i+1:]...)
			break
		}
	}
	r.nouns[n].role = free
}

// objectInClause returns the object of the current verb where that verb can
// have a clause instead and the object ends right before the verb under the
// reader, prepositional phrases aside: "said the head of the bank resigned".
func (r *reader) objectInClause() int {
	if r.cur < 0 || r.parts(r.k-1) {
		return -1
	}
	c := r.cur
	if l := r.top().last; l >= 0 && r.drafts[c].form != finite {
		c = l // "said the plan to cut taxes would": past the infinitive
	}
	d := &r.drafts[c]
	if !d.class.has(takesClause) || d.passive || d.clauseAfter && c == r.cur || d.obj < 0 || r.nouns[d.obj].item < d.item {
		return -1
	}
	if c == r.cur {
		return r.strayObject()
	}
	if n := r.lastNoun(); r.nouns[n].prep >= 0 && opensClause(r.d.Tokens[r.items[r.nouns[n].prep].first].Lower) {
		return -1
	}
	return d.obj
}

// strayObject returns the object that the phrase right before the verb under
// the reader completes, -1 where there is none.
func (r *reader) strayObject() int {
	if r.cur < 0 || r.kind(1) != nounItem {
		return -1
	}
	n := r.lastNoun()
	for n >= 0 && r.nouns[n].up >= 0 {
		n = r.nouns[n].up
	}
	if n >= 0 && r.nouns[n].prep < 0 && r.nouns[n].role == object && r.nouns[n].owner == r.cur {
		return n
	}
	return -1
}

// coordinateVerb shares the subject of an earlier verb with the one under the
// reader, and reports whether there is such a verb.
func (r *reader) coordinateVerb(g group) bool {
	t := r.partner(&g)
	if t < 0 {
		return false
	}
	for len(r.frames)-1 > r.drafts[t].frame {
		r.popTo(len(r.frames) - 2)
	}
	c := r.newDraft(g)
	d, p := &r.drafts[c], &r.drafts[t]
	d.relation, d.parent, d.mark, d.hyp = p.relation, p.parent, -1, p.hyp
	d.subj, d.alone, d.implied, d.deferred, d.nominal = p.subj, p.alone, p.implied, p.deferred, p.nominal
	if p.implied && !d.negated {
		d.negated = p.negated
	}
	r.inherit(d, p)
	if p.item+2 == d.item && p.obj < 0 && !p.copula && !isMotion(r.d.Tokens[p.verb].Lemma) {
		d.shares = t
	}
	r.cur = c
	if g.form == finite {
		r.top().last = c
		r.top().verb = true
	}
	return true
}

// inherit gives the second of two coordinated verbs the auxiliaries of the
// first: "was sacked and replaced", "will withdraw or pay".
func (r *reader) inherit(d, p *draft) {
	if d.form == finite && !(p.passive && r.bareParticiple(d)) {
		return
	}
	d.passive, d.perfect = p.passive, p.perfect
	if d.form != p.form {
		d.form = p.form
	}
	if !d.modal {
		d.modality, d.modal, d.tense = p.modality, p.modal, p.tense
	}
	and := r.d.Tokens[r.items[r.k-1].first].Lower
	if (and == "or" || and == "nor") && p.negated && !d.negated {
		d.negated = true
	}
}

// bareParticiple reports whether d is one verb with "by" after it, which the
// tagger took for a past tense: "was sacked and replaced by".
func (r *reader) bareParticiple(d *draft) bool {
	return d.tense == Past && d.last-d.first == 1 && r.kind(-1) == prepItem && r.d.Tokens[r.items[r.k+1].first].Lower == "by"
}

// partner returns the earlier draft that the verb group under the reader is
// coordinated with, -1 where there is none: the nearest of the same form in an
// open frame; for a verb of saying, the nearest verb of saying.
func (r *reader) partner(g *group) int {
	best, score := -1, 0
	for i := len(r.drafts) - 1; i >= r.from; i-- {
		p := &r.drafts[i]
		if p.frame >= len(r.frames) || p.form == finite && r.frames[p.frame].last != i && r.frames[p.frame].last >= 0 {
			continue
		}
		if s := r.match(g, p); s > score {
			best, score = i, s
		}
	}
	return best
}

// match scores how well g continues p.
func (r *reader) match(g *group, p *draft) int {
	last := &r.d.Tokens[p.verb]
	switch g.form {
	case finite:
		if p.form != finite {
			return 0
		}
		s := 1
		if g.tense == p.tense && g.modal == p.modal {
			s++
		}
		if g.class.has(says) && p.class.has(says) && !g.modal {
			s += 2
		}
		return s
	case participle:
		if p.passive || p.perfect || p.form == participle {
			return 1
		}
	case gerund:
		if p.form == gerund || last.Fine == text.VBG {
			return 1
		}
	case bare, infinitive:
		if p.form == infinitive || p.form == bare || p.form == finite && g.form == bare && last.Fine == text.VB {
			return 2
		}
		if g.form == bare && p.form == finite {
			return 1 // a past tense that the tagger took for a bare form: "and set"
		}
	}
	return 0
}
