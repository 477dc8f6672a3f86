package clause

import "github.com/concord-news/concord/rules/text"

// Read returns the clauses of the document, which must be tagged, in the order
// of their verbs. It is safe for concurrent use on different documents.
func Read(d *text.Document) []Clause { return Analyse(d).Clauses }

// role is what a noun phrase is to the clause around it.
type role uint8

const (
	// free: it may become the subject of a coming verb.
	free role = iota
	subject
	object
	second
	complement
	agent
	// governed: it stands after a preposition.
	governed
	// apposed: it stands between commas after another.
	apposed
)

// noun is a noun phrase of the sentence with what is known of its place.
// Indexes of other phrases are -1 where there are none.
type noun struct {
	Phrase
	// found is its index in the reader's found, -1 where it is not there.
	found int
	item  int
	// prep is the item of the preposition before it.
	prep  int
	role  role
	owner int
	// prev and next are its neighbours in a coordination.
	prev, next int
	// up is the phrase that its preposition stands after, before the phrase
	// that a comma parts it from.
	up, before int
	when       bool
	negative   bool
}

// frame is an open clause: one that may still get its subject or verb, or
// another predicate by coordination.
type frame struct {
	relation Relation
	parent   int
	mark     int
	hyp      bool
	// subj is the phrase waiting for its verb; ante is the antecedent of a
	// relative pronoun that still has no place.
	subj, ante int
	verb       bool
	comma      bool
	// last is its latest finite draft.
	last int
}

// newFrame returns a clause that has neither subject nor verb yet.
func newFrame(relation Relation, parent int) frame {
	return frame{relation: relation, parent: parent, mark: -1, subj: -1, ante: -1, last: -1}
}

// draft is a clause in the making. Phrases are indexes of nouns, -1 for none.
type draft struct {
	group
	relation Relation
	parent   int
	mark     int
	subj     int
	// alone: subj stands without its conjuncts.
	alone            bool
	obj, obj2, agent int
	comp             int
	compAt           int
	hyp, exists      bool
	// item is the item of its verb group; frame is the depth of its frame.
	item, frame int
	// deferred: its subject is that of the next finite verb of its frame.
	deferred bool
	// clauseAfter: a clause was found as its complement.
	clauseAfter bool
	// nominal: an infinitive that may only complete a noun.
	nominal bool
	// shares is the draft right before it and "and" that has the same object.
	shares int
	// own is the first token of its own phrases, ownLast the last.
	own, ownLast int
}

// link is a prepositional phrase and the draft it belongs to; draft is -1 until
// its verb is read.
type link struct {
	draft, frame int
	prep         int
	noun         int
}

// reader holds the state of one sentence and the output of the document.
type reader struct {
	d      *text.Document
	end    int
	items  []item
	groups []group
	nouns  []noun
	frames []frame
	drafts []draft
	links  []link
	// k is the item under the reader; cur is the draft that takes arguments.
	k, cur int
	// from is the first draft since the last full stop inside the sentence.
	from int
	// not: a stray negator stands before the next item.
	not bool

	out []Clause
	// found gathers the base noun phrases.
	found  []Phrase
	slab   []Phrase
	obSlab []Oblique
}

// longest is the length in tokens of a passage that is read as one. Sentences
// of news have fewer than 120; what is longer is a table or broken, and is read
// in pieces, so that the work stays in proportion to the text.
const longest = 400

// sentence reads sentence i and appends its clauses.
func (r *reader) sentence(i int) {
	s := r.d.Sentences[i]
	for first := s.First + dateline(r.d, s); first < s.Last; first += longest {
		r.passage(i, first, min(first+longest, s.Last))
	}
}

// passage reads tokens first to last of sentence i.
func (r *reader) passage(i, first, last int) {
	r.scan(first, last)
	r.nouns, r.drafts, r.links = r.nouns[:0], r.drafts[:0], r.links[:0]
	r.from = 0
	r.restart()
	for r.k = 0; r.k < len(r.items); r.k++ {
		switch r.items[r.k].kind {
		case nounItem:
			r.onNoun()
		case verbItem:
			r.onVerb()
		case subItem:
			r.onSub()
		case whItem:
			r.onWh()
		case commaItem:
			r.onComma()
		case stopItem:
			r.onStop()
		case adjItem:
			r.onAdjective()
		}
	}
	r.settle()
	r.emit(i)
}

