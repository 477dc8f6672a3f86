package checker

import (
	"slices"

	"github.com/concord-news/concord/rules"
)

// repeated reports whether a figure of what an article tells in all is one that
// another fact has from the same words: where all of a slot are, they are
// compared there, and not twice.
func repeated(facts []rules.Fact, f *rules.Fact) bool {
	if !f.Rule.Compare.Partial {
		return false
	}
	for i := range facts {
		o := &facts[i]
		if o.Rule != f.Rule && o.Evidence == f.Evidence && slices.Equal(o.Key, f.Key) {
			return true
		}
	}
	return false
}
