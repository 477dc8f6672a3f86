//go:build browser

// Package browser_test is a whole shift in a real browser, with what a test of
// pages as text cannot see: keys, times, widths and what assistive technology
// makes of them. It needs Chromium; CONCORD_AXE is the path of axe.min.js, and
// CONCORD_SHOTS a folder for pictures.
package browser_test

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/web"
	"github.com/concord-news/concord/examples"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

const key = "the key that was printed"

// desk is a server with the built-in example.
type desk struct {
	t       *testing.T
	service *review.Service
	url     string
	story   int64
}

func open(t *testing.T) *desk {
	ctx := context.Background()
	db, err := store.Open(ctx, filepath.Join(t.TempDir(), "desk.db"))
	require.NoError(t, err)
	t.Cleanup(func() { db.Close() })
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	v := review.New(db, review.Options{Reader: review.Reader{Rules: rules.NewReader(builtin), Version: "test"}})
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	d := &desk{t: t, service: v, url: "http://" + l.Addr().String()}
	s, err := web.New(web.Options{Service: v, Address: &url.URL{Scheme: "http", Host: l.Addr().String()}, Key: key, Version: "test"})
	require.NoError(t, err)
	ctx, stop := context.WithCancel(ctx)
	ended := make(chan error, 1)
	go func() { ended <- s.Serve(ctx, l, nil) }()
	t.Cleanup(func() {
		stop()
		assert.NoError(t, <-ended)
	})
	return d
}

// example adds the built-in example and makes its first run.
func (d *desk) example() {
	ctx := context.Background()
	st, err := d.service.AddStory(ctx, reviewtest.Cleo(), examples.SecurityTalks, nil)
	require.NoError(d.t, err)
	d.story = st.ID
	var manifest []struct{ File, Outlet, Published string }
	b, err := examples.Files.ReadFile(examples.SecurityTalks + "/articles.json")
	require.NoError(d.t, err)
	require.NoError(d.t, json.Unmarshal(b, &manifest))
	for _, m := range manifest {
		b, err := examples.Files.ReadFile(examples.SecurityTalks + "/" + m.File)
		require.NoError(d.t, err)
		_, err = d.service.AddArticle(ctx, reviewtest.Cleo(), st.ID, review.Added{Kind: "file", Name: m.File, Outlet: m.Outlet, Published: m.Published, Content: b})
		require.NoError(d.t, err)
	}
	_, _, err = d.service.Rerun(ctx, reviewtest.Cleo(), st.ID, nil)
	require.NoError(d.t, err)
}

func (d *desk) page(path string) string { return fmt.Sprintf("%s/stories/%d%s", d.url, d.story, path) }

// tab is a browser of one person.
type tab struct {
	*desk
	ctx context.Context
}

// browse opens a browser and signs somebody in by the form.
func (d *desk) browse(who review.Who) *tab {
	opts := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.NoSandbox, chromedp.DisableGPU, chromedp.Flag("disable-background-networking", true))
	alloc, cancel := chromedp.NewExecAllocator(context.Background(), opts...)
	d.t.Cleanup(cancel)
	ctx, cancel := chromedp.NewContext(alloc)
	d.t.Cleanup(cancel)
	// The first run starts the browser, which lives as long as its context.
	require.NoError(d.t, chromedp.Do(ctx, chromedp.EmulateViewport(1280, 900)))
	ctx, cancel = context.WithTimeout(ctx, 2*time.Minute)
	d.t.Cleanup(cancel)
	b := &tab{d, ctx}
	b.run(chromedp.Navigate(d.url+"/?key="+url.QueryEscape(key)), chromedp.WaitReady("input[name=name]"),
		chromedp.SendKeys("input[name=name]", who.Name), chromedp.Click(fmt.Sprintf("input[value=%s]", who.Role)), chromedp.Submit("input[name=name]"),
		chromedp.WaitReady("body[data-ready] form.who"))
	return b
}

func (b *tab) run(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	require.NoError(b.t, chromedp.Do(b.ctx, actions...))
}

// go to a page and wait for its scripts.
func (b *tab) open(path string) {
	b.t.Helper()
	b.run(chromedp.Navigate(b.page(path)))
	b.until(`document.body.dataset.ready == "yes"`)
}

