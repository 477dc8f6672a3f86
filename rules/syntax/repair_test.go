package syntax

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/text"
)

func TestHeadlineVerb(t *testing.T) {
	for words, want := range map[string]string{
		"Voss Offers Norway New Deal After Long Talks": "Offers",
		"Ferry Strike Hits Islands for Second Week":    "Hits",
		"Voss offers Norway a new deal":                "offers",
		"Old Town Hall to Open":                        "",
	} {
		d := text.ParseString(words)
		Tag(d)
		got := ""
		for _, tok := range d.Tokens {
			if tok.Fine == text.VBZ {
				got = tok.In(d.Text)
			}
		}
		assert.Equal(t, want, got, words)
	}
}

func TestRepair(t *testing.T) {
	tests := []struct{ words, want string }{
		{"One/CD/NUM official/JJ/ADJ said/VBD/VERB", "CD NN VBD"},
		{"an/DT/DET official/JJ/ADJ visit/NN/NOUN", "DT JJ NN"},
		{"on/IN/ADP one/CD/NUM ally/RB/ADV as/IN/ADP", "IN CD NN IN"},
		{"the/DT/DET only/RB/ADV ,/SYM/PUNCT", "DT RB SYM"},
		{"has/VBZ/AUX been/VBN/AUX meeting/NN/NOUN", "VBZ VBN VBG"},
		{"on/IN/ADP one/CD/NUM ally/RB/ADV is/VBZ/AUX", "IN CD NN VBZ"},
		{"Oduvar/NN/NOUN said/VBD/VERB", "NNP VBD"},
		{"Rain/NN/NOUN fell/VBD/VERB", "NN VBD"},
		{"of/IN/ADP U.S./NNP/PROPN demands/VBZ/VERB ./SYM/PUNCT", "IN NNP NNS SYM"},
		{"Norway/NNP/PROPN demands/VBZ/VERB ./SYM/PUNCT", "NNP VBZ SYM"},
		{"by/IN/ADP envoys/VBZ/VERB Ada/NNP/PROPN", "IN NNS NNP"},
		{"Dahl/NNP/PROPN ,/SYM/PUNCT rejected/VBN/VERB claims/VBZ/VERB that/IN/SCONJ", "NNP SYM VBD NNS IN"},
		{"has/VBZ/AUX rejected/VBN/VERB claims/VBZ/VERB that/IN/SCONJ", "VBZ VBN NNS IN"},
		{"what/WP/PRON followed/VBD/VERB shows/VBZ/VERB that/IN/SCONJ", "WP VBD VBZ IN"},
		{"the/DT/DET meeting/NN/NOUN", "DT NN"},
		{"bridge/NN/NOUN cost/NN/NOUN about/IN/ADV 21/CD/NUM", "NN VBD IN CD"},
		{"the/DT/DET cost/NN/NOUN $/SYM/SYM", "DT NN SYM"},
		{"bridge/NN/NOUN cost/NN/NOUN rose/VBD/VERB 21/CD/NUM", "NN NN VBD CD"},
	}
	for _, tt := range tests {
		var tokens []text.Token
		for _, w := range strings.Fields(tt.words) {
			p := strings.Split(w, "/")
			tag, _ := text.ParseTag(p[2])
			var shape text.Shape
			if strings.ToLower(p[0]) != p[0] {
				shape = text.Capital
			}
			tokens = append(tokens, text.Token{Shape: shape, Lower: strings.ToLower(p[0]), Fine: text.ParseFine(p[1]), Tag: tag})
		}
		repair(tokens)
		var got []string
		for _, tok := range tokens {
			got = append(got, tok.Fine.String())
		}
		assert.Equal(t, tt.want, strings.Join(got, " "), tt.words)
	}
}
