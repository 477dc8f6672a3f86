package rules

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/mention"
)

// answer reads whether an event was done.
func (r *eventReader) answer(f *Fact) bool {
	if r.event.Noun || !r.told.Telling {
		return false
	}
	f.Value.Answer, f.Value.Words = Yes, r.saidAs()
	if r.event.Negated {
		f.Value.Answer = No
	}
	return true
}

// Otherwise returns what a fact on a deed says in other terms: of one done or not,
// the answer on each axis on which the deed has an opposite; of the time or place
// of one that does harm, those of the incident.
func (f *Fact) Otherwise() []Fact {
	switch {
	case f.Told == nil:
		return nil
	case f.Value.Answer != NoAnswer:
		return f.opposites()
	case !f.Told.harm:
		return nil
	case f.Rule.Compare.By == ByDate, f.Rule.Compare.By == ByTime, f.Rule.Compare.By == ByPlace && f.Value.Names[0].Kind == mention.Place:
		return []Fact{f.incident()}
	}
	return nil
}

// incident is the fact as one of the incident: nothing but the time of which it
// speaks is left of its key.
func (f *Fact) incident() Fact {
	g := *f
	unsaid := Referent{Count: -1, Owner: -1}
	g.Told, g.Key = &Told{Noun: true, Agent: unsaid, Patient: unsaid}, slices.Clone(f.Key)
	for i, part := range f.Rule.Key {
		switch {
		case part.Slot == "deed" && part.Attribute != "occasion":
			g.Key[i] = KeyValue{Value: "± incident", Show: "incident"}
		case part.Slot == "about":
			g.Key[i] = KeyValue{Value: "the"}
		case part.Slot == "other":
			g.Key[i] = KeyValue{}
		}
	}
	return g
}

func (f *Fact) opposites() []Fact {
	var out []Fact
	for _, p := range f.Told.poles {
		if f.Value.Answer == No && (p.Undone || p.No) {
			continue // who has not refused has not accepted
		}
		told, g := *f.Told, *f
		told.Undone, g.Told, g.Key = p.Undone, &told, slices.Clone(f.Key)
		if p.No {
			g.Value.Answer = Yes + No - f.Value.Answer
		}
		for i, part := range f.Rule.Key {
			if part.Slot == "deed" && part.Attribute != "occasion" {
				g.Key[i].Value = "± " + p.Axis + told.side
			}
		}
		out = append(out, g)
	}
	return out
}

// saidAs is an event's verb as the text has it, with what belongs to it and with
// its denial.
func (r *eventReader) saidAs() string {
	e := r.event
	word := e.Word
	if rest, ok := strings.CutPrefix(word, r.clause.Predicate); ok {
		word = r.g.Doc.Tokens[e.Head].Lower + rest
	}
	if e.Negated {
		return "not " + word
	}
	return word
}
