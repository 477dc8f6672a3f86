package event

import (
	"fmt"
	"strings"
)

// Add enters a word of a group. It is "the" and a noun, or a verb with what gives
// it its sense, of which everything may be left out:
//
//	subject verb particle object preposition noun
//
// Nouns are lemmas, or a kind of noun in braces ("enter {building}"), where they
// remain what they are to the verb, or in angle brackets ("fire <gun>"), where they
// are part of the deed as plain nouns are. The kind "name" is that of names, and
// "any" that of all nouns. Before the verb only a kind can stand. "-" behind it says
// that it has no object. Add returns what is wrong with the word, "" for nothing.
func (v *Deeds) Add(group, word string) (fault string) {
	if noun, ok := strings.CutPrefix(word, "the "); ok {
		return v.enter(v.nouns, group, noun)
	}
	first := strings.IndexAny(word, "{<")
	if first < 0 {
		v.begin(word)
		return v.enter(v.verbs, group, word)
	}
	last := strings.IndexAny(word, "}>")
	if last < first {
		return fmt.Sprintf("%q opens a bracket and does not close it", word)
	}
	kind := v.kind(word[first+1 : last])
	if kind == nil {
		return fmt.Sprintf("no kind of noun is called %q", word[first+1:last])
	}
	subject, rest := "", strings.TrimSpace(word[last+1:])
	if first > 0 && rest != "" {
		return fmt.Sprintf("%q goes on behind its kind of noun", word)
	}
	for _, noun := range kind {
		entry := word[:first] + noun
		if first == 0 {
			subject = noun + ": "
			entry = subject + rest
			v.long[rest] = true
		}
		v.begin(word[:first] + "x")
		if fault = v.enter(v.verbs, group, entry); fault != "" {
			return fault
		}
		if word[first] == '{' {
			v.kept[entry] = true
		}
	}
	return ""
}

// kind lists the nouns of a kind, nil where there is none of that name.
func (v *Deeds) kind(name string) []string {
	switch name {
	case "name":
		return []string{aName}
	case "any":
		return []string{anyNoun}
	}
	return v.kinds[name]
}

// Entries have these for nouns that no list could name.
const (
	aName   = "*name"
	anyNoun = "*"
)

// enter enters an entry among verbs or nouns.
func (v *Deeds) enter(into map[string]string, group, entry string) (fault string) {
	if old, ok := into[entry]; ok && old != group {
		return fmt.Sprintf("%q is in the group %q already", entry, old)
	}
	into[entry] = group
	v.groups[group] = true
	return ""
}

// begin notes all that an entry of several words may begin with.
func (v *Deeds) begin(entry string) {
	for i := range len(entry) {
		if entry[i] == ' ' {
			v.long[entry[:i]] = true
		}
	}
}

// AddKind enters a noun of a kind by which verbs are told apart. A noun may be of
// several kinds.
func (v *Deeds) AddKind(kind, noun string) (fault string) {
	v.kinds[kind] = append(v.kinds[kind][:len(v.kinds[kind]):len(v.kinds[kind])], noun)
	return ""
}

// AddPerforming enters a verb whose object says the deed: "launch an attack".
func (v *Deeds) AddPerforming(verb string) { v.performs[verb] = true }
