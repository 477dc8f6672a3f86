package clause

import "github.com/concord-news/concord/rules/text"

// onVerb makes a clause of the verb group under the reader.
func (r *reader) onVerb() {
	g := &r.groups[r.items[r.k].ref]
	if r.items[r.k].not {
		g.negated = !g.negated
	}
	if r.merge(g) {
		return
	}
	switch {
	case g.form == finite, g.form == bare && r.actsFinite():
		r.finite(g)
	case r.kind(1) == andItem && r.coordinateVerb(g):
	default:
		r.nonfinite(g)
	}
}

// actsFinite reports whether a bare verb stands where a finite one does: after
// its subject (a subjunctive, or a plural that the tagger took for a bare
// form), or at the start of the sentence (an imperative).
func (r *reader) actsFinite() bool {
	f := r.top()
	if f.verb {
		return false
	}
	return f.subj >= 0 || f.ante >= 0 || r.k == 0
}

// merge completes a question: an auxiliary, its subject, and now the verb.
func (r *reader) merge(g *group) bool {
	if r.cur < 0 || r.cur != len(r.drafts)-1 || g.form == infinitive {
		return false
	}
	c := &r.drafts[r.cur]
	if g.form == finite && !(c.auxOnly && g.tense == Past && r.d.Tokens[c.verb].Lemma == "have") {
		return false
	}
	be := c.copula && c.subj < 0 && c.comp >= 0 && (g.form == participle || g.form == gerund)
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

// finite makes a clause of a verb with tense.
func (r *reader) finite(g *group) {
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
		s = r.awaiting()
	default:
		s = r.awaiting()
		if s.noun < 0 && r.kind(1) == commaItem && !r.quotes(g) && r.coordinateVerb(g) {
			return
		}
	}
	r.claim(g, s)
}

// claim creates the finite draft of the innermost frame.
func (r *reader) claim(g *group, s subjectOf) {
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
}

// blank is a draft with nothing in it.
var blank = draft{parent: -1, mark: -1, subj: -1, obj: -1, obj2: -1, agent: -1, comp: -1, compAt: -1, shares: -1}

// newDraft appends a draft with nothing in it but its verb group.
func (r *reader) newDraft(g *group) int {
	r.drafts = append(r.drafts, blank)
	d := &r.drafts[len(r.drafts)-1]
	d.group = *g
	d.item, d.frame = r.k, len(r.frames)-1
	d.own, d.ownLast = g.first, g.last
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
func (r *reader) quotes(g *group) bool {
	return g.class.has(says) && !g.passive && !g.modal
}
