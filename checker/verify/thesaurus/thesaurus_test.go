package thesaurus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRelate(t *testing.T) {
	tests := []struct {
		a, b string
		want Relation
	}{
		{"attack", "attack", Same},
		{"assault", "attack", Synonym},
		{"invasion", "invade", Derived},
		{"bird", "sparrow", None}, // a sparrow is an oscine, which is a bird
		{"tree", "oak", Kind},
		{"oak", "tree", Genus},
		{"spoon", "minister", None},
		{"zzyzx", "tree", None},
	}
	for _, tt := range tests {
		assert.Equal(t, tt.want, Relate(tt.a, tt.b), "%s and %s", tt.a, tt.b)
	}
}

func TestContrary(t *testing.T) {
	assert.True(t, Contrary("increase", "decrease"))
	assert.True(t, Contrary("decrease", "increase"))
	assert.False(t, Contrary("increase", "grow"))
	assert.False(t, Contrary("zzyzx", "grow"))
	assert.True(t, Contrary("uncrewed", "crewed"))
	assert.False(t, Contrary("less", "unless"))
	assert.True(t, Known("minister"))
	assert.False(t, Known("zzyzx"))
}

func TestNoun(t *testing.T) {
	assert.Equal(t, NounPerson, Find("officer").Noun())
	assert.Equal(t, NounTime, Find("afternoon").Noun())
	assert.Equal(t, NoField, Find("zzyzx").Noun())
	assert.NotEqual(t, NounPerson, Find("bridge").Noun())
}

func BenchmarkRelate(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Relate("assault", "attacker")
		Relate("spoon", "minister")
	}
}

// TestContraryRows: every row of the list has two sides, and no word is contrary
// to itself or stands in capitals.
func TestContraryRows(t *testing.T) {
	assert.Greater(t, len(contraries()), 200)
	for word, others := range contraries() {
		assert.Equal(t, strings.ToLower(word), word)
		for _, o := range others {
			assert.NotEqual(t, word, o)
			assert.True(t, Contrary(word, o) && Contrary(o, word), "%s, %s", word, o)
			assert.NotEqual(t, Synonym, Relate(word, o), "%s and %s are contrary and synonyms", word, o)
		}
	}
}
