package casualty

import (
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// woundReach is how far before a wound its verb stands: "suffering from what
// appeared to be a single gunshot wound".
const woundReach = 9

// wound reads the nouns: "no injuries", "sustained a gunshot wound".
func (r *reader) wound(t int) {
	if r.none(t) || r.is(t, "broken", "fractured") && !r.in(t+1, bodyParts) && !r.is(t+1, "bone", "bones") {
		return
	}
	if obj := r.right(t + 1); r.is(t, "wounds") && len(obj) > 0 && r.object(trigger{form: formNow}, t, &obj[0]) {
		r.state(Injured, t, obj).Active = true
		return
	}
	if r.is(t, "injuries", "injury") && r.is(t+1, "to") {
		if m := r.right(t + 2); len(m) > 0 && !r.supposed(t) && !r.is(t-1, "no", "any", "without", "further") {
			r.state(Injured, t, m)
			return
		}
	}
	lethal := false
	for k := t - 1; k >= max(r.first, t-woundReach); k-- {
		switch r.lower(k) {
		case "fatal", "deadly", "mortal":
			lethal = true
		case "no", "not", "n't", "without", "any":
			return
		case "suffered", "sustained", "suffering", "sustaining", "received", "receiving", "suffers", "suffer", "sustain":
			r.sufferer(k, t, lethal)
			return
		case "with", "for", "has", "had":
			r.bearer(k, t, lethal)
			return
		case "died", "dies", "dead", "from", "of", ".", ";":
			if r.is(k, "from") && r.is(k-1, "suffering", "suffered", "recovering") || r.is(k, "of") {
				continue
			}
			return
		}
	}
}

// none reads "no injuries were reported".
func (r *reader) none(t int) bool {
	if r.is(t, "injuries") && r.thatTime(t) {
		return true
	}
	if others := r.is(t-1, "other", "further", "additional") && r.is(t-2, "no"); r.is(t, "injuries") && others {
		st := r.state(Injured, t, []Member{{First: t - 2, Last: t, Head: t - 1, Quantity: figure(0), Age: -1, General: true}})
		st.Else = true
		return true
	}
	if r.is(t, "injuries") && r.is(t-1, "or") && r.is(t-2, "deaths", "fatalities") && r.is(t-3, "no") {
		r.state(Injured, t, []Member{{First: t - 3, Last: t, Head: t - 1, Quantity: figure(0), Age: -1, General: true}})
		return true
	}
	if !r.is(t, "injuries") || !r.is(t-1, "no") {
		return false
	}
	if r.is(t+1, "to") || r.is(t+1, "or") && !r.is(t+2, "deaths", "fatalities") {
		return true
	}
	r.state(Injured, t, []Member{{First: t - 1, Last: t, Head: t - 1, Quantity: figure(0), Age: -1, General: true}})
	return true
}

// byBack is how far before "by" the verb stands.
const byBack = 6

func (r *reader) sufferer(k, t int, lethal bool) {
	c := r.chainBefore(k)
	if c.denied || c.unreal || r.supposed(k) || r.unreal(k, k) {
		return
	}
	m := r.left(c.end)
	if len(m) > 0 && r.is(c.end-1, ",") && r.is(m[0].First-1, "by") {
		m = r.arguments(m[0].First-byBack, m[0].First, false) // "was found by his father, suffering"
	}
	switch {
	case len(m) > 0:
	case r.d.Tokens[k].Fine == text.VBG && r.is(k-1, "after", "before", "from", "while", "of"):
		m = r.justTold(k - 1) // "died after sustaining a wound"
	default:
		m = r.arguments(c.first, k, true)
	}
	r.suffers(t, m, lethal)
}

// justTold returns the people of the statement whose trigger stands right before
// token k.
func (r *reader) justTold(k int) []Member {
	if n := len(r.out); n > 0 && r.out[n-1].Trigger == k-1 {
		return r.out[n-1].Members
	}
	return nil
}

// bearer reads "a man with a gunshot wound" and "was taken to hospital with
// injuries".
func (r *reader) bearer(k, t int, lethal bool) {
	end := k
	if r.is(k-1, ",") {
		end--
	}
	if m := r.left(k); len(m) > 0 && r.is(k, "with") && (m[len(m)-1].Last == k || m[len(m)-1].Last == end) {
		r.suffers(t, m, lethal)
		return
	}
	for i := len(r.inside) - 1; i >= 0; i-- {
		c := &r.inside[i]
		if c.Verb >= k || c.Verb < k-10 {
			continue
		}
		if !r.treats(c.Verb) || c.Negated || c.Modality != 0 {
			return
		}
		if c.Passive {
			r.suffers(t, r.phrases(c.Patients, c), lethal)
		} else {
			r.suffers(t, r.phrases(c.Agents, c), lethal)
		}
		return
	}
}

// treats reports whether a verb tells of people on the way to help.
func (r *reader) treats(k int) bool {
	return r.is(k, "taken", "transported", "rushed", "hospitalized", "treated", "airlifted", "flown", "brought", "sent", "admitted", "left", "carried", "driven", "found", "arrived", "escaped", "survived", "remained", "remains", "went", "walked", "hospitalised", "showed")
}

func (r *reader) suffers(t int, m []Member, lethal bool) {
	if len(m) == 0 || m[0].Quantity.Low == 0 {
		return
	}
	o := Injured
	if lethal {
		o = Killed
	}
	if st := r.state(o, t, m); st != nil {
		st.Soft = o == Injured
	}
	if r.is(t, "injuries", "injury", "wound", "wounds") && r.mild(t) {
		r.living(t, m)
	}
}

// hospitalReach is how far before "hospital" its verb stands: "were rushed by
// helicopter to the trauma centre of the university hospital" has eleven.
const hospitalReach = 12

// hospital reads "were taken to hospital", "are in hospital" and "sent three
// people to hospital".
func (r *reader) hospital(t int) {
	if m := r.inHospital(t); len(m) > 0 {
		r.suffers(t, m, false)
		return
	}
	for i := len(r.inside) - 1; i >= 0; i-- {
		c := &r.inside[i]
		if c.Verb >= t || c.Verb < t-hospitalReach {
			continue
		}
		if !c.Passive || c.Negated || c.Modality != 0 || !r.is(c.Verb, "taken", "transported", "rushed", "airlifted", "flown", "brought", "sent", "admitted", "driven", "treated") || r.supposed(c.Verb) {
			return
		}
		// One person on the way to hospital may be dead there, or the suspect.
		if m := r.phrases(c.Patients, c); len(m) > 1 || len(m) == 1 && m[0].Quantity.Low > 1 {
			r.suffers(t, m, false)
		}
		return
	}
}

// sends are verbs with which an event or a crew brings people to hospital.
var sends = set("sent", "sends", "sending", "put", "puts", "putting", "left", "leaves", "leaving", "landed", "lands", "took", "taking", "rushed", "transported", "airlifted", "flew", "with", "hospitalizing")

// inHospital reads the people before "in the hospital" or, behind a verb that
// sends them there, "to a local hospital".
func (r *reader) inHospital(t int) []Member {
	k := t - 1
	for k > t-5 && (r.tag(k) == text.DET || r.tag(k) == text.ADJ || r.tag(k) == text.NOUN || r.tag(k) == text.PROPN) {
		k--
	}
	if !r.is(k, "in", "to") {
		return nil
	}
	c := r.chainBefore(k)
	m := r.left(c.end)
	if len(m) == 0 || c.denied || c.unreal || m[len(m)-1].Last != c.end {
		return nil
	}
	if r.is(k, "in") && c.passive && m[0].Quantity.Known() {
		return m // "four are in hospital"
	}
	if c.end == k && r.in(m[0].First-1, sends) && (m[0].Counted || len(m) > 1 || r.is(k, "in")) && !r.supposed(k) {
		return m
	}
	return nil
}

// condition reads "was in critical condition".
func (r *reader) condition(t int) {
	if r.is(t, "critical") {
		if m, ok := r.member(t); ok && m.single() && r.is(t+1, "after", "following") && (m.First == r.first || r.is(m.First-1, ":")) {
			r.state(Injured, t, []Member{m}).Soft = true // "Boy critical after crash"
		}
		return
	}
	k := t - 1
	for r.is(k, "but", "to", "and", "a") || r.in(k, conditionWords) || r.is(k, "\"", "very", "extremely", "”", "“") {
		k--
	}
	if k == t-1 || !r.is(k, "in") {
		return
	}
	if (r.is(k-1, "be") && r.is(k-2, "to") || r.is(k-1, "being") && r.is(k-2, "as")) && (r.in(k-3, saying) || r.is(k-3, "listed", "described")) {
		if st := r.state(Injured, t, r.subject(r.chainBefore(k-3), k-3, false)); st != nil {
			st.Soft = true // "is said to be in stable condition"
		}
		return
	}
	if m := r.left(k); len(m) > 0 && m[len(m)-1].Last == k && (m[0].First == r.first || r.is(m[0].First-1, "and", ",", "with", ":") || r.in(m[0].First-1, sends)) {
		r.state(Injured, t, m).Soft = true
		return
	}
	for i := len(r.inside) - 1; i >= 0; i-- {
		c := &r.inside[i]
		if c.Verb >= k || c.Verb < k-12 {
			continue
		}
		if c.Negated || c.Modality != 0 {
			return
		}
		m := r.phrases(c.Agents, c)
		if c.Passive {
			m = r.phrases(c.Patients, c)
		}
		if len(m) > 0 {
			if st := r.state(Injured, t, m); st != nil {
				st.Soft = true
			}
		}
		return
	}
}

// hit reads verbs that tell of a wound where they say by what or where.
func (r *reader) hit(tr trigger, t int) {
	c := r.chainBefore(t)
	if c.denied || c.unreal || r.supposed(t) || r.unreal(t, t) {
		return
	}
	o := tr.outcome
	if c.fatal {
		o = Killed
	}
	if !c.passive {
		if obj := r.right(t + 1); len(obj) > 0 {
			if tr.form == formDoing || r.is(t, "grazed") || r.wounding(obj[len(obj)-1].Last) || r.missileBefore(c.end) {
				r.state(o, t, obj)
			}
			return
		}
	}
	if !c.passive {
		if m, ok := r.limb(t + 1); ok {
			r.state(o, t, []Member{m})
			return
		}
	}
	if tr.form != formPast || !r.wounding(t+1) && !(r.is(t, "grazed") && c.passive) {
		return
	}
	r.state(o, t, r.subject(c, t, false))
}

// wounding reports whether what follows says that a wound was made: by a
// bullet, in the leg, several times.
func (r *reader) wounding(k int) bool {
	if r.is(k, "by", "in", "on", "with") {
		for i := k + 1; i < min(r.last, k+7); i++ {
			if r.in(i, missiles) || r.is(k, "in", "on") && r.in(i, bodyParts) {
				return true
			}
			if r.tag(i) == text.VERB || r.is(i, ",", ".") {
				return false
			}
		}
		return false
	}
	mt := r.mentionAt(k)
	return mt != nil && mt.Kind == mention.Frequency || r.is(k, "multiple", "several") && r.is(k+1, "times")
}

func (r *reader) missileBefore(e int) bool {
	for i := e - 1; i >= max(r.first, e-3); i-- {
		if r.in(i, missiles) {
			return true
		}
	}
	return false
}

// limb reads whose limb is hit: "grazed a manager's leg".
func (r *reader) limb(i int) (Member, bool) {
	for e := i + 1; e < min(r.last-1, i+hitReach); e++ {
		if r.d.Tokens[e].Fine != text.POS {
			continue
		}
		m, ok := r.member(e)
		return m, ok && m.First >= i && m.single() && (r.in(e+1, bodyParts) || r.in(e+2, bodyParts))
	}
	return Member{}, false
}

// hitReach is how far behind a verb that tells of a wound its words stand.
const hitReach = 7

// recovering reads "is recovering after a crash".
func (r *reader) recovering(t int) {
	if !r.is(t+1, "from", "after", "in", "at", ".", ",") || r.supposed(t) {
		return
	}
	if c := r.chainBefore(t); !c.denied && !c.unreal {
		r.suffers(t, r.subject(c, t, true), false)
	}
}

// survivor reports whether "survived" says of somebody that he or she was hurt: it
// also says it of those who escaped.
func (m *Member) survivor() bool {
	return m.Noun == "victim" || m.Noun == "other" || m.Another && m.Noun == "" && m.Name == "" || m.Part
}

// survived reads "one victim survived".
func (r *reader) survived(t int) {
	c := r.chainBefore(t)
	if r.is(t, "survive") {
		if c.denied && r.is(c.end-1, "did") && !r.supposed(t) {
			r.state(Killed, t, r.left(c.end-1)) // "did not survive"
		}
		return
	}
	if c.denied || c.unreal || r.supposed(t) {
		return
	}
	m := r.left(c.end)
	if len(m) == 0 {
		r.suffers(t, r.shared(c), false) // "was shot in the arm but survived"
		return
	}
	if len(m) == 1 && m[0].survivor() {
		r.suffers(t, m, false)
	}
}
