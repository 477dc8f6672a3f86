package rules

import (
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/rules/pattern"
)

// rule decodes the top mapping of rule.yaml.
func (n *node) rule(name string) *Rule {
	n.fields("summary", "reports", "silent", "why", "kind", "severity", "classes", "read", "unless", "fallback", "fact", "key", "compare")
	r := &Rule{Name: name, Summary: n.text("summary"), Reports: n.text("reports"), Silent: n.text("silent"), Why: n.text("why"), Fact: n.text("fact")}
	if strings.Trim(name, "abcdefghijklmnopqrstuvwxyz-.") != "" {
		n.fault("rule name %q: want lower-case words joined by full stops", name)
	}
	n.text("kind")
	r.Kind = n.oneOf("kind", FactKinds())
	n.text("severity")
	if n.oneOf("severity", []string{"high", "low"}) == "high" {
		r.Severity = High
	}
	classes := maps.Clone(n.loader.catalog.Classes)
	n.classes(n.field("classes"), classes)
	r.Compare = n.compare()
	before := len(n.loader.faults)
	r.Reads = n.reads(classes, r.Compare.By)
	r.Unless, r.Fallback = n.unless(classes), n.flag("fallback")
	if len(n.loader.faults) > before {
		return r // without its slots, every key part would be a fault too
	}
	r.Key = n.key(r)
	n.checkFact(r)
	return r
}

func (n *node) compare() Compare {
	f := n.field("compare")
	if f == nil || f.Kind != yaml.MappingNode {
		n.fault("field %q is missing or no mapping", "compare")
		return Compare{}
	}
	f.fields("by", "complement", "growing", "moving", "partial", "exact", "limit", "exclusive")
	f.text("by")
	c := Compare{By: Comparison(f.oneOf("by", Comparisons())), Growing: f.flag("growing"), Moving: f.flag("moving"), Partial: f.flag("partial"), Exact: f.flag("exact"), Limit: f.flag("limit"), Exclusive: f.flag("exclusive")}
	if parts := f.field("complement").strings(); len(parts) > 0 {
		if len(parts) != 2 {
			f.field("complement").fault("complement: want two key parts: [holder.party, whole.owner]")
			return c
		}
		c.Complement = [2]KeyPart{f.field("complement").keyPart(parts[0]), f.field("complement").keyPart(parts[1])}
	}
	return c
}

func (n *node) reads(classes map[string]*pattern.Class, by Comparison) []Read {
	f := n.field("read")
	if f == nil || f.Kind != yaml.SequenceNode || len(f.Content) == 0 {
		n.fault("field %q is missing or no list", "read")
		return nil
	}
	var out []Read
	for _, c := range f.Content {
		if rd, ok := f.at(c).read(classes); ok {
			f.at(c).checkValue(rd, by)
			out = append(out, rd)
		}
	}
	return out
}

// unless decodes the list of patterns that keep a rule silent.
func (n *node) unless(classes map[string]*pattern.Class) []*pattern.Pattern {
	f := n.field("unless")
	if f == nil {
		return nil
	}
	if f.Kind != yaml.SequenceNode {
		f.fault("want a list of patterns")
		return nil
	}
	var out []*pattern.Pattern
	for _, c := range f.Content {
		if p := f.at(c).pattern(classes); p != nil {
			out = append(out, p)
		}
	}
	return out
}

