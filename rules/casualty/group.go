package casualty

import (
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// most is how many people or groups may be coordinated: news lists the names of
// the dead of an accident in one sentence up to about this number.
const most = 8

// left reads the people whose phrase ends before token e, with those that are
// coordinated with them: "Ada Lind, 34, and two of her sons".
func (r *reader) left(e int) []Member {
	m, ok := r.apposed(e)
	if !ok {
		return nil
	}
	if r.is(m.First-1, "including") && !r.is(e, "who", "that") {
		if all, ok := r.apposed(m.First - 1); ok && all.Quantity.Low > 1 {
			m = all // "left six guards including the attacker dead"
		}
	}
	out := []Member{m}
	joined := false
	for len(out) < most {
		k := m.First - 1
		switch {
		case r.is(k, "and", "&", "plus"):
			if joined = true; r.is(k-1, ",", ";") {
				k--
			}
		case r.is(k, ",", ";") && (joined || counted(&m)):
		default:
			return r.collapse(out)
		}
		if m, ok = r.apposed(k); !ok && out[0].Name != "" {
			m, ok = r.unknownBefore(k)
		}
		if !ok || r.governed(&m) {
			return r.collapse(out)
		}
		out = append([]Member{m}, out...)
	}
	return r.collapse(out)
}

// collapse takes phrases for the same people together: "his wife, Ann Blake",
// and "two victims, a man and a woman".
func (r *reader) collapse(list []Member) []Member {
	var out []Member
	for i := 0; i < len(list); i++ {
		m := list[i]
		if n := len(out); n > 0 && r.is(r.pastAge(out[n-1].Last), ",") && !r.is(m.First-1, "and") && same(&out[n-1], &m) {
			joinInto(&out[n-1], &m)
			continue
		}
		out = append(out, m)
		if n := int(min(m.Quantity.Low, most)); m.Quantity.Low >= 2 && i+n < len(list) && r.is(m.Last, ",", ":", "-") && singles(&m, list[i+1:i+1+n]) {
			i += n
		} else if m.Quantity.Low >= 2 && i+1 < len(list) && i+n >= len(list) && r.namesFollow(m.Last) && singles(&m, list[i+1:]) && list[i+1].Name != "" {
			i = len(list) - 1 // "two men, Ann Blake's sons Tom, 34, of Lierby, and Ed Blake"
		}
	}
	return out
}

// namesFollow reports whether a comma at token k opens a list of names.
func (r *reader) namesFollow(k int) bool {
	if !r.is(k, ",", ":", "-") {
		return false
	}
	m, ok := r.starting(k + 1)
	return ok && m.Name != ""
}

// singles reports whether a list may tell of the people of a group one by one: "two
// victims, a man and a woman", not "two brothers, their mother".
func singles(g *Member, list []Member) bool {
	for i := range list {
		if m := &list[i]; !m.single() || m.Possessed || g.Sex != 0 && m.Sex != 0 && g.Sex != m.Sex {
			return false
		}
	}
	return true
}

// same reports whether a comma joins two phrases for one person: "his wife,
// Ann Blake", "Ann Blake, a nurse".
func same(a, b *Member) bool {
	if !a.single() || !b.single() || (a.Name == "") == (b.Name == "") {
		return false
	}
	return b.Name != "" || !b.Definite && b.Noun != ""
}

// joinInto takes what another phrase for the same people says.
func joinInto(m, other *Member) {
	if !m.single() || !other.single() {
		return
	}
	if m.Name == "" {
		m.Name, m.Entity = other.Name, other.Entity
	}
	if m.Age < 0 {
		m.Age = other.Age
	}
	if m.Sex == 0 {
		m.Sex = other.Sex
	}
	m.Last = max(m.Last, other.Last)
}

// counted reports whether a member has a figure of its own, as those of lists
// in headlines have: "2 women, 1 man shot".
func counted(m *Member) bool { return m.Quantity.Known() && m.Noun != "" && m.Name == "" }

// governed reports whether a phrase belongs to what stands before it: the man
// of "killed one man and two women were wounded".
func (r *reader) governed(m *Member) bool {
	k := m.First - 1
	if r.is(k, "leaves", "left", "leaving", "found", "find", "finds", "discovered", "located", "identified", "named") || r.in(k, saying) && r.tag(k) == text.VERB {
		return false // "leaves a boy, three others wounded", "said a boy and a girl were wounded"
	}
	if tr, ok := r.trigger(k); ok && tr.frame == frameActs && tr.form != formPast {
		return true // "kills one man; two hurt"
	}
	if r.is(k, "after", "before", "since", "until") {
		return false // "after a man and a woman were killed"
	}
	return r.tag(k) == text.VERB || r.tag(k) == text.ADP || r.in(k, beForms) && !r.is(k, "are") || r.is(k, "that", "to") && r.tag(k) != text.SCONJ
}

// right reads the people whose phrase starts at token i, with those that are
// coordinated with them: "killing a man, a woman and two children".
func (r *reader) right(i int) []Member {
	m, ok := r.starting(i)
	if !ok {
		return nil
	}
	out := []Member{m}
	for len(out) < most {
		k := r.pastAge(m.Last)
		if last, mt := &out[len(out)-1], r.mentionAt(m.Last+1); k > m.Last && last.Age < 0 && last.single() && mt != nil && !r.is(mt.First, "both") {
			last.Age = mt.Quantity.Low
		}
		comma := r.is(k, ",", ";")
		if comma {
			k++
		}
		if r.is(k, "and", "&") {
			k++
		} else if comma && r.named(k, &out[len(out)-1]) {
			m = out[len(out)-1]
			continue
		} else if !comma || !r.listGoesOn(k) && !r.headlinePair(k, &out[len(out)-1]) {
			return r.collapse(out)
		}
		if m, ok = r.listed(k, &out[len(out)-1]); !ok || len(out) < 2 && !r.is(i-1, "of") && r.acted(m.Last) {
			return r.collapse(out)
		}
		out = append(out, m)
	}
	return r.collapse(out)
}

// headlinePair reports whether two people end the headline with a comma for "and": "kills
// woman, 6-year-old girl".
func (r *reader) headlinePair(k int, m *Member) bool {
	if r.first > 0 || m.Definite || m.Fresh || m.Name != "" || !m.single() {
		return false
	}
	who, ok := r.starting(k)
	return ok && who.single() && who.Noun != "" && !who.Definite && !who.Fresh && who.Last == r.last
}

// named joins the name behind a comma at token k-1 to the one person before it: "his
// wife, Ann Blake, 34,".
func (r *reader) named(k int, m *Member) bool {
	who, ok := r.starting(k)
	if !ok || who.Name == "" || !same(m, &who) || !r.is(who.Last, ",") || r.listGoesOn(k) {
		return false
	}
	if end := r.pastAge(who.Last); who.Age < 0 && end > who.Last {
		who.Age = r.mentionAt(who.Last + 1).Quantity.Low
	}
	joinInto(m, &who)
	return true
}

// longestAges is how many tokens an aside with the ages of several people has.
const longestAges = 9

// pastAge returns the token behind an age: "Ann Blake, 34, and".
func (r *reader) pastAge(k int) int {
	if !r.is(k, ",", "(") {
		return k
	}
	if r.is(k+1, "ages", "aged", "both", "all") {
		for e := k + 2; e < min(r.last, k+longestAges); e++ {
			if r.is(e, ",") && r.is(e+1, "and") {
				return e + 1 // "two men, ages 20 and 23, and a boy"
			}
		}
		return k
	}
	mt := r.mentionAt(k + 1)
	if mt == nil || mt.First != k+1 || mt.Kind != mention.Age && mt.Kind != mention.Number || !r.is(mt.Last, ",", ";", ")") {
		return k
	}
	if r.is(mt.Last, ")") {
		return mt.Last + 1
	}
	if r.is(mt.Last+1, "and") {
		return mt.Last + 1
	}
	return mt.Last
}

// listGoesOn reports whether people follow a comma, and "and" with people or
// a reflexive pronoun follows those.
func (r *reader) listGoesOn(k int) bool {
	var before Member
	for n := range most {
		m, ok := r.listed(k, &before)
		if !ok {
			return false
		}
		if k, before = r.pastAge(m.Last), m; r.is(k, ",", ";") && r.is(k+1, "and") {
			k++
		}
		if r.is(k, "and") {
			m, ok = r.listed(k+1, &before)
			return ok && (n >= 0 || !r.acted(m.Last))
		}
		if !r.is(k, ",", ";") {
			return r.in(m.Head, reflexives) // "kills his wife, her son, himself"
		}
		k++
	}
	return false
}

// acted reports whether a predicate of its own follows a phrase.
func (r *reader) acted(k int) bool {
	if k >= r.last {
		return false
	}
	t := &r.d.Tokens[k]
	if tr, ok := triggers[t.Lower]; ok && tr.frame <= frameDead {
		return true
	}
	return t.Tag == text.AUX || t.Tag == text.VERB && t.Fine != text.VBG && t.Fine != text.VBN
}

// starting reads the phrase for people that starts at token i: the longest one
// whose head is one.
func (r *reader) starting(i int) (Member, bool) {
	var best Member
	found := false
	for e := i + 1; e <= min(r.last, i+longestPhrase); e++ {
		if e < r.last && r.d.Tokens[e].Fine == text.POS {
			found = false
			continue
		}
		if m, ok := r.member(e); ok && m.First <= i && !r.lonelyAge(&m) {
			if found && r.mentionAt(m.Head) != nil && m.Name == "" && best.Head != m.Head-1 {
				break
			}
			best, found = m, true
			best.First = max(best.First, i)
		}
		if found && e < r.last && best.Name != "" && r.is(e, "\"", "'", "(") && r.is(e+2, "\"", "'", ")") {
			continue
		}
		if found && best.Name != "" && r.is(e-2, "\"", "'", "(") && r.is(e, "\"", "'", ")") {
			continue
		}
		if !r.inPhrase(e) {
			break
		}
	}
	if found && best.Noun == "" && best.Name == "" && !best.Pronoun && best.Age < 0 && r.things(best.Last) {
		return best, false
	}
	if found && r.is(best.Last, "of") {
		best = r.ofWhole(best)
	}
	return best, found
}

// things reports whether a noun phrase goes on at token k with something that
// is no time: "3,000 sheep".
func (r *reader) things(k int) bool {
	if k >= r.last || r.mentionAt(k) != nil || timeWord(r.lower(k)) {
		return false
	}
	if _, ok := triggers[r.lower(k)]; ok {
		return false
	}
	return r.tag(k) == text.NOUN || r.tag(k) == text.ADJ || r.tag(k) == text.PROPN
}

// inPhrase reports whether token e can go on a noun phrase.
func (r *reader) inPhrase(e int) bool {
	if e >= r.last {
		return false
	}
	t := &r.d.Tokens[e]
	if mt := r.mentionAt(e); mt != nil {
		return mt.Kind == mention.Number || mt.Kind == mention.Age || mt.Kind == mention.Person || mt.Kind == mention.Ordinal
	}
	if tr, ok := triggers[t.Lower]; ok && tr.frame <= frameDead && t.Tag != text.ADJ {
		return false
	}
	switch t.Tag {
	case text.DET, text.NUM, text.ADJ, text.NOUN, text.PROPN, text.PART, text.PRON:
		return !r.is(e, "dead", "who", "that", "which", "not")
	}
	return t.Lower == "-" || r.qualifies(e)
}

// qualifies reports whether a participle stands before a noun as an adjective does:
// "a uniformed guard".
func (r *reader) qualifies(k int) bool {
	t := &r.d.Tokens[k]
	if t.Tag != text.VERB || t.Fine != text.VBN && t.Fine != text.VBG || r.tag(k+1) != text.NOUN && r.tag(k+1) != text.ADJ {
		return false
	}
	return (r.tag(k-1) == text.DET || r.tag(k-1) == text.NUM) && !mayTrigger.MayHold(t.Lower)
}

// ofWhole reads on behind "of": "a family of five", "two of them".
func (r *reader) ofWhole(m Member) Member {
	k := m.Last + 1
	mt := r.mentionAt(k)
	switch {
	case familyWords[m.Noun]:
		if mt != nil && mt.Kind == mention.Number {
			m.Quantity, m.Last = mt.Quantity, mt.Last
		}
	case m.Noun == "" && !m.Pronoun && m.Name == "":
		if inner, ok := r.starting(k); ok {
			m.Part = true
			if full, ok := r.member(inner.Last); ok && full.First <= m.First && full.Quantity.Known() {
				full.First = m.First
				return full // "two of her sons"
			}
		}
	case counts2[m.Noun]:
	}
	return m
}

// arguments reads the people among the arguments of the clause whose verb lies
// between two tokens: those who undergo it, or with agents those who do it.
func (r *reader) arguments(first, last int, agents bool) []Member {
	c := r.clauseOf(first, last)
	if c == nil {
		return nil
	}
	phrases := c.Patients
	if agents {
		phrases = c.Agents
	}
	return r.phrases(phrases, c)
}

func (r *reader) phrases(phrases []clause.Phrase, c *clause.Clause) []Member {
	var out []Member
	for _, p := range phrases {
		if p.None() || p.First < r.first || p.Last > r.last || p.Last > c.Verb {
			continue
		}
		if m, ok := r.member(p.Last); ok && (c.Verb < p.First || c.Verb >= p.Last) {
			m.First = max(m.First, r.first)
			out = append(out, m)
		}
	}
	return r.collapse(out)
}
