package web_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store/storetest"
	"github.com/concord-news/concord/checker/review/web"
	"github.com/concord-news/concord/corpus"
)

// TestStoredScripts: what people and outlets write is shown, and never run.
func TestStoredScripts(t *testing.T) {
	const attack = `<script>alert(1)</script><img src=x onerror=alert(2)>"'` + "`" + `</textarea></title>`
	r := reviewtest.Report(1)
	for _, a := range r.Story.Articles {
		a.Outlet, a.Title, a.ID = a.Outlet+attack, attack, attack+a.ID
	}
	r.Story.Name = "story " + attack
	r.Findings[0].Fact, r.Findings[0].Why = attack, attack
	for i := range r.Findings[0].Values {
		r.Findings[0].Values[i].Reading, r.Findings[0].Values[i].Speaker = attack, attack
	}
	r.Problems = []corpus.Problem{{Path: attack, Err: errors.New(attack)}}
	d := open(t, storetest.Database(t), r, false)
	ada := d.browser(review.Who{Name: "Ada " + attack[:30], Role: review.Editor})
	post := func(path string, fields url.Values) {
		fields.Set("version", fmt.Sprint(d.version(1)))
		status, page := ada.form("POST", ada.path("%s", path), fields)
		require.Equal(t, 303, status, page)
	}
	post("/findings/1/references", url.Values{"statement": {attack}, "source": {attack}})
	post("/findings/1/questions", url.Values{"to": {attack[:60]}, "text": {attack}})
	post("/findings/1/questions/1/answer", url.Values{"text": {attack}})
	post("/findings/1/decision", url.Values{"outcome": {"same"}, "reason": {attack}, "wording": {attack}, "checked_source": {attack}, "checked_place": {attack}})
	post("/articles", url.Values{"kind": {"text"}, "outlet": {attack}, "title": {attack}, "text": {attack + strings.Repeat(" words of a story", 30)}})
	post("/findings/1/ruling", url.Values{"action": {"overrule"}, "outcome": {"misread"}, "reason": {attack}})
	status, page := ada.uploadAs(attack+".html", ada.path("/articles"), []byte("<p>"+attack+strings.Repeat(" words of a story", 30)), map[string]string{"kind": "file", "outlet": attack})
	require.Equal(t, 303, status, page)
	sees := func(page, body string) {
		assert.NotContains(t, body, "<script>alert", page)
		assert.NotContains(t, body, "<img src=x", page)
		assert.NotContains(t, body, "</title><", page)
	}
	for _, page := range []string{"", "?text=" + url.QueryEscape(attack), "?outlet=" + url.QueryEscape(attack), "?kind=%3Cscript%3E", "/findings/1", "/articles", "/runs/1/texts", "/log", "/sign-off", "/compare?old=1&new=1", "/next"} {
		_, body := ada.form("GET", fmt.Sprintf("/stories/%d", d.story)+page, nil)
		sees(page, body)
	}
	_, body := ada.form("GET", "/", nil)
	sees("stories", body)
	var story struct{ Seq int64 }
	d.sign(reviewtest.Bo()).call("GET", ada.path(""), nil, &story)
	status, page = ada.form("POST", ada.path("/signoff"), url.Values{"seq": {fmt.Sprint(story.Seq)}, "note": {attack}})
	require.Equal(t, 303, status, page)
	for _, page := range []string{"", "/sign-off", "/log", "/articles", "/findings/1"} {
		_, body := ada.form("GET", fmt.Sprintf("/stories/%d", d.story)+page, nil)
		sees("signed "+page, body)
	}
	_, body = ada.form("GET", ada.path("/export?format=html&signed=%d", story.Seq+1), nil)
	assert.Contains(t, body, "&lt;script&gt;")
	sees("what was signed", body)
	status, page = ada.form("POST", ada.path("/reopening"), url.Values{"reason": {attack}})
	require.Equal(t, 303, status, page)
	_, body = ada.form("GET", fmt.Sprintf("/stories/%d/log", d.story), nil)
	sees("opened again", body)
	status, body = ada.form("POST", ada.path("/findings/1/decision"), url.Values{"version": {"1"}, "outcome": {attack}, "reason": {attack}})
	assert.Equal(t, 409, status)
	sees("what was typed", body)
	status, body = ada.form("POST", ada.path("/findings/1/references"), url.Values{"version": {"1"}, "subject": {attack}, "value": {attack}, "from": {attack}, "to": {attack}, "source": {attack}})
	assert.Equal(t, 422, status)
	sees("a reference that cannot be held", body)
	for _, format := range []string{"html", "csv", "json"} {
		_, body := ada.form("GET", ada.path("/export?format=%s", format), nil)
		if format == "html" {
			sees(format, body)
		}
	}
	var one struct{ HTML string }
	d.sign(reviewtest.Bo()).call("GET", ada.path("/findings/1?card=html"), nil, &one)
	assert.Contains(t, one.HTML, "&lt;script&gt;")
	sees("card", one.HTML)
}

func TestHeaders(t *testing.T) {
	d := example(t)
	ada := d.browser(reviewtest.Ada())
	for _, path := range []string{"/", "/sign-in", "/static/main.js", "/static/report.css", "/nowhere", "/api/v1/stories", fmt.Sprintf("/stories/%d", d.story)} {
		r := ada.request("GET", path, nil)
		r.Header.Set("Cookie", "concord="+ada.cookies["concord"])
		answer, _ := d.do(r)
		h := answer.Header
		csp := h.Get("Content-Security-Policy")
		assert.Contains(t, csp, "default-src 'none'", path)
		assert.NotContains(t, csp, "unsafe", path)
		assert.NotContains(t, csp, "http", path)
		assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"))
		assert.Equal(t, "DENY", h.Get("X-Frame-Options"))
		assert.Empty(t, h.Get("Access-Control-Allow-Origin"))
		assert.NotEmpty(t, h.Get("Content-Type"), path)
	}
	_, page := ada.form("GET", fmt.Sprintf("/stories/%d", d.story), nil)
	assert.NotRegexp(t, `(?i)<script(?: type="module")?>|\son\w+=|style="|javascript:|//[a-z]+\.[a-z]`, page, "nothing inline, nothing from elsewhere")
}

