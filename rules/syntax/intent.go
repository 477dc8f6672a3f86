package syntax

import (
	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/text"
)

// intends reports whether the word before token i is a verb of intention or the like,
// behind which "to" leads to a verb: "plans to appeal", "is expected to resume", "has yet
// to open", "are to last".
func intends(tokens []text.Token, i int) bool {
	for i--; i >= 0 && (tokens[i].Tag == text.ADV || tokens[i].Tag == text.PART); i-- {
		if tokens[i].Lower == "yet" {
			return true
		}
	}
	if i < 0 {
		return false
	}
	if be(&tokens[i]) {
		return true
	}
	switch lemma.Of(tokens[i].Lower, text.VBD, text.VERB) {
	case "plan", "intend", "decide", "refuse", "vow", "promise", "threaten", "hope", "decline", "want",
		"expect", "schedule", "need", "try", "fail", "begin", "continue", "prepare", "allow", "force", "forbid":
		return true
	}
	switch tokens[i].Lower {
	case "likely", "unlikely", "able", "unable", "ready", "about":
		return true
	}
	return tokens[i].Lower == "plans" || tokens[i].Lower == "intends"
}

// contents reports whether the clause that "that" at token i begins tells what the
// noun before it holds: "claims that Norway had".
func contents(tokens []text.Token, i int) bool {
	before := &tokens[i-1]
	if tokens[i].Lower != "that" || before.Tag != text.NOUN || i+1 >= len(tokens) || tokens[i+1].Tag != text.PROPN {
		return false
	}
	switch lemma.Of(before.Lower, before.Fine, before.Tag) {
	case "claim", "report", "allegation", "accusation", "assertion", "suggestion", "rumour", "rumor", "statement",
		"belief", "view", "fear", "hope", "fact", "news", "evidence", "proof", "sign", "warning":
		return true
	}
	return false
}
