package names

import (
	"sync"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// Holding is a statement that a person holds, held or will hold an office.
type Holding struct {
	// Person and Office are indexes in the mentions.
	Person, Office int
	// Title is the office of the lists: "opposition leader".
	Title lexicon.Office
	// Country is the code of the country or body of the office ("DE", "EU"),
	// "" where the text does not say it beside the office.
	Country string
	// Scope is the name that the office belongs to, as written ("Trump" in
	// "Trump's envoy", "Acme" in "chief executive of Acme"), "" for none.
	Scope string
	// ScopeEntity is the Entity of that name in the article, 0 for none.
	ScopeEntity int
	// Former: the office was held before the time of the article. Future: it
	// is to be held. Acting: held for the time being.
	Former, Future, Acting bool
	// Negated: the text denies it ("is not the president").
	Negated bool
	// Span covers the office and the name as far as they stand together.
	corpus.Span
}

// Offices returns the holdings that the text states, in text order of their
// spans: "Chancellor A", "A, the German chancellor", "A became chancellor",
// "B's envoy A", "the chancellor, A,", "the chancellor is A". The mentions are those of Read.
func Offices(d *text.Document, mentions []mention.Mention) []Holding {
	h := holders.Get().(*holder)
	defer holders.Put(h)
	h.begin(d, mentions)
	defer h.end()
	for i := range mentions {
		if mentions[i].Kind == mention.Office {
			h.office(i)
		}
	}
	return h.out
}

type holder struct {
	d        *text.Document
	mentions []mention.Mention
	// at and ending find the name that begins at, or ends before, a token;
	// offices and closing do so for offices.
	at, ending       places
	offices, closing places
	// ages maps the tokens of an age to its first.
	ages places
	out  []Holding
}

// holders are *holder, whose memory is used for one document after another.
var holders = sync.Pool{New: func() any { return new(holder) }}

// places finds a number by a token; it holds one more, and 0 where there is none.
type places []int32

func (p places) at(i int) (int, bool) {
	if i < 0 || i >= len(p) || p[i] == 0 {
		return 0, false
	}
	return int(p[i]) - 1, true
}

func (p places) set(i, number int) { p[i] = int32(number + 1) }

// begin makes h ready for a document.
func (h *holder) begin(d *text.Document, mentions []mention.Mention) {
	n := len(d.Tokens) + 1
	*h = holder{
		d: d, mentions: mentions, at: zeroed(h.at, n), ending: zeroed(h.ending, n),
		offices: zeroed(h.offices, n), closing: zeroed(h.closing, n), ages: zeroed(h.ages, n),
	}
	for i := range mentions {
		m := &mentions[i]
		if m.Kind >= mention.Person && m.Kind <= mention.Event {
			h.at.set(m.First, i)
			h.ending.set(m.Last, i)
		}
		switch m.Kind {
		case mention.Office:
			h.offices.set(m.First, i)
			h.closing.set(m.Last, i)
		case mention.Age:
			for k := m.First; k < m.Last; k++ {
				h.ages.set(k, m.First)
			}
		}
	}
}

// end lets go of the document.
func (h *holder) end() { h.d, h.mentions, h.out = nil, nil, nil }

func (h *holder) low(i int) string {
	if i < 0 || i >= len(h.d.Tokens) {
		return ""
	}
	return h.d.Tokens[i].Lower
}

// person returns the person whose name begins at token i, titles apart.
func (h *holder) person(i, last int) (int, bool) {
	for n := 0; n < 3 && i < last; n++ {
		if k, ok := h.at.at(i); ok {
			return k, h.mentions[k].Kind == mention.Person
		}
		if !lexicon.Has(h.low(i), lexicon.Honorific) {
			break
		}
		i++
	}
	return 0, false
}

// office finds the holder of one Office mention.
func (h *holder) office(i int) {
	m := &h.mentions[i]
	sent := h.d.Sentences[h.d.SentenceOf(m.First)]
	if h.before(i, sent) {
		return
	}
	if h.apposition(i, sent) {
		return
	}
	if h.inverse(i, sent) {
		return
	}
	h.copula(i, sent)
}

// before reads "Chancellor A", "the chancellor, A,", "envoys A and B".
func (h *holder) before(i int, sent text.Sentence) bool {
	m := &h.mentions[i]
	j := m.Last
	if h.low(j) == "-" && isFuture(h.low(j+1)) {
		j += 2
	}
	j = h.together(j)
	joined := j != m.Last
	j = h.afterScope(j, sent.Last)
	comma := h.low(j) == ","
	if comma {
		j++
		if !h.definite(m.First, sent.First) {
			return false
		}
	} else if j != m.Last && h.low(m.Last) != "-" && !joined {
		return false // "chairman of Acme Ada Voss" is not English
	}
	p, ok := h.person(j, sent.Last)
	if !ok || h.low(h.mentions[p].Last) == "'s" && comma {
		return false
	}
	if comma && !h.closes(h.mentions[p].Last, sent.Last) {
		return false
	}
	h.note(i, p, false)
	if h.d.Tokens[m.Last-1].Fine == text.NNS || h.plural(m) {
		h.list(i, p, sent)
	}
	return true
}

// together skips another office that the same person holds, as written behind
// one: "chairman and chief executive A".
func (h *holder) together(j int) int {
	if h.low(j) != "and" {
		return j
	}
	for k := j + 1; k <= j+2; k++ {
		if o, ok := h.offices.at(k); ok {
			return h.mentions[o].Last
		}
	}
	return j
}

// plural reports whether an office is written in the plural.
func (h *holder) plural(m *mention.Mention) bool {
	last := h.low(m.Last - 1)
	return len(last) > 2 && last[len(last)-1] == 's' && m.Name[len(m.Name)-1] != 's'
}

// list gives the office to every person of "A, B and C".
func (h *holder) list(i, p int, sent text.Sentence) {
	for {
		j := h.mentions[p].Last
		for j < sent.Last && (h.low(j) == "," || h.low(j) == "and") {
			j++
		}
		q, ok := h.at.at(j)
		if !ok || j == h.mentions[p].Last || j >= sent.Last || h.mentions[q].Kind != mention.Person {
			return
		}
		h.note(i, q, false)
		p = q
	}
}

// definite reports whether "the", "its" or "X's" stands before token i.
func (h *holder) definite(i, first int) bool {
	if i <= first {
		return false
	}
	switch h.low(i - 1) {
	case "the", "his", "her", "its", "their", "our", "'s", "'", "my":
		return true
	}
	return false
}

// closes reports whether an apposition may end before token i.
func (h *holder) closes(i, last int) bool {
	if i >= last {
		return true
	}
	switch h.low(i) {
	case ",", ".", ";", ":", "-", "--", ")", "?", "!", "\"", "who":
		return true
	}
	return false
}

// afterScope skips "of the Acme Group", "to the president", "from Oslo" after an office.
func (h *holder) afterScope(j, last int) int {
	switch h.low(j) {
	case "of", "for", "at", "to", "in", "from", "with":
	default:
		return j
	}
	k := j + 1
	for k < last && k < j+6 {
		if n, ok := h.at.at(k); ok {
			if h.mentions[n].Kind == mention.Person && h.low(j) == "of" && h.low(h.mentions[n].Last) != "," {
				return j
			}
			return h.mentions[n].Last
		}
		switch t := &h.d.Tokens[k]; {
		case t.Tag == text.DET, t.Lower == "the", t.Lower == "'s", t.Tag == text.ADJ, t.Tag == text.NOUN, t.Tag == text.PROPN:
			k++
			if t.Tag == text.NOUN && (k >= last || h.d.Tokens[k].Tag != text.NOUN) {
				return k
			}
		case k > j+1 && h.d.Tokens[k-1].Tag == text.PROPN:
			return k // a name of which nothing is known
		default:
			return j
		}
	}
	return j
}

// apposition reads "A, the German chancellor," and "A, chancellor of Germany,".
func (h *holder) apposition(i int, sent text.Sentence) bool {
	m := &h.mentions[i]
	j := m.First
	for n := 0; n < 4 && j > sent.First; n++ {
		k, named := h.ending.at(j)
		o, office := h.closing.at(j - 1)
		aged, age := h.ages.at(j - 1)
		switch w := h.low(j - 1); {
		case age:
			j = aged
			continue
		case w == "and" && office:
			j = h.mentions[o].First
			continue
		case w == "the" || w == "a" || w == "an" || w == "his" || w == "her" || w == "its" || w == "their" || w == "'s":
			j--
			continue
		case named && h.mentions[k].Kind != mention.Person, named && h.low(j) == "'s":
			j = h.mentions[k].First
			continue
		case !named && h.describes(j-1):
			j--
			continue
		}
		break
	}
	if j <= sent.First || h.low(j-1) != "," && h.low(j-1) != "(" {
		return false
	}
	if aged, ok := h.ages.at(j - 2); ok && h.low(aged-1) == "," {
		j = aged // "A, 44, the mayor"
	}
	p, ok := h.ending.at(j - 1)
	if !ok || h.mentions[p].Kind != mention.Person || h.mentions[p].First < sent.First {
		return false
	}
	if !h.closes(h.afterScope(h.together(m.Last), sent.Last), sent.Last) {
		return false
	}
	h.note(i, p, false)
	return true
}

// inverse reads "the chancellor is A", "Acme's chief executive remains A".
func (h *holder) inverse(i int, sent text.Sentence) bool {
	m := &h.mentions[i]
	if !h.named(m.First) && !h.definite(m.First, sent.First) {
		return false
	}
	j := h.afterScope(m.Last, sent.Last)
	switch h.low(j) {
	case "is", "was", "remains":
	default:
		return false
	}
	p, ok := h.person(j+1, sent.Last)
	if !ok || !h.closes(h.mentions[p].Last, sent.Last) {
		return false
	}
	h.note(i, p, h.low(j) == "was")
	return true
}

// describes reports whether token i says of what kind an office is, or where:
// "the outgoing trade minister", "the Belmoran chancellor", "the county's sheriff".
func (h *holder) describes(i int) bool {
	t := &h.d.Tokens[i]
	switch t.Tag {
	case text.ADJ, text.PROPN:
		return true
	case text.NOUN:
		return h.low(i+1) == "'s" || t.Fine == text.NN
	}
	return false
}

// copula reads "A is, was, became, was elected, serves as [the] chancellor".
func (h *holder) copula(i int, sent text.Sentence) {
	m := &h.mentions[i]
	j := m.First - 1
	for j > sent.First && (h.low(j) == "the" || h.low(j) == "a" || h.low(j) == "an" || h.low(j) == "'s" || h.inScope(j) || h.describes(j) && !h.named(j+1)) {
		j--
	}
	v := verbGroup{h: h, first: sent.First}
	subject, ok := v.back(j)
	if !ok {
		return
	}
	p, ok := h.ending.at(subject)
	if !ok || h.mentions[p].Kind != mention.Person {
		return
	}
	if _, next := h.person(m.Last, sent.Last); next {
		return
	}
	h.note(i, p, v.past)
	last := &h.out[len(h.out)-1]
	last.Negated = v.negated
	last.Future = last.Future || v.future
}

// inScope reports whether token j is the possessor of an office.
func (h *holder) inScope(j int) bool {
	return h.low(j+1) == "'s" && h.named(j+1)
}

// named reports whether a name ends before token i.
func (h *holder) named(i int) bool {
	_, ok := h.ending.at(i)
	return ok
}
