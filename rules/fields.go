package rules

import (
	"sync"

	"github.com/concord-news/concord/rules/strict"
)

// The fields of rule.yaml are listed here once: the loader refuses others, says
// what a missing one is for, and the JSON Schema is made of them.

// ruleFields are the fields of rule.yaml, in the order in which to write them.
var ruleFields = sync.OnceValue(func() []strict.Field {
	text := map[string]any{"type": "string", "pattern": `\S`}
	return []strict.Field{
		{Name: "summary", Must: true, Schema: text, What: "what the rule looks for, in a line that lists of rules print"},
		{Name: "reports", Must: true, Schema: text, What: "what it reports, in a sentence or two for checkers"},
		{Name: "silent", Must: true, Schema: text, What: "when it stays silent, which checkers ask first"},
		{Name: "why", Must: true, Schema: text, What: "why an editor would mind the difference"},
		{Name: "kind", Must: true, Schema: enum(FactKinds()), What: "the kind of fact that it reads"},
		{Name: "severity", Must: true, Schema: enum(severities()), What: "how much an editor would mind: high for numbers, names, offices and who did what, low for spelling and style"},
		{Name: "classes", Schema: classesSchema(), What: "word classes of this rule alone, written {name} in patterns: a name and a list of words by their lemma, =word as it is written"},
		{Name: "read", Must: true, Schema: map[string]any{"type": "array", "minItems": 1, "items": ref("read")}, What: "the ways in which texts state the fact, one or more"},
		{Name: "unless", Schema: list(ref("pattern")), What: "patterns of which none may stand in the sentence"},
		{Name: "fallback", Schema: flag(), What: "whether it reads only what no other rule reads"},
		{Name: "fact", Must: true, Schema: text, What: "the name of the fact in reports; {slot} stands for a part of the key"},
		{Name: "key", Must: true, Schema: list(ref("keyPart")), What: "what must be the same for two statements to be about one thing: slot.attribute, with ? behind it where a text may leave it unsaid or = and what it must be, or a word in double quotes"},
		{Name: "compare", Must: true, Schema: strict.Object(compareFields()), What: "how the values are compared"},
	}
})

// readFields are the fields of an item of read.
var readFields = sync.OnceValue(func() []strict.Field {
	return []strict.Field{
		{Name: "phrase", Schema: ref("pattern"), What: "a pattern over the words of a sentence"},
		{Name: "clause", Schema: ref("clause"), What: "who does what to whom, in the active or the passive voice"},
		{Name: "office", Schema: flag(), What: "true: an office that a text says a person holds; slots person, office, scope"},
		{Name: "quotation", Schema: flag(), What: "true: the words between quotation marks; slot speaker"},
		{Name: "spelling", Schema: flag(), What: "true: how a person's name is spelt; slot person"},
		{Name: "people", Schema: strict.Object(tallyFields()), What: "how many people came to harm; slots event, group, person"},
		{Name: "figure", Schema: enum(figureNames()), What: "every figure of a kind, known by the words around it; slots thing, predicate; for comparisons that are alike"},
		{Name: "named", Schema: flag(), What: "true: every name that two articles give, known by the words around it; slots name, predicate; for comparisons by names that are alike"},
		{Name: "reported", Schema: flag(), What: "true: what speakers are reported to have said, in whatever words; slot speaker; for comparisons by words that are alike"},
		{Name: "denied", Schema: flag(), What: "true: what one article says and another denies, in whatever words; slot matter; for comparisons by denial"},
		{Name: "sorts", Schema: list(map[string]any{"type": "string"}), What: "sorts of things (vehicle, vessel, aircraft, weapon, building, room) of which every kind is read, known by the words around it; slots sort, predicate; for comparisons by kind that are alike"},
		{Name: "event", Schema: enum(Roles()), What: "one role of what happened, known by its verb and by who does it or to whom; slots deed, about, other"},
		{Name: "copies", Schema: flag(), What: "true: figures inside words that two articles share; slot words; for comparisons by copy"},
		{Name: "versions", Schema: flag(), What: "true: what an outlet changed from one version of an article to the next; slot words; for comparisons by version"},
		{Name: "value", Schema: map[string]any{"type": "string"}, What: "the slot that is compared, or the answer itself: yes, no; accepts, open, undecided, rejects"},
		{Name: "from", Schema: map[string]any{"type": "string"}, What: "the slot of the value before a change, for comparisons by change"},
		{Name: "speaker", Schema: map[string]any{"type": "string"}, What: "the slot of whose view it is; without it the text around says whose"},
		{Name: "min_words", Schema: map[string]any{"type": "integer", "minimum": 0}, What: "the shortest quotation that is compared, in words"},
		{Name: "infinite", Schema: flag(), What: "whether clauses without a finite verb are read too: to join, joining"},
	}
})

