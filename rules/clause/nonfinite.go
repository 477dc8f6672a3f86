package clause

// nonfinite makes a clause of an infinitive or participle that is not
// coordinated with one before it.
func (r *reader) nonfinite(g *group) {
	switch g.form {
	case infinitive, bare:
		r.infinitive(g)
	case gerund:
		r.gerund(g)
	case participle:
		r.participle(g)
	}
}

// infinitive makes a clause of "to" and a verb. Its subject is that of the
// governing verb, or its object where the verb controls it.
func (r *reader) infinitive(g *group) {
	gov := r.cur
	c := r.newDraft(g)
	d := &r.drafts[c]
	d.relation, d.parent = Complement, gov
	if !d.modal {
		d.modality = Planned
	}
	f := r.top()
	d.hyp = f.hyp
	switch {
	case r.kind(1) == nounItem && r.forSubject():
		d.subj = r.lastNoun()
		r.release(d.subj)
	case f.subj >= 0 && !f.verb:
		// "Norland to send troops" in a headline, or "the plan to cut
		// taxes", whose verb comes.
		d.subj, d.nominal = f.subj, true
		d.parent = -1
		if f.relation == Main {
			d.relation = Main
		}
	case gov < 0:
		d.deferred = true
		d.relation = Adverbial
	default:
		r.control(c, gov)
	}
	r.cur = c
}

// forSubject reports whether the latest phrase stands after "for", as the
// subject of an infinitive does.
func (r *reader) forSubject() bool {
	n := r.lastNoun()
	return r.nouns[n].prep >= 0 && r.d.Tokens[r.items[r.nouns[n].prep].first].Lower == "for"
}

// control gives the infinitive or participle c the subject, polarity and
// modality that its governing draft implies.
func (r *reader) control(c, gov int) {
	d, p := &r.drafts[c], &r.drafts[gov]
	direct := d.first == p.last || r.kind(1) == verbItem || p.obj >= 0 && r.nouns[r.lastNoun()].Last == d.first
	d.subj, d.alone = p.subj, p.alone
	if p.obj >= 0 && !p.passive && p.class.has(objectControl|bareObject) && r.nouns[p.obj].Last > p.verb {
		d.subj, d.alone = p.obj, false
	}
	if !direct {
		return // of purpose
	}
	p.clauseAfter = true
	verb := r.d.Tokens[p.verb].Lemma
	if p.obj >= 0 && p.obj == r.lastNoun() && givesUp(verb) && isIntention(r.d.Tokens[r.nouns[p.obj].Head].Lemma) {
		// "dropped its bid to host": it will not.
		d.deny(&p.group, verb)
		if p.modal {
			d.modality = p.modality
		}
		return
	}
	d.entailed(&p.group, verb)
}

// gerund makes a clause of a participle in -ing.
func (r *reader) gerund(g *group) {
	gov := r.cur
	f := r.top()
	c := r.newDraft(g)
	d := &r.drafts[c]
	d.relation, d.parent, d.hyp = Adverbial, gov, f.hyp
	switch prev := r.kind(1); {
	case !f.verb && f.subj < 0 && f.relation != Main:
		// "while visiting", "if asked": a frame with no subject of its own.
		r.subordinate(c)
	case prev == nounItem && gov >= 0 && r.comments(g):
		r.absolute(c, gov)
	case prev == nounItem:
		d.relation, d.subj, d.alone = Relative, r.lastNoun(), true
		if m := r.nouns[d.subj]; m.next < 0 && m.prev >= 0 {
			d.alone = true
		}
	case gov < 0 || !f.verb && f.subj < 0:
		d.deferred = true
		d.mark = r.opener()
	case prev == verbItem && r.items[r.k-1].last == r.drafts[gov].last:
		d.relation = Complement
		r.control(c, gov)
		if r.drafts[gov].class&(negates|implies|seems) == 0 && !r.drafts[gov].modal {
			d.modality = Asserted
		}
	case prev == prepItem:
		r.afterPrep(c, gov)
	default:
		r.absolute(c, gov)
	}
	if m := r.opener(); m >= 0 && r.d.Tokens[m].Lower == "without" {
		d.negated = !d.negated
		d.mark = m
	}
	r.cur = c
}

// comments reports whether a participle after a phrase is about the clause and
// not the phrase: "drew support for the town using old maps".
func (r *reader) comments(g *group) bool {
	if r.nouns[r.lastNoun()].role != governed || !r.top().verb {
		return false
	}
	w := r.d.Tokens[g.verb].Lemma
	return w == "use" || w == "cite" || w == "say" || w == "accuse" || w == "add" || w == "warn" || w == "quote"
}

