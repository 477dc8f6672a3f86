package web_test

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/store/storetest"
	"github.com/concord-news/concord/checker/review/web"
)

const key = "the key that was printed"

// desk is a server with a story, in a test.
type desk struct {
	t       testing.TB
	service *review.Service
	url     string
	story   int64
	now     *time.Time
	// described is what answers of the API are held against.
	described *description
}

// open starts a server on a database, with the story of a report, or without one on
// a service that reads articles. With accounts, Ada, Bo and Cleo have one.
func open(t testing.TB, database string, r *checker.Report, accounts bool) *desk {
	t.Helper()
	now := time.Now()
	v, story := (*review.Service)(nil), int64(0)
	if r != nil {
		v = reviewtest.Service(t, database)
		story = reviewtest.Story(t, v, r).ID
	} else {
		v = reviewtest.Reading(t, database)
	}
	d := &desk{t: t, service: v, story: story, now: &now, described: newDescription(t)}
	srv := httptest.NewUnstartedServer(nil)
	address := &url.URL{Scheme: "http", Host: srv.Listener.Addr().String()}
	s, err := web.New(web.Options{
		Service: v, Address: address, Accounts: accounts, Key: key, Version: "test", Now: func() time.Time { return *d.now },
	})
	require.NoError(t, err)
	srv.Config.Handler = s
	srv.Start()
	t.Cleanup(srv.Close)
	d.url = srv.URL
	if accounts {
		a := review.NewAccounts(v.Store(), nil)
		for _, who := range []review.Who{reviewtest.Ada(), reviewtest.Bo(), reviewtest.Cleo()} {
			_, err := a.Add(context.Background(), who.Name, who.Role, password)
			require.NoError(t, err)
		}
	}
	return d
}

const password = "correct horse battery"

func example(t testing.TB) *desk {
	return open(t, storetest.Database(t), reviewtest.Report(3), false)
}

// client is a browser or program of one person.
type client struct {
	*desk
	cookies map[string]string
	token   string
	bearer  string
}

// sign signs somebody in, as a program.
func (d *desk) sign(who review.Who) *client {
	d.t.Helper()
	c := &client{desk: d}
	var out struct{ Token string }
	status := c.call("POST", "/api/v1/session", map[string]any{"name": who.Name, "role": who.Role, "key": key, "password": password}, &out)
	require.Equal(d.t, http.StatusCreated, status)
	c.bearer = out.Token
	return c
}

// browser signs somebody in as a browser without scripts does.
func (d *desk) browser(who review.Who) *client {
	d.t.Helper()
	c := &client{desk: d, cookies: map[string]string{}}
	c.form("GET", "/?key="+url.QueryEscape(key), nil)
	status, _ := c.form("POST", "/api/v1/session", url.Values{"name": {who.Name}, "role": {string(who.Role)}, "password": {password}})
	require.Equal(d.t, http.StatusSeeOther, status)
	_, page := c.form("GET", "/", nil)
	c.token = regexp.MustCompile(`name="concord-token" content="([^"]*)"`).FindStringSubmatch(page)[1]
	return c
}

// do sends a request as it is.
func (d *desk) do(r *http.Request) (*http.Response, string) {
	d.t.Helper()
	answer, err := (&http.Client{Transport: &http.Transport{DisableKeepAlives: true}, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}).Do(r)
	require.NoError(d.t, err)
	defer answer.Body.Close()
	b, err := io.ReadAll(answer.Body)
	require.NoError(d.t, err)
	return answer, string(b)
}

func (d *desk) request(method, path string, body io.Reader) *http.Request {
	d.t.Helper()
	r, err := http.NewRequest(method, d.url+path, body)
	require.NoError(d.t, err)
	return r
}

// call sends JSON and reads JSON.
func (c *client) call(method, path string, body, into any) int {
	c.t.Helper()
	var in io.Reader
	if body != nil {
		b, err := json.Marshal(body)
		require.NoError(c.t, err)
		in = bytes.NewReader(b)
	}
	r := c.request(method, path, in)
	r.Header.Set("Content-Type", "application/json")
	if c.bearer != "" {
		r.Header.Set("Authorization", "Bearer "+c.bearer)
	}
	answer, text := c.do(r)
	assert.NoError(c.t, c.described.against(method, path, answer.StatusCode, text), "%s %s: %d: %.500s", method, path, answer.StatusCode, text)
	if into != nil {
		require.NoError(c.t, json.Unmarshal([]byte(text), into), text)
	}
	return answer.StatusCode
}

