package casualty

import "github.com/concord-news/concord/rules/text"

// targets are things that people shoot at.
var targets = set("car", "cars", "vehicle", "vehicles", "truck", "van", "bus", "house", "houses", "home", "homes", "building", "door", "window", "police", "crows", "deer", "dog", "cruiser")

// shotInPlace reports whether "shot at", behind a number of people, says where they
// were hit: "ten people shot at a bar", not "two men shot at a car".
func (r *reader) shotInPlace(t int) bool {
	m, ok := r.member(t)
	if !ok || !m.Counted {
		return false
	}
	if _, ok := r.starting(t + 2); ok {
		return false
	}
	for k := t + 2; k < min(r.last, t+2+longestPhrase) && r.tag(k) != text.ADP && r.tag(k) != text.PUNCT; k++ {
		if r.in(k, targets) {
			return false
		}
	}
	return true
}

// chasedReach is how far before "killed him" an assailant stands who is meant.
const chasedReach = 6

// chased returns the noun for an assailant whom the verb before token t has as its
// object, "" for none: "chased the gunman and killed him".
func (r *reader) chased(t int) string {
	if !r.is(t-1, "and", "then", "fatally") {
		return ""
	}
	for k := t - 2; k >= max(r.first+2, t-chasedReach); k-- {
		if lemma := r.d.Tokens[k].Lemma; assailants[lemma] && r.tag(k-1) == text.DET && r.tag(k-2) == text.VERB {
			return lemma
		}
	}
	return ""
}

// shootingOf reads "the shooting of three women" and "four shooting victims".
func (r *reader) shootingOf(t int) bool {
	if !r.is(t, "shooting") {
		return false
	}
	switch {
	case r.is(t+1, "of") && !r.is(t-1, "fatal", "deadly") && !r.supposed(t):
		if m := r.right(t + 2); len(m) > 0 && m[0].Counted && m[0].Quantity.Low > 1 {
			r.state(Shot, t, m)
			return true
		}
	case r.is(t+1, "victims"):
		return r.victims(t)
	}
	return false
}

// victims reads "four gunshot victims" at token t.
func (r *reader) victims(t int) bool {
	m, ok := r.member(t + 2)
	if !ok || !m.Counted || m.Quantity.Low < 2 || m.Part || m.First >= t || r.supposed(t) {
		return false
	}
	r.state(Shot, t, []Member{m}).Soft = true // more may be found
	return true
}
