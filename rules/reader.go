package rules

import (
	"slices"
	"sync"
	"time"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/pattern"
	"github.com/concord-news/concord/rules/person"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/speech"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
	"github.com/concord-news/concord/rules/when"
)

// Reading is everything that was read of one article. It is not changed after
// Read returns it and is safe for concurrent use.
type Reading struct {
	Article *corpus.Article
	Doc     *text.Document
	// Mentions are ordered by place; mentions of different kinds may overlap.
	Mentions []mention.Mention
	Holdings []names.Holding
	Clauses  []clause.Clause
	syntax   *clause.Analysis
	people   *person.People
	Speech   []speech.Attribution
	// Facts are ordered by rule and place.
	Facts []Fact
	// Used holds, for each mention, whether a fact was read from it.
	Used []bool
	// Stages says how long each stage took, in order.
	Stages []Stage
}

// Stage is the time that one stage of reading took.
type Stage struct {
	Name string
	Took time.Duration
}

// Reader applies a catalogue's rules to articles. It is safe for concurrent
// use.
type Reader struct {
	catalog *Catalog
	dispatch
	// bySource are the reads that look at something else than words, by where they
	// look, and figureRules those of figures by their kind.
	bySource    [FromDenial + 1][]readRef
	figureRules [kindCount]*Rule
	// ranks holds the place of each rule by name.
	ranks map[*Rule]uint64
	// applications are *application, whose memory is used for one article after
	// another.
	applications sync.Pool
}

// kindCount is one more than the greatest kind of mention.
const kindCount = int(mention.Quotation) + 1

// readRef is one read of one rule.
type readRef struct {
	rule *Rule
	read *Read
	// unless are the rule's exceptions.
	unless []exception
}

// exception is a pattern in whose sentence a rule stays silent, with what the
// sentence must have for it, as of a read. Without that a rule with a reading in
// every third sentence was held against each of their tokens.
type exception struct {
	*pattern.Pattern
	needs []int32
}

// NewReader returns a reader for the rules of c.
func NewReader(c *Catalog) *Reader {
	r := &Reader{catalog: c, dispatch: newDispatch(c.Rules), ranks: map[*Rule]uint64{}}
	r.applications.New = func() any { return newApplication() }
	for rank, rule := range c.Rules {
		r.ranks[rule] = uint64(rank)
		for i := range rule.Reads {
			rd := &rule.Reads[i]
			r.bySource[rd.Source] = append(r.bySource[rd.Source], readRef{rule: rule, read: rd})
			if rd.Source == FromFigure {
				r.figureRules[rd.Figure] = rule
			}
		}
	}
	return r
}

// Catalog returns the rules that the reader applies.
func (r *Reader) Catalog() *Catalog { return r.catalog }

// Read reads one article.
func (r *Reader) Read(a *corpus.Article) *Reading {
	g := &Reading{Article: a}
	watch := stopwatch{at: time.Now(), reading: g}
	g.Doc = text.Parse(a)
	watch.lap("sentences and tokens")
	syntax.Tag(g.Doc)
	watch.lap("tags and lemmas")
	quantities := quantity.Read(g.Doc)
	watch.lap("quantities")
	dates := when.Read(g.Doc, a.Published)
	watch.lap("dates")
	people := names.Read(g.Doc)
	g.Mentions = merge(quantities, withoutNames(dates, people), people)
	g.Holdings = names.Offices(g.Doc, g.Mentions)
	watch.lap("names")
	g.syntax = clause.Analyse(g.Doc)
	g.Clauses = g.syntax.Clauses
	watch.lap("clauses")
	quotations := speech.FindQuotations(g.Doc)
	g.people = person.Read(person.Input{Doc: g.Doc, Mentions: g.Mentions, Holdings: g.Holdings, Clauses: g.Clauses, Phrases: g.syntax.Phrases, Says: says, Quoted: quotations.Hold})
	watch.lap("people")
	g.Speech = speech.Read(speech.Input{Doc: g.Doc, Clauses: g.Clauses, Quotations: quotations, People: g.people})
	watch.lap("speech")
	r.facts(g)
	watch.lap("facts")
	return g
}

// says reports whether a verb, by its lemma, is one of speech.
func says(lemma string) bool {
	_, ok := speech.VerbOf(lemma)
	return ok
}

type stopwatch struct {
	at      time.Time
	reading *Reading
}

func (w *stopwatch) lap(name string) {
	now := time.Now()
	w.reading.Stages = append(w.reading.Stages, Stage{name, now.Sub(w.at)})
	w.at = now
}

// withoutNames drops months that are a given name: "June Prewitt".
func withoutNames(dates, people []mention.Mention) []mention.Mention {
	k := 0
	return slices.DeleteFunc(dates, func(d mention.Mention) bool {
		for k < len(people) && people[k].Last <= d.First {
			k++
		}
		return k < len(people) && people[k].Kind == mention.Person && people[k].First == d.First && d.Last-d.First == 1
	})
}

// merge joins mentions of several readers, ordered by first token, the longer
// one first. A date wins over a quantity in the same place, unless it is only
// part of that: "$15 a week".
func merge(quantities, dates, people []mention.Mention) []mention.Mention {
	out := make([]mention.Mention, 0, len(quantities)+len(dates)+len(people))
	k := 0
	for i := range quantities {
		q := &quantities[i]
		for k < len(dates) && dates[k].Last <= q.First {
			out = append(out, dates[k])
			k++
		}
		switch {
		case k == len(dates) || dates[k].First >= q.Last:
			out = append(out, *q)
		case q.Kind == mention.Identifier:
			out = append(out, *q)
		case dates[k].Len() < q.Len() && q.Contains(dates[k].Span):
			out = append(out, *q)
			k++
		}
	}
	return interleave(append(out, dates[k:]...), people)
}

// interleave puts mentions into a list, which has room for them: from behind, so
// that nothing is moved twice.
func interleave(a, b []mention.Mention) []mention.Mention {
	mention.Sort(a)
	mention.Sort(b)
	out := append(a, b...)
	i, k := len(a)-1, len(b)-1
	for at := len(out) - 1; i >= 0 && k >= 0; at-- {
		if mention.InTextOrder(&b[k], &a[i]) < 0 {
			out[at] = a[i]
			i--
		} else {
			out[at] = b[k]
			k--
		}
	}
	copy(out, b[:k+1])
	return out
}