// form sends a form as a browser without scripts does.
func (c *client) form(method, path string, fields url.Values) (int, string) {
	c.t.Helper()
	if fields != nil {
		fields.Set("csrf", c.token)
	}
	r := c.request(method, path, strings.NewReader(fields.Encode()))
	r.Header.Set("Accept", "text/html,application/xhtml+xml")
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		r.Header.Set("Origin", c.url)
	}
	for name, value := range c.cookies {
		r.AddCookie(&http.Cookie{Name: name, Value: value})
	}
	answer, text := c.do(r)
	for _, k := range answer.Cookies() {
		c.cookies[k.Name] = k.Value
	}
	if to := answer.Header.Get("Location"); to != "" {
		text = to
	}
	return answer.StatusCode, text
}

func (c *client) path(format string, args ...any) string {
	return fmt.Sprintf("/api/v1/stories/%d", c.story) + fmt.Sprintf(format, args...)
}

func (d *desk) version(number int64) int64 {
	c, _ := reviewtest.Case(d.t, d.service, d.story, number)
	return c.Version
}

func (d *desk) refusals() []store.Refusal {
	var out []store.Refusal
	require.NoError(d.t, d.service.Store().View(context.Background(), func(tx *store.Tx) (err error) {
		out, err = tx.Refusals(100)
		return err
	}))
	return out
}

// answers is what the tests look at in answers.
type answers struct {
	Error    string
	Field    string
	Batch    string
	Conflict *struct {
		By      string
		Version int64
	}
	Blocking []struct{ Finding string }
	Refused  []struct{ Finding string }
	Cases    []struct{ Finding string }
	HTML     string
}

// TestShiftByAPI: a whole shift by the API alone.
func TestShiftByAPI(t *testing.T) {
	d := example(t)
	ada, cleo := d.sign(reviewtest.Ada()), d.sign(reviewtest.Cleo())
	var a answers
	decide := func(c *client, n int64, body map[string]any) int {
		body["version"] = d.version(n)
		a = answers{}
		return c.call("POST", c.path("/findings/%d/decision?card=html", n), body, &a)
	}
	assert.Equal(t, 422, decide(ada, 1, map[string]any{"outcome": "misread"}))
	assert.Equal(t, "reason", a.Field)
	assert.Equal(t, 200, decide(ada, 1, map[string]any{"outcome": "stands", "right": "outlet", "right_outlet": "Harbour Post", "checked": []any{map[string]any{"source": "harbour office"}}}))
	assert.Contains(t, a.HTML, `id="case-1"`)
	assert.Contains(t, a.HTML, "harbour office")
	first := a.Batch
	assert.Equal(t, 409, ada.call("POST", ada.path("/findings/1/decision"), map[string]any{"outcome": "stands", "version": 1}, &a))
	assert.Equal(t, "Ada Lindqvist", a.Conflict.By)
	assert.Equal(t, int64(2), a.Conflict.Version)

	assert.Equal(t, 200, ada.call("POST", ada.path("/findings/2/questions"), map[string]any{"version": 1, "to": "Bo Marsh", "text": "Which list?"}, nil))
	bulk := map[string]any{"outcome": "same", "reason": "one list", "cases": []any{map[string]any{"case": 2, "version": 1}, map[string]any{"case": 3, "version": 1}}}
	a = answers{}
	assert.Equal(t, 200, ada.call("POST", ada.path("/decisions"), bulk, &a))
	assert.Len(t, a.Cases, 1)
	assert.Len(t, a.Refused, 1)
	assert.Equal(t, 403, ada.call("POST", ada.path("/findings/1/ruling"), map[string]any{"version": 2, "action": "agree"}, nil))
	assert.Equal(t, 200, cleo.call("POST", ada.path("/findings/1/ruling"), map[string]any{"version": 2, "action": "overrule", "outcome": "update", "reason": "later list"}, nil))
	assert.Equal(t, 404, cleo.call("POST", ada.path("/undo"), map[string]any{"batch": "x"}, nil))

	var story struct{ Seq, HighOpen int64 }
	ada.call("GET", ada.path(""), nil, &story)
	assert.Equal(t, 403, ada.call("POST", ada.path("/signoff"), map[string]any{"seq": story.Seq}, nil))
	assert.Equal(t, 409, cleo.call("POST", ada.path("/signoff"), map[string]any{"seq": story.Seq}, &a))
	assert.Equal(t, "F02", a.Blocking[0].Finding)
	assert.Equal(t, 200, ada.call("POST", ada.path("/findings/2/questions/1/answer"), map[string]any{"version": d.version(2), "text": "The second"}, nil))
	assert.Equal(t, 200, decide(ada, 2, map[string]any{"outcome": "stands"}))
	ada.call("GET", ada.path(""), nil, &story)
	assert.Equal(t, 200, cleo.call("POST", ada.path("/signoff"), map[string]any{"seq": story.Seq, "note": "ready"}, nil))
	assert.Equal(t, 409, decide(ada, 2, map[string]any{"outcome": "stands"}))
	assert.Contains(t, a.Error, "frozen")
	assert.Equal(t, 409, ada.call("POST", ada.path("/undo"), map[string]any{"batch": first}, nil))
	for _, f := range []string{"csv", "xlsx", "json", "html"} {
		r := d.request("GET", ada.path("/export?format=%s", f), nil)
		r.Header.Set("Authorization", "Bearer "+ada.bearer)
		answer, _ := d.do(r)
		assert.Equal(t, 200, answer.StatusCode, f)
		assert.Contains(t, answer.Header.Get("Content-Disposition"), "attachment")
	}
	assert.Equal(t, 422, ada.call("GET", ada.path("/export?format=exe"), nil, nil))
	assert.Equal(t, 404, ada.call("GET", ada.path("/findings/99"), nil, nil))
	assert.Equal(t, 404, ada.call("GET", "/api/v1/stories/x", nil, nil))
}

