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
		{"Ghanaian/NNP/PROPN midfielder/NNP/PROPN Asante/NNP/PROPN scored/VBD/VERB", "JJ NN NNP VBD"},
		{"Osama/NNP/PROPN bin/NNP/PROPN Laden/NNP/PROPN", "NNP NNP NNP"},
		{"Dahls/NNS/NOUN ran/VBD/VERB", "NNP VBD"},
		{"Cars/NNS/NOUN ran/VBD/VERB", "NNS VBD"},
		{"E-mail/NN/NOUN came/VBD/VERB", "NN VBD"},
		{"Anyone/NN/PRON came/VBD/VERB", "NN VBD"},
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
		{"the/DT/DET boats/NNS/NOUN sank/JJ/ADJ ./SYM/PUNCT", "DT NNS VBD SYM"},
		{"the/DT/DET boats/NNS/NOUN broken/JJ/ADJ ./SYM/PUNCT", "DT NNS JJ SYM"},
		{"a/DT/DET dozen/CD/NUM boats/VBZ/VERB left/VBD/VERB", "DT CD NNS VBD"},
		{"that/DT/PRON one/CD/NUM leaks/VBZ/VERB", "DT CD VBZ"},
		{"premier/JJ/ADJ denies/NNS/NOUN bribery/NN/NOUN", "NN VBZ NN"},
		{"bribery/NN/NOUN claims/NNS/NOUN", "NN NNS"},
		{"Profit/VB/VERB fell/VBD/VERB", "NN VBD"},
		{"Gulls/VBZ/VERB sat/NNP/PROPN on/IN/ADP", "NNS VBD IN"},
		{"Let/VB/VERB us/PRP/PRON go/VB/VERB", "VB PRP VB"},
		{"the/DT/DET storm/NN/NOUN killed/VBN/VERB twelve/CD/NUM ./SYM/PUNCT", "DT NN VBD CD SYM"},
		{"the/DT/DET men/NNS/NOUN killed/VBN/VERB were/VBD/AUX young/JJ/ADJ ./SYM/PUNCT", "DT NNS VBN VBD JJ SYM"},
		{"it/PRP/PRON sold/VBD/VERB ships/NNS/NOUN and/CC/CCONJ paid/VBN/VERB debts/NNS/NOUN", "PRP VBD NNS CC VBD NNS"},
		{"it/PRP/PRON was/VBD/AUX sold/VBN/VERB in/IN/ADP May/NNP/PROPN and/CC/CCONJ paid/VBN/VERB", "PRP VBD VBN IN NNP CC VBN"},
		{"after/IN/SCONJ three/CD/NUM patients/NNS/NOUN complained/JJ/ADJ ./SYM/PUNCT", "IN CD NNS VBD SYM"},
		{"Go/VB/VERB said/VBD/VERB", "NN VBD"},
		{"the/DT/DET road/NN/NOUN remains/VBZ/VERB closed/VBD/VERB", "DT NN VBZ JJ"},
		{"what/WP/PRON remains/VBZ/VERB sank/VBD/VERB", "WP VBZ VBD"},
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
