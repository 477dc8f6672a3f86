package review

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestWordEdits: an edit stands between the words of its own line, cut at words
// and never inside a letter.
func TestWordEdits(t *testing.T) {
	const before = "Five boats came.\nThe harbour master counted nine of them at noon."
	got, ok := wordEdits(before, strings.Replace(before, "nine", "seven", 1))
	assert.True(t, ok)
	assert.Equal(t, []WordEdit{{Before: "The harbour master counted ", Removed: "nine", Added: "seven", After: " of them at noon."}}, got)

	long := strings.Repeat("word ", 40)
	got, _ = wordEdits(long+"old "+long, long+"new "+long)
	assert.Equal(t, "…"+strings.Repeat(" word", 11)+" ", got[0].Before)
	assert.Equal(t, strings.Repeat(" word", 11)+" …", got[0].After)

	dense := strings.Repeat("é", 100)
	assert.Equal(t, "…"+strings.Repeat("é", aroundEdit/2), lastWords(dense))
	assert.Equal(t, "x"+strings.Repeat("é", aroundEdit/2-1)+"…", firstWords("x"+dense))
	assert.Empty(t, lastWords(""))

	_, ok = wordEdits("a", strings.Repeat("x1 ", 3)+manyWords(30_000))
	assert.False(t, ok, "too long to be compared word by word")
}

// manyWords are n different words.
func manyWords(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString(strings.Repeat("a", i%7+1))
		b.WriteByte(byte('a' + i%26))
		b.WriteString(strings.Repeat("b", i/182%180))
		b.WriteByte(' ')
	}
	return b.String()
}
