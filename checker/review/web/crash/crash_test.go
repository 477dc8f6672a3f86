//go:build crash

// Package crash_test kills the server at random moments while people decide, and
// looks afterwards for every decision that was acknowledged. It also measures
// fifty reviewers at once, and fills a disk.
package crash_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/store/storetest"
)

// program builds the program once.
func program(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "concord")
	out, err := exec.Command("go", "build", "-o", path, "../../../../cmd/concord").CombinedOutput()
	require.NoError(t, err, string(out))
	return path
}

// server is the program, running.
type server struct {
	cmd      *exec.Cmd
	url, key string
}

func start(t *testing.T, program, database string) *server {
	t.Helper()
	cmd := exec.Command(program, "serve", "--no-open", "--config", "none", "--database", database)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	var said bytes.Buffer
	cmd.Stderr = &said
	require.NoError(t, cmd.Start())
	line, err := bufio.NewReader(out).ReadString('\n')
	require.NoError(t, err, "%s", &said)
	url, key, ok := strings.Cut(strings.TrimSpace(line), "/?key=")
	require.True(t, ok, line)
	key, _, _ = strings.Cut(key, "&")
	return &server{cmd, url, key}
}

// call sends JSON; an error is a server that is gone.
func (s *server) call(method, path, token string, body, into any) (int, error) {
	var b bytes.Buffer
	if body != nil {
		if err := json.NewEncoder(&b).Encode(body); err != nil {
			return 0, err
		}
	}
	r, err := http.NewRequest(method, s.url+path, &b)
	if err != nil {
		return 0, err
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return 0, err
	}
	if into != nil && answer.StatusCode < 300 {
		err = json.Unmarshal(text, into)
	}
	return answer.StatusCode, err
}

func (s *server) sign(t *testing.T, name string) string {
	var out struct{ Token string }
	status, err := s.call("POST", "/api/v1/session", "", map[string]string{"name": name, "role": "checker", "key": s.key}, &out)
	require.NoError(t, err)
	require.Equal(t, 201, status)
	return out.Token
}

// story fills a database with a story of n findings.
func story(t *testing.T, database string, n int) int64 {
	db, err := store.Open(context.Background(), database)
	require.NoError(t, err)
	defer db.Close()
	return reviewtest.Story(t, review.New(db, review.Options{}), reviewtest.Report(n)).ID
}

// both runs a test on SQLite and on PostgreSQL.
func both(t *testing.T, test func(t *testing.T, database string)) {
	storetest.Each(t, test)
}

// acknowledged is what the server said is written down.
type acknowledged struct {
	batch string
	seq   int64
}

// TestKill: CONCORD_ROUNDS times (200) the server is killed with SIGKILL at a
// random moment while eight people decide; every decision that was acknowledged
// is there afterwards, the chain of the log is whole and the file undamaged.
func TestKill(t *testing.T) {
	rounds := 200
	if n, err := strconv.Atoi(os.Getenv("CONCORD_ROUNDS")); err == nil {
		rounds = n
	}
	binary := program(t)
	both(t, func(t *testing.T, database string) {
		id := story(t, database, 64)
		total, lost := 0, 0
		began := time.Now()
		for round := range rounds {
			acks := killed(t, start(t, binary, database), id)
			db, err := store.Open(context.Background(), database)
			require.NoError(t, err, "round %d", round)
			_, err = db.Verify(context.Background())
			assert.NoError(t, err, "round %d", round)
			require.NoError(t, db.View(context.Background(), func(tx *store.Tx) error {
				for _, a := range acks {
					log, err := tx.Batch(id, a.batch)
					if err != nil || len(log) != 1 || log[0].Seq != a.seq {
						lost++
						t.Errorf("round %d: decision %d is lost", round, a.seq)
					}
				}
				return nil
			}))
			require.NoError(t, db.Close())
			total += len(acks)
		}
		t.Logf("%d rounds in %s: %d decisions acknowledged, %d lost", rounds, time.Since(began).Round(time.Second), total, lost)
		assert.Greater(t, total, rounds, "there was load")
	})
}

