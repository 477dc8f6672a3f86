package label

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// bare returns a document of which neither rules nor lists know anything.
func bare(sentence string) Input {
	d := text.ParseString(sentence)
	capital := make([]bool, len(d.Tokens))
	for i := range capital {
		capital[i] = d.Tokens[i].Shape.Has(text.Capital)
	}
	return Input{Doc: d, Capital: capital, Class: make([]lexicon.Class, len(d.Tokens)), Office: make([]uint8, len(d.Tokens)), Settled: make([]uint8, len(d.Tokens))}
}

// taught returns documents in which what follows "in" is a place and what
// follows "Mr." a person.
func taught() []Example {
	var out []Example
	for _, s := range []string{"It rained in Halden.", "It rained in Orsa.", "It rained in Tellby.", "They saw Mr. Voss.", "They saw Mr. Kant.", "They saw Mr. Lind."} {
		in := bare(s)
		d := in.Doc
		last := len(d.Tokens) - 1
		kind := mention.Person
		if d.Tokens[last-2].Lower == "in" {
			kind = mention.Place
		}
		out = append(out, Example{Input: in, Gold: []Name{{First: last - 1, Last: last, Kind: kind}}})
	}
	return out
}

func TestTrainFindsThePattern(t *testing.T) {
	m := Train(taught(), 5)
	assert.Equal(t, []Name{{3, 4, mention.Place}}, m.Find(nil, bare("It rained in Umbery.")))
	assert.Equal(t, []Name{{3, 4, mention.Person}}, m.Find(nil, bare("They saw Mr. Ortheim.")))
}

func TestTrainIsDeterministic(t *testing.T) {
	assert.Equal(t, Train(taught(), 3).Encode(), Train(taught(), 3).Encode())
}

func TestEncodeDecode(t *testing.T) {
	m := Train(taught(), 5)
	got, err := Decode(m.Encode())
	require.NoError(t, err)
	assert.Equal(t, m, got)
}

func FuzzDecode(f *testing.F) {
	f.Add(Train(taught(), 2).Encode())
	f.Add([]byte{0x80})
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Decode(b); err == nil {
			m.Find(nil, bare("It rained in Halden."))
		}
	})
}
