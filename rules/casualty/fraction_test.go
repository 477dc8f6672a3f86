package casualty_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/casualty"
)

// tolls lists the figures of a text that are held against those of others.
func tolls(s string) string {
	p := parse(s)
	var out []string
	for _, t := range casualty.Settle(casualty.Read(p.doc, p.mentions, p.clauses), p.doc.SentenceOf) {
		switch t.Kind {
		case casualty.Toll:
			out = append(out, fmt.Sprintf("%s %g", outcomeNames[t.Outcome], t.Quantity.Low))
		case casualty.Victims:
			out = append(out, fmt.Sprintf("victims %g", t.Quantity.Low))
		}
	}
	return strings.Join(out, ", ")
}

// TestFractions: what may be the number of some of all is no toll, and neither is
// that of a night or a city.
func TestFractions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Two dead after a fire in Lierby. One person was pronounced dead at the scene.", "killed 2"},
		{"Five people were shot in Lierby. Three people who had been shot were taken away by ambulance.", "shot 5"},
		{"Four people were shot in Lierby. Two others were shot near the pier.", "shot 4"},
		{"Four people were shot in Lierby. One person was shot in the head, another in the back.", "shot 4"},
		{"A wall fell in Lierby. Four others were hurt, police said.", ""},
		{"A wall killed a boy in Lierby. Four others were hurt.", ""},
		{"Five people were hurt in Lierby. Police originally said that eight people were hurt.", "injured 5"},
		{"Initial reports put the dead at nine. Six people were killed.", "killed 6"},
		{"Shootings are at the same level as last year, with 100 people killed. One person was killed in Lierby.", "killed 1"},
		{"Six people were wounded, two mortally, in Lierby.", "killed 2, shot 6"},
		{"One dead, three shot in Lierby. A quadruple shooting is looked into.", "killed 1, shot 4"},
		{"One person was killed and three others were injured in Lierby.", "killed 1, injured 3"},
		{"Nine people were injured in Lierby. Two of the injured are in hospital.", "injured 9"},
		{"Two of the injured are in hospital.", ""},
		{"At least two of the injured are in hospital.", ""},
		{"One person was killed and another injured in Lierby.", "killed 1"},
		{"Two people were killed in Lierby. Rain fell. The road was shut. It was opened at noon. A queue had formed. Cars were towed. Mud lay there. Nine people were killed by a flood.", "killed 2"},
		{"Two people were killed in Lierby. Three people were killed, police said later.", "killed 2, killed 3"},
		{"Two people were killed and nine were wounded in shootings across the north side.", ""},
		{"Nine people were wounded in gang violence over the weekend.", ""},
		{"Nine people were wounded in the violence.", "injured 9"},
		{"Five people were killed and at least nine have been hurt in three separate overnight shootings in Lierby.", ""},
		{"Two dead, eight hurt in weekend shootings. One person was killed and five people were hurt on Pier Street.", ""},
		{"The floods have killed ten people since Friday.", "killed 10"},
		{"A man was charged in four slayings in Lierby. Four people were killed in a house there.", "killed 4, killed 4"},
		{"No one was hurt too badly.", ""},
		{"No one was hurt.", "injured 0"},
		{"A gunman left four dead in Lierby. He killed three people and then himself.", "killed 4, victims 3"},
		{"Seven people, including the gunman, were killed in Lierby.", "victims 6"},
	} {
		assert.Equal(t, c.want, tolls(c.text), c.text)
	}
}