// killed lets eight people decide until the server is killed.
func killed(t *testing.T, s *server, id int64) []acknowledged {
	var mu sync.Mutex
	var acks []acknowledged
	var wg sync.WaitGroup
	var tokens []string
	for i := range 8 {
		tokens = append(tokens, s.sign(t, fmt.Sprintf("Checker %d", i)))
	}
	for i := range 8 {
		wg.Go(func() {
			for n := i*8 + 1; ; n = i*8 + 1 + n%8 {
				var c struct{ State struct{ Version int64 } }
				path := fmt.Sprintf("/api/v1/stories/%d/findings/%d", id, n)
				if _, err := s.call("GET", path, tokens[i], nil, &c); err != nil {
					return
				}
				var done struct {
					Batch string
					Seq   int64
				}
				status, err := s.call("POST", path+"/decision", tokens[i], map[string]any{"version": c.State.Version, "outcome": "same", "reason": "a reason of some words"}, &done)
				if err != nil {
					return
				}
				if status == 200 {
					mu.Lock()
					acks = append(acks, acknowledged{done.Batch, done.Seq})
					mu.Unlock()
				}
			}
		})
	}
	time.Sleep(time.Duration(5+rand.IntN(250)) * time.Millisecond)
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
	wg.Wait()
	http.DefaultClient.CloseIdleConnections()
	return acks
}

// TestFifty: fifty reviewers at once on a story of 2,000 findings.
func TestFifty(t *testing.T) {
	binary := program(t)
	both(t, func(t *testing.T, database string) {
		id := story(t, database, 2000)
		s := start(t, binary, database)
		defer func() {
			_ = s.cmd.Process.Kill()
			_ = s.cmd.Wait()
		}()
		http.DefaultTransport.(*http.Transport).MaxIdleConnsPerHost = 64
		for _, think := range []time.Duration{time.Second, 0} {
			fifty(t, s, id, think)
		}
	})
}

// fifty prints how long decisions and pages take; think is the pause of each
// reviewer between two decisions.
func fifty(t *testing.T, s *server, id int64, think time.Duration) {
	var mu sync.Mutex
	var decisions, pages []time.Duration
	var refused atomic.Int64
	var wg sync.WaitGroup
	end := time.Now().Add(10 * time.Second)
	began := time.Now()
	for i := range 50 {
		token := s.sign(t, fmt.Sprintf("Reviewer %d", i))
		wg.Go(func() {
			for n := i*40 + 1; time.Now().Before(end); n = i*40 + 1 + n%40 {
				path := fmt.Sprintf("/api/v1/stories/%d/findings/%d", id, n)
				var c struct{ State struct{ Version int64 } }
				_, err := s.call("GET", path, token, nil, &c)
				assert.NoError(t, err)
				at := time.Now()
				status, err := s.call("POST", path+"/decision", token, map[string]any{"version": c.State.Version, "outcome": "stands"}, nil)
				took := time.Since(at)
				assert.NoError(t, err)
				if status != 200 {
					refused.Add(1)
				}
				at = time.Now()
				_, err = s.page(fmt.Sprintf("/stories/%d", id), token)
				assert.NoError(t, err)
				mu.Lock()
				decisions, pages = append(decisions, took), append(pages, time.Since(at))
				mu.Unlock()
				time.Sleep(time.Duration(float64(think) * (0.5 + rand.Float64())))
			}
		})
	}
	wg.Wait()
	t.Logf("50 reviewers, pause %s: %.0f decisions/s; decision p50 %s, p99 %s; first page p50 %s, p99 %s", think,
		float64(len(decisions))/time.Since(began).Seconds(), share(decisions, .5), share(decisions, .99), share(pages, .5), share(pages, .99))
	assert.Zero(t, refused.Load())
}

func (s *server) page(path, token string) (int, error) {
	r, err := http.NewRequest("GET", s.url+path, nil)
	if err != nil {
		return 0, err
	}
	r.Header.Set("Accept", "text/html")
	r.Header.Set("Authorization", "Bearer "+token)
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		return 0, err
	}
	defer answer.Body.Close()
	n, err := io.Copy(io.Discard, answer.Body)
	if err == nil && (answer.StatusCode != 200 || n < 10_000) {
		err = fmt.Errorf("status %d, %d bytes", answer.StatusCode, n)
	}
	return int(n), err
}
