package pattern

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestDenied tells a word of denial for which a pattern asks from one over which
// it only passes.
func TestDenied(t *testing.T) {
	tests := []struct {
		pattern, sentence string
		want              bool
	}{
		{"no ground be give", "no/DET ground/NOUN was/AUX/be given/VERB/give", true},
		{"ground be [*] give", "ground/NOUN was/AUX/be not/PART given/VERB/give", false},
		{"ground be ... give", "ground/NOUN was/AUX/be never/ADV given/VERB/give", false},
		{"(no | the) ground", "the/DET ground/NOUN", false},
		{"(no | the) ground", "no/DET ground/NOUN", true},
		{"[no] * ground give", "no/DET more/ADJ ground/NOUN given/VERB/give", true},
		{"they decline to give", "they/PRON declined/VERB/decline to/PART give/VERB", true},
	}
	for _, tt := range tests {
		t.Run(tt.pattern, func(t *testing.T) {
			p, err := Compile(tt.pattern, nil)
			require.NoError(t, err)
			in := sentence(tt.sentence)
			m, ok := p.MatchAt(in, 0, in.Last)
			require.True(t, ok)
			assert.Equal(t, tt.want, m.Denied())
		})
	}
}

// TestDeniedGoesBack holds that a way which failed leaves no denial behind.
func TestDeniedGoesBack(t *testing.T) {
	p, err := Compile("[no] ... ground (be give | lose)", nil)
	require.NoError(t, err)
	in := sentence("no/DET ground/NOUN lost/VERB/lose")
	m, ok := p.MatchAt(in, 0, in.Last)
	require.True(t, ok)
	assert.True(t, m.Denied())
	p, err = Compile("([no] land | * ground)", nil)
	require.NoError(t, err)
	m, ok = p.MatchAt(sentence("no/DET ground/NOUN"), 0, 2)
	require.True(t, ok)
	assert.False(t, m.Denied())
}

// TestStartOfChoices holds what a pattern is looked up by where it begins with
// several rows.
func TestStartOfChoices(t *testing.T) {
	for source, want := range map[string][]string{
		"(lose | give) ground":    {"give", "lose"},
		"[low] ground":            {"ground", "low"},
		"(lose | <x:np>) ground":  nil,
		"(be | give) ground":      {"be", "give"},
		"(lose ground | give up)": {"give", "lose"},
	} {
		p, err := Compile(source, nil)
		require.NoError(t, err)
		assert.Equal(t, want, p.Start().Words, source)
	}
}
