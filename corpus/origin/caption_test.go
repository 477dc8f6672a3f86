package origin

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
)

// TestCaptionsAreNoCopy: two articles that print the same pictures with their
// captions have written their own words.
func TestCaptionsAreNoCopy(t *testing.T) {
	file := "FILE - In this March 9, 2026, file photo, a ferry lies at the old pier of Ellery after the storm that closed the harbour, tore the roof off the market hall and " +
		"drove four barges onto the beach below the lighthouse, where they were still lying on Monday when the mayor and the harbour master came to look at them, Ada Voss said. " +
		"Behind it, the light at the end of the pier is out, as it had been since the spring, when the town had no money for a new one. (Ada Voss/Ellery Press)\n\n"
	show, numbered := "", ""
	for i := range 8 {
		caption := strings.TrimSpace(prose(uint64(50+i), 1))
		show += fmt.Sprintf("Photos: The storm in pictures %s Hide Caption %d of 8 ", caption, i+1)
		numbered += fmt.Sprintf("Image %d of 8 %s Photo: Ada Voss ", i+1, caption)
	}
	for name, captions := range map[string]string{"of a file": file, "of a slide show": show + "\n\n", "numbered": numbered} {
		a, b := article("a.txt", captions+prose(1, 12)), article("b.txt", captions+prose(2, 12))
		r := Find([]*corpus.Article{a, b})
		assert.Equal(t, []string{"A", "B"}, r.Labels, name)
		p, ok := r.Between(0, 1)
		require.True(t, ok, name)
		assert.Greater(t, p.Words, MinWords, "%s: the passage is shared all the same", name)
		assert.True(t, r.Shared(a, p.Passages[0].A, b), name)
		c := article("c.txt", captions+prose(1, 12)+prose(3, 6))
		assert.Equal(t, []string{"A", "A"}, Find([]*corpus.Article{a, c}).Labels, "%s: the words below them count", name)
	}
}

// TestRepeatsCountOnce: a line that each of two texts says again and again is
// one line that they share.
func TestRepeatsCountOnce(t *testing.T) {
	line := strings.TrimSpace(prose(40, 1)) + " "
	a, b := article("a.txt", strings.Repeat(line, 12)+"\n\n"+prose(1, 8)), article("b.txt", strings.Repeat(line, 12)+"\n\n"+prose(2, 8))
	assert.Equal(t, []string{"A", "B"}, Find([]*corpus.Article{a, b}).Labels)
}

func FuzzCaptions(f *testing.F) {
	f.Add("Image 1 of 2 A pier. Photo: Ada Voss Image 2 of 2 A bridge. Photo: A Rest.")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, s := range numbered(text, 0) {
			assert.True(t, end <= s.Start && s.Start < s.End && s.End <= len(text))
			end = s.End
		}
	})
}
