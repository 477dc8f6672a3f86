package main

import (
	"bufio"
	"bytes"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// lockedBuffer is what a command that runs beside the test writes to.
type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// served runs concord serve until the test is done with the address it prints.
func served(t *testing.T, test func(address string), args ...string) string {
	t.Helper()
	r, w := io.Pipe()
	var said lockedBuffer
	c := Command{Stdin: strings.NewReader(""), Stdout: w, Stderr: &said, Getenv: os.Getenv}
	ended := make(chan int, 1)
	go func() {
		ended <- c.Main(append([]string{"serve"}, args...))
		w.Close()
	}()
	line, err := bufio.NewReader(r).ReadString('\n')
	require.NoError(t, err, said.String())
	test(strings.TrimSpace(line))
	require.NoError(t, syscall.Kill(os.Getpid(), syscall.SIGTERM))
	select {
	case status := <-ended:
		assert.Equal(t, exitOK, status, said.String())
	case <-time.After(15 * time.Second):
		t.Fatal("serve does not end")
	}
	return said.String()
}

// TestServe: serve opens a story, goes on with it when it is started again, and
// opens again what changed.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	story, err := writeExample(dir)
	require.NoError(t, err)
	db := filepath.Join(dir, "desk.db")
	args := []string{"--database", db, "--no-open", "--config", "none", story[0]}
	answers := func(address string) {
		r, err := http.NewRequest(http.MethodGet, address, nil)
		require.NoError(t, err)
		r.Header.Set("Accept", "text/html")
		got, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		defer got.Body.Close()
		assert.Equal(t, http.StatusOK, got.StatusCode)
		assert.Equal(t, "/sign-in", got.Request.URL.Path)
	}
	said := served(t, answers, args...)
	assert.Regexp(t, `security-talks: run 1: \d+ findings new`, said)
	assert.Contains(t, served(t, answers, args...), "nothing changed since run 1")

	name := filepath.Join(story[0], "eastgate-monitor.txt")
	text, err := os.ReadFile(name)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, bytes.Replace(text, []byte("101 votes"), []byte("99 votes"), 1), 0o600))
	assert.Regexp(t, `run 2: 0 findings new, [1-9]\d* moved`, served(t, answers, args...))
	info, err := os.Stat(db)
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	assert.Regexp(t, "security-talks: run 1", served(t, answers, "--database", filepath.Join(dir, "other.db"), "--no-open", "--config", "none", "--example"))
}
