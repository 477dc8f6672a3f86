package web_test

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store/storetest"
)

// status sends a request changed by f and returns the answer's status and body.
func (c *client) status(method, path, body string, f func(*http.Request)) (int, string) {
	c.t.Helper()
	r := c.request(method, path, strings.NewReader(body))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for name, value := range c.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	if f != nil {
		f(r)
	}
	answer, text := c.do(r)
	return answer.StatusCode, text
}

func decision(token string) string {
	return url.Values{"csrf": {token}, "version": {"1"}, "outcome": {"stands"}}.Encode()
}

// TestOtherNamesAreRefused: a name of another site that was rebound to this
// address reads and changes nothing.
func TestOtherNamesAreRefused(t *testing.T) {
	d := example(t)
	ada := d.browser(reviewtest.Ada())
	for _, host := range []string{"evil.example", "evil.example:80", "127.0.0.1", "localhost", "127.0.0.1:1", strings.TrimPrefix(d.url, "http://") + ".evil.example", "[::1]:80", ""} {
		for _, method := range []string{"GET", "POST"} {
			status, body := ada.status(method, ada.path("/findings/1"), decision(ada.token), func(r *http.Request) {
				r.Host = host
				if host == "" {
					r.Host = "."
				}
			})
			assert.Equal(t, 403, status, "%s %q", method, host)
			assert.NotContains(t, body, "pier", "nothing of a story is told")
		}
	}
	assert.Equal(t, int64(1), d.version(1))
	assert.NotEmpty(t, d.refusals(), "it is written down")
}

func TestOtherSitesAreRefused(t *testing.T) {
	d := example(t)
	ada := d.browser(reviewtest.Ada())
	for what, headers := range map[string]map[string]string{
		"another origin":        {"Origin": "https://evil.example"},
		"a null origin":         {"Origin": "null"},
		"another scheme":        {"Origin": strings.Replace(d.url, "http:", "https:", 1)},
		"another port":          {"Origin": "http://127.0.0.1:1"},
		"a name that begins so": {"Origin": d.url + ".evil.example"},
		"another site":          {"Sec-Fetch-Site": "cross-site"},
		"a sister site":         {"Sec-Fetch-Site": "same-site"},
		"a typed address":       {"Sec-Fetch-Site": "none"},
	} {
		status, _ := ada.status("POST", ada.path("/findings/1/decision"), decision(ada.token), func(r *http.Request) {
			for k, v := range headers {
				r.Header.Set(k, v)
			}
		})
		assert.Equal(t, 403, status, what)
	}
	assert.Equal(t, int64(1), d.version(1))
	status, _ := ada.status("POST", ada.path("/findings/1/decision"), decision(ada.token), func(r *http.Request) { r.Header.Set("Origin", d.url) })
	assert.Equal(t, 200, status, "the page itself may")
}

func TestFormsNeedTheirToken(t *testing.T) {
	d := example(t)
	ada, bo := d.browser(reviewtest.Ada()), d.browser(reviewtest.Bo())
	require.NotEqual(t, ada.token, bo.token)
	for _, token := range []string{"", "x", bo.token, ada.token[1:], ada.token + "x"} {
		status, _ := ada.status("POST", ada.path("/findings/1/decision"), decision(token), nil)
		assert.Equal(t, 403, status, "%q", token)
		status, _ = ada.status("POST", ada.path("/findings/1/decision"), `{"version":1,"outcome":"stands"}`, func(r *http.Request) {
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("X-Concord-Token", token)
		})
		assert.Equal(t, 403, status, "%q", token)
	}
	status, _ := ada.status("POST", ada.path("/findings/1/decision"), decision(ada.token), func(r *http.Request) { r.Header.Set("Content-Type", "text/plain") })
	assert.Equal(t, 403, status, "the body of a form that another site may send as plain text")
	assert.Equal(t, int64(1), d.version(1))
}

