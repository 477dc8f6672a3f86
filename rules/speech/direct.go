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
	c := 0
	for i := range r.quotes {
		q := &r.quotes[i]
		sentence := r.d.SentenceOf(q.open)
		for c < len(r.cues) && r.cues[c].sentence < sentence {
			c++
		}
		q.cue = r.cueOf(q, i, c)
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
		c.used = true
		a.Cue, a.Verb, a.Speaker, a.Said, a.Kind = c.token, c.verb, c.speaker, c.said, c.kind
		if r.d.SentenceOf(q.open) != c.sentence && r.d.SentenceOf(q.close-1) != c.sentence {
			a.Said, a.Cue = clause.Phrase{}, -1
		}
	}
	r.out = append(r.out, a)
}

// cueOf returns the index of the cue of quotation q, the i-th; from is the first
// cue of the sentence it starts in. -1 where there is none.
func (r *reader) cueOf(q *quotation, i, from int) int {
	last := q.close - 1
	end := r.d.SentenceOf(max(last, q.open))
	if q.nested {
		return r.cueInside(q, from)
	}
	before := r.cueBefore(q, from)
	if before >= 0 && !r.opens(q, &r.cues[before]) {
		return before
	}
	if c := r.cueAfter(q, i, from, end); c >= 0 {
		return c
	}
	if before >= 0 {
		return before
	}
	if c := r.accordingIn(q, from); c >= 0 {
		return c
	}
	return r.continued(q, i)
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
func (r *reader) cueAfter(q *quotation, i, from, sentence int) int {
	limit := r.d.Sentences[sentence].Last
	if i+1 < len(r.quotes) && !r.quotes[i+1].nested {
		limit = min(limit, r.quotes[i+1].open)
	}
	if q.closed && !r.pauses(q.close) {
		return -1
	}
	for c := from; c < len(r.cues) && r.cues[c].token < limit; c++ {
		k := &r.cues[c]
		if k.token <= q.close || k.clause < 0 || !r.follows(k, q.close) {
			continue
		}
		return c
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
func (r *reader) cueBefore(q *quotation, from int) int {
	best := -1
	for c := from; c < len(r.cues) && r.cues[c].token < q.open; c++ {
		if k := &r.cues[c]; !k.quoted && (k.clause >= 0 || k.verb == Doubtful) && r.d.Tokens[k.token].Lemma != "continue" {
			best = c
		}
	}
	if best < 0 {
		return -1
	}
	k := &r.cues[best]
	if k.clause >= 0 && r.past(k, q.open) {
		return -1
	}
	return best
}

// past reports whether a clause that is no part of what the cue reports stands
// between the cue and token i: "X said Y, and Z called ...".
func (r *reader) past(k *cue, i int) bool {
	for c := k.clause + 1; c < len(r.clauses) && r.clauses[c].Sentence == k.sentence && r.clauses[c].Verb < i; c++ {
		if !r.under(c, k.clause) {
			return true
		}
	}
	return false
}

// under reports whether clause c hangs on clause top, directly or not.
func (r *reader) under(c, top int) bool {
	for n := 0; c >= 0 && n < 64; n++ {
		if c == top {
			return true
		}
		c = r.clauses[c].Parent
	}
	return false
}

// accordingIn finds "according to X" in the sentence of the quotation.
func (r *reader) accordingIn(q *quotation, from int) int {
	sentence := r.d.SentenceOf(q.open)
	for c := from; c < len(r.cues) && r.cues[c].sentence == sentence; c++ {
		if k := &r.cues[c]; k.clause < 0 && r.d.Tokens[k.token].Lower == "according" && !k.quoted {
			return c
		}
	}
	return -1
}

// cueInside finds the cue of a quotation inside a quotation: the last before it.
func (r *reader) cueInside(q *quotation, from int) int {
	best := -1
	for c := from; c < len(r.cues) && r.cues[c].token < q.open; c++ {
		if k := &r.cues[c]; k.quoted && k.clause >= 0 && !r.past(k, q.open) && q.open-k.token < 8 {
			best = c
		}
	}
	return best
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
	for i--; i >= 0 && r.cues[i].sentence == sentence; i-- {
		k := &r.cues[i]
		if k.clause >= 0 && !k.quoted && r.clauses[k.clause].Relation == clause.Main && k.kind != Unknown && !k.verb.Has(Naming) {
			return i
		}
	}
	return -1
}
