package clause

import (
	"iter"

	"github.com/concord-news/concord/rules/text"
)

// PhraseAt returns the base noun phrase that starts at token i of its sentence,
// none where none does.
func PhraseAt(d *text.Document, i int) Phrase {
	return basePhrase(d, i, d.Sentences[d.SentenceOf(i)].Last)
}

// Possessor returns the phrase of p that owns its head: "the ministry" of "the
// ministry's report", "its" of "its report"; none where there is none.
func Possessor(d *text.Document, p Phrase) Phrase {
	for i := p.Head - 1; i >= p.First; i-- {
		switch t := &d.Tokens[i]; {
		case t.Fine == text.POS && i > p.First:
			return Phrase{First: p.First, Last: i, Head: i - 1}
		case t.Fine == text.PRPS || t.Lower == "whose":
			return Phrase{First: i, Last: i + 1, Head: i}
		}
	}
	return Phrase{}
}

// Modifiers yields the adjectives, participles, nouns and numbers before the
// head of p, in order; determiners and what belongs to a possessor are left
// out.
func Modifiers(d *text.Document, p Phrase) iter.Seq[int] {
	return func(yield func(int) bool) {
		first := p.First
		for i := p.First; i < p.Head; i++ {
			if f := d.Tokens[i].Fine; f == text.POS || f == text.PRPS {
				first = i + 1
			}
		}
		for i := first; i < p.Head; i++ {
			switch d.Tokens[i].Tag {
			case text.ADJ, text.NOUN, text.PROPN, text.NUM, text.VERB:
				if !yield(i) {
					return
				}
			}
		}
	}
}

// Of returns the phrase that "of" joins to p: "the issues" for "90% of the
// issues", none where there is none.
func Of(d *text.Document, p Phrase) Phrase {
	// The word first: it costs less than the sentence, and mostly is another.
	if p.Last >= len(d.Tokens) || d.Tokens[p.Last].Lower != "of" {
		return Phrase{}
	}
	return basePhrase(d, p.Last+1, d.Sentences[d.SentenceOf(p.Head)].Last)
}

// Chain returns the prepositional phrases that stand directly after p one after
// another, coordinated phrases apart: for "90%" in "90% of the issues between
// Norland and Tarvia", "of the issues", "between Norland" and "between Tarvia".
// Which of the phrases before it each completes is not decided.
func Chain(d *text.Document, p Phrase) []Oblique {
	end := d.Sentences[d.SentenceOf(p.Head)].Last
	var out []Oblique
	for i := p.Last; i+1 < end; {
		t := &d.Tokens[i]
		prep := t.Lower
		switch {
		case t.Fine == text.IN || t.Fine == text.TO:
		case (prep == "and" || prep == "or") && len(out) > 0:
			prep = out[len(out)-1].Prep
		default:
			return out
		}
		n := basePhrase(d, i+1, end)
		if n.None() || n.Last < end && startsVerb(&d.Tokens[n.Last]) && !isParticiple(&d.Tokens[n.Last]) && prep != t.Lower && prep != "between" {
			return out
		}
		out = append(out, Oblique{Prep: prep, Phrase: n})
		i = n.Last
	}
	return out
}

// Apposition returns the phrase beside p, set off by a comma, that says the
// same thing in other words: "the chancellor" for "Ana Lorca, the chancellor,",
// and "Ana Lorca" for "the chancellor, Ana Lorca,". One of the two is a name and
// the other is not. None where there is none.
func Apposition(d *text.Document, p Phrase) Phrase {
	s := d.Sentences[d.SentenceOf(p.Head)]
	named := d.Tokens[p.Head].Tag == text.PROPN
	if q := apposedAfter(d, p, s.Last); !q.None() && named != (d.Tokens[q.Head].Tag == text.PROPN) {
		return q
	}
	if p.First-1 <= s.First || d.Tokens[p.First-1].Lower != "," || !closes(d, p.Last, s.Last) {
		return Phrase{}
	}
	// The phrase before the comma, seen from its possible starts.
	for i := max(s.First, p.First-9); i < p.First-1; i++ {
		q := basePhrase(d, i, s.Last)
		if q.None() || q.Last != p.First-1 {
			continue
		}
		if i > s.First && (d.Tokens[i-1].Fine == text.IN || d.Tokens[i-1].Lower == ",") && d.Tokens[i-1].Lower != "by" {
			return Phrase{}
		}
		if named != (d.Tokens[q.Head].Tag == text.PROPN) {
			return q
		}
		return Phrase{}
	}
	return Phrase{}
}

// apposedAfter returns the phrase between commas after p.
func apposedAfter(d *text.Document, p Phrase, end int) Phrase {
	if p.Last+1 >= end || d.Tokens[p.Last].Lower != "," {
		return Phrase{}
	}
	q := basePhrase(d, p.Last+1, end)
	if q.None() || isTimeNoun(d.Tokens[q.Head].Lower) || d.Tokens[q.Head].Fine == text.CD || d.Tokens[q.Head].Fine == text.PRP {
		return Phrase{}
	}
	last := q.Last
	for _, o := range Chain(d, q) {
		last = o.Last
	}
	if !closes(d, last, end) {
		return Phrase{}
	}
	return q
}

// closes reports whether an apposition can end before token i: at a comma, a
// full stop, a relative pronoun or the end of the sentence.
func closes(d *text.Document, i, end int) bool {
	if i >= end {
		return true
	}
	t := &d.Tokens[i]
	return t.Lower == "," || t.Lower == "." || t.Lower == ";" || t.Fine == text.WP || t.Fine == text.WDT
}
