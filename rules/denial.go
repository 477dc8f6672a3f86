package rules

import (
	"slices"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/speech"
)

// Words that say of a reported clause that it is not so.
var (
	// denials take the clause itself: "denied that it had asked".
	denials = []string{"deny", "refute", "rebut", "disprove", "debunk"}
	// dismissals take a noun for what is said: "rejected claims that".
	dismissals = []string{"reject", "dismiss", "deny", "dispute", "refute", "rebuff", "contest", "brush aside", "play down", "shoot down"}
	assertions = []string{"claim", "allegation", "report", "suggestion", "accusation", "charge", "notion", "idea", "rumour", "rumor", "assertion", "speculation", "statement"}
)

// deny turns an answer round where its clause hangs on a denial, and makes the
// denier its speaker: "The minister rejected claims that Norway had asked".
func (a *application) deny(f *Fact, c *clause.Clause) {
	if c.Parent < 0 || c.Parent >= len(a.g.Clauses) || c.Relation != clause.Complement {
		return
	}
	up := &a.g.Clauses[c.Parent]
	if up.Negated || !a.denies(up) {
		return
	}
	f.Value.Answer = Yes + No - f.Value.Answer
	if len(up.Agents) > 0 {
		f.Voice = a.speakerVoice(a.kindOfSpeaker(up.Agents[0].Head), up.Agents[0])
	}
}

// kindOfSpeaker tells a speaker who is named, by the head of the phrase, from
// one who is not.
func (a *application) kindOfSpeaker(head int) speech.Kind {
	if a.mentionAt(head) != nil {
		return speech.Named
	}
	return speech.Unnamed
}

// denies reports whether a clause denies what hangs on it.
func (a *application) denies(c *clause.Clause) bool {
	if len(c.Patients) == 0 {
		return slices.Contains(denials, c.Predicate)
	}
	head := a.g.Doc.Tokens[c.Patients[len(c.Patients)-1].Head].Lemma
	return slices.Contains(dismissals, c.Predicate) && slices.Contains(assertions, head)
}
