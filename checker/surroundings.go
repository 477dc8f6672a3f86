package checker

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/text"
)

// term is a word or name around a figure with its weight: how much it tells of
// what the figure is of.
type term struct {
	part   rules.Part
	value  string
	weight float64
	place  bool
	// name is a name in lower case, "" for other words.
	name string
	// word is the number of the value without its mark, in the words of the story.
	word int32
}

// profile is a figure's surroundings.
type profile struct {
	terms []term // ordered by value, each value once
	norm  float64
}

// partWeights says how much the parts of the surroundings tell, tuned on the
// stories that were looked at.
var partWeights = [...]float64{rules.Head: 2, rules.Whole: 1.6, rules.Modifier: 1.5, rules.Predicate: 1.5, rules.Agent: 1.2, rules.Patient: 1.2, rules.Argument: 1.2, rules.Beside: 0.6, rules.Wish: 0}

// commonness counts in how many sentences of the story a word stands.
type commonness struct {
	sentences float64
	in        map[string]float64
}

// usualSentences are the sentences of other stories that a story's own are held
// against, so that in a story of few sentences a word of two is not common.
const usualSentences = 60

func (s *story) commonness() *commonness {
	c := &commonness{in: map[string]float64{}}
	last := map[string]int{}
	n := 0
	for _, g := range s.readings {
		for i := range g.Doc.Sentences {
			n++
			for k := g.Doc.Sentences[i].First; k < g.Doc.Sentences[i].Last; k++ {
				t := &g.Doc.Tokens[k]
				word := s.catalog.Synonym(t.Lemma)
				if t.Tag == text.PUNCT || last[word] == n {
					continue
				}
				last[word] = n
				c.in[word]++
			}
		}
	}
	c.sentences = float64(n + usualSentences)
	return c
}

// telling is how much a word tells, from 0 for one in every sentence of the
// story to 1 for one that stands nowhere else.
func (c *commonness) telling(words string) float64 {
	most := 0.0
	for w := range strings.FieldsSeq(words) {
		t := math.Log((c.sentences+1)/(c.in[w]+0.5)) / math.Log(2*c.sentences+2)
		most = max(most, t)
	}
	return max(most, 0)
}

// profile weighs the surroundings of a statement.
func (s *story) profile(st *statement, c *commonness) profile {
	var p profile
	for _, t := range st.fact.Context {
		v, shown, name := t.Value, bare(t.Value), ""
		if t.Entity != 0 {
			v = s.entity(st.article, t.Entity)
			shown = strings.ToLower(t.Show)
			name = strings.ToLower(s.canonical(st.article, t.Entity, t.Show))
		} else if own, ok := strings.CutPrefix(v, "name "); ok {
			name = strings.ToLower(own)
		}
		if v == "" {
			continue
		}
		p.terms = append(p.terms, term{t.Part, v, partWeights[t.Part] * c.telling(shown), t.Place, name, s.words.number(bare(v))})
	}
	slices.SortStableFunc(p.terms, func(a, b term) int { return cmp.Or(cmp.Compare(a.value, b.value), cmp.Compare(a.part, b.part)) })
	p.terms = slices.CompactFunc(p.terms, func(a, b term) bool { return a.value == b.value })
	for _, t := range p.terms {
		p.norm += t.weight * t.weight
	}
	p.norm = math.Sqrt(p.norm)
	return p
}

// likeness is the cosine of two profiles.
func (p *profile) likeness(q *profile) float64 {
	sum := 0.0
	p.common(q, func(a, b *term) { sum += a.weight * b.weight })
	return p.likenessOf(q, sum)
}

// likenessOf is likeness, given the sum of the weights of words in common.
func (p *profile) likenessOf(q *profile, sum float64) float64 {
	if p.norm == 0 || q.norm == 0 {
		return 0
	}
	if sum < acquainted*p.norm*q.norm {
		return sum / (p.norm * q.norm) // two related words alone tie nothing
	}
	for _, part := range []rules.Part{rules.Head, rules.Predicate} {
		if a, b := p.first(part), q.first(part); a != nil && b != nil && a.value != b.value && relatedWords(a.value, b.value) {
			sum += kinship * a.weight * b.weight
		}
	}
	return sum / (p.norm * q.norm)
}

// acquainted is how alike surroundings must be without related words for those
// to be looked up: most pairs are not, and looking words up costs the most.
const acquainted = 0.05

// kinship is how much two related words count, beside a word that is the same.
const kinship = 0.7

// first is the first term of a part, nil where there is none.
func (p *profile) first(part rules.Part) *term {
	for i := range p.terms {
		if p.terms[i].part == part {
			return &p.terms[i]
		}
	}
	return nil
}

// relatedWords reports whether two words may be said of one thing or deed: the
// same, one a compound of the other (schoolgirl, girl), synonyms, or one a kind
// of the other (worker, employee).
func relatedWords(a, b string) bool {
	const shortest = 4
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	return len(a) >= shortest && strings.HasSuffix(b, a) || thesaurus.Relate(a, b) != thesaurus.None
}

// common calls each for the words that both profiles have.
func (p *profile) common(q *profile, each func(a, b *term)) {
	for i, j := 0, 0; i < len(p.terms) && j < len(q.terms); {
		switch a, b := &p.terms[i], &q.terms[j]; cmp.Compare(a.value, b.value) {
		case -1:
			i++
		case 1:
			j++
		default:
			each(a, b)
			i, j = i+1, j+1
		}
	}
}

// head is the word for what the figure is of, "" where nothing says it.
func (p *profile) head() string {
	if t := p.headTerm(); t != nil {
		return t.value
	}
	return ""
}

// headTerm is head as a term, nil where nothing says it.
func (p *profile) headTerm() *term {
	if t := p.first(rules.Head); t != nil {
		return t
	}
	return p.first(rules.Whole)
}

// affinity is how much the words of two profiles have to do with each other: as a
// cosine, in which a related word counts for less than the word itself, and names not
// at all, as those of a story stand beside all that it tells.
func (s *story) affinity(p, q *profile) float64 {
	if p.norm == 0 || q.norm == 0 {
		return 0
	}
	sum := 0.0
	for i := range p.terms {
		if p.terms[i].name != "" {
			continue
		}
		best := 0.0
		for k := range q.terms {
			a, b := &p.terms[i], &q.terms[k]
			switch {
			case a.value == b.value:
				best = max(best, a.weight*b.weight)
			case kinship*a.weight*b.weight > best && s.words.relate(a.word, b.word):
				best = kinship * a.weight * b.weight
			}
		}
		sum += best
	}
	return math.Min(1, sum/(p.norm*q.norm))
}
