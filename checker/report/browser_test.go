//go:build browser

package report_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
)

// TestBrowserFilters: each choice of each filter leaves the findings that it
// ought to, and clearing brings all back.
func TestBrowserFilters(t *testing.T) {
	onPages(t, func(t *testing.T, _ string, r *checker.Report, b *tab) {
		b.open(1280, 900, 1)
		visible := func() []string {
			return eval[[]string](b, `[...document.querySelectorAll("article.finding")].filter(f => !f.hidden).map(f => f.id).sort()`)
		}
		want := func(keep func(f *checker.Finding) bool) []string {
			ids := []string{}
			for i := range r.Findings {
				if keep(&r.Findings[i]) {
					ids = append(ids, r.Findings[i].ID)
				}
			}
			slices.Sort(ids)
			return ids
		}
		all := want(func(*checker.Finding) bool { return true })
		require.Equal(t, all, visible())
		has := map[string]func(f *checker.Finding, v string) bool{
			"verdict":  func(f *checker.Finding, v string) bool { return f.Verdict.String() == v },
			"severity": func(f *checker.Finding, v string) bool { return f.Severity.String() == v },
			"kind":     func(f *checker.Finding, v string) bool { return f.Kind == v },
			"outlet": func(f *checker.Finding, v string) bool {
				return slices.ContainsFunc(f.Values, func(x checker.Value) bool { return x.Article.Outlet == v })
			},
		}
		for name, keep := range has {
			options := eval[[]string](b, fmt.Sprintf(`[...document.querySelector("#filters [name=%s]").options].map(o => o.value)`, name))
			require.Greater(t, len(options), 1, name)
			for _, v := range options[1:] {
				b.choose(name, v)
				left := want(func(f *checker.Finding) bool { return keep(f, v) })
				assert.Equal(t, left, visible(), "%s = %s", name, v)
				assert.Equal(t, fmt.Sprintf("%d of %d shown", len(left), len(all)), eval[string](b, `document.getElementById("shown").textContent`))
				hidden := eval[[]string](b, `[...document.querySelectorAll("article.finding")].filter(f => !f.hidden && !f.checkVisibility()).map(f => f.id)`)
				assert.Empty(t, hidden, "%s = %s: a finding that is left can be seen", name, v)
			}
			b.Do(chromedp.Click(chromedp.CSS("#filters button[type=reset]")))
			require.Eventually(t, func() bool { return slices.Equal(all, visible()) }, 2*time.Second, 10*time.Millisecond)
		}
		b.Do(chromedp.SendKeys(chromedp.CSS("#filters [name=text]"), r.Findings[0].Fact))
		assert.Contains(t, visible(), r.Findings[0].ID)
		b.Do(chromedp.SendKeys(chromedp.CSS("#filters [name=text]"), "no such words anywhere"))
		assert.Empty(t, visible())
	})
}

// anchors are the places in the page that its links lead to.
func (b *tab) anchors() []string {
	return eval[[]string](b, `[...new Set([...document.querySelectorAll("a[href^='#']")].map(a => a.getAttribute("href")))]`)
}

// inSight says of a place whether it can be seen once a link has led there.
const inSight = `(() => { const e = document.getElementById(location.hash.slice(1)); const r = e.getBoundingClientRect();
	return e.checkVisibility() && r.height > 0 && r.top < innerHeight && r.bottom > 0 })()`

// TestBrowserAnchors: every link of the page leads to a place that can be seen,
// also where it lay in a part that was closed or was filtered away.
func TestBrowserAnchors(t *testing.T) {
	onPages(t, func(t *testing.T, _ string, r *checker.Report, b *tab) {
		b.open(1280, 900, 1)
		b.choose("severity", "high")
		links := b.anchors()
		require.NotEmpty(t, links)
		for _, l := range links {
			eval[bool](b, fmt.Sprintf(`(location.hash = %q, true)`, l))
			assert.Eventually(t, func() bool { return eval[bool](b, inSight) }, 2*time.Second, 5*time.Millisecond, l)
		}
	})
}

// TestBrowserWithoutScript: with JavaScript off all findings and articles can be
// read and every link leads somewhere; the filters alone are away.
func TestBrowserWithoutScript(t *testing.T) {
	onPages(t, func(t *testing.T, name string, r *checker.Report, b *tab) {
		_, err := chromedp.Call(b.Ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: true})
		require.NoError(t, err)
		b.open(1280, 900, 1)
		b.Picture(name + "-without-script")
		assert.False(t, eval[bool](b, `document.getElementById("filters").checkVisibility()`))
		// What is closed opens without a script.
		for range eval[int](b, `document.querySelectorAll("details:not([open])").length`) {
			eval[bool](b, `(document.querySelector("details:not([open])").open = true)`)
		}
		text := eval[string](b, `document.body.innerText`)
		for i := range r.Findings {
			f := &r.Findings[i]
			assert.Contains(t, text, report.Plain(f.Fact))
			assert.Contains(t, text, report.Plain(f.Why))
			for _, v := range f.Values {
				assert.Contains(t, strings.Join(strings.Fields(text), " "), report.Plain(v.Text()))
			}
		}
		b.Do(chromedp.Navigate(b.url))
		for _, l := range b.anchors() {
			b.Do(chromedp.Navigate(b.url + l))
			assert.True(t, eval[bool](b, inSight), l)
		}
	})
}

