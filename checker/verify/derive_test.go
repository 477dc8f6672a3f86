package verify

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// wedding is a report of our own in which 20 years and the wedding stand apart.
const wedding = `Flags were put up for a married couple after 20 years.
The wedding of Ada Voss and Jon Mora was held on 31 August in the chapel by the harbour.
Shops in Orrin sold 400 cups with a picture of the wedding.
The mayor gave a speech about the marriage.`

func TestDerived(t *testing.T) {
	tests := []struct {
		text, claim string
		want        Verdict
		// how is the arithmetic that a fact has.
		how string
	}{
		{"Police arrested two men and three women in Orrin over the fire.", "Police arrested five people in Orrin over the fire.", Supported, "2 + 3"},
		{"Police arrested two men and three women in Orrin over the fire.", "Police arrested five men in Orrin over the fire.", Contradicted, ""},
		{"Two boys, three girls and four teachers of Orrin were hurt when the pier fell.", "Nine people were hurt when the pier fell in Orrin.", Supported, "2 + 3 + 4"},
		{"The Orrin fire left five people dead and two injured, police said.", "The Orrin fire left seven people dead.", Contradicted, ""},
		{wedding, "Orrin marked the 20th anniversary of the wedding of Ada Voss and Jon Mora in the chapel by the harbour.", Supported, "20 years"},
		{"The plan has 130 flats on the quay and a further 70 by the harbour.", "The plan has 200 flats.", Supported, "130 + 70"},
		{"The plan has 130 flats on the quay and a further 70 by the harbour.", "The plan has 130 flats.", Unsupported, ""},
		{"The plan has 130 flats on the quay and a further 70 by the harbour.", "The plan has 130 flats initially.", Supported, ""},
		{"A lorry and seven cars were damaged when the pier of Orrin fell.", "Seven vehicles were damaged when the pier of Orrin fell.", Unsupported, ""},
		{"A lorry and seven cars were damaged when the pier of Orrin fell.", "Seven cars were damaged when the pier of Orrin fell.", Supported, ""},
		{"Orrin will have 60 more primary and 200 more secondary teacher places.", "Orrin will have 260 more teachers.", Supported, "60 + 200"},
		{"The rower of Orrin won the cup for a 20th and last time.", "The rower of Orrin is a 20-time winner of the cup.", Supported, "that many times"},
		{"A lorry and seven cars were damaged when the pier of Orrin fell.", "Eight vehicles were damaged when the pier of Orrin fell.", Supported, "1 + 7"},
		{"Police arrested a man and a woman in Orrin over the fire.", "Police arrested two people in Orrin over the fire.", Supported, "1 + 1"},
		{"Police arrested a man and a woman in Orrin over the fire.", "Police arrested two men in Orrin over the fire.", Unsupported, ""},
		{"The firm has 40 staff in Orrin and 25 in Brel.", "The firm has 65 staff.", Supported, "40 + 25"},
		{"The firm has 40 staff in Orrin and 25 ferries.", "The firm has 65 ferries.", Contradicted, ""},
		{"The harbour bought eight cranes. It also bought another 10 for Brel.", "The harbour bought 18 cranes.", Supported, "8 + 10"},
		{"The harbour bought eight cranes. It also wants another 10 for Brel.", "The harbour wants 18 cranes.", Unsupported, ""},
		{"The fire in Orrin killed 12 people. A further 30 people were hurt.", "The fire in Orrin killed 42 people.", Unsupported, ""},
		{"In Orrin 12 people died and 30 more were hurt, said police.", "In Orrin 42 people died.", Unsupported, ""},
		{"The price is made up of $52m for the docks and $24m of debt.", "The docks were sold at a price of $76m.", Supported, "52,000,000 + 24,000,000"},
		{"Fares on the Orrin ferry will rise from $20 to $25 in May.", "Fares on the Orrin ferry will rise by 25% in May.", Supported, "from 20 to 25 is 25.0%"},
		{"Fares on the Orrin ferry will rise from $20 to $25 in May.", "Fares on the Orrin ferry will rise by $5 in May.", Supported, "from 20 to 25"},
		{"Fares on the Orrin ferry will rise from $20 to $25 in May.", "Fares on the Orrin ferry will rise by 20% in May.", Unsupported, ""},
		{"Fares on the Orrin ferry are $25, up from $20 last year.", "Fares on the Orrin ferry have increased by a quarter.", Supported, "from 20 to 25 is 25.0%"},
		{"Ada Voss ran the brewery in Orrin from 1990 to 2004.", "Ada Voss ran the Orrin brewery for 14 years.", Supported, "from 1990 to 2004"},
		{"Ada Voss ran the brewery in Orrin from 1990 to 2004.", "Ada Voss ran the Orrin brewery for 24 years.", Unsupported, ""},
		{"It is 20 years since the old pier of Orrin was closed.", "Orrin marks the 20th anniversary of the closing of the old pier.", Supported, "20 years"},
		{"The old pier of Orrin was closed 20 years ago.", "Orrin marks the 20th anniversary of the closing of the old pier.", Supported, "20 years"},
		{"Brel Lines asked for help on 20 April, the day before the ferry sank.", "Brel Lines asked for help a day before the ferry sank.", Supported, "the day before"},
		{"Ada Voss, Jon Mora and Lena Brandt were hurt when the pier fell in Orrin.", "Three people were hurt when the pier fell in Orrin.", Supported, "names 3"},
		{"Ada Voss, 61, and her son Jon were hurt when the pier fell in Orrin.", "Two people were hurt when the pier fell in Orrin.", Supported, "names 2"},
		{"Ada Voss, Jon Mora and Lena Brandt were hurt when the pier fell in Orrin.", "Two people were hurt when the pier fell in Orrin.", Unsupported, ""},
		{"The quartet were hurt when the pier fell in Orrin.", "Four people were hurt when the pier fell in Orrin.", Supported, "names 4"},
	}
	v := newVerifier()
	for _, tt := range tests {
		t.Run(tt.claim, func(t *testing.T) {
			r := v.Pair(tt.text, tt.claim)
			assert.Equal(t, tt.want, r.Verdict, r.Why)
			if tt.how == "" {
				return
			}
			var notes []string
			for _, f := range r.Facts {
				notes = append(notes, f.Note)
			}
			assert.Contains(t, notes, tt.how)
		})
	}
}
