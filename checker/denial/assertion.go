package denial

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/text"
)

// part is the part that a word plays in a clause.
type part uint8

const (
	verb part = iota
	agent
	patient
	recipient
	complement
	oblique
	// outside: elsewhere in the sentence.
	outside
)

// word is a word of a clause or of the sentence around it.
type word struct {
	// lemma is its number among those of the story, name that of the one it names, 0 for
	// none.
	lemma, name int32
	weight      float64
	part        part
	token       int
	tag         text.Tag
	// figure: it is a number; age: it is part of an age.
	figure, age bool
}

// assertion is a clause: what it says, and whether it denies that.
type assertion struct {
	places []Place
	clause *clause.Clause
	// denied, and by which word (see deniers), with the word after that among words, -1 where
	// there is none.
	denied bool
	denier int
	focus  int
	// words are those of the clause, around those of the sentence besides.
	words, around []word
	// said is what is said of the subject, obliques apart: of a passive the subject too.
	said []word
	// weight and saidWeight are the sums of the weights of words and said.
	weight, saidWeight float64
	// deniers is how many words deny something in it.
	deniers int
	title   bool
	// speaker is the number of whoever says so, 0 for the outlet.
	speaker int32
	// years are those that the sentence names.
	years []string
	// fits is worked out when it is asked for, see reader.fits.
	fits []fit
	mood
}

// mood is what the words around a clause say of when and how surely it is so.
type mood struct {
	// governors counts what it stands under, by its kind, signs the signs that stand in it or
	// near it; mark is what opens it.
	governors [len(governors)]float64
	signs     [len(signs)]float64
	mark      float64
	// subject is 0 for a noun or name, 1 for a pronoun, 2 where there is none.
	subject float64
}

// deniers are the words that deny, in the order in which the clue has them.
var deniers = []string{"", "not", "n't", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "nowhere"}

func denies(t *text.Token) bool { return slices.Index(deniers, t.Lower) > 0 }

// lightWeight is what a verb counts for that says nothing by itself, beside others.
const lightWeight = 0.2

// light are the verbs that say nothing by themselves.
func light(lemma string) bool {
	switch lemma {
	case "be", "have", "do", "get", "make", "take", "say", "go", "come", "tell", "give", "add":
		return true
	}
	return false
}

// tells reports whether a token may say something: adverbs of less than five letters do not.
func tells(t *text.Token) bool {
	switch t.Tag {
	case text.NOUN, text.VERB, text.ADJ, text.PROPN, text.NUM:
		return true
	case text.ADV:
		return len(t.Lower) >= 5
	}
	return false
}

// clause reads one clause.
func (r *reader) clause(article, index int) assertion {
	g := r.Readings[article]
	d, c := g.Doc, &g.Clauses[index]
	s := &d.Sentences[c.Sentence]
	a := assertion{clause: c, denied: c.Negated, focus: -1, title: d.Article.Blocks[s.Block].Kind == corpus.Headline}
	v := r.word(g, c.Verb, verb)
	if light(d.Tokens[c.Verb].Lemma) {
		v.weight *= lightWeight
	}
	a.words = append(a.words, v)
	in := make([]bool, s.Last-s.First)
	inside := func(i int) *bool { return &in[i-s.First] }
	*inside(c.Verb) = true
	if strings.Contains(c.Predicate, " ") && c.Verb+1 < s.Last {
		*inside(c.Verb + 1) = true
	}
	add := func(p part, phrases ...clause.Phrase) {
		for _, ph := range phrases {
			for i := max(ph.First, s.First); i < min(ph.Last, s.Last); i++ {
				if !*inside(i) && tells(&d.Tokens[i]) {
					*inside(i) = true
					a.words = append(a.words, r.word(g, i, p))
				}
			}
			if of := g.StandsFor(ph.Head); !of.None() && r.own[ph.Head] == 0 && r.own[of.Head] != 0 {
				w := r.word(g, of.Head, p)
				w.token = ph.Head
				a.words = append(a.words, w)
			}
		}
	}
	add(agent, c.Agents...)
	add(patient, c.Patients...)
	add(recipient, c.Recipients...)
	if !c.Complement.None() {
		add(complement, c.Complement)
	}
	for _, o := range c.Obliques {
		add(oblique, o.Phrase)
	}
	first, last := c.Verb, c.Verb+1
	for i, yes := range in {
		if yes {
			first, last = min(first, s.First+i), max(last, s.First+i+1)
		}
	}
	r.deny(&a, d, s, &first, last, inside)
	a.places = []Place{{article, index, first, last}}
	for i := s.First; i < s.Last; i++ {
		if !*inside(i) && tells(&d.Tokens[i]) {
			a.around = append(a.around, r.word(g, i, outside))
		}
	}
	r.finish(&a)
	a.speaker = r.speaker(g, c.Verb)
	a.years = years(d, s)
	a.mood = moodOf(g, &a, first, last)
	return a
}

