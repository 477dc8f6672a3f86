package thesaurus

import (
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
