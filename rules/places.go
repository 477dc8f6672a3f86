package rules

import (
	"slices"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// places says which mentions stand at a token. Measured on news, rules ask that
// of a token about once: a search each time took a fifteenth of all reading.
type places struct {
	mentions []mention.Mention
	// from holds, for each token, the index of the first mention that starts there
	// or behind; name the index of the first name that holds it, -1 for none.
	from, name []int32
	// sentence holds, for each token, the index of its sentence; dated marks the
	// sentences in which a date that is known begins.
	sentence []int32
	dated    []bool
}

// longestName is how many tokens the name of a person or body has at most.
const longestName = 16

// set takes the mentions of a text, ordered by place.
func (p *places) set(mentions []mention.Mention, d *text.Document) {
	n := len(d.Tokens)
	p.mentions = mentions
	p.from, p.name, p.sentence = slices.Grow(p.from[:0], n)[:n], slices.Grow(p.name[:0], n)[:n], slices.Grow(p.sentence[:0], n)[:n]
	for i := range d.Sentences {
		s := &d.Sentences[i]
		fill(p.sentence[s.First:s.Last], i)
	}
	p.dated = slices.Grow(p.dated[:0], len(d.Sentences))[:len(d.Sentences)]
	clear(p.dated)
	next := 0
	for i := range mentions {
		if m := &mentions[i]; m.Kind == mention.Date && m.Period.Known() {
			p.dated[p.sentence[m.First]] = true
		}
		if first := mentions[i].First; first >= next {
			fill(p.from[next:first+1], i)
			next = first + 1
		}
	}
	fill(p.from[next:], len(mentions))
	fill(p.name, -1)
	for i := len(mentions) - 1; i >= 0; i-- {
		if m := &mentions[i]; m.Kind >= mention.Person && m.Kind <= mention.Event {
			fill(p.name[m.First:min(m.Last, m.First+longestName+1)], i) // the first one last, over the others
		}
	}
}

func fill(list []int32, n int) {
	for i := range list {
		list[i] = int32(n)
	}
}

// sentenceOf returns the index of the sentence that holds a token.
func (p *places) sentenceOf(token int) int { return int(p.sentence[token]) }

// mentionsFrom returns the index of the first mention that starts at token or
// after it.
func (p *places) mentionsFrom(token int) int {
	if token >= len(p.from) {
		return len(p.mentions)
	}
	return int(p.from[max(token, 0)])
}

// mentionAt returns the name that holds token i, nil where there is none.
func (p *places) mentionAt(i int) *mention.Mention {
	if n := p.name[i]; n >= 0 {
		return &p.mentions[n]
	}
	return nil
}
