package pairs_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/internal/pairs"
)

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
