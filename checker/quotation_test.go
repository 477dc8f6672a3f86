package checker

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules"
)

func TestQuotations(t *testing.T) {
	for _, tt := range []struct {
		name, a, b string
		want       relation
	}{
		{"same", "We will rebuild the bridge.", "we will rebuild the bridge", same},
		{"a part", "We will rebuild the bridge before winter comes", "rebuild the bridge before winter", bothTrue},
		{"ends overlap", "We will rebuild the bridge before winter", "the bridge before winter comes to the valley", bothTrue},
		{"small words", "This is really the worst flood of my life", "This is the worst flood of my life", bothTrue},
		{"a word changed", "We will rebuild the bridge before winter comes to town", "We will rebuild the school before winter comes to town", different},
		{"a number changed", "I gave them 40 days to leave the island for good", "I gave them 14 days to leave the island for good", different},
		{"two translations", "Our country weeps, it hurts, yet it is strong and will be stronger", "The nation is in tears but it is strong and will always be stronger", bothTrue},
		{"nothing in common", "We saw nothing of it at all", "The harvest will be good this year", bothTrue},
		{"no words", "", "", same},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, b := &rules.Fact{}, &rules.Fact{}
			a.Value.Words, b.Value.Words = tt.a, tt.b
			assert.Equal(t, tt.want, quotations(a, b).relation)
			assert.Equal(t, tt.want, quotations(b, a).relation)
		})
	}
}

func TestAlike(t *testing.T) {
	alike := func(a, b string) bool { return alike(quoteWords(a), quoteWords(b)) }
	assert.True(t, alike("the fleet sails at dawn for the cape", "the fleet sails at dawn"))
	assert.False(t, alike("there was a lot of screaming in the hall", "then there was a lot of smoke in the air"), "small words tell nothing")
	assert.False(t, alike("nothing of the kind", "a ship of another kind"))
}

func TestOverlapOf(t *testing.T) {
	o := overlapOf(quoteWords("and the fleet sails at dawn for the cape"), quoteWords("the fleet sails tomorrow at dawn"))
	assert.Equal(t, overlap{shared: 5, tells: true, onlyB: []string{"tomorrow"}}, o)
}
