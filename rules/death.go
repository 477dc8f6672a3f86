package rules

import (
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// death is the deed in the key of facts that say of what somebody died, harm the root of
// the kinds of what people die and accidents come of.
const (
	death = "cause of death"
	harm  = "cause of harm"
)

// deadly maps verbs of killing to the kinds of what the killed die of.
var deadly = map[string]string{
	"shoot": "gunshot", "gun down": "gunshot", "stab": "stabbing", "beat": "beating", "burn": "fire", "freeze": "hypothermia", "starve": "starvation",
	"drown": "drowning", "suffocate": "suffocation", "choke": "suffocation",
}

// diedOf reads of what a death was: by the verb ("shot dead"), by what it was of
// ("died of measles") or by what killed ("killed by a bullet").
func (r *eventReader) diedOf(f *Fact) bool {
	if f.Value.Words = deadly[r.clause.Predicate]; f.Value.Words != "" {
		return true
	}
	if f.Value.Words = r.deadlyThing(r.event.Agent); f.Value.Words != "" {
		f.Evidence = f.Evidence.Cover(r.g.Doc.Span(r.event.Agent.First, r.event.Agent.Last))
		return true
	}
	for i := range r.clause.Obliques {
		o := &r.clause.Obliques[i]
		switch o.Prep {
		case "of", "from", "to", "in", "by":
			if f.Value.Words = r.deadlyThing(o.Phrase); f.Value.Words != "" {
				f.Evidence = f.Evidence.Cover(r.g.Doc.Span(o.First, o.Phrase.Last))
				return true
			}
		}
	}
	return false
}

// deadlyThing is the kind of a phrase for what people die of, "" where it is none:
// "a heart attack", "complications of measles".
func (r *eventReader) deadlyThing(ph clause.Phrase) string {
	if ph.None() {
		return ""
	}
	t := &r.g.Doc.Tokens[ph.Head]
	if t.Tag != text.NOUN && t.Tag != text.PROPN {
		return ""
	}
	if name, root, _ := r.kindOf(ph.First, ph.Head); root == harm {
		return name
	}
	switch strings.ToLower(t.Lemma) {
	case "complication", "effect", "case", "form", "strain", "bout", "attack", "type":
		return r.deadlyThing(clause.Of(r.g.Doc, ph))
	}
	return ""
}
