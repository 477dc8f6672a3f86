package web_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store/storetest"
)

// description is openapi.yaml, ready to hold answers against it.
type description struct {
	doc      map[string]any
	compiler *jsonschema.Compiler
}

func newDescription(t testing.TB) *description {
	t.Helper()
	b, err := os.ReadFile("openapi.yaml")
	require.NoError(t, err)
	var raw any
	require.NoError(t, yaml.Unmarshal(b, &raw))
	b, err = json.Marshal(raw) // numbers and keys as JSON has them
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(string(b)))
	require.NoError(t, err)
	d := &description{doc: doc.(map[string]any), compiler: jsonschema.NewCompiler()}
	d.compiler.DefaultDraft(jsonschema.Draft2020)
	d.compiler.AssertFormat()
	require.NoError(t, d.compiler.AddResource("openapi.json", doc))
	return d
}

// path is the described path of a request, "" where there is none such.
func (d *description) path(asked string) string {
	asked, _, _ = strings.Cut(asked, "?")
	parts := strings.Split(asked, "/")
	for path := range d.doc["paths"].(map[string]any) {
		if slices.EqualFunc(parts, strings.Split(path, "/"), func(a, b string) bool { return a == b || strings.HasPrefix(b, "{") && a != "" }) {
			// "stop" is also a legal {run} by this measure; the longer literal wins.
			if _, literal := d.doc["paths"].(map[string]any)[asked]; literal {
				return asked
			}
			return path
		}
	}
	return ""
}

// against says how an answer differs from what is described of its route and
// status.
func (d *description) against(method, asked string, status int, body string) error {
	path := d.path(asked)
	if path == "" {
		return nil // no route: the answer is an error that every server gives
	}
	route, ok := d.doc["paths"].(map[string]any)[path].(map[string]any)[strings.ToLower(method)].(map[string]any)
	if !ok {
		return nil // no route for this method
	}
	at := "#/components/schemas/Error"
	answer, ok := route["responses"].(map[string]any)[fmt.Sprint(status)].(map[string]any)
	switch content, _ := answer["content"].(map[string]any); {
	case ok && content["application/json"] != nil:
		escaped := strings.NewReplacer("~", "~0", "/", "~1", "{", "%7B", "}", "%7D").Replace(path)
		at = fmt.Sprintf("#/paths/%s/%s/responses/%d/content/application~1json/schema", escaped, strings.ToLower(method), status)
	case ok && answer["$ref"] == nil && content == nil && body != "":
		return fmt.Errorf("is described without a body: %s", body)
	case ok && answer["$ref"] == nil:
		return nil // nothing, or no JSON
	case status < 400:
		return errors.New("is not described")
	}
	schema, err := d.compiler.Compile("openapi.json" + at)
	if err != nil {
		return err
	}
	v, err := jsonschema.UnmarshalJSON(strings.NewReader(body))
	if err != nil {
		return err
	}
	return schema.Validate(v)
}

// TestAnswersAreDescribed: what can be asked answers as openapi.yaml says. Other
// tests of the API hold their answers against it too.
func TestAnswersAreDescribed(t *testing.T) {
	d := open(t, storetest.Database(t), reviewtest.Report(3), false)
	cleo := d.sign(reviewtest.Cleo())
	for _, q := range []struct {
		status       int
		method, path string
		body         any
	}{
		{200, "GET", "/api/v1/session", nil},
		{200, "GET", "/api/v1/stories", nil},
		{201, "POST", "/api/v1/stories", map[string]any{"name": "another"}},
		{200, "GET", "/api/v1/refusals", nil},
		{200, "POST", cleo.path("/findings/1/questions"), map[string]any{"version": 1, "to": "Bo Marsh", "text": "Which list?"}},
		{200, "POST", cleo.path("/findings/1/questions/1/answer"), map[string]any{"version": 2, "text": "The later"}},
		{200, "POST", cleo.path("/findings/1/references"), map[string]any{"version": 3, "statement": "28 were saved", "source": "coastguard log"}},
		{200, "POST", cleo.path("/findings/1/references/1/withdrawal"), map[string]any{"version": 4}},
		{200, "POST", cleo.path("/findings/1/decision"), map[string]any{"version": 5, "outcome": "stands"}},
		{200, "POST", cleo.path("/findings/1/ruling"), map[string]any{"version": 6, "action": "overrule", "outcome": "update", "reason": "a later list"}},
		{200, "GET", cleo.path("?strip=html"), nil},
		{200, "GET", cleo.path("/findings?verdict=all"), nil},
		{200, "GET", cleo.path("/findings/1?card=html"), nil},
		{404, "GET", cleo.path("/findings/77"), nil},
		{201, "POST", cleo.path("/articles"), map[string]any{"kind": "text", "outlet": "The Lantern", "text": "Nine were saved."}},
		{422, "POST", cleo.path("/articles"), map[string]any{"kind": "rumour"}},
		{200, "GET", cleo.path("/articles"), nil},
		{204, "POST", cleo.path("/articles/1/removal"), nil},
		{200, "GET", cleo.path("/runs"), nil},
		{204, "POST", cleo.path("/runs/stop"), nil},
		{200, "GET", cleo.path("/runs/1/report"), nil},
		{200, "GET", cleo.path("/log"), nil},
		{422, "POST", cleo.path("/signoff"), map[string]any{"seq": 1}},
		{204, "POST", "/api/v1/session/end", nil},
		{401, "GET", "/api/v1/session", nil},
	} {
		assert.Equal(t, q.status, cleo.call(q.method, q.path, q.body, nil), "%s %s", q.method, q.path)
	}
}

// TestDescriptionRefuses: an answer with a field that is not described, without
// one that is, or with a body where there is none, does not pass.
func TestDescriptionRefuses(t *testing.T) {
	d := newDescription(t)
	assert.NoError(t, d.against(http.MethodGet, "/api/v1/stories", 200, `{"stories": []}`))
	for _, body := range []string{`{"stories": [], "more": 1}`, `{}`, `{"stories": [{"id": 0}]}`} {
		assert.Error(t, d.against(http.MethodGet, "/api/v1/stories", 200, body), body)
	}
	assert.Error(t, d.against(http.MethodPost, "/api/v1/session/end", 204, "{}"))
	assert.Error(t, d.against(http.MethodGet, "/api/v1/stories", 202, "{}"))
}
