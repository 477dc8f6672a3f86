package person_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/person"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/speech"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
)

// read lists the pronouns and descriptions of a text with what they stand for:
// "she = Ada Voss".
func read(s string) string { return list(s, (*person.People).Of) }

// list lists the tokens of a text with what they stand for by of.
func list(s string, of func(p *person.People, token int) clause.Phrase) string {
	d := text.ParseString(s)
	syntax.Tag(d)
	m := append(names.Read(d), quantity.Read(d)...)
	slices.SortFunc(m, func(a, b mention.Mention) int { return cmp.Or(a.First-b.First, b.Last-a.Last) })
	a := clause.Analyse(d)
	says := func(lemma string) bool {
		_, ok := speech.VerbOf(lemma)
		return ok
	}
	p := person.Read(person.Input{Doc: d, Mentions: m, Holdings: names.Offices(d, m), Clauses: a.Clauses, Phrases: a.Phrases, Says: says, Quoted: speech.FindQuotations(d).Hold})
	var out []string
	for i := range d.Tokens {
		if who := of(p, i); !who.None() {
			out = append(out, d.Tokens[i].Lower+" = "+d.Span(who.First, who.Last).In(d.Text))
		}
	}
	return strings.Join(out, "\n")
}

func TestOf(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"who says so", "Harbour master Maria Lund said on Tuesday she would not resign.", "she = Maria Lund"},
		{"who says that", "Peter Hall blamed the ferry. Maria Lund said that she would go ahead with the inquiry.", "she = Maria Lund"},
		{"who says it is of the other sex", "Maria Lund left the quay. Innkeeper Peter Hall claims that she laughed at him.", "she = Maria Lund\nhim = Peter Hall"},
		{"a lawyer for a client", "James Cole was convicted. His lawyer, Peter Hall, said he would appeal.", "lawyer = Peter Hall\nhe = James Cole"},
		{"a lawyer of a client", "James Cole was convicted. His lawyer, Peter Hall, said that his client would appeal.", "lawyer = Peter Hall\nclient = James Cole"},
		{"a lawyer of herself", "James Cole was convicted. His lawyer, Maria Lund, said she was surprised.", "lawyer = Maria Lund\nshe = Maria Lund"},
		{"a lawyer of one with a name", "Maria Lund's lawyer, Anna Berg, said that she would fight on.", "lawyer = Anna Berg\nshe = Maria Lund"},
		{"only the other sex", "Maria Lund praised the crew. He left.", ""},
		{"the subject before", "Peter Hall met James Cole in Oslo. He signed the deal.", "he = Peter Hall"},
		{"the one of that sex", "Peter Hall met Maria Lund in Oslo. She signed the deal.", "she = Maria Lund"},
		{"an object is another", "James Cole was ill. Peter Hall visited him.", "him = James Cole"},
		{"two objects", "The court heard Peter Hall and James Cole. He was freed.", ""},
		{"a woman without a name", "A woman was stabbed by Peter Hall. She is in hospital.", "she = A woman"},
		{"quoted words are of another", "James Cole was arrested. Peter Hall rang the police. \"He kept shouting,\" Hall said.", "he = James Cole"},
		{"a quotation and its speaker", "Maria Lund welcomed the ruling. Fishmonger Peter Hall, 52, held the door. \"There were three of us,\" he said.", "he = Peter Hall"},
		{"an office", "Maria Lund, the harbour inspector, opened the quay. The harbour inspector thanked the crew.", "inspector = Maria Lund\ninspector = Maria Lund"},
		{"a description before the name", "Mountain guide Maria Lund led the way. The guide was hurt.", "guide = Maria Lund"},
		{"an apposition before the name", "The head of the rescue team, Peter Hall, was hurt.", "head = Peter Hall"},
		{"with a doctor", "It was their medical director, Dr Maria Lund, who called.", "director = Maria Lund"},
		{"with an age behind of", "The dead include a Danish woman of 21, Maria Lund, who was on holiday.", "woman = Maria Lund"},
		{"two bear it", "Pilot Maria Lund and pilot Peter Hall flew home. The pilot was hurt.", ""},
		{"another bears it", "A guide was hurt. Guide Maria Lund was not. The guide is in hospital.", ""},
		{"a woman before another", "The dead include a Danish woman of 21, Maria Lund. Clara Holm was freed. The woman is in hospital.", "woman = Maria Lund"},
		{"what somebody is", "Maria Lund will be the first woman to lead the port. She lives in Oslo.", "woman = Maria Lund\nshe = Maria Lund"},
		{"what somebody is not", "Maria Lund is not the pilot.", ""},
		{"a former office", "Former mayor Maria Lund spoke. The mayor was silent.", ""},
		{"one of which more is told", "Driver Peter Hall stopped. The driver of the bus did not.", ""},
		{"the only one, by age", "Maria Lund had crossed the ridge before. \"It was cold,\" the 34-year-old climber said.", "climber = Maria Lund"},
		{"by age, of two", "Maria Lund and Peter Hall crossed the ridge. The 34-year-old climber fell.", ""},
		{"by age, another sex", "Maria Lund crossed the ridge. The 34-year-old man fell.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, read(tt.text)) })
	}
}

func TestOwner(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"the subject before", "Maria Lund left the quay. Her brother rang the police.", "her = Maria Lund"},
		{"the subject of the clause", "Maria Lund met her brother in Oslo.", "her = Maria Lund"},
		{"of the other sex", "Maria Lund left the quay. His brother rang the police.", ""},
		{"one of two", "Peter Hall met Maria Lund. Her brother rang the police.", "her = Maria Lund"},
		{"who says so", "Peter Hall said that his brother would ring.", "his = Peter Hall"},
		{"an object is no owner", "Peter Hall blamed the ferry. Maria Lund visited him.", ""},
		{"inside quotation marks", "Maria Lund rang. \"Her brother is here,\" the guide said.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { assert.Equal(t, tt.want, list(tt.text, (*person.People).Owner)) })
	}
}
