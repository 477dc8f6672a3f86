package denial

import (
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/text"
)

// grade is how near one word is to another.
type grade uint8

const (
	unrelated grade = iota
	// ofKind: the one is a kind of the other.
	ofKind
	// synonyms, or one derived from the other, or made of it.
	akin
	// same word or name.
	same
)

// counts is how much of its weight a word counts that meets another of a grade.
var counts = [...]float64{unrelated: 0, ofKind: 0.5, akin: 0.7, same: 1}

// grade is how near two words are to each other. Names are those that they name.
func (r *reader) grade(a, b *word) grade {
	switch {
	case a.name != 0 && b.name != 0:
		return sameIf(a.name == b.name)
	case a.figure || b.figure:
		return sameIf(a.lemma == b.lemma)
	case a.lemma == b.lemma && a.tag != b.tag && (a.tag == text.VERB || b.tag == text.VERB):
		return akin // "a call", "to call"
	}
	return r.lemmaGrade(a.lemma, b.lemma)
}

func sameIf(yes bool) grade {
	if yes {
		return same
	}
	return unrelated
}

func (r *reader) lemmaGrade(a, b int32) grade {
	if a == b {
		return same
	}
	return grade(r.kin.Recall(a, b, func(a, b int32) uint8 { return uint8(r.lookUp(a, b)) }))
}

func (r *reader) lookUp(a, b int32) grade {
	switch r.entries[a].Relate(r.entries[b]) {
	case thesaurus.Same:
		return same
	case thesaurus.Synonym, thesaurus.Derived:
		return akin
	case thesaurus.Kind, thesaurus.Genus:
		return ofKind
	}
	return gradeOfForms(r.lemmas[a], r.lemmas[b])
}

const (
	shortestStem = 5 // of a word that is the beginning of another
	shortestEnd  = 4 // of one that is its end
)

// gradeOfForms is akin where one word is the other's beginning, but for its last letter
// ("examine", "examination"), or its end ("schoolgirl", "girl").
func gradeOfForms(a, b string) grade {
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) >= shortestStem && strings.HasPrefix(b, a[:len(a)-1]) || len(a) >= shortestEnd && strings.HasSuffix(b, a) {
		return akin
	}
	return unrelated
}

// nearest is the best grade of a word among others.
func (r *reader) nearest(w *word, in []word) grade {
	best := unrelated
	for i := range in {
		if g := r.grade(w, &in[i]); g > best {
			if best = g; g == same {
				break
			}
		}
	}
	return best
}

// match is how much the words tell that meet one of the others.
func (r *reader) match(words, in []word) (sum float64) {
	for i := range words {
		sum += words[i].weight * counts[r.nearest(&words[i], in)]
	}
	return sum
}

// most is how much the word tells that tells most of those that meet one of the others.
func (r *reader) most(words, in []word) (most float64) {
	for i := range words {
		if words[i].weight > most {
			most = max(most, words[i].weight*counts[r.nearest(&words[i], in)])
		}
	}
	return most
}

// contrary reports whether two words are contrary. Those for people are not, as a man and a
// woman are two, nor the word of an age.
func (r *reader) contrary(a, b *word) bool {
	x, y := r.lemmas[a.lemma], r.lemmas[b.lemma]
	return a.name == 0 && b.name == 0 && !a.figure && !b.figure && !a.age && !b.age && thesaurus.Contrary(x, y) && !(thesaurus.People(x) && thesaurus.People(y))
}
