package rules

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/pattern"
	"github.com/concord-news/concord/rules/strict"
)

// decodeRule decodes the top mapping of rule.yaml. Faults go to its document.
func decodeRule(n *strict.Node, name string, shared map[string]*pattern.Class) *Rule {
	n.Fields(ruleFields())
	r := &Rule{Name: name, Summary: n.Text("summary"), Reports: n.Text("reports"), Silent: n.Text("silent"), Why: n.Text("why"), Fact: n.Text("fact")}
	if !LegalName(name) {
		n.Fault("rule name %q: want lower-case words joined by full stops or hyphens; the folder has it", name)
	}
	r.Kind = n.OneOf("kind", FactKinds())
	if n.OneOf("severity", severities()) == "high" {
		r.Severity = High
	}
	classes := shared
	if own := n.Field("classes"); own != nil {
		classes = maps.Clone(shared)
		decodeClasses(own, classes)
	}
	r.Compare = decodeCompare(n.Field("compare"))
	before := n.Document().Len()
	r.Reads = decodeReads(n.Field("read"), classes, r.Compare.By)
	checkAlike(n, r)
	r.Unless, r.Fallback = decodeUnless(n.Field("unless"), classes), n.Flag("fallback")
	if n.Document().Len() > before || r.Reads == nil {
		return r // without its slots, every key part would be a fault too
	}
	r.Key = decodeKey(n.Field("key"), r)
	checkFact(n.Field("fact"), r)
	return r
}

// LegalName reports whether a rule may have the name: lower-case words joined
// by full stops or hyphens.
func LegalName(name string) bool {
	return name != "" && strings.Trim(name, "abcdefghijklmnopqrstuvwxyz-.") == "" && strings.Trim(name, "-.") == name
}

func decodeCompare(n *strict.Node) Compare {
	if n == nil || !n.Mapping("a mapping such as {by: figure}") {
		return Compare{}
	}
	n.Fields(compareFields())
	c := Compare{
		By: Comparison(n.OneOf("by", Comparisons())), Growing: n.Flag("growing"), Moving: n.Flag("moving"), Partial: n.Flag("partial"),
		Exact: n.Flag("exact"), Limit: n.Flag("limit"), Exclusive: n.Flag("exclusive"), SameDay: n.Flag("same_day"),
		Alike: n.Flag("alike"), Fixed: n.Flag("fixed"), Sole: n.Flag("sole"), Once: n.Flag("once"),
		Differ: n.Flag("differ"),
	}
	for _, o := range oneSided() {
		if f := n.Field(o.field); f != nil && !slices.Contains(o.by, c.By) && slices.Contains(Comparisons(), string(c.By)) {
			f.Fault("%s has no effect on a comparison by %s; it is for those by %s", o.field, c.By, o.by[0])
		}
	}
	if f := n.Field("tolerance"); f != nil {
		c.Tolerance = DecodeTolerance(f, c.By)
	}
	if f := n.Field("complement"); f != nil {
		parts := f.List()
		if len(parts) != 2 {
			f.Fault("complement: want two key parts: [holder.party, whole.owner]")
			return c
		}
		c.Complement = [2]KeyPart{decodeKeyPart(parts[0]), decodeKeyPart(parts[1])}
	}
	return c
}

// oneSided lists the settings that some comparisons alone heed: beside another
// they would be promises that nobody keeps.
func oneSided() []oneSide {
	figure := []Comparison{ByFigure}
	return []oneSide{
		{"complement", figure}, {"growing", figure}, {"partial", figure}, {"exact", figure}, {"limit", figure},
		{"exclusive", []Comparison{ByNames, ByPlace}}, {"once", []Comparison{ByDate}},
	}
}

// oneSide is a setting with the comparisons that heed it.
type oneSide struct {
	field string
	by    []Comparison
}

// decodeSorts decodes the sorts of things of a read.
func decodeSorts(n *strict.Node) []string {
	var out []string
	for _, item := range n.List() {
		w := item.Scalar()
		if name, root := lexicon.Kind(w); name != root || name == "" {
			item.Fault("%q is no sort of things of which the lists have kinds", w)
		}
		out = append(out, w)
	}
	return out
}

// DecodeTolerance decodes a tolerance for values of a comparison.
func DecodeTolerance(n *strict.Node, by Comparison) Tolerance {
	t, err := ParseTolerance(n.Scalar())
	if err != nil {
		n.Fault("%v", err)
		return Tolerance{}
	}
	switch amount, percent := by.Tolerates(); {
	case !amount:
		n.Fault("values that are compared by %s have no tolerance; those by figure, date and time have", by)
	case t.Percent && !percent:
		n.Fault("tolerance %q: by %s it is an amount, in days or minutes, and no percentage", n.Value, by)
	}
	return t
}

func decodeReads(n *strict.Node, classes map[string]*pattern.Class, by Comparison) []Read {
	items := n.List()
	if n != nil && n.Kind == yaml.SequenceNode && len(items) == 0 {
		n.Fault("want one way or more in which texts say it: - phrase: ... or - clause: ...")
	}
	var out []Read
	for _, item := range items {
		if rd, ok := decodeRead(item, classes); ok {
			checkValue(item, rd, by)
			out = append(out, rd)
		}
	}
	return out
}

// decodeUnless decodes the list of patterns that keep a rule silent.
func decodeUnless(n *strict.Node, classes map[string]*pattern.Class) []*pattern.Pattern {
	var out []*pattern.Pattern
	for _, item := range n.List() {
		if p := decodePattern(item, classes); p != nil {
			out = append(out, p)
		}
	}
	return out
}

