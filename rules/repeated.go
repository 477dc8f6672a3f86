package rules

import "slices"

// fullest drops a fact that another of its rule has with the same value and says
// more of what it is about: two reads matched the same words, and one of them
// also took "Pia Lunt" or "the ban".
func fullest(facts []Fact) []Fact {
	out := facts[:0]
	first := 0 // of the rule at hand, in out
	for i := range facts {
		f := &facts[i]
		if len(out) > 0 && out[len(out)-1].Rule != f.Rule {
			first = len(out)
		}
		if f.Rule.readsWords() {
			k := slices.IndexFunc(out[first:], func(o Fact) bool {
				return o.Rule == f.Rule && o.Token == f.Token && o.Evidence.Overlaps(f.Evidence) && (f.within(&o) || o.within(f))
			})
			if k >= 0 {
				if o := &out[first+k]; o.within(f) && !f.within(o) {
					*o = *f
				}
				continue
			}
		}
		out = append(out, *f)
	}
	return out
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
	return !slices.ContainsFunc(r.Reads, func(rd Read) bool { return rd.Source > FromClause })
}
