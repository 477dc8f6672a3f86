package rules

import (
	"slices"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/speech"
)

// voices remembers whose words the tokens of a text are. Several facts are read of
// a sentence, and each has a voice.
type voices struct {
	// at holds, for each token, one more than the index of the innermost attribution
	// that covers it, 0 for the outlet's own words.
	at []int32
	// of holds the voice of each attribution, and known whether it was asked for.
	of    []Voice
	known []bool
}

// set takes the attributions of a text of that many tokens.
func (v *voices) set(attributions []speech.Attribution, tokens int) {
	v.at = speech.Innermost(v.at, attributions, tokens)
	v.of = slices.Grow(v.of[:0], len(attributions))[:len(attributions)]
	v.known = slices.Grow(v.known[:0], len(attributions))[:len(attributions)]
	clear(v.known)
}

// voice says whose words token i is.
func (a *application) voice(i int) Voice {
	n := a.voices.at[i] - 1
	if n < 0 {
		return Voice{Own: true}
	}
	if !a.voices.known[n] {
		at := &a.g.Speech[n]
		v := a.speakerVoice(at.Kind, at.Speaker)
		if v.Party == "" && !at.Said.None() {
			v.Party = a.parties.of(at.Said.First, at.Said.Last) // "the Norland envoy, Ada Voss,"
		}
		a.voices.of[n], a.voices.known[n] = v, true
	}
	return a.voices.of[n]
}

// speakerVoice is the voice of a speaker named by a noun phrase, which may be
// none.
func (a *application) speakerVoice(kind speech.Kind, speaker clause.Phrase) Voice {
	v := Voice{Kind: kind}
	if speaker.None() {
		return v
	}
	v.Speaker = a.g.Doc.Span(speaker.First, speaker.Last).In(a.g.Doc.Text)
	v.Party = a.parties.of(speaker.First, speaker.Last)
	if m := a.mentionAt(speaker.Head); m != nil {
		v.Entity = m.Entity
	} else if m := a.spokenFor(speaker); m != nil {
		v.Entity = m.Entity
	}
	return v
}

// spokenFor is the body for which a spokesperson without a name speaks: "a Halden
// spokesman", "a spokeswoman for Halden"; nil for others.
func (a *application) spokenFor(ph clause.Phrase) *mention.Mention {
	switch a.g.Doc.Tokens[ph.Head].Lemma {
	case "spokesman", "spokeswoman", "spokesperson":
	default:
		return nil
	}
	end := ph.Last
	if end+1 < len(a.g.Doc.Tokens) && (a.g.Doc.Tokens[end].Lower == "for" || a.g.Doc.Tokens[end].Lower == "of") {
		end += 4
	}
	for k := a.mentionsFrom(ph.First); k < len(a.g.Mentions) && a.g.Mentions[k].First < end; k++ {
		if m := &a.g.Mentions[k]; m.Kind == mention.Organisation && m.Entity > 0 {
			return m
		}
	}
	return nil
}
