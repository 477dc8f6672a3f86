package dep

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestRelationNames(t *testing.T) {
	assert.Len(t, names, Count)
	assert.Len(t, bases, Count)
	for r := range Relation(Count) {
		if r != None {
			assert.Equal(t, r, ParseRelation(r.String()))
			assert.Equal(t, ParseRelation(r.Base().String()), r.Base())
		}
	}
	assert.Equal(t, Nmod, NmodPoss.Base())
	assert.Equal(t, Obl, ParseRelation("obl:nothing"))
	assert.Equal(t, Dep, ParseRelation("nothing"))
}

// "The old ferry was sold by its owner"
var sold = Tree{
	Heads:     []int32{2, 2, 4, 4, -1, 7, 7, 4},
	Relations: []Relation{Det, Amod, NsubjPass, AuxPass, Root, Case, NmodPoss, OblAgent},
}

func TestTree(t *testing.T) {
	assert.Equal(t, 4, sold.Root())
	assert.Equal(t, 2, sold.Child(4, Nsubj), "a subtype is found by its base")
	assert.Equal(t, 7, sold.Child(4, OblAgent))
	assert.Equal(t, -1, sold.Child(4, Obj))
	first, last := sold.Yield(7)
	assert.Equal(t, [2]int{5, 8}, [2]int{first, last})
	first, last = sold.Yield(4)
	assert.Equal(t, [2]int{0, 8}, [2]int{first, last})
	assert.Equal(t, -1, Tree{}.Root())
	for i, span := range sold.Yields() {
		first, last := sold.Yield(i)
		assert.Equal(t, [2]int32{int32(first), int32(last)}, span)
	}
	assert.Len(t, Tree{Heads: []int32{1, 0, -1}}.Yields(), 3, "a cycle ends")
}
