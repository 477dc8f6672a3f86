package person

import (
	"iter"

	"github.com/concord-news/concord/rules/clause"
)

// reach is how many sentences back that speak of somebody a pronoun looks; quotations
// between them do not count. farthest bounds the look.
const (
	reach    = 2
	farthest = 8
)

// pronoun finds for whom a pronoun stands, and makes v that person; v has no phrase
// where that is not certain.
func (r *reader) pronoun(s int, v *individual) {
	word := r.Doc.Tokens[v.head].Lower
	v.sex = Sex(word)
	if v.quoted {
		r.waiting = append(r.waiting, len(r.all))
		v.phrase = clause.Phrase{}
		return
	}
	who := r.reporter(s, v)
	if who == nil {
		who = r.before(s, v, nil)
	}
	if v.phrase = (clause.Phrase{}); who != nil {
		v.sure = v.subject && who.entity != 0 && who.sex == v.sex && r.alone(who, v)
		r.stand(v, who)
	}
}

// alone reports whether the text speaks of nobody but who between there and a pronoun
// for whom that may stand too.
func (r *reader) alone(who, v *individual) bool {
	first := r.first[r.Doc.SentenceOf(who.head)]
	for i := range r.all[first:] {
		if o := &r.all[int(first)+i]; o.head < v.head && !o.same(who) && o.fits(v.sex) && !o.phrase.None() {
			return false
		}
	}
	return true
}

// stand makes v the one for whom it stands.
func (r *reader) stand(v, who *individual) {
	v.phrase, v.entity, v.stands = who.phrase, who.entity, true
	if who.sex != 0 {
		v.sex = who.sex
	}
}

// reporter is who says the words in which a pronoun stands: X, where "X said that
// she" would go.
func (r *reader) reporter(s int, v *individual) *individual {
	for who := range r.reporters(s, v) {
		if who.client != nil && who.client.fits(v.sex) {
			return who.client // "his lawyer said that he would appeal"
		}
		if who.fits(v.sex) {
			return who
		}
	}
	return nil
}

// reporters yields those who say the words in which somebody is spoken of, the nearest
// first: Y and X of "X said that Y thought that she" would go.
func (r *reader) reporters(s int, v *individual) iter.Seq[*individual] {
	return func(yield func(*individual) bool) { r.climb(s, v, yield) }
}

func (r *reader) climb(s int, v *individual, yield func(*individual) bool) {
	at := v.clause
	if at < 0 {
		at = r.around(s, v.head)
	}
	for n := 0; at >= 0 && n < farthest; n++ {
		c := &r.Clauses[at]
		at = c.Parent
		if at < 0 || c.Relation != clause.Complement {
			return
		}
		up := &r.Clauses[at]
		if up.Verb > v.head || len(up.Agents) == 0 || !r.Says(r.Doc.Tokens[up.Verb].Lemma) {
			continue
		}
		said := r.said(s)
		for k := range said {
			if who := &said[k]; who.head >= up.Agents[0].First && who.head < up.Agents[0].Last && !who.phrase.None() && !yield(who) {
				return
			}
		}
	}
}

// around is the clause of sentence s whose words hold a token, the one with the
// nearest verb, -1 where there is none.
func (r *reader) around(s, token int) int {
	best := -1
	for k := r.clause; k < len(r.Clauses) && r.Clauses[k].Sentence == s; k++ {
		if c := &r.Clauses[k]; c.First <= token && token < c.Last && (best < 0 || apart(c.Verb, token) < apart(r.Clauses[best].Verb, token)) {
			best = k
		}
	}
	return best
}

func apart(a, b int) int { return max(a-b, b-a) }

// before is the one of whom the words before a pronoun speak and for whom it
// stands, nil where nobody fits for certain. For a pronoun inside quotation marks
// those who speak are left out.
func (r *reader) before(s int, v *individual, speakers []individual) *individual {
	if v.speaks && !v.quoted {
		for _, l := range []look{{block: true}, {subjects: true}} {
			l.from, l.of = s, v
			if who := r.search(l); who != nil {
				return who
			}
		}
		if who := r.lastSpeaker(s, v); who != nil {
			return who
		}
	}
	return r.search(look{from: s, of: v, speakers: speakers})
}

