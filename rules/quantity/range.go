package quantity

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity/calendar"
	"github.com/concord-news/concord/rules/quantity/number"
	"github.com/concord-news/concord/rules/text"
)

// fullRange reads the other end of a range after a: "19 to 20 percent",
// "between 4 and 6", "$5-10 million". What is no range comes back unchanged.
func (r *reader) fullRange(a amount) amount {
	if a.kind == mention.Identifier || a.name != "" {
		return a
	}
	join, at := r.joins(&a)
	if join == "" {
		return a
	}
	b, ok := r.amount(at)
	if !ok || b.name != "" || b.kind == mention.Identifier {
		return a
	}
	if b.kind == mention.Date || b.kind == mention.Duration || b.kind == mention.Time {
		if a.kind == mention.Number && a.next < b.first {
			b.first = a.first
			return b
		}
		return a
	}
	inheritScale(&a, &b)
	if !sameUnit(&a, &b) || a.low >= b.low || join == "and" && r.before(a.first) != "between" || r.isChange(a.first, join) {
		return a
	}
	b.low, b.step, b.first, b.approx = a.low, min(a.step, b.step), a.first, a.approx || join == "or"
	if w := r.before(a.first); w == "between" || w == "from" {
		b.first = r.opening(a.first)
	}
	return b
}

// opening returns the token of the "between" or "from" that opens the range
// whose first figure is at token i.
func (r *reader) opening(i int) int {
	if i-1 < r.floor {
		return i
	}
	return i - 1
}

// joins returns the word that may join a to the other end of its range, and
// the token after it; "" where none stands there.
func (r *reader) joins(a *amount) (string, int) {
	j := a.next
	switch w := r.lower(j); w {
	case "to", "and", "or", "till", "until":
		if w == "or" && !r.neighbours(a, j+1) {
			return "", 0
		}
		if w == "and" && r.before(a.first) != "between" {
			return "", 0
		}
		if !r.startsFigure(j + 1) {
			return "", 0
		}
		return w, j + 1
	case "-":
		if w := r.lower(j + 1); (w == "to" || w == "or") && r.startsFigure(j+2) { // "three- to four-page"
			return w, j + 2
		}
		if r.hyphen(j) > j || !r.tight(j) && !r.tight(j+1) || r.spacedDash(j) {
			k := j + 1
			if r.lower(k) == "to" && r.lower(k+1) == "-" {
				return "-", k + 2
			}
			if r.startsFigure(k) {
				return "-", k
			}
			return "", 0
		}
		if r.lower(j+1) == "to" && r.lower(j+2) == "-" { // five-to-ten
			return "-", j + 3
		}
	}
	return "", 0
}

// spacedDash reports whether the spaced dash at j stands between two figures
// in digits: "1000 - 5000".
func (r *reader) spacedDash(j int) bool {
	return j > 0 && j+1 < len(r.d.Tokens) && r.d.Tokens[j-1].Shape.Has(text.HasDigit) && r.d.Tokens[j+1].Shape.Has(text.HasDigit)
}

// neighbours reports whether the figure at j is the next whole number: "two or
// three", "one or two".
func (r *reader) neighbours(a *amount, j int) bool {
	n, _, ok := number.Scan(r.d, j)
	return ok && a.kind == mention.Number && n.Value > a.high && (n.Value <= a.high+1 || n.Value == a.high+2 && a.high >= 10 || n.Value == 12 && a.high == 10)
}

func (r *reader) startsFigure(j int) bool {
	if r.lower(j) == "" {
		return false
	}
	c := classOf(&r.d.Tokens[j])
	return c == figure || c == wordy
}

// inheritScale gives the first figure the scale word of the second where it
// has none: "19 to 20 million", "$5-10 billion".
func inheritScale(a, b *amount) {
	f := b.number.Factor
	if f > 1 && a.number.Factor <= 1 && a.low < b.low/f && (a.kind == b.kind || a.kind == mention.Number || b.kind == mention.Number) && !a.number.Fraction {
		a.scale(f)
	}
}