// restart opens a new main frame.
func (r *reader) restart() {
	r.frames = append(r.frames[:0], newFrame(Main, -1))
	r.cur = -1
}

func (r *reader) top() *frame { return &r.frames[len(r.frames)-1] }

func (r *reader) push(f frame) {
	f.hyp = f.hyp || r.top().hyp && f.relation != Main
	r.frames = append(r.frames, f)
}

// begin opens a clause whose subject is phrase n.
func (r *reader) begin(relation Relation, parent, n int) {
	f := newFrame(relation, parent)
	f.subj = n
	r.push(f)
}

// popTo makes frame n the innermost one.
func (r *reader) popTo(n int) {
	if n+1 < len(r.frames) {
		r.frames = r.frames[:n+1]
		r.cur = r.top().last
	}
}

// kind returns the kind of the item that stands n before the one under the
// reader (n may be negative), noItem outside the sentence.
func (r *reader) kind(n int) itemKind {
	if k := r.k - n; k >= 0 && k < len(r.items) {
		return r.items[k].kind
	}
	return noItem
}

// lastNoun returns the latest phrase, -1 where there is none.
func (r *reader) lastNoun() int { return len(r.nouns) - 1 }

// onComma ends a relative clause that a comma opened, once its main clause
// waits for a verb.
func (r *reader) onComma() {
	n := len(r.frames) - 1
	f := r.frames[n]
	if n > 0 && f.relation == Adverbial && !f.verb && f.subj >= 0 && r.kind(-1) == verbItem && r.frames[n-1].subj >= 0 && !r.frames[n-1].verb {
		r.popTo(n - 1) // "X, once a rich man, died"
		return
	}
	if n == 0 || f.relation != Relative || !f.comma || !f.verb {
		return
	}
	up := r.frames[n-1]
	if next := r.kind(-1); up.subj >= 0 && !up.verb && (next == verbItem || next == andItem) {
		r.popTo(n - 1)
	}
}

// onStop ends everything that is open. A question mark makes the main clauses
// before it hypothetical.
func (r *reader) onStop() {
	if r.d.Tokens[r.items[r.k].first].Lower == "?" {
		for i := r.from; i < len(r.drafts); i++ {
			if r.drafts[i].relation == Main {
				r.drafts[i].hyp = true
			}
		}
	}
	r.settle()
	r.from = len(r.drafts)
	r.restart()
}

// onSub opens a subordinate clause.
func (r *reader) onSub() {
	w := r.d.Tokens[r.items[r.k].first].Lower
	if r.kind(-1) == verbItem && w != "that" {
		g := &r.groups[r.items[r.k+1].ref]
		if g.form == gerund || g.form == infinitive {
			return // "after losing": read with the participle
		}
	}
	if w == "that" && r.kind(1) == subItem {
		return
	}
	if c := r.cur; w != "that" && w != "whether" && r.kind(1) == verbItem && c >= 0 && r.drafts[c].class.has(says) && !r.drafts[c].clauseAfter && r.kind(-1) == nounItem && w != "as" {
		// "said if X, Y": what is said comes after the condition.
		r.drafts[c].clauseAfter = true
		r.push(newFrame(Complement, c))
	}
	f := newFrame(Adverbial, r.cur)
	f.mark = r.items[r.k].first
	switch w {
	case "that", "whether":
		f.relation = Complement
		f.hyp = w == "whether"
	case "if", "unless", "lest":
		f.hyp = true
	}
	if f.relation == Complement && r.cur >= 0 {
		r.drafts[r.cur].clauseAfter = true
	}
	r.push(f)
}

