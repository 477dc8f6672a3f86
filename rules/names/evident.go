package names

import (
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names/internal/label"
	"github.com/concord-news/concord/rules/text"
)

// evident finds the people whose names the model has passed over though the words
// beside them leave no doubt: "watch seller Belo Marat, 52," has an age behind it,
// "government spokesman Belo Marat" an office before it.
func (r *reader) evident() {
	var found []label.Name
	for s := range r.d.Sentences {
		sent := &r.d.Sentences[s]
		if r.style[s] != plain {
			continue
		}
		for i := sent.First + 1; i+1 < sent.Last; i++ {
			if r.low[i] == "" || r.taken[i] || !r.unknownName(i) || r.unknownName(i-1) {
				continue
			}
			j := i + 1
			for j < sent.Last && (r.unknownName(j) || r.goesOn(j)) {
				j++
			}
			if n := j - i; n >= 2 && n <= 4 && (r.titledBy(i-1) || r.d.Tokens[i-1].Tag != text.ADP && r.agedAt(j, sent.Last)) {
				found = append(found, label.Name{First: i, Last: j})
			}
			i = j
		}
	}
	for _, m := range found {
		r.add(m.First, m.Last, mention.Person)
	}
	r.surnames()
	r.sort()
}

// surnames finds the surnames of people of the text where one begins a sentence and
// looks like the plural of a noun, which the text has nowhere: "Crofts left".
func (r *reader) surnames() {
	for s := range r.d.Sentences {
		i := r.d.Sentences[s].First
		if i >= len(r.d.Tokens) || r.style[s] != plain {
			continue
		}
		t := &r.d.Tokens[i]
		if r.taken[i] || t.Fine != text.NNS || !t.Shape.Has(text.Capital|text.HasLetter) || t.Shape.Has(text.AllCaps) {
			continue
		}
		if r.surname(r.d.Form(i)) && !r.lowerCase(t.Lower) {
			r.add(i, i+1, mention.Person)
		}
	}
}

// surname reports whether a person of the text has the surname, after a given name.
func (r *reader) surname(word string) bool {
	for _, m := range r.found {
		if m.Kind == mention.Person && m.Last-m.First > 1 && r.d.Form(m.Last-1) == word {
			return true
		}
	}
	return false
}

// lowerCase reports whether a word stands in the text without a capital.
func (r *reader) lowerCase(word string) bool {
	for i := range r.d.Tokens {
		if t := &r.d.Tokens[i]; t.Lower == word && !t.Shape.Has(text.Capital) {
			return true
		}
	}
	return false
}

// unknownName reports a word in capitals of which neither model nor lists make
// anything.
func (r *reader) unknownName(i int) bool {
	t := &r.d.Tokens[i]
	return !r.taken[i] && t.Shape.Has(text.Capital|text.HasLetter) && !t.Shape.Has(text.SentenceStart) && !t.Shape.Has(text.AllCaps) &&
		t.Tag == text.PROPN && r.office[i] == 0 && r.class[i]&^(lexicon.Given|lexicon.Surname|lexicon.Particle) == 0
}

// goesOn reports a word in capitals that may be a surname, whatever the lists have it
// for.
func (r *reader) goesOn(i int) bool {
	t := &r.d.Tokens[i]
	return !r.taken[i] && t.Shape.Has(text.Capital|text.HasLetter) && t.Tag == text.PROPN && r.class[i]&(lexicon.Country|lexicon.OrgWord|lexicon.Body) == 0
}

// titledBy reports whether a noun for one person stands before a name.
func (r *reader) titledBy(i int) bool {
	t := &r.d.Tokens[i]
	if t.Tag != text.NOUN || t.Fine != text.NN {
		return false
	}
	_, office := lexicon.OfficeOf(t.Lower)
	return office || lexicon.OnePerson(t.Lower)
}

// agedAt reports whether an age stands between commas from token j on: ", 52,".
func (r *reader) agedAt(j, last int) bool {
	if j+2 >= last || r.d.Tokens[j].Lower != "," || r.d.Tokens[j+1].Len() != 2 {
		return false
	}
	if w := r.d.Tokens[j+1].Lower; w[0] < '1' || w[0] > '9' || w[1] < '0' || w[1] > '9' {
		return false
	}
	w := r.d.Tokens[j+2].Lower
	return w == "," || w == "."
}
