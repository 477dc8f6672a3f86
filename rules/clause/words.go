package clause

import "github.com/concord-news/concord/rules/text"

// The tags of a kind stand together in text.Fine.

func isNoun(t *text.Token) bool {
	return t.Fine >= text.NN && t.Fine <= text.NNS || t.Lower == "%"
}

func isAdjective(t *text.Token) bool {
	return t.Fine >= text.JJ && t.Fine <= text.JJS ||
		t.Tag == text.ADJ && t.Fine != text.CD && t.Fine != text.NNP
}

func isAdverb(t *text.Token) bool {
	return t.Fine >= text.RB && t.Fine <= text.RBS
}

func isVerb(t *text.Token) bool { return t.Fine >= text.VB && t.Fine <= text.VBZ }

func isParticiple(t *text.Token) bool { return t.Fine == text.VBN || t.Fine == text.VBG }

// isWeekday reports a day of the week or a word such as "yesterday": a new
// phrase of time begins there whatever noun stands before it.
func isWeekday(s string) bool {
	switch s {
	case "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"today", "yesterday", "tomorrow", "tonight", "overnight":
		return true
	}
	return false
}

func isMonth(s string) bool {
	switch s {
	case "january", "february", "march", "april", "may", "june", "july", "august",
		"september", "october", "november", "december",
		"jan.", "feb.", "mar.", "apr.", "jun.", "jul.", "aug.", "sept.", "sep.", "oct.", "nov.", "dec.":
		return true
	}
	return false
}

// isTimeNoun reports a noun that, as the head of a phrase, says when or how
// long rather than who or what.
func isTimeNoun(s string) bool {
	switch s {
	case "day", "days", "week", "weeks", "month", "months", "year", "years", "hour", "hours",
		"minute", "minutes", "morning", "afternoon", "evening", "night", "nights", "weekend",
		"midnight", "noon", "moment", "time", "times", "decade", "decades", "century", "spring",
		"summer", "autumn", "fall", "winter", "end", "date", "seconds", "weekends", "overnight", "midday":
		return true
	}
	return isWeekday(s) || isMonth(s)
}

// standsAlone reports a determiner, adjective or number word that can be a
// phrase with no noun: "several were hurt".
func standsAlone(t *text.Token) bool {
	switch t.Lower {
	case "this", "that", "these", "those", "all", "both", "some", "any", "each", "either",
		"neither", "none", "another", "half", "many", "much", "several", "few", "fewer", "more",
		"most", "less", "other", "others", "latter", "former", "enough", "such", "plenty":
		return true
	}
	return t.Fine == text.CD
}

// beforeDeterminer reports a word that may stand before an article in one
// phrase: "all the men", "half a million".
func beforeDeterminer(s string) bool {
	switch s {
	case "all", "both", "half", "such", "quite", "twice", "double", "many", "what", "each":
		return true
	}
	return false
}

// opensClause reports a preposition that also opens a clause.
func opensClause(s string) bool {
	switch s {
	case "after", "before", "since", "until", "till", "as", "than", "once", "like", "for", "so",
		"except", "given", "while", "when", "whenever", "where", "wherever", "how", "why":
		return true
	}
	return false
}

// isParticipialPreposition reports a participle that is a preposition in news
// prose: "people, including two children".
func isParticipialPreposition(s string) bool {
	switch s {
	case "including", "regarding", "concerning", "following", "excluding", "barring", "pending",
		"involving", "surrounding":
		return true
	}
	return false
}

// isAttributive reports a participle in -ing that stands before its noun as an
// adjective does: "growing pressure".
func isAttributive(s string) bool {
	switch s {
	case "increasing", "growing", "rising", "ongoing", "continuing", "mounting", "remaining", "existing",
		"leading", "falling", "escalating", "working", "competing", "opposing", "conflicting",
		"outgoing", "incoming", "governing", "ruling", "warring", "neighbouring", "neighboring",
		"developing", "declining", "deepening", "worsening", "lasting", "underlying", "upcoming",
		"prevailing", "sweeping", "living":
		return true
	}
	return false
}

// isNounCopula reports a verb, "be" apart, whose noun phrase is said of its
// subject: "became president".
func isNounCopula(s string) bool {
	return s == "become" || s == "remain" || s == "seem" || s == "appear" || s == "prove"
}

// isMotion reports a verb that shares no object with the verb after "and":
// "came and took the bag".
func isMotion(s string) bool {
	switch s {
	case "come", "go", "arrive", "leave", "return", "stop", "walk", "run", "flee", "die", "fall", "sit",
		"stand", "rise", "wait", "try", "sleep", "live", "work", "travel", "stay", "resign", "happen":
		return true
	}
	return false
}

// particlePair reports a verb and a particle that make one predicate even
// where the tagger takes the particle for an adverb or preposition.
func particlePair(verb, particle string) bool {
	switch particle {
	case "out":
		switch verb {
		case "rule", "carry", "walk", "break", "pull", "point", "find", "lay", "turn", "wipe", "bail", "phase", "put", "knock", "drop", "spell", "hand", "burn":
			return true
		}
	case "up":
		switch verb {
		case "set", "blow", "give", "step", "break", "back", "take", "end", "sign", "cover", "hold", "bring", "open", "pick", "come", "build", "speed", "turn":
			return true
		}
	case "off":
		switch verb {
		case "cut", "call", "pay", "take", "lay", "set", "hold", "shut", "kick", "go", "seal", "cordon", "put", "wear", "write", "fend", "tip":
			return true
		}
	case "down":
		switch verb {
		case "step", "shut", "break", "turn", "bring", "shoot", "strike", "stand", "come", "gun", "crack", "back", "burn", "go", "tear", "cut", "lay", "slow":
			return true
		}
	case "on", "over", "back", "away", "in", "aside", "ahead":
		return particlePairRare(verb, particle)
	}
	return false
}

func particlePairRare(verb, particle string) bool {
	switch particle {
	case "on":
		return verb == "go" || verb == "carry" || verb == "take"
	case "over":
		return verb == "take" || verb == "hand"
	case "back":
		return verb == "hold" || verb == "pull" || verb == "push" || verb == "hit" || verb == "bring"
	case "away":
		return verb == "pass" || verb == "take" || verb == "turn"
	case "ahead":
		return verb == "go" || verb == "press" || verb == "push" || verb == "move" || verb == "forge"
	case "aside":
		return verb == "set" || verb == "step" || verb == "put"
	}
	return particle == "in" && (verb == "step" || verb == "bring" || verb == "hand")
}
