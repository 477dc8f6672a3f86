package rules

import (
	"slices"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/event"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/pattern"
)

// Role is what FromEvent reads of an event.
type Role string

// The roles: whether it was done, by whom, when, where, by what means
// and why, which of the deeds of its group it was, and of what somebody died.
const (
	RoleTold  Role = "told"
	RoleAgent Role = "agent"
	RoleDate  Role = "date"
	RoleTime  Role = "time"
	RolePlace Role = "place"
	RoleMeans Role = "means"
	RoleCause Role = "cause"
	RoleWay   Role = "way"
	RoleDeath Role = "death"
)

// Roles lists the roles that a rule may read.
func Roles() []string {
	return []string{string(RoleTold), string(RoleAgent), string(RoleDate), string(RoleTime), string(RolePlace), string(RoleMeans), string(RoleCause), string(RoleWay), string(RoleDeath)}
}

// roleComparisons lists the comparisons that a role's values can take.
var roleComparisons = map[Role][]Comparison{
	RoleTold: {ByPolarity}, RoleAgent: {ByNames}, RoleDate: {ByDate}, RoleTime: {ByTime},
	RolePlace: {ByPlace}, RoleMeans: {ByNames}, RoleCause: {ByNames}, RoleWay: {ByNames}, RoleDeath: {ByKind},
}

// events makes the facts of what happened.
func (a *application) events() {
	rules := a.bySource[FromEvent]
	if len(rules) == 0 {
		return
	}
	in := event.Input{Doc: a.g.Doc, Clauses: a.g.Clauses, Mentions: a.g.Mentions, Phrases: a.g.syntax.Phrases}
	r := eventReader{application: a}
	for e := range event.All(in, a.catalog.Deeds) {
		r.event, r.described, r.named = e, false, false
		r.read(rules)
		if r.named { // others may know "the driver, Ada Voss," as the driver
			r.described = true
			r.read(rules)
		}
	}
}

// read makes the facts of the event at hand.
func (r *eventReader) read(rules []readRef) {
	r.clause, r.key = nil, nil
	if !r.anchor() {
		return
	}
	r.prepare()
	for _, ref := range rules {
		r.fact(ref)
	}
}

// eventReader makes the facts of one event.
type eventReader struct {
	*application
	event  *event.Event
	clause *clause.Clause
	// told is how the event is told, the last of tolds, of which several are allocated
	// at once.
	told  *Told
	tolds []Told
	// named: who takes part has a name beside a description; described: such a one is
	// to be known by the description.
	named, described bool
	// base has what all the facts share.
	base     Fact
	occasion KeyValue
	// key is the key of the fact before, which the rules mostly share; keyOf are
	// the parts of which it was made.
	key   []KeyValue
	keyOf []KeyPart
}

// toldsAtOnce is how many Told are allocated at once.
const toldsAtOnce = 16

// newTold returns memory for how an event is told, which the next event takes again
// where this one has no anchor.
func (r *eventReader) newTold() *Told {
	if len(r.tolds) == cap(r.tolds) {
		r.tolds = make([]Told, 0, toldsAtOnce)
	}
	return &r.tolds[:len(r.tolds)+1][len(r.tolds)]
}

// anchor finds the argument that tells which deed is meant: the one to whom it is
// done where that is telling, else the one who does it; false where there is
// none. The words of some deeds tell it by themselves.
func (r *eventReader) anchor() bool {
	e, t := r.event, r.newTold()
	if e.Negated && !e.Patient.None() && r.none(e.Patient) {
		return false // who left no trace has left
	}
	*t = Told{Noun: e.Noun, Agent: r.referent(e.Agent), Patient: r.referent(e.Patient)}
	switch {
	case t.Noun:
	case e.Whole:
		t.Telling, t.Anybody = true, r.catalog.Deeds.Harm(e.Deed)
	case r.telling(&t.Patient):
		t.side, t.Telling = " of", true
	case r.telling(&t.Agent):
		t.side, t.Telling, t.ByAgent = " by", true, true
	case len(e.Dates)+len(e.Times)+len(e.Places)+len(e.Means) == 0:
		return false // too little is known of whom it tells
	case t.Patient.Value != "":
		t.side = " of"
	case t.Agent.Value != "":
		t.side, t.ByAgent = " by", true
	default:
		return false
	}
	r.told, r.tolds = t, r.tolds[:len(r.tolds)+1]
	return true
}

// telling reports whether a referent tells which deed is meant.
func (r *eventReader) telling(v *Referent) bool {
	return v.Value != "" && (v.Named || !r.catalog.Deeds.Vague(v.Noun))
}

