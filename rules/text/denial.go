package text

// The words that deny, in lower case, for every reader that asks whether
// something is said not to be so. What a verb or noun denies ("fail", "reject",
// "hoax") depends on what it stands with and is left to whoever reads it.

// Not reports an adverb or conjunction that denies its clause. "Hardly" and
// "scarcely" do; "barely" says that something is just so.
func Not(word string) bool {
	switch word {
	case "not", "n't", "nt", "never", "neither", "nor", "hardly", "scarcely":
		return true
	}
	return false
}

// NoOne reports a determiner or pronoun for none of what it stands for.
func NoOne(word string) bool {
	if word == "" || word[0] != 'n' {
		return false // as most words; a switch over strings is guessed wrong too often
	}
	switch word {
	case "no", "nobody", "none", "nothing", "neither", "no-one", "noone":
		return true
	}
	return false
}

// Denies reports a word that denies what it stands with, whatever its kind.
func Denies(word string) bool { return Not(word) || NoOne(word) || word == "without" }
