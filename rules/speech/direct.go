package speech

import (
	"cmp"
	"slices"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// attributeQuotations finds the cue of every quotation and adds it.
func (r *reader) attributeQuotations() {
	for i := range r.quotes {
		q := &r.quotes[i]
		q.cue = r.cueOf(q, i)
	}
	// A long quotation's cue may stand in any of its paragraphs.
	for i := len(r.quotes) - 2; i >= 0; i-- {
		if q := &r.quotes[i]; q.next && q.cue < 0 {
			q.cue = r.quotes[i+1].cue
		}
	}
	for i := range r.quotes {
		r.addQuotation(i)
	}
}

// addQuotation appends the attribution of quotation i.
func (r *reader) addQuotation(i int) {
	q := r.quotes[i]
	a := Attribution{First: q.open, Last: q.close, Kind: Unknown, Cue: -1, Short: r.isShort(q)}
	if q.closed {
		a.Last = q.close + 1
	}
	a.Span = r.d.Span(a.First, a.Last)
	a.Inner = corpus.Span{Start: r.d.Tokens[q.open].End, End: r.d.Tokens[a.Last-1].End}
	if q.closed {
		a.Inner.End = r.d.Tokens[q.close].Start
	}
	if q.cue >= 0 {
		c := &r.cues[q.cue]
		a.Cue, a.Verb, a.Speaker, a.Said, a.Kind = c.token, c.verb, c.speaker, c.said, c.kind
		if r.d.SentenceOf(q.open) != c.sentence && r.d.SentenceOf(q.close-1) != c.sentence {
			a.Said, a.Cue = clause.Phrase{}, -1
		}
	}
	r.out = append(r.out, a)
}

// reach bounds how many clauses or cues are looked at to either side: more than
// any sentence of news has, so that broken text stays quick to read.
const reach = 64

// cueOf returns the index of the cue of quotation q, the i-th, -1 where there
// is none.
func (r *reader) cueOf(q *quotation, i int) int {
	if q.nested {
		return r.cueInside(q)
	}
	before := r.cueBefore(q)
	if before >= 0 && !r.opens(q, &r.cues[before]) {
		return before
	}
	if c := r.cueAfter(q, i); c >= 0 {
		return c
	}
	if before >= 0 {
		return before
	}
	if c := r.accordingIn(q); c >= 0 {
		return c
	}
	return r.continued(q, i)
}

// firstCue returns the index of the first cue at token i or after it.
func (r *reader) firstCue(i int) int {
	c, _ := slices.BinarySearchFunc(r.cues, i, func(c cue, i int) int { return cmp.Compare(c.token, i) })
	return c
}

// opens reports whether the quotation starts a clause of its own after the cue
// k: it opens its sentence, or a comma that does not follow the cue itself
// stands before it.
func (r *reader) opens(q *quotation, k *cue) bool {
	if r.d.Sentences[r.d.SentenceOf(q.open)].First == q.open {
		return true
	}
	return r.d.Tokens[q.open-1].Lower == "," && q.open-k.token > 4
}

// cueAfter finds "...," X said: a cue after the closing mark in its sentence,
// with no other quotation between.
func (r *reader) cueAfter(q *quotation, i int) int {
	if q.closed && !r.pauses(q.close) {
		return -1
	}
	limit := r.d.Sentences[r.d.SentenceOf(max(q.close-1, q.open))].Last
	for n := i + 1; n < len(r.quotes) && n < i+reach; n++ {
		if !r.quotes[n].nested {
			limit = min(limit, r.quotes[n].open)
			break
		}
	}
	first := r.firstCue(q.close + 1)
	for c := first; c < len(r.cues) && c < first+reach && r.cues[c].token < limit; c++ {
		if k := &r.cues[c]; k.clause >= 0 && r.follows(k, q.close) {
			return c
		}
	}
	return -1
}

// pauses reports whether a comma, full stop or question mark stands on one of
// the sides of the closing mark: the words before it are a sentence's.
func (r *reader) pauses(closeMark int) bool {
	if closeMark > 0 && isPause(r.d.Tokens[closeMark-1].Lower) {
		return true
	}
	return closeMark+1 < len(r.d.Tokens) && isPause(r.d.Tokens[closeMark+1].Lower)
}

func isPause(s string) bool {
	switch s {
	case ",", ".", "?", "!", "...", "-":
		return true
	}
	return false
}

// follows reports whether the cue k stands right after token i as "X said" or
// "said X" does, descriptions of X apart.
func (r *reader) follows(k *cue, i int) bool {
	if !reportsClause(r.d.Tokens[k.token].Lemma) {
		return false
	}
	first := k.token
	if !k.said.None() && k.said.First > i {
		first = min(first, k.said.First)
	}
	// Only commas, adverbs and the speaker's own description stand between.
	for j := i + 1; j < first; j++ {
		switch t := &r.d.Tokens[j]; {
		case t.Tag == text.PUNCT, t.Tag == text.ADV, t.Tag == text.CCONJ, t.Tag == text.AUX:
		default:
			return false
		}
	}
	return true
}

// cueBefore finds X said: "...", or X called it "...": the last cue before the
// opening mark in its sentence.
func (r *reader) cueBefore(q *quotation) int {
	sentence := r.d.SentenceOf(q.open)
	first := r.firstCue(q.open)
	for c := first - 1; c >= max(0, first-reach) && r.cues[c].sentence == sentence; c-- {
		k := &r.cues[c]
		if k.quoted || k.clause < 0 && k.verb != Doubtful || r.d.Tokens[k.token].Lemma == "continue" {
			continue
		}
		if k.clause >= 0 && r.past(k, q.open) {
			return -1
		}
		return c
	}
	return -1
}

// past reports whether a clause that is no part of what the cue reports stands
// between the cue and token i: "X said Y, and Z called ...".
func (r *reader) past(k *cue, i int) bool {
	for c := k.clause + 1; c < len(r.clauses) && c < k.clause+reach && r.clauses[c].Sentence == k.sentence && r.clauses[c].Verb < i; c++ {
		if !r.under(c, k.clause) {
			return true
		}
	}
	return false
}

// under reports whether clause c hangs on clause top, directly or not.
func (r *reader) under(c, top int) bool {
	for n := 0; c >= 0 && n < reach; n++ {
		if c == top {
			return true
		}
		c = r.clauses[c].Parent
	}
	return false
}

// accordingIn finds "according to X" in the sentence of the quotation.
func (r *reader) accordingIn(q *quotation) int {
	sentence := r.d.SentenceOf(q.open)
	first := r.firstCue(r.d.Sentences[sentence].First)
	for c := first; c < len(r.cues) && c < first+reach && r.cues[c].sentence == sentence; c++ {
		if k := &r.cues[c]; k.clause < 0 && r.d.Tokens[k.token].Lower == "according" && !k.quoted {
			return c
		}
	}
	return -1
}

// cueInside finds the cue of a quotation inside a quotation: the last before it.
func (r *reader) cueInside(q *quotation) int {
	const near = 8 // tokens: "told me, the day before:"
	c := r.firstCue(q.open) - 1
	if c < 0 || q.open-r.cues[c].token > near {
		return -1
	}
	if k := &r.cues[c]; !k.quoted || k.clause < 0 || r.past(k, q.open) {
		return -1
	}
	return c
}

// continued gives a quotation that has no cue, and opens its sentence, the cue
// of the one before it in the same block, or in the block before where that
// ran on.
func (r *reader) continued(q *quotation, i int) int {
	p := i - 1
	for p >= 0 && r.quotes[p].nested {
		p--
	}
	sentence := r.d.SentenceOf(q.open)
	if r.d.Sentences[sentence].First != q.open {
		return -1
	}
	if c := r.lastCue(sentence - 1); c >= 0 && r.d.Sentences[sentence-1].Block == q.block && (p < 0 || r.quotes[p].close < r.cues[c].token) {
		return c
	}
	if p < 0 || r.quotes[p].cue < 0 {
		return -1
	}
	prev := r.quotes[p]
	if prev.next && prev.block+1 == q.block {
		return prev.cue
	}
	if prev.block == q.block || prev.block+1 == q.block && prev.closed {
		if sentence-r.d.SentenceOf(prev.close-1) <= 1 {
			return prev.cue
		}
	}
	return -1
}

// lastCue returns the index of the last cue of a sentence whose speaker is that
// of its main clause, -1 where there is none.
func (r *reader) lastCue(sentence int) int {
	if sentence < 0 {
		return -1
	}
	i, _ := slices.BinarySearchFunc(r.cues, sentence+1, func(c cue, s int) int { return cmp.Compare(c.sentence, s) })
	for n := i - reach; i > max(n, 0) && r.cues[i-1].sentence == sentence; i-- {
		k := &r.cues[i-1]
		if k.clause >= 0 && !k.quoted && r.clauses[k.clause].Relation == clause.Main && k.kind != Unknown && !k.verb.Has(Naming) {
			return i - 1
		}
	}
	return -1
}
