// Package dep holds dependency trees and the relations of Universal
// Dependencies that label them.
package dep

import "strings"

// Relation is a dependency relation, with its subtype where the parser tells
// that apart. Base takes the subtype away.
type Relation uint8

// The relations. None is the relation of no word: the zero value.
const (
	None Relation = iota
	Acl
	AclRelcl // acl:relcl, a relative clause
	Advcl
	AdvclRelcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass // aux:pass, the auxiliary of a passive
	Case
	CC
	CCPreconj // cc:preconj, "both", "either"
	Ccomp
	Compound
	CompoundPrt // compound:prt, the particle of a phrasal verb
	Conj
	Cop
	Csubj
	CsubjPass
	Dep
	Det
	DetPredet
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodDesc     // nmod:desc, a title or description before a name
	NmodPoss     // nmod:poss, a possessor
	NmodUnmarked // nmod:unmarked, a noun phrase without preposition
	Nsubj
	NsubjOuter
	NsubjPass // nsubj:pass, the subject of a passive
	Nummod
	Obj
	Obl
	OblAgent // obl:agent, the "by" phrase of a passive
	OblUnmarked
	Orphan
	Parataxis
	Punct
	Reparandum
	Root
	Vocative
	Xcomp
	relations // their number
)

// Count is the number of relations, None included.
const Count = int(relations)

var names = [...]string{
	"_", "acl", "acl:relcl", "advcl", "advcl:relcl", "advmod", "amod", "appos", "aux", "aux:pass", "case",
	"cc", "cc:preconj", "ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep",
	"det", "det:predet", "discourse", "dislocated", "expl", "fixed", "flat", "goeswith", "iobj", "list",
	"mark", "nmod", "nmod:desc", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:outer", "nsubj:pass", "nummod",
	"obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root",
	"vocative", "xcomp",
}

// String returns the relation as CoNLL-U writes it.
func (r Relation) String() string { return names[r] }

// Base returns the relation without its subtype.
func (r Relation) Base() Relation { return bases[r] }

var bases = [...]Relation{
	AclRelcl: Acl, AdvclRelcl: Advcl, AuxPass: Aux, CCPreconj: CC, CompoundPrt: Compound, CsubjPass: Csubj,
	DetPredet: Det, NmodDesc: Nmod, NmodPoss: Nmod, NmodUnmarked: Nmod, NsubjOuter: Nsubj, NsubjPass: Nsubj,
	OblAgent: Obl, OblUnmarked: Obl,

	Acl: Acl, Advcl: Advcl, Advmod: Advmod, Amod: Amod, Appos: Appos, Aux: Aux, Case: Case, CC: CC, Ccomp: Ccomp,
	Compound: Compound, Conj: Conj, Cop: Cop, Csubj: Csubj, Dep: Dep, Det: Det, Discourse: Discourse,
	Dislocated: Dislocated, Expl: Expl, Fixed: Fixed, Flat: Flat, Goeswith: Goeswith, Iobj: Iobj, List: List,
	Mark: Mark, Nmod: Nmod, Nsubj: Nsubj, Nummod: Nummod, Obj: Obj, Obl: Obl, Orphan: Orphan,
	Parataxis: Parataxis, Punct: Punct, Reparandum: Reparandum, Root: Root, Vocative: Vocative, Xcomp: Xcomp,
}

// ParseRelation returns the relation that CoNLL-U writes as s. A subtype that
// is not told apart gives its base ("nmod:tmod" is Nmod), and what is no
// relation gives Dep.
func ParseRelation(s string) Relation {
	for i, n := range names {
		if n == s {
			return Relation(i)
		}
	}
	if base, _, ok := strings.Cut(s, ":"); ok {
		return ParseRelation(base)
	}
	return Dep
}
