package when

import "github.com/concord-news/concord/rules/text"

// register says whom a sentence speaks to.
type register uint8

const (
	unread register = iota
	// reported: the outlet tells its readers.
	reported
	// addressed: someone speaks to someone, in a question, a request or with
	// I and you. What day such words were said on is not known, so a weekday
	// or a day without its year keeps the value that its words have; its
	// period is the one reckoned from the publication all the same.
	addressed
)

// speaks returns the register of the current sentence.
func (r *reader) speaks() register {
	if r.register == unread {
		r.register = reported
		if r.addresses() || r.query() {
			r.register = addressed
		}
	}
	return r.register
}

// addresses reports whether the sentence is a request, a question, or speaks
// of I, you or us outside quotation marks.
func (r *reader) addresses() bool {
	quoted, started := false, false
	for i := r.first; i < r.end; i++ {
		t := &r.d.Tokens[i]
		if !started && t.Shape.Has(text.SentenceStart) {
			started = true
			if (t.Fine == text.VB || t.Fine == text.WP || t.Fine == text.WRB) && !quoted {
				return true
			}
		}
		switch t.Lower {
		case "\"", "``", "''":
			quoted = !quoted
		case "i", "you", "me", "us", "we", "let", "please", "my", "your", "?":
			if !quoted && !(t.Lower == "us" && t.Shape.Has(text.AllCaps)) {
				return true
			}
		}
	}
	return false
}
