package speech

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// speakers remembers who spoke last, to resolve pronouns.
type speakers struct {
	r *reader
	// one is the last single speaker, many the last plural one, body the last
	// organisation.
	one, many, body known
	// subject is the last full name that was a subject, for a pronoun before
	// anyone has spoken.
	subject known
	next    int
}

// known is a speaker that a pronoun may stand for.
type known struct {
	phrase clause.Phrase
	kind   Kind
}

func newSpeakers(r *reader) *speakers { return &speakers{r: r} }

// resolve settles speaker and kind of a cue and remembers them.
func (s *speakers) resolve(c *cue) {
	c.speaker, c.kind = c.said, Unknown
	if c.said.None() {
		return
	}
	t := &s.r.d.Tokens[c.said.Head]
	if t.Fine == text.PRP || t.Fine == text.PRPS {
		s.pronoun(c, t.Lower)
		return
	}
	if t.Fine == text.WP || t.Fine == text.WDT {
		return
	}
	c.kind = s.r.kindOf(c.said)
	if who := s.r.people.Of(c.said.Head); !who.None() && !s.r.joint(c.said) {
		c.speaker, c.kind = who, Named // "the judge, Ada Voss,"
	}
	if !c.quoted {
		s.remember(known{c.speaker, c.kind})
	}
}

// pronoun resolves a pronoun to the last speaker that it agrees with.
func (s *speakers) pronoun(c *cue, w string) {
	var k known
	switch w {
	case "he", "she":
		k = s.person(c.said.Head)
	case "they", "their":
		if k = s.many; k.phrase.None() {
			k = s.body
		}
	case "it", "its":
		k = s.body
	}
	if !k.phrase.None() {
		c.speaker, c.kind = k.phrase, k.kind
	}
}

// person is the one for whom the pronoun at a token stands: whom the text tells,
// else who spoke last or was the subject, where the sex is not another.
func (s *speakers) person(token int) known {
	if who := s.r.people.Of(token); !who.None() {
		return known{who, s.r.kindOf(who)}
	}
	for _, k := range []known{s.one, s.subject} {
		if !k.phrase.None() && (s.r.d.Tokens[k.phrase.Head].Tag != text.PROPN || s.r.people.Know(k.phrase.Head)) && s.r.people.Agree(token, k.phrase.Head) {
			return k
		}
	}
	return known{}
}

// remember notes who spoke.
func (s *speakers) remember(k known) {
	t := &s.r.d.Tokens[k.phrase.Head]
	switch {
	case t.Fine == text.NNS || t.Fine == text.NNPS || s.r.joint(k.phrase) || isPlural(t.Lower):
		s.many = k
	case isBody(t.Lemma):
		s.body = k
	case t.Tag == text.PROPN:
		s.one = k
		if k.phrase.Last-k.phrase.First == 1 {
			s.body = k // a name of one word may be a country's
		}
	default:
		s.one = k
	}
}

// endSentence notes the single people who were subjects of the sentence's main
// clauses: a pronoun in the next sentence stands for them rather than for
// whoever spoke before.
func (s *speakers) endSentence(sentence int) {
	for ; s.next < len(s.r.clauses) && s.r.clauses[s.next].Sentence <= sentence; s.next++ {
		c := &s.r.clauses[s.next]
		subject := c.Agents
		if c.Passive {
			subject = c.Patients
		}
		if len(subject) != 1 || c.Relation != clause.Main || subject[0].First > c.Verb {
			continue
		}
		p := subject[0]
		h := &s.r.d.Tokens[p.Head]
		switch {
		case h.Fine == text.NNP && p.Head > p.First && s.r.d.Tokens[p.Head-1].Fine == text.NNP:
			s.subject = known{p, Named}
		case h.Fine == text.NN && isPerson(h.Lemma):
			s.one = known{p, s.r.kindOf(p)}
		}
	}
}

// joint reports two or more coordinated speakers.
func (r *reader) joint(p clause.Phrase) bool {
	for i := p.Head; i < p.Last; i++ {
		if r.d.Tokens[i].Fine == text.CC {
			return true
		}
	}
	return false
}