// read decodes one item of the list of reads.
func (n *node) read(classes map[string]*pattern.Class) (Read, bool) {
	if n.Kind != yaml.MappingNode {
		n.fault("want a mapping with one of phrase, clause, office, quotation, spelling, people, copies, versions")
		return Read{}, false
	}
	n.fields("phrase", "clause", "office", "quotation", "spelling", "people", "copies", "versions", "value", "from", "speaker", "min_words", "infinite")
	rd := Read{Value: n.field("value").scalar(), From: n.field("from").scalar(), Speaker: n.field("speaker").scalar(), MinWords: n.number("min_words"), Infinite: n.flag("infinite")}
	sources := 0
	if f := n.field("phrase"); f != nil {
		sources++
		rd.Source, rd.Phrase = FromPhrase, f.pattern(classes)
	}
	if f := n.field("clause"); f != nil {
		sources++
		rd.Source, rd.Clause = FromClause, f.clause(classes)
	}
	if f := n.field("people"); f != nil {
		sources++
		rd.Source, rd.Tally = FromTally, f.tally()
	}
	for name, source := range map[string]Source{"office": FromOffice, "quotation": FromQuotation, "spelling": FromSpelling, "copies": FromCopies, "versions": FromVersions} {
		if n.flag(name) {
			sources++
			rd.Source = source
		}
	}
	if sources != 1 {
		n.fault("want just one of phrase, clause, office, quotation, spelling, people, copies, versions")
		return rd, false
	}
	return rd, rd.Source != FromPhrase || rd.Phrase != nil
}

func (n *node) clause(classes map[string]*pattern.Class) *ClausePattern {
	c := &ClausePattern{}
	if n.Kind != yaml.MappingNode {
		n.fault("want a mapping with predicate, agent, patient, complement, with, or a preposition")
		return c
	}
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, value := n.at(n.Content[i]), n.at(n.Content[i+1])
		if seen[key.Value] {
			key.fault("field %q stands twice", key.Value)
		}
		seen[key.Value] = true
		switch key.Value {
		case "predicate":
			c.Predicate = value.predicate(classes)
		case "agent":
			c.Agent = value.pattern(classes)
		case "patient":
			c.Patient = value.pattern(classes)
		case "complement":
			c.Complement = value.pattern(classes)
		case "with":
			c.With = value.pattern(classes)
		default:
			c.Obliques = append(c.Obliques, n.oblique(key, value, classes))
		}
	}
	if !seen["predicate"] {
		n.fault("field %q is missing", "predicate")
	}
	return c
}

// prepositions are what a clause pattern may ask for beside its arguments.
var prepositions = []string{"about", "according to", "against", "among", "as", "at", "before", "between", "by", "during", "for", "from", "in", "into", "of", "off", "on", "onto", "over", "since", "through", "to", "toward", "under", "until", "with_", "within", "without"}

func (n *node) oblique(key, value *node, classes map[string]*pattern.Class) ObliquePattern {
	if !slices.Contains(prepositions, key.Value) {
		legal := append([]string{"predicate", "agent", "patient", "complement", "with"}, prepositions...)
		key.fault("unknown field %q; %s", key.Value, pattern.Legal(key.Value, legal))
	}
	return ObliquePattern{Prep: strings.TrimSuffix(key.Value, "_"), Pattern: value.pattern(classes)}
}

// predicate reads a class of verbs: "{hold}" or a list of verbs.
func (n *node) predicate(classes map[string]*pattern.Class) *pattern.Class {
	if n.Kind == yaml.SequenceNode {
		class, err := pattern.NewClass("predicate", n.strings())
		if err != nil {
			n.fault("%v", err)
		}
		return class
	}
	name := strings.TrimSuffix(strings.TrimPrefix(n.scalar(), "{"), "}")
	if class := classes[name]; class != nil {
		return class
	}
	n.fault("unknown word class %q; %s", name, pattern.Legal(name, slices.Sorted(maps.Keys(classes))))
	return nil
}

// slots returns the named slots of a read with their kinds.
func (rd *Read) slots() map[string]pattern.Kind {
	out := map[string]pattern.Kind{}
	var ps []*pattern.Pattern
	if rd.Phrase != nil {
		ps = append(ps, rd.Phrase)
	}
	if rd.Clause != nil {
		ps = append(ps, rd.Clause.patterns()...)
	}
	for _, p := range ps {
		for _, s := range p.Slots() {
			out[s.Name] = s.Kind
		}
	}
	return out
}

var (
	answers = []string{"yes", "no"}
	stances = []string{"accepts", "open", "undecided", "rejects"}
)