// TestNothingWithoutASession: each route of the API and each page but those that
// let people in ask for a session.
func TestNothingWithoutASession(t *testing.T) {
	d := example(t)
	stranger := &client{desk: d, bearer: "made up"}
	description := stranger.request("GET", "/api/v1/openapi.yaml", nil)
	_, text := d.do(description)
	n := 0
	path := ""
	for line := range strings.Lines(text) {
		if m := regexp.MustCompile(`^  (/api/\S+):`).FindStringSubmatch(line); m != nil {
			path = regexp.MustCompile(`\{\w+\}`).ReplaceAllString(m[1], "1")
		}
		m := regexp.MustCompile(`^    (get|post):`).FindStringSubmatch(line)
		if m == nil || path == "/api/v1/openapi.yaml" || path == "/api/v1/session" && m[1] == "post" {
			continue
		}
		n++
		assert.Equal(t, 401, stranger.call(strings.ToUpper(m[1]), path, map[string]any{}, nil), "%s %s", m[1], path)
	}
	assert.Equal(t, 31, n)
	for _, page := range []string{"", "/articles", "/log", "/sign-off", "/next", "/findings/1", "/runs/1/texts", "/compare"} {
		status, _ := (&client{desk: d, cookies: map[string]string{}}).form("GET", fmt.Sprintf("/stories/%d", d.story)+page, nil)
		assert.Equal(t, 303, status, page)
	}
	assert.Equal(t, 404, stranger.call("GET", stranger.path("/undo"), nil, nil), "what changes something is no GET")
}

func TestKeyIsNeeded(t *testing.T) {
	d := example(t)
	c := &client{desk: d, cookies: map[string]string{}}
	for _, k := range []string{"", "wrong", key + "x"} {
		assert.Equal(t, 403, c.call("POST", "/api/v1/session", map[string]any{"name": "Eve", "role": "editor", "key": k}, nil))
	}
	status, _ := c.form("GET", "/?key=wrong", nil)
	assert.Equal(t, 403, status)
	status, to := c.form("GET", "/?key="+url.QueryEscape(key)+"&next="+url.QueryEscape("//evil.example"), nil)
	assert.Equal(t, 303, status)
	assert.Equal(t, "/", to, "it leads nowhere else")
	for _, next := range []string{"https://evil.example", "//evil.example", `/\evil.example`, "javascript:alert(1)", "/\r\nx"} {
		status, to = c.form("POST", "/api/v1/session", url.Values{"name": {"Ada"}, "role": {"checker"}, "next": {next}})
		assert.Equal(t, 303, status)
		assert.Equal(t, "/", to, next)
	}
}

func TestSessionFixation(t *testing.T) {
	d := open(t, storetest.Database(t), reviewtest.Report(1), true)
	ada := &client{desk: d, cookies: map[string]string{"concord": "a token that another chose"}}
	sign := url.Values{"name": {"Ada Lindqvist"}, "password": {password}}
	status, _ := ada.form("POST", "/api/v1/session", sign)
	require.Equal(t, 303, status)
	first := ada.cookies["concord"]
	assert.NotEqual(t, "a token that another chose", first)
	alive := func(token string) bool {
		return (&client{desk: d, bearer: token}).call("GET", "/api/v1/session", nil, nil) == 200
	}
	assert.True(t, alive(first))
	assert.False(t, alive("a token that another chose"))
	status, _ = ada.form("POST", "/api/v1/session", sign)
	require.Equal(t, 303, status)
	assert.False(t, alive(first), "signing in again ends the session before")
	second := ada.cookies["concord"]
	*d.now = d.now.Add(13 * time.Hour)
	assert.False(t, alive(second), "sessions run out")
	*d.now = d.now.Add(-13 * time.Hour)
	require.True(t, alive(second))
	require.NoError(t, review.NewAccounts(d.service.Store(), nil).Set(context.Background(), "Ada Lindqvist", review.Checker, "", true))
	assert.False(t, alive(second), "who may no longer sign in is out at once")
	status, _ = ada.form("POST", "/api/v1/session", sign)
	assert.Equal(t, 401, status)
}

