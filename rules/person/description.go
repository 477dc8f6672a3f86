package person

import (
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// description is a noun for a person with the word that says of what kind: "ski
// instructor"; kind is "" for the noun alone.
type description struct{ kind, noun string }

// bearers are those to whom a text gives a description.
type bearers struct {
	// entity is the one who bears it, 0 for none so far, -1 where there are two;
	// phrase is that one's name.
	entity int
	phrase clause.Phrase
	// first is the token at which it is first given.
	first int
	// other: somebody without a name bears it too, or several do.
	other bool
}

// bear notes that a person bears the description whose noun is the token.
func (r *reader) bear(noun int, m *mention.Mention) {
	for _, words := range [2]description{{noun: r.Doc.Tokens[noun].Lower}, r.compound(noun)} {
		b := r.bearersOf(words)
		switch {
		case b.entity == 0:
			*b = bearers{entity: m.Entity, phrase: nameOf(m), first: noun, other: b.other}
		case b.entity != m.Entity:
			b.entity = -1
		}
		b.first = min(b.first, noun)
	}
}

func (r *reader) bearersOf(words description) *bearers {
	b := r.borne[words]
	if b == nil {
		b = &bearers{}
		r.borne[words] = b
	}
	return b
}

func nameOf(m *mention.Mention) clause.Phrase {
	return clause.Phrase{First: m.First, Last: m.Last, Head: m.Last - 1}
}

// compound is a noun with the noun before it that says of what kind it is: "ski
// instructor"; the noun alone where there is none.
func (r *reader) compound(noun int) description {
	t := r.Doc.Tokens
	if noun == 0 || t[noun-1].Tag != text.NOUN && t[noun-1].Tag != text.PROPN && t[noun-1].Tag != text.ADJ || t[noun-1].Fine == text.CD {
		return description{noun: t[noun].Lower}
	}
	return description{kind: t[noun-1].Lower, noun: t[noun].Lower}
}

// description finds for whom a noun phrase stands, and makes v that person.
func (r *reader) description(s int, v *individual) bool {
	t := &r.Doc.Tokens[v.head]
	if t.Tag != text.NOUN {
		return r.apposed(s, v)
	}
	v.sex, v.client = sexOf(t.Lemma), r.clientOf(s, v)
	if r.apposed(s, v) {
		return true
	}
	if who := r.subjectOf(s, v); who != nil {
		if m := r.named(who.phrase.Head); m != nil && !r.past(v.phrase) {
			r.bear(v.head, m)
		}
		r.stand(v, who)
		return true
	}
	if t.Lemma == "client" {
		for who := range r.reporters(s, v) {
			if who.client != nil {
				r.stand(v, who.client) // "his lawyer said that his client would appeal"
				break
			}
		}
		return true
	}
	if !r.definite(v.phrase) {
		r.bearersOf(description{noun: t.Lower}).other = true
		r.bearersOf(r.compound(v.head)).other = true
		return true
	}
	if who := r.borneBy(s, v); who != nil {
		r.stand(v, who)
	}
	return true
}

// subjectOf is the one of whom a clause says that he or she is what is described: Ada
// Voss, who "will be the first woman to lead the town"; nil for nobody.
func (r *reader) subjectOf(s int, v *individual) *individual {
	for k := r.clause; k < len(r.Clauses) && r.Clauses[k].Sentence == s; k++ {
		c := &r.Clauses[k]
		if c.Complement.Head != v.head || c.Complement.None() || c.Negated || len(c.Agents) != 1 {
			continue
		}
		said := r.said(s)
		for i := range said {
			o := &said[i]
			if o.head >= c.Agents[0].First && o.head < c.Agents[0].Last && !o.phrase.None() && o.fits(v.sex) {
				return o
			}
		}
	}
	return nil
}

// clientOf is for whom a lawyer or spokesman speaks, nil where the text does not say.
func (r *reader) clientOf(s int, v *individual) *individual {
	switch r.Doc.Tokens[v.head].Lemma {
	case "lawyer", "attorney", "solicitor", "barrister", "counsel", "agent", "spokesman", "spokeswoman", "spokesperson", "representative":
	default:
		return nil
	}
	owner := clause.Possessor(r.Doc, v.phrase)
	if owner.None() {
		return nil
	}
	if m := r.named(owner.Head); m != nil {
		return &individual{phrase: nameOf(m), head: owner.Head, entity: m.Entity, sex: r.sexes[m.Entity], clause: -1}
	}
	his := individual{head: owner.Head, sex: Sex(r.Doc.Tokens[owner.Head].Lower), clause: -1}
	if his.sex == 0 {
		return nil
	}
	return r.before(s, &his, nil)
}

// apposed makes v the person whose name stands beside it, false where none does.
func (r *reader) apposed(s int, v *individual) bool {
	m := r.beside(s, v.phrase)
	if m == nil {
		return false
	}
	if noun := r.Doc.Tokens[v.head]; noun.Tag == text.NOUN {
		r.tellSex(m.Entity, noun.Lemma)
		if !r.past(v.phrase) {
			r.bear(v.head, m)
		}
	}
	r.stand(v, &individual{phrase: nameOf(m), entity: m.Entity, sex: r.sexes[m.Entity]})
	v.indefinite = false
	return true
}

// borneBy is the one person to whom the text has given the description, nil where
// there is none or another may be meant.
func (r *reader) borneBy(s int, v *individual) *individual {
	b := r.borne[r.compound(v.head)]
	if r.specified(s, v.phrase) || b == nil || b.entity <= 0 || b.other || b.first >= v.head {
		return r.aged(s, v)
	}
	who := &individual{phrase: b.phrase, entity: b.entity, sex: r.sexes[b.entity]}
	if !who.fits(v.sex) || general(r.Doc.Tokens[v.head].Lemma) && !r.lastNamed(who, v.sex) {
		return nil
	}
	return who
}

// general reports a noun that says no more of a person than nearly any text says of
// several.
func general(noun string) bool {
	switch noun {
	case "man", "woman", "boy", "girl", "child", "teenager", "victim", "suspect", "person", "survivor", "resident", "friend":
		return true
	}
	return false
}

// lastNamed reports whether the last person with a name who was spoken of, of those
// whom a sex fits, is who.
func (r *reader) lastNamed(who *individual, sex byte) bool {
	for i := len(r.all) - 1; i >= 0; i-- {
		if o := &r.all[i]; o.entity != 0 && !o.quoted && o.fits(sex) {
			return o.same(who)
		}
	}
	return false
}

// agedReach is how many sentences before "the 34-year-old" the name may stand.
const agedReach = 4

// aged is for whom "the 34-year-old instructor" stands: the only one of whom the
// sentences before speak.
func (r *reader) aged(s int, v *individual) *individual {
	if !r.hasAge(v.phrase) {
		return nil
	}
	var who *individual
	for k := max(0, s-agedReach); k <= s; k++ {
		said := r.said(k)
		for i := range said {
			o := &said[i]
			if o.quoted || o.phrase.None() || !o.fits(v.sex) || o.entity == 0 && r.headline(k) {
				continue
			}
			if o.entity == 0 || o.speaks && k < s || who != nil && who.entity != o.entity {
				return nil
			}
			who = o
		}
	}
	return who
}

// headline reports whether a sentence is one of a headline, which calls people by what
// they are.
func (r *reader) headline(s int) bool {
	a, block := r.Doc.Article, r.Doc.Sentences[s].Block
	return a != nil && block < len(a.Blocks) && a.Blocks[block].Kind == corpus.Headline
}

// hasAge reports whether an age stands in a phrase.
func (r *reader) hasAge(ph clause.Phrase) bool {
	for i := mention.From(r.Mentions, ph.First); i < len(r.Mentions) && r.Mentions[i].First < ph.Head; i++ {
		if r.Mentions[i].Kind == mention.Age {
			return true
		}
	}
	return false
}

// definite reports whether a phrase speaks of one of whom there was word.
func (r *reader) definite(ph clause.Phrase) bool {
	switch r.Doc.Tokens[ph.First].Lower {
	case "the", "this", "that":
	default:
		return false
	}
	for i := ph.First + 1; i < ph.Head; i++ {
		switch r.Doc.Tokens[i].Lower {
		case "other", "first", "second", "third", "fourth", "new", "next", "same", "only", "last", "previous", "then", "'s", "one":
			return false
		}
	}
	return !r.past(ph)
}

// past reports whether a phrase says what somebody was.
func (r *reader) past(ph clause.Phrase) bool {
	for i := ph.First; i < ph.Head; i++ {
		switch r.Doc.Tokens[i].Lower {
		case "former", "ex", "then", "late", "retired", "onetime", "outgoing", "future", "incoming", "deputy", "assistant", "vice":
			return true
		}
	}
	return false
}

// specified reports whether words behind a description tell which one is meant:
// "the driver of the van", "the officer who fired".
func (r *reader) specified(s int, ph clause.Phrase) bool {
	if ph.Last >= r.Doc.Sentences[s].Last {
		return false
	}
	switch t := &r.Doc.Tokens[ph.Last]; t.Lower {
	case "who", "whose", "whom", "that":
		return true
	default:
		return t.Tag == text.ADP
	}
}

// beside is the person whose name stands beside a description: "the mayor, Ada
// Voss,", "a woman of 21, Ada Voss,", "Ada Voss, 44, the head of the union".
func (r *reader) beside(s int, ph clause.Phrase) *mention.Mention {
	sent := &r.Doc.Sentences[s]
	end := ph.Last
	for _, o := range clause.Chain(r.Doc, ph) {
		end = o.Last
	}
	if end+1 < sent.Last && r.Doc.Tokens[end].Lower == "," {
		first := end + 1
		for first+1 < sent.Last && r.titled(first+1) != 0 || r.isDoctor(first) {
			first++
		}
		if m := r.named(first); m != nil && m.First == first && r.closes(m.Last, sent.Last) && !r.listed(sent.First, ph) {
			return m
		}
	}
	i := ph.First - 1
	if i <= sent.First || r.Doc.Tokens[i].Lower != "," || !r.closes(end, sent.Last) {
		return nil
	}
	if k := r.ageBefore(i); k > sent.First && r.Doc.Tokens[k-1].Lower == "," {
		i = k - 1 // "Ada Voss, 44, a vet,"
	}
	if m := r.named(i - 1); m != nil && m.Last == i {
		return m
	}
	return nil
}

func (r *reader) isDoctor(token int) bool {
	switch r.Doc.Tokens[token].Lower {
	case "dr", "dr.", "doctor", "professor", "prof", "prof.":
		return true
	}
	return false
}

// listed reports whether a description is one of a row, so that the name behind it
// is that of another: "a nurse, a teacher, Ada Voss, and".
func (r *reader) listed(first int, ph clause.Phrase) bool {
	return ph.First-2 >= first && r.Doc.Tokens[ph.First-1].Lower == "," && r.isPerson(ph.First-2)
}

// ageBefore is the first token of the age that ends before token i, i where none
// does.
func (r *reader) ageBefore(i int) int {
	for k := mention.From(r.Mentions, i-5); k < len(r.Mentions) && r.Mentions[k].First < i; k++ {
		if m := &r.Mentions[k]; m.Kind == mention.Age && m.Last == i {
			return m.First
		}
	}
	return i
}

// closes reports whether an apposition can end before token i.
func (r *reader) closes(i, last int) bool {
	if i >= last {
		return true
	}
	switch r.Doc.Tokens[i].Lower {
	case ",", ".", ";", ":", ")", "?", "!", "\"", "who", "whose":
		return true
	}
	return false
}
