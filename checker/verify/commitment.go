package verify

import (
	"fmt"

	"github.com/concord-news/concord/rules/text"
)

// doubt is a way in which a text keeps its distance from what it tells.
type doubt uint8

const (
	noDoubt doubt = iota
	// hearsay: reportedly, alleged, rumour.
	hearsay
	// possibility: may, might, could, perhaps.
	possibility
	// attribution: says, according to, sources.
	attribution
	// falsehood: hoax, fake, debunked; and plain denial.
	falsehood
	// question: the sentence asks.
	question

	doubts
)

// doubtOf is the doubt that a token expresses.
func doubtOf(t *text.Token) doubt {
	switch t.Lemma {
	case "reportedly", "allegedly", "alleged", "allege", "allegation", "supposedly", "supposed", "apparently", "purportedly",
		"purported", "claim", "rumor", "rumour", "rumored", "rumoured", "unconfirmed", "unverified", "doubt", "doubtful", "sceptical",
		"skeptical", "believe", "suspect", "appear", "seem", "speculation", "report", "purport", "forecast":
		return hearsay
	case "may", "might", "could", "possible", "possibly", "perhaps", "probably", "maybe", "whether", "if", "potential", "potentially":
		return possibility
	case "say", "source", "accord", "according", "analyst":
		return attribution
	case "hoax", "fake", "false", "falsely", "untrue", "debunk", "deny", "denial", "dispute", "refute", "myth", "bogus", "fabrication", "satire", "satirical":
		return falsehood
	case "?", "really":
		return question
	}
	if text.Denies(t.Lemma) {
		return falsehood
	}
	return noDoubt
}

// doubtAt is doubtOf a token in its place: a report that somebody wrote is no
// hearsay, and "Report: plant to close" and "Plant to close, report" are; nor is
// who appears in a film.
func doubtAt(d *text.Document, i int) doubt {
	t := &d.Tokens[i]
	if t.Lemma == "appear" && (i+1 >= len(d.Tokens) || d.Tokens[i+1].Tag == text.ADP && d.Tokens[i+1].Lower != "to" || d.Tokens[i+1].Tag == text.PUNCT) {
		return noDoubt
	}
	if t.Tag == text.NOUN && t.Lemma == "report" {
		colon := func(i int) bool { return i >= 0 && i < len(d.Tokens) && d.Tokens[i].Lower == ":" }
		if last := i+1 == len(d.Tokens) && i > 0 && d.Tokens[i-1].Tag != text.DET && d.Tokens[i-1].Tag != text.ADJ; !last && !colon(i-1) && !colon(i+1) {
			return noDoubt
		}
	}
	return doubtOf(t)
}

// commitment objects to a claim that doubts, denies or asks what the source
// states flatly. The whole source is looked through: where an article says
// "police said" once, its every sentence may be theirs.
// What an article states flatly is borne out all the more where the claim says
// "may"; only a headline beside a sentence or two stands for how sure its text
// is. A denial must stand in the text whatever its length.
func (c *claim) commitment() []objection {
	short := len(c.src.sentences) <= mostSentences
	var stated [doubts]bool
	for _, r := range c.src.readings {
		for i := range r.Doc.Tokens {
			stated[doubtAt(r.Doc, i)] = true
		}
	}
	d := c.reading.Doc
	for i := range d.Tokens {
		if k := doubtAt(d, i); k != noDoubt && !stated[k] && (short || k == falsehood) {
			why := fmt.Sprintf("the claim says %q, and the text states it without", d.Form(i))
			if k == falsehood {
				why = fmt.Sprintf("the claim says %q, and the text denies nothing", d.Form(i))
			}
			return []objection{{why: why, missing: &Missing{d.Tokens[i].Span, "how far the claim commits itself"}}}
		}
	}
	return nil
}
