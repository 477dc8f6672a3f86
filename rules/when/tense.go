package when

import "github.com/concord-news/concord/rules/text"

// direction tells whether the clause around the tokens from first to next
// speaks of the past (-1), of what is to come (1), or does not say (0).
func (r *reader) direction(first, next int) int {
	switch r.lower(first - 1) {
	case "until", "till", "effective", "starting", "beginning", "as":
		if !r.has(first-1, text.SentenceStart) {
			return 1
		}
	case "through":
		if r.is(first, monthName) {
			return 1
		}
	case "since":
		return -1
	case "by", "before":
		if r.verbDirection(first, next) >= 0 {
			return 1
		}
		return -1
	case "of":
		if r.lower(first-2) == "ahead" {
			return 1
		}
	}
	return r.verbDirection(first, next)
}

// reach is how many tokens away a verb is looked for.
const reach = 20

// verbDirection asks the verbs before the expression, the nearest first, and
// then those after it.
func (r *reader) verbDirection(first, next int) int {
	infinitive, genitive := false, r.lower(next) == "'s"
	for i := first - 1; i >= max(r.first, first-reach); i-- {
		t := &r.d.Tokens[i]
		if t.Lower == ";" {
			break
		}
		if t.Fine == text.VB && r.lower(i-1) == "to" {
			infinitive = !genitive
			continue
		}
		if t.Fine == text.VB && (t.Lower == "plan" || t.Lower == "expect" || t.Lower == "intend") {
			return 1
		}
		if d := r.tense(i, infinitive); d != 0 && (d < 0 || !genitive || t.Fine == text.MD) {
			return d
		}
	}
	if genitive {
		return -1
	}
	if infinitive {
		return 1
	}
	for i := next; i < min(r.end, next+reach); i++ {
		if d := r.tense(i, false); d != 0 {
			return d
		}
	}
	return 0
}

// tense returns the direction that the verb at token i gives its clause, 0
// where it gives none. infinitive says that "to" and a verb come between it
// and the date.
func (r *reader) tense(i int, infinitive bool) int {
	t := &r.d.Tokens[i]
	switch t.Fine {
	case text.MD:
		switch t.Lower {
		case "will", "'ll", "shall", "would", "wo", "may":
			return 1
		}
		return 0
	case text.VBD:
		if infinitive && plans(t.Lower) || t.Lower == "planned" || t.Lower == "scheduled" {
			return 1
		}
		if t.Lower == "was" || t.Lower == "were" {
			if n := r.d.Tokens[min(i+1, r.end-1)].Lower; plans(n) || n == "to" {
				return 1
			}
		}
		return -1
	case text.VBN:
		return r.participle(i)
	case text.VBG:
		if prepares(t.Lower) && (infinitive || r.lower(i+1) == "to") {
			return 1
		}
		switch r.lower(i - 1) {
		case "is", "are", "'s", "'re", "am", "'m":
			return 1
		case "was", "were", "after":
			return -1
		}
		return 0
	case text.VBZ, text.VBP:
		switch t.Lower {
		case "says", "say", "is", "are", "has", "have", "'s", "'ve", "'re", "do", "does", "am", "'m":
			return 0
		}
		if t.Fine == text.VBP && pastAlike(t.Lower) {
			return -1
		}
		return r.present(i)
	}
	if t.Lower == "due" || t.Lower == "scheduled" || t.Lower == "slated" || t.Lower == "upcoming" {
		return 1
	}
	return 0
}

// present returns the direction of a verb in the present, which speaks of what
// is scheduled ("talks resume Monday"). Taggers take many a noun in the plural
// for one: a verb in the past that comes next, or that comes before in the same
// clause and is not one of saying, tells.
func (r *reader) present(i int) int {
	if i+1 < r.end && r.d.Tokens[i+1].Fine == text.VBD {
		return -1
	}
	for k := i - 1; k >= max(r.first, i-reach); k-- {
		t := &r.d.Tokens[k]
		switch {
		case t.Lower == "," || t.Lower == "\"" || t.Fine == text.CC || t.Fine == text.WDT || t.Fine == text.WP || t.Lower == "that" || t.Lower == "as":
			return 1
		case t.Fine == text.VBD && !says(t.Lower):
			return -1
		}
	}
	return 1
}

// pastAlike reports whether a verb is written alike in the past, which is what
// news means by it: "quakes hit Monday".
func pastAlike(lower string) bool {
	switch lower {
	case "hit", "cut", "put", "set", "shut", "quit", "hurt", "split", "beat", "cost", "spread", "struck", "burst", "shed":
		return true
	}
	return false
}

// says reports whether a verb in the past reports what someone said.
func says(lower string) bool {
	switch lower {
	case "said", "told", "announced", "reported", "confirmed", "added", "warned", "says", "thought", "believed", "knew":
		return true
	}
	return false
}

// prepares reports whether a participle before "to" speaks of what is still to
// come, in whatever tense: "they were planning to march on Friday".
func prepares(lower string) bool {
	switch lower {
	case "planning", "preparing", "going", "hoping", "expecting", "intending", "threatening", "promising":
		return true
	}
	return false
}

// plans reports whether a verb in the past speaks of what was then to come.
func plans(lower string) bool {
	switch lower {
	case "planned", "scheduled", "expected", "agreed", "vowed", "promised", "pledged", "intended", "hoped", "wanted", "due", "set", "slated", "decided", "threatened", "ordered", "called", "going", "supposed", "invited", "asked", "urged":
		return true
	}
	return false
}

// participle returns the direction of the participle at token i by its
// auxiliary.
func (r *reader) participle(i int) int {
	for k := i - 1; k >= max(r.first, i-4); k-- {
		switch r.d.Tokens[k].Lower {
		case "will", "'ll", "to", "would", "may", "shall":
			return 1
		case "was", "were", "had", "has", "have", "been", "'ve":
			if plans(r.d.Tokens[i].Lower) && r.d.Tokens[i].Lower != "agreed" {
				return 1
			}
			return -1
		case "is", "are", "'s", "'re":
			return 1
		}
	}
	if l := r.d.Tokens[i].Lower; l == "scheduled" || l == "planned" || l == "expected" || l == "set" || l == "slated" {
		return 1
	}
	return -1
}
