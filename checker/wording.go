package checker

import (
	"encoding/binary"
	"math"
	"time"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// wording is what a statement, or what stands around it, comes to, as bytes.
type wording []byte

func (w *wording) text(all ...string) {
	for _, s := range all {
		*w = append(binary.AppendUvarint(*w, uint64(len(s))), s...)
	}
}

func (w *wording) number(all ...int) {
	for _, n := range all {
		*w = binary.AppendVarint(*w, int64(n))
	}
}

func (w *wording) float(all ...float64) {
	for _, f := range all {
		*w = binary.LittleEndian.AppendUint64(*w, math.Float64bits(f))
	}
}

// flags appends up to eight answers.
func (w *wording) flags(all ...bool) {
	var b byte
	for i, f := range all {
		if f {
			b |= 1 << i
		}
	}
	*w = append(*w, b)
}

func (w *wording) figure(q mention.Quantity) {
	w.float(q.Low, q.High, q.Step)
	w.number(int(q.Bound))
	w.flags(q.Approx, q.Vague)
	w.text(q.Hedge)
}

func (w *wording) period(p mention.Period) {
	for _, t := range [2]time.Time{p.From, p.To} {
		w.number(int(t.Unix()), t.Nanosecond())
	}
}

// likeness appends of a profile that on which its likeness to others depends.
func (w *wording) likeness(p *profile) {
	for i := range p.terms {
		w.text(p.terms[i].value)
		w.float(p.terms[i].weight)
	}
	for _, part := range []rules.Part{rules.Head, rules.Predicate} {
		if t := p.first(part); t != nil {
			w.text(t.value)
		}
		w.number(-1)
	}
}

// profile appends what stands around a figure.
func (w *wording) profile(p *profile) {
	for i := range p.terms {
		t := &p.terms[i]
		w.text(t.value, t.name)
		w.number(int(t.part))
		w.float(t.weight)
		w.flags(t.place)
	}
	w.number(-1)
}

// said appends all of a statement on which it depends how it compares with
// others: two of which it is the same are twins in a slot.
func (s *story) said(w *wording, st *statement) {
	f, v := st.fact, &st.fact.Value
	w.text(f.Rule.Name, v.Unit, v.Words, v.Timex)
	if f.Rule.Compare.By == rules.ByQuotation {
		w.text(f.Sentence.In(s.articles[st.article].Text)) // which may have another's name
	}
	w.number(int(v.Kind), int(v.Answer), int(v.Stance), int(f.Modality), len(st.key), len(st.names))
	w.text(st.key...)
	w.text(st.names...)
	for _, n := range v.Names {
		w.text(n.Canonical)
	}
	w.figure(v.Figure)
	w.figure(v.From)
	w.period(v.Period)
	w.period(f.AsOf)
	w.flags(f.Kept, f.Title, f.Negated, f.Voice.Own, f.Told != nil, s.longAgo(st), ofOneself(f), f.Voice.Away, st.repeated, st.counted)
	w.text(f.Voice.Speaker, s.speaker(st), s.person(st))
	w.number(int(f.Voice.Kind))
	if o := v.Office; o.Title != "" {
		w.text(o.Title, o.Class, o.Scope, o.Body)
		w.flags(o.Former, o.BodyEntity > 0)
		s.known(w, st.article, o.BodyEntity)
	}
	if t := f.Told; t != nil {
		w.flags(t.Noun, t.Telling, t.Listed, t.Undone, t.Pending, t.Implied, t.ByAgent)
		w.number(int(t.Tense))
		s.party(w, st.article, &t.Agent)
		s.party(w, st.article, &t.Patient)
	}
}

// party appends who does a deed, or undergoes it.
func (s *story) party(w *wording, article int, r *rules.Referent) {
	w.text(r.Value, r.Noun, s.referent(article, r))
	w.flags(r.Named, r.Plural, r.Some, r.Pronoun, r.Count >= 0, r.Owner >= 0)
	if m := s.mention(article, r.Count); m != nil {
		w.figure(m.Quantity)
	}
	if m := s.mention(article, r.Owner); m != nil {
		s.known(w, article, m.Entity)
	}
	for _, names := range []bool{true, false} {
		before := s.before(article, r, names)
		w.number(len(before))
		w.text(before...)
	}
}

// known appends the story's entity for an article's, -1 where it has none: such a
// one is the same as none of another article.
func (s *story) known(w *wording, article, entity int) {
	id, ok := s.registry.ID(article, entity)
	if !ok {
		id = -1
	}
	w.number(id)
}

// moment appends when an article appeared.
func (s *story) moment(w *wording, article int) {
	p := s.articles[article].Published
	w.flags(p.Known())
	w.number(int(p.Time.Unix()), p.Time.Nanosecond())
}

// holder appends what tells whether a statement is of the same holder of an office
// as another that is named by one of the entities.
func (s *story) holder(w *wording, st *statement, entities []string) {
	for _, e := range entities {
		w.flags(s.speaksOf(st.article, []string{e}))
	}
	p := s.naming.profileAt(st)
	w.profile(&p)
}
