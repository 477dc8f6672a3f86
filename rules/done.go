package rules

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// answer reads whether an event was done.
func (r *eventReader) answer(f *Fact) {
	f.Value.Answer, f.Value.Words = Yes, r.saidAs()
	if r.event.Negated {
		f.Value.Answer = No
	}
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
		told.Undone, told.Final, g.Told, g.Key = p.Undone, p.Final, &told, slices.Clone(f.Key)
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
	verb, _, _ := strings.Cut(r.clause.Predicate, " ") // without its particle
	if rest, ok := strings.CutPrefix(word, verb); ok && (rest == "" || rest[0] == ' ') {
		word = r.g.Doc.Tokens[e.Head].Lower + rest
	}
	if e.Negated {
		return "not " + word
	}
	return word
}

// governor is the clause on which another hangs, nil where it stands by itself.
func (g *Reading) governor(c *clause.Clause) *clause.Clause {
	if c.Parent < 0 || c.Parent >= len(g.Clauses) {
		return nil
	}
	return &g.Clauses[c.Parent]
}

// tense is when an event is told of: what has been done is past, and what somebody
// refused to do, or was found to be, is of the time of the refusal or the finding.
func (r *eventReader) tense(c *clause.Clause) clause.Tense {
	if up := r.g.governor(c); c.Tense == clause.NoTense && (c.Implied || c.Relation == clause.Complement && c.Modality == clause.Asserted) && up != nil {
		c = up
	}
	if c.Perfect && c.Tense == clause.Present {
		return clause.Past
	}
	return c.Tense
}

// implied reports a denial from which nothing follows for certain: of an attempt
// or wish, and of the evidence. Who refused to go, or failed to, has not gone.
func (r *eventReader) implied(c *clause.Clause) bool {
	up := r.g.governor(c)
	if up != nil && c.Relation != clause.Adverbial && r.groundless(up) {
		r.event.Negated = !r.event.Negated
		return true
	}
	if up != nil && c.Relation == clause.Complement && fearedOrWanted(up) || r.suspicion(c) || r.wanted(c) {
		return true
	}
	if up != nil && up.Negated && c.Negated && c.Tense == clause.NoTense && c.Modality != clause.Asserted {
		return true // "nobody came to close the pool"
	}
	if c.Passive && r.event.Deed == "survive" {
		return true // "she is survived by two sons"
	}
	if !c.Implied || up == nil {
		return c.Implied
	}
	switch up.Predicate {
	case "fail", "refuse", "decline", "neglect", "forget", "deny":
		return up.Negated || up.Modality != clause.Asserted
	}
	return true
}

// suspicion reports whether a clause says of what somebody is suspected or afraid: "on
// suspicion of being drunk".
func (r *eventReader) suspicion(c *clause.Clause) bool {
	for i := c.First; i > c.First-3 && i > 1; i-- {
		if r.g.Doc.Tokens[i-1].Lower == "of" {
			switch r.g.Doc.Tokens[i-2].Lemma {
			case "suspicion", "fear", "risk", "danger", "hope", "accusation":
				return true
			}
		}
	}
	return false
}

// wanted reports whether a clause says what a demand, fear or proposal is: "a demand that he
// should step down".
func (r *eventReader) wanted(c *clause.Clause) bool {
	wish := func(token int) bool {
		switch r.g.Doc.Tokens[token].Lemma {
		case "demand", "request", "call", "plea", "proposal", "suggestion", "fear", "hope", "risk", "possibility", "prospect", "expectation":
			return r.g.Doc.Tokens[token].Tag == text.NOUN
		}
		return false
	}
	for i := max(1, c.First-2); i <= c.First; i++ {
		if r.g.Doc.Tokens[i].Lower == "that" && wish(i-1) {
			return true
		}
	}
	up := r.g.governor(c)
	return up != nil && c.Tense != clause.NoTense && slices.ContainsFunc(up.Patients, func(ph clause.Phrase) bool { return ph.Head < c.First && wish(ph.Head) })
}

// fearedOrWanted reports whether what hangs on a clause is somebody's fear, hope, guess or demand.
func fearedOrWanted(up *clause.Clause) bool {
	switch up.Predicate {
	case "fear", "hope", "suppose", "assume", "suspect", "doubt", "want", "wish", "ask", "demand", "urge", "call", "call for":
		return true
	}
	return false
}

// denier makes who denies a deed the speaker of the denial.
func (r *eventReader) denier() {
	if r.clause == nil || !r.clause.Implied {
		return
	}
	if up := r.g.governor(r.clause); up != nil && up.Predicate == "deny" && len(up.Agents) > 0 {
		r.base.Voice = r.speakerVoice(r.kindOfSpeaker(up.Agents[0].Head), up.Agents[0])
	}
}
