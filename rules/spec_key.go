package rules

import (
	"maps"
	"slices"
	"strings"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/pattern"
	"github.com/concord-news/concord/rules/strict"
)

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
func checkValue(n *strict.Node, rd Read, by Comparison) {
	for source, want := range map[Source]Comparison{FromCopies: ByCopy, FromVersions: ByVersion, FromDenial: ByDenial} {
		if (rd.Source == source) != (by == want) {
			n.Fault("what is read does not fit the comparison by %s: copies are compared by copy, versions by version, denials by denial", by)
		}
	}
	if rd.Source == FromNamed && by != ByNames || rd.Source == FromKind && by != ByKind || rd.Source == FromSpeech && by != ByWords || rd.Source == FromFigure && by != comparisonOf(rd.Figure) {
		n.Fault("what is read does not fit the comparison by %s: names are compared by names, sorts by kind, reports by words, figures by figure, dates by date, times by time", by)
	}
	if rd.Source == FromEvent && !slices.Contains(roleComparisons[rd.Role], by) {
		n.Field("event").Fault("%s of an event is compared by %s, not by %s", rd.Role, roleComparisons[rd.Role], by)
	}
	if rd.Source > FromClause {
		return
	}
	slots := rd.slots()
	var legal []string
	switch by {
	case ByPolarity:
		legal = answers
	case ByStance:
		legal = stances
	default:
		legal = slices.Sorted(maps.Keys(slots))
	}
	v := n.Field("value")
	switch {
	case v == nil:
		n.Fault("field %q is missing: %s; %s", "value", "what is compared", strict.Legal("", legal))
	case !slices.Contains(legal, rd.Value):
		v.Fault("value %q is no value for a comparison by %s; %s", rd.Value, by, strict.Legal(rd.Value, legal))
	case !takes(by, slots[rd.Value]):
		v.Fault("slot <%s:%s> gives no %s to compare; kinds that do: %s", rd.Value, slots[rd.Value], by, strings.Join(comparable(by), ", "))
	}
	all := slices.Sorted(maps.Keys(slots))
	if f := n.Field("speaker"); f != nil && !slices.Contains(all, rd.Speaker) {
		f.Fault("speaker %q is no slot; %s", rd.Speaker, strict.Legal(rd.Speaker, all))
	}
	if by == ByChange && !slices.Contains(legal, rd.From) {
		n.Fault("from %q is no slot; %s", rd.From, strict.Legal(rd.From, legal))
	}
}

// comparable lists the kinds of slot that have a value for a comparison which
// takes mentions of one sort alone; nil for the others.
func comparable(by Comparison) []string {
	switch by {
	case ByFigure, ByChange:
		return []string{"number", "count", "share", "money", "measure", "age", "duration", "frequency", "multiplier", "ordinal"}
	case ByDate:
		return []string{mention.Date.String(), mention.Time.String(), mention.Duration.String()}
	case ByTime:
		return []string{mention.Time.String(), mention.Date.String()}
	}
	return nil
}

func takes(by Comparison, k pattern.Kind) bool {
	legal := comparable(by)
	return legal == nil || slices.Contains(legal, k.String())
}

func decodeKey(n *strict.Node, r *Rule) []KeyPart {
	var out []KeyPart
	for _, item := range n.List() {
		before := n.Document().Len()
		k := decodeKeyPart(item)
		if n.Document().Len() == before {
			checkSlot(item, 0, k.Slot, r)
		}
		out = append(out, k)
	}
	return out
}

// decodeKeyPart decodes `slot.attribute`, `slot.attribute?`, `slot.attribute=value`
// or `"literal"`.
func decodeKeyPart(n *strict.Node) KeyPart {
	s, optional := strings.CutSuffix(n.Scalar(), "?")
	want := ""
	if !strings.HasPrefix(s, `"`) {
		s, want, _ = strings.Cut(s, "=")
	}
	if lit, ok := strings.CutPrefix(s, `"`); ok {
		return KeyPart{Literal: strings.TrimSuffix(lit, `"`)}
	}
	slot, attribute, ok := strings.Cut(s, ".")
	switch {
	case !ok:
		n.Fault("key part %q: want slot.attribute; attributes: %s", s, strings.Join(Attributes(), ", "))
	case !slices.Contains(Attributes(), attribute):
		n.FaultIn(len(slot)+1, "unknown attribute %q: want slot.attribute; %s", attribute, strict.Legal(attribute, Attributes()))
	}
	return KeyPart{Slot: slot, Attribute: attribute, Optional: optional, Want: want}
}

// sourceSlots are the slots that every office, quotation and name has.
var sourceSlots = map[Source][]string{
	FromOffice:    {"person", "office", "scope"},
	FromQuotation: {"speaker"},
	FromSpelling:  {"person"},
	FromTally:     {"event", "group", "person"},
	FromFigure:    {"thing", "predicate"},
	FromNamed:     {"name", "predicate"},
	FromKind:      {"sort", "predicate"},
	FromSpeech:    {"speaker"},
	FromDenial:    {"matter"},
	FromEvent:     {"deed", "about", "other"},
	FromCopies:    {"words"},
	FromVersions:  {"words"},
}

// checkSlot refuses a slot that no read of the rule has; it stands some bytes
// into the node's value.
func checkSlot(n *strict.Node, at int, slot string, r *Rule) {
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
		n.FaultIn(at, "no read has a slot %q; %s", slot, strict.Legal(slot, slices.Sorted(maps.Keys(seen))))
	}
}

// checkFact refuses a name of the fact that asks for slots no read has.
func checkFact(n *strict.Node, r *Rule) {
	fact := n.Scalar()
	for at := 0; ; {
		open := strings.IndexByte(fact[at:], '{')
		if open < 0 {
			return
		}
		at += open
		slot, _, closed := strings.Cut(fact[at+1:], "}")
		if !closed {
			n.FaultIn(at, "%q is not closed: want %q", "{", "}")
			return
		}
		name, _, _ := strings.Cut(slot, ".")
		checkSlot(n, at, name, r)
		at += len(slot)
	}
}
