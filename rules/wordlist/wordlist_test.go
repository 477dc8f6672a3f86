package wordlist_test

import (
	"strconv"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/wordlist"
)

func TestIndex(t *testing.T) {
	x := wordlist.New(3)
	const words = 1000 // it grows many times
	for i := range words {
		assert.Equal(t, i, x.Add(strconv.Itoa(i*i)))
	}
	assert.Equal(t, words, x.Len())
	for i := range words {
		n, ok := x.Find(strconv.Itoa(i * i))
		assert.True(t, ok)
		assert.Equal(t, i, n)
		n, ok = x.FindBytes([]byte(strconv.Itoa(i * i)))
		assert.True(t, ok)
		assert.Equal(t, i, n)
		assert.Equal(t, i, x.Add(strconv.Itoa(i*i)), "it is there already")
	}
	i := 0
	for w := range x.All() {
		assert.Equal(t, strconv.Itoa(i*i), w)
		i++
	}
	assert.Equal(t, words, i)
	for _, missing := range []string{"", "3", "00", "999"} {
		_, ok := x.Find(missing)
		assert.False(t, ok, missing)
	}
	assert.Equal(t, words, x.Add(""), "the empty word is a word")
}
