package speech

import (
	"strings"

	"github.com/concord-news/concord/rules/text"
)

// Verb says what a verb of speech or thought commits the outlet to and what it
// can be followed by.
type Verb uint8

const (
	// Factive: the outlet takes what is said to be so (acknowledged, noted).
	Factive Verb = 1 << iota
	// Doubtful: the outlet keeps its distance (claimed, alleged).
	Doubtful
	// Thought: it is believed, hoped or feared rather than said.
	Thought
	// Denial: the speaker says that it is not so.
	Denial
	// Content: its object is what is said ("confirmed two deaths").
	Content
	// Deed: an infinitive or participle after it is what is said ("denied
	// paying", "claimed to have won").
	Deed
	// Naming: "described X as", "called X".
	Naming
	// plain marks verbs with no other class.
	plain
)

// Has reports whether v has every part of w.
func (v Verb) Has(w Verb) bool { return v&w == w }

// verbLists are written by hand: the verbs of attribution of news reports, with
// the classes of Hooper (1975) and Karttunen for the factive ones.
var verbLists = []struct {
	class Verb
	verbs string
}{
	{plain, `say tell add insist stress emphasize emphasise underline underscore
		maintain argue contend assert declare state explain reply respond answer
		repeat reiterate remark observe comment write tweet post joke quip shout
		cry whisper exclaim caution promise pledge vow swear suggest hint imply
		signal indicate agree counter conclude testify complain boast urge demand
		propose recommend warn ask wonder lament affirm reaffirm advise inform
		brief remind assure reassure quote cite announce report predict forecast
		estimate calculate project hold counsel muse mutter joke continue
		interject volunteer opine retort riposte elaborate specify tout
		intimate threaten recount relate narrate describe call caution note
		tell concur stipulate promise plead appeal blog speculate accuse
		apologise apologize congratulate praise criticize criticise
		condemn denounce welcome hail reject dismiss`},
	{Factive, `acknowledge admit confirm note reveal disclose concede recall
		recognise recognize find show stress emphasize emphasise underline
		underscore confess certify verify establish demonstrate`},
	{Doubtful, `claim allege purport assert contend boast speculate suspect
		profess rumour rumor`},
	{Thought, `believe think feel hope fear expect suspect doubt worry assume
		suppose reckon anticipate guess figure presume understand find`},
	{Denial, `deny dispute reject dismiss refute rebut doubt`},
	{Content, `confirm report claim estimate allege deny announce predict forecast
		reveal disclose acknowledge describe call brand dub label`},
	{Deed, `deny admit claim acknowledge confess allege profess purport report`},
	{Naming, `describe call brand dub label characterise characterize portray
		hail denounce dismiss condemn criticise criticize term quote cite
		praise tout welcome`},
}

var verbs = func() map[string]Verb {
	m := make(map[string]Verb, 256)
	for _, l := range verbLists {
		for v := range strings.FieldsSeq(l.verbs) {
			m[v] |= l.class
		}
	}
	return m
}()

var maySpeak = text.SieveOf(verbs)

// VerbOf returns the classes of the verb with that lemma, and whether it is one
// of speech or thought.
func VerbOf(lemma string) (Verb, bool) {
	if !maySpeak.MayHold(lemma) {
		return 0, false
	}
	v, ok := verbs[lemma]
	return v &^ plain, ok
}

// reportsClause reports whether the verb with that lemma quotes: "..., X said".
// Verbs of thought and of showing do not, and report only what a clause after
// them says.
func reportsClause(lemma string) bool {
	switch lemma {
	case "find", "show", "hold", "praise", "welcome", "cite", "demonstrate", "establish", "understand",
		"doubt", "expect", "hope", "fear", "feel", "suppose", "assume", "suspect", "accuse", "figure",
		"hail", "condemn", "threaten", "apologise", "apologize", "brief", "recall", "verify", "certify":
		return false
	}
	return true
}

// reportNoun reports a noun whose clause is someone's words: "claims that X".
func reportNoun(lemma string) bool {
	switch lemma {
	case "claim", "allegation", "rumour", "rumor", "accusation", "assertion", "suggestion", "report",
		"statement", "announcement", "warning", "belief", "fear", "hope", "denial", "admission",
		"speculation", "insistence", "argument", "view", "complaint", "charge", "concern", "assurance",
		"promise", "pledge", "prediction", "estimate":
		return true
	}
	return false
}
