package checker

import (
	"cmp"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules"
)

// statement is one fact of one article, with its key resolved across the story.
type statement struct {
	article int
	fact    *rules.Fact
	// key is the value of each key part: parties and entities are those of the
	// story, so that two spellings of one name are one value.
	key []string
	// names are the story's entities of a value of names, parallel to
	// fact.Value.Names.
	names []string
	// repeated: another rule has the figure from the same words, for the same key;
	// counted: for another key, so that it is one count and no sum of several.
	repeated, counted bool
	// oneThing: package weigh says that its slot is of one thing.
	oneThing bool
}

// slot is the statements of a story about one thing, ordered by article and
// place.
type slot struct {
	rule       *rules.Rule
	statements []statement
	// moving: what is stated moves from hour to hour, as prices do.
	moving bool
	// evidence is what speaks for two figures of it being told of one thing, with the
	// points; "" where package weigh did not decide it.
	evidence string
}

// align sorts statements into slots: of one rule, with the same parts that must
// be there, and with optional parts that are the same or not said.
func align(all []statement) []slot {
	groups := map[string][]statement{}
	var order []string
	for _, s := range all {
		if s.fact.Rule.Compare.Alike {
			continue // gathered by what stands around it
		}
		id := mandatory(s)
		if _, ok := groups[id]; !ok {
			order = append(order, id)
		}
		groups[id] = append(groups[id], s)
	}
	slices.Sort(order)
	var out []slot
	for _, id := range order {
		g := groups[id]
		if rule := g[0].fact.Rule; rule.Compare.By == rules.ByQuotation {
			out = append(out, alignQuotations(rule, g)...)
		} else {
			out = append(out, partition(rule, g)...)
		}
	}
	return out
}

func mandatory(s statement) string {
	var b strings.Builder
	b.WriteString(s.fact.Rule.Name)
	for i, part := range s.fact.Rule.Key {
		b.WriteByte(0)
		if !part.Optional {
			b.WriteString(s.key[i])
		}
	}
	return b.String()
}

// partition parts statements by their optional key parts. The most specific
// come first; a less specific statement joins the one part with which it
// agrees, and stands alone where it agrees with two, for it could be about
// either.
func partition(rule *rules.Rule, g []statement) []slot {
	type part struct {
		key        []string
		statements []statement
	}
	slices.SortStableFunc(g, func(a, b statement) int {
		return cmp.Or(specific(b.key)-specific(a.key), slices.Compare(a.key, b.key), compareStatements(a, b))
	})
	var parts []*part
	for _, s := range g {
		var fits []*part
		for _, p := range parts {
			if agree(p.key, s.key) {
				fits = append(fits, p)
			}
		}
		exact := slices.IndexFunc(parts, func(p *part) bool { return slices.Equal(p.key, s.key) })
		switch {
		case exact >= 0:
			parts[exact].statements = append(parts[exact].statements, s)
		case len(fits) == 1:
			fits[0].statements = append(fits[0].statements, s)
			fits[0].key = fill(fits[0].key, s.key)
		default:
			parts = append(parts, &part{slices.Clone(s.key), []statement{s}})
		}
	}
	var out []slot
	for _, p := range parts {
		slices.SortStableFunc(p.statements, compareStatements)
		out = append(out, slot{rule: rule, statements: p.statements})
	}
	return out
}

func compareStatements(a, b statement) int {
	return cmp.Or(a.article-b.article, a.fact.Evidence.Start-b.fact.Evidence.Start, a.fact.Evidence.End-b.fact.Evidence.End)
}

func specific(key []string) int {
	n := 0
	for _, k := range key {
		if k != "" {
			n++
		}
	}
	return n
}

func agree(a, b []string) bool {
	for i := range a {
		if a[i] != "" && b[i] != "" && a[i] != b[i] {
			return false
		}
	}
	return true
}

func fill(a, b []string) []string {
	for i := range a {
		if a[i] == "" {
			a[i] = b[i]
		}
	}
	return a
}
