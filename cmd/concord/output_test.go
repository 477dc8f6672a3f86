//go:build unix

package main

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestWhatIsNoFileStays: a pipe given as --output is written to, as /dev/null
// would be, and no file takes its place.
func TestWhatIsNoFileStays(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	require.NoError(t, syscall.Mkfifo(pipe, 0o600))
	got := make(chan string, 1)
	go func() {
		b, _ := os.ReadFile(pipe)
		got <- string(b)
	}()
	var out, problems bytes.Buffer
	c := Command{Stdout: &out, Stderr: &problems, Getenv: os.Getenv}
	require.Equal(t, exitOK, c.Main([]string{"check", "--example", "--fail-on", "none", "-o", pipe}), problems.String())
	assert.Contains(t, <-got, "security-talks")
	info, err := os.Lstat(pipe)
	require.NoError(t, err)
	assert.Equal(t, fs.ModeNamedPipe, info.Mode().Type())
}