// opener returns the preposition or subordinator right before the item under
// the reader, -1 where there is none.
func (r *reader) opener() int {
	if k := r.kind(1); k == prepItem || k == subItem {
		return r.items[r.k-1].first
	}
	return -1
}

// subordinate closes a frame that was opened for a participle: "while
// visiting the camp", "if asked".
func (r *reader) subordinate(c int) {
	n := len(r.frames) - 1
	d := &r.drafts[c]
	d.mark, d.parent, d.hyp = r.frames[n].mark, r.frames[n].parent, r.frames[n].hyp
	d.relation = r.frames[n].relation
	r.popTo(n - 1)
	d.frame = n - 1
	if p := d.parent; p >= 0 && r.top().verb {
		d.subj, d.alone = r.drafts[p].subj, r.drafts[p].alone
		return
	}
	if r.top().subj >= 0 {
		d.subj = r.top().subj
		return
	}
	d.deferred = true
}

// afterPrep gives the participle c after a preposition its subject: that of the
// governing clause, or its object for "accused X of", "prevented X from".
func (r *reader) afterPrep(c, gov int) {
	d, p := &r.drafts[c], &r.drafts[gov]
	w := r.d.Tokens[r.items[r.k-1].first].Lower
	d.mark = r.items[r.k-1].first
	d.subj, d.alone = p.subj, p.alone
	patient := p.obj >= 0 && !p.passive
	switch w {
	case "of", "for", "with", "from", "against":
		if p.class.has(accuses) && patient {
			d.subj = p.obj
		} else if r.kind(2) == nounItem && !p.class.has(accuses) && !r.meant(p) {
			d.subj = -1 // "plans for rebuilding", "claims of killing"
		}
		if w == "from" && p.class.has(prevents) {
			d.deny(&p.group, r.d.Tokens[p.verb].Lemma)
		}
		d.relation = Complement
	}
	if (w == "of" || w == "for") && r.meant(p) {
		d.modality, d.relation = Planned, Complement
		if r.denies(p.obj) {
			d.negated, d.implied = true, true // "has no intention of selling"
		}
		return
	}
	if r.d.Tokens[p.verb].Lemma == "charge" || w == "of" || w == "against" || w == "for" && !p.class.has(accuses) {
		d.modality = Planned
		if p.class.has(accuses) {
			d.modality = Asserted
		}
	}
}

// meant reports whether the object of a clause, just read, is what its subject means to do:
// "has plans for".
func (r *reader) meant(c *draft) bool {
	return c.obj >= 0 && !c.passive && c.obj == r.lastNoun() && r.d.Tokens[c.verb].Lemma == "have" && isIntention(r.d.Tokens[r.nouns[c.obj].Head].Lemma)
}

// absolute attaches a participle after a comma to the clause it comments on:
// the nearest finite one, or the nearest verb of saying for "..., adding that".
func (r *reader) absolute(c, gov int) {
	d := &r.drafts[c]
	at := gov
	for i := c - 1; i >= r.from; i-- {
		p := &r.drafts[i]
		if p.frame >= len(r.frames) || p.form != finite {
			continue
		}
		if at = i; !d.class.has(says) || p.relation == Main {
			break
		}
	}
	d.parent = at
	d.subj, d.alone = r.drafts[at].subj, r.drafts[at].alone
	if r.drafts[at].agent >= 0 && r.drafts[at].passive && r.kind(1) != commaItem {
		d.subj = r.drafts[at].agent
	}
}

// participle makes a clause of a past participle without an auxiliary, which is
// passive.
func (r *reader) participle(g *group) {
	gov := r.cur
	f := r.top()
	c := r.newDraft(g)
	d := &r.drafts[c]
	d.passive = !g.perfect
	if r.pastAfterAll(g) {
		r.drafts = r.drafts[:c]
		r.finite(g)
		return
	}
	d.relation, d.parent, d.hyp = Relative, gov, f.hyp
	switch prev := r.kind(1); {
	case gov >= 0 && prev == verbItem && r.items[r.k-1].last == r.drafts[gov].last && r.drafts[gov].class.has(copular):
		// "remains closed"
		r.drafts = r.drafts[:c]
		p := &r.drafts[gov]
		p.compAt = g.verb
		p.ownLast = max(p.ownLast, g.last)
		return
	case prev == subItem || prev == whItem && !f.verb && f.subj < 0:
		r.subordinate(c)
	case prev == nounItem:
		d.subj, d.alone = r.lastNoun(), true
		if d.subj == f.subj && !f.verb {
			d.alone = false
		}
	case prev == commaItem && f.subj >= 0 && !f.verb:
		d.subj = f.subj
	case gov < 0 || !f.verb && f.subj < 0:
		d.deferred, d.relation = true, Adverbial
	default:
		d.relation = Adverbial
		r.absolute(c, gov)
	}
	r.cur = c
}
