package casualty

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// acts reads a verb of which people are the object, or in the passive the
// subject.
func (r *reader) acts(tr trigger, t int) {
	o := tr.outcome
	if o != Shot && (r.countOf(o, t) || r.ofThem(tr, t)) || o == Shot && r.shootingOf(t) {
		return
	}
	c := r.chainBefore(t)
	if c.denied || c.unreal || r.supposed(t) || r.unrealBehind(&c, t) && !r.nobody(c.end) {
		return
	}
	if !c.passive && r.is(c.end-1, "those") {
		if o == Killed {
			r.namely(t)
		}
		return // "ten of those killed were foreigners"
	}
	next := t + 1
	if o == Shot {
		var skip bool
		if o, next, skip = r.shot(t); skip {
			return
		}
	}
	if c.fatal {
		o = Killed
	} else if r.in(t+1, fatal) && o != Killed {
		o, next = Killed, t+2
	}
	if r.in(next, reflexives) {
		if r.is(next+1, "dead", "fatally") || r.is(next+1, "to") && r.is(next+2, "death") {
			o = Killed
		}
		who := r.subject(c, t, true)
		if len(who) > 0 && r.is(next, "himself", "herself") != who[0].single() {
			who = nil // "wounded two people before killing himself"
		}
		if o == Shot && tr.form == formDoing && r.killedBefore(t) {
			o = Killed // "kills a boy before shooting himself"
		}
		r.self(o, t, who)
		return
	}
	if r.inverted(t) {
		r.state(o, t, r.right(t+2))
		return
	}
	if c.passive && tr.form != formDoing || !r.actsOn(tr, o, t, next, &c) { // "were shooting at crows" has no victims
		r.undergone(tr, o, t, next, &c)
	}
}

// killedBefore reports whether the sentence says before token t that somebody killed
// others.
func (r *reader) killedBefore(t int) bool {
	for i := len(r.out) - 1; i >= 0 && r.out[i].Trigger >= r.first; i-- {
		if st := &r.out[i]; st.Trigger < t && st.Outcome == Killed && st.Active {
			return true
		}
	}
	return false
}

// actsOn reads the object of an active verb at token t, which starts at token
// next. It reports whether the verb has one, or speaks of nobody.
func (r *reader) actsOn(tr trigger, o Outcome, t, next int, c *chain) bool {
	if obj := r.right(next); len(obj) > 0 && r.object(tr, t, &obj[0]) {
		if m := &obj[0]; m.Pronoun && m.single() && o == Killed {
			m.Noun = r.chased(t)
		}
		r.objects(o, t, obj)
		return true
	}
	return tr.form != formPast || c.relative || r.objectFollows(next) || r.is(t+1, "at") && !c.auxiliary && o == Shot && !r.shotInPlace(t)
}

// undergone reads the subject of a passive verb.
func (r *reader) undergone(tr trigger, o Outcome, t, next int, c *chain) {
	if tr.form == formBase || tr.form == formNow || c.auxiliary && !c.passive && tr.outcome != Injured {
		return
	}
	people := r.subject(*c, t, false)
	if (!c.auxiliary || c.relative) && len(people) == 1 && people[0].Part && people[0].Last == c.end && people[0].Of.Known() && people[0].Of.Low > 0 {
		people[0].Part, people[0].Quantity = false, people[0].Of // "one of the three men shot on Friday"
	}
	if st := r.state(o, t, people); st != nil {
		st.Many = len(people) == 1 && people[0].Part && people[0].single() && !c.auxiliary && !c.relative
		// "no one was hurt too badly": some were. "Two remain hospitalized": more were.
		st.Graded = c.graded || c.remaining && !people[0].Another || r.is(t+1, "badly", "seriously", "severely", "critically") || r.is(t+1, "too", "that", "very", "so") && r.in(t+2, degrees)
		st.Law, st.Active = r.doneBy(t, next)
		st.Deed = true
		r.elseNobody(st)
	}
}

// object reports whether a phrase behind a verb is its object and not a noun
// that the participle describes: "a shooting victim", "wounded people".
func (r *reader) object(tr trigger, t int, m *Member) bool {
	if m.Pronoun || m.Name != "" && m.First == m.Head || m.Quantity.Low != 1 && m.Quantity.Known() {
		return true
	}
	switch tok := &r.d.Tokens[m.First]; {
	case tok.Tag == text.DET || tok.Fine == text.PRPS || r.is(m.First, "another", "one", "1"):
		return true
	case r.mentionAt(m.First) != nil:
		return true
	}
	return tr.form == formNow || tr.form == formDoing && !r.is(t, "shooting") || m.Name != "" && !r.is(t, "shooting")
}

// inverted reports whether the people come after the verb: "also killed were".
func (r *reader) inverted(t int) bool {
	return r.is(t+1, "were", "was", "is", "are") && (t == r.first || r.is(t-1, "also", "and", "among"))
}

