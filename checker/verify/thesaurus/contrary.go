package thesaurus

// leastDenied is the least length of a word that "un-" denies: not "it" in
// "unit".
const leastDenied = 5

// undone reports whether the second word is the first with "un-", as "uncrewed"
// is "crewed".
func undone(a, b string) bool {
	return len(a) >= leastDenied && len(b) == len("un")+len(a) && b[:2] == "un" && b[2:] == a && a[:3] != "der"
}

// contraryDeeds reports whether the second verb undoes or denies the first.
// WordNet has 20 of 30 such pairs that news use; these are the others, and
// words for rise and fall beside its plain ones.
func contraryDeeds(a, b string) bool {
	switch a {
	case "confirm", "admit", "affirm":
		return b == "deny" || b == "refute" || b == "dispute"
	case "impose":
		return b == "lift" || b == "ease" || b == "waive"
	case "support", "back", "endorse":
		return b == "oppose" || b == "reject"
	case "approve", "adopt", "accept":
		return b == "reject" || b == "refuse" || b == "veto" || b == "block"
	case "release", "free":
		return b == "arrest" || b == "detain" || b == "jail" || b == "imprison"
	case "rise", "climb", "soar", "surge", "jump", "increase", "grow", "rally":
		return b == "fall" || b == "drop" || b == "slump" || b == "plunge" || b == "tumble" || b == "decline" || b == "sink" ||
			b == "decrease" || b == "slide" || b == "shrink"
	case "raise", "lift":
		return b == "lower" || b == "cut" || b == "reduce" || b == "slash"
	case "win":
		return b == "lose"
	case "open", "reopen":
		return b == "close" || b == "shut"
	case "acquit", "clear", "exonerate":
		return b == "convict" || b == "charge"
	case "join", "enter":
		return b == "leave" || b == "quit"
	case "hire", "appoint":
		return b == "fire" || b == "sack" || b == "dismiss"
	case "extend":
		return b == "shorten" || b == "end"
	case "strengthen", "tighten":
		return b == "weaken" || b == "loosen" || b == "relax"
	case "allow", "permit", "legalise", "legalize":
		return b == "ban" || b == "forbid" || b == "prohibit" || b == "bar" || b == "outlaw"
	case "begin", "start", "launch":
		return b == "end" || b == "finish" || b == "halt" || b == "stop"
	case "survive":
		return b == "die"
	case "attack":
		return b == "defend"
	case "guilty":
		return b == "innocent"
	case "alive":
		return b == "dead"
	}
	return false
}