// TestShiftWithoutScripts: the same pages and forms work where no script runs,
// and what was typed stays where it cannot be written down.
func TestShiftWithoutScripts(t *testing.T) {
	d := example(t)
	ada := d.browser(reviewtest.Ada())
	status, page := ada.form("GET", fmt.Sprintf("/stories/%d", d.story), nil)
	require.Equal(t, 200, status)
	assert.Equal(t, 3, strings.Count(page, `<article class="finding review`))
	assert.Contains(t, page, "<b>3</b> of 3 high findings open")

	decision := url.Values{"version": {"1"}, "outcome": {"misread"}, "reason": {""}, "wording": {"28 people, at <b>pier</b> 1"}, "checked_source": {"harbour office", ""}, "checked_kind": {"primary", ""}, "checked_place": {"", ""}, "checked_date": {"", ""}}
	status, page = ada.form("POST", ada.path("/findings/1/decision"), decision)
	assert.Equal(t, 422, status)
	assert.Contains(t, page, "say why: all but")
	assert.Contains(t, page, "28 people, at &lt;b&gt;pier&lt;/b&gt; 1</textarea>", "what was typed stays")
	assert.Contains(t, page, `value="harbour office"`)
	decision.Set("reason", "page numbers")
	status, page = ada.form("POST", ada.path("/findings/1/decision"), decision)
	assert.Equal(t, 303, status)
	assert.Equal(t, fmt.Sprintf("/stories/%d#case-1", d.story), page)

	status, page = ada.form("POST", ada.path("/findings/1/decision"), url.Values{"version": {"1"}, "outcome": {"same"}, "reason": {"my long reason"}})
	assert.Equal(t, 409, status)
	assert.Contains(t, page, "nothing was overwritten")
	assert.Contains(t, page, "my long reason</textarea>")
	assert.Contains(t, page, `name="version" value="2"`, "sending it again is about what is there now")

	status, page = ada.form("POST", ada.path("/decisions"), url.Values{"case": {"1:1", "2:1"}, "outcome": {"same"}, "reason": {"one list"}})
	assert.Equal(t, 303, status)
	assert.Contains(t, page, "left=1")
	for path, words := range map[string]string{
		"?show=decided": "2 findings", "?show=mine": "No question is put to you", "?text=nothing": "The filters let nothing through", "?page=9": "There is no such page",
		"/articles": "There are no articles yet", "/log": "decided", "/sign-off": "An editor signs off", "/next?after=0": "#case-3", "/runs/1/texts": "Texts of run 1", "/findings/1": "page numbers",
	} {
		_, page = ada.form("GET", fmt.Sprintf("/stories/%d", d.story)+path, nil)
		assert.Contains(t, page, words, path)
	}
	status, page = ada.form("GET", "/keys", nil)
	assert.Equal(t, 200, status)
	assert.Contains(t, page, "<kbd>6</kbd>")
	status, page = ada.form("GET", "/nowhere", nil)
	assert.Equal(t, 404, status)
	assert.Contains(t, page, "there is none such")
	status, _ = ada.form("POST", "/api/v1/session/end", url.Values{})
	assert.Equal(t, 303, status)
	status, page = ada.form("GET", fmt.Sprintf("/stories/%d", d.story), nil)
	assert.Equal(t, 303, status)
	assert.Contains(t, page, "/sign-in?next=")
}