// onWh opens a relative clause after a phrase, and an indirect question or free
// relative elsewhere.
func (r *reader) onWh() {
	it := r.items[r.k]
	t := &r.d.Tokens[it.first]
	prev := r.kind(1)
	f := newFrame(Relative, r.cur)
	f.mark, f.comma = it.first, prev == commaItem
	afterNoun := prev == nounItem || f.comma && r.kind(2) == nounItem
	switch {
	case prev == prepItem && r.kind(2) != noItem, t.Fine == text.WRB && afterNoun && t.Lower == "where":
		// "under which", "where": the antecedent has a place of its own.
	case t.Fine == text.WRB:
		f.relation = Adverbial
		if t.Lower == "how" || t.Lower == "why" || prev == verbItem && r.asks() {
			f.relation, f.hyp = Complement, true
		}
		if r.k == 0 && r.question() {
			f.relation = Main
		}
	case t.Fine == text.WPS || t.Lower == "whose":
		// The phrase after it is read by itself.
	case t.Lower == "that" && r.completes():
		// "said on Friday that": a conjunction after all.
		r.drafts[r.cur].clauseAfter = true
		f.relation = Complement
	case afterNoun && t.Lower != "what":
		f.ante = r.antecedent(t.Lower)
	default:
		r.freeRelative(f, it.first)
		return
	}
	r.push(f)
}

// asks reports whether the current verb can have a question behind it: "knew when
// it closed", and not "won when it closed".
func (r *reader) asks() bool {
	return r.cur < 0 || r.drafts[r.cur].class.has(takesClause|says)
}

// completes reports whether the "that" under the reader opens what the current
// verb says rather than a relative clause: the phrase before it is no object
// of that verb, and a subject follows.
func (r *reader) completes() bool {
	if r.cur < 0 || r.kind(-1) != nounItem || len(r.nouns) == 0 {
		return false
	}
	c, n := &r.drafts[r.cur], r.nouns[r.lastNoun()]
	return c.class.has(takesClause) && !c.clauseAfter && (n.when || n.role == governed && n.up < 0 || c.class.has(says) && n.role == object)
}

// freeRelative opens "who fired the shots" where no phrase stands before it.
func (r *reader) freeRelative(f frame, at int) {
	f.relation, f.hyp = Complement, true
	if r.k == 0 && r.question() {
		f.relation = Main
	}
	if r.d.Tokens[at].Lower == "what" {
		f.hyp = f.relation == Main
	}
	f.ante = r.addNoun(Phrase{First: at, Last: at + 1, Head: at})
	r.push(f)
}

// question reports whether the sentence ends in a question mark.
func (r *reader) question() bool { return endsIn(r.d, r.end, "?") }

// stopped reports whether the sentence ends in a full stop, as headlines do not.
func (r *reader) stopped() bool { return endsIn(r.d, r.end, ".") }

// endsIn reports whether a sentence that ends before token end has the mark at
// its end, where quotation marks and brackets may stand behind it.
func endsIn(d *text.Document, end int, mark string) bool {
	for i := end - 1; i >= 0 && i >= end-3; i-- {
		if d.Tokens[i].Lower == mark {
			return true
		}
	}
	return false
}

// antecedent returns the phrase that a relative pronoun stands for: the nearest
// one, or the one that it completes where "who" cannot mean the nearest.
func (r *reader) antecedent(pronoun string) int {
	n := r.lastNoun()
	for n >= 0 && r.nouns[n].up >= 0 && (r.nouns[n].when || r.partOfName(n) || pronoun != "who" && r.kind(1) == nounItem && r.bareName(n)) {
		n = r.nouns[n].up
	}
	for n >= 0 && r.nouns[n].up >= 0 && (pronoun == "who" || pronoun == "whom") {
		p := r.d.Tokens[r.items[r.nouns[n].prep].first].Lower
		proper := r.d.Tokens[r.nouns[n].Head].Tag == text.PROPN
		if p != "in" && p != "at" && p != "from" && p != "near" && p != "on" && (p != "with" || proper) && (p != "of" || !proper) {
			break
		}
		n = r.nouns[n].up
	}
	for n >= 0 && r.nouns[n].role == apposed && r.nouns[n].before >= 0 {
		n = r.nouns[n].before
	}
	return n
}

// partOfName reports whether phrase n and the one it completes make one name:
// "the Council of Vessin".
func (r *reader) partOfName(n int) bool {
	m := r.nouns[n]
	return r.d.Tokens[r.items[m.prep].first].Lower == "of" && r.d.Tokens[m.Head].Fine == text.NNP && r.d.Tokens[r.nouns[m.up].Head].Fine == text.NNP
}

// bareName reports a name with no article, which a relative clause with no
// comma cannot restrict.
func (r *reader) bareName(n int) bool {
	return r.d.Tokens[r.nouns[n].Head].Fine == text.NNP && r.d.Tokens[r.nouns[n].First].Fine == text.NNP
}