// prepare fills in what the facts of an event share.
func (r *eventReader) prepare() {
	e, t := r.event, r.told
	t.Listed, t.harm, t.poles = r.catalog.Deeds.Listed(e.Deed), r.catalog.Deeds.Harm(e.Deed), e.Poles
	r.base = Fact{Told: t, Token: e.Head, Modality: e.Modality, Evidence: r.g.Doc.Span(e.First, e.Last)}
	r.clauses = nil
	if e.Clause >= 0 {
		c := &r.g.Clauses[e.Clause]
		r.clause, t.Tense = c, r.tense(c)
		t.Implied = r.implied(c)
		t.Pending = e.Negated && (c.Perfect && c.Tense != clause.Past || r.pending(c))
		r.clauses = r.clausesOf(c.Sentence)
	}
	r.context(&r.base, r.clause)
	r.denier()
	for _, d := range e.Dates {
		if p := r.g.Mentions[d].Period; p.Known() {
			r.base.AsOf = p
			break
		}
	}
	if t.Tense == clause.Present && e.Modality == clause.Asserted && r.ahead(r.base.AsOf) {
		r.base.Modality = clause.Planned // "opens its doors on 5 May"
	}
	r.occasion = r.application.occasion(&r.base, r.clause)
	if p := r.base.AsOf; r.occasion.Value == "" && p.To.Sub(p.From) <= oneEvent {
		r.occasion.Value = p.From.Format("2006-01") // a month tells an earlier deed from others of its kind
	}
}

// ahead reports a time that begins when the article is out.
func (r *eventReader) ahead(p mention.Period) bool {
	published := r.g.Article.Published
	return p.Known() && published.Known() && p.From.After(published.Time)
}

// pending reports a word beside a clause's verb that leaves open what is denied:
// "not yet", "not immediately".
func (r *eventReader) pending(c *clause.Clause) bool {
	s := &r.g.Doc.Sentences[c.Sentence]
	for i := max(s.First, c.Verb-4); i < min(c.Verb+4, s.Last); i++ {
		switch r.g.Doc.Tokens[i].Lower {
		case "yet", "immediately", "immediate", "still", "far":
			return true
		}
	}
	return false
}

// fact makes the fact of one role of the event, where the text states it.
func (r *eventReader) fact(ref readRef) {
	e, role := r.event, ref.read.Role
	if !r.states(role) {
		return
	}
	if role == RolePlace {
		r.places(ref.rule)
		return
	}
	f := r.begun(ref.rule)
	deed := e.Deed
	ok := true
	switch role {
	case RoleTold:
		r.answer(f)
	case RoleDate:
		r.dateOf(f)
	case RoleTime:
		ok = r.timeOf(f)
	case RoleAgent:
		ok = r.of(f, &r.told.Agent)
	case RoleMeans:
		ok = r.first(f, e.Means)
	case RoleCause:
		ok = r.first(f, e.Causes)
	case RoleWay:
		deed = r.way(f)
	case RoleDeath:
		deed, ok = death, r.diedOf(f)
	}
	r.finish(f, ok, deed)
}

// begun is the draft of a fact with what all of the event share.
func (r *eventReader) begun(rule *Rule) *Fact {
	f := r.draft()
	*f = r.base
	f.Rule = rule
	return f
}

// finish gives a draft its key and keeps it, unless the text does not state it.
func (r *eventReader) finish(f *Fact, ok bool, deed string) {
	if !ok || !r.keyed(f, deed) {
		r.drop()
	}
}

// states reports whether the event can have a fact of a role. Most have few, and
// a fact is large.
func (r *eventReader) states(role Role) bool {
	e := r.event
	if e.Negated && role != RoleTold {
		return false
	}
	switch role {
	case RoleTold:
		return !e.Noun && r.told.Telling
	case RoleDate:
		return len(e.Dates) > 0
	case RoleTime:
		return len(e.Times) > 0
	case RolePlace:
		return len(e.Places) > 0
	case RoleAgent:
		return !r.told.ByAgent && r.told.Agent.Named && r.told.Listed
	case RoleMeans:
		return len(e.Means) > 0
	case RoleCause:
		return len(e.Causes) > 0
	case RoleWay:
		of, _ := r.catalog.Deeds.Way(e)
		return !e.Noun && of != ""
	case RoleDeath:
		return !e.Noun && (e.Deed == "die" || e.Deed == "kill") && r.told.Patient.Value != ""
	}
	return true
}

// way reads which of several ways of one thing the event is; it returns that
// thing.
func (r *eventReader) way(f *Fact) string {
	of, way := r.catalog.Deeds.Way(r.event)
	f.Value.Names = []Name{{Text: r.saidAs(), Canonical: way}}
	return of
}

