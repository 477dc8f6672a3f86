package casualty_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// TestKillers reads reports in which whoever did it is dead too, told of with the
// victims or apart from them.
func TestKillers(t *testing.T) {
	for _, c := range killers {
		assert.Equal(t, c.want, wholes(c.text), c.text)
	}
}

var killers = []struct{ text, want string }{
	// The figure is that of all who are dead.
	{"Three people are dead after an apparent murder-suicide in Varl. The sheriff believes a father fatally shot his wife and daughter before turning the gun on himself.", "killed 3"},
	{"Five people were found dead in a home after a man shot his wife and three children before killing himself, police said.", "killed 5, shot 4"},
	{"Deputies found the bodies of a man and a woman inside a home. Investigators believe the man shot the woman before he shot himself.", "killed 2"},
	{"Two found dead in apparent murder-suicide. Police believe the man shot the woman before he shot himself.", "killed 2, shot 1"},
	{"Family of six dead in murder-suicide\n\nA man killed his wife and their four children before killing himself, police said.", "killed 6"},
	{"Four people, including the gunman, died in a shooting at a bar. The gunman shot three people before he shot himself.", "killed 4, injured 0, shot 3"},
	{"The deaths of a man and a woman are being investigated as a murder-suicide.", "killed 2"},
	{"Both he and his son died, police said. The man shot the boy and then himself.", "killed 2"},
	{"A deputy and a gunman were killed, and another deputy was wounded, in a shootout.", "killed 2, injured 1"},
	// The figure is that of the victims.
	{"Three people were killed in a shooting at a bar and the gunman was killed by police.", "killed 4"},
	{"Eight people were killed and 20 wounded at a church. The gunman also died.", "killed 9, injured 20"},
	{"Eight people were killed and 20 wounded at a church. The gunman is in custody.", "killed 8, injured 20"},
	{"Eight people, plus the gunman, were killed.", "killed 9"},
	{"A man killed eight people at a church and then himself, authorities said.", "killed 9"},
	{"A mother, her three children and her boyfriend were killed. The ex-husband then killed himself.", "killed 6"},
	{"A woman and her boyfriend were killed, and her son was injured, when her ex-husband opened fire before killing himself, police said.", "killed 3, injured 1"},
	{"Two deputies were killed; the suspect was shot dead.", "killed 3"},
	{"Two deputies were killed; the suspect is in custody.", "killed 2"},
	{"A suspect in the killing of a deputy died in a shootout on Tuesday.", "killed 2"},
	{"A deputy was killed and another was wounded. The gunman was killed by police.", "killed 2, injured 1"},
	{"A gunman shot two men dead in a store. Police chased the gunman and killed him.", "killed 3"},
	{"The sheriff identified the dead as Ann Darr, 40, her daughter Amy, 12, and Ed Darr, 42, who is believed to be the shooter.", "killed 3"},
	{"Those killed were Ann Darr, 40, and Tom Lind, 42.", "killed 2"},
	{"Most of those killed were foreigners.", ""},
	// Somebody else is hurt, not dead.
	{"A man shot his girlfriend and her daughter before killing himself. The girlfriend and the daughter are expected to survive.", "killed 1, injured 2, shot 2"},
	{"Four people were shot before the gunman killed himself.", "injured 4, shot 4"},
	{"A Varl man is dead and his girlfriend is in critical condition. Deputies say Bob Lund, 41, shot the woman and then turned the gun on himself.", "killed 1, injured 1"},
	{"An officer was wounded and the man who shot her was killed by police, the chief said.", "killed 1, injured 1"},
}

// TestPeople reads who the people are of whom a verb speaks, one by one and in lists.
func TestPeople(t *testing.T) {
	for _, c := range peoples {
		assert.Equal(t, c.want, wholes(c.text), c.text)
	}
}