// TestBrowserWidths: nothing is wider than the window, on a phone, a laptop, a
// large screen, and with the page enlarged four times.
func TestBrowserWidths(t *testing.T) {
	onPages(t, func(t *testing.T, name string, _ *checker.Report, b *tab) {
		for _, w := range []struct {
			name          string
			width, height int64
			scale         float64
		}{{"390", 390, 844, 1}, {"1280", 1280, 900, 1}, {"1920", 1920, 1080, 1}, {"enlarged", 320, 225, 4}} {
			b.Media("light", "")
			b.open(w.width, w.height, w.scale)
			eval[bool](b, `(document.querySelectorAll("details").forEach(d => d.open = true), true)`)
			wide := eval[[]string](b, `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && !e.closest(".scroll, caption, thead"))
				.map(e => e.tagName + "." + e.className + "#" + e.id).slice(0, 10)`)
			assert.Empty(t, wide, w.name)
			assert.LessOrEqual(t, eval[int](b, `document.documentElement.scrollWidth`), int(w.width), w.name)
			b.Do(chromedp.Navigate(b.url))
			if w.scale == 1 {
				b.Picture(name + "-" + w.name)
			}
		}
		b.Media("dark", "")
		b.open(1280, 900, 1)
		b.Picture(name + "-dark")
	})
}

// TestBrowserKeyboard: the tab key reaches every link, filter and part that can
// be opened, in the order of the page, and shows where it is.
func TestBrowserKeyboard(t *testing.T) {
	onPages(t, func(t *testing.T, _ string, _ *checker.Report, b *tab) {
		b.open(1280, 900, 1)
		const stops = 40
		last := -1
		for i := range stops {
			b.Do(chromedp.KeyEvent("\t"))
			at := eval[struct {
				Tag, Outline string
				Index        int
			}](b, `(() => { const e = document.activeElement, s = getComputedStyle(e);
				return {Tag: e.tagName, Outline: s.outlineStyle + " " + s.outlineWidth, Index: [...document.querySelectorAll("*")].indexOf(e)} })()`)
			if at.Tag == "BODY" && i > 20 {
				break // once round a short page
			}
			require.NotEqual(t, "BODY", at.Tag, "stop %d", i)
			assert.Equal(t, "solid 3px", at.Outline, "stop %d: %s", i, at.Tag)
			assert.Greater(t, at.Index, last, "stop %d: %s", i, at.Tag)
			last = at.Index
		}
	})
}

// TestBrowserPrint: paper shows what is closed on a screen, and no filters.
func TestBrowserPrint(t *testing.T) {
	onPages(t, func(t *testing.T, name string, _ *checker.Report, b *tab) {
		b.Media("light", "print")
		b.open(794, 1123, 1) // A4 at 96 dots an inch
		hidden := eval[[]string](b, `[...document.querySelectorAll("article")].filter(e => !e.checkVisibility({contentVisibilityAuto: true}) || e.getBoundingClientRect().height < 20).map(e => e.id)`)
		assert.Empty(t, hidden)
		assert.False(t, eval[bool](b, `document.getElementById("filters").checkVisibility()`))
		assert.LessOrEqual(t, eval[int](b, `document.documentElement.scrollWidth`), 794)
		b.Picture(name + "-print")
	})
}

// TestBrowserAccessibility: axe-core finds nothing, contrast included, in light
// and dark, wide and narrow, with every part open.
func TestBrowserAccessibility(t *testing.T) {
	onPages(t, func(t *testing.T, name string, _ *checker.Report, b *tab) {
		for _, width := range []int64{390, 1280} {
			b.open(width, 900, 1)
			eval[bool](b, `(document.querySelectorAll("details").forEach(d => d.open = true), true)`)
			b.Axe(fmt.Sprintf("%s, %d pixels", name, width))
		}
	})
}

// TestBrowserHostileWords: whatever articles say, the page asks for nothing,
// opens nothing, runs nothing and is no wider.
func TestBrowserHostileWords(t *testing.T) {
	b := browse(t, enemies(t, 1000))
	b.open(390, 844, 1)
	assert.Equal(t, 1, eval[int](b, `document.scripts.length`))
	for _, l := range eval[[]string](b, `[...document.querySelectorAll("a")].map(a => a.getAttribute("href"))`) {
		assert.True(t, strings.HasPrefix(l, "#"), l)
	}
	eval[bool](b, `(document.querySelectorAll("details").forEach(d => d.open = true), true)`)
	eval[bool](b, `(document.querySelectorAll("body *").forEach(e => e.dispatchEvent(new MouseEvent("mouseover", {bubbles: true}))), true)`)
	assert.LessOrEqual(t, eval[int](b, `document.documentElement.scrollWidth`), 390)
	b.behaved()
}

// TestBrowserLongWords: a word of tens of thousands of signs, as pages have that
// carry a picture in their text, is laid out and not wider than the page.
func TestBrowserLongWords(t *testing.T) {
	r := build(t)
	word := strings.Repeat("QmFzZTY0", 4000)
	a := r.article("a.txt", "The Harbour Post", "A", "A picture. "+word+" It was sent by a reader.")
	r.finding(checker.Finding{ID: "F01", Fact: "picture", Kind: "count", Verdict: checker.Conflict, Values: []checker.Value{r.value(a, word, "1")}})
	b := browse(t, r.r)
	b.open(390, 844, 1)
	assert.LessOrEqual(t, eval[int](b, `document.documentElement.scrollWidth`), 390)
	b.behaved()
}