// eval returns the value of an expression, or of the promise that it is.
func eval[T any](b *tab, expression string) T {
	b.t.Helper()
	out, err := chromedp.Run(b.ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	require.NoError(b.t, err, "%.300s", expression)
	return out
}

// until waits for an expression to be true, also over pages that load.
func (b *tab) until(expression string) {
	b.t.Helper()
	end := time.Now().Add(8 * time.Second)
	for time.Now().Before(end) {
		ok, err := chromedp.Run(b.ctx, chromedp.Evaluate[bool]("(() => { try { return Boolean("+expression+"); } catch { return false; } })()"))
		if err == nil && ok {
			return
		}
		time.Sleep(15 * time.Millisecond)
	}
	b.t.Fatalf("did not come about: %s\nproblems: %s\n%.1500s", expression,
		eval[string](b, `Array.from(document.querySelectorAll(".problem:not([hidden]), #live"), p => p.innerText).join(" | ")`), eval[string](b, "document.querySelector('main').innerText"))
}

// click scrolls to the middle of the window first, where nothing that sticks to
// an edge of it lies over a button.
func (b *tab) click(selector string) {
	b.t.Helper()
	b.until(fmt.Sprintf(`document.querySelector(%q)`, selector))
	b.run(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector(%q).scrollIntoView({block: "center"})`, selector)), chromedp.Click(selector))
}

func (b *tab) press(keys string) { b.t.Helper(); b.run(chromedp.KeyEvent(keys)) }

func (b *tab) text(selector string) string {
	b.t.Helper()
	return eval[string](b, fmt.Sprintf("(document.querySelector(%q) || {innerText: ''}).innerText", selector))
}

// shot keeps a picture of the whole page at three widths.
func (b *tab) shots(name string) {
	dir := os.Getenv("CONCORD_SHOTS")
	if dir == "" {
		return
	}
	for _, width := range []int64{360, 768, 1280} {
		b.run(chromedp.EmulateViewport(width, 900))
		png, err := chromedp.Run(b.ctx, chromedp.FullScreenshot(100))
		require.NoError(b.t, err)
		require.NoError(b.t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%s-%d.png", name, width)), png, 0o600))
		over := eval[float64](b, "document.documentElement.scrollWidth - document.documentElement.clientWidth")
		assert.Zero(b.t, over, "%s at %d: the page is wider than the window", name, width)
	}
	b.run(chromedp.EmulateViewport(1280, 900))
}

// axe asks axe-core for what breaks WCAG 2.2 A and AA on the page.
func (b *tab) axe(name string) {
	b.t.Helper()
	path := os.Getenv("CONCORD_AXE")
	if path == "" {
		b.t.Log("CONCORD_AXE is not set: axe-core is not asked")
		return
	}
	source, err := os.ReadFile(path)
	require.NoError(b.t, err)
	for _, scheme := range []string{"light", "dark"} {
		b.media(scheme)
		b.run(chromedp.Evaluate[chromedp.Void](string(source)))
		out := eval[string](b, `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(
			r => JSON.stringify(r.violations.map(v => v.id + ": " + v.nodes.map(n => n.target.join(" ") + " " + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(" | "))))`)
		assert.Equal(b.t, "[]", out, "%s, %s", name, scheme)
	}
	b.media("light")
}

func (b *tab) media(scheme string) {
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	require.NoError(b.t, err)
}

// paste puts the text of an outlet in place of the file that was added.
func (b *tab) paste(outlet, old, new string) {
	b.t.Helper()
	for _, s := range b.sources() {
		if s.Outlet != outlet {
			continue
		}
		require.Contains(b.t, string(s.Content), old)
		b.open("/articles")
		b.run(chromedp.Submit(fmt.Sprintf(`form[action$="/articles/%d/removal"] button`, s.Number)), chromedp.WaitReady("body[data-ready]"))
		b.until(fmt.Sprintf(`!document.querySelector('form[action$="/articles/%d/removal"]')`, s.Number))
		b.run(chromedp.SetValue(`form:has(textarea[name=text]) input[name=outlet]`, outlet), chromedp.SetValue(`form:has(textarea[name=text]) input[name=published]`, s.Published),
			chromedp.SetValue("textarea[name=text]", strings.Replace(string(s.Content), old, new, 1)), chromedp.Submit("textarea[name=text]"))
		b.until(`document.body.innerText.includes("pasted text")`)
		return
	}
	b.t.Fatalf("no article of %s", outlet)
}

func (d *desk) sources() (out []store.Source) {
	require.NoError(d.t, d.service.Store().View(context.Background(), func(tx *store.Tx) (err error) {
		if out, err = tx.Sources(d.story); err != nil {
			return err
		}
		for i := range out {
			if out[i].Content, err = tx.Content(d.story, out[i].Number); err != nil {
				return err
			}
		}
		return nil
	}))
	return out
}
