package clause

import (
	"slices"

	"github.com/concord-news/concord/rules/text"
)

// unplaced is a noun that nothing is known of.
var unplaced = noun{found: -1, prep: -1, owner: -1, prev: -1, next: -1, up: -1, before: -1}

// addNoun records a phrase with no place yet and returns its index.
func (r *reader) addNoun(p Phrase) int {
	r.nouns = append(r.nouns, unplaced)
	n := &r.nouns[len(r.nouns)-1]
	n.Phrase, n.item = p, r.k
	t := &r.d.Tokens[p.Head]
	n.when = isTimeNoun(t.Lower) && t.Fine != text.POS
	n.negative = text.NoOne(r.d.Tokens[p.First].Lower) || r.items[r.k].not
	return len(r.nouns) - 1
}

// onNoun gives the phrase under the reader its place, as far as that can be
// known before the next verb.
func (r *reader) onNoun() {
	found := r.items[r.k].ref
	p := r.found[found]
	n := r.addNoun(p)
	r.nouns[n].found = found
	if r.d.Tokens[p.Head].Fine == text.EX {
		r.top().subj = n
		return
	}
	switch r.kind(1) {
	case prepItem:
		r.govern(n)
	case andItem:
		r.coordinate(n)
	case commaItem:
		r.afterComma(n)
	case verbItem:
		r.argument(n)
	case nounItem:
		r.nextTo(n)
	case adjItem:
		if r.kind(2) == verbItem && r.cur >= 0 && r.drafts[r.cur].compAt < 0 {
			r.argument(n)
			return
		}
		r.wait(n)
	default:
		r.wait(n)
	}
}

// wait makes n the subject of its frame's coming verb, where none waits yet.
func (r *reader) wait(n int) {
	f := r.top()
	if f.verb {
		return
	}
	if f.subj < 0 || r.nouns[f.subj].when {
		f.subj = n
	}
}

// argument places a phrase right after a verb.
func (r *reader) argument(n int) {
	if r.cur < 0 || r.kind(1) == verbItem && r.items[r.k-1].last != r.drafts[r.cur].last {
		r.wait(n)
		return
	}
	c := &r.drafts[r.cur]
	switch {
	case c.exists && c.subj < 0:
		c.subj = n
		r.place(n, subject, r.cur)
	case c.copula && !c.passive, c.compAt < 0 && isNounCopula(r.d.Tokens[c.verb].Lemma) && r.d.Tokens[r.nouns[n].First].Fine != text.PRP:
		c.comp = n
		r.place(n, complement, r.cur)
	case r.nouns[n].when && !c.class.has(twoObjects) && r.isBareTime(n):
		r.links = append(r.links, link{draft: r.cur, prep: -1, noun: n})
		r.place(n, governed, r.cur)
	case c.obj >= 0:
		c.obj2 = n
		r.place(n, second, r.cur)
	default:
		c.obj = n
		r.place(n, object, r.cur)
	}
}

// isBareTime reports a phrase that says when without a preposition: "Monday",
// "last week", "this month".
func (r *reader) isBareTime(n int) bool {
	p := r.nouns[n]
	t := &r.d.Tokens[p.First]
	switch t.Lower {
	case "last", "next", "this", "that", "every", "each", "late", "early", "earlier", "one", "the":
		return true
	}
	return isWeekday(t.Lower) || isMonth(t.Lower) || t.Lower == "overnight" || p.Last-p.First > 1 && (t.Fine == text.CD || t.Fine == text.DT)
}

func (r *reader) place(n int, to role, owner int) {
	r.nouns[n].role, r.nouns[n].owner = to, owner
	if owner >= 0 {
		d := &r.drafts[owner]
		d.own = min(d.own, r.nouns[n].First)
		d.ownLast = max(d.ownLast, r.nouns[n].Last)
	}
}

// nextTo places a phrase right after another one.
func (r *reader) nextTo(n int) {
	p := n - 1
	f := r.top()
	if r.nouns[p].role == object && r.cur >= 0 && r.nouns[p].owner == r.cur {
		c := &r.drafts[r.cur]
		if r.nouns[n].when && r.isBareTime(n) && !c.class.has(twoObjects) {
			r.links = append(r.links, link{draft: r.cur, prep: -1, noun: n})
			r.place(n, governed, r.cur)
			return
		}
		c.obj2 = n
		r.place(n, second, r.cur)
		return
	}
	if m := r.nouns[p]; m.role == governed && m.owner >= 0 && m.owner == r.cur && r.takesLateObject(n) {
		// "announced on Monday a new plan"
		r.drafts[r.cur].obj = n
		r.place(n, object, r.cur)
		return
	}
	if r.nouns[n].when && f.verb && r.cur >= 0 {
		r.links = append(r.links, link{draft: r.cur, prep: -1, noun: n})
		r.place(n, governed, r.cur)
		return
	}
	r.nouns[n].before = p
	r.wait(n)
}