func (r *eventReader) dateOf(f *Fact) {
	m := &r.g.Mentions[r.event.Dates[0]]
	f.Value.Period, f.Value.Timex, f.Value.Words, f.Value.Kind = m.Period, m.Timex, m.In(r.g.Doc.Text), m.Kind
	f.Evidence = f.Evidence.Cover(m.Span)
}

func (r *eventReader) timeOf(f *Fact) bool {
	for _, i := range r.event.Times {
		m := &r.g.Mentions[i]
		if r.timeOfDay(f, namedCapture{Capture: pattern.Capture{First: m.First, Last: m.Last, Head: m.Last - 1, Mention: i}}) {
			f.Evidence = f.Evidence.Cover(m.Span)
			return true
		}
	}
	return false
}

// places makes a fact of the first place that has a name and one of the first
// that is a thing: "in Brel, outside her house".
func (r *eventReader) places(rule *Rule) {
	named, thing := false, false
	for i := range r.event.Places {
		p := &r.event.Places[i]
		switch {
		case p.Mention >= 0 && !named:
			named = true
			m := &r.g.Mentions[p.Mention]
			r.placed(rule, p.Prep, Name{Text: m.In(r.g.Doc.Text), Canonical: m.Name, Entity: m.Entity, Kind: m.Kind}, m.Span)
		case p.Mention < 0 && !thing && !r.told.Noun:
			if v := r.referent(p.Phrase); v.Noun != "" && !r.catalog.Deeds.Vague(v.Noun) {
				thing = true
				span := r.g.Doc.Span(p.First, p.Phrase.Last)
				r.placed(rule, p.Prep, Name{Text: span.In(r.g.Doc.Text), Canonical: v.Value}, span)
			}
		}
	}
}

// placed makes a fact of a place. Where something went is not where it was.
func (r *eventReader) placed(rule *Rule, prep string, n Name, span corpus.Span) {
	deed := r.event.Deed
	switch prep {
	case "into":
		if deed != "fall to earth" { // what falls into the sea falls in it
			deed += " " + prep
		}
	case "to", "from", "off", "through", "across":
		deed += " " + prep
	}
	f := r.begun(rule)
	f.Value.Names = []Name{n}
	f.Evidence = f.Evidence.Cover(span)
	r.finish(f, true, deed)
}

// of makes a value of what a phrase stands for.
func (r *eventReader) of(f *Fact, v *Referent) bool {
	if v.Value == "" {
		return false
	}
	span := r.g.Doc.Span(v.First, v.Last)
	n := Name{Text: span.In(r.g.Doc.Text), Canonical: v.Value, Entity: v.Entity}
	if v.Named {
		n.Canonical, n.Kind = v.Show, mention.Person
	}
	f.Value.Names = []Name{n}
	f.Evidence = f.Evidence.Cover(span)
	return true
}

func (r *eventReader) first(f *Fact, phrases []clause.Phrase) bool {
	for _, ph := range phrases {
		if v := r.referent(ph); r.of(f, &v) {
			return true
		}
	}
	return false
}

// keyed fills in a fact's key; false where a part that must be there is not
// stated.
func (r *eventReader) keyed(f *Fact, deed string) bool {
	if r.key != nil && deed == r.event.Deed && slices.Equal(r.keyOf, f.Rule.Key) {
		f.Key = r.key
		return true
	}
	key := r.newKey(len(f.Rule.Key))
	for i := range f.Rule.Key {
		part := &f.Rule.Key[i]
		if key[i] = r.part(part, deed); key[i].Value == "" && !part.Optional {
			return false
		}
	}
	f.Key = r.keepKey(key)
	if deed == r.event.Deed {
		r.key, r.keyOf = f.Key, f.Rule.Key
	}
	return true
}

func (r *eventReader) part(part *KeyPart, deed string) KeyValue {
	about, other := &r.told.Patient, &r.told.Agent
	if r.told.ByAgent {
		about, other = other, about
	}
	switch {
	case part.Slot == "deed" && part.Attribute == "occasion":
		return r.occasion
	case part.Slot == "deed":
		return KeyValue{Value: deed + r.told.side, Show: deed}
	case part.Slot == "about" && r.told.side == "":
		return KeyValue{Value: "the"}
	case part.Slot == "about":
		return about.KeyValue
	case part.Slot == "other" && r.told.Noun && about.Named:
		return about.KeyValue
	case part.Slot == "other" && other.Named:
		return other.KeyValue
	}
	return KeyValue{}
}
