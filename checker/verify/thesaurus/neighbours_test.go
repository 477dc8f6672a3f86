package thesaurus_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/checker/verify/thesaurus"
)

func TestNeighbours(t *testing.T) {
	words := []string{"assault", "attack", "attacker", "close", "shut", "vehicle", "lorry", "truck", "girl", "nonsuchword", "invade", "invasion", "oak", "tree"}
	entries := make([]thesaurus.Entry, len(words))
	for i, w := range words {
		entries[i] = thesaurus.Find(w)
	}
	n := thesaurus.NewNeighbours(entries)
	found := 0
	for i := range words {
		related := n.Related(i)
		assert.True(t, slices.IsSorted(related))
		for k := range words {
			if slices.Contains(related, int32(k)) {
				found++
				assert.NotEqual(t, thesaurus.None, entries[i].Relate(entries[k]), "%s, %s", words[i], words[k])
			} else if r := entries[i].Relate(entries[k]); i != k && r != thesaurus.Derived {
				assert.Equal(t, thesaurus.None, r, "%s, %s", words[i], words[k])
			}
		}
	}
	assert.Greater(t, found, 10)
}

func TestAntonyms(t *testing.T) {
	assert.Contains(t, thesaurus.Find("open").Antonyms(), thesaurus.Find("close"))
	assert.Empty(t, thesaurus.Entry{}.Antonyms())
	assert.Contains(t, thesaurus.Listed("stable"), "unstable")
	assert.Contains(t, thesaurus.Listed("unstable"), "stable")
	for _, w := range thesaurus.Listed("accept") {
		assert.True(t, thesaurus.Contrary("accept", w), w)
	}
}
