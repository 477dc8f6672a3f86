package lemma

import "github.com/concord-news/concord/rules/text"

// auxiliary returns the lemma of a form of be, have or do.
func auxiliary(lower string) (string, bool) {
	switch lower {
	case "is", "are", "was", "were", "be", "been", "being", "am", "'m", "'re", "ai":
		return "be", true
	case "'s":
		// Also "has", once in twenty times.
		return "be", true
	case "has", "have", "had", "having", "'ve":
		return "have", true
	case "'d":
		return "have", true
	case "does", "do", "did", "done", "doing":
		return "do", true
	case "gon":
		return "go", true
	case "got", "gotten":
		return "get", true
	}
	return "", false
}

// modal returns the lemma of a modal verb.
func modal(lower string) string {
	switch lower {
	case "ca":
		return "can"
	case "wo", "'ll":
		return "will"
	case "sha":
		return "shall"
	case "'d":
		return "would"
	}
	return lower
}

// personal returns the lemma of a personal pronoun: its subject form.
func personal(lower string) string {
	switch lower {
	case "me":
		return "i"
	case "him":
		return "he"
	case "her":
		return "she"
	case "us", "'s":
		return "we"
	case "them", "'em":
		return "they"
	case "mine":
		return "my"
	case "yours":
		return "your"
	case "hers":
		return "her"
	case "ours":
		return "our"
	case "theirs":
		return "their"
	}
	return lower
}

// function returns the lemma of a determiner, adverb, particle or conjunction.
func function(lower string, fine text.Fine) string {
	switch fine {
	case text.DT:
		switch lower {
		case "an":
			return "a"
		case "these":
			return "this"
		case "those":
			return "that"
		}
	case text.RB:
		if lower == "n't" {
			return "not"
		}
	case text.TO:
		if lower == "na" || lower == "ta" {
			return "to"
		}
	case text.POS:
		if lower == "'" || lower == "s" {
			return "'s"
		}
	case text.IN:
		if lower == "vs" || lower == "vs." {
			return "versus"
		}
	case text.CC:
		if lower == "'n'" || lower == "n" {
			return "and"
		}
	}
	return lower
}

// keptPlural returns the lemma of nouns that a rule would get wrong: those
// whose plural is not the plural of anything, or of which WordNet's singular is
// not the one that the treebanks have.
func keptPlural(lower string) (string, bool) {
	switch lower {
	case "people", "regards", "species", "troops", "clothes", "means", "thanks", "politics", "goods", "pants",
		"headquarters", "surroundings", "jeans", "proceedings", "whereabouts", "savings", "arrears", "earnings",
		"economics", "genetics", "scissors", "trousers", "sunglasses", "data", "media", "series", "mathematics",
		"physics", "athletics", "gymnastics", "statistics", "logistics", "electronics", "belongings", "outskirts",
		"premises", "news", "netherlands", "philippines", "bahamas", "maldives", "police", "staff", "personnel",
		"cattle", "clergy", "odds", "grassroots", "pyjamas", "us", "olympics", "paralympics", "commons":
		return lower, true
	case "men":
		return "man", true
	case "women":
		return "woman", true
	case "children":
		return "child", true
	case "lives":
		return "life", true
	case "leaves":
		return "leaf", true
	}
	return "", false
}