var peoples = []struct{ text, want string }{
	{"Police said Al Bern, 26, and Tom Dahl, 27, were killed.", "killed 2"},
	{"Deputies said a man and a woman were wounded.", "injured 2"},
	{"Police killed a man and two women were wounded.", "killed 1, injured 2"},
	{"Deputies found a woman and two children dead in a house.", "killed 3"},
	{"The dead are a mother and three children found slain in their home.", "killed 4"},
	{"Zurab Qintel, 34, and Ann Blake, 30, were killed in Varl.", "killed 2"},
	{"Jamar Price, 22, and Royal Orr, 30, were killed in Varl.", "killed 2"},
	{"Two men, ages 20 and 23, and a 17-year-old boy were wounded.", "injured 3"},
	{"He is charged with killing two men, ages 20 and 23, and a boy.", "killed 3"},
	{"The bodies of Tom and Ann Lind, both 35, and their three daughters were found.", "killed 5"},
	{"He is charged in the deaths of his wife, her mother and a friend.", "killed 3"},
	{"A gunman shot Lena Orr, two of her sons and another man. The other man died.", "killed 1, injured 3, shot 4"},
	{"Two other men, 39-year-old Carl Davis, of Varl, and 36-year-old Theo Reyl, of Orsk, were also shot. Both men died on the way to hospital.", "killed 2, shot 2"},
	{"A girl shot in the head on Friday has died, police said.", "killed 1"},
	{"A teenager shot by a neighbor has died.", "killed 1, shot 1"},
	{"One of three men shot in Varl on Friday night has died, police said.", "killed 1, injured 2, shot 3"},
	{"Four of the five people shot in Varl died.", "killed 4, injured 1, shot 5"},
	{"A double shooting left one man dead and another wounded. Dwain Bart, 56, was fatally shot.", "killed 1, injured 1, shot 2"},
	{"The crash killed a 16-year-old in Varl.\n\nThe crash on Monday badly hurt a 16-year-old. Frank Orr died on Friday.", "killed 1"},
	{"Two victims were found and one of them was pronounced dead at the scene. The other victim was taken to a hospital in stable condition.", "killed 1, injured 1"},
	{"When officers arrived they found two people suffering from gunshot wounds. One person was pronounced dead at the scene.", "killed 1, injured 1"},
	{"A late-night crash left two people with serious injuries and killed another.", "killed 1, injured 2"},
	{"Three men were shot. The three others survived.", "injured 3, shot 3"},
	{"Four men were killed. Two victims remain hospitalized.", "killed 4"},
	{"A body was found in a river. A man's body was found in a field with gunshot wounds.", "killed 1"},
	{"The boy did not survive.", "killed 1"},
	{"Did the boy survive? She could not survive there, he said.", ""},
	{"He was found guilty of two counts of attempted murder for shooting two men.", "injured 2, shot 2"},
	{"He attempted to kill two men.", ""},
	{"A man wanted for killing a clerk was arrested.", "killed 1"},
	{"Related: Two killed in crash on bridge.", ""},
	{"Read more: Two killed in crash on bridge.", ""},
}

// TestNobody reads deaths that are none, and those of others.
func TestNobody(t *testing.T) {
	for _, c := range nobodies {
		assert.Equal(t, c.want, wholes(c.text), c.text)
	}
}

var nobodies = []struct{ text, want string }{
	{"All but two people in the boat had died.", ""},
	{"Seven people — including a coach and a director — died when their plane crashed.", "killed 7"},
	{"Ten militants and five tribesmen had died in the clashes.", "killed 15"},
	{"A total of 179 service personnel were killed.", "killed 179"},
	{"At least 3,862 people are known to have died so far.", "killed 3862+"},
	{"So far this year 12 people have died on the road.", ""},
	{"A man was taken to hospital, where he is described as being in a stable condition.", "injured 1"},
	{"The court confirmed Ann Lind's death sentence. Her death penalty was handed down in May.", ""},
	{"Ann Lind's death shocked the town.", "killed 1"},
	{"Ann Lind passed away on Friday, five days after the crash.", "killed 1"},
	{"Ann Lind passed on Friday. The two men passed the test.", ""},
	{"He thought Tom Lind was dead.", ""},
	{"Tom Lind was dead.", "killed 1"},
	{"About 400 people killed themselves in Varl in May.", "killed 400"},
	{"A gunman wounded two people at a store before killing himself.", "killed 1, injured 2"},
	{"A man killed himself in a cell.", "killed 1"},
	{"Four police were wounded in the raid.", "injured 4"},
	{"Four police cars were hit in the raid.", ""},
	{"She and her front seat passenger, also 18, were pronounced dead.", "killed 2"},
	{"Twenty smugglers were shot. The smugglers were murdered, the union says.", "shot 20"},
	{"Five rebels were killed in a raid.\n\nThey fired from afar.\n\nNobody claimed the raid.\n\nThe mayor wept.\n\nThe rebels said nothing.\n\nTalks go on.\n\nSince the war began, an estimated 40,000 lives have been lost.", "killed 5"},
	{"Deputy shoots, kills man\n\nA deputy shot and killed a 41-year-old man who charged at him with a knife. Ed Darr died at the scene.", "killed 1"},
	{"The deputy died at a hospital. The man who shot him was killed by other deputies.", "killed 2"},
	{"A man killed a clerk and wounded a customer before an officer shot and killed him.", "killed 2, injured 1"},
	{"A man wanted for killing his wife was found dead on Tuesday, police said.", "killed 2"},
	{"Ed Darr, 60, shot his wife, Ann Darr, 58, to death before taking his own life.", "killed 2"},
	{"The bodies of Ed Darr, 45, Ann Darr, 40, and Amy Darr, 10, were found on Sunday. Police say the man shot his wife and daughter before killing himself.", "killed 3"},
}
