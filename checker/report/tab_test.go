//go:build browser

package report_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/chromedp/cdproto/cdp"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/internal/browsertest"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/examples"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// sharedVariable names the folder of measuring sets, of which seeds/ is opened.
const sharedVariable = "CONCORD_SHARED"

// tab is a page of a browser that remembers what it ought not to have done.
type tab struct {
	*browsertest.Tab
	url string

	mu       sync.Mutex
	mischief []string
}

// browse opens a page of a fresh browser with the report.
func browse(t *testing.T, r *checker.Report) *tab {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(path, []byte(written(t, report.HTML, r, report.Run{Version: "1"})), 0o644))
	b := &tab{Tab: browsertest.Open(t), url: "file://" + path}
	require.NoError(t, chromedp.Listen(b.Ctx, b.watch))
	for _, enable := range []cdp.Command[cdp.Empty, cdp.Empty]{cdplog.Enable, runtime.Enable} {
		_, err := chromedp.Call(b.Ctx, enable, cdp.Empty{})
		require.NoError(t, err)
	}
	_, err := chromedp.Call(b.Ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	return b
}

// watch writes down requests, errors and dialogs.
func (b *tab) watch(event any) {
	what := ""
	switch e := event.(type) {
	case *network.EventRequestWillBeSent:
		if u := e.Request.URL; u != b.url && !strings.HasPrefix(u, b.url+"#") {
			what = "asks for " + u
		}
	case *runtime.EventConsoleAPICalled:
		what = fmt.Sprintf("console.%s", e.Type)
	case *runtime.EventExceptionThrown:
		what = "throws " + e.ExceptionDetails.Text
	case *cdplog.EventEntryAdded:
		what = "logs " + e.Entry.Text
	case *cdppage.EventJavascriptDialogOpening:
		what = "opens a dialog: " + e.Message
	}
	if what != "" {
		b.mu.Lock()
		b.mischief = append(b.mischief, what)
		b.mu.Unlock()
	}
}

// open loads the page in a window of a width and a height, in CSS pixels, of
// which each is scale pixels of the screen.
func (b *tab) open(width, height int64, scale float64) {
	b.T.Helper()
	b.Do(chromedp.EmulateViewport(width, height, chromedp.EmulateScale(scale)), chromedp.Navigate(b.url))
}

// eval returns what an expression comes to.
func eval[V any](b *tab, expression string) V {
	b.T.Helper()
	return browsertest.Eval[V](b.Tab, expression)
}

func (b *tab) behaved() {
	b.T.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	assert.Empty(b.T, b.mischief)
}

// examined is the report of a folder of articles.
func examined(t *testing.T, dir string) *checker.Report {
	t.Helper()
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	stories, _ := corpus.Load([]string{dir})
	require.Len(t, stories, 1)
	return checker.Check(&stories[0], checker.Options{Reader: rules.NewReader(builtin)})
}

// pages are the reports that are opened: the embedded example, one with
// something of everything, and the seeds where they are.
func pages(t *testing.T) map[string]*checker.Report {
	t.Helper()
	dir := filepath.Join(t.TempDir(), examples.SecurityTalks)
	sub, err := fs.Sub(examples.Files, examples.SecurityTalks)
	require.NoError(t, err)
	require.NoError(t, os.CopyFS(dir, sub))
	out := map[string]*checker.Report{"example": examined(t, dir), "ferry": ferry(t)}
	if shared := os.Getenv(sharedVariable); shared != "" {
		out["seeds"] = examined(t, filepath.Join(shared, "seeds"))
	} else {
		t.Logf("%s is not set: the seeds are not opened", sharedVariable)
	}
	return out
}

// onPages opens each page in a test of its own.
func onPages(t *testing.T, do func(t *testing.T, name string, r *checker.Report, b *tab)) {
	for name, r := range pages(t) {
		t.Run(name, func(t *testing.T) {
			b := browse(t, r)
			do(t, name, r, b)
			b.behaved()
		})
	}
}

// choose sets a filter as a person does, with the event that follows.
func (b *tab) choose(name, value string) {
	b.T.Helper()
	quoted, err := json.Marshal(value)
	require.NoError(b.T, err)
	eval[bool](b, fmt.Sprintf(`(() => { const f = document.querySelector("#filters [name=%s]"); f.value = %s; f.dispatchEvent(new Event("input", {bubbles: true})); return f.value === %s })()`, name, quoted, quoted))
}
