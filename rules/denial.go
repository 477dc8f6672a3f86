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
	// grounds are what there is not, where a text says that there is none of it
	// for what hangs on it: "no evidence that", "no sign that".
	grounds    = []string{"evidence", "proof", "sign", "indication", "suggestion", "hint", "trace", "basis"}
	assertions = []string{"claim", "allegation", "report", "suggestion", "accusation", "charge", "notion", "idea", "rumour", "rumor", "assertion", "speculation", "statement"}
)

// deny turns an answer round where its clause hangs on a denial, and makes the
// denier its speaker: "The minister rejected claims that Norway had asked".
func (a *application) deny(f *Fact, c *clause.Clause) {
	up := a.g.governor(c)
	if up == nil {
		return
	}
	if c.Relation != clause.Adverbial && a.groundless(up) {
		f.Value.Answer = Yes + No - f.Value.Answer
		return
	}
	if c.Relation != clause.Complement || up.Negated || !a.denies(up) {
		return
	}
	f.Value.Answer = Yes + No - f.Value.Answer
	if len(up.Agents) > 0 {
		f.Voice = a.speakerVoice(a.kindOfSpeaker(up.Agents[0].Head), up.Agents[0])
	}
}

// supposed reports whether a clause says what somebody fears, hopes, takes for so or
// considers: "officers supposed that he was drunk", "nurses considered walking out".
func (a *application) supposed(c *clause.Clause) bool {
	up := a.g.governor(c)
	if up == nil {
		return false
	}
	switch up.Predicate {
	case "demand", "seek", "request", "call for", "insist on":
		return c.Relation != clause.Adverbial && c.Relation != clause.Relative // "demand a promise that none will go"
	case "consider", "contemplate", "mull", "threaten", "discuss":
		return c.Relation == clause.Complement && c.Tense == clause.NoTense
	}
	return c.Relation == clause.Complement && fearedOrWanted(up)
}

// groundless reports a clause that says that there is no ground for what hangs on
// it: "there is no evidence that", "police found no sign that".
func (a *application) groundless(c *clause.Clause) bool {
	if !c.Negated {
		return false
	}
	for _, list := range [2][]clause.Phrase{c.Agents, c.Patients} {
		for _, ph := range list {
			if slices.Contains(grounds, a.g.Doc.Tokens[ph.Head].Lemma) {
				return true
			}
		}
	}
	return false
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
