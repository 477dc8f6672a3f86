package pattern

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/mention"
)

// What a choice begins with refuses no token from which one of its rows matches.
func TestBegins(t *testing.T) {
	share := mention.Mention{First: 1, Last: 3, Kind: mention.Share}
	sentences := []*Input{
		sentence("the/DET tide/NOUN will/AUX fall/VERB or/CCONJ rise/VERB again/ADV"),
		sentence("about/ADV 12/NUM percent/NOUN have/VERB in/ADP hand/NOUN the/DET talks/NOUN", share),
		sentence("talks/NOUN fell/VERB/fall rise/NOUN"),
	}
	for _, source := range []string{
		"(fall | rise)", "... (rise | fall [or]) ... again", "[the] tide (be | will) (rise | fall)",
		"(<:share> | the tide) (have | will)", "(have in hand | {hold})", "[=talks | the] (fall | tide)",
		"(talks | (fall | (rise | again)))", "(<:np> | rise) (fall | fell)", "[(rise | fall)] [or] rise",
	} {
		p, err := Compile(source, classes(t))
		require.NoError(t, err)
		plain := *p
		plain.prog = append([]instruction(nil), p.prog...)
		for i := range plain.prog {
			plain.prog[i].begins = nil
		}
		for n, in := range sentences {
			for i := range in.Last {
				_, got := p.MatchAt(in, i, in.Last)
				_, want := plain.MatchAt(in, i, in.Last)
				assert.Equal(t, want, got, "%s at token %d of sentence %d", source, i, n)
			}
		}
	}
}
