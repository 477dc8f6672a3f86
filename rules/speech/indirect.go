package speech

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// report adds what cue c reports in the outlet's words.
func (r *reader) report(c *cue) {
	first, last := -1, -1
	switch {
	case c.clause >= 0:
		first, last = r.reportedBy(c)
	case r.d.Tokens[c.token].Lower == "according":
		first, last = r.accordingTo(c)
	default:
		first, last = c.token+2, r.contentEnd(c.token+2, c.sentence)
	}
	if first < 0 {
		return
	}
	first, last = r.trim(first, last)
	if first >= last || r.isQuotation(first, last) {
		return
	}
	r.out = append(r.out, Attribution{Span: r.d.Span(first, last), First: first, Last: last, Kind: c.kind,
		Speaker: c.speaker, Said: c.said, Cue: c.token, Verb: c.verb})
}

// trim leaves out punctuation at the ends, quotation marks apart.
func (r *reader) trim(first, last int) (int, int) {
	for first < last && isEdge(r.d.Tokens[first].Lower) {
		first++
	}
	for first < last && isEdge(r.d.Tokens[last-1].Lower) && !r.inQuotation(last-1) {
		last--
	}
	if last > first && r.opensQuotation(last-1) {
		last--
	}
	for first < last && isEdge(r.d.Tokens[last-1].Lower) && !r.inQuotation(last-1) {
		last--
	}
	if last < len(r.d.Tokens) && last > first && r.inQuotation(last-1) {
		for last < len(r.d.Tokens) && r.inQuotation(last) {
			last++
		}
		last = min(last+1, len(r.d.Tokens)) // never half a quotation
	}
	return first, last
}

func isEdge(s string) bool {
	switch s {
	case ",", ".", ":", ";", "-", "!", "?", "and", "but", "that", "...":
		return true
	}
	return false
}

// isQuotation reports whether tokens first to last are quotations and nothing
// else: those have attributions of their own.
func (r *reader) isQuotation(first, last int) bool {
	for i := first; i < last; i++ {
		t := &r.d.Tokens[i]
		if t.Tag != text.PUNCT && t.Lower != "'" && !r.inQuotation(i) {
			return false
		}
	}
	return true
}

// reportedBy returns the tokens that the clause of cue c reports.
func (r *reader) reportedBy(c *cue) (first, last int) {
	cl := &r.clauses[c.clause]
	lemma := r.d.Tokens[cl.Verb].Lemma
	for k := c.clause + 1; k < len(r.clauses) && k < c.clause+reach && r.clauses[k].Sentence == c.sentence; k++ {
		child := &r.clauses[k]
		if child.Parent != c.clause || child.Relation != clause.Complement || child.Verb < cl.Verb {
			continue
		}
		if !child.Finite {
			if !c.verb.Has(Deed) && !(cl.Passive && cl.Finite && isHearsay(lemma)) {
				break
			}
			return child.First, r.complementEnd(k)
		}
		if m := child.Mark; m-1 > cl.Verb && r.d.Tokens[m-1].Tag == text.NOUN && reportNoun(r.d.Tokens[m-1].Lemma) {
			break // "rejected claims that": the claims have a cue of their own
		}
		return r.start(cl, child), r.complementEnd(c.clause)
	}
	if m := r.thatAfter(cl); m >= 0 {
		return m + 1, r.complementEnd(c.clause)
	}
	if cl.Passive && len(cl.Agents) == 0 {
		return -1, -1
	}
	if c.verb.Has(Content) && cl.Modality == clause.Asserted && !cl.Negated || r.names(c.verb, cl) {
		if len(cl.Patients) > 0 && cl.Patients[0].First > cl.Verb {
			if w := r.d.Tokens[cl.Patients[0].Head].Lower; w == "responsibility" || w == "credit" || w == "victory" {
				return -1, -1 // "claimed responsibility" is a deed
			}
			return cl.Patients[0].First, r.tail(cl)
		}
		if cl.Passive && c.verb.Has(Naming) && len(cl.Agents) > 0 {
			if end := cl.Agents[0].Last; end < r.tail(cl) {
				return end, r.tail(cl)
			}
		}
		if len(cl.Patients) > 0 {
			return -1, -1
		}
	}
	if reportsClause(lemma) && cl.Finite && !c.verb.Has(Naming) {
		return r.before(c)
	}
	return -1, -1
}

// names reports whether the clause says something of its patient: "called the
// offer a farce", "described it as fair".
func (r *reader) names(v Verb, cl *clause.Clause) bool {
	if !v.Has(Naming) {
		return false
	}
	if !cl.Complement.None() || cl.Passive {
		return true
	}
	for _, p := range cl.Patients {
		if p.Last < len(r.d.Tokens) && r.d.Tokens[p.Last].Lower == "as" {
			return true
		}
	}
	return false
}

// thatAfter returns the conjunction "that" right after the verb, for a clause
// whose own verb was not found; -1 where there is none.
func (r *reader) thatAfter(cl *clause.Clause) int {
	if i := cl.Verb + 1; i < r.d.Sentences[cl.Sentence].Last && r.d.Tokens[i].Lower == "that" && r.d.Tokens[i].Fine == text.IN {
		return i
	}
	return -1
}

// isHearsay reports a verb whose passive says that others say so: "is believed
// to have fled".
func isHearsay(lemma string) bool {
	switch lemma {
	case "say", "believe", "think", "report", "allege", "understand", "rumour", "rumor", "suspect",
		"estimate", "presume", "claim":
		return true
	}
	return false
}

