package lexicon

import "strings"

// KindRelation says how two kinds of things stand to each other.
type KindRelation uint8

// The relations.
const (
	// UnknownKinds: the lists do not have both, or they have nothing in common.
	UnknownKinds KindRelation = iota
	// SameKind: two words for one kind.
	SameKind
	// Broader: one is a kind of the other.
	Broader
	// ApartKinds: of one root, and neither is a kind of the other.
	ApartKinds
)

// kind is a kind of things.
type kind struct {
	name    string
	root    string
	parents []string
}

// Kind returns the usual word for the kind that a word or two name, and its root
// ("vehicle", "vessel"); "" where the lists do not have it.
func Kind(words string) (name, root string) {
	k := load().kinds[words]
	if k == nil {
		return "", ""
	}
	return k.name, k.root
}

// CompareKinds compares two kinds by their usual words.
func CompareKinds(a, b string) KindRelation {
	x, y := load().kinds[a], load().kinds[b]
	switch {
	case x == nil || y == nil || x.root != y.root:
		return UnknownKinds
	case x == y:
		return SameKind
	case x.under(y), y.under(x):
		return Broader
	}
	return ApartKinds
}

// under reports whether k is a kind of other.
func (k *kind) under(other *kind) bool {
	for _, p := range k.parents {
		if up := load().kinds[p]; up == other || up.under(other) {
			return true
		}
	}
	return false
}

// readKinds reads the list of kinds, in which a kind stands behind what it is a
// kind of.
func (t *table) readKinds() {
	for f := range rows("own/kinds.txt") {
		line, above, _ := strings.Cut(f[0], " < ")
		name, others, _ := strings.Cut(line, " = ")
		k := &kind{name: name, root: name}
		if above != "" {
			k.parents = strings.Split(above, ", ")
			k.root = t.kinds[k.parents[0]].root
		}
		t.kinds[name] = k
		if others != "" {
			for w := range strings.SplitSeq(others, ", ") {
				t.kinds[w] = k
			}
		}
	}
}
