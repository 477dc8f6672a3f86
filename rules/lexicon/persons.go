package lexicon

import (
	"strings"

	"github.com/concord-news/concord/rules/text"
)

// personNoun is what is known of a noun for people: the sex that it tells, and
// whether it is one for a single person and mostly for nothing else.
type personNoun struct {
	sex byte
	one bool
}

// PersonNoun returns the sex that a noun for people tells, by its lemma: 'm', 'f',
// or 'n' for neither; 0 for other nouns.
func PersonNoun(lemma string) byte { return nounFor(lemma).sex }

// OnePerson reports whether a noun for people, by its lemma, is one for a single
// person and mostly for nothing else.
func OnePerson(lemma string) bool { return nounFor(lemma).one }

func nounFor(lemma string) personNoun {
	if !mayBePerson.MayHold(lemma) {
		return personNoun{}
	}
	return personNouns[lemma]
}

// notOne are nouns for several people, and those that are as often no noun for people.
const notOne = "people family group gang couple pair duo trio quartet foursome crew troop human soul general " +
	"private major minor local other senior junior partner guard national casualty agent operator personnel tribesmen"

var (
	personNouns = personWords()
	mayBePerson = text.SieveOf(personNouns)
)

// Nouns for people, by the sex that they tell.
const (
	menNouns = "actor boy boyfriend bridegroom brother brother-in-law businessman cameraman congressman countryman dad father " +
		"father-in-law fiance fireman fisherman gentleman grandfather grandpa grandson groom gunman guy half-brother " +
		"husband imam king lad male man monk nephew nobleman patrolman policeman priest prince salesman schoolboy " +
		"ex-boyfriend ex-husband granddad godfather serviceman stepdad son son-in-law stepbrother stepfather stepson uncle waiter widower " +
		"batsman boatman doorman ferryman knifeman foreman groundsman handyman herdsman infantryman longshoreman mailman motorman " +
		"postman railwayman seaman signalman watchman "
	womenNouns = "actress aunt bride businesswoman congresswoman daughter daughter-in-law female girl girlfriend granddaughter " +
		"grandma grandmother housewife lady mom mother mother-in-law mum niece nun policewoman princess queen " +
		"ex-girlfriend ex-wife stepmom schoolgirl servicewoman sister sister-in-law stepdaughter stepmother stepsister waitress widow wife woman " +
		"camerawoman maid midwife postwoman stewardess landlady "
	eitherNouns = "acquaintance activist adolescent adult agent airman ambassador artist assailant asylum-seeker athlete attacker " +
		"attendee attorney baby bartender bicyclist biker boater bomber bouncer boxer builder burglar bystander " +
		"cameraperson camper captain captive carjacker cashier casualty chef child churchgoer citizen civilian " +
		"classmate cleric clerk climber clubgoer co-worker coach colleague colonel combatant commander commando " +
		"commuter concertgoer conductor constable contractor convict cook cop couple courier cousin coworker crew " +
		"crewman crewmember criminal customer cyclist dancer demonstrator deputy detainee detective diner diplomat " +
		"diver doctor driver duo editor employee engineer extremist family fan farmer fighter firefighter fisher " +
		"footballer foursome freshman friend gang general golfer governor grader graduate grandchild grandparent group guard guardsman " +
		"guerrilla guest gunfighter hijacker hiker holidaymaker homeowner host hostage human hunter immigrant " +
		"individual infant inhabitant inmate insurgent intruder jihadist jockey journalist judge junior juvenile " +
		"kayaker kid kidnapper killer laborer labourer lawmaker lawyer lieutenant local major manager marine marshal " +
		"mayor medic member migrant militant militiaman miner minister minor motorcyclist motorist mountaineer murderer " +
		"musician national neighbor neighbour newborn nurse occupant offender officer official operator orphan " +
		"other owner pair paramedic parent parishioner partner partygoer passenger passer-by passerby passersby pastor patient " +
		"patron peacekeeper pedestrian pensioner people perpetrator person photographer pilgrim pilot player politician " +
		"preacher president preteen prisoner private professor protester protestor pupil quartet rabbi ranger rapper " +
		"rebel refugee relative reporter rescuer resident responder retiree reveler reveller rider rioter robber " +
		"roommate rower runner sailor schoolchild senator senior sergeant serviceperson sheriff shooter shopper sibling " +
		"singer skier soldier sophomore soul spectator spouse staffer striker student surfer surgeon survivor suspect " +
		"swimmer teacher technician teen teenager tenant terrorist thief toddler tourist traveler traveller trio troop " +
		"trooper trucker twin vacationer veteran victim villager visitor volunteer worker worshiper worshipper " +
		"youngster youth angler carpenter cleaner decorator electrician gardener guide jogger joiner painter plumber porter rambler roofer skater walker welder " +
		"alpinist apprentice archaeologist architect astronaut babysitter backpacker bailiff baker barista beekeeper " +
		"biologist bishop blacksmith bodyguard bookkeeper bricklayer broker butcher cadet cardinal caregiver carer " +
		"caretaker chauffeur chemist childminder choreographer co-pilot cobbler columnist composer conscript copilot " +
		"corporal cosmonaut curator deckhand defendant dentist deserter designer docker dockworker economist evacuee " +
		"ex-soldier farmhand farmworker filmmaker financier fishmonger flatmate forester fugitive gangster gatekeeper " +
		"geologist goalkeeper grocer gunner gymnast hairdresser hawker herder historian housekeeper housemate innkeeper " +
		"inspector intern interpreter investigator janitor jeweler jeweller lecturer librarian lifeguard locksmith " +
		"logger lumberjack machinist magistrate mechanic merchant millworker mobster nanny naturalist navigator " +
		"newlywed newsagent novelist paratrooper peasant pharmacist physician physicist plasterer playwright poacher " +
		"psychiatrist psychologist racer rancher referee researcher reservist rigger sacristan sapper scaffolder " +
		"schoolmate scientist sculptor sentry settler shepherd shopkeeper skipper smuggler snowboarder stallholder " +
		"stevedore steward stonemason storekeeper superintendent supervisor surveyor tailor therapist trader trafficker " +
		"trainee translator trekker tutor umpire usher vendor vet vicar warden warder weaver whaler winemaker " +
		"woodcutter writer zookeeper zoologist personnel tribesman tribesmen marcher picnicker " +
		"instructor landlord headteacher epidemiologist virologist economist " +
		"author banker billionaire bowler candidate celebrity defender entrepreneur midfielder millionaire missionary poet " +
		"prosecutor sprinter tycoon winger wrestler "
)

func personWords() map[string]personNoun {
	out := map[string]personNoun{}
	for sex, words := range map[byte]string{'m': menNouns, 'f': womenNouns, 'n': eitherNouns} {
		for w := range strings.FieldsSeq(words) {
			out[w] = personNoun{sex: sex, one: true}
		}
	}
	for w := range strings.FieldsSeq(notOne) {
		if n, ok := out[w]; ok {
			out[w] = personNoun{sex: n.sex}
		}
	}
	return out
}
