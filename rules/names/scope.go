package names

import (
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// note appends a holding with what stands beside the office.
func (h *holder) note(i, p int, past bool) {
	o, q := &h.mentions[i], &h.mentions[p]
	title, _ := lexicon.OfficeOf(lexicon.Key(o.Name))
	n := Holding{Person: p, Office: i, Title: title, Former: past, Span: o.Cover(q.Span)}
	first := o.First
	if h.ofNoun(o.First) {
		first -= 2
		n.Span = h.d.Span(first, o.Last).Cover(n.Span)
	}
	for k := first; k < o.Last; k++ {
		w := h.low(k)
		n.Former = n.Former || isFormer(w)
		n.Future = n.Future || isFuture(w)
		n.Acting = n.Acting || w == "acting" || w == "interim"
		if isDeputy(w) && !strings.HasPrefix(title.Head, w) {
			n.Title = lexicon.Office{Head: w + " " + title.Head, Class: lexicon.Deputy + title.Class, Rank: title.Rank + 1}
		}
	}
	if h.low(o.Last) == "-" && isFuture(h.low(o.Last+1)) {
		n.Future = true
	}
	h.lead(&n, o)
	h.scope(&n, o)
	h.rank(&n, o)
	h.out = append(h.out, n)
}

// ofNoun reports an office at token i whose manner stands before the noun that says of
// what it is: "deputy project director".
func (h *holder) ofNoun(i int) bool {
	return i > 1 && h.d.Tokens[i-1].Fine == text.NN && isStatus(h.low(i-2)) && !isStatus(h.low(i-1))
}

// lead keeps "chief" and the like before an office that has a title without it: the head
// gardener's deputy is no head gardener.
func (h *holder) lead(n *Holding, o *mention.Mention) {
	for k := o.First; k < o.Last; k++ {
		w := h.low(k)
		if !IsLead(w) || strings.Contains(n.Title.Head, w) {
			continue
		}
		first, rest, _ := strings.Cut(n.Title.Head, " ")
		if isDeputy(first) {
			n.Title.Head = first + " " + w + " " + rest
		} else {
			n.Title.Head = w + " " + n.Title.Head
		}
		return
	}
}

// rank puts right the offices of state that are not of a state: the president
// of a club, of a region, of a company.
func (h *holder) rank(n *Holding, o *mention.Mention) {
	switch n.Title.Class {
	case "head-of-state", "head-of-government":
	case "mayor", "deputy-mayor", "governor", "police-chief", "sheriff", "fire-chief", "district-attorney", "prosecutor":
		n.Country = "" // of the town, not of the country that its name may stand for
		return
	default:
		return
	}
	if n.Title.Head == "chancellor" && n.Country == "GB" {
		n.Title, _ = lexicon.OfficeOf("chancellor of the exchequer")
		return
	}
	local := n.Scope != "" && n.Country == ""
	if e := n.ScopeEntity; e > 0 && local {
		for _, m := range h.mentions {
			if m.Entity == e && m.Kind == mention.Person {
				local = false // "X's president"
			}
		}
	}
	for k := o.First; k < o.Last; k++ {
		local = local || isLocal(h.low(k))
	}
	if w := h.low(o.Last); n.Country == "" && (w == "and" || w == "at" || w == "for" || w == "of" && h.low(o.Last+2) != "republic") {
		local = true
	}
	if local {
		n.Title = lexicon.Office{Head: n.Title.Head, Class: "local-" + n.Title.Head, Rank: n.Title.Rank + 1}
	}
}

// isLocal reports whether a word before "president" says that it is not of a
// state.
func isLocal(w string) bool {
	switch w {
	case "regional", "council", "party", "club", "university", "company", "bank", "association", "union", "local", "provincial", "college", "group", "court", "school", "division", "club's", "federation", "senate", "parliament", "parliamentary", "commission", "board", "team":
		return true
	}
	return false
}

// scope reads whose office it is: within the words, before "'s", after "of".
func (h *holder) scope(n *Holding, o *mention.Mention) {
	sent := h.d.Sentences[h.d.SentenceOf(o.First)]
	if c := Party(h.d, o.First, o.Last-1); c != "" {
		n.Country, n.Scope = c, h.partyWords(o)
	}
	for k := o.First; k < o.Last; k++ {
		if e, ok := h.at.at(k); ok && h.mentions[e].Last <= o.Last {
			h.belong(n, e)
		}
	}
	if n.Scope != "" {
		return
	}
	before := o.First
	if h.low(before-1) == "'s" || h.low(before-1) == "'" {
		before--
	}
	if k, ok := h.ending.at(before); ok && k != n.Person && before > sent.First {
		h.belong(n, k)
		return
	}
	end := o.Last
	if h.low(end) == "and" { // "president and chief executive of Halden"
		for end < sent.Last && end < o.Last+5 && h.low(end) != "of" && h.low(end) != "at" {
			end++
		}
	}
	if w := h.low(end); w != "of" && w != "for" && w != "to" && w != "at" && w != "in" {
		return
	}
	for k := end + 1; k < sent.Last && k <= end+3; k++ {
		if e, ok := h.at.at(k); ok {
			if e != n.Person {
				h.belong(n, e)
			}
			return
		}
	}
}

// partyWords returns the words of an office that name its country.
func (h *holder) partyWords(o *mention.Mention) string {
	for k := o.First; k < o.Last; k++ {
		for n := o.Last - k; n > 0; n-- {
			if code, m := partyAt(h.d, k, k+n); code != "" && m == n {
				return h.d.Span(k, k+n).In(h.d.Text)
			}
		}
	}
	return ""
}

func (h *holder) belong(n *Holding, e int) {
	m := &h.mentions[e]
	n.Scope, n.ScopeEntity = m.In(h.d.Text), m.Entity
	n.Country = Party(h.d, m.First, m.Last)
}
