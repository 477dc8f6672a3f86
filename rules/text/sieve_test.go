package text_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/text"
)

func TestSieve(t *testing.T) {
	set := strings.Fields("mayor minister prime chief deputy spokeswoman é a")
	s := text.NewSieve(len(set))
	for _, w := range set {
		s.Add(w)
	}
	for _, w := range set {
		assert.True(t, s.MayHold(w), w)
	}
	through := 0
	others := strings.Fields("the of in said town they it on was with by from council meeting road bridge river after two years")
	for _, w := range others {
		if s.MayHold(w) {
			through++
		}
	}
	assert.Less(t, through, len(others)/3, "most other words are stopped")
	assert.False(t, s.MayHold(""))
	var none text.Sieve
	assert.False(t, none.MayHold("mayor"))
}