// TestRoles: nobody gets a role by asking for it, nor at what is another's by its
// number.
func TestRoles(t *testing.T) {
	d := open(t, storetest.Database(t), reviewtest.Report(2), true)
	other := reviewtest.Story(t, d.service, reviewtest.Report(3))
	ada, bo, cleo := d.sign(review.Who{Name: "Ada Lindqvist", Role: review.Editor}), d.sign(reviewtest.Bo()), d.sign(reviewtest.Cleo())
	var who struct{ Role string }
	ada.call("GET", "/api/v1/session", nil, &who)
	assert.Equal(t, "checker", who.Role, "the role is the account's")
	var a answers
	require.Equal(t, 200, bo.call("POST", bo.path("/findings/1/decision"), map[string]any{"version": 1, "outcome": "stands"}, &a))
	for path, body := range map[string]map[string]any{
		"/findings/1/ruling": {"version": 2, "action": "agree"}, "/signoff": {"seq": 3}, "/reopening": {"reason": "x"}, "/undo": {"batch": a.Batch},
	} {
		assert.Equal(t, 403, ada.call("POST", ada.path("%s", path), body, nil), path)
	}
	for _, path := range []string{"/api/v1/refusals"} {
		assert.Equal(t, 403, ada.call("GET", path, nil, nil))
	}
	assert.Equal(t, 403, ada.call("POST", "/api/v1/import", map[string]any{}, nil))
	for _, more := range []string{"role", "by", "at", "status", "state"} {
		body := map[string]any{"version": 1, "outcome": "stands", more: "editor"}
		assert.Equal(t, 422, ada.call("POST", ada.path("/findings/2/decision"), body, nil), more)
	}
	assert.Equal(t, 404, ada.call("POST", ada.path("/findings/3/decision"), map[string]any{"version": 1, "outcome": "stands"}, nil), "3 is of story %d", other.ID)
	require.Equal(t, 200, bo.call("POST", bo.path("/findings/2/questions"), map[string]any{"version": 1, "to": "Cleo Tanner", "text": "?"}, nil))
	assert.Equal(t, 403, ada.call("POST", ada.path("/findings/2/questions/1/withdrawal"), map[string]any{"version": 2}, nil))
	assert.Equal(t, 404, cleo.call("POST", "/api/v1/stories/99/undo", map[string]any{"batch": a.Batch}, nil))
	assert.Equal(t, 404, cleo.call("POST", fmt.Sprintf("/api/v1/stories/%d/undo", other.ID), map[string]any{"batch": a.Batch}, nil), "a batch of another story")
}

func TestSignInLimits(t *testing.T) {
	d := open(t, storetest.Database(t), nil, true)
	c := &client{desk: d}
	try := func(name, pass, forwarded string) int {
		status, _ := c.status("POST", "/api/v1/session", fmt.Sprintf(`{"name":%q,"password":%q}`, name, pass), func(r *http.Request) {
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("X-Forwarded-For", forwarded)
		})
		return status
	}
	assert.Equal(t, 401, try("Nobody", password, ""))
	for i := range 4 {
		assert.Equal(t, 401, try("Ada Lindqvist", "wrong", fmt.Sprintf("192.0.2.%d", i)))
	}
	assert.Equal(t, 429, try("Ada Lindqvist", password, "192.0.2.9"), "what a client says of its address does not count")
	assert.Equal(t, 429, try("Bo Marsh", password, ""))
	*d.now = d.now.Add(16 * time.Minute)
	assert.Equal(t, 201, try("Ada Lindqvist", password, ""))
	assert.GreaterOrEqual(t, len(d.refusals()), 7)
	assert.Equal(t, "Bo Marsh", d.refusals()[0].Person)
}

// TestPathsLeadNowhere: no path of a request and no name of a file is one of the
// machine's.
func TestPathsLeadNowhere(t *testing.T) {
	d := example(t)
	ada := d.browser(reviewtest.Ada())
	for _, path := range []string{
		"/static/..%2fserver.go", "/static/%2e%2e/server.go", "/static/..%5cserver.go", "/static/../../../../etc/passwd", "/static//etc/passwd",
		"/static/review.css%00.js", "/api/v1/stories/..%2f..%2fetc", "/api/v1/stories/1%2f..%2f2", "/api/v1/stories/-1", "/api/v1/stories/99999999999999999999",
	} {
		r := ada.request("GET", "/", nil)
		var err error
		r.URL.Path, err = url.PathUnescape(path)
		require.NoError(t, err)
		r.URL.RawPath = path
		r.Header.Set("Cookie", "concord="+ada.cookies["concord"])
		answer, body := d.do(r)
		assert.Contains(t, []int{301, 307, 400, 404}, answer.StatusCode, path)
		assert.NotContains(t, body, "root:")
		assert.NotContains(t, body, "package web")
	}
	upload := func(name, content string) (int, string) {
		var b bytes.Buffer
		m := multipart.NewWriter(&b)
		require.NoError(t, errors.Join(m.WriteField("csrf", ada.token), m.WriteField("kind", "file")))
		part, err := m.CreateFormFile("file", name)
		require.NoError(t, err)
		_, err = io.WriteString(part, content)
		require.NoError(t, errors.Join(err, m.Close()))
		r := ada.request("POST", ada.path("/articles"), &b)
		r.Header.Set("Content-Type", m.FormDataContentType())
		r.Header.Set("Cookie", "concord="+ada.cookies["concord"])
		answer, text := d.do(r)
		return answer.StatusCode, text
	}
	for _, name := range []string{"../../../etc/cron.d/x", `..\..\x.txt`, "/etc/passwd", "x.txt/../../y", "a\x00b", "..", "con.html"} {
		status, text := upload(name, "Some 20 people were counted at the pier on Monday, the warden said.\n")
		assert.Contains(t, []int{201, 422}, status, name)
		assert.NotContains(t, text, "..\\")
		assert.NotContains(t, text, "etc")
	}
	assert.Equal(t, 422, ada.sign(reviewtest.Ada()).call("POST", ada.path("/articles"), map[string]any{"kind": "path", "text": "/etc/passwd"}, nil))
	_, err := os.Stat("/etc/cron.d/x")
	assert.ErrorIs(t, err, os.ErrNotExist)
}

