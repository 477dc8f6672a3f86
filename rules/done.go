package rules

import (
	"slices"
	"strings"
)

// answer reads whether an event was done.
func (r *eventReader) answer(f *Fact) bool {
	if r.event.Noun() || !r.told.Telling {
		return false
	}
	f.Value.Answer, f.Value.Words = Yes, r.saidAs()
	if r.event.Negated {
		f.Value.Answer = No
	}
	return true
}

// Opposites returns the fact that a deed was done or not as an answer on each
// axis on which the deed has an opposite.
func (f *Fact) Opposites() []Fact {
	if f.Told == nil || f.Value.Answer == NoAnswer {
		return nil
	}
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
