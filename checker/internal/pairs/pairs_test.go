package pairs_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/internal/pairs"
)

func TestRecall(t *testing.T) {
	var m pairs.Memory
	asked := 0
	sum := func(a, b int32) uint8 {
		asked++
		return uint8(a + b)
	}
	assert.Equal(t, uint8(7), m.Recall(4, 3, sum))
	assert.Equal(t, uint8(7), m.Recall(3, 4, sum), "in either order")
	assert.Equal(t, uint8(0), m.Recall(2, 0, func(a, b int32) uint8 { return 0 }))
	assert.Equal(t, uint8(0), m.Recall(2, 0, sum), "nothing is remembered too")
	assert.Equal(t, 1, asked)
	m.Recall(1, 1_000_000, sum)
	m.Recall(1, 1_000_000, sum)
	assert.Equal(t, 3, asked, "too many to remember")
}

func TestMemory(t *testing.T) {
	var m pairs.Memory
	p := m.At(7, 3)
	require.NotNil(t, p)
	assert.Zero(t, *p)
	*p = 2
	assert.Equal(t, uint8(2), *m.At(3, 7), "in either order")
	assert.Zero(t, *m.At(7, 2))
	assert.Nil(t, m.At(5, 5))
	assert.Nil(t, m.At(1, 1_000_000))
}