// search looks at the sentences before a pronoun, the last one first.
func (r *reader) search(l look) *individual {
	v, looked := l.of, 0
	for k := l.from; k >= 0 && k > l.from-farthest && looked <= reach; k-- {
		if l.block && r.Doc.Sentences[k].Block != r.Doc.Sentences[l.from].Block {
			return nil
		}
		l.fit, l.asked = l.fit[:0], false
		said := r.said(k)
		for i := range said {
			o := &said[i]
			if o.head < v.head && !o.phrase.None() && (v.quoted || !o.quoted) && (o.entity != 0 || k+1 >= l.from) {
				l.add(r, o)
			}
		}
		if l.asked || k == l.from {
			looked++
		}
		if len(l.fit) > 0 {
			return l.choose()
		}
	}
	return nil
}

// lastSpeaker is who spoke last, of those for whom a pronoun may stand.
func (r *reader) lastSpeaker(s int, v *individual) *individual {
	for k := s; k >= 0 && k > s-farthest; k-- {
		said := r.said(k)
		for i := len(said) - 1; i >= 0; i-- {
			if o := &said[i]; o.speaks && !o.quoted && o.head < v.head && !o.phrase.None() && o.fits(v.sex) {
				return o
			}
		}
	}
	return nil
}

// look is a look at the people of one sentence.
type look struct {
	// from is the sentence of the pronoun.
	from int
	of   *individual
	// speakers are left out. subjects: only those are looked at; block: only those
	// of the same block.
	speakers        []individual
	subjects, block bool
	fit             []*individual
	// asked: somebody is spoken of outside quotation marks.
	asked bool
}

// add takes in one of whom the sentence speaks, if the pronoun may stand for that
// person.
func (l *look) add(r *reader, o *individual) {
	l.asked = l.asked || !o.quoted
	if l.of.speaks && !l.of.quoted && o.entity == 0 && !o.subject {
		return // who has no name and does nothing hardly speaks
	}
	if !o.fits(l.of.sex) || l.subjects && !o.subject || o.indefinite && o.subject && !o.main && !o.relative {
		return
	}
	for i := range l.speakers {
		if l.speakers[i].same(o) {
			return
		}
	}
	if l.of.clause < 0 && o.clause >= 0 && !r.reflexive(l.of.head) && r.oneClause(o.clause, l.of.head) {
		return // "Ada met her": she is not Ada
	}
	l.fit = append(l.fit, o)
}

func (r *reader) reflexive(token int) bool {
	w := r.Doc.Tokens[token].Lower
	return w == "himself" || w == "herself"
}

// oneClause reports whether a token is an object of a clause.
func (r *reader) oneClause(k, token int) bool {
	c := &r.Clauses[k]
	for _, list := range [][]clause.Phrase{c.Patients, c.Recipients, c.Agents} {
		for _, ph := range list {
			if ph.Head == token {
				return true
			}
		}
	}
	for i := range c.Obliques {
		if c.Obliques[i].Head == token {
			return true
		}
	}
	return false
}

// choose is the subject of the main clause, or else of another, the last one: for
// who speaks, rather one who has spoken. Without any it is the only one of whom there
// is word.
func (l *look) choose() *individual {
	var best *individual
	for _, o := range l.fit {
		if o.subject && (best == nil || o.main || !best.main || l.of.speaks && o.speaks && !o.reported) && !o.quoted {
			best = o
		}
	}
	if best != nil {
		return best
	}
	for _, o := range l.fit {
		if best != nil && !best.same(o) {
			return nil
		}
		best = o
	}
	return best
}

// endBlock finds for whom the pronouns inside the quotation marks of a block stand,
// once it is known who speaks there.
func (r *reader) endBlock() {
	if len(r.waiting) == 0 {
		return
	}
	var speakers []individual
	block := r.Doc.Sentences[r.Doc.SentenceOf(r.all[r.waiting[0]].head)].Block
	for s := len(r.first) - 1; s >= 0 && r.Doc.Sentences[s].Block == block; s-- {
		for _, o := range r.said(s) {
			if o.speaks && !o.quoted {
				speakers = append(speakers, o)
			}
		}
	}
	for _, w := range r.waiting {
		v := &r.all[w]
		if who := r.before(r.Doc.SentenceOf(v.head), v, speakers); who != nil {
			r.stand(v, who)
		}
	}
	r.waiting = r.waiting[:0]
}
