package names

import (
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names/internal/label"
)

// ballot lets the mentions of one name in a document agree on its kind.
type ballot struct {
	r *reader
	// at finds the votes of a name.
	at    map[string]int32
	votes []votes
}

// begin empties the ballot.
func (b *ballot) begin(r *reader) {
	b.r, b.votes = r, b.votes[:0]
	if b.at == nil {
		b.at = map[string]int32{}
	}
	clear(b.at)
}

// votes are the kinds given to one name.
type votes struct {
	kinds [mention.Event + 1]int
	// firm: it stands somewhere with a legal form, as in "Halden Inc."
	firm bool
	// introduced: it stands somewhere with a given name or a title.
	introduced bool
}

// of returns the votes of a name. They stay where they are until it is called again.
func (b *ballot) of(first, last int) *votes {
	key := b.r.key(first, last)
	n, ok := b.at[string(key)]
	if !ok {
		n = int32(len(b.votes))
		b.at[string(key)] = n
		b.votes = append(b.votes, votes{})
	}
	return &b.votes[n]
}

// count gives the vote of one mention, for the name and for its parts.
func (b *ballot) count(n label.Name) {
	v := b.of(n.First, n.Last)
	v.kinds[n.Kind]++
	switch {
	case n.Kind == mention.Organisation:
		b.firm(n)
	case n.Kind == mention.Person && n.Last-n.First > 1:
		for _, i := range [...]int{n.First, n.Last - 1} {
			part := b.of(i, i+1)
			part.kinds[mention.Person]++
			part.introduced = true
		}
	case n.Kind == mention.Person && b.r.titled(n.First):
		v.introduced = true
	}
}

// firm lets the name of a firm with its legal form speak for the name without
// it.
func (b *ballot) firm(n label.Name) {
	k := n.Last
	for k > n.First+1 && isLegalForm(b.r.d.Tokens[k-1].Lower) {
		k--
	}
	if k < n.Last && b.r.class[n.First]&(placeClass|lexicon.Demonym) == 0 {
		b.of(n.First, k).firm = true
	}
}

func isLegalForm(w string) bool {
	switch w {
	case "inc", "inc.", "corp", "corp.", "corporation", "ltd", "ltd.", "llc", "llp", "plc", "co", "co.", "holdings", "group", "company":
		return true
	}
	return false
}

// titled reports whether an honorific or an office stands before token i.
func (r *reader) titled(i int) bool {
	if i == 0 {
		return false
	}
	if r.class[i-1]&lexicon.Honorific != 0 {
		return true
	}
	for n := 1; n <= 3 && i-n >= 0; n++ {
		if r.officeAt(i-n, i) == n {
			return true
		}
	}
	return false
}

// settled returns the kind of a name by the votes.
func (b *ballot) settled(n label.Name) mention.Kind {
	v := b.of(n.First, n.Last)
	k := n.Kind
	for i, c := range v.kinds {
		if c > v.kinds[k] {
			k = mention.Kind(i)
		}
	}
	if v.firm && !v.introduced {
		return mention.Organisation
	}
	return k
}
