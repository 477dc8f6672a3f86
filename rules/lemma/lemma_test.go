package lemma

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/text"
)

func TestOf(t *testing.T) {
	for _, c := range []struct {
		lower string
		fine  text.Fine
		want  string
	}{
		{"killing", text.VBG, "kill"}, {"wounded", text.VBN, "wound"}, {"wounded", text.JJ, "wounded"},
		{"agreed", text.VBD, "agree"}, {"using", text.VBG, "use"}, {"left", text.VBD, "leave"}, {"led", text.VBN, "lead"},
		{"better", text.JJR, "good"}, {"better", text.RBR, "well"}, {"larger", text.JJR, "large"}, {"deadliest", text.JJS, "deadly"},
		{"is", text.VBZ, "be"}, {"has", text.VBZ, "have"}, {"'d", text.MD, "would"}, {"n't", text.RB, "not"}, {"'s", text.POS, "'s"},
		{"'", text.POS, "'s"}, {"its", text.PRPS, "its"}, {"them", text.PRP, "they"}, {"these", text.DT, "this"},
		{"organised", text.VBD, "organise"}, {"travelling", text.VBG, "travel"}, {"stopped", text.VBD, "stop"}, {"hoping", text.VBG, "hope"},
		{"singing", text.VBG, "sing"}, {"dying", text.VBG, "die"}, {"lies", text.VBZ, "lie"}, {"goes", text.VBZ, "go"}, {"tries", text.VBZ, "try"},
		{"focuses", text.VBZ, "focus"}, {"cities", text.NNS, "city"}, {"crises", text.NNS, "crisis"}, {"women", text.NNS, "woman"},
		{"co-founders", text.NNS, "co-founder"}, {"states", text.NNPS, "state"}, {"1990s", text.NNS, "1990s"}, {"series", text.NNS, "series"},
		{"shut", text.VBD, "shut"}, {"radicalising", text.VBG, "radicalise"}, {"re-elected", text.VBN, "re-elect"}, {"", text.NNS, ""},
	} {
		assert.Equal(t, c.want, Of(c.lower, c.fine, text.X), "%s/%s", c.lower, c.fine)
	}
	assert.Equal(t, "say", Of("said", text.NoFine, text.VERB))
	assert.Equal(t, "soldier", Of("soldiers", text.NoFine, text.NOUN))
}

func TestKnown(t *testing.T) {
	assert.True(t, Known("kill", text.VERB))
	assert.True(t, Known("kill", text.X))
	assert.False(t, Known("kill", text.ADJ))
	assert.False(t, Known("killings", text.NOUN))
	assert.False(t, Known("kill", text.PUNCT))
}

func TestPartsOf(t *testing.T) {
	assert.Equal(t, Noun|Verb, PartsOf("demand"))
	assert.Equal(t, Adverb, PartsOf("slowly"))
	assert.Zero(t, PartsOf("demanded"), "an inflected form")
	for _, w := range []string{"report", "fast", "envoy", "zzz"} {
		for part, tag := range map[Parts]text.Tag{Noun: text.NOUN, Verb: text.VERB, Adjective: text.ADJ, Adverb: text.ADV} {
			assert.Equal(t, Known(w, tag), PartsOf(w)&part != 0, "%s as %v", w, tag)
		}
	}
}

func TestPlace(t *testing.T) {
	for _, noun := range []string{"hospital", "house", "street", "river", "mountain", "van", "village", "crowd", "chest", "park-bench"} {
		assert.True(t, Place(noun), noun)
	}
	for _, noun := range []string{"condition", "defence", "breakfast", "inquiry", "agreement", "document", "vote", "percent", "attacker", "qzx"} {
		assert.False(t, Place(noun), noun)
	}
	assert.Equal(t, Noun|Verb, PartsOf("house"), "a place is no part of speech")
}