// kindOf classifies a speaker by its noun phrase.
func (r *reader) kindOf(p clause.Phrase) Kind {
	h := &r.d.Tokens[p.Head]
	if h.Tag == text.PROPN || h.Shape.Has(text.Capital) && !h.Shape.Has(text.SentenceStart) {
		return Named
	}
	if isBody(h.Lemma) || isDocument(h.Lemma) || h.Lemma == "group" && r.definite(p) {
		return Named
	}
	if isSpokesperson(h.Lemma) && r.speaksFor(p) {
		return Named
	}
	if f := &r.d.Tokens[p.First]; isOffice(h.Lemma) && h.Fine != text.NNS && f.Lower != "a" && f.Lower != "an" && f.Lower != "one" && f.Lower != "another" {
		return Named
	}
	if q := clause.Apposition(r.d, p); !q.None() && r.d.Tokens[q.Head].Tag == text.PROPN {
		return Named
	}
	return Unnamed
}

// definite reports a phrase with "the", "its" or a name in it.
func (r *reader) definite(p clause.Phrase) bool {
	for i := p.First; i < p.Head; i++ {
		if t := &r.d.Tokens[i]; t.Lower == "the" || t.Fine == text.PRPS || t.Tag == text.PROPN {
			return true
		}
	}
	return false
}

// speaksFor reports whether the text says whom a spokesperson speaks for.
func (r *reader) speaksFor(p clause.Phrase) bool {
	for i := p.First; i < p.Head; i++ {
		if t := &r.d.Tokens[i]; t.Tag == text.PROPN || isBody(t.Lemma) || t.Fine == text.PRPS {
			return true
		}
	}
	if p.Last+1 >= len(r.d.Tokens) {
		return false
	}
	w := r.d.Tokens[p.Last].Lower
	return w == "for" || w == "of" || w == "at"
}

func isSpokesperson(s string) bool {
	switch s {
	case "spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "lawyer", "attorney":
		return true
	}
	return false
}

// isPerson reports a common noun for one person that news reports often have as
// a subject.
func isPerson(s string) bool {
	switch s {
	case "man", "woman", "boy", "girl", "officer", "official", "witness", "victim",
		"driver", "pilot", "doctor", "nurse", "teacher", "student", "reporter", "journalist",
		"soldier", "suspect", "gunman", "teenager", "mother", "father", "son", "daughter", "brother",
		"sister", "wife", "husband", "resident", "neighbour", "neighbor", "diplomat", "aide", "adviser",
		"advisor", "analyst", "activist", "leader", "researcher", "scientist", "professor", "expert",
		"survivor", "worker", "farmer", "passenger", "person", "source", "lawmaker", "politician",
		"manager", "executive", "owner", "singer", "player", "detective", "investigator", "rabbi", "priest":
		return true
	}
	return isOffice(s) || isSpokesperson(s)
}

func isPlural(s string) bool {
	switch s {
	case "police", "people", "others", "some", "many", "several", "critics", "both", "two":
		return true
	}
	return false
}

// isBody reports a common noun for an organisation, which the text names by it:
// "police said", "the ministry said".
func isBody(s string) bool {
	switch s {
	case "police", "ministry", "government", "court", "company", "army", "military", "hospital", "agency",
		"office", "department", "committee", "council", "party", "commission", "bank", "university",
		"navy", "union", "administration", "parliament", "firm", "airline", "embassy", "network",
		"broadcaster", "newspaper", "paper", "magazine", "service", "force", "board", "bureau",
		"association", "organisation", "organization", "authority", "regulator", "consulate", "senate",
		"congress", "cabinet", "militia", "corporation", "institute", "foundation", "church",
		"campaign", "coalition", "watchdog", "prosecution", "coastguard", "operator", "club":
		return true
	}
	return false
}

// isDocument reports a common noun for what can be said to say something.
func isDocument(s string) bool {
	switch s {
	case "report", "study", "statement", "document", "letter", "indictment", "complaint", "memo", "survey",
		"poll", "ruling", "verdict", "filing", "lawsuit", "article", "resolution", "transcript",
		"affidavit", "warrant", "notice", "release", "website", "review", "bulletin", "data", "figure", "record", "communique":
		return true
	}
	return false
}

// isOffice reports an office that one person holds at a time, so that "the
// president" names its holder.
func isOffice(s string) bool {
	switch s {
	case "president", "minister", "chancellor", "premier", "mayor", "governor", "king", "queen", "pope",
		"secretary", "chairman", "chairwoman", "chair", "ambassador", "envoy", "judge", "senator",
		"prosecutor", "sheriff", "coroner", "director", "commissioner", "speaker", "chief",
		"candidate", "ceo", "founder", "coach", "captain", "author", "bishop", "archbishop":
		return true
	}
	return false
}
