package pattern

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/text"
)

// Class is a set of words and of runs of words, by lemma.
type Class struct {
	Name string
	// byFirst holds the runs by their first lemma, longest first.
	byFirst map[string][][]entryWord
	// mayBegin tells most words that begin no run.
	mayBegin text.Sieve
	// anchor is the first words of the runs, sorted.
	anchor Anchor
}

// entryWord is one word of an entry: a lemma, or with form a word as written.
type entryWord struct {
	word string
	form bool
}

// NewClass makes a class of entries. An entry is one or more lemmas separated
// by spaces; "=talks" stands for the word as it is written.
func NewClass(name string, entries []string) (*Class, error) {
	c := &Class{Name: name, byFirst: make(map[string][][]entryWord, len(entries))}
	for _, e := range entries {
		var run []entryWord
		for _, w := range strings.Fields(e) {
			form, isForm := strings.CutPrefix(w, "=")
			run = append(run, entryWord{strings.ToLower(form), isForm})
		}
		if len(run) == 0 {
			return nil, fmt.Errorf("class %s: empty entry", name)
		}
		first := run[0].word
		c.byFirst[first] = append(c.byFirst[first], run)
	}
	c.mayBegin, c.anchor = text.SieveOf(c.byFirst), anchorOf(slices.Sorted(maps.Keys(c.byFirst)))
	for _, runs := range c.byFirst {
		slices.SortStableFunc(runs, func(a, b []entryWord) int { return len(b) - len(a) })
	}
	return c, nil
}

func (w entryWord) matches(t *text.Token) bool {
	if w.form {
		return t.Lower == w.word
	}
	return t.Lemma == w.word || t.Lower == w.word
}

// MatchAt returns how many tokens from token i on, before limit, are a run of
// the class: the longest one, 0 where there is none.
func (c *Class) MatchAt(d *text.Document, i, limit int) int {
	if i >= limit {
		return 0
	}
	t := &d.Tokens[i]
	if n := matchRuns(c.runs(t.Lemma), d, i, limit); n > 0 {
		return n
	}
	if t.Lower == t.Lemma {
		return 0
	}
	return matchRuns(c.runs(t.Lower), d, i, limit)
}

// runs returns the runs that begin with word.
func (c *Class) runs(word string) [][]entryWord {
	if !c.mayBegin.MayHold(word) {
		return nil
	}
	return c.byFirst[word]
}

func matchRuns(runs [][]entryWord, d *text.Document, i, limit int) int {
next:
	for _, run := range runs {
		if i+len(run) > limit {
			continue
		}
		for k, w := range run {
			if !w.matches(&d.Tokens[i+k]) {
				continue next
			}
		}
		return len(run)
	}
	return 0
}

// may reports whether a run of the class can begin with the token's word: false is
// certain.
func (c *Class) may(t *text.Token) bool {
	return c.mayBegin.MayHold(t.Lemma) || c.mayBegin.MayHold(t.Lower)
}

// Has reports whether the class has the one-word entry lemma.
func (c *Class) Has(lemma string) bool {
	for _, run := range c.runs(lemma) {
		if len(run) == 1 {
			return true
		}
	}
	return false
}

// HasRun reports whether the words of run, separated by spaces, are an entry.
func (c *Class) HasRun(run string) bool {
	if strings.IndexByte(run, ' ') < 0 {
		return c.Has(run)
	}
	words := strings.Fields(run)
	if len(words) == 0 {
		return false
	}
	for _, entry := range c.runs(words[0]) {
		if len(entry) == len(words) && slices.EqualFunc(entry, words, func(e entryWord, w string) bool { return e.word == w }) {
			return true
		}
	}
	return false
}
