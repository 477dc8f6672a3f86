package clause

import "github.com/concord-news/concord/rules/text"

// subjectOf is where the subject of a finite verb was found.
type subjectOf struct {
	noun  int
	alone bool
	// gap is the antecedent that the new clause has as its object, -1 for none.
	gap int
}

// adjacent finds the subject of a verb that stands right after a phrase.
func (r *reader) adjacent(g *group) subjectOf {
	n := r.lastNoun()
	m := r.nouns[n]
	own := subjectOf{noun: n, gap: -1}
	switch m.role {
	case object, second, complement:
		return r.steal(n)
	case governed, agent:
		if m.prev >= 0 && !r.awaited() {
			return r.sibling(n)
		}
		return r.awaiting()
	}
	f := r.top()
	switch {
	case m.prev >= 0 && f.subj >= 0 && !f.verb && r.head(n) == f.subj:
		own.noun = f.subj
		return own
	case f.subj == n && !f.verb:
		return own
	case f.subj >= 0 && !f.verb && m.role == apposed:
		if r.quotes(g) && (r.kind(-1) == commaItem || r.kind(-1) == noItem) {
			r.begin(Main, -1, n)
			return own
		}
		if r.d.Tokens[m.Head].Fine != text.PRP {
			own.noun = f.subj // "a keen walker, he crossed" has the pronoun
		}
		return own
	case f.subj >= 0 && !f.verb && m.when:
		own.noun = f.subj
		return own
	case f.subj >= 0 && !f.verb && m.before >= 0:
		// "the money he borrowed": a relative clause with no pronoun.
		ante := m.before
		r.begin(Relative, r.cur, n)
		return subjectOf{noun: n, gap: ante}
	}
	if c := f.last; f.verb && c >= 0 && c == r.cur && r.drafts[c].class.has(says) && !r.drafts[c].clauseAfter && m.item > 0 && !r.parts(m.item-1) {
		// "said in Vessin on Monday the plan was dead"
		r.drafts[c].clauseAfter = true
		r.begin(Complement, c, n)
		return own
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
	speech := r.k < len(r.items) && r.items[r.k].kind == verbItem && r.quotes(&r.groups[r.items[r.k].ref])
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
	r.begin(Complement, m.owner, h)
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
		r.begin(Complement, owner, h)
		return subjectOf{noun: h, gap: -1}
	}
	ante := c.obj
	r.begin(Relative, owner, h)
	return subjectOf{noun: h, gap: ante}
}

// awaiting finds the subject of a verb that no phrase stands right before.
func (r *reader) awaiting() subjectOf {
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
			r.begin(Adverbial, r.cur, n)
			r.top().mark = p.first
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