// sourceFields are those fields of readFields that say where to look.
func sourceFields() []string {
	return []string{"phrase", "clause", "office", "quotation", "spelling", "people", "figure", "named", "reported", "denied", "sorts", "event", "copies", "versions"}
}

// clauseFields are the fields of a clause, its prepositions apart.
var clauseFields = sync.OnceValue(func() []strict.Field {
	return []strict.Field{
		{Name: "predicate", Must: true, What: "the verbs: a word class in braces, or a list of verbs", Schema: map[string]any{"anyOf": []any{map[string]any{"type": "string"}, list(map[string]any{"type": "string"})}}},
		{Name: "agent", Schema: ref("pattern"), What: "a pattern for who does it"},
		{Name: "patient", Schema: ref("pattern"), What: "a pattern for what it is done to"},
		{Name: "complement", Schema: ref("pattern"), What: "a pattern for what is said of the subject or object"},
		{Name: "with", Schema: ref("pattern"), What: "a pattern that stands anywhere in the clause"},
	}
})

// tallyFields are the fields of people.
var tallyFields = sync.OnceValue(func() []strict.Field {
	return []strict.Field{
		{Name: "outcome", Must: true, Schema: enum(tallyOutcomes), What: "what happened to the people"},
		{Name: "count", Must: true, Schema: enum(tallyKinds), What: "which of the figures of an article is taken"},
	}
})

// compareFields are the fields of compare.
var compareFields = sync.OnceValue(func() []strict.Field {
	return []strict.Field{
		{Name: "by", Must: true, Schema: enum(Comparisons()), What: "the comparison"},
		{Name: "complement", Schema: map[string]any{"type": "array", "items": ref("keyPart"), "minItems": 2, "maxItems": 2}, What: "the two key parts whose equality tells the part kept from the part that another holds"},
		{Name: "growing", Schema: flag(), What: "whether the figure can only grow with time, as a death toll does"},
		{Name: "moving", Schema: flag(), What: "whether the value moves from hour to hour, as a price does"},
		{Name: "partial", Schema: flag(), What: "whether another article's figure may leave people out, so that figures which differ are not compared"},
		{Name: "exact", Schema: flag(), What: "whether the figure counts named things and is never rounded"},
		{Name: "same_day", Schema: flag(), What: "whether values that differ count only where both statements are of one day"},
		{Name: "limit", Schema: flag(), What: "whether the figure is itself a limit, so that \"up to\" leaves nothing open"},
		{Name: "fixed", Schema: flag(), What: "whether the value is the same in a plan and in a fact, as the price of an offer is, so that the two are compared"},
		{Name: "sole", Schema: flag(), What: "whether a story has one such value alone, so that nothing is compared where an article tells two that differ"},
		{Name: "once", Schema: flag(), What: "whether what is dated happened only once, so that dates of any two years are of it"},
		{Name: "differ", Schema: flag(), What: "whether only a difference is told, and not that outlets say the same or that one alone speaks"},
		{Name: "tolerance", Schema: toleranceSchema(), What: "how far apart values may lie and not be reported: an amount in their unit (days of dates, minutes of times), or a percentage of the greater"},
		{Name: "alike", Schema: flag(), What: "whether facts meet where the words around them are alike, and not by an equal key; for reads of a figure, of names, of sorts and of what is reported"},
		{Name: "exclusive", Schema: flag(), What: "whether two sets of names without a name in common cannot both be right"},
	}
})

func severities() []string { return []string{"high", "low"} }
