package clause

import (
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// emit turns the drafts of sentence i into clauses.
func (r *reader) emit(i int) {
	r.breakCircles()
	base := len(r.out)
	// Filled in where they stay: a clause has 200 bytes.
	r.out = slices.Grow(r.out, len(r.drafts))[:base+len(r.drafts)]
	for c := range r.drafts {
		d, out := &r.drafts[c], &r.out[base+c]
		out.Sentence, out.First, out.Last, out.Verb, out.Mark = i, d.own, d.ownLast, d.verb, d.mark
		out.Predicate = predicate(r.d, d.verb, d.particle)
		out.Passive, out.Negated, out.Implied = d.passive, d.negated, d.implied
		out.Existential, out.Finite, out.Perfect = d.exists, d.form == finite, d.perfect
		out.Modality, out.Tense, out.Relation, out.Parent = d.modality, d.tense, d.relation, -1
		if d.parent >= 0 {
			out.Parent = base + d.parent
		}
		if d.hyp {
			out.Modality = Hypothetical
		}
		r.arguments(out, d)
		r.obliques(out, c)
	}
}

// breakCircles frees a draft that hangs on itself, which only broken sentences
// and wrong tags bring about.
func (r *reader) breakCircles() {
	for c := range r.drafts {
		p := r.drafts[c].parent
		for n := 0; p >= 0 && p != c && n < len(r.drafts); n++ {
			p = r.drafts[p].parent
		}
		if p == c {
			r.drafts[c].parent = -1
		}
	}
}

// arguments fills in agents and patients by voice.
func (r *reader) arguments(out *Clause, d *draft) {
	subj := r.phrases(d.subj, d.alone)
	neg := r.denies(d.subj) || r.denies(d.obj) || r.denies(d.obj2) || r.denies(d.comp) || r.denies(d.agent)
	if d.passive {
		out.Patients, out.Agents = subj, r.phrases(d.agent, false)
		if d.obj >= 0 {
			out.Recipients, out.Patients = subj, r.phrases(d.obj, false)
			if d.class.has(names) && !d.class.has(twoObjects) {
				out.Recipients, out.Patients = nil, subj
				out.Complement = r.nouns[d.obj].Phrase
			}
		}
	} else {
		out.Agents, out.Patients = subj, r.phrases(d.obj, false)
		if d.obj2 >= 0 {
			if d.class.has(names) && !d.class.has(twoObjects) {
				out.Complement = r.nouns[d.obj2].Phrase
			} else {
				out.Recipients, out.Patients = out.Patients, r.phrases(d.obj2, false)
			}
		}
	}
	if d.comp >= 0 {
		out.Complement = r.nouns[d.comp].Phrase
	} else if d.compAt >= 0 {
		out.Complement = Phrase{First: d.compAt, Last: d.compAt + 1, Head: d.compAt}
	}
	if neg {
		out.Negated = !out.Negated
	}
}

// denies reports whether phrase n says that there is none of it.
func (r *reader) denies(n int) bool { return n >= 0 && r.nouns[n].negative }

// phrases returns phrase n with its conjuncts, in a slice of the slab; one that has
// none, as it was found, in a slice of all that were.
func (r *reader) phrases(n int, alone bool) []Phrase {
	if n < 0 {
		return nil
	}
	if p := &r.nouns[n]; (alone || p.next < 0) && p.found >= 0 && r.found[p.found] == p.Phrase {
		return r.found[p.found : p.found+1 : p.found+1]
	}
	start := len(r.slab)
	for k := 0; n >= 0 && k < len(r.nouns); k++ {
		r.slab = append(r.slab, r.nouns[n].Phrase)
		if n = r.nouns[n].next; alone {
			break
		}
	}
	return r.slab[start:len(r.slab):len(r.slab)]
}

// obliques fills in the prepositional phrases of draft c.
func (r *reader) obliques(out *Clause, c int) {
	start := len(r.obSlab)
	for i := range r.links {
		l := &r.links[i]
		if l.draft != c {
			continue
		}
		prep := ""
		if l.prep >= 0 {
			prep = r.preposition(r.items[l.prep])
		}
		for n, k := l.noun, 0; n >= 0 && k < len(r.nouns); n, k = r.nouns[n].next, k+1 {
			r.obSlab = append(r.obSlab, Oblique{Prep: prep, Phrase: r.nouns[n].Phrase})
			out.Last = max(out.Last, r.nouns[n].Last)
		}
	}
	if len(r.obSlab) > start {
		out.Obliques = r.obSlab[start:len(r.obSlab):len(r.obSlab)]
	}
}

// preposition returns the words of a preposition joined by spaces; for the
// common ones of two words no memory is taken.
func (r *reader) preposition(it item) string {
	w := r.d.Tokens[it.first].Lower
	if it.last-it.first == 1 {
		return w
	}
	switch second := r.d.Tokens[it.first+1].Lower; w + second {
	case "accordingto":
		return "according to"
	case "becauseof":
		return "because of"
	case "outof":
		return "out of"
	case "suchas":
		return "such as"
	default:
		for i := it.first + 1; i < it.last; i++ {
			w += " " + r.d.Tokens[i].Lower
		}
		return w
	}
}

// predicate returns the lemma of a main verb with its particle, which is
// negative where there is none.
func predicate(d *text.Document, verb, particle int) string {
	t := &d.Tokens[verb]
	lemma := t.Lemma
	if lemma == "" {
		lemma = t.Lower
	}
	if particle < 0 {
		return lemma
	}
	return lemma + " " + d.Tokens[particle].Lower
}