// start returns where the reported clause starts: after its "that", or at its
// first phrase.
func (r *reader) start(cl, child *clause.Clause) int {
	if child.Mark > cl.Verb && child.Mark <= child.First {
		if r.d.Tokens[child.Mark].Lower == "that" {
			return child.Mark + 1
		}
		return child.Mark
	}
	i := child.First
	for i-1 > cl.Verb && r.d.Tokens[i-1].Fine == text.IN {
		i--
	}
	return i
}

// complementEnd returns the end of what clause c governs: the first token of
// the next clause that does not hang on c as its complement, or the end of the
// sentence.
func (r *reader) complementEnd(c int) int {
	cl := &r.clauses[c]
	end := r.d.Sentences[cl.Sentence].Last
	for k := c + 1; k < len(r.clauses) && k < c+reach && r.clauses[k].Sentence == cl.Sentence; k++ {
		child := &r.clauses[k]
		if child.Verb < cl.Verb {
			continue
		}
		if !r.under(k, c) || child.Parent == c && child.Relation == clause.Adverbial {
			return min(end, r.boundary(child))
		}
	}
	return end
}

// boundary returns the token where a clause with what joins it to the one
// before starts.
func (r *reader) boundary(c *clause.Clause) int {
	i := c.First
	if c.Mark >= 0 && c.Mark < i {
		i = c.Mark
	}
	for i > 0 {
		t := &r.d.Tokens[i-1]
		if t.Fine != text.CC && t.Lower != "," && t.Fine != text.RB {
			break
		}
		i--
	}
	return i
}

// contentEnd returns the end of a clause that starts at token i: that of its
// sentence, or of the text before a comma and a verb outside it.
func (r *reader) contentEnd(i, sentence int) int {
	end := r.d.Sentences[sentence].Last
	for j := i; j < end; j++ {
		if t := &r.d.Tokens[j]; t.Lower == "," || t.Lower == ";" {
			return j
		}
	}
	return end
}

// tail returns the end of a clause with the phrases that complete its last one.
func (r *reader) tail(cl *clause.Clause) int {
	last := cl.Last
	for _, p := range cl.Patients {
		last = max(last, p.Last)
		for _, o := range clause.Chain(r.d, p) {
			last = max(last, o.Last)
		}
	}
	if !cl.Complement.None() {
		last = max(last, cl.Complement.Last)
	}
	if last < len(r.d.Tokens) && r.d.Tokens[last].Lower == "as" {
		last = r.contentEnd(last, cl.Sentence) // "described X as unprecedented"
	}
	return min(last, r.d.Sentences[cl.Sentence].Last)
}

// before returns the words that "..., X said" reports: those before the comma
// of the attribution, or the whole sentence where it stands in the middle.
func (r *reader) before(c *cue) (first, last int) {
	s := r.d.Sentences[c.sentence]
	first = s.First
	i := c.token
	if !c.said.None() && c.said.First >= s.First && c.said.First < i {
		i = c.said.First
	}
	for i > s.First && r.d.Tokens[i-1].Tag == text.ADV {
		i--
	}
	if i <= s.First || r.d.Tokens[i-1].Lower != "," {
		return -1, -1
	}
	if after := r.afterSpeaker(c); after < s.Last && r.d.Tokens[after].Lower == "," && r.hasVerb(after, s.Last) && r.resumes(c) {
		return first, s.Last
	}
	for k := c.clause - 1; k >= max(0, c.clause-reach) && r.clauses[k].Sentence == c.sentence; k-- {
		if r.clauses[k].Parent == c.clause && r.clauses[k].Relation == clause.Complement {
			return first, i
		}
	}
	return -1, -1
}

// afterSpeaker returns the token after the attribution.
func (r *reader) afterSpeaker(c *cue) int {
	end := c.token + 1
	if !c.said.None() && c.said.First > c.token {
		end = max(end, c.said.Last)
	}
	return end
}

// resumes reports whether the main clause of the sentence has its verb after
// the cue: "The talks, officials said, failed".
func (r *reader) resumes(c *cue) bool {
	for k := c.clause + 1; k < len(r.clauses) && k < c.clause+reach && r.clauses[k].Sentence == c.sentence; k++ {
		cl := &r.clauses[k]
		if cl.Relation == clause.Main && len(cl.Agents)+len(cl.Patients) > 0 {
			subject := append(cl.Agents[:len(cl.Agents):len(cl.Agents)], cl.Patients...)[0]
			if subject.First < c.token && subject != c.said {
				return true
			}
		}
	}
	return false
}

// hasVerb reports whether a verb stands among tokens first to last.
func (r *reader) hasVerb(first, last int) bool {
	for i := first; i < last; i++ {
		if t := r.d.Tokens[i].Tag; t == text.VERB || t == text.AUX {
			return true
		}
	}
	return false
}

// accordingTo returns the words that "according to X" reports.
func (r *reader) accordingTo(c *cue) (first, last int) {
	s := r.d.Sentences[c.sentence]
	after := c.said.Last
	for after < s.Last && r.d.Tokens[after].Lower != "," {
		after++
	}
	switch {
	case c.token == s.First || c.token == s.First+1 && r.d.Tokens[s.First].Tag != text.VERB && !r.hasVerb(s.First, c.token):
		if after >= s.Last {
			return -1, -1
		}
		return after + 1, s.Last
	case after+1 < s.Last && r.hasVerb(after, s.Last) && !r.hasVerb(s.First, c.token):
		return s.First, s.Last
	}
	return s.First, c.token
}
