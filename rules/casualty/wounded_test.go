package casualty_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestWounded reads how many were hurt where the text tells of them beside the dead.
func TestWounded(t *testing.T) {
	for _, c := range wounded {
		assert.Equal(t, c.want, wholes(c.text), c.text)
	}
}

var wounded = []struct{ text, want string }{
	{"Four people were shot outside a club. One man is dead and three other people were hospitalized. Four people were injured in the shooting.", "killed 1, injured 3, shot 4"},
	{"Four people were injured in a shooting. Three were hospitalized.", "injured 4"},
	{"A man is dead and three other people were hospitalized after a shooting. Four people were injured in it.", "killed 1, injured 3"},
	{"A man is dead and four other people were hospitalized after a shooting. Four people were injured in it.", "killed 1, injured 4"},
	{"One person, I think, was injured.", ""},
	{"I think one person was injured, he said. Two people were injured.", "injured 2"},
	{"A gunman shot twelve people in about ten minutes.", "injured 12, shot 12"},
	{"A boy was fatally shot. He was found by his father, suffering from a gunshot wound to the head.", "killed 1"},
	{"His father was found on the floor, suffering from a gunshot wound to the head.", "injured 1"},
	{"The two boys were shooting at crows when one of them died.", "killed 1"},
	{"A girl and her mother were rushed to a hospital with wounds. The girl died late on Thursday. The mother remains in serious condition.", "killed 1, injured 1"},
	{"Four people were found dead in a home. All four victims suffered gunshot wounds.", "killed 4"},
	{"The gunmen fired at a porch, hitting two brothers, their mother and a 15-year-old sister.", "injured 4, shot 4"},
	{"The gunmen fired at a porch, hitting two people, a mother and a 15-year-old girl.", "injured 2, shot 2"},
	{"The gunmen fired at a porch, hitting the brothers, their mother and a 15-year-old sister.", ""},
	{"A dispute led to ten people shot at a bar.", "injured 10, shot 10"},
	{"Two men shot at officers. Three men shot at a car.", ""},
	{"He was sentenced for the shooting of three women.", "injured 3, shot 3"},
	{"He was sentenced for the murder of a girl and the shooting of three women.", "killed 1, injured 3, shot 3"},
	{"The fatal shooting of three women is looked into.", "killed 3"},
	{"Officers found four gunshot victims in a house.", "injured 4, shot 4"},
	{"Two men were killed. Three other shooting victims were treated and released.", "killed 2, injured 3, shot 3"},
	{"A man fatally shot four people. One victim survived.", "killed 4, injured 1"},
	{"Three men were killed in a home. Tom Lind was also shot in the chest but survived.", "killed 3, injured 1"},
	{"Three men were killed in a home. Tom Lind was in the cellar but survived.", "killed 3"},
	{"Ann Lind was one of six people who were shot. One man died.", "killed 1, injured 5, shot 6"},
	{"One man died at the scene. The three other victims are expected to survive.", "killed 1, injured 3"},
	{"One man died at the scene. The three other witnesses are expected to testify.", "killed 1"},
	{"One man died at the scene. Three others remain hospitalized.", "killed 1, injured 3"},
	{"The gunman shot a uniformed guard in the chest. Two others were wounded.", "injured 3, shot 1"},
	{"The shot grazed the manager.", "injured 1, shot 1"},
	{"A fourth victim, a 7-year-old girl, is said to be in stable condition.", "injured 1"},
	{"Police: Boy critical after crash. He fell off a bike.", "injured 1"},
	{"The mayor was critical after the vote.", ""},
	{"The economy is said to be in stable condition.", ""},
}

// TestRows reads people told of by their place in a row, and in two degrees of hurt.
func TestRows(t *testing.T) {
	for _, c := range rows {
		assert.Equal(t, c.want, wholes(c.text), c.text)
	}
}

var rows = []struct{ text, want string }{
	{"Two men were hurt in the fall. A third man was hurt in the same fall.", "injured 3"},
	{"Two men were hurt in the fall. A fourth man was hurt in a later one.", "injured 2"},
	{"Four people were taken to hospital with serious injuries while 20 others were slightly hurt.", "injured 24"},
	{"Twenty people were hurt, four of them slightly.", "injured 20"},
}
