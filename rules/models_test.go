package rules_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestModelsAreSmall: whoever fetches the module fetches the models.
func TestModelsAreSmall(t *testing.T) {
	const most = 10_000_000
	total := int64(0)
	for _, pattern := range []string{"syntax/model/*.bin", "names/model/*.gz"} {
		found, err := filepath.Glob(pattern)
		require.NoError(t, err)
		require.NotEmpty(t, found, pattern)
		for _, name := range found {
			info, err := os.Stat(name)
			require.NoError(t, err)
			total += info.Size()
		}
	}
	assert.Less(t, total, int64(most))
}