// TestReadOnlyIsTold: where the database takes no more, pages can be read, and
// what was typed stays in its form.
func TestReadOnlyIsTold(t *testing.T) {
	u, err := url.Parse(storetest.Postgres(t))
	require.NoError(t, err)
	whole, err := sql.Open("pgx", u.String())
	require.NoError(t, err)
	do := func(statement string) {
		_, err := whole.Exec(statement)
		require.NoError(t, err, statement)
	}
	name := fmt.Sprintf("readonly_%d", time.Now().UnixNano())
	do("CREATE DATABASE " + name)
	t.Cleanup(func() {
		do("DROP DATABASE " + name + " WITH (FORCE)")
		require.NoError(t, whole.Close())
	})
	u.Path = "/" + name
	q := u.Query()
	q.Set("search_path", "public")
	u.RawQuery = q.Encode()
	d := open(t, u.String(), reviewtest.Report(1), false)
	ada := d.browser(reviewtest.Ada())
	token := d.sign(reviewtest.Bo()).bearer
	var wg sync.WaitGroup
	for range 40 { // so that many connections are kept
		wg.Go(func() {
			ada.status("GET", "/", "", func(r *http.Request) { r.Header.Set("Authorization", "Bearer "+token) })
		})
	}
	wg.Wait()
	do("ALTER DATABASE " + name + " SET default_transaction_read_only = on")
	do("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'")

	// Connections that are kept are gone too, as where the server was started again.
	status, page := ada.form("GET", fmt.Sprintf("/stories/%d", d.story), nil)
	assert.Equal(t, 200, status)
	assert.Contains(t, page, `<article class="finding review`)
	status, page = ada.form("POST", ada.path("/findings/1/decision"), url.Values{"version": {"1"}, "outcome": {"same"}, "reason": {"one list, read twice"}})
	assert.Equal(t, 507, status)
	assert.Contains(t, page, "it is read-only; make it writable and try again")
	assert.Contains(t, page, "one list, read twice</textarea>")
	assert.Equal(t, int64(1), d.version(1))

	do("ALTER DATABASE " + name + " RESET default_transaction_read_only")
	do("ALTER DATABASE " + name + " ALLOW_CONNECTIONS false")
	do("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'")
	status, page = ada.form("POST", ada.path("/findings/1/decision"), url.Values{"version": {"1"}, "outcome": {"same"}, "reason": {"one list, read twice"}})
	assert.Equal(t, 503, status)
	assert.Contains(t, page, "the database does not answer: nothing was written; try again")
	assert.Contains(t, page, "one list, read twice</textarea>")
	do("ALTER DATABASE " + name + " ALLOW_CONNECTIONS true")
	status, page = ada.form("POST", ada.path("/findings/1/decision"), url.Values{"version": {"1"}, "outcome": {"same"}, "reason": {"one list, read twice"}})
	assert.Equal(t, 303, status, page)
}

// TestSessionRunsOut: what was typed stays where the session has run out.
func TestSessionRunsOut(t *testing.T) {
	d := example(t)
	ada := d.browser(reviewtest.Ada())
	*d.now = d.now.Add(13 * time.Hour)
	status, page := ada.form("POST", ada.path("/findings/1/decision"), url.Values{"version": {"1"}, "outcome": {"same"}, "reason": {"one list, read twice"}})
	assert.Equal(t, 401, status)
	assert.Contains(t, page, "sign in first")
	assert.Contains(t, page, "one list, read twice</textarea>")
}
