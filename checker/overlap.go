package checker

import (
	"slices"
	"strings"
)

// overlap is the part of two quotations in which both quote the same passage.
type overlap struct {
	// shared is how many words are the same, in order.
	shared int
	// tells reports that the words that both have say something: that there
	// are more than small words among them, such as "there was a lot of".
	tells bool
	// onlyA and onlyB are the words of the passage that one of the two has.
	onlyA, onlyB []string
}

// words is how long the passage is in the quotation that has more of it.
func (o overlap) words() int { return o.shared + max(len(o.onlyA), len(o.onlyB)) }

// changed lists the words that one of the two has, without those that the other
// has in another form: a hyphen, or an ending heard otherwise.
func (o overlap) changed() []string {
	if strings.Join(o.onlyA, "") == strings.Join(o.onlyB, "") {
		return nil
	}
	heard := func(words, others []string) (out []string) {
		for _, w := range words {
			if !slices.ContainsFunc(others, func(v string) bool { return sameStem(w, v) }) {
				out = append(out, w)
			}
		}
		return out
	}
	return append(heard(o.onlyA, o.onlyB), heard(o.onlyB, o.onlyA)...)
}

// stemLetters and stemEnding say when two words are forms of one: they start
// with the same letters, and at most the ending differs.
const (
	stemLetters = 3
	stemEnding  = 4
)

func sameStem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= stemLetters && 5*n >= 3*min(len(a), len(b)) && max(len(a), len(b))-n <= stemEnding
}

const (
	// maxQuoted bounds the words of a quotation that are looked at.
	maxQuoted = 400
	// lead is how many words more than the other side one side may have
	// between the common run and the end of the shorter quotation.
	lead = 4
	// tellingWords is how many words that are not small the common run must
	// have, unless it is longRun words long.
	tellingWords = 2
	longRun      = 7
)

// overlapOf finds the longest run of words that two quotations share and goes
// on from it to both sides, to where the shorter one ends.
func overlapOf(a, b []string) overlap {
	a, b = a[:min(len(a), maxQuoted)], b[:min(len(b), maxQuoted)]
	i, j, n := commonRun(a, b)
	if n == 0 {
		return overlap{onlyA: a, onlyB: b}
	}
	o := overlap{shared: n, tells: len(a[i:i+n]) >= longRun || count(a[i:i+n], telling) >= tellingWords}
	// To the left the words are taken backwards, so that one way of looking
	// serves both sides.
	o.extend(backwards(a[:i]), backwards(b[:j]))
	slices.Reverse(o.onlyA)
	slices.Reverse(o.onlyB)
	o.extend(a[i+n:], b[j+n:])
	return o
}

func count(words []string, is func(string) bool) int {
	n := 0
	for _, w := range words {
		if is(w) {
			n++
		}
	}
	return n
}

func backwards(words []string) []string {
	words = slices.Clone(words)
	slices.Reverse(words)
	return words
}

// commonRun returns where the longest common run of words starts, and its
// length.
func commonRun(a, b []string) (ia, ib, length int) {
	row := make([]int, len(b)+1)
	for i, w := range a {
		diagonal := 0
		for j, v := range b {
			above := row[j+1]
			row[j+1] = 0
			if w == v {
				row[j+1] = diagonal + 1
			}
			if row[j+1] > length {
				length = row[j+1]
				ia, ib = i+1-length, j+1-length
			}
			diagonal = above
		}
	}
	return ia, ib, length
}

// extend compares what follows the common run. What one side has after the
// last common word is more of the utterance, unless the other side goes on
// too, in other words.
func (o *overlap) extend(a, b []string) {
	n := min(len(a), len(b))
	a, b = a[:min(len(a), n+lead)], b[:min(len(b), n+lead)]
	pairs := commonPairs(a, b)
	i, j := 0, 0
	for _, p := range pairs {
		o.onlyA, o.onlyB = append(o.onlyA, a[i:p[0]]...), append(o.onlyB, b[j:p[1]]...)
		i, j = p[0]+1, p[1]+1
	}
	o.shared += len(pairs)
	if rest := min(len(a)-i, len(b)-j); rest > 0 {
		o.onlyA, o.onlyB = append(o.onlyA, a[i:i+rest]...), append(o.onlyB, b[j:j+rest]...)
	}
}

// commonPairs returns the places of a longest common subsequence.
func commonPairs(a, b []string) [][2]int {
	length := make([][]int, len(a)+1)
	for i := range length {
		length[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j] {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	var out [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			out = append(out, [2]int{i, j})
			i, j = i+1, j+1
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return out
}

// telling reports whether a word makes a difference to what was said. Small
// words come and go with the way in which an outlet fits a quotation in.
func telling(word string) bool { return !smallWords[word] }

// smallWords are articles, prepositions, pronouns, auxiliaries, conjunctions
// and adverbs of degree. Words that deny are not among them.
var smallWords = map[string]bool{
	"anyone": true, "anybody": true, "someone": true, "somebody": true, "everyone": true, "everybody": true,
	"a": true, "an": true, "the": true, "this": true, "that": true, "these": true, "those": true, "of": true,
	"to": true, "in": true, "on": true, "at": true, "by": true, "for": true, "from": true, "with": true,
	"as": true, "and": true, "or": true, "but": true, "so": true, "then": true, "than": true, "if": true,
	"when": true, "while": true, "also": true, "just": true, "only": true, "very": true, "quite": true,
	"really": true, "rather": true, "too": true, "even": true, "still": true, "now": true, "here": true,
	"there": true, "again": true, "already": true, "about": true, "into": true, "over": true, "out": true,
	"up": true, "down": true, "off": true, "i": true, "me": true, "my": true, "mine": true, "we": true,
	"us": true, "our": true, "ours": true, "you": true, "your": true, "he": true, "him": true, "his": true,
	"she": true, "her": true, "they": true, "them": true, "their": true, "it": true, "its": true, "who": true,
	"whom": true, "which": true, "what": true, "be": true, "is": true, "are": true, "was": true, "were": true,
	"been": true, "being": true, "am": true, "has": true, "have": true, "had": true, "having": true, "do": true,
	"does": true, "did": true, "will": true, "would": true, "shall": true, "should": true, "can": true,
	"could": true, "may": true, "might": true, "must": true, "i'm": true, "we're": true, "they're": true,
	"it's": true, "that's": true, "i've": true, "we've": true, "they've": true, "he's": true, "she's": true,
	"'s": true, "'re": true, "'ve": true, "'ll": true, "'d": true, "s": true, "t": true, "re": true, "ve": true,
	"ll": true, "d": true, "well": true, "oh": true, "yes": true, "actually": true, "simply": true,
	"certainly": true, "clearly": true, "absolutely": true,
}