// objects keeps a statement of an object; one behind which the people are said
// to be dead is theirs: "shot two people dead".
func (r *reader) objects(o Outcome, t int, obj []Member) {
	if last := &obj[len(obj)-1]; len(obj) > 1 && r.in(last.Head, reflexives) {
		r.self(o, t, nil) // "kills a woman, her son, himself"
		obj = obj[:len(obj)-1]
	}
	end := r.pastAge(obj[len(obj)-1].Last)
	if end > obj[len(obj)-1].Last && r.is(end, ",") {
		end++
	}
	if o == Shot && (r.is(end, "dead") || r.is(end, "to") && r.is(end+1, "death") || r.in(end, fatal)) {
		o = Killed
	}
	st := r.state(o, t, obj)
	st.Active, st.Law = true, r.lawBefore(t) && !kin[obj[0].Noun]
	if o != Injured && r.thenSelf(end) {
		r.self(Killed, t, nil)
	}
}

// thenReach is how far behind those whom somebody killed stands that it was done to
// himself or herself too: "killed eight people at a church on Sunday and then himself".
const thenReach = 10

// thenSelf reports whether the words at token k go on from an object to whoever did
// it, without another verb.
func (r *reader) thenSelf(k int) bool {
	for last := min(r.last, k+thenReach); k < last; k++ {
		if r.in(k, reflexives) {
			return r.is(k-1, "then", "and", ",", "before", "also", "finally")
		}
		if r.tag(k) == text.VERB || r.tag(k) == text.AUX {
			return false
		}
	}
	return false
}

// shot looks behind the word for what became of those who were shot: the
// outcome, where an object may follow, and whether another trigger says it.
func (r *reader) shot(t int) (o Outcome, next int, skip bool) {
	k := t + 1
	switch {
	case r.lower(t) == "shooting" && (r.tag(t) == text.NOUN && !r.is(k, "and") || r.tag(t-1) == text.DET || r.is(k, "death", "deaths")):
		return Shot, k, r.is(k, "at") || r.d.Tokens[t].Fine != text.VBG
	case r.is(k, "dead"):
		return Killed, k + 1, false
	case r.is(k, "to") && r.is(k+1, "death"):
		return Killed, k + 2, false
	case r.is(k, "and", ",", "&"):
		for k++; r.tag(k) == text.ADV || r.is(k, "fatally", "then"); k++ {
		}
		tr, ok := triggers[r.lower(k)]
		return Shot, t + 1, ok && tr.frame <= frameDies && !r.is(t+1, ",") || ok && r.is(k, "killed", "kills", "killing")
	case r.tag(t) == text.NOUN && r.tag(t-1) == text.DET && !r.is(k, "by"):
		return Shot, k, true // "the shot"
	}
	return Shot, k, false
}

// objectFollows reports whether a thing follows that is no time.
func (r *reader) objectFollows(k int) bool {
	if k >= r.last {
		return false
	}
	if mt := r.mentionAt(k); mt != nil && mt.Kind != mention.Person {
		return mt.Kind == mention.Number && r.tag(k) == text.NUM && mt.Head >= 0
	}
	t := &r.d.Tokens[k]
	return t.Tag == text.DET || t.Fine == text.PRPS || t.Fine == text.PRP || t.Tag == text.NOUN && !t.Shape.Has(text.Capital) && !timeWord(t.Lower)
}

func timeWord(lower string) bool {
	switch lower {
	case "yesterday", "today", "tonight", "overnight", "late", "early", "last", "this", "midday", "morning", "night", "afternoon", "evening", "police", "authorities", "officials":
		return true
	}
	return false
}

// nobody reports whether "no one", "nobody" or "no" with a noun ends before
// token e.
func (r *reader) nobody(e int) bool {
	if r.is(e-1, "else") {
		e--
	}
	if r.is(e-1, "none") {
		return true
	}
	m, ok := r.member(e)
	return ok && m.Quantity.High == 0
}

// elseNobody drops "none of the boys was hurt", marks "no one else was hurt",
// and reads "no one" and "no children" as none.
func (r *reader) elseNobody(st *Statement) {
	m := &st.Members[0]
	if m.Quantity.Low != 0 || !m.Another && !m.Part && (m.General || m.Noun != "") {
		return
	}
	if m.Another && st.Outcome == Injured {
		st.Else = true
		return
	}
	r.out = r.out[:len(r.out)-1]
}