// before is how many tokens before a clause what denies it may stand.
const before = 3

// deny finds what denies a clause, and the word after it.
func (r *reader) deny(a *assertion, d *text.Document, s *text.Sentence, first *int, last int, inside func(i int) *bool) {
	from := *first
	for i := max(s.First, from-before); i < min(s.Last, last+1); i++ {
		if !denies(&d.Tokens[i]) {
			continue
		}
		a.deniers++
		if a.denier > 0 {
			continue
		}
		a.denier = slices.Index(deniers, d.Tokens[i].Lower)
		if a.denied {
			*first = min(*first, i)
		}
		for k := i + 1; k < min(i+6, s.Last); k++ {
			if *inside(k) {
				a.focus = slices.IndexFunc(a.words, func(w word) bool { return w.token == k })
				break
			}
		}
	}
}

// without reads what a clause says to lack: "set off without a guide".
func (r *reader) without(a *assertion, article int, s *text.Sentence) (assertion, bool) {
	g := r.Readings[article]
	d, p := g.Doc, a.places[0]
	at := -1
	for i := a.clause.Verb + 1; i < min(p.Last+before, s.Last-1); i++ {
		if d.Tokens[i].Lower == "without" {
			at = i
			break
		}
	}
	if at < 0 {
		return assertion{}, false
	}
	b := *a
	b.denied, b.denier, b.focus = true, slices.Index(deniers, "without"), -1
	v := a.words[0]
	v.weight = r.weights[v.lemma] / 2
	b.words = []word{v}
	last := at + 1
	for i := at + 1; i < min(at+6, s.Last) && d.Tokens[i].Tag != text.PUNCT && d.Tokens[i].Tag != text.ADP; i++ {
		if tells(&d.Tokens[i]) {
			b.focus = len(b.words)
			b.words = append(b.words, r.word(g, i, patient))
			last = i + 1
		}
	}
	if b.focus < 0 {
		return assertion{}, false
	}
	for _, w := range a.words {
		if w.part == agent {
			b.words = append(b.words, w)
		}
	}
	b.places = []Place{{article, p.Clause, p.First, max(p.Last, last)}}
	r.finish(&b)
	return b, true
}

// finish works out what follows from the words.
func (r *reader) finish(a *assertion) {
	a.said = nil
	for _, w := range a.words {
		if w.part == oblique || w.part == agent && !a.clause.Passive && !a.clause.Existential {
			continue
		}
		a.said = append(a.said, w)
	}
	a.weight, a.saidWeight = weightOf(a.words), weightOf(a.said)
}

func weightOf(words []word) (sum float64) {
	for i := range words {
		sum += words[i].weight
	}
	return sum
}

// of lists the words that play a part.
func of(words []word, p part) []word {
	var out []word
	for i := range words {
		if words[i].part == p {
			out = append(out, words[i])
		}
	}
	return out
}

// unknownSpeaker is the number of somebody of whom the text does not say who it is.
const unknownSpeaker = -1

// speaker is the number of whoever is said to say what stands at a token, 0 for the outlet.
func (r *reader) speaker(g *rules.Reading, token int) int32 {
	n := r.speech[token] - 1
	if n < 0 {
		return 0
	}
	who := g.Speech[n].Speaker
	switch {
	case who.None():
		return unknownSpeaker
	case r.own[who.Head] != 0:
		return r.own[who.Head]
	}
	return unknownSpeaker - 1 - r.word(g, who.Head, outside).lemma
}

// years lists the years that a sentence names.
func years(d *text.Document, s *text.Sentence) []string {
	var out []string
	for i := s.First; i < s.Last; i++ {
		if l := d.Tokens[i].Lower; len(l) == 4 && (l[:2] == "19" || l[:2] == "20") && d.Tokens[i].Tag == text.NUM {
			out = append(out, l)
		}
	}
	return out
}