// sameUnit makes two ends of one range have one unit, and reports whether they
// can. The second end's unit is the first's where the first has none.
func sameUnit(a, b *amount) bool {
	if a.kind == b.kind && (a.unit == b.unit || a.unit == "") {
		return true
	}
	if a.kind == mention.Number && a.unit == "" {
		return b.kind == mention.Share || b.kind == mention.Money || b.kind == mention.Measure || b.kind == mention.Age ||
			b.kind == mention.Multiplier || b.kind == mention.Frequency
	}
	if b.kind == mention.Number && b.unit == "" && a.kind == mention.Money {
		b.kind, b.unit = a.kind, a.unit
		return true
	}
	if a.kind == b.kind && a.kind == mention.Money && hasRate(b.unit, a.unit) {
		a.unit = b.unit
		return true
	}
	return false
}

// hasRate reports whether unit is base with a rate: "USD/year" and "USD".
func hasRate(unit, base string) bool {
	return len(unit) > len(base) && unit[:len(base)] == base && unit[len(base)] == '/'
}

// isChange reports whether "from X to Y" before the figure at token i says that
// something went from one value to another, which are then two figures.
func (r *reader) isChange(i int, join string) bool {
	if join != "to" || r.before(i) != "from" {
		return false
	}
	for k, steps := i-2, 0; k >= 0 && steps < 20; k, steps = k-1, steps+1 {
		t := &r.d.Tokens[k]
		if changes(t.Lower) {
			return true
		}
		if t.Shape.Has(text.SentenceStart) || t.Lower == ";" {
			return false
		}
	}
	return false
}

// changes reports whether w says that a figure changed.
func changes(w string) bool {
	switch w {
	case "cut", "cuts", "cutting", "rose", "rise", "rises", "risen", "rising", "reduce", "reduced", "reduces", "reducing", "reduction",
		"raise", "raised", "raises", "raising", "fell", "fall", "falls", "fallen", "falling", "drop", "drops", "dropped", "dropping",
		"grew", "grow", "grows", "grown", "growing", "growth", "increase", "increased", "increases", "increasing", "decrease", "decreased",
		"decreases", "decreasing", "decline", "declined", "declines", "declining", "climb", "climbed", "climbs", "climbing", "jump", "jumped",
		"jumps", "jumping", "slid", "slide", "slides", "slipped", "slip", "shrank", "shrink", "shrunk", "shrinking", "lowered", "lower",
		"lowers", "lowering", "went", "go", "goes", "gone", "going", "moved", "move", "moving", "change", "changed", "changes", "changing",
		"revised", "revise", "revising", "revision", "trimmed", "trim", "trimming", "pared", "slashed", "slash", "slashing", "doubled",
		"tripled", "halved", "swelled", "swell", "swollen", "expanded", "expand", "expanding", "expansion", "plunged", "plunge", "plummeted",
		"soared", "surged", "surge", "dipped", "dip", "eased", "ease", "narrowed", "narrowing", "widened", "up", "down", "boost", "boosted",
		"hiked", "hike", "upgraded", "downgraded", "updated", "adjusted", "improved", "advanced", "tumbled", "sank", "edged", "ballooned",
		"dwindled", "brought", "scaled", "whittled", "extended", "shortened", "lifted", "accelerated", "slowed", "amended", "came":
		return true
	}
	return false
}

// elided gives a bare figure the unit of the figure before it, where the two
// are the ends of a change: "from 28 points to 20", "to 6 percent from 4".
func (r *reader) elided(a *amount) {
	if len(r.out) == 0 || r.hasOwn(a) {
		return
	}
	m := &r.out[len(r.out)-1]
	w := r.before(a.first)
	if w != "to" && w != "from" || a.first-m.Last > 3 || a.first <= m.Last-1 || m.Kind == mention.Identifier || m.Kind == mention.Ordinal {
		return
	}
	if p := r.before(m.First); w == "to" && p != "from" || w == "from" && p != "to" {
		return
	}
	for k := m.Last; k < a.first-1; k++ {
		if t := &r.d.Tokens[k]; k > m.Head && !t.Shape.Has(text.HasLetter) {
			return
		}
	}
	if m.Kind == mention.Money || m.Kind == mention.Share || m.Kind == mention.Measure || m.Unit != "" {
		a.kind, a.unit, a.head = m.Kind, m.Unit, m.Head
	}
}

