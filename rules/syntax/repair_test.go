package syntax

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/syntax/internal/tagger"
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
		{"three/CD/NUM Dutch/NNP/PROPN nurses/NNS/NOUN", "CD JJ NNS"},
		{"bridge/NN/NOUN cost/NN/NOUN about/IN/ADV 21/CD/NUM", "NN VBD IN CD"},
		{"the/DT/DET cost/NN/NOUN $/SYM/SYM", "DT NN SYM"},
		{"expected/VBN/VERB to/IN/ADP resume/NN/NOUN ./SYM/PUNCT", "VBN TO VB SYM"},
		{"stuck/VBN/VERB to/IN/ADP work/NN/NOUN ./SYM/PUNCT", "VBN IN NN SYM"},
		{"has/VBZ/AUX yet/RB/ADV to/IN/ADP open/JJ/ADJ ./SYM/PUNCT", "VBZ RB TO VB SYM"},
		{"works/NNS/NOUN are/VBP/AUX to/IN/ADP last/JJ/ADJ two/CD/NUM years/NNS/NOUN", "NNS VBP TO VB CD NNS"},
		{"tower/NN/NOUN was/VBD/AUX not/RB/PART hit/VB/VERB ,/SYM/PUNCT", "NN VBD RB VBN SYM"},
		{"is/VBZ/AUX to/TO/PART cut/VB/VERB jobs/NNS/NOUN", "VBZ TO VB NNS"},
		{"talks/NNS/NOUN are/VBP/AUX to/TO/PART resume/NN/NOUN ./SYM/PUNCT", "NNS VBP TO VB SYM"},
		{"aid/NN/NOUN is/VBZ/AUX to/IN/ADP farmers/NNS/NOUN ./SYM/PUNCT", "NN VBZ IN NNS SYM"},
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
		{"The/DT/DET motive/JJ/ADJ remains/NNS/NOUN unclear/JJ/ADJ ./SYM/PUNCT", "DT NN VBZ JJ SYM"},
		{"The/DT/DET human/JJ/ADJ remains/NNS/NOUN ./SYM/PUNCT", "DT JJ NNS SYM"},
		{"The/DT/DET union/NN/NOUN called/VBN/VERB the/DT/DET vote/NN/NOUN unfair/JJ/ADJ and/CC/CCONJ left/VBD/VERB", "DT NN VBD DT NN JJ CC VBD"},
		{"The/DT/DET man/NN/NOUN given/VBN/VERB the/DT/DET key/NN/NOUN left/VBD/VERB", "DT NN VBN DT NN VBD"},
		{"after/IN/SCONJ it/PRP/PRON shut/VBN/VERB ,/SYM/PUNCT", "IN PRP VBD SYM"},
		{"found/VBD/VERB it/PRP/PRON shut/VBN/VERB", "VBD PRP VBN"},
		{"ruled/VBD/VERB out/RP/ADP early/RB/ADV talks/VBZ/VERB", "VBD RP JJ NNS"},
		{"the/DT/DET ferry/NN/NOUN will/MD/AUX cruise/NNP/PROPN at/IN/ADP", "DT NN MD VB IN"},
		{"The/DT/DET midfielder/NNP/PROPN signed/VBD/VERB", "DT NN VBD"},
		{"claims/NNS/NOUN that/WDT/PRON Norway/NNP/PROPN had/VBD/AUX", "NNS IN NNP VBD"},
		{"a/DT/DET war/NN/NOUN that/WDT/PRON Norway/NNP/PROPN lost/VBD/VERB", "DT NN WDT NNP VBD"},
		{"The/DT/DET Danish/NNP/PROPN skier/NN/NOUN fell/VBD/VERB", "DT JJ NN VBD"},
		{"the/DT/DET Danish/NNP/PROPN fell/VBD/VERB", "DT NNP VBD"},
		{"Halden/NNP/PROPN Chemicals/NNS/NOUN said/VBD/VERB", "NNP NNPS VBD"},
		{"Baywater/NNP/PROPN Dredging/VBG/VERB sank/VBD/VERB", "NNP NNP VBD"},
		{"the/DT/DET Citizens/NNPS/PROPN '/POS/PART List/NN/NOUN", "DT NNPS POS NNP"},
		{"Nils/NNS/NOUN Orlo/FW/X fell/VBD/VERB", "NNP NNP VBD"},
		{"offers/VBZ/VERB Norway/JJ/ADJ help/NN/NOUN", "VBZ NNP NN"},
		{"held/VBD/VERB a/DT/DET plumber/NN/NOUN called/VBD/VERB Nils/NNP/PROPN", "VBD DT NN VBN NNP"},
		{"a/DT/DET plumber/NN/NOUN called/VBD/VERB Nils/NNP/PROPN", "DT NN VBD NNP"},
		{"while/IN/SCONJ rents/NNS/NOUN rose/NN/NOUN ./SYM/PUNCT", "IN NNS VBD SYM"},
		{"a/DT/DET red/JJ/ADJ rose/NN/NOUN ./SYM/PUNCT", "DT JJ NN SYM"},
		{"vote/NN/NOUN shook/NN/NOUN the/DT/DET party/NN/NOUN", "NN VBD DT NN"},
		{"after/IN/SCONJ fog/NN/NOUN cut/NN/NOUN visibility/NN/NOUN", "IN NN VBD NN"},
		{"fell/VBD/VERB and/CC/CCONJ wages/VBZ/VERB rose/NN/NOUN", "VBD CC NNS VBD"},
		{"The/DT/DET fair/JJ/ADJ runs/NNS/NOUN Dec./NNP/PROPN 15/CD/NUM ./SYM/PUNCT", "DT NN VBZ NNP CD SYM"},
		{"Storm/NN/NOUN kills/NNS/NOUN 12/CD/NUM inland/RB/ADV", "NN VBZ CD RB"},
		{"Fog/VB/VERB strands/NNS/NOUN thousands/NNS/NOUN", "NN VBZ NNS"},
		{"Judge/NNP/PROPN Adeyemi/NNP/PROPN set/VBN/VERB sentencing/NN/NOUN ./SYM/PUNCT", "NNP NNP VBD NN SYM"},
		{"Mayor/NNP/PROPN Caro/NNP/PROPN put/VB/VERB it/PRP/PRON off/RP/ADP ./SYM/PUNCT", "NNP NNP VBD PRP RP SYM"},
		{"the/DT/DET premier/JJ/ADJ stepped/VBN/VERB down/RP/ADP ./SYM/PUNCT", "DT NN VBD RP SYM"},
		{",/SYM/PUNCT sold/JJ/ADJ 30/CD/NUM boats/NNS/NOUN", "SYM VBD CD NNS"},
		{"an/DT/DET estimated/JJ/ADJ 30/CD/NUM people/NNS/NOUN", "DT JJ CD NNS"},
		{"approved/VBD/VERB the/DT/DET dam/VBP/VERB on/IN/ADP Monday/NNP/PROPN", "VBD DT VBP IN NNP"},
		{"approved/VBD/VERB the/DT/DET river/NN/NOUN dam/VBP/VERB on/IN/ADP Monday/NNP/PROPN", "VBD DT NN NN IN NNP"},
		{"did/VBD/AUX you/PRP/PRON survive/VBP/VERB", "VBD PRP VB"},
		{"has/VBZ/AUX also/RB/ADV sold/VBD/VERB", "VBZ RB VBN"},
		{"could/MD/AUX free/JJ/ADJ ships/NNS/NOUN", "MD VB NNS"},
		{"it/PRP/PRON drew/JJ/ADJ comparisons/NNS/NOUN", "PRP VBD NNS"},
		{"warned/VBD/VERB her/PRP$/PRON managers/VBZ/VERB", "VBD PRP$ NNS"},
		{"is/VBZ/AUX 44/CD/NUM and/CC/CCONJ lives/NNS/NOUN alone/RB/ADV", "VBZ CD CC VBZ RB"},
		{"is/VBZ/AUX pressing/JJ/ADJ Denmark/NNP/PROPN", "VBZ VBG NNP"},
		{"is/VBZ/AUX pressing/JJ/ADJ ./SYM/PUNCT", "VBZ JJ SYM"},
		{"judges/NNS/NOUN upheld/VBP/VERB it/PRP/PRON", "NNS VBD PRP"},
		{"they/PRP/PRON 've/VBP/AUX left/VBN/VERB", "PRP VBP VBN"},
		{"magnitude/NN/NOUN 6/CD/NUM wrecked/VBN/VERB the/DT/DET quay/NN/NOUN", "NN CD VBD DT NN"},
		{"of/IN/ADP the/DT/DET coral/JJ/ADJ on/IN/ADP", "IN DT NN IN"},
		{"a/DT/DET fine/JJ/ADJ of/IN/ADP", "DT NN IN"},
		{"a/DT/DET few/JJ/ADJ of/IN/ADP us/PRP/PRON", "DT JJ IN PRP"},
		{"food/NN/NOUN is/VBZ/AUX scarce/NN/NOUN", "NN VBZ JJ"},
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
		var words tagger.Scratch
		loadTagger().Tag(slices.Clone(tokens), &words) // for the notes on the words
		repair(tokens, &words)
		var got []string
		for _, tok := range tokens {
			got = append(got, tok.Fine.String())
		}
		assert.Equal(t, tt.want, strings.Join(got, " "), tt.words)
	}
}
