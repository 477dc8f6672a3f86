package verify

import (
	"fmt"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// listed returns the number of people whom a sentence names one after the other:
// "Ada Voss, Jon Mora and Lena Brandt", "Ada Voss, 66, and her son Jon".
func listed(d *text.Document, st *text.Sentence, mentions []mention.Mention) []derived {
	var out []derived
	for i := st.First; i < st.Last; {
		n, last := row(d, i, st.Last)
		if n >= 2 && somebody(mentions, i, last) {
			out = append(out, count(d, i, last, n))
		}
		i = max(last, i+1)
	}
	for i := st.First; i < st.Last; i++ {
		if n := together(d, i); n > 0 {
			out = append(out, count(d, i, i+1, n))
		}
	}
	return out
}

// somebody reports whether a person stands among tokens first..last.
func somebody(mentions []mention.Mention, first, last int) bool {
	for _, m := range mentions {
		if m.Kind == mention.Person && m.First >= first && m.Last <= last {
			return true
		}
	}
	return false
}

// count makes the figure of n people.
func count(d *text.Document, first, last, n int) derived {
	v := float64(n)
	m := mention.Mention{Span: d.Span(first, last), First: first, Last: last, Kind: mention.Number, Unit: "people", Head: -1,
		Quantity: mention.Quantity{Low: v, High: v, Step: 1}}
	return derived{Mention: m, how: fmt.Sprintf("names %d", n), named: true}
}

// together is how many people a word stands for, 0 for none.
func together(d *text.Document, i int) int {
	switch d.Tokens[i].Lemma {
	case "both": // "both deny it", "both men", not "both ankles"
		if i+1 < len(d.Tokens) && (d.Tokens[i+1].Tag == text.VERB || d.Tokens[i+1].Tag == text.AUX || thesaurus.People(d.Tokens[i+1].Lemma)) {
			return 2
		}
	case "duo", "twins":
		return 2
	case "trio", "threesome":
		return 3
	case "quartet", "foursome":
		return 4
	}
	return 0
}

// row counts the names in a row from token i on, and says where it ends. It is
// none where no "and" closes it.
func row(d *text.Document, i, end int) (n, last int) {
	last = properEnd(d, i, end)
	if last == i {
		return 0, i
	}
	n = 1
	closed := false
	for !closed {
		next := last
		if next+1 < end && d.Tokens[next].Lower == "," && d.Tokens[next+1].Tag == text.NUM {
			next += 2 // an age
		}
		comma := next < end && d.Tokens[next].Lower == ","
		if comma {
			next++
		}
		if next < end && d.Tokens[next].Lower == "and" {
			closed = true
			next++
		} else if !comma {
			break
		}
		if next+1 < end && d.Tokens[next].Fine == text.PRPS && thesaurus.People(d.Tokens[next+1].Lemma) {
			next += 2 // "his son"
		}
		to := properEnd(d, next, end)
		if to == next {
			return 0, last
		}
		n, last = n+1, to
	}
	if !closed {
		return 0, last
	}
	return n, last
}

// properEnd is the end of the proper name at token i, i where there is none.
func properEnd(d *text.Document, i, end int) int {
	for i < end && (d.Tokens[i].Tag == text.PROPN || d.Tokens[i].Tag == text.X) && d.Tokens[i].Shape.Has(text.Capital) && lemmaOf(&d.Tokens[i])[0] != '@' {
		i++
	}
	return i
}
