package clause

import "github.com/concord-news/concord/rules/text"

// coordinateVerb shares the subject of an earlier verb with the one under the
// reader, and reports whether there is such a verb.
func (r *reader) coordinateVerb(g *group) bool {
	t := r.partner(g)
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
