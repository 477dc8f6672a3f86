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
	if r.register != unread {
		return r.register
	}
	r.register = reported
	for i := r.first; i < r.end; i++ {
		switch r.d.Tokens[i].Lower {
		case "i", "you", "me", "us", "we", "let", "please", "my", "your", "?":
			r.register = addressed
			return addressed
		}
	}
	for i := r.first; i < r.end; i++ {
		if r.d.Tokens[i].Shape.Has(text.SentenceStart) {
			if f := r.d.Tokens[i].Fine; f == text.VB {
				r.register = addressed
			}
			break
		}
	}
	return r.register
}

// direction tells whether the clause around the tokens from first to next
// speaks of the past (-1), of what is to come (1), or does not say (0).
func (r *reader) direction(first, next int) int {
	switch r.lower(first - 1) {
	case "until", "till", "by":
		if r.verbDirection(first, next) >= 0 {
			return 1
		}
	case "since":
		return -1
	}
	return r.verbDirection(first, next)
}

// verbDirection looks for the nearest verb before the expression, and then for
// one after it.
func (r *reader) verbDirection(first, next int) int {
	for i := first - 1; i >= r.first && i > first-16; i-- {
		if d, ok := r.tense(i); ok {
			return d
		}
		if r.lower(i) == ";" {
			break
		}
	}
	for i := next; i < r.end && i < next+16; i++ {
		if d, ok := r.tense(i); ok {
			return d
		}
	}
	return 0
}

// tense returns the direction of the verb at token i; ok is false where it has
// none of its own.
func (r *reader) tense(i int) (direction int, ok bool) {
	t := &r.d.Tokens[i]
	switch t.Lower {
	case "will", "'ll", "shall", "upcoming", "scheduled", "planned", "expected", "due", "slated":
		return 1, true
	case "was", "were", "had", "did", "been", "ago":
		return -1, true
	case "would", "could", "should", "may", "might", "can":
		return 1, t.Fine == text.MD
	}
	switch t.Fine {
	case text.VBD:
		return -1, true
	case text.VBN:
		return r.participle(i), true
	case text.VB:
		for k := i - 1; k >= r.first && k >= i-4; k-- {
			switch r.d.Tokens[k].Lower {
			case "to", "will", "'ll", "would", "could", "should", "may", "might", "can", "shall":
				return 1, true
			case "did":
				return -1, true
			}
		}
		return 0, true
	case text.VBZ, text.VBP:
		if t.Lower == "says" || t.Lower == "say" || t.Lower == "is" || t.Lower == "are" || t.Lower == "has" || t.Lower == "have" {
			return 0, false
		}
		return 1, true
	}
	return 0, false
}

// participle returns the direction of the participle at token i by its
// auxiliary.
func (r *reader) participle(i int) int {
	for k := i - 1; k >= r.first && k >= i-4; k-- {
		switch r.d.Tokens[k].Lower {
		case "was", "were", "had", "has", "have", "been":
			if k > r.first && r.d.Tokens[k-1].Lower == "will" {
				return 1
			}
			return -1
		case "be", "is", "are":
			for m := k - 1; m >= r.first && m >= k-3; m-- {
				switch r.d.Tokens[m].Lower {
				case "will", "to", "'ll", "would", "could", "may", "should":
					return 1
				}
			}
			return 1
		}
	}
	return -1
}
