package names

import (
	"bytes"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names/internal/label"
	"github.com/concord-news/concord/rules/text"
)

// office is an office by its tokens; head is the key of its words without those that
// stand before them.
type office struct {
	first, last int
	head        string
}

// before reports whether an office stands before a name in the order of the text.
func (o *office) before(n label.Name) bool {
	return o.first < n.First || o.first == n.First && o.last > n.Last
}

func (o *office) mention(d *text.Document) mention.Mention {
	return mention.Mention{Span: d.Span(o.first, o.last), First: o.first, Last: o.last, Head: o.last - 1, Kind: mention.Office, Name: strings.ReplaceAll(o.head, " - ", "-")}
}

// offices finds the offices of the document. They take in the nationality and the
// adjectives before the head ("former German chancellor") and neither a determiner
// nor a possessor.
func (r *reader) offices() {
	r.indexEnds()
	for s := range r.d.Sentences {
		sent := r.d.Sentences[s]
		for i := sent.First; i < sent.Last; {
			n := 0
			if r.reach[i] > 0 {
				n = r.officeHere(i, sent.Last)
			}
			if n == 0 {
				i++
				continue
			}
			first := r.modifiers(i, sent.First)
			r.held = append(r.held, office{first, i + n, string(r.singular(i, i+n))})
			i += n
		}
	}
}

func (r *reader) indexEnds() {
	clear(r.ends)
	for k, m := range r.found {
		r.ends[m.Last-1] = int32(k + 1)
	}
}

// officeHere returns the length of the office that begins at i, outside names
// and not a verb. A plural counts where names follow: "envoys A and B".
func (r *reader) officeHere(i, last int) int {
	t := &r.d.Tokens[i]
	if r.taken[i] || t.Tag == text.VERB || t.Tag == text.AUX || t.Tag == text.ADP || t.Tag == text.ADV {
		return 0
	}
	for n := min(int(r.reach[i]), last-i); n > 0; n-- {
		if r.taken[i+n-1] {
			continue
		}
		k := r.key(i, i+n)
		if _, ok := lexicon.OfficeOfBytes(k); ok {
			return r.officeUse(i, i+n, last)
		}
		if one, many := bytes.CutSuffix(k, []byte("s")); many && i+n < last && r.taken[i+n] {
			if _, ok := lexicon.OfficeOfBytes(one); ok {
				return n
			}
		}
	}
	return 0
}

// officeUse drops words that are offices elsewhere: "a major attack", "head
// of" a line, the general public.
func (r *reader) officeUse(first, last, end int) int {
	n := last - first
	if n > 1 {
		return n
	}
	t := &r.d.Tokens[first]
	if t.Tag == text.ADJ && !t.Shape.Has(text.Capital) {
		return 0
	}
	next := text.X
	if last < end {
		next = r.d.Tokens[last].Tag
	}
	switch t.Lower {
	case "major", "general", "principal", "representative", "executive", "chief", "cardinal", "justice", "private", "chair", "fellow", "deputy", "partner", "head", "captain", "manager", "patient":
		if t.Shape.Has(text.Capital) && !t.Shape.Has(text.SentenceStart) {
			return n
		}
		if t.Tag == text.ADJ || next == text.NOUN || next == text.ADJ {
			return 0
		}
	}
	if next == text.NOUN && !r.taken[last] && r.d.Tokens[first].Tag == text.NOUN {
		return 0 // "minister level", "police officer training"
	}
	return n
}

// singular is the key of an office written in the plural.
func (r *reader) singular(first, last int) []byte {
	k := r.key(first, last)
	if _, ok := lexicon.OfficeOfBytes(k); ok {
		return k
	}
	if len(k) > 2 && k[len(k)-1] == 's' {
		return k[:len(k)-1]
	}
	return k
}

// modifiers returns the first token of the adjectives, nationalities and nouns
// that stand before an office.
func (r *reader) modifiers(i, first int) int {
	j := i
	for j > first {
		p := j - 1
		t := &r.d.Tokens[p]
		switch {
		case r.people(p, first) > 0:
			j -= r.people(p, first)
		case isStatus(t.Lower), r.class[p]&(lexicon.Demonym|lexicon.Country|lexicon.Metonym|lexicon.Body) != 0 && t.Lower != "'s":
			j = p
		case r.taken[p] && r.partyName(p):
			j = r.nameStart(p)
		case t.Lower == "-" && p > first && (isStatus(r.d.Tokens[p-1].Lower) || r.class[p-1]&lexicon.Demonym != 0):
			j = p
		case t.Tag == text.ADJ && !t.Shape.Has(text.Capital) && t.Lower != "other" && t.Lower != "same":
			j = p
		case t.Tag == text.NOUN && officeNoun(t.Lower):
			j = p
		default:
			return j
		}
	}
	return j
}

// people returns the length of the country or nationality of several words
// that ends with token p.
func (r *reader) people(p, first int) int {
	if r.low[p] == "" {
		return 0
	}
	for n := min(3, p-first+1); n > 1; n-- {
		if e, ok := lexicon.LookupBytes(r.key(p-n+1, p+1)); ok && e.Is(lexicon.Demonym|lexicon.Country) {
			return n
		}
	}
	return 0
}

// nameStart returns the first token of the name that ends with token p.
func (r *reader) nameStart(p int) int {
	if k := r.ends[p]; k > 0 {
		return r.found[k-1].First
	}
	return p
}

// partyName reports whether token p ends a name that an office belongs to
// rather than a person.
func (r *reader) partyName(p int) bool {
	if k := r.ends[p]; k > 0 {
		return r.found[k-1].Kind == mention.Place || r.found[k-1].Kind == mention.Organisation
	}
	return false
}

// isStatus reports whether a word before an office says in what manner it is
// held.
func isStatus(w string) bool {
	return isFormer(w) || isFuture(w) || w == "acting" || w == "interim" || w == "senior" || w == "top" || IsLead(w) ||
		isDeputy(w) || w == "current" || w == "new" || w == "longtime" || w == "outgoing"
}

// IsLead reports words that make an office that of the first of its kind.
func IsLead(w string) bool { return w == "chief" || w == "head" || w == "lead" }

// isDeputy reports words that make an office that of somebody who stands in.
func isDeputy(w string) bool { return w == "deputy" || w == "vice" || w == "assistant" }

func isFormer(w string) bool {
	switch w {
	case "former", "ex", "then", "onetime", "one-time", "erstwhile", "ousted", "deposed", "late", "ex-president", "retired":
		return true
	}
	return false
}

func isFuture(w string) bool {
	switch w {
	case "incoming", "designate", "designated", "elect", "prospective", "future", "aspiring":
		return true
	}
	return false
}

// officeNoun reports whether a noun before an office belongs to its name.
func officeNoun(w string) bool {
	switch w {
	case "opposition", "party", "government", "police", "army", "navy", "military", "security", "defence", "defense", "foreign",
		"policy", "finance", "interior", "justice", "health", "trade", "economy", "energy", "education", "agriculture", "transport",
		"company", "bank", "city", "state", "county", "district", "council", "parliament", "parliamentary", "cabinet", "union",
		"peace", "intelligence", "border", "fire", "town", "village", "school", "team", "press", "campaign", "rebel", "coalition":
		return true
	}
	return false
}