// TestEmptyStates: what leaves a page empty is told apart.
func TestEmptyStates(t *testing.T) {
	d := open(t, storetest.Database(t), nil, false)
	ada := d.browser(reviewtest.Ada())
	_, page := ada.form("GET", "/", nil)
	assert.Contains(t, page, "There is no story yet")
	st, err := d.service.AddStory(context.Background(), reviewtest.Ada(), "ferry", nil)
	require.NoError(t, err)
	at := func(id int64, query string) string {
		_, page := ada.form("GET", fmt.Sprintf("/stories/%d%s", id, query), nil)
		return page
	}
	assert.Contains(t, at(st.ID, ""), "Nothing was checked yet")
	assert.Contains(t, at(reviewtest.Story(t, d.service, reviewtest.Report(0)).ID, ""), "No facts were found")
	agreed := reviewtest.Story(t, d.service, reviewtest.Report(1, reviewtest.Figure{Fact: 0, Value: 20}))
	assert.Contains(t, at(agreed.ID, ""), "No discrepancy")
	one := reviewtest.Story(t, d.service, reviewtest.Report(1))
	_, err = d.service.Decide(context.Background(), reviewtest.Ada(), one.ID, review.Target{Case: 1, Version: 1}, review.Decision{Outcome: review.Stands})
	require.NoError(t, err)
	assert.Contains(t, at(one.ID, "?show=todo"), "All decided")
}

// TestStream: what one does another sees at once, and after a break what was missed.
func TestStream(t *testing.T) {
	d := example(t)
	ada := d.sign(reviewtest.Ada())
	watch := func(id string) (chan string, context.CancelFunc) {
		ctx, cancel := context.WithCancel(context.Background())
		r := d.request("GET", ada.path("/events?after=2"), nil).WithContext(ctx)
		r.Header.Set("Authorization", "Bearer "+ada.bearer)
		if id != "" {
			r.Header.Set("Last-Event-ID", id)
		}
		answer, err := http.DefaultClient.Do(r)
		require.NoError(t, err)
		assert.Equal(t, "text/event-stream", answer.Header.Get("Content-Type"))
		out := make(chan string, 100)
		go func() {
			defer answer.Body.Close()
			b := make([]byte, 4096)
			for {
				n, err := answer.Body.Read(b)
				if err != nil {
					close(out)
					return
				}
				out <- string(b[:n])
			}
		}()
		return out, cancel
	}
	wait := func(c chan string, words string) string {
		all := ""
		for {
			select {
			case s, ok := <-c:
				require.True(t, ok, "the stream ended: %s", all)
				if all += s; strings.Contains(all, words) {
					return all
				}
			case <-time.After(5 * time.Second):
				t.Fatalf("nothing of %q came, but %q", words, all)
			}
		}
	}
	stream, stop := watch("")
	wait(stream, "hello")
	start := time.Now()
	ada.call("POST", ada.path("/findings/1/decision"), map[string]any{"version": 1, "outcome": "stands"}, nil)
	wait(stream, `"kind":"decided","case":1`)
	assert.Less(t, time.Since(start), 900*time.Millisecond, "it is pushed, not found by looking each second")
	stop()
	ada.call("POST", ada.path("/findings/2/decision"), map[string]any{"version": 1, "outcome": "stands"}, nil)
	stream, stop = watch("3")
	defer stop()
	all := wait(stream, `"case":2`)
	assert.NotContains(t, all, `"case":1}`, "what was seen is not told again")
}