// checkValue refuses a value that the comparison cannot take.
func (n *node) checkValue(rd Read, by Comparison) {
	for source, want := range map[Source]Comparison{FromCopies: ByCopy, FromVersions: ByVersion} {
		if (rd.Source == source) != (by == want) {
			n.fault("what is read does not fit the comparison by %s: copies are compared by copy, versions by version", by)
		}
	}
	if rd.Source > FromClause {
		return
	}
	var legal []string
	switch by {
	case ByPolarity:
		legal = answers
	case ByStance:
		legal = stances
	default:
		legal = slices.Sorted(maps.Keys(rd.slots()))
	}
	v := n.field("value")
	if v == nil {
		n.fault("field %q is missing; %s", "value", pattern.Legal("", legal))
	} else if !slices.Contains(legal, rd.Value) {
		v.fault("value %q is no value for a comparison by %s; %s", rd.Value, by, pattern.Legal(rd.Value, legal))
	}
	slots := slices.Sorted(maps.Keys(rd.slots()))
	if rd.Speaker != "" && !slices.Contains(slots, rd.Speaker) {
		n.field("speaker").fault("speaker %q is no slot; %s", rd.Speaker, pattern.Legal(rd.Speaker, slots))
	}
	if by == ByChange && !slices.Contains(legal, rd.From) {
		n.fault("from %q is no slot; %s", rd.From, pattern.Legal(rd.From, legal))
	}
}

func (n *node) key(r *Rule) []KeyPart {
	f := n.field("key")
	if f == nil {
		n.fault("field %q is missing", "key")
		return nil
	}
	var out []KeyPart
	for i, s := range f.strings() {
		item := f.at(f.Content[i])
		k := item.keyPart(s)
		item.checkSlot(k.Slot, r)
		out = append(out, k)
	}
	return out
}

// keyPart reads `slot.attribute`, `slot.attribute?` or `"literal"`.
func (n *node) keyPart(s string) KeyPart {
	s, optional := strings.CutSuffix(s, "?")
	if lit, ok := strings.CutPrefix(s, `"`); ok {
		return KeyPart{Literal: strings.TrimSuffix(lit, `"`)}
	}
	slot, attribute, ok := strings.Cut(s, ".")
	if !ok || !slices.Contains(Attributes(), attribute) {
		n.fault("key part %q: want slot.attribute; attributes: %s", s, strings.Join(Attributes(), ", "))
	}
	return KeyPart{Slot: slot, Attribute: attribute, Optional: optional}
}

// sourceSlots are the slots that every office, quotation and name has.
var sourceSlots = map[Source][]string{
	FromOffice:    {"person", "office", "scope"},
	FromQuotation: {"speaker"},
	FromSpelling:  {"person"},
	FromTally:     {"event", "group", "person"},
	FromCopies:    {"words"},
	FromVersions:  {"words"},
}

// checkSlot refuses a slot that no read of the rule has.
func (n *node) checkSlot(slot string, r *Rule) {
	if slot == "" {
		return
	}
	seen := map[string]bool{}
	for i := range r.Reads {
		for s := range r.Reads[i].slots() {
			seen[s] = true
		}
		for _, s := range sourceSlots[r.Reads[i].Source] {
			seen[s] = true
		}
	}
	if !seen[slot] {
		n.fault("no read has a slot %q; %s", slot, pattern.Legal(slot, slices.Sorted(maps.Keys(seen))))
	}
}

// checkFact refuses a name of the slot that asks for slots no read has.
func (n *node) checkFact(r *Rule) {
	rest := r.Fact
	for {
		_, after, ok := strings.Cut(rest, "{")
		if !ok {
			return
		}
		slot, tail, closed := strings.Cut(after, "}")
		if !closed {
			n.field("fact").fault("%q is not closed: want %q", "{", "}")
			return
		}
		name, _, _ := strings.Cut(slot, ".")
		n.field("fact").checkSlot(name, r)
		rest = tail
	}
}
