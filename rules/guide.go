package rules

import "github.com/concord-news/concord/rules/strict"

// Guide is what can be written in a rule.yaml, part by part, for who writes one.
type Guide struct {
	Title string
	// Rows say what is written and what it means.
	Rows [][2]string
}

// Guides lists the fields of rule.yaml, the marks of patterns, the kinds of slots,
// what a part of a key can take of a slot, and the comparisons.
func Guides() []Guide {
	return []Guide{
		{"FIELDS", fieldRows(ruleFields())},
		{"AN ITEM OF read", fieldRows(readFields())},
		{"A clause", append(fieldRows(clauseFields()), [2]string{"to, in, against, ...", "a pattern for the phrase that this preposition begins; with_ for with"})},
		{"MARKS OF PATTERNS", markRows},
		{"KINDS OF SLOTS", kindRows},
		{"A PART OF A key: slot.attribute", attributeRows},
		{"compare: by", comparisonRows},
		{"compare: BESIDE by", fieldRows(compareFields()[1:])},
		{"BESIDE THE FOLDERS OF RULES: classes.yaml", [][2]string{
			{"classes", "word classes of all rules of the folder"},
			{"synonyms", "groups of words that are one word in a key: a name and a list of words, also of several words in a row"},
		}},
	}
}

func fieldRows(fields []strict.Field) [][2]string {
	var out [][2]string
	for _, f := range fields {
		name := f.Name
		if f.Must {
			name += " *"
		}
		out = append(out, [2]string{name, f.What})
	}
	return out
}

var markRows = [][2]string{
	{"lead", "the word in any form: lead, leads, led, leading"},
	{"=talks", "the word as it is written, in any case"},
	{"lead/VERB", "the word as that part of speech"},
	{"{hold}", "a word, or a row of words, of the class hold"},
	{"<share:share>", "a share, kept as the slot share"},
	{"<harm:{harm}>", "a word of the class harm, kept as the slot harm"},
	{"<:person>", "a person, not kept"},
	{"[also]", "may be missing"},
	{"[in | on | by]", "one of several rows, or none of them"},
	{"(of | in)", "one of several rows"},
	{"...", "at most eight words of the same clause"},
	{"*", "one word, whatever it is"},
}

var kindRows = [][2]string{
	{"number", "a number"},
	{"count", "a number with the noun that it counts"},
	{"share", "a percentage or fraction: 82%, a third"},
	{"money", "a sum with its currency"},
	{"measure", "a number with a unit: 12 km, 25 tonnes"},
	{"age", "how old somebody is"},
	{"duration", "a length of time: 200 hours, four years"},
	{"date", "a day, month or year, also Tuesday and last week"},
	{"time", "a time of day"},
	{"frequency", "how often: twice a week"},
	{"multiplier", "how many times: double, three times"},
	{"ordinal", "first, 88th"},
	{"name", "a person, organisation, place or event"},
	{"names", "people or organisations in a row"},
	{"person", "a named person"},
	{"organisation", "a named organisation"},
	{"place", "a named place"},
	{"event", "a named event"},
	{"office", "an office or title"},
	{"party", "a country, government or body, however it is called: Moscow, Russian officials"},
	{"np", "a noun with what stands before it"},
	{"noun", "one noun"},
	{"verb", "one verb"},
	{"adjective", "one adjective"},
	{"human", "a noun for one person: driver, widow"},
	{"superlative", "a superlative: strongest, most severe"},
}

var attributeRows = [][2]string{
	{"entity", "whom or what it names, by whatever form of the name"},
	{"party", "the country, government or body that it stands for"},
	{"body", "the organisation that it names or, of \"the company\", the one named before"},
	{"bearer", "the person that it names or, of \"the 44-year-old\", the one named before"},
	{"given", "the given name of the person that it names"},
	{"place", "the place that it names or that follows it"},
	{"thing", "the name or, where it has none, the noun"},
	{"class", "its noun; words of one group of synonyms are the same"},
	{"lemma", "its noun, without synonyms"},
	{"words", "all of its words"},
	{"modifiers", "the adjectives and nouns before its noun"},
	{"owner", "whose it is, where that is a party"},
	{"counted", "what a number counts"},
	{"unit", "the unit of a figure: so that hours and days are two facts"},
	{"amount", "a figure with its unit: what lies 12 km off, and not 20"},
	{"dimension", "what a unit measures: length, area, speed, mass, volume, temperature, power, pressure"},
	{"rate", "what a sum is paid for: share, year, whole"},
	{"predicate", "the verb of the clause around it"},
	{"role", "its part in that clause, with the verb"},
	{"agent", "who does it, where that is named"},
	{"patient", "to whom or what it is done, where that is named"},
	{"occasion", "the event of which the clause speaks: this one, or one of another year and place"},
}

var comparisonRows = [][2]string{
	{"figure", "figures, as intervals"},
	{"date", "days, months and years"},
	{"time", "times of day"},
	{"change", "both ends of \"from 28 to 20\"; needs from in each read"},
	{"names", "sets of names, of which one may leave some out"},
	{"place", "places, of which one may lie in the other"},
	{"office", "offices, of which some exclude each other"},
	{"kind", "kinds of things; for reads of sorts"},
	{"polarity", "yes and no; value is \"yes\" or \"no\""},
	{"stance", "accepts, open, undecided, rejects; value is one of them"},
	{"quotation", "words between quotation marks"},
	{"spelling", "spellings of a name"},
	{"words", "words, which never conflict"},
	{"copy", "for reads of copies"},
	{"version", "for reads of versions"},
	{"denial", "for reads of what is denied"},
}
