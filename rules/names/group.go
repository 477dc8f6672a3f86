package names

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
)

// groups is a union of indexes; the smallest of a group stands for it.
type groups struct{ parent []int }

func newGroups(n int) *groups {
	g := &groups{parent: make([]int, n)}
	for i := range g.parent {
		g.parent[i] = i
	}
	return g
}

func (g *groups) find(i int) int {
	for g.parent[i] != i {
		g.parent[i] = g.parent[g.parent[i]]
		i = g.parent[i]
	}
	return i
}

func (g *groups) join(i, j int) {
	i, j = g.find(i), g.find(j)
	g.parent[max(i, j)] = min(i, j)
}

// groupForms returns the group of each form by its index, which is its place in
// forms: groups have the numbers of forms.
//
// Forms are taken in an order of their own, fullest first, so that the order
// in which names come does not matter.
func groupForms(forms []form) []int {
	order := make([]*form, len(forms))
	for i := range forms {
		order[i] = &forms[i]
	}
	slices.SortStableFunc(order, func(a, b *form) int {
		if len(a.words) != len(b.words) {
			return len(b.words) - len(a.words)
		}
		if c := strings.Compare(a.name, b.name); c != 0 {
			return c
		}
		return strings.Compare(a.title, b.title)
	})
	g := newGroups(len(order))
	byKey := make(map[formKey]int, len(order))
	for i := range order {
		if order[i].kind == mention.Person && len(order[i].words) < 2 {
			continue
		}
		if first, ok := byKey[order[i].key]; ok {
			g.join(first, i)
		} else {
			byKey[order[i].key] = i
		}
	}
	joinSame(order, g)
	p := people{forms: order, g: g}
	p.full()
	p.bare()
	joinOrganisations(order, g)
	out := make([]int, len(order))
	for i := range order {
		out[order[i].index] = g.find(i)
	}
	return out
}

// joinSame joins the bare names of persons that are written alike.
func joinSame(forms []*form, g *groups) {
	for i := 1; i < len(forms); i++ {
		a, b := forms[i-1], forms[i]
		if a.kind == mention.Person && b.kind == mention.Person && len(b.words) == 1 && a.name == b.name && a.title == b.title {
			g.join(i-1, i)
		}
	}
}

// people joins the forms of persons.
type people struct {
	forms []*form
	g     *groups
}

// full joins full names: surnames alike and given names alike, where no third
// person could be meant.
func (p *people) full() {
	var heads []int
	for i := range p.forms {
		f := p.forms[i]
		if f.kind != mention.Person || len(f.words) < 2 || p.g.find(i) != i {
			continue
		}
		match := -1
		for _, h := range heads {
			if !samePerson(p.forms[h], f) {
				continue
			}
			if match >= 0 {
				match = -2
				break
			}
			match = h
		}
		if match >= 0 {
			p.g.join(match, i)
		} else {
			heads = append(heads, i)
		}
	}
}

// samePerson reports whether two full names may be one person's.
func samePerson(a, b *form) bool {
	if a.whole == b.whole {
		return true // "Kim Jong-un", "Kim Jong Un"
	}
	if !mayBeOne(a.sound, b.sound) {
		return false
	}
	if !sameGiven(a.given, b.given) || a.title != "" && b.title != "" && a.title != b.title {
		return false
	}
	full := a.given == b.given && len(a.givenName()) > 2
	return a.spelling().may(b.spelling(), full) || full && sound(strings.Join(a.words[1:], "")) == sound(strings.Join(b.words[1:], ""))
}

// mayBeOne is a quick look that spares two surnames the full comparison: they
// begin alike, or one is the end of the other.
func mayBeOne(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	return a[0] == b[0] || a[0] == 'k' && b[0] == 'g' || a[0] == 'g' && b[0] == 'k' || strings.HasSuffix(a, b) || strings.HasSuffix(b, a)
}

