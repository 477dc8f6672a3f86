package web_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime/multipart"
	"net/http"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store/storetest"
	"github.com/concord-news/concord/examples"
)

// file gets a file as a program does.
func (c *client) file(path string) (status int, kind, content string) {
	c.t.Helper()
	r := c.request("GET", path, nil)
	r.Header.Set("Authorization", "Bearer "+c.bearer)
	answer, content := c.do(r)
	return answer.StatusCode, answer.Header.Get("Content-Type"), content
}

// upload sends a file in a form as a browser without scripts does.
func (c *client) upload(path string, content []byte) (int, string) {
	c.t.Helper()
	return c.uploadAs("log.json", path, content, nil)
}

// uploadAs is upload of a file with a name, beside other fields.
func (c *client) uploadAs(name, path string, content []byte, fields map[string]string) (int, string) {
	c.t.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	require.NoError(c.t, w.WriteField("csrf", c.token))
	for field, value := range fields {
		require.NoError(c.t, w.WriteField(field, value))
	}
	part, err := w.CreateFormFile("file", name)
	require.NoError(c.t, err)
	_, err = part.Write(content)
	require.NoError(c.t, err)
	require.NoError(c.t, w.Close())
	return c.status("POST", path, b.String(), func(r *http.Request) {
		r.Header.Set("Content-Type", w.FormDataContentType())
		r.Header.Set("Accept", "text/html")
		r.Header.Set("Origin", c.url)
	})
}

// TestImport: an exported log goes on elsewhere, by API and by the page, and one
// that was changed does not.
func TestImport(t *testing.T) {
	d := example(t)
	ada, cleo := d.sign(reviewtest.Ada()), d.sign(reviewtest.Cleo())
	assert.Equal(t, 200, ada.call("POST", ada.path("/findings/1/decision"), map[string]any{"version": 1, "outcome": "update", "reason": "a later list"}, nil))
	status, _, log := cleo.file(cleo.path("/export?format=json"))
	require.Equal(t, 200, status)

	type overview struct {
		ID, Run, Seq, High int64
		Name               string
		Open               int64 `json:"high_open"`
	}
	var here, there overview
	cleo.call("GET", cleo.path(""), nil, &here)
	assert.Equal(t, 201, cleo.call("POST", "/api/v1/import", json.RawMessage(log), &there))
	assert.Equal(t, overview{ID: here.ID + 1, Run: here.Run, Seq: here.Seq + 1, High: here.High, Name: here.Name, Open: here.Open}, there)
	var finding struct {
		State struct{ Decision struct{ Reason string } }
	}
	assert.Equal(t, 200, cleo.call("GET", fmt.Sprintf("/api/v1/stories/%d/findings/1", there.ID), nil, &finding))
	assert.Equal(t, "a later list", finding.State.Decision.Reason)

	editor, checker := d.browser(reviewtest.Cleo()), d.browser(reviewtest.Bo())
	status, _ = editor.upload("/api/v1/import", []byte(log))
	assert.Equal(t, 303, status)
	status, page := editor.form("GET", fmt.Sprintf("/stories/%d", there.ID+1), nil)
	assert.Equal(t, 200, status)
	assert.Contains(t, page, "a later list")
	status, _ = checker.upload("/api/v1/import", []byte(log))
	assert.Equal(t, 403, status)
	status, page = editor.upload("/api/v1/import", bytes.Replace([]byte(log), []byte("a later list"), []byte("another list"), 1))
	assert.Equal(t, 422, status)
	assert.Contains(t, page, "not as it was written")
	status, _ = editor.upload("/api/v1/import", []byte("<html>"))
	assert.Equal(t, 422, status)
}

