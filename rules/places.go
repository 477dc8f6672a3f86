package rules

import (
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
	// sentence holds, for each token, the index of its sentence.
	sentence []int32
}

// longestName is how many tokens the name of a person or body has at most.
const longestName = 16

// set takes the mentions of a text, ordered by place.
func (p *places) set(mentions []mention.Mention, d *text.Document) {
	tokens := len(d.Tokens)
	p.mentions, p.from, p.name, p.sentence = mentions, p.from[:0], p.name[:0], p.sentence[:0]
	for i := range d.Sentences {
		for len(p.sentence) < d.Sentences[i].Last {
			p.sentence = append(p.sentence, int32(i))
		}
	}
	for i := range mentions {
		for len(p.from) <= mentions[i].First {
			p.from = append(p.from, int32(i))
		}
	}
	for len(p.from) < tokens {
		p.from = append(p.from, int32(len(mentions)))
	}
	for range tokens {
		p.name = append(p.name, -1)
	}
	for i := range mentions {
		if m := &mentions[i]; m.Kind >= mention.Person && m.Kind <= mention.Event {
			for t := m.First; t < min(m.Last, m.First+longestName+1); t++ {
				if p.name[t] < 0 {
					p.name[t] = int32(i)
				}
			}
		}
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
