package casualty

import "github.com/concord-news/concord/rules/text"

// frame is how a trigger stands to the people of whom it speaks.
type frame uint8

const (
	frameActs       frame = iota // somebody does it to them: kill, wound
	frameDies                    // they do it: die
	frameDead                    // they are it: dead
	frameDeath                   // the noun: the death of, three deaths
	frameToll                    // death toll
	frameLives                   // claimed 12 lives
	frameBody                    // the body of
	frameWound                   // suffered wounds, no injuries
	frameCondition               // in critical condition
	frameHospital                // taken to hospital
	frameHit                     // hit by a bullet, struck in the leg
	frameFatally                 // one fatally
	frameSuicide                 // committed suicide
	frameTurned                  // turned the gun on himself
	frameFatal                   // the fatal shooting of
	frameMultiple                // a double murder
	frameAlive                   // expected to survive
	frameThreat                  // not life-threatening
	frameRecovering              // recovering from
	frameSurvived                // one victim survived
	frameVictims                 // four gunshot victims
)

// form is how a verb is written, as far as that tells its voice.
type form uint8

const (
	formPast  form = iota // killed: active or passive
	formNow               // kills
	formDoing             // killing
	formBase              // kill
)

type trigger struct {
	frame   frame
	outcome Outcome
	form    form
}

// mayTrigger tells most words that are no trigger.
var mayTrigger = text.SieveOf(triggers)

var triggers = map[string]trigger{
	"killed": {frameActs, Killed, formPast}, "kills": {frameActs, Killed, formNow}, "killing": {frameActs, Killed, formDoing}, "kill": {frameActs, Killed, formBase},
	"slain": {frameActs, Killed, formPast}, "slays": {frameActs, Killed, formNow}, "slaying": {frameActs, Killed, formDoing},
	"murdered": {frameActs, Killed, formPast}, "murders": {frameActs, Killed, formNow}, "murdering": {frameActs, Killed, formDoing}, "murder": {frameDeath, Killed, formPast},
	"massacred": {frameActs, Killed, formPast},
	"injured":   {frameActs, Injured, formPast}, "injures": {frameActs, Injured, formNow}, "injuring": {frameActs, Injured, formDoing}, "injure": {frameActs, Injured, formBase},
	"wounded": {frameActs, Injured, formPast}, "wounding": {frameActs, Injured, formDoing},
	"hurt": {frameActs, Injured, formPast}, "hurts": {frameActs, Injured, formNow}, "hurting": {frameActs, Injured, formDoing},
	"hospitalized": {frameActs, Injured, formPast}, "hospitalised": {frameActs, Injured, formPast},
	"shot": {frameActs, Shot, formPast}, "shoots": {frameActs, Shot, formNow}, "shooting": {frameActs, Shot, formDoing},
	"hit": {frameHit, Shot, formPast}, "hits": {frameHit, Shot, formNow}, "hitting": {frameHit, Shot, formDoing},
	"struck": {frameHit, Shot, formPast}, "striking": {frameHit, Shot, formDoing}, "grazed": {frameHit, Shot, formPast}, "grazing": {frameHit, Shot, formDoing},
	"died": {frameDies, Killed, formPast}, "dies": {frameDies, Killed, formNow}, "dying": {frameDies, Killed, formDoing},
	"perished": {frameDies, Killed, formPast}, "perish": {frameDies, Killed, formBase}, "succumbed": {frameDies, Killed, formPast}, "passed": {frameDies, Killed, formPast},
	"dead":  {frameDead, Killed, formPast},
	"death": {frameDeath, Killed, formPast}, "deaths": {frameDeath, Killed, formPast}, "fatality": {frameDeath, Killed, formPast}, "fatalities": {frameDeath, Killed, formPast},
	"killings": {frameDeath, Killed, formPast}, "slayings": {frameDeath, Killed, formPast},
	"toll": {frameToll, Killed, formPast},
	"life": {frameLives, Killed, formPast}, "lives": {frameLives, Killed, formPast},
	"body": {frameBody, Killed, formPast}, "bodies": {frameBody, Killed, formPast},
	"injury": {frameWound, Injured, formPast}, "injuries": {frameWound, Injured, formPast}, "wound": {frameWound, Injured, formPast}, "wounds": {frameWound, Injured, formPast},
	"condition": {frameCondition, Injured, formPast},
	"hospital":  {frameHospital, Injured, formPast}, "hospitals": {frameHospital, Injured, formPast},
	"suicide": {frameSuicide, Killed, formPast},
	"himself": {frameTurned, Killed, formPast}, "herself": {frameTurned, Killed, formPast}, "themselves": {frameTurned, Killed, formPast},
	"fatally": {frameFatally, Killed, formPast}, "mortally": {frameFatally, Killed, formPast},
	"fatal": {frameFatal, Killed, formPast}, "deadly": {frameFatal, Killed, formPast},
	"double": {frameMultiple, Killed, formPast}, "triple": {frameMultiple, Killed, formPast}, "quadruple": {frameMultiple, Killed, formPast}, "quintuple": {frameMultiple, Killed, formPast},
	"drowned": {frameDies, Killed, formPast}, "drowns": {frameDies, Killed, formNow}, "suffocated": {frameDies, Killed, formPast},
	"electrocuted": {frameActs, Killed, formPast}, "beheaded": {frameActs, Killed, formPast}, "assassinated": {frameActs, Killed, formPast}, "lynched": {frameActs, Killed, formPast},
	"burns": {frameWound, Injured, formPast}, "inhalation": {frameWound, Injured, formPast}, "fractures": {frameWound, Injured, formPast}, "bruises": {frameWound, Injured, formPast}, "lacerations": {frameWound, Injured, formPast}, "concussion": {frameWound, Injured, formPast}, "broken": {frameWound, Injured, formPast}, "fractured": {frameWound, Injured, formPast}, "hypothermia": {frameWound, Injured, formPast},
	"deceased":   {frameDead, Killed, formPast},
	"recovering": {frameRecovering, Injured, formDoing}, "survived": {frameSurvived, Injured, formPast}, "survive": {frameSurvived, Injured, formBase},
	"expected": {frameAlive, Killed, formPast}, "threatening": {frameThreat, Killed, formPast}, "critical": {frameCondition, Injured, formPast}, "gunshot": {frameVictims, Shot, formPast},
}

