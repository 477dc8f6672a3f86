package names

import "github.com/concord-news/concord/rules/text"

// verbGroup reads backwards from an office over "was elected", "is not",
// "has served as" to the end of the subject.
type verbGroup struct {
	h                     *holder
	first                 int
	past, negated, future bool
}

// back returns the end of the subject when a verb of holding ends at token j.
func (v *verbGroup) back(j int) (int, bool) {
	if j <= v.first {
		return 0, false
	}
	switch v.h.low(j) {
	case "as":
		return v.as(j - 1)
	case "is", "'s", "remains", "becomes":
		return v.subject(j)
	case "became":
		return v.subject(j)
	case "was":
		v.past = true
		return v.subject(j)
	case "elected", "appointed", "named", "re-elected", "reelected", "made", "crowned", "declared", "sworn":
		return v.passive(j - 1)
	case "not", "never", "longer":
		v.negated = v.h.low(j) != "longer"
		v.past = v.past || v.h.low(j) == "longer"
		if v.h.low(j) == "longer" && v.h.low(j-1) == "no" {
			j--
		}
		return v.back(j - 1)
	case "also", "now", "currently", "still", "previously", "formerly", "once", "only":
		w := v.h.low(j)
		n, ok := v.back(j - 1)
		v.past = v.past || w == "previously" || w == "formerly" || w == "once"
		return n, ok
	case "been":
		return v.perfect(j - 1)
	case "be":
		if v.h.low(j-1) == "to" && v.h.low(j-2) == "used" {
			v.past = true
			return v.subject(j - 2)
		}
	}
	return 0, false
}

// as reads "served as", "serves as", "has worked as", "was sworn in as".
func (v *verbGroup) as(j int) (int, bool) {
	switch v.h.low(j) {
	case "serves", "acts", "works":
		return v.subject(j)
	case "served", "worked":
		v.past = true
		if a := v.h.low(j - 1); a == "has" {
			v.past = false
			return v.subject(j - 1)
		}
		return v.subject(j)
	case "in":
		if v.h.low(j-1) == "sworn" {
			return v.passive(j - 2)
		}
	case "elected", "appointed", "re-elected", "named":
		return v.passive(j - 1)
	}
	return 0, false
}

func (v *verbGroup) passive(j int) (int, bool) {
	switch v.h.low(j) {
	case "was":
		return v.subject(j)
	case "been":
		return v.perfect(j - 1)
	}
	return 0, false
}

func (v *verbGroup) perfect(j int) (int, bool) {
	switch v.h.low(j) {
	case "has", "'s":
		return v.subject(j)
	case "had":
		v.past = true
		return v.subject(j)
	}
	return 0, false
}

// aged reports whether an age between commas ends with token j.
func (v *verbGroup) aged(j int) bool {
	first, ok := v.h.ages.at(j)
	return ok && first > v.first && v.h.low(first-1) == ","
}

// subject returns the end of the subject of the verb at j: adverbs, "who" and
// a comma before it are passed over.
func (v *verbGroup) subject(j int) (int, bool) {
	for j > v.first {
		switch t := &v.h.d.Tokens[j-1]; {
		case t.Lower == "who" || t.Tag == text.ADV && t.Lower != "not" || t.Lower == "also" || t.Lower == "now":
			j--
		case t.Lower == "," && v.h.low(j) == "who":
			j--
		case t.Lower == "," && v.aged(j-2):
			first, _ := v.h.ages.at(j - 2)
			return first - 1, true // "A, 67, used to be"
		default:
			return j, true
		}
	}
	return j, false
}