// takesLateObject reports whether the current verb has no object yet and the
// phrase n, which stands after a prepositional phrase, can be one.
func (r *reader) takesLateObject(n int) bool {
	c := &r.drafts[r.cur]
	f := r.d.Tokens[r.nouns[n].First].Fine
	return c.obj < 0 && !c.passive && !c.copula && !c.clauseAfter && !r.nouns[n].when && (f == text.DT || f == text.PRPS || f == text.CD)
}

// coordinate joins n, which stands after "and", to the phrase before it, until
// a verb shows that it starts a clause of its own.
func (r *reader) coordinate(n int) {
	and := r.d.Tokens[r.items[r.k-1].first].Lower
	comma := r.kind(2) == commaItem
	if and != "and" && and != "or" && and != "nor" && and != "&" || r.kind(2) != nounItem && !(comma && r.kind(3) == nounItem) {
		if r.cur >= 0 || r.top().verb {
			return // waits as a free phrase
		}
		r.wait(n)
		return
	}
	if r.startsClause() {
		return // waits as a free phrase
	}
	p := n - 1
	if f := r.top(); comma && !f.verb && f.subj >= 0 && r.nouns[p].owner >= 0 && r.nouns[p].role == object {
		p = f.subj // "X, who led the party, and Y"
	}
	p = r.parallel(p, n)
	if r.nouns[p].when != r.nouns[n].when {
		return
	}
	r.series(p, comma)
	for r.nouns[p].next >= 0 {
		p = r.nouns[p].next
	}
	r.join(p, n)
}

// startsClause reports whether the phrase under the reader, after "and", is the
// subject of a clause of its own: a finite verb comes before anything but its
// own prepositional phrases, and no earlier subject waits for one.
func (r *reader) startsClause() bool {
	for i := range r.frames {
		if f := &r.frames[i]; !f.verb {
			return false
		}
	}
	if c := r.cur; c >= 0 && r.drafts[c].class.has(takesClause) && !r.drafts[c].clauseAfter && r.drafts[c].obj >= 0 {
		return false
	}
	for k := r.k + 1; k < len(r.items); k++ {
		switch it := r.items[k]; it.kind {
		case prepItem, adjItem:
		case commaItem:
			if k+1 < len(r.items) && r.items[k+1].kind != prepItem && r.items[k+1].kind != verbItem {
				return false
			}
		case nounItem:
			if r.items[k-1].kind != prepItem {
				return false
			}
		case verbItem:
			if r.groups[it.ref].form == finite {
				return r.items[k-1].kind != andItem
			}
		default:
			return false
		}
	}
	return false
}

// join makes n the conjunct after p.
func (r *reader) join(p, n int) {
	r.nouns[p].next, r.nouns[n].prev = n, p
	r.place(n, r.nouns[p].role, r.nouns[p].owner)
	r.nouns[n].prep = r.nouns[p].prep
	r.nouns[n].negative = r.nouns[n].negative || r.nouns[p].negative && r.d.Tokens[r.items[r.k-1].first].Lower == "nor"
}

// parallel returns the phrase that n is coordinated with: p, or the one that p
// completes where only that has a determiner as n does.
func (r *reader) parallel(p, n int) int {
	for r.nouns[p].up >= 0 && r.determiner(n) && !r.determiner(p) && r.determiner(r.nouns[p].up) {
		p = r.nouns[p].up
	}
	return p
}

func (r *reader) determiner(n int) bool {
	f := r.d.Tokens[r.nouns[n].First].Fine
	return f == text.DT || f == text.PRPS
}

// series joins the phrases "A, B" before "and C" into one coordination; a name
// with its description ("Merz, the chancellor, and ...") stays apart.
func (r *reader) series(p int, comma bool) {
	q := r.nouns[p].before
	if q < 0 || r.nouns[p].role != apposed || r.nouns[p].prev >= 0 {
		return
	}
	if comma && r.describes(q, p) {
		return
	}
	r.series(q, comma)
	for r.nouns[q].next >= 0 && r.nouns[q].next != p {
		q = r.nouns[q].next
	}
	if q != p {
		r.join(q, p)
	}
}

