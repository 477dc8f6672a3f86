package archive

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/catalog"
)

func TestBuiltin(t *testing.T) {
	c, err := catalog.Builtin()
	require.NoError(t, err)
	for _, r := range Test(c, catalog.Files(), ".") {
		t.Run(r.File, func(t *testing.T) {
			require.NoError(t, r.Err)
			assert.Equal(t, r.Want, r.Got, r.Shows)
		})
	}
}