// bare joins a surname or a given name alone to the one person who has it;
// where two have it, the title decides, and else the name stays by itself.
func (p *people) bare() {
	bySound := map[formKey]int{}
	for i := range p.forms {
		f := p.forms[i]
		if f.kind != mention.Person || len(f.words) > 1 || p.g.find(i) != i {
			continue
		}
		if h := p.bearer(f); h >= 0 {
			p.g.join(h, i)
			continue
		}
		heard := f.alone().sound
		k := formKey{f.title, heard}
		if h, ok := bySound[k]; ok {
			p.g.join(h, i)
		} else if h, ok := bySound[formKey{"", heard}]; ok {
			p.g.join(h, i)
		} else {
			bySound[k] = i
		}
	}
}

// bearer returns the one person with the surname, or else the given name, f;
// -1 where there is none or more than one.
func (p *people) bearer(f *form) int {
	var surnames, given, slips []int
	bare, name, tail := lexicon.Fold(f.name), f.alone(), " "+f.name
	for i, g := range p.forms {
		if g.kind != mention.Person || len(g.words) < 2 || p.g.find(i) != i {
			continue
		}
		if f.title != "" && sexOf(g) != "" && sexOf(g) != f.title {
			continue
		}
		switch {
		case g.sound == f.sound, mayBeOne(g.sound, f.sound) && g.spelling().may(name, false), strings.HasSuffix(g.surname(), tail):
			surnames = append(surnames, i)
		case f.title == "" && g.given == bare, len(g.words) > 2 && g.words[1] == f.name:
			given = append(given, i)
		case slipOf(g.last, bare):
			slips = append(slips, i)
		}
	}
	switch {
	case len(surnames) == 1:
		return surnames[0]
	case len(surnames) == 0 && len(given) == 1:
		return given[0]
	case len(surnames) == 0 && len(given) == 0 && len(slips) == 1:
		return slips[0]
	}
	return -1
}

// slipOf reports whether a bare name that nobody of the text bears is a surname
// with a slip in it, both folded: a letter away, and no name or word of the lists, which
// would be another person's.
func slipOf(surname, bare string) bool {
	if len(surname) < slipLetters+1 || len(bare) < slipLetters+1 || surname[0] != bare[0] || !oneApart(surname, bare) {
		return false
	}
	e, listed := lexicon.Lookup(bare)
	return !listed || e.Class == 0
}

// sexOf returns what a title or given name says: "m", "f" or "".
func sexOf(f *form) string {
	if f.title != "" {
		return f.title
	}
	switch lexicon.SexOf(f.given) {
	case 'm':
		return "m"
	case 'f':
		return "f"
	}
	return ""
}

// joinOrganisations joins an acronym with the one organisation or place whose
// initials it is, and the first words of a firm's name with the firm.
func joinOrganisations(forms []*form, g *groups) {
	for i := range forms {
		f := forms[i]
		if f.kind != mention.Organisation || len(f.words) > 1 || g.find(i) != i {
			continue
		}
		match := -1
		for j := range forms {
			o := forms[j]
			if o.kind != mention.Organisation || len(o.words) < 2 || !isShort(f.name, o.words) {
				continue
			}
			if match >= 0 && g.find(match) != g.find(j) {
				match = -1
				break
			}
			match = j
		}
		if match >= 0 {
			g.join(match, i)
		}
	}
}

// isShort reports whether short is the acronym of an organisation's words, or
// its first word where that is a name of its own.
func isShort(short string, words []string) bool {
	bare := strings.ReplaceAll(short, ".", "")
	if bare == strings.ToUpper(bare) && len(bare) > 1 {
		all, main := acronyms(words)
		return bare == all || bare == main
	}
	if short != words[0] {
		return false
	}
	n := len(words)
	for n > 1 && isLegalForm(strings.ToLower(words[n-1])) {
		n--
	}
	if n > 2 {
		return false // "Halden Lake Shipping" is not all of Halden
	}
	return !lexicon.Has(short, lexicon.OrgWord|lexicon.Country|lexicon.Demonym|lexicon.City|lexicon.State|lexicon.Capital|lexicon.Region)
}

// acronyms returns the initials of all words and of the capitalised ones.
func acronyms(words []string) (all, main string) {
	for _, w := range words {
		for _, part := range strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '&' }) {
			c := strings.ToUpper(part[:1])
			if part == "the" || part == "The" {
				continue
			}
			all += c
			if part[:1] == c {
				main += c
			}
		}
	}
	return all, main
}