// describes reports whether p looks like an apposition to q: one of them a name
// and the other not.
func (r *reader) describes(q, p int) bool {
	a := r.d.Tokens[r.nouns[q].Head].Tag == text.PROPN
	b := r.d.Tokens[r.nouns[p].Head].Tag == text.PROPN
	return a != b
}

// afterComma places a phrase after a comma: an apposition or part of a series
// where a phrase stands before it, else the subject of what comes.
func (r *reader) afterComma(n int) {
	if r.kind(2) == nounItem {
		p := n - 1
		r.nouns[n].before = p
		r.nouns[n].role = apposed
		r.nouns[n].prep = -1
	}
	for len(r.frames) > 1 {
		f := r.top()
		if !f.verb {
			break
		}
		up := r.frames[len(r.frames)-2]
		if up.verb || up.subj >= 0 && !r.nouns[up.subj].when {
			break
		}
		r.popTo(len(r.frames) - 2)
	}
	if f := r.top(); !f.verb && (f.subj < 0 || r.nouns[f.subj].when) {
		f.subj = n
		r.nouns[n].role = free
	}
}

// govern places a phrase after a preposition.
func (r *reader) govern(n int) {
	pi := r.k - 1
	w := r.d.Tokens[r.items[pi].first].Lower
	m := &r.nouns[n]
	m.prep = pi
	m.role = governed
	if r.kind(2) == nounItem || r.kind(2) == adjItem && r.kind(3) == nounItem {
		m.up = n - 1
	}
	if w == "by" && r.cur >= 0 && r.takesAgent(n) {
		r.drafts[r.cur].agent = n
		r.place(n, agent, r.cur)
		return
	}
	if w == "of" && m.up >= 0 {
		r.place(n, governed, -1)
		return
	}
	if m.up >= 0 && r.nouns[m.up].role == free && (r.cur < 0 || r.nouns[m.up].item > r.drafts[r.cur].item) {
		return // part of a coming subject
	}
	l := link{draft: r.cur, frame: len(r.frames) - 1, prep: pi, noun: n}
	if !r.top().verb && !r.inParticiple(pi) {
		l.draft = -1
	}
	if w == "as" && l.draft >= 0 && r.drafts[l.draft].comp < 0 && r.drafts[l.draft].class.has(names) {
		r.drafts[l.draft].comp = n
	}
	r.links = append(r.links, l)
	if l.draft >= 0 {
		r.place(n, governed, l.draft)
	}
}

// inParticiple reports whether the preposition at an item goes on with the participle
// beside a subject whose verb is still to come: "the ferry, built in 1998 in Kell, sank".
func (r *reader) inParticiple(prep int) bool {
	if r.cur < 0 {
		return false
	}
	d := &r.drafts[r.cur]
	return d.relation == Relative && d.form == participle && d.frame == len(r.frames)-1 &&
		!slices.ContainsFunc(r.items[d.item+1:prep], func(it item) bool { return it.kind == commaItem })
}

// takesAgent reports whether the phrase n after "by" is the agent of the
// current passive.
func (r *reader) takesAgent(n int) bool {
	c := &r.drafts[r.cur]
	if !c.passive || c.agent >= 0 || r.nouns[n].when {
		return false
	}
	t := &r.d.Tokens[r.nouns[n].Head]
	if t.Lower == "%" || t.Lower == "$" || t.Lower == "percent" || t.Lower == "votes" || t.Fine == text.CD {
		return false
	}
	return true
}

// onAdjective places an adjective that has no noun: the complement of a copula,
// or a particle after its object.
func (r *reader) onAdjective() {
	if r.cur < 0 {
		return
	}
	c := &r.drafts[r.cur]
	it := r.items[r.k]
	if r.d.Tokens[it.first].Fine == text.RP || r.behindPronoun(it.first) {
		if c.particle < 0 && c.obj >= 0 && r.kind(1) == nounItem {
			c.particle = it.first
			c.ownLast = max(c.ownLast, it.last)
		}
		return
	}
	direct := r.kind(1) == verbItem && r.items[r.k-1].last == c.last
	if (c.copula && !c.passive || c.class.has(copular|names)) && c.comp < 0 && c.compAt < 0 && (direct || c.copula || c.obj >= 0 && r.kind(1) == nounItem) {
		c.compAt = it.first
		c.ownLast = max(c.ownLast, it.last)
		if it.not {
			c.negated = !c.negated
		}
	}
}