// hasOwn reports whether the figure counts a noun of its own.
func (r *reader) hasOwn(a *amount) bool {
	b := *a
	r.count(&b)
	return b.head >= 0
}

// score reads "2-1", "52-48": two figures of a result, which are neither a
// range nor one value. A rising pair is a score only beside a word for one.
func (r *reader) score(a *amount) bool {
	if a.next != a.first+1 || r.hyphen(a.next) == a.next || !r.d.Tokens[a.first].Shape.Has(text.HasDigit) {
		return r.voteCount(a)
	}
	n, next, ok := number.Scan(r.d, a.next+1)
	if !ok || next != a.next+2 || n.Rest != "" || !r.d.Tokens[a.next+1].Shape.Has(text.HasDigit) || n.Step < 1 || a.number.Step < 1 {
		return false
	}
	if w := r.lower(next); w == "%" || w == "percent" || w == "-" && r.tight(next) || n.Value >= 1000 {
		return false
	}
	if n.Value > a.number.Value && !scored(r.before(a.first)) && !result(r.lower(next)) {
		return false
	}
	if n.Factor > 1 || r.dated(a) {
		return false
	}
	r.setScore(a, next)
	return true
}

// voteCount reads "52 to 48" after "voted" or "by a vote of", and words such
// as "two-nil" are left.
func (r *reader) voteCount(a *amount) bool {
	if r.lower(a.next) != "to" || a.number.Fraction {
		return false
	}
	w := r.before(a.first)
	if w == "of" {
		switch r.before(a.first - 1) {
		case "vote", "score", "majority", "margin":
		default:
			return false
		}
	} else if w != "voted" && w != "voting" && w != "ruled" && w != "vote" {
		return false
	}
	n, next, ok := number.Scan(r.d, a.next+1)
	if !ok || n.Rest != "" {
		return false
	}
	r.setScore(a, next)
	return true
}

func (r *reader) setScore(a *amount, next int) {
	a.next = next
	q := mention.NoValue()
	a.low, a.high, a.step, a.unit = q.Low, q.High, 0, "score"
	a.name = r.d.Span(a.first, next).In(r.d.Text)
}

func scored(w string) bool {
	switch w {
	case "won", "win", "beat", "beaten", "lost", "lose", "voted", "vote", "defeated", "ruled", "score", "drew", "led", "trailed", "a", "finished", "split":
		return true
	}
	return false
}

func result(w string) bool {
	switch w {
	case "win", "loss", "victory", "defeat", "lead", "vote", "decision", "draw", "aggregate", "record", "ruling", "split", "majority", "start", "series", "triumph", "scoreline":
		return true
	}
	return false
}

// chain reads three and more groups of digits that hyphens join, a telephone
// number or a code, as an identifier.
func (r *reader) chain(a *amount) bool {
	if !r.d.Tokens[a.first].Shape.Has(text.HasDigit) {
		return false
	}
	j, groups := a.first+1, 1
	for j+1 < len(r.d.Tokens) && r.hyphen(j) > j && r.d.Tokens[j+1].Shape.Has(text.HasDigit) && !r.d.Tokens[j+1].Shape.Has(text.HasLetter) {
		j, groups = j+2, groups+1
	}
	if groups < 3 {
		return false
	}
	a.next, a.kind, a.name = j, mention.Identifier, r.d.Span(a.first, j).In(r.d.Text)
	return true
}

// zeroes reads a figure that starts with a zero it does not need, and the
// groups of digits after it, as an identifier: a telephone number.
func (r *reader) zeroes(a *amount) bool {
	form := r.d.Form(a.first)
	if len(form) < 2 || form[0] != '0' || !isDigit(form[1]) {
		return false
	}
	a.next = a.first + 1
	if calendar.Clock(r.lower(a.next)) {
		return false
	}
	for r.lower(a.next) != "" && isDigit(r.lower(a.next)[0]) && r.d.Tokens[a.next].Len() >= 2 {
		a.next++
	}
	a.kind, a.name = mention.Identifier, r.d.Span(a.first, a.next).In(r.d.Text)
	return true
}
