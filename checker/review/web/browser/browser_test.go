//go:build browser

// Package browser_test is a whole shift in a real browser, with what a test of
// pages as text cannot see: keys, times, widths and what assistive technology
// makes of them. It needs Chromium.
package browser_test

import (
	"context"
	"fmt"
	"net"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/internal/browsertest"
	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/checker/review/store/storetest"
	"github.com/concord-news/concord/checker/review/web"
	"github.com/concord-news/concord/examples"
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
	v := reviewtest.Reading(t, storetest.Database(t))
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
	d.story = reviewtest.Example(d.t, d.service, examples.Files, examples.SecurityTalks)
}

func (d *desk) page(path string) string { return fmt.Sprintf("%s/stories/%d%s", d.url, d.story, path) }

// tab is a browser of one person.
type tab struct {
	*desk
	*browsertest.Tab
}

// browse opens a browser and signs somebody in by the form.
func (d *desk) browse(who review.Who) *tab {
	b := &tab{d, browsertest.Open(d.t)}
	b.Do(chromedp.Navigate(d.url+"/?key="+url.QueryEscape(key)), chromedp.WaitReady("input[name=name]"),
		chromedp.SendKeys("input[name=name]", who.Name), chromedp.Click(fmt.Sprintf("input[value=%s]", who.Role)), chromedp.Submit("input[name=name]"),
		chromedp.WaitReady("body[data-ready] form.who"))
	return b
}

// go to a page and wait for its scripts.
func (b *tab) open(path string) {
	b.t.Helper()
	b.Do(chromedp.Navigate(b.page(path)))
	b.until(`document.body.dataset.ready == "yes"`)
}

// eval returns the value of an expression, or of the promise that it is.
func eval[V any](b *tab, expression string) V {
	b.t.Helper()
	return browsertest.Eval[V](b.Tab, expression)
}

// until waits for an expression to be true, also over pages that load.
func (b *tab) until(expression string) {
	b.t.Helper()
	end := time.Now().Add(8 * time.Second)
	for time.Now().Before(end) {
		ok, err := chromedp.Run(b.Ctx, chromedp.Evaluate[bool]("(() => { try { return Boolean("+expression+"); } catch { return false; } })()"))
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
	b.Do(chromedp.Evaluate[chromedp.Void](fmt.Sprintf(`document.querySelector(%q).scrollIntoView({block: "center"})`, selector)), chromedp.Click(selector))
}

func (b *tab) press(keys string) { b.t.Helper(); b.Do(chromedp.KeyEvent(keys)) }

func (b *tab) text(selector string) string {
	b.t.Helper()
	return eval[string](b, fmt.Sprintf("(document.querySelector(%q) || {innerText: ''}).innerText", selector))
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
		b.Do(chromedp.Submit(fmt.Sprintf(`form[action$="/articles/%d/removal"] button`, s.Number)), chromedp.WaitReady("body[data-ready]"))
		b.until(fmt.Sprintf(`!document.querySelector('form[action$="/articles/%d/removal"]')`, s.Number))
		b.Do(chromedp.SetValue(`form:has(textarea[name=text]) input[name=outlet]`, outlet), chromedp.SetValue(`form:has(textarea[name=text]) input[name=published]`, s.Published),
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
