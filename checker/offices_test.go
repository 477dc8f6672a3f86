package checker

import (
	"testing"

	"github.com/concord-news/concord/rules"
	"github.com/stretchr/testify/assert"
)

func TestOffices(t *testing.T) {
	trade := func(title, class string, former bool) *rules.Fact {
		return &rules.Fact{Value: rules.Value{Office: rules.Office{Title: title, Class: class, Former: former}}}
	}
	for _, c := range []struct {
		a, b *rules.Fact
		want relation
	}{
		{trade("plumber", "plumber", true), trade("bus driver", "driver", true), different},
		{trade("plumber", "plumber", false), trade("bus driver", "driver", false), different},
		{trade("plumber", "plumber", true), trade("bus driver", "driver", false), incomparable},
		{trade("cook", "chef", false), trade("chef", "chef", false), bothTrue},
		{trade("welder", "mechanic", false), trade("engineer", "engineer", false), bothTrue},
		{trade("prime minister", "head-of-government", true), trade("foreign minister", "foreign-minister", true), incomparable},
	} {
		assert.Equal(t, c.want, offices(c.a, c.b).relation, "%s and %s", office(c.a.Value.Office), office(c.b.Value.Office))
	}
}