// dies reads a verb of which people are the subject.
func (r *reader) dies(tr trigger, t int) {
	if r.is(t, "passed") && !r.is(t+1, "away") {
		return
	}
	c := r.chainBefore(t)
	if tr.form == formBase || c.denied || c.unreal || r.supposed(t) || r.unrealBehind(&c, t) && !r.nobody(c.end) || tr.form == formDoing && !r.is(c.end-1, "after", "before") {
		return
	}
	if st := r.state(Killed, t, r.subject(c, t, true)); st != nil {
		st.Found = r.is(st.Members[0].First-1, "both") // "both he and his son died"
		r.elseNobody(st)
	}
}

// dead reads the adjective.
func (r *reader) dead(t int) {
	if r.countOf(Killed, t) || r.climbed(t) {
		return
	}
	if r.is(t-1, "shot", "play", "played", "the", "for", "presumed", "feared", "believed", "bang") {
		if r.is(t-1, "the") && r.tag(t+1) == text.NOUN {
			r.state(Killed, t, r.right(t+1))
		} else if r.is(t-1, "the") {
			r.namely(t)
		}
		return
	}
	if m, ok := r.starting(t + 1); ok && m.Noun != "" && m.Name == "" && !r.is(t-1, "found", "left", "was", "were", "declared", "pronounced") {
		return
	}
	c := r.chainBefore(t)
	if c.denied || c.unreal || r.supposed(t) || r.unreal(c.first, t) {
		return
	}
	who := r.subject(c, t, false)
	if n := len(r.out); len(who) > 0 && n > 0 && r.out[n-1].Active && r.out[n-1].Outcome == Killed && r.out[n-1].Members[0].First == who[0].First {
		return // "shot two men dead" has told of them
	}
	st := r.state(Killed, t, who)
	if st == nil {
		st = r.state(Killed, t, r.arguments(c.first, t, true))
	}
	if st != nil {
		st.Found = c.passive || !r.is(st.Members[0].First-1, "left", "leaves", "leaving", "leave")
	}
}

// namely reads the names of the dead behind "the dead" and "those killed": "identified
// the dead as Ann Blake, 34, and Tom Lind", "those killed were Ann Blake and Tom Lind".
func (r *reader) namely(t int) {
	k := t + 1
	for r.is(k, "were", "are", "was", "have", "has", "been", "identified", "named", "later", "as", ":") {
		k++
	}
	if k == t+1 {
		return
	}
	if m := r.right(k); len(m) > 0 && m[0].single() && (m[0].Name != "" || m[0].Age >= 0) && !m[0].Part {
		if st := r.state(Killed, t, m); st != nil {
			st.Found = true
		}
	}
}

// ofThem reads the noun for a deed with those who undergo it: "the wounding of
// three others".
func (r *reader) ofThem(tr trigger, t int) bool {
	if tr.form != formDoing || !r.is(t+1, "of") {
		return false
	}
	if m := r.right(t + 2); len(m) > 0 && !r.supposed(t) {
		r.state(tr.outcome, t, m)
		return true
	}
	return false
}

// fatalReach is how far behind "fatal" its noun stands: "the fatal, and still
// unexplained, shooting of".
const fatalReach = 4

// fatal reads "the fatal shooting of two brothers".
func (r *reader) fatal(t int) {
	if r.supposed(t) {
		return
	}
	for k := t + 1; k < min(r.last, t+1+fatalReach); k++ {
		if !r.in(k, deeds) {
			continue
		}
		if r.is(k+1, "of") {
			r.state(Killed, t, r.right(k+2))
		}
		return
	}
}

// multiples are the adjectives for a deed with several victims.
var multiples = map[string]float64{"double": 2, "triple": 3, "quadruple": 4, "quintuple": 5}

// multiple reads "a double murder".
func (r *reader) multiple(t int) {
	k := t + 1
	if r.is(k, "-") {
		k++
	}
	if r.is(k, "fatal") {
		k++
	}
	if r.is(k, "shooting") && k == t+1 && !r.supposed(t) {
		r.state(Shot, t, []Member{{First: t, Last: k + 1, Head: k, Quantity: figure(multiples[r.lower(t)]), Age: -1, General: true, Counted: true}})
		return
	}
	if !r.in(k, killings) && !(r.is(k-1, "fatal") && r.in(k, deeds)) || r.is(k+1, "-", "suicide") || r.supposed(t) {
		return
	}
	r.state(Killed, t, []Member{{First: t, Last: k + 1, Head: k, Quantity: figure(multiples[r.lower(t)]), Age: -1, General: true, Counted: true}})
}

// fatally reads "one of them fatally".
func (r *reader) fatally(t int) {
	if _, ok := triggers[r.lower(t+1)]; ok || r.tag(t+1) == text.VERB {
		return
	}
	before := len(r.out) - 1
	if r.state(Killed, t, r.left(t)) == nil || before < 0 {
		return
	}
	if w := &r.out[before]; w.Outcome == Injured && w.Trigger >= r.first && w.Members[0].Counted && len(w.Members) == 1 {
		w.Outcome = Shot // "six people wounded, two fatally"
	}
}
