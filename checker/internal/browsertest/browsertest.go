//go:build browser

// Package browsertest opens pages in a real browser for tests: Chromium without a
// window, on this machine alone.
//
// CONCORD_AXE is the path of axe.min.js, which is not kept in the tree; without it
// accessibility is left unchecked, and said to be. CONCORD_SHOTS names a folder for
// pictures of the pages.
package browsertest

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The variables that tests in a browser read.
const (
	axeVariable   = "CONCORD_AXE"
	shotsVariable = "CONCORD_SHOTS"
)

// deadline is how long a test may use its browser.
const deadline = 3 * time.Minute

// Tab is a page of a browser of its own. It is for one goroutine.
type Tab struct {
	T   *testing.T
	Ctx context.Context
}

// Open starts a browser, which ends with the test.
func Open(t *testing.T) *Tab {
	t.Helper()
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]), chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true))
	ctx, cancel := chromedp.NewExecAllocator(t.Context(), opts...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	// The first run starts the browser, which lives as long as its context.
	require.NoError(t, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)))
	ctx, cancel = context.WithTimeout(ctx, deadline)
	t.Cleanup(cancel)
	return &Tab{T: t, Ctx: ctx}
}

// Do runs steps, of which none may fail.
func (b *Tab) Do(steps ...chromedp.Action[chromedp.Void]) {
	b.T.Helper()
	require.NoError(b.T, chromedp.Do(b.Ctx, steps...))
}

// Eval returns the value of an expression, or of the promise that it is.
func Eval[V any](b *Tab, expression string) V {
	b.T.Helper()
	v, err := chromedp.Run(b.Ctx, chromedp.Evaluate[V](expression, chromedp.EvalAwaitPromise))
	require.NoError(b.T, err, "%.300s", expression)
	return v
}

// Media sets "prefers-color-scheme" and the medium: "" for a screen.
func (b *Tab) Media(scheme, medium string) {
	b.T.Helper()
	_, err := chromedp.Call(b.Ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Media: medium, Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	require.NoError(b.T, err)
}

// Axe asks axe-core, in light and in dark, for what keeps people from using the
// page as it stands (WCAG 2.2 A and AA, and good practice).
func (b *Tab) Axe(name string) {
	b.T.Helper()
	path := os.Getenv(axeVariable)
	if path == "" {
		b.T.Logf("%s is not set: axe-core is not asked about %s", axeVariable, name)
		return
	}
	axe, err := os.ReadFile(path)
	require.NoError(b.T, err)
	// What sticks to the window's edge lies over what was scrolled beneath it.
	Eval[bool](b, "(scrollTo(0, 0), true)")
	for _, scheme := range []string{"light", "dark"} {
		b.Media(scheme, "")
		Eval[bool](b, string(axe)+"; true")
		faults := Eval[[]string](b, `axe.run(document, {resultTypes: ["violations"], runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})
			.then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.target.join(" ") + ": " + n.failureSummary)))`)
		assert.Empty(b.T, faults, "%s, %s", name, scheme)
	}
	b.Media("light", "")
}

// Picture keeps a picture of the whole page where they are wanted.
func (b *Tab) Picture(name string) {
	b.T.Helper()
	folder := os.Getenv(shotsVariable)
	if folder == "" {
		return
	}
	png, err := chromedp.Run(b.Ctx, chromedp.FullScreenshot(100))
	require.NoError(b.T, err)
	require.NoError(b.T, os.WriteFile(filepath.Join(folder, name+".png"), png, 0o600))
}

// Pictures keeps pictures of a phone, a tablet and a laptop, and holds that the
// page is wider than none of them.
func (b *Tab) Pictures(name string) {
	b.T.Helper()
	for _, device := range []struct {
		name  string
		width int64
	}{{"phone", 360}, {"tablet", 768}, {"laptop", 1280}} {
		b.Do(chromedp.EmulateViewport(device.width, 900))
		b.Picture(name + "-" + device.name)
		over := Eval[float64](b, "document.documentElement.scrollWidth - document.documentElement.clientWidth")
		assert.Zero(b.T, over, "%s on a %s: the page is wider than the window", name, device.name)
	}
	b.Do(chromedp.EmulateViewport(1280, 900))
}
