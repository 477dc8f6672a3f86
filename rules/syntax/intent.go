package syntax

import (
	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/text"
)

// intends reports whether the word before token i is a verb of intention, behind
// which "to" leads to a verb: "plans to appeal".
func intends(tokens []text.Token, i int) bool {
	for i--; i >= 0 && (tokens[i].Tag == text.ADV || tokens[i].Tag == text.PART); i-- {
	}
	if i < 0 {
		return false
	}
	switch lemma.Of(tokens[i].Lower, text.VBD, text.VERB) {
	case "plan", "intend", "decide", "refuse", "vow", "promise", "threaten", "hope", "decline", "want":
		return true
	}
	return tokens[i].Lower == "plans" || tokens[i].Lower == "intends"
}
