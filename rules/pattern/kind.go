package pattern

import (
	"slices"

	"github.com/concord-news/concord/rules/mention"
)

// Kind says what a slot captures.
type Kind uint8

// The kinds of slot, beside those that are a mention of one kind.
const (
	kindNone Kind = iota
	// KindMention is any of the kinds of mention that follow, by its offset.
	KindMention
)

// The kinds of slot that are not a mention of one kind.
const (
	// KindName is a person, organisation, place or event.
	KindName Kind = iota + 64
	// KindNames is people or organisations joined by commas and "and".
	KindNames
	// KindParty is a noun phrase that stands for a country, a government or a
	// body: "Moscow", "Russian officials", "the U.S. government".
	KindParty
	// KindPhrase is a base noun phrase, determiner and modifiers included.
	KindPhrase
	// KindNoun is one noun, KindVerb one verb, KindAdjective one adjective.
	KindNoun
	KindVerb
	KindAdjective
	// KindSuperlative is a superlative: "strongest", "most severe".
	KindSuperlative
	// KindCount is a number that counts things, with its noun.
	KindCount
	// KindHuman is a noun for one person: "driver", "widow".
	KindHuman
	// KindClass is a word or run of words of a class.
	KindClass
)

var kinds = map[string]Kind{
	"name": KindName, "names": KindNames, "party": KindParty, "np": KindPhrase,
	"noun": KindNoun, "verb": KindVerb, "adjective": KindAdjective,
	"superlative": KindSuperlative, "count": KindCount, "human": KindHuman,
}

// mentionKinds are the kinds of mention that a slot may ask for.
var mentionKinds = []mention.Kind{
	mention.Number, mention.Share, mention.Money, mention.Measure, mention.Age,
	mention.Duration, mention.Date, mention.Time, mention.Frequency,
	mention.Multiplier, mention.Ordinal, mention.Person, mention.Organisation,
	mention.Place, mention.Event, mention.Office,
}

func parseKind(s string) (Kind, bool) {
	if k, ok := kinds[s]; ok {
		return k, true
	}
	for _, m := range mentionKinds {
		if m.String() == s {
			return KindMention + Kind(m), true
		}
	}
	return kindNone, false
}

// Mention returns the kind of mention that k asks for, mention.None where it
// asks for something else.
func (k Kind) Mention() mention.Kind {
	if k > KindMention && k < KindName {
		return mention.Kind(k - KindMention)
	}
	return mention.None
}

// Mentions lists the kinds of mention of which a slot of kind k has one, none where
// it need have no mention.
func (k Kind) Mentions() []mention.Kind {
	switch m := k.Mention(); {
	case m != mention.None:
		return []mention.Kind{m}
	case k == KindCount:
		return []mention.Kind{mention.Number}
	case k == KindName || k == KindNames:
		return []mention.Kind{mention.Person, mention.Organisation, mention.Place, mention.Event}
	}
	return nil
}

// String returns the kind as patterns write it.
func (k Kind) String() string {
	if m := k.Mention(); m != mention.None {
		return m.String()
	}
	for name, kind := range kinds {
		if kind == k {
			return name
		}
	}
	return "none"
}

// Kinds lists the kinds of slot as patterns write them, sorted.
func Kinds() []string {
	var out []string
	for name := range kinds {
		out = append(out, name)
	}
	for _, m := range mentionKinds {
		out = append(out, m.String())
	}
	slices.Sort(out)
	return out
}
