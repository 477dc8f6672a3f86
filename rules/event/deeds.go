package event

import (
	"maps"
	"strings"
)

// Deeds is what is known of the words for what happens. It is not changed once
// it is in use and is then safe for concurrent use.
type Deeds struct {
	verbs, nouns map[string]string
	// long holds the verbs that begin an entry of several words, kept the entries
	// whose last noun stays what it is to the verb.
	long, kept map[string]bool
	// kinds holds the nouns of a kind, performs the verbs whose object says the
	// deed.
	kinds    map[string][]string
	performs map[string]bool
	// groups holds the names of the groups.
	groups       map[string]bool
	light, vague map[string]bool
	turning      map[string]bool
	// ways maps a deed or verb to that of which it is a way.
	ways map[string]string
	harm map[string]bool
	// things maps a noun to the name of its group.
	things map[string]string
	poles  map[string][]Pole
}

// Pole is a deed's side of an axis on which another deed is its opposite. The
// zero value is that of a deed without opposite.
type Pole struct {
	Axis string
	// No reports the second side.
	No bool
	// Undone reports that one side undoes or follows the other, so that both may
	// be so one after the other.
	Undone bool
	// Final reports that the second side ends the first for good: who lives may die.
	Final bool
}

// NewDeeds returns an empty vocabulary.
func NewDeeds() *Deeds {
	return &Deeds{
		verbs: map[string]string{}, nouns: map[string]string{}, long: map[string]bool{}, kept: map[string]bool{},
		kinds: map[string][]string{}, performs: map[string]bool{}, groups: map[string]bool{},
		ways: map[string]string{}, turning: map[string]bool{}, harm: map[string]bool{}, light: map[string]bool{}, vague: map[string]bool{}, things: map[string]string{}, poles: map[string][]Pole{},
	}
}

// Clone returns a copy that can be added to.
func (v *Deeds) Clone() *Deeds {
	return &Deeds{
		verbs: maps.Clone(v.verbs), nouns: maps.Clone(v.nouns), long: maps.Clone(v.long), kept: maps.Clone(v.kept),
		kinds: maps.Clone(v.kinds), performs: maps.Clone(v.performs), groups: maps.Clone(v.groups),
		ways: maps.Clone(v.ways), turning: maps.Clone(v.turning), harm: maps.Clone(v.harm), light: maps.Clone(v.light), vague: maps.Clone(v.vague), things: maps.Clone(v.things), poles: maps.Clone(v.poles),
	}
}

// Listed reports whether a deed is a group of the lists, and not a word that no
// group has.
func (v *Deeds) Listed(deed string) bool { return v.groups[deed] }

// Oppose enters a group's side of an axis.
func (v *Deeds) Oppose(group string, p Pole) {
	v.poles[group] = append(v.poles[group][:len(v.poles[group]):len(v.poles[group])], p)
}

// AddLight enters a verb that says too little by itself.
func (v *Deeds) AddLight(verb string) { v.light[verb] = true }

// AddTurning enters a deed, or one of its verbs, of which a verb without object tells
// the same of its subject as one with an object does of that.
func (v *Deeds) AddTurning(deed string) { v.turning[deed] = true }

// Has reports whether a deed is a group of the lists or a verb of one.
func (v *Deeds) Has(deed string) bool { return v.groups[deed] || v.verbs[deed] != "" }

// AddWay enters a deed or verb that is a way in which something happens, so that
// another way of the same is held against it. It returns that of which it is a
// way already, "" for none.
func (v *Deeds) AddWay(of, way string) string {
	if old, ok := v.ways[way]; ok && old != of {
		return old
	}
	v.ways[way] = of
	return ""
}

// Way returns the way that an event is, and that of which it is one; "" for none.
func (v *Deeds) Way(e *Event) (of, way string) {
	if of = v.ways[e.Deed]; of != "" {
		return of, e.Deed
	}
	return v.ways[e.Word], e.Word
}

// AddHarm enters a deed that does harm.
func (v *Deeds) AddHarm(group string) { v.harm[group] = true }

// Harm reports whether a deed does harm.
func (v *Deeds) Harm(group string) bool { return v.harm[group] }

// AddVague enters a noun that does not tell which of its kind is meant.
func (v *Deeds) AddVague(noun string) { v.vague[noun] = true }

// AddThing enters a noun that outlets use of the same thing as others of its
// group. It returns the group that has the noun already, "" for none.
func (v *Deeds) AddThing(group, noun string) string {
	if old, ok := v.things[noun]; ok && old != group {
		return old
	}
	v.things[noun] = group
	return ""
}

// Thing is the group of a noun, itself where no group has it.
func (v *Deeds) Thing(noun string) string {
	if g, ok := v.things[noun]; ok {
		return g
	}
	return noun
}

// Vague reports whether a noun does not tell which of its kind is meant.
func (v *Deeds) Vague(noun string) bool { return v.vague[noun] }

// Poles returns a group's sides of its axes.
func (v *Deeds) Poles(group string) []Pole { return v.poles[group] }

// Verb is the group of a verb: itself where no group has it, "" where it says too
// little.
func (v *Deeds) Verb(lemma string) string { return v.verb(lemma) }

// Noun is the group of a noun for a deed, "" where no group has it.
func (v *Deeds) Noun(lemma string) string { return v.nouns[lemma] }

// verb is the group of a verb: itself where no group has it, "" where it says
// too little.
func (v *Deeds) verb(lemma string) string {
	if g, ok := v.verbs[lemma]; ok {
		return g
	}
	if v.light[lemma] {
		return ""
	}
	if bare, _, ok := strings.Cut(lemma, " "); ok && v.light[bare] {
		return ""
	}
	return lemma
}
