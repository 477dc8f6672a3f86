// Package person tells for whom pronouns and descriptions stand: "she", "the
// superintendent".
//
// It goes through an article in the order of the text and keeps in mind who was
// spoken of. A pronoun stands for somebody whose sex it does not belie: in the
// words that somebody is reported to say for that person, else for the subject
// of the clause or sentence before, else for the only other one of whom that
// speaks. Inside quotation marks it never stands for the speaker. A description
// stands for the one person to whom the article has given it beside the name.
// Where two fit alike, it stands for nobody.
package person

import (
	"slices"
	"sync"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/text"
)

// Input is what is known of a text.
type Input struct {
	Doc      *text.Document
	Mentions []mention.Mention
	Holdings []names.Holding
	Clauses  []clause.Clause
	// Phrases returns the base noun phrases of a sentence, in order.
	Phrases func(sentence int) []clause.Phrase
	// Says reports whether a verb, by its lemma, is one of speech.
	Says func(lemma string) bool
	// Quoted reports whether a token stands between quotation marks.
	Quoted func(token int) bool
}

// People tells for whom the pronouns and descriptions of a text stand. It is safe
// for concurrent use. The zero value knows nobody.
type People struct {
	// known are those of whom the text speaks, in its order.
	known []known
	// heads has a bit for each token at which that is done: most tokens are asked for
	// in vain.
	heads []uint64
	// owners are those for whom "his" and "her" stand before a noun, in the order of the
	// text.
	owners []known
}

// known is one who is spoken of.
type known struct {
	// head is the token at which that is done; who is the name or description for
	// which a pronoun or description there stands, none where it stands for itself.
	head int
	who  clause.Phrase
	sex  byte
	// sure: nobody else of whom the sentences speak fits.
	sure bool
}

// at is the one who is spoken of at a token.
func (p *People) at(token int) known {
	if token/64 >= len(p.heads) || p.heads[token/64]>>(token%64)&1 == 0 {
		return known{}
	}
	return find(p.known, token)
}

// find is the one who is spoken of at a token, of those in the order of the text.
func find(all []known, token int) known {
	i, ok := slices.BinarySearchFunc(all, token, func(k known, token int) int { return k.head - token })
	if !ok {
		return known{}
	}
	return all[i]
}

// Of returns the phrase for which the pronoun, or the description with the head,
// at token stands: the name of a person, or a description of one whom the text
// does not name; none where it does not say for certain.
func (p *People) Of(token int) clause.Phrase { return p.at(token).who }

// Owner returns the phrase for which "his" or "her" at token stands, none where the text
// does not say for certain.
func (p *People) Owner(token int) clause.Phrase { return find(p.owners, token).who }

// Sure reports whether it is certain for whom the pronoun or description at a token
// stands: it is the subject of its clause, the sex is known to be the pronoun's, and
// from there on the text has spoken of nobody else who fits.
func (p *People) Sure(token int) bool { return p.at(token).sure }

// Know reports whether a person is spoken of at a token.
func (p *People) Know(token int) bool { return p.at(token) != known{} }

// Agree reports whether the pronoun or person at one token may be the one at
// another, as far as their sexes tell.
func (p *People) Agree(a, b int) bool {
	x, y := p.at(a).sex, p.at(b).sex
	return x == 0 || y == 0 || x == y
}

// Sex is that which a pronoun of one person tells: 'm', 'f', and 0 for other
// words.
func Sex(pronoun string) byte {
	switch pronoun {
	case "he", "him", "himself", "his":
		return 'm'
	case "she", "her", "herself", "hers":
		return 'f'
	}
	return 0
}

// Read goes through a text.
func Read(in Input) *People {
	r := readers.Get().(*reader)
	r.begin(in)
	if r.names() {
		for s := range in.Doc.Sentences {
			r.sentence(s)
			if s+1 == len(in.Doc.Sentences) || in.Doc.Sentences[s+1].Block != in.Doc.Sentences[s].Block {
				r.endBlock()
			}
		}
	}
	p := r.people()
	r.Input = Input{}
	readers.Put(r)
	return p
}

// readers are *reader, whose memory is used for one text after another.
var readers = sync.Pool{New: func() any { return &reader{borne: map[description]*bearers{}} }}

// reader goes through one text.
type reader struct {
	Input
	// nameAt holds, for each token, 1 and the index of the mention of the person whose
	// name it belongs to.
	nameAt []int32
	// office marks the last tokens of offices.
	office []bool
	// sexes are those of the article's entities.
	sexes []byte
	// borne are the descriptions that people bear.
	borne map[description]*bearers
	// all are the people of whom the text so far speaks, in its order; first holds, for
	// each sentence, the index of its first.
	all   []individual
	first []int32
	// owners are those for whom "his" and "her" stand.
	owners []known
	// current is the one at hand, who is not among them yet.
	current individual
	// clause is the index of the first clause of the sentence at hand.
	clause int
	// waiting are the indexes of pronouns inside quotation marks, whose speaker may
	// come behind.
	waiting []int
}

// begin makes the reader ready for a text.
func (r *reader) begin(in Input) {
	n := len(in.Doc.Tokens)
	r.Input, r.clause = in, 0
	r.nameAt, r.office = slices.Grow(r.nameAt[:0], n)[:n], slices.Grow(r.office[:0], n)[:n]
	clear(r.nameAt)
	clear(r.office)
	clear(r.borne)
	r.sexes, r.all, r.first, r.owners, r.waiting = r.sexes[:0], r.all[:0], r.first[:0], r.owners[:0], r.waiting[:0]
}

// said are the people of whom sentence s speaks.
func (r *reader) said(s int) []individual {
	if s+1 < len(r.first) {
		return r.all[r.first[s]:r.first[s+1]]
	}
	return r.all[r.first[s]:]
}

// people is what the reader has found.
func (r *reader) people() *People {
	p := &People{known: make([]known, len(r.all)), heads: make([]uint64, len(r.Doc.Tokens)/64+1), owners: slices.Clone(r.owners)}
	for i := range r.all {
		o := &r.all[i]
		p.known[i] = known{head: o.head, sex: o.sex}
		p.heads[o.head/64] |= 1 << (o.head % 64)
		if o.stands {
			p.known[i].who, p.known[i].sure = o.phrase, o.sure
		}
	}
	return p
}

// individual is one of whom a sentence speaks.
type individual struct {
	// phrase is the name or description, of a pronoun that for which it stands;
	// head is the token at which it is spoken of.
	phrase clause.Phrase
	head   int
	// stands: it is no name, and stands for the phrase.
	stands bool
	// sure: that is certain.
	sure bool
	// entity is 0 for those who have no name.
	entity int
	sex    byte
	// clause is that of which it is the subject, -1 for none.
	clause int
	// subject: it is one; main: of no subordinate one; relative: of a relative one;
	// reported: of one that somebody says; speaks: it says something there.
	subject, main, relative, reported, speaks bool
	// indefinite: it is anybody of its kind, or new to the text.
	indefinite bool
	// client is for whom it speaks: whose lawyer or spokesman it is, nil for nobody.
	client *individual
	// quoted: it is spoken of inside quotation marks.
	quoted bool
}

// same reports whether two are one.
func (a *individual) same(b *individual) bool {
	if a.entity != 0 || b.entity != 0 {
		return a.entity == b.entity
	}
	return a.phrase == b.phrase
}

// fits reports whether a pronoun of a sex may stand for the individual.
func (a *individual) fits(sex byte) bool { return a.sex == 0 || sex == 0 || a.sex == sex }