func set(words ...string) map[string]bool {
	out := make(map[string]bool, len(words))
	for _, w := range words {
		out[w] = true
	}
	return out
}

var (
	beForms   = set("be", "is", "are", "was", "were", "been", "being", "'s", "'re", "am", "get", "gets", "got", "getting")
	haveForms = set("have", "has", "had", "having", "'ve")
	modals    = set("could", "would", "might", "may", "should", "will", "can", "must", "shall", "'ll", "wo", "ca")
	// pastVerbs may stand before a trigger in one chain: "was stabbed and
	// killed", "robbed, shot and wounded".
	pastVerbs = set("shot", "stabbed", "beaten", "robbed", "struck", "hit", "attacked", "ambushed", "killed", "wounded", "injured", "hurt", "burned", "burnt", "crushed", "strangled", "kidnapped", "tortured", "raped", "bludgeoned", "trapped", "run", "ejected", "caught", "shoots", "stabs", "stabbing", "shooting", "injures", "accidentally", "hospitalized", "arrested", "set", "thrown", "gunned", "mowed", "chased", "tackled", "dead")
	// deadVerbs may stand between people and "dead": "were found dead".
	deadVerbs = set("found", "pronounced", "declared", "left", "confirmed", "reported", "discovered", "listed", "leaves", "leaving", "lay", "lying", "fell", "dropped")
	// fatal are adverbs that make a wound a death.
	fatal = set("fatally", "mortally", "lethally")
	// deeds are what somebody may die of by another's hand or by accident.
	deeds = set("shooting", "stabbing", "beating", "crash", "accident", "collision", "attack", "assault", "wounding", "fire", "hit-and-run", "strangling", "poisoning")
	// events are nouns, in the singular, for what one event is called.
	events = set("shooting", "stabbing", "crash", "accident", "collision", "attack", "assault", "fire", "blaze", "incident", "bombing", "explosion", "blast", "shootout", "homicide", "murder", "robbery", "quake", "earthquake", "storm", "flood", "case", "raid", "strike", "derailment", "collapse", "drive-by")
	// deadly are verbs before "to death".
	deadly = set("stabbed", "beaten", "beat", "burned", "burnt", "crushed", "trampled", "frozen", "froze", "starved", "bled", "choked", "hacked", "strangled", "bludgeoned", "clubbed", "kicked", "knifed", "stabs", "beats", "stabbing", "beating", "mauled", "stoned", "tortured", "smothered", "gored", "fell", "jumped", "leapt", "plunged")
	// afterDeath are nouns before which "death" tells of nobody's: "her death sentence".
	afterDeath = set("sentence", "sentences", "penalty", "penalties", "threat", "threats", "row", "camp", "camps", "squad", "squads", "certificate", "certificates", "wish", "benefit", "benefits", "conviction", "convictions", "warrant", "warrants", "trap", "metal")
	// killings are nouns for a deed in which people die.
	killings = set("murder", "murders", "homicide", "homicides", "killing", "killings", "slaying", "slayings", "fatality", "fatal")
	// degrees grade a wound: their figures count a part of the wounded.
	degrees = set("seriously", "critically", "severely", "badly", "gravely", "slightly", "lightly", "mildly", "moderately")
	// reflexives stand for the subject.
	reflexives = set("himself", "herself", "themselves", "themself", "self")
	// bodyParts are where somebody is hit.
	bodyParts = set("arm", "arms", "leg", "legs", "head", "chest", "back", "foot", "feet", "hand", "hands", "neck", "face", "stomach", "abdomen", "shoulder", "thigh", "hip", "buttocks", "knee", "torso", "ankle", "side", "groin", "elbow", "jaw", "eye", "wrist", "finger", "calf", "body", "pelvis", "cheek", "forearm", "upper", "lower", "left", "right", "ear", "throat", "forehead", "toe", "heel", "buttock", "midsection", "temple", "skull", "spine", "rib", "ribs")
	// missiles are what hits people.
	missiles = set("bullet", "bullets", "gunfire", "shot", "shots", "round", "rounds", "gunshot", "gunshots", "shrapnel", "pellet", "pellets", "fire", "crossfire", "debris", "fragment", "fragments", "car", "vehicle", "truck", "train", "van", "bus", "lightning", "suv", "arrow", "motorcycle", "glass")
	// familyWords are wholes of people of which a figure behind "of" tells the
	// size: "a family of five".
	familyWords = set("family", "group", "crew", "crowd", "party", "team", "household", "gang")
	// partWords stand for some of a group before "of".
	partWords = set("some", "several", "many", "most", "each", "none", "any", "few", "majority", "half", "members", "member", "number", "third", "fourth", "first", "second")
	// conditionWords grade a patient's condition.
	conditionWords = set("critical", "stable", "serious", "fair", "good", "grave", "guarded", "critical-but-stable")
	// figuresOf are people in general; their noun adds nothing to the figure.
	general = set("people", "person", "victim", "other", "life", "individual", "casualty", "soul", "fatality", "more", "dead", "body", "patient", "human", "injury", "subject")
)

// counts are nouns for a fixed number of people.
var counts = map[string]float64{"couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4, "quintet": 5}