// TestClaimReview: ClaimReview is of what is decided alone.
func TestClaimReview(t *testing.T) {
	d := example(t)
	ada := d.sign(reviewtest.Ada())
	status, _, _ := ada.file(ada.path("/findings/1/claimreview"))
	assert.Equal(t, 409, status)
	assert.Equal(t, 200, ada.call("POST", ada.path("/findings/1/decision"), map[string]any{"version": 1, "outcome": "stands", "right": "outlet", "right_outlet": "Harbour Post"}, nil))
	status, kind, content := ada.file(ada.path("/findings/1/claimreview"))
	assert.Equal(t, 200, status)
	assert.Equal(t, "application/ld+json; charset=utf-8", kind)
	var list []map[string]any
	require.NoError(t, json.Unmarshal([]byte(content), &list))
	assert.Len(t, list, 3)
	assert.Equal(t, "ClaimReview", list[0]["@type"])
}

// TestReferencesByAPIAndForm: a fact is added, held and withdrawn, by program and
// by a browser without scripts, and what cannot be read stays in its form.
func TestReferencesByAPIAndForm(t *testing.T) {
	d := open(t, storetest.Database(t), nil, false)
	d.story = reviewtest.Example(t, d.service, examples.Files, examples.SecurityTalks)
	ada, bo := d.sign(reviewtest.Ada()), d.browser(reviewtest.Bo())
	var done struct {
		Cases []struct {
			State struct {
				Held []struct{ Outlet, Standing, At, Why string }
			}
		}
	}
	fact := map[string]any{"version": 1, "value": "97 votes", "from": "2026-03-08", "source": "minutes"}
	assert.Equal(t, 200, ada.call("POST", ada.path("/findings/2/references"), fact, &done))
	require.Len(t, done.Cases[0].State.Held, 2)
	assert.Equal(t, "contradicts", done.Cases[0].State.Held[0].Standing)
	assert.Equal(t, "2026-03-08", done.Cases[0].State.Held[0].At)
	assert.Equal(t, 200, ada.call("GET", ada.path("/findings/2"), nil, nil))
	assert.Equal(t, 409, ada.call("POST", ada.path("/findings/2/references"), fact, nil), "of a version that is no more")
	status, page := bo.form("POST", bo.path("/findings/2/references"), url.Values{"version": {"2"}, "value": {"some"}, "from": {"2026-03-10"}, "to": {"2026-03-12"}, "source": {"a call"}})
	assert.Equal(t, 422, status)
	assert.Contains(t, page, "is no figure; legal: ")
	for _, kept := range []string{`name="value" value="some"`, `name="from" value="2026-03-10"`, `name="to" value="2026-03-12"`, `name="source" value="a call"`} {
		assert.Contains(t, page, kept)
	}
	assert.NotContains(t, page, `<details class="ask" open>`, "the end of a fact is nobody who is asked")
	status, page = bo.form("POST", bo.path("/findings/2/references/1/withdrawal"), url.Values{"version": {"2"}})
	assert.Equal(t, 403, status, page)
	status, _ = bo.form("POST", bo.path("/findings/2/references"), url.Values{"version": {"2"}, "value": {"97 votes"}, "source": {"a call"}})
	assert.Equal(t, 303, status)
	_, page = bo.form("GET", fmt.Sprintf("/stories/%d", d.story), nil)
	assert.Contains(t, page, "Reference facts (2)")
	assert.Contains(t, page, "101 votes and 97 votes are 4 apart")
	status, _ = bo.form("POST", bo.path("/findings/2/references/2/withdrawal"), url.Values{"version": {"3"}})
	assert.Equal(t, 303, status)
	done.Cases = nil
	assert.Equal(t, 200, ada.call("POST", ada.path("/findings/2/references/1/withdrawal"), map[string]any{"version": 4}, &done))
	assert.Empty(t, done.Cases[0].State.Held)
	assert.Equal(t, 422, ada.call("POST", ada.path("/findings/2/references/1/withdrawal"), map[string]any{"version": 5}, nil))
	assert.Equal(t, 422, ada.call("POST", ada.path("/findings/2/references/9/withdrawal"), map[string]any{"version": 5}, nil))
}
