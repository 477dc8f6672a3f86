package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/text"
)

func TestPackTellsWordsApart(t *testing.T) {
	seen := map[text.Packed]string{{}: "no word"}
	for n := range 17 {
		plain := strings.Repeat("a", n)
		for i := range n + 1 {
			word := plain
			if i < n {
				word = plain[:i] + "b" + plain[i+1:]
			}
			p, ok := text.Pack(word)
			assert.True(t, ok, word)
			assert.Empty(t, seen[p], word)
			seen[p] = word
			again, _ := text.Pack(strings.Clone(word))
			assert.Equal(t, p, again)
			assert.Equal(t, p.Hash(7, 12), again.Hash(7, 12))
			assert.Less(t, p.Hash(7, 12), 1<<12)
		}
	}
	_, ok := text.Pack(strings.Repeat("a", 17))
	assert.False(t, ok)
}
