package verify

import (
	"fmt"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// mediums objects to a claim in which a name does or undergoes something that
// the text has only as the medium that reports: "(CNN)", "told CNN", "CNN's
// Ada Voss".
func (c *claim) mediums() []objection {
	if len(c.src.sentences) <= mostSentences {
		return nil
	}
	var out []objection
	d := c.reading.Doc
	for n := range c.words {
		w := &c.words[n]
		t := &d.Tokens[w.token]
		if w.best < asSame || !medium(t) || reports(d, w.token) != noReport || !c.src.reporting(w.lemma) {
			continue
		}
		out = append(out, objection{missing: &Missing{t.Span, "only reports in the text"},
			why: fmt.Sprintf("the text has %q only as a medium that reports", d.Form(w.token))})
	}
	return out
}

// medium reports a word that may be the name of a medium: no dictionary has it,
// and no list of places and people.
func medium(t *text.Token) bool {
	if t.Tag != text.PROPN && t.Tag != text.X && t.Tag != text.NOUN || thesaurus.Known(t.Lower) {
		return false
	}
	e, ok := lexicon.Lookup(lexicon.Fold(t.Lower))
	return !ok || !e.Is(lexicon.Country|lexicon.Demonym|lexicon.Capital|lexicon.City|lexicon.State|lexicon.Region|lexicon.Given|lexicon.Surname)
}

// report says how a name stands where it reports.
type report uint8

const (
	noReport report = iota
	// ofReporter: "CNN's Ada Voss", which may be a firm and its head as well.
	ofReporter
	// plainReport: "told CNN", "(CNN)".
	plainReport
)

// reporting reports whether the source has a lemma only as a medium that
// reports.
func (s *Source) reporting(lemma string) bool {
	term, ok := s.vocabulary[lemma]
	if !ok {
		return false
	}
	plain := false
	for _, i := range s.postings[term] {
		d := s.doc(int(i))
		for _, u := range s.sentences[i].words {
			if u.term != term {
				continue
			}
			switch reports(d, u.token) {
			case noReport:
				return false
			case plainReport:
				plain = true
			}
		}
	}
	return plain
}

// reports says how the name at a token stands where it reports.
func reports(d *text.Document, i int) report {
	lemma := func(i int) string {
		if i < 0 || i >= len(d.Tokens) {
			return ""
		}
		return d.Tokens[i].Lemma
	}
	before, after := lemma(i-1), lemma(i+1)
	switch {
	case before == "(" && after == ")", before == "tell", before == "by" && lemma(i-2) == "report":
		return plainReport
	case before == "to" && (lemma(i-2) == "accord" || lemma(i-2) == "according" || lemma(i-2) == "talk" || lemma(i-2) == "speak"):
		return plainReport
	case after == "affiliate", after == "report", after == "correspondent", after == "reporter", after == "journalist":
		return plainReport
	case after == "'s" && i+2 < len(d.Tokens) && d.Tokens[i+2].Tag == text.PROPN:
		return ofReporter
	}
	return noReport
}
