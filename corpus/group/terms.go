package group

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/concord-news/concord/corpus"
)

// What a term weighs by where it stands, tuned on the stories of the
// development set: names tell stories apart better than words, and headlines
// better than text.
const (
	nameWeight     = 2.0
	headlineWeight = 2.0
	leadWeight     = 1.5
)

// maxTerms is how many terms of an article are kept, the heaviest first.
const maxTerms = 60

// minLetters is the shortest word that is a term; numbers are none, because
// they are what versions of a story differ in.
const minLetters = 3

// counts are the terms of one article with how much each was used.
type counts map[string]float64

// readTerms counts the terms of an article: words in lower case, cut to their
// stem, and names of several words as one.
func readTerms(a *corpus.Article) counts {
	c := counts{}
	paragraph := 0
	for _, b := range a.Blocks {
		weight := 1.0
		switch b.Kind {
		case corpus.Furniture:
			continue
		case corpus.Headline:
			weight = headlineWeight
		case corpus.Paragraph:
			if paragraph++; paragraph <= 2 {
				weight = leadWeight
			}
		}
		c.add(b.In(a.Text), weight)
	}
	if len(a.Blocks) > 0 && a.Blocks[0].Kind != corpus.Headline {
		c.add(a.Title, headlineWeight)
	}
	return c
}

func (c counts) add(text string, weight float64) {
	start, name := true, ""
	flush := func() {
		if strings.Contains(name, " ") {
			c[name] += weight * nameWeight
		}
		name = ""
	}
	for len(text) > 0 {
		i := strings.IndexFunc(text, unicode.IsLetter)
		if i < 0 {
			break
		}
		if gap := text[:i]; strings.ContainsAny(gap, ".!?,:;\n\"“”()") {
			flush()
			start = start || strings.ContainsAny(gap, ".!?\n\"“")
		}
		text = text[i:]
		end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' && r != '’' })
		if end < 0 {
			end = len(text)
		}
		word := strings.TrimRight(text[:end], "'’")
		text = text[end:]
		first, _ := utf8.DecodeRuneInString(word)
		low := strings.ToLower(word)
		low = strings.TrimSuffix(strings.TrimSuffix(low, "'s"), "’s")
		switch {
		case unicode.IsUpper(first) && !common(low):
			if len(low) >= minLetters {
				w := weight
				if !start {
					w *= nameWeight
				}
				c[stem(low)] += w
			}
			name = strings.TrimSpace(name + " " + low)
		default:
			flush()
			if len(low) >= minLetters && !common(low) {
				c[stem(low)] += weight
			}
		}
		start = false
	}
	flush()
}

// stem cuts the commonest endings off, so that one word is one term.
func stem(w string) string {
	for _, end := range []string{"ing", "ed", "es", "s"} {
		if cut, ok := strings.CutSuffix(w, end); ok && len(cut) >= 4 {
			return cut
		}
	}
	return w
}

// vector is the terms of an article with their weights, ordered by term; its
// length is 1.
type vector struct {
	term   []int32
	weight []float32
}

// weigh turns counts into vectors: a term weighs the more the fewer articles
// of the pile have it, and one that a single article has joins nothing.
//
// Each article is read twice: the counts of a large pile would take more memory
// than its texts.
func weigh(all []*corpus.Article) ([]vector, []string) {
	df := map[string]int{}
	for _, a := range all {
		for t := range readTerms(a) {
			df[t]++
		}
	}
	names := make([]string, 0, len(df))
	for t, n := range df {
		// Terms that a tenth of a large pile has tell nothing apart.
		if n > 1 && (n <= 50 || n*10 <= len(all)) {
			names = append(names, t)
		}
	}
	slices.Sort(names)
	id := make(map[string]int32, len(names))
	idf := make([]float64, len(names))
	for i, t := range names {
		id[t] = int32(i)
		idf[i] = math.Log(float64(len(all)+1) / float64(df[t]))
	}
	out := make([]vector, len(all))
	for i, a := range all {
		out[i] = newVector(readTerms(a), id, idf)
	}
	return out, names
}

func newVector(c counts, id map[string]int32, idf []float64) vector {
	type entry struct {
		term   int32
		weight float64
	}
	var list []entry
	for t, n := range c {
		if k, ok := id[t]; ok && idf[k] > 0 {
			list = append(list, entry{k, (1 + math.Log(n+1)) * idf[k]})
		}
	}
	slices.SortFunc(list, func(a, b entry) int { return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.term, b.term)) })
	list = list[:min(len(list), maxTerms)]
	slices.SortFunc(list, func(a, b entry) int { return cmp.Compare(a.term, b.term) })
	sum := 0.0
	for _, e := range list {
		sum += e.weight * e.weight
	}
	v := vector{make([]int32, len(list)), make([]float32, len(list))}
	for i, e := range list {
		v.term[i], v.weight[i] = e.term, float32(e.weight/math.Sqrt(sum))
	}
	return v
}

// dot is the cosine of the angle between two vectors, 0 to 1.
func dot(a, b vector) float64 {
	sum := 0.0
	for i, j := 0, 0; i < len(a.term) && j < len(b.term); {
		switch {
		case a.term[i] < b.term[j]:
			i++
		case a.term[i] > b.term[j]:
			j++
		default:
			sum += float64(a.weight[i]) * float64(b.weight[j])
			i++
			j++
		}
	}
	return sum
}

// common reports whether a word is too common in news to be a term.
func common(w string) bool {
	switch w {
	case "the", "and", "for", "that", "with", "was", "were", "are", "has", "have", "had", "his", "her", "its", "their", "they", "them", "she", "him", "you", "your",
		"who", "what", "when", "where", "which", "while", "from", "this", "these", "those", "there", "then", "than", "but", "not", "all", "any", "been", "being",
		"would", "could", "should", "will", "can", "may", "might", "must", "said", "says", "say", "also", "after", "before", "about", "over", "under", "into", "out",
		"more", "most", "some", "such", "other", "only", "just", "one", "two", "three", "four", "five", "new", "last", "first", "year", "years", "day", "days", "week",
		"month", "time", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july",
		"august", "september", "october", "november", "december", "people", "according", "told", "reported", "report", "news", "statement", "officials", "official",
		"spokesman", "spokeswoman", "made", "make", "did", "does", "our", "because", "between", "during", "through", "since", "until", "against", "around", "among",
		"mr", "mrs", "ms", "per", "cent", "percent", "million", "billion", "hundred", "thousand", "how", "why", "now", "like", "get", "got", "each", "both", "very",
		"still", "even", "back", "well", "down", "off", "here", "him's", "reuters", "associated", "press", "afp", "photo", "image", "file", "video", "read":
		return true
	}
	return false
}