func TestBodiesAreBounded(t *testing.T) {
	d := example(t)
	ada := d.sign(reviewtest.Ada())
	large := strings.Repeat("x", 2<<20)
	var a answers
	assert.Equal(t, 413, ada.call("POST", ada.path("/findings/1/decision"), map[string]any{"version": 1, "outcome": "same", "reason": large}, &a))
	assert.Contains(t, a.Error, "larger than")
	assert.Equal(t, 413, ada.call("POST", ada.path("/articles"), map[string]any{"kind": "text", "outlet": "x", "text": strings.Repeat("x", 18<<20)}, nil))
	assert.Equal(t, 422, ada.call("POST", ada.path("/articles"), map[string]any{"kind": "text", "outlet": "x", "text": strings.Repeat("x", 16<<20+1)}, nil))
	form := d.browser(reviewtest.Ada())
	status, _ := form.form("POST", form.path("/findings/1/decision"), url.Values{"version": {"1"}, "outcome": {"same"}, "reason": {large}})
	assert.Equal(t, 413, status)
	many := url.Values{"version": {"1"}, "outcome": {"same"}, "reason": {"x"}}
	for range 5000 {
		many["checked_source"] = append(many["checked_source"], "x")
	}
	status, _ = form.form("POST", form.path("/findings/1/decision"), many)
	assert.Equal(t, 422, status)
	assert.Equal(t, int64(1), d.version(1))
}

// TestSlowClients: who sends a request byte by byte is hung up on, and others
// are answered meanwhile.
func TestSlowClients(t *testing.T) {
	v := reviewtest.Service(t, storetest.Database(t))
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	s, err := web.New(web.Options{Service: v, Address: &url.URL{Scheme: "http", Host: l.Addr().String()}, Key: key})
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l, nil) }()
	var slow []net.Conn
	for range 50 {
		c, err := net.Dial("tcp", l.Addr().String())
		require.NoError(t, err)
		defer c.Close()
		_, err = io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\nX-")
		require.NoError(t, err)
		slow = append(slow, c)
	}
	start := time.Now()
	answer, err := http.Get("http://" + l.Addr().String() + "/sign-in")
	require.NoError(t, err)
	answer.Body.Close()
	assert.Equal(t, 200, answer.StatusCode)
	assert.Less(t, time.Since(start), 2*time.Second)
	for _, c := range slow {
		require.NoError(t, c.SetReadDeadline(time.Now().Add(8*time.Second)))
		_, err := io.ReadAll(c)
		assert.NoError(t, err, "the server hangs up by itself")
	}
	c, err := net.Dial("tcp", l.Addr().String())
	require.NoError(t, err)
	defer c.Close()
	_, _ = io.WriteString(c, "GET / HTTP/1.1\r\nHost: x\r\nX-Long: "+strings.Repeat("x", 64<<10)+"\r\n\r\n")
	b := make([]byte, 100)
	n, _ := c.Read(b)
	assert.Contains(t, string(b[:n]), "431")
	stop()
	assert.NoError(t, <-ended)
}

// TestSlowBodies: a body that comes byte by byte is cut off, and nothing of it is
// written.
func TestSlowBodies(t *testing.T) {
	v := reviewtest.Service(t, storetest.Database(t))
	story := reviewtest.Story(t, v, reviewtest.Report(1)).ID
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	at := &url.URL{Scheme: "http", Host: l.Addr().String()}
	s, err := web.New(web.Options{Service: v, Address: at, Key: key, ReadTimeout: time.Second})
	require.NoError(t, err)
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l, nil) }()
	ada := (&desk{t: t, service: v, url: at.String(), story: story, described: newDescription(t)}).sign(reviewtest.Ada())

	c, err := net.Dial("tcp", at.Host)
	require.NoError(t, err)
	defer c.Close()
	body := `{"version": 1, "outcome": "stands"}`
	_, err = fmt.Fprintf(c, "POST %s HTTP/1.1\r\nHost: %s\r\nAuthorization: Bearer %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s",
		ada.path("/findings/1/decision"), at.Host, ada.bearer, len(body), body[:len(body)-1])
	require.NoError(t, err)
	start := time.Now()
	require.NoError(t, c.SetReadDeadline(start.Add(10*time.Second)))
	answer, err := io.ReadAll(c)
	require.NoError(t, err, "the server hangs up by itself")
	assert.Less(t, time.Since(start), 8*time.Second)
	assert.NotContains(t, string(answer), "200 OK")
	_, state := reviewtest.Case(t, v, story, 1)
	assert.Nil(t, state.Decision)
	stop()
	assert.NoError(t, <-ended)
}

// TestRefusalsAreBounded: a flood of refused requests does not fill the disk.
func TestRefusalsAreBounded(t *testing.T) {
	d := example(t)
	c := &client{desk: d}
	for range 80 {
		c.status("GET", "/", "", func(r *http.Request) { r.Host = "evil.example" })
	}
	assert.Len(t, d.refusals(), 50)
	*d.now = d.now.Add(time.Minute)
	c.status("GET", "/"+strings.Repeat("x", 5000), "", func(r *http.Request) { r.Host = "evil.example" })
	assert.Contains(t, d.refusals()[0].Reason, "30 more")
	assert.Less(t, len(d.refusals()[0].Path), 400)
}
