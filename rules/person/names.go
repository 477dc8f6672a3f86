package person

import (
	"strings"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// names finds the names of people and what is told of their sex; false where there
// are none.
func (r *reader) names() bool {
	any := false
	for i := range r.Mentions {
		m := &r.Mentions[i]
		if m.Kind == mention.Office {
			r.office[m.Last-1] = true
		}
		if m.Entity == 0 || m.Kind != mention.Person && !misread(m) {
			continue
		}
		sex := r.sexOfName(m)
		if sex == notPerson {
			continue
		}
		any = true
		for k := m.First; k < m.Last; k++ {
			if r.nameAt[k] == 0 {
				r.nameAt[k] = int32(i + 1)
			}
		}
		if titled := r.titled(m.First); titled != 0 {
			r.sexes[m.Entity] = titled
		}
	}
	for i := range r.Holdings {
		h := &r.Holdings[i]
		m, o := &r.Mentions[h.Person], &r.Mentions[h.Office]
		if m.Entity == 0 || h.Negated || r.named(m.First) == nil {
			continue
		}
		r.tellSex(m.Entity, r.Doc.Tokens[o.Last-1].Lemma)
		if !h.Former && !h.Future {
			r.bear(o.Last-1, m)
		}
	}
	return any
}

// Beside 'm' and 'f' an entity's sex is one of these.
const (
	unknown   byte = 0
	unasked   byte = 1
	notPerson byte = 2
)

// sexOfName is the sex that the given name of an entity tells, which is asked once.
func (r *reader) sexOfName(m *mention.Mention) byte {
	for len(r.sexes) <= m.Entity {
		r.sexes = append(r.sexes, unasked)
	}
	if r.sexes[m.Entity] == unasked {
		given, _, full := strings.Cut(m.Name, " ")
		if r.sexes[m.Entity] = lexicon.SexOf(given); !full && m.Kind == mention.Person && noName(m.Name) {
			r.sexes[m.Entity] = notPerson
		}
	}
	return r.sexes[m.Entity]
}

// misread reports a place that may be a person with an uncommon name: of two words,
// and on no list.
func misread(m *mention.Mention) bool {
	if m.Kind != mention.Place || m.Last-m.First != 2 {
		return false
	}
	_, last, _ := strings.Cut(m.Name, " ")
	_, listed := lexicon.Lookup(lexicon.Key(m.Name))
	return !listed && !lexicon.Has(last, lexicon.PlaceWord|lexicon.OrgWord) && !lemma.Known(strings.ToLower(last), text.NOUN) && !lemma.Known(strings.ToLower(last), text.ADJ)
}

// noName reports a noun in capitals that was taken for a name.
func noName(name string) bool {
	low := strings.ToLower(name)
	_, listed := lexicon.Lookup(lexicon.Fold(low))
	return !listed && lemma.Known(low, text.NOUN)
}

// tellSex notes what a noun for a person tells of the sex, where the name does not.
func (r *reader) tellSex(entity int, noun string) {
	if r.sexes[entity] == unknown {
		r.sexes[entity] = sexOf(noun)
	}
}

// named is the person whose name holds a token, nil for none.
func (r *reader) named(token int) *mention.Mention {
	if i := r.nameAt[token]; i > 0 {
		return &r.Mentions[i-1]
	}
	return nil
}

// titled is the sex that the title before a name tells.
func (r *reader) titled(first int) byte {
	if first == 0 {
		return 0
	}
	switch r.Doc.Tokens[first-1].Lower {
	case "mr", "mr.", "sir", "lord", "king", "prince", "herr", "monsieur", "señor", "signor":
		return 'm'
	case "mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady", "queen", "princess", "frau", "madame", "señora", "signora":
		return 'f'
	}
	return 0
}

// sexOf is the sex that a noun for a person tells, 0 for none.
func sexOf(noun string) byte {
	switch sex := lexicon.PersonNoun(noun); {
	case sex == 'm' || sex == 'f':
		return sex
	case strings.HasSuffix(noun, "sman") && noun != "talisman", noun == "headmaster", noun == "duke", noun == "baron", noun == "emperor":
		return 'm'
	case noun == "spokeswoman", noun == "headmistress", noun == "duchess", noun == "baroness", noun == "empress", noun == "heroine":
		return 'f'
	case strings.HasSuffix(noun, "woman"):
		return 'f'
	}
	return 0
}

// isPerson reports whether the noun at a token is one for a single person.
func (r *reader) isPerson(token int) bool {
	noun := r.Doc.Tokens[token].Lemma
	return lexicon.OnePerson(noun) || noun == "client" || sexOf(noun) != 0 || r.office[token] && lexicon.PersonNoun(noun) == 0
}
