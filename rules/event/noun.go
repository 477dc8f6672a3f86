package event

import (
	"slices"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// nounsOf yields the events that nouns of sentence i tell with more than the
// noun. A noun for a thing tells of one too where it stands with a date or place:
// "the vote next month", "the prison near Brel".
func (r *reader) nounsOf(i int) bool {
	if r.from == len(r.Mentions) || r.Mentions[r.from].First >= r.sentence.Last {
		return true
	}
	for _, ph := range r.Phrases(i) {
		t := &r.Doc.Tokens[ph.Head]
		if t.Tag != text.NOUN || !r.near(ph) {
			continue
		}
		g := r.deeds.nouns[t.Lemma]
		if g == "" && (r.deeds.vague[t.Lemma] || r.dated(ph)) || r.another(ph) {
			continue
		}
		e := r.next()
		e.Deed, e.Word, e.Poles, e.Head, e.First, e.Last, e.Noun = g, t.Lemma, r.deeds.Poles(g), ph.Head, ph.First, ph.Last, true
		r.nounRoles(e, ph)
		if len(e.Dates)+len(e.Times)+len(e.Places) == 0 {
			continue
		}
		if g == "" {
			e.Deed = "the " + r.deeds.Thing(t.Lemma)
			e.Poles = r.deeds.Poles(e.Deed)
		}
		if !r.yield(e) {
			return false
		}
	}
	return true
}

// nearNoun is how many tokens behind a noun its date or place stands at most:
// "the crash on the old road in Brel".
const nearNoun = 8

// near reports whether a date, time or place stands in a phrase or near behind.
func (r *reader) near(ph clause.Phrase) bool {
	for k := r.from; k < len(r.Mentions) && r.Mentions[k].First < ph.Last+nearNoun; k++ {
		if m := &r.Mentions[k]; m.Last > ph.First && (m.Kind == mention.Date || m.Kind == mention.Time || m.Kind == mention.Place) {
			return true
		}
	}
	return false
}

// another reports a phrase that speaks of some other deed of the kind, or of
// deeds in general: "another crash", "no attack", plurals.
func (r *reader) another(ph clause.Phrase) bool {
	if r.Doc.Tokens[ph.Head].Fine == text.NNS {
		return true
	}
	for i := ph.First; i < ph.Head; i++ {
		switch r.Doc.Tokens[i].Lower {
		case "another", "other", "no", "any", "every", "each", "previous", "earlier", "similar", "second", "third", "next", "last", "first", "future", "possible", "potential", "failed", "separate":
			return true
		}
	}
	return false
}

// nounRoles reads the phrases directly behind a noun, its possessor, and what
// is said of when and where it happened.
func (r *reader) nounRoles(e *Event, ph clause.Phrase) {
	if p := clause.Possessor(r.Doc, ph); !p.None() && r.Doc.Tokens[p.Head].Tag != text.PRON {
		e.Patient = p
	}
	end := ph.Last
	chain := clause.Chain(r.Doc, ph)
	if r.deeds.nouns[e.Word] == "" {
		chain = chain[:min(len(chain), 1)] // what stands further off dates or places something else
	}
	for _, o := range chain {
		switch {
		case r.dated(o.Phrase):
			if m := r.named(o.Phrase, mention.Date); m >= 0 {
				e.Dates = append(e.Dates, m)
			} else if m := r.named(o.Phrase, mention.Time); m >= 0 {
				e.Times = append(e.Times, m)
			}
		case o.Prep == "of" && e.Patient.None():
			e.Patient = o.Phrase
		case o.Prep == "by" && e.Agent.None():
			e.Agent = o.Phrase
		case isPlacePrep(o.Prep) && o.Prep != "to" && o.Prep != "from":
			if p, ok := r.place(&o); ok {
				e.Places = append(e.Places, p)
			}
		default:
			return
		}
		end = o.Last
	}
	r.dateBeside(e, ph, end)
}

// dateBeside adds a date that stands bare behind a noun's phrases, or inside the
// noun phrase before its head: "the crash Monday", "Monday's crash".
func (r *reader) dateBeside(e *Event, ph clause.Phrase, end int) {
	for i := r.from; i < len(r.Mentions) && r.Mentions[i].First <= end; i++ {
		m := &r.Mentions[i]
		if m.Kind != mention.Date && m.Kind != mention.Time {
			continue
		}
		if m.First == end || m.First >= ph.First && m.Last <= ph.Head {
			if m.Kind == mention.Date && !slices.Contains(e.Dates, i) {
				e.Dates = append(e.Dates, i)
			} else if m.Kind == mention.Time {
				e.Times = append(e.Times, i)
			}
		}
	}
}
