package clause

import "github.com/concord-news/concord/rules/text"

// settle gives what is still open at a full stop its reading.
func (r *reader) settle() {
	r.lateFinite()
	for i := r.from; i < len(r.drafts); i++ {
		d := &r.drafts[i]
		if d.nominal && (r.claimed(d.subj, i) || r.d.Tokens[r.nouns[d.subj].First].Fine == text.DT) {
			// "the plan to cut taxes": the plan cuts nothing.
			d.subj, d.relation = -1, Complement
		}
		if d.subj < 0 && d.form == finite && !d.passive && r.quotesLate(d) {
			d.subj, d.obj = d.obj, -1
			r.quoted(i)
		} else if d.form == finite && d.class.has(says) && !d.clauseAfter && d.relation == Main {
			r.quoted(i)
		}
		if s := d.shares; s >= 0 && d.passive == r.drafts[s].passive && d.obj >= 0 && r.drafts[s].obj < 0 {
			r.drafts[s].obj = d.obj // "neither confirmed nor denied the report"
		}
		if d.copula && d.form == finite && d.subj < 0 && d.comp >= 0 && !d.exists {
			d.subj, d.comp = d.comp, -1 // "Is the plan dead?"
		}
	}
}

// reread gives the clauses that draft c governs the subject it has now.
func (r *reader) reread(c int) {
	for i := c + 1; i < len(r.drafts); i++ {
		if d := &r.drafts[i]; d.form == infinitive && d.nominal && d.item == r.drafts[c].item+1 {
			d.nominal, d.parent, d.relation = false, c, Complement
			r.control(i, c)
		}
	}
}

// quotesLate reports whether d is a verb of saying that stands before its
// subject.
func (r *reader) quotesLate(d *draft) bool {
	return d.obj >= 0 && d.class.has(says) && !d.modal && d.particle < 0
}

// quoted hangs the main clauses before a closing "X said" on it.
func (r *reader) quoted(c int) {
	if r.drafts[c].obj >= 0 && r.drafts[c].subj < 0 {
		return
	}
	for i := r.from; i < c; i++ {
		if d := &r.drafts[i]; d.relation == Main && d.parent < 0 && d.item < r.drafts[c].item && d.subj != r.drafts[c].subj {
			d.parent, d.relation = c, Complement
		}
	}
}

// claimed reports whether another finite draft has phrase n as its subject.
func (r *reader) claimed(n, but int) bool {
	for i := r.from; i < len(r.drafts); i++ {
		if i != but && r.drafts[i].subj == n && r.drafts[i].form == finite {
			return true
		}
	}
	return false
}
