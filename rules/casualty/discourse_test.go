package casualty_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/rules/casualty"
)

// TestOwnEvent reads articles that tell of their own event and of another.
func TestOwnEvent(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// A headline in the text leads to another article.
		{"Girl dies after bus leaves road near Lierby\n\nA girl was killed on Monday.\n\nMan and Woman Killed in Quarry Blast\n\nThe bus had left the road.", "killed 1"},
		{"Girl dies after bus leaves road near Lierby\n\nLierby Bus Driver Tells of Crash That Killed Girl\n\nThe bus had left the road.", "killed 1"},
		{"Two Killed in Quarry Blast\n\nTwo Killed in Quarry Blast\n\nThe quarry is shut.", "killed 2"},
		// Whoever is held for it dies in prison.
		{"Suspect in Lierby shooting found dead\n\nA man accused of killing two people in Lierby was found dead on Sunday in his cell. He was pronounced dead at noon.", "killed 2"},
		{"A prisoner was found dead in his cell.", "killed 1"},
		// One of several events, and the lead of one of them.
		{"A baker was shot and killed on Friday, one of nine weekend shootings in Lierby. She and three others died.", ""},
		{"2 dead, 3 hurt in Kell Street stabbing\n\nIt was a bad night for Lierby, in which five separate stabbings left nine people hurt.", "killed 2, injured 3"},
		{"5 dead, 9 hurt in bloody night\n\nFive people were killed and nine were hurt in four separate shootings in Lierby.", ""},
		{"A baker was shot and killed in Lierby. She was one of seven people killed in the city over the June weekend.", "killed 1"},
		{"The baker was one of seven people killed in the shooting in Lierby.", "killed 7"},
		// The same number of hurt is that of the same event.
		{"Trial begins in Lierby\n\nNine people were hurt. Rain fell. The road was shut. It opened at noon. A queue had formed. Cars were towed.\n\nNobody knew the man who killed one person and wounded nine others.", "killed 1, injured 9"},
		{"Trial begins in Lierby\n\nNine people were hurt. Rain fell. The road was shut. It opened at noon. A queue had formed. Cars were towed.\n\nA man had killed one person and wounded four others.", "injured 9"},
	} {
		assert.Equal(t, c.want, wholes(c.text), c.text)
	}
}

// TestSameToll: a sentence of long ago in the lead speaks of the article's event where it
// has as many dead.
func TestSameToll(t *testing.T) {
	for _, c := range []struct {
		text string
		want float64
	}{
		{"Bond set in double murder\n\nA shooting left two people dead and three more wounded in Lierby last summer.", 3},
		{"Bond set in double murder\n\nA shooting left four people dead and three more wounded in Lierby last summer.", 0},
	} {
		p := parse(c.text)
		all := casualty.Read(p.doc, p.mentions, p.clauses)
		for i := range all {
			all[i].Other = p.doc.SentenceOf(all[i].Trigger) > 0
		}
		got := 0.0
		for _, tally := range casualty.Settle(all, p.doc.SentenceOf) {
			if tally.Kind == casualty.Whole && tally.Outcome == casualty.Injured {
				got = tally.Quantity.Low
			}
		}
		assert.Equal(t, c.want, got, c.text)
	}
}

// TestWhoIsOneMore reads articles in which it takes several sentences to count the people.
func TestWhoIsOneMore(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		// Two who are both new in a sentence are two.
		{"A man is held for killing a guard near a shed where a farmer's body was found.", "killed 2"},
		{"A guard was killed. The guard was shot dead at noon.", "killed 1"},
		// Others than those just told of.
		{"Man held after killing guard\n\nA man is held for shooting them and killing two other people.", "killed 2"},
		{"Police look for whoever fatally shot a baker and three others. Three others were hurt, a doctor said.", "killed 1, injured 3"},
		{"A man fatally shot a baker and three others.", "killed 4"},
		// All who were shot are the dead and the hurt.
		{"Five people were shot in Lierby. Two men were killed and two guards and a woman were wounded. The gunman was shot and killed by police.", "killed 2, injured 3, shot 5"},
		// More are named than were counted.
		{"A shooting left one dead and three injured. It killed Ann Darr, 34, and Tom Lind, 51, police said. Two others were injured.", "killed 2, injured 3"},
		// An exact figure is later than the least one.
		{"At least one dead in fire. At least one person was killed. Three people were killed, police said later.", "killed 3"},
		{"Twelve people dead in Lierby. A gunman killed at least 12 people before dying in a shootout with police.", "killed 12"},
		// One of several dead is not all of them.
		{"Tom Lind was named as one of the men killed by a gunman in Lierby. Lind died at noon.", ""},
		{"One of the men died.", "killed 1"},
		// Whoever did it is hurt too.
		{"Two guards were wounded and the gunman was shot in the leg.", "injured 3, shot 1"},
		{"Two guards were wounded. Police shot the man in the leg.", "injured 3, shot 1"},
		// Those whom police killed are the dead, where they killed nobody.
		{"Two men who were shot and killed in Lierby were identified. Police fatally shot a man in a car.", "killed 2"},
		// A wife is not the mother.
		{"His mother was found dead. The neighbour's wife was shot but survived.", "killed 1, injured 1"},
	} {
		assert.Equal(t, c.want, wholes(c.text), c.text)
	}
}

// TestPhrasesForPeople reads who they are of whom a sentence speaks.
func TestPhrasesForPeople(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The mill was shut after a clerk and a cook were stabbed and killed.", "killed 2"},
		{"A man died after a fight with a baker and a woman was hurt.", "killed 1, injured 1"},
		{"The captain of the boat is in serious condition and a young deckhand was found dead.", "killed 1, injured 1"},
		{"Both Ann Darr and Tom Lind were killed.", "killed 2"},
		{"The sheriff named those killed as Ann Darr, 31; Tom Lind, 45; and Eva Moll, 52.", "killed 3"},
		{"An ambush left six guards including the attacker dead.", "killed 6"},
		{"An ambush left six troops including the attacker dead and nine others hurt.", "killed 6, injured 9"},
		{"Nine friends, including the boy who was killed, stood there.", "killed 1"},
		{"Call the sheriff if you heard anything about the shooting deaths of three people in Lierby.", "killed 3"},
		{"Police ask whether two men died.", ""},
		{"Bus driver in court over crash which killed 8-y | Lierby Channel", ""},
		{"The man's murder conviction was upheld.", ""},
		{"Woman charged with beating, killing husband, dies\n\nPolice spoke of it on Monday.", "killed 2"},
		{"Trooper shoots wife dead, then himself\n\nPolice spoke of it on Monday.", "killed 2"},
		{"Baker kills brother before shooting himself\n\nPolice spoke of it on Monday.", "killed 2"},
		{"A man hurt two people before shooting himself in the foot.", "injured 2, shot 1"},
		{"Village mourns after murder-suicide of doctor, teenage boy\n\nPolice spoke of it on Monday.", "killed 2"},
		{"Flood claims life of ferryman\n\nPolice spoke of it on Monday.", "killed 1"},
		{"A man shot three guards - one fatally - in Lierby.", "killed 1, injured 2, shot 3"},
	} {
		assert.Equal(t, c.want, wholes(c.text), c.text)
	}
}
