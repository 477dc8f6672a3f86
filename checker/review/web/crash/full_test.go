//go:build crash

package crash_test

import (
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func share(list []time.Duration, p float64) time.Duration {
	slices.Sort(list)
	if len(list) == 0 {
		return 0
	}
	return list[int(p*float64(len(list)-1))].Round(100 * time.Microsecond)
}

// TestFullDisk: where the disk is full the page says so and keeps what was typed,
// and all goes on once there is room.
func TestFullDisk(t *testing.T) {
	dir := t.TempDir()
	if out, err := exec.Command("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", dir).CombinedOutput(); err != nil {
		t.Skipf("no small disk can be mounted here: %s", out)
	}
	defer func() { assert.NoError(t, exec.Command("umount", "-l", dir).Run()) }()
	database := filepath.Join(dir, "desk.db")
	id := story(t, database, 3)
	require.Equal(t, int64(1), id)
	s := start(t, program(t), database)
	defer func() {
		_ = s.cmd.Process.Kill()
		_ = s.cmd.Wait()
	}()
	token := s.sign(t, "Ada Lindqvist")

	filler := filepath.Join(dir, "filler")
	require.Error(t, os.WriteFile(filler, make([]byte, 4<<20), 0o600), "the disk is full now")
	const typed = "a reason of many words that must not be lost"
	status, page := s.form(t, "/api/v1/stories/1/findings/1/decision", token, url.Values{"version": {"1"}, "outcome": {"same"}, "reason": {strings.Repeat(typed+" ", 80)}})
	assert.Equal(t, http.StatusInsufficientStorage, status)
	assert.Contains(t, page, "its disk is full; make room and try again")
	assert.Contains(t, page, typed, "what was typed stays in the form")
	require.NoError(t, os.Remove(filler))
	status, _ = s.form(t, "/api/v1/stories/1/findings/1/decision", token, url.Values{"version": {"1"}, "outcome": {"same"}, "reason": {typed}})
	assert.Equal(t, http.StatusSeeOther, status)
}

// form sends a form as a browser without scripts does.
func (s *server) form(t *testing.T, path, token string, fields url.Values) (int, string) {
	r, err := http.NewRequest("POST", s.url+path, strings.NewReader(fields.Encode()))
	require.NoError(t, err)
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("Accept", "text/html")
	r.Header.Set("Authorization", "Bearer "+token)
	c := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := c.Do(r)
	require.NoError(t, err)
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	return answer.StatusCode, string(b)
}
