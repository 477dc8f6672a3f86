package main

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestFormatsAreDeterministic: every format of the example has the same bytes
// in every run.
func TestFormatsAreDeterministic(t *testing.T) {
	first, second := t.TempDir(), t.TempDir()
	for _, dir := range []string{first, second} {
		run(t, "check", "--example", "--format", "table,json,html,markdown,csv,xlsx,sarif", "--output", dir)
	}
	for _, f := range formats() {
		name := "security-talks." + f.extension
		a, err := os.ReadFile(filepath.Join(first, name))
		require.NoError(t, err)
		b, err := os.ReadFile(filepath.Join(second, name))
		require.NoError(t, err)
		assert.NotEmpty(t, a)
		assert.Equal(t, string(a), string(b), name)
	}
}
