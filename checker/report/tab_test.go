//go:build browser

package report_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	cdplog "github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/examples"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// The variables that these tests read. axe-core is not kept in the tree: without
// its path the accessibility of the page is left unchecked, and said to be.
const (
	axeVariable     = "CONCORD_AXE"         // path of axe.min.js
	picturesFolder  = "CONCORD_SCREENSHOTS" // folder for pictures of the page
	sharedVariable  = "CONCORD_SHARED"      // measuring sets, of which seeds/ is opened
	browserDeadline = 3 * time.Minute
)

// tab is a page of a browser that remembers what it ought not to have done.
type tab struct {
	t   *testing.T
	ctx context.Context
	url string

	mu       sync.Mutex
	mischief []string
}

// browse opens a page of a fresh browser with the report.
func browse(t *testing.T, r *checker.Report) *tab {
	t.Helper()
	path := filepath.Join(t.TempDir(), "report.html")
	require.NoError(t, os.WriteFile(path, []byte(written(t, report.HTML, r, report.Run{Version: "1"})), 0o644))
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.NoSandbox, chromedp.Flag("disable-gpu", true))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	b := &tab{t: t, ctx: ctx, url: "file://" + path}
	require.NoError(t, chromedp.Listen(ctx, b.watch))
	for _, enable := range []cdp.Command[cdp.Empty, cdp.Empty]{cdplog.Enable, runtime.Enable} {
		_, err := chromedp.Call(ctx, enable, cdp.Empty{})
		require.NoError(t, err)
	}
	_, err := chromedp.Call(ctx, network.Enable, network.EnableParams{})
	require.NoError(t, err)
	ctx, cancel = context.WithTimeout(ctx, browserDeadline)
	t.Cleanup(cancel)
	b.ctx = ctx
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

func (b *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	require.NoError(b.t, chromedp.Do(b.ctx, steps...))
}

// open loads the page in a window of a width and a height, in CSS pixels, of
// which each is scale pixels of the screen.
func (b *tab) open(width, height int64, scale float64) {
	b.t.Helper()
	b.do(chromedp.EmulateViewport(width, height, chromedp.EmulateScale(scale)), chromedp.Navigate(b.url))
}

// media sets "prefers-color-scheme" and the medium: "" for a screen.
func (b *tab) media(scheme, medium string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	require.NoError(b.t, err)
}

// eval returns what an expression comes to.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	v, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(b.t, err, expression)
	return v
}

func (b *tab) picture(name string) {
	b.t.Helper()
	folder := os.Getenv(picturesFolder)
	if folder == "" {
		return
	}
	png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
	require.NoError(b.t, err)
	require.NoError(b.t, os.WriteFile(filepath.Join(folder, name+".png"), png, 0o644))
}

func (b *tab) behaved() {
	b.t.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	assert.Empty(b.t, b.mischief)
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
	b.t.Helper()
	quoted, err := json.Marshal(value)
	require.NoError(b.t, err)
	eval[bool](b, fmt.Sprintf(`(() => { const f = document.querySelector("#filters [name=%s]"); f.value = %s; f.dispatchEvent(new Event("input", {bubbles: true})); return f.value === %s })()`, name, quoted, quoted))
}
