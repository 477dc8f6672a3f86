package rules

import "slices"

// fullest drops from an order of facts, which is by rule, a fact that another of its
// rule has with the same value and says more of what it is about: two reads matched
// the same words, and one of them also took "Pia Lunt" or "the ban".
func fullest(facts []Fact, order []int32) []int32 {
	out := order[:0]
	first := 0 // of the rule at hand, in out
	for _, i := range order {
		f := &facts[i]
		if len(out) > 0 && facts[out[len(out)-1]].Rule != f.Rule {
			first = len(out)
		}
		k := -1
		if first < len(out) && f.Rule.readsWords() {
			k = slices.IndexFunc(out[first:], func(at int32) bool { return f.repeats(&facts[at]) })
		}
		if k < 0 {
			out = append(out, i)
		} else if o := &facts[out[first+k]]; o.within(f) && !f.within(o) {
			out[first+k] = i
		}
	}
	return out
}

// repeats reports whether two facts of a rule were read from the same words, and
// one says what the other does.
func (f *Fact) repeats(o *Fact) bool {
	return o.Token == f.Token && o.Evidence.Overlaps(f.Evidence) && (f.within(o) || o.within(f))
}

// within reports whether a fact says of what it is about no more than o does.
func (f *Fact) within(o *Fact) bool {
	for i := range f.Key {
		if v := f.Key[i].Value; v != "" && v != o.Key[i].Value {
			return false
		}
	}
	return len(f.Key) == len(o.Key)
}

// readsWords reports whether a rule reads by patterns of words alone.
func (r *Rule) readsWords() bool {
	for i := range r.Reads {
		if r.Reads[i].Source > FromClause {
			return false
		}
	}
	return true
}
