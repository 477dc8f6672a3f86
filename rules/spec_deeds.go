package rules

import (
	"fmt"

	"github.com/concord-news/concord/rules/event"
	"github.com/concord-news/concord/rules/strict"
)

// deedsFields are the fields of deeds.yaml.
func deedsFields() []strict.Field {
	axis := map[string]any{"type": "object", "additionalProperties": classesSchema()}
	words := list(map[string]any{"type": "string"})
	return []strict.Field{
		{Name: "kinds", Schema: classesSchema(), What: "kinds of nouns by which verbs are told apart"},
		{Name: "deeds", Schema: classesSchema(), What: "groups of words for one deed: verbs, verbs with what gives them their sense, and nouns behind \"the\""},
		{Name: "performing", Schema: words, What: "verbs whose object says the deed"},
		{Name: "contrary", Schema: axis, What: "deeds of which the one says that the other is not so, by sides yes and no"},
		{Name: "undone", Schema: axis, What: "deeds of which the one undoes or follows the other, by sides yes and no"},
		{Name: "final", Schema: axis, What: "deeds of which the one side ends the other for good, by sides yes and no"},
		{Name: "things", Schema: classesSchema(), What: "groups of nouns that outlets use of one thing"},
		{Name: "ways", Schema: classesSchema(), What: "ways in which one thing happens, of which an outlet has one: names of deeds, or verbs"},
		{Name: "harm", Schema: words, What: "deeds that do harm, told of one incident where time or place are one"},
		{Name: "turning", Schema: words, What: "deeds, or verbs of them, of which a verb without object tells the same of its subject as one with an object does of that"},
		{Name: "light", Schema: words, What: "verbs that say too little by themselves"},
		{Name: "vague", Schema: words, What: "nouns that do not tell which of their kind is meant"},
	}
}

// decodeDeeds decodes the top mapping of deeds.yaml.
func decodeDeeds(n *strict.Node, into *event.Deeds) {
	n.Fields(deedsFields())
	decodeGroups(n.Field("kinds"), into.AddKind)
	decodeGroups(n.Field("deeds"), into.Add)
	decodeAxes(n.Field("contrary"), event.Pole{}, into)
	decodeAxes(n.Field("undone"), event.Pole{Undone: true}, into)
	decodeAxes(n.Field("final"), event.Pole{Final: true}, into)
	decodeGroups(n.Field("things"), taken(into.AddThing))
	decodeGroups(n.Field("ways"), taken(into.AddWay))
	for field, add := range map[string]func(string){"turning": into.AddTurning, "harm": into.AddHarm} {
		for _, item := range n.Field(field).List() {
			if !into.Has(item.Scalar()) {
				item.Fault("no deed is called %q", item.Scalar())
			}
			add(item.Scalar())
		}
	}
	for _, w := range n.Field("performing").Strings() {
		into.AddPerforming(w)
	}
	for _, w := range n.Field("light").Strings() {
		into.AddLight(w)
	}
	for _, w := range n.Field("vague").Strings() {
		into.AddVague(w)
	}
}

// taken makes of a function that returns the group that has a word already one that
// returns what is wrong.
func taken(add func(group, word string) string) func(group, word string) string {
	return func(group, word string) string {
		if old := add(group, word); old != "" {
			return fmt.Sprintf("%q is in the group %q already", word, old)
		}
		return ""
	}
}

// decodeGroups enters the words of a mapping of groups; add returns what is wrong
// with a word.
func decodeGroups(n *strict.Node, add func(group, word string) (fault string)) {
	if n == nil || !n.Mapping("a mapping of group names to lists of words") {
		return
	}
	for _, p := range n.Pairs() {
		for _, item := range p[1].List() {
			if fault := add(p[0].Value, item.Scalar()); fault != "" {
				item.Fault("%s", fault)
			}
		}
	}
}

// decodeAxes decodes pairs of opposite deeds of one kind.
func decodeAxes(n *strict.Node, kind event.Pole, into *event.Deeds) {
	if n == nil || !n.Mapping("a mapping of names to two sides: passage: {\"yes\": [open], \"no\": [close]}") {
		return
	}
	words := list(map[string]any{"type": "string"})
	for _, p := range n.Pairs() {
		if !p[1].Mapping("a mapping with yes and no") {
			continue
		}
		p[1].Fields([]strict.Field{
			{Name: "yes", Must: true, Schema: words, What: "the deeds of the one side"},
			{Name: "no", Must: true, Schema: words, What: "those of the other"},
		})
		for _, side := range []string{"yes", "no"} {
			for _, item := range p[1].Field(side).List() {
				if !into.Listed(item.Scalar()) {
					item.Fault("no deed is called %q", item.Scalar())
				}
				kind.Axis, kind.No = p[0].Value, side == "no"
				into.Oppose(item.Scalar(), kind)
			}
		}
	}
}