// decodeRead decodes one item of the list of reads.
func decodeRead(n *strict.Node, classes map[string]*pattern.Class) (Read, bool) {
	just := "just one of " + strings.Join(sourceFields(), ", ")
	if !n.Mapping("a mapping with " + just) {
		return Read{}, false
	}
	n.Fields(readFields())
	rd := Read{Value: n.Field("value").Scalar(), From: n.Field("from").Scalar(), Speaker: n.Field("speaker").Scalar(), MinWords: n.Number("min_words"), Infinite: n.Flag("infinite")}
	sources := 0
	if f := n.Field("phrase"); f != nil {
		sources++
		rd.Source, rd.Phrase = FromPhrase, decodePattern(f, classes)
	}
	if f := n.Field("clause"); f != nil {
		sources++
		rd.Source, rd.Clause = FromClause, decodeClause(f, classes)
	}
	if f := n.Field("people"); f != nil {
		sources++
		rd.Source, rd.Tally = FromTally, decodeTally(f)
	}
	if n.Field("figure") != nil {
		sources++
		rd.Source, rd.Figure = FromFigure, decodeFigure(n)
	}
	if f := n.Field("sorts"); f != nil {
		sources++
		rd.Source, rd.Sorts = FromKind, decodeSorts(f)
	}
	if n.Field("event") != nil {
		sources++
		rd.Source, rd.Role = FromEvent, Role(n.OneOf("event", Roles()))
	}
	for name, source := range map[string]Source{"office": FromOffice, "quotation": FromQuotation, "spelling": FromSpelling, "named": FromNamed, "reported": FromSpeech, "denied": FromDenial, "copies": FromCopies, "versions": FromVersions} {
		if n.Flag(name) {
			sources++
			rd.Source = source
		}
	}
	if sources != 1 {
		n.Fault("want %s", just)
		return rd, false
	}
	return rd, rd.Source != FromPhrase || rd.Phrase != nil
}

func decodeClause(n *strict.Node, classes map[string]*pattern.Class) *ClausePattern {
	c := &ClausePattern{}
	if !n.Mapping("a mapping such as {agent: \"<who:name>\", predicate: [win], patient: \"<seats:number> seat\"}") {
		return c
	}
	for _, p := range n.Pairs() {
		switch key, value := p[0], p[1]; key.Value {
		case "predicate":
			c.Predicate = decodePredicate(value, classes)
		case "agent":
			c.Agent = decodePattern(value, classes)
		case "patient":
			c.Patient = decodePattern(value, classes)
		case "complement":
			c.Complement = decodePattern(value, classes)
		case "with":
			c.With = decodePattern(value, classes)
		default:
			if !slices.Contains(prepositions, key.Value) {
				key.Fault("unknown field %q; %s", key.Value, strict.Legal(key.Value, append(strict.Names(clauseFields()), prepositions...)))
			}
			c.Obliques = append(c.Obliques, ObliquePattern{Prep: strings.TrimSuffix(key.Value, "_"), Pattern: decodePattern(value, classes)})
		}
	}
	if n.Field("predicate") == nil {
		n.Fault("field %q is missing: %s", "predicate", clauseFields()[0].What)
	}
	return c
}

// prepositions are what a clause pattern may ask for beside its arguments.
var prepositions = []string{"about", "according to", "against", "among", "as", "at", "before", "between", "by", "during", "for", "from", "in", "into", "of", "off", "on", "onto", "over", "since", "through", "to", "toward", "under", "until", "with_", "within", "without"}

// decodePredicate decodes a class of verbs: "{hold}" or a list of verbs.
func decodePredicate(n *strict.Node, classes map[string]*pattern.Class) *pattern.Class {
	if n.Kind == yaml.SequenceNode {
		class, err := pattern.NewClass("predicate", n.Strings())
		if err != nil {
			n.Fault("%v", err)
		}
		return class
	}
	name := strings.TrimSuffix(strings.TrimPrefix(n.Scalar(), "{"), "}")
	if class := classes[name]; class != nil {
		return class
	}
	n.Fault("unknown word class %q; %s", name, strict.Legal(name, slices.Sorted(maps.Keys(classes))))
	return nil
}

// decodeClasses adds the word classes of a mapping to into.
func decodeClasses(n *strict.Node, into map[string]*pattern.Class) {
	if n == nil || !n.Mapping("a mapping of class names to lists of words: win: [win, take, gain]") {
		return
	}
	for _, p := range n.Pairs() {
		class, err := pattern.NewClass(p[0].Value, p[1].Strings())
		if err != nil {
			p[0].Fault("%v", err)
			continue
		}
		into[p[0].Value] = class
	}
}

// decodeSynonyms adds the groups of a mapping to into, a lemma to its group.
func decodeSynonyms(n *strict.Node, into map[string]string) {
	if n == nil || !n.Mapping("a mapping of group names to lists of words") {
		return
	}
	for _, p := range n.Pairs() {
		group := p[0].Value
		for _, item := range p[1].List() {
			w := item.Scalar()
			if old, ok := into[w]; ok && old != group {
				item.Fault("%q is in the group %q already", w, old)
			}
			into[w] = group
		}
	}
}

// decodePattern compiles a node's pattern; nil after a fault.
func decodePattern(n *strict.Node, classes map[string]*pattern.Class) *pattern.Pattern {
	before := n.Document().Len()
	source := n.Scalar()
	if n.Document().Len() > before {
		return nil
	}
	p, err := pattern.Compile(source, classes)
	if err != nil {
		at, what := 0, err.Error()
		if bad := (*pattern.SyntaxError)(nil); errors.As(err, &bad) {
			at, what = bad.Column, bad.What
		}
		n.FaultIn(at, "pattern: %s", what)
		return nil
	}
	return p
}
