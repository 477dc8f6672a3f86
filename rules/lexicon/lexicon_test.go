package lexicon

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		phrase string
		class  Class
		party  string
	}{
		{"Germany", Country, "DE"},
		{"German", Demonym, "DE"},
		{"Germans", Demonym, "DE"},
		{"the Netherlands", Country, "NL"},
		{"Dutch", Demonym, "NL"},
		{"U.S.", Country, "US"},
		{"US", Country | Acronym, "US"},
		{"America", Country, "US"},
		{"Ukrainian", Demonym, "UA"},
		{"Kyiv", Capital, "UA"},
		{"Kiev", Metonym, "UA"},
		{"Kremlin", Metonym, "RU"},
		{"Élysée", Metonym, "FR"},
		{"European Union", Body, "EU"},
		{"EU", Body | Acronym, "EU"},
		{"Côte d’Ivoire", Country, "CI"},
		{"Guinea-Bissau", Country, "GW"},
		{"Scotland", Country, "GB-SCT"},
	} {
		e, ok := Lookup(Key(c.phrase))
		require.True(t, ok, c.phrase)
		assert.Equal(t, c.class, e.Class&(c.class|Acronym), c.phrase)
		assert.Equal(t, c.party, e.Party, c.phrase)
	}
}

func TestCommonWordsAreNoCities(t *testing.T) {
	for _, w := range []string{"of", "same", "most", "police", "march"} {
		e, _ := Lookup(w)
		assert.False(t, e.Is(City), w)
	}
	e, _ := Lookup("grace")
	assert.True(t, e.Is(Given) && e.Is(Common))
}

func TestReach(t *testing.T) {
	e, ok := Lookup("united")
	require.True(t, ok)
	assert.GreaterOrEqual(t, int(e.Reach), 4, "united states of america")
}

func TestOffices(t *testing.T) {
	o, ok := OfficeOf(Key("secretary-general"))
	require.True(t, ok)
	assert.Equal(t, "secretary-general", o.Class)
	assert.True(t, o.Exclusive)
	assert.Equal(t, 1, o.Rank)
	assert.GreaterOrEqual(t, OfficeReach("prime"), 2)

	assert.True(t, Exclude("head-of-government", "opposition-leader"))
	assert.True(t, Exclude("opposition-leader", "head-of-government"))
	assert.False(t, Exclude("minister", "lawmaker"))
}

func TestExcludesNameClasses(t *testing.T) {
	classes := map[string]bool{}
	for _, o := range load().offices {
		classes[o.Class] = true
	}
	for pair := range load().excludes {
		assert.True(t, classes[pair[0]], pair[0])
		assert.True(t, classes[pair[1]], pair[1])
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"Plain": "plain", "same": "same", "Erdoğan": "erdogan", "Łódź": "lodz", "Bjørn": "bjorn", "Straße": "strasse", "O’Neill": "o'neill",
	} {
		assert.Equal(t, want, Fold(in))
	}
}

func TestFull(t *testing.T) {
	assert.Contains(t, Full("bill"), "william")
	assert.Empty(t, Full("zebedee"))
}

func TestSizes(t *testing.T) {
	assert.LessOrEqual(t, len(load().words.list), tableSize)
	assert.Greater(t, len(load().words.list), 25_000)
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
}

func FuzzKey(f *testing.F) {
	for _, s := range []string{"", "Guinea-Bissau", "Washington, D.C.", "É\xff", "a  b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		k := Key(s)
		Lookup(k)
		OfficeOf(k)
		require.Equal(t, Fold(Fold(s)), Fold(s))
	})
}

func TestLookupBytesDoesNotAllocate(t *testing.T) {
	key := []byte("united states of america")
	assert.Zero(t, testing.AllocsPerRun(100, func() { LookupBytes(key) }))
}
