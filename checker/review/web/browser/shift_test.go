//go:build browser

package browser_test

import (
	"context"
	"fmt"
	"net/url"
	"sort"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/internal/browsertest"
	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/reviewtest"
)

// ctrlEnter presses Ctrl and Enter.
func (b *tab) ctrlEnter() {
	b.Do(chromedp.KeyEvent(kb.Enter, chromedp.KeyModifiers(kb.ModifierCtrl)))
}

const currentStanding = `document.querySelector("article.review.current")?.dataset.standing`

// TestShift is a whole shift: triage by keyboard, a question, an overruling, a
// sign-off that is refused, the answer, the sign-off, an export, and a run with
// one figure changed that opens one finding again.
func TestShift(t *testing.T) {
	d := open(t)
	d.example()
	ada, cleo := d.browse(reviewtest.Ada()), d.browse(reviewtest.Cleo())

	// Triage by keyboard.
	ada.open("")
	ada.Pictures("findings")
	ada.Axe("findings")
	assert.GreaterOrEqual(t, eval[int](ada, `document.querySelectorAll("article.review").length`), 5)
	ada.press("n")
	ada.until(`document.querySelector("article.review.current .id").innerText == "F01"`)
	ada.press("1")
	ada.until(currentStanding + ` == "decided"`)
	ada.press("n")
	ada.until(`document.querySelector("article.review.current .id").innerText == "F02"`)
	ada.press("4")
	ada.until(`document.activeElement.name == "reason"`)
	assert.Equal(t, "open", eval[string](ada, currentStanding), "it asks for the reason first")
	ada.press("two readings of one roll call, j k 1 2")
	ada.ctrlEnter()
	ada.until(currentStanding + ` == "decided"`)
	assert.Contains(t, ada.text("article.review.current .said"), "same fact, other words")
	ada.press("u")
	ada.until(currentStanding + ` == "open"`)
	ada.press("1")
	ada.until(currentStanding + ` == "decided"`)
	ada.press("j")
	ada.until(`document.querySelector("article.review.current .id").innerText == "F03"`)
	ada.press("e")
	ada.until(`document.activeElement.name == "right"`)
	ada.press(kb.Escape)
	ada.press("?")
	ada.until(`document.getElementById("keys").open`)
	ada.Axe("keys")
	ada.press(kb.Escape)
	ada.press("k")
	ada.press("j")

	// A reference fact, typed on the page and held against each outlet.
	ada.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector("#case-2 details.references").open = true`),
		chromedp.SendKeys("#case-2 input[name=value]", "97 votes"), chromedp.SendKeys("#case-2 details.references input[name=from]", "2026-03-08"),
		chromedp.SendKeys("#case-2 input[name=source]", "minutes of the house"))
	ada.click("#case-2 details.references form:last-of-type button:not(.plain)")
	ada.until(`document.querySelector("#case-2 .contradicts")`)
	assert.Contains(t, ada.text("#case-2 details.references"), "Eastgate Monitor")
	assert.Contains(t, ada.text("#case-2 details.references"), "101 votes and 97 votes are 4 apart")
	ada.Pictures("reference")
	ada.Axe("reference")
	ada.Do(chromedp.Evaluate[chromedp.Void](`document.getElementById("case-3").focus()`))

	// A question, seen by the editor without loading the page again.
	cleo.open("")
	cleo.until(`document.body.dataset.live == "yes"`)
	ada.Do(chromedp.Evaluate[chromedp.Void](`document.querySelector("article.review.current details.ask").open = true`),
		chromedp.SendKeys("article.review.current details.ask input[name=to]", "Cleo Tanner"),
		chromedp.SendKeys("article.review.current details.ask textarea", "Is the toll of the health ministry the later one?"))
	ada.ctrlEnter()
	ada.until(currentStanding + ` == "waiting"`)
	cleo.until(`document.getElementById("case-3").dataset.standing == "waiting"`)
	assert.Contains(t, cleo.text("#case-3"), "Is the toll of the health ministry")

	// The editor overrules, and the checker sees it.
	cleo.Do(chromedp.SendKeys("#case-2 form.rule-form textarea", "the roll call is on record"), chromedp.SetValue("#case-2 form.rule-form select", "misread"))
	cleo.click(`#case-2 button[value=overrule]`)
	cleo.until(`document.getElementById("case-2").dataset.standing == "overruled"`)
	ada.until(`document.getElementById("case-2").dataset.standing == "overruled"`)
	assert.Contains(t, ada.text("#case-2 .decision"), "conflict stands", "both decisions stay in sight")
	assert.Contains(t, ada.text("#case-2 .decision"), "misread by the tool")
	cleo.click("#case-1 button[value=agree]")
	cleo.until(`document.getElementById("case-1").dataset.standing == "agreed"`)
	cleo.Pictures("decided")
	cleo.Axe("decided")

	// Sign-off is refused while the question is open.
	cleo.open("/sign-off")
	cleo.Axe("sign-off refused")
	assert.Contains(t, cleo.text(".blocking"), "waiting for Cleo Tanner")
	cleo.Do(chromedp.Submit("textarea[name=note]"))
	cleo.until(`document.body.innerText.includes("sign-off is refused")`)

	// The answer, a decision, and the sign-off.
	cleo.open("?show=mine")
	cleo.Do(chromedp.SendKeys("#case-3 .question textarea", "Yes, it is of the evening."))
	cleo.ctrlEnter()
	cleo.until(`document.getElementById("case-3").dataset.standing == "open"`)
	ada.until(`document.getElementById("case-3").dataset.standing == "open"`)
	ada.press("2")
	ada.until(`document.activeElement.name == "reason"`)
	ada.press("the toll of the evening")
	ada.ctrlEnter()
	ada.until(`document.getElementById("case-3").dataset.standing == "decided"`)
	cleo.open("/sign-off")
	cleo.Do(chromedp.SendKeys("textarea[name=note]", "Good to go."), chromedp.Submit("textarea[name=note]"))
	cleo.until(`document.body.innerText.includes("Signed off by")`)
	cleo.Pictures("signed-off")
	cleo.Axe("signed off")
	ada.open("")
	assert.Zero(t, eval[int](ada, `document.querySelectorAll("button[data-outcome]").length`), "nothing can be decided any more")
	cleo.open("/log")
	cleo.Pictures("log")
	cleo.Axe("log")
	signed := eval[string](cleo, `fetch(document.querySelector("a[href*='format=html&signed=']").href).then(r => r.text())`)
	assert.Contains(t, signed, "the roll call is on record")
	assert.Contains(t, signed, "101 votes and 97 votes are 4 apart", "how outlets stand to the reference fact")

	// One figure changes: one finding is opened again.
	require.NoError(t, d.service.Reopen(context.Background(), reviewtest.Cleo(), d.story, "a corrected article came in"))
	cleo.paste("Eastgate Monitor", "101 votes", "99 votes")
	cleo.Pictures("articles")
	cleo.Axe("articles")
	cleo.Do(chromedp.Submit(`form[action$="/runs"] button`))
	cleo.until(`document.getElementById("job").innerText.includes("1 reopened")`)
	cleo.open("?show=reopened")
	assert.Equal(t, 1, eval[int](cleo, `document.querySelectorAll("article.review").length`))
	assert.Contains(t, cleo.text(".reopened"), "Eastgate Monitor moved 101 votes -> 99 votes")
	assert.Contains(t, cleo.text("#case-2 details.references"), "99 votes and 97 votes are 2 apart", "held against the new run")
	cleo.Pictures("reopened")
	cleo.Axe("reopened")
	cleo.open("/compare?old=1&new=2")
	cleo.Axe("compare")
	assert.Contains(t, cleo.text("main"), "101 votes -> 99 votes")
	assert.Equal(t, []string{"101", "99"}, eval[[]string](cleo, `[...document.querySelectorAll(".words del, .words ins")].map(e => e.innerText)`))
	assert.Contains(t, cleo.text("main"), "in place of eastgate-monitor.txt")
	cleo.Pictures("compare")
}

// TestEveryPage: what a shift passes by is for everybody too: signing in, the list
// of stories with and without one, one finding, the texts of a run, the keys.
func TestEveryPage(t *testing.T) {
	d := open(t)
	stranger := browsertest.Open(t)
	stranger.Do(chromedp.Navigate(d.url+"/?key="+url.QueryEscape(key)), chromedp.WaitReady("input[name=name]"))
	stranger.Pictures("sign-in")
	stranger.Axe("sign-in")
	cleo := d.browse(reviewtest.Cleo())
	cleo.Pictures("no-stories")
	cleo.Axe("no stories")
	d.example()
	for name, path := range map[string]string{
		"stories": "/", "empty": fmt.Sprintf("/stories/%d?text=nothing-has-this", d.story), "finding": fmt.Sprintf("/stories/%d/findings/1", d.story),
		"texts": fmt.Sprintf("/stories/%d/runs/1/texts", d.story), "keys": "/keys",
	} {
		cleo.Do(chromedp.Navigate(d.url+path), chromedp.WaitReady("main h1, main h2"))
		cleo.Pictures(name)
		cleo.Axe(name)
	}
}

// TestEveryPart: parts of cards that the example has not: words of quotations
// that differ, and a statement in place of a value.
func TestEveryPart(t *testing.T) {
	d := open(t)
	ctx := context.Background()
	st, err := d.service.AddStory(ctx, reviewtest.Cleo(), "ferry", nil)
	require.NoError(t, err)
	d.story = st.ID
	for outlet, text := range map[string]string{
		"The Lantern":  "Mayor Ilse Varn said: \"We are trying to get it done, and I think we are closer now than before.\"\n\nThe ferry sank on 9 March 2026. The accident killed 14 people.\n",
		"Harbour Post": "Mayor Ilse Varn said: \"We are trying to get it done.\"\n\nThe ferry sank on 8 March 2026. The accident killed 12 people.\n",
	} {
		_, err := d.service.AddArticle(ctx, reviewtest.Cleo(), st.ID, review.Added{Kind: "text", Name: "pasted text", Outlet: outlet, Published: "2026-03-10", Content: []byte(text)})
		require.NoError(t, err)
	}
	_, _, err = d.service.Rerun(ctx, reviewtest.Cleo(), st.ID, nil)
	require.NoError(t, err)
	ada := d.browse(reviewtest.Ada())
	ada.open("?verdict=all")
	require.NotZero(t, eval[int](ada, `document.querySelectorAll("article.review .words del").length`), "words that differ")
	require.NotZero(t, eval[int](ada, `document.querySelectorAll("article.review textarea[name=statement]").length`), "a finding that takes statements alone")
	ada.Do(chromedp.Evaluate[chromedp.Void](`document.querySelectorAll("article.review details").forEach(d => { d.open = true; })`))
	ada.Pictures("parts")
	ada.Axe("parts")
}

// TestTwoPeople: an edit that is overtaken is told of, and what was typed stays.
func TestTwoPeople(t *testing.T) {
	d := open(t)
	st := reviewtest.Story(t, d.service, reviewtest.Report(3))
	d.story = st.ID
	ada := d.browse(reviewtest.Ada())
	ada.open("")
	ada.until(`document.body.dataset.live == "yes"`)
	ada.Do(chromedp.SendKeys("#case-1 form.decide textarea[name=reason]", "my long reason"))
	_, err := d.service.Decide(context.Background(), reviewtest.Bo(), d.story, review.Target{Case: 1, Version: 1}, review.Decision{Outcome: review.Stands})
	require.NoError(t, err)
	ada.until(`document.querySelector("#case-1 .problem").innerText.includes("Bo Marsh")`)
	ada.click(`#case-1 button[data-outcome="4"]`)
	ada.until(`document.querySelector("#case-1 .problem").innerText.includes("nothing was overwritten")`)
	assert.Equal(t, "my long reason", eval[string](ada, `document.querySelector("#case-1 form.decide textarea[name=reason]").value`))
	ada.click(`#case-1 button[data-outcome="4"]`)
	ada.until(`document.querySelector("#case-1 .said")?.innerText.includes("same fact, other words")`)

	// Several at once, and one undo.
	ada.click("#case-2 input[name=case]")
	ada.click("#case-3 input[name=case]")
	ada.Do(chromedp.SetValue("#bulk select", "misread"), chromedp.SendKeys("#bulk textarea", "page numbers"))
	ada.click("#bulk button")
	ada.until(`document.querySelectorAll(".is-decided").length == 3`)
	ada.click("#toolbar [data-key=u]")
	ada.until(`document.querySelectorAll(".is-open").length == 2`)
}

// What is promised of an idle machine is 300 ms for the first page in view and 50
// ms for a key; the test gives a machine that does other work twice that.
const (
	firstView = 2 * 300.0
	keyAnswer = 2 * 50.0
)

// TestTimes measures how soon the first page of a story of 2,000 findings is in
// view, and how soon a key is answered.
func TestTimes(t *testing.T) {
	d := open(t)
	d.story = reviewtest.Story(t, d.service, reviewtest.Report(2000)).ID
	_, err := d.service.Shown(context.Background(), d.story, 0)
	require.NoError(t, err)
	ada := d.browse(reviewtest.Ada())
	ada.open("")
	var first []float64
	for range 7 {
		ada.open("?page=2")
		ada.open("")
		ada.until(`performance.getEntriesByName("first-contentful-paint").length == 1`)
		first = append(first, eval[float64](ada, `performance.getEntriesByName("first-contentful-paint")[0].startTime`))
	}
	sort.Float64s(first)
	t.Logf("first page in view: median %.0f ms, most %.0f ms", first[3], first[6])
	assert.Less(t, first[3], firstView)

	ada.open("")
	moved := eval[[]float64](ada, keyTimes("j", `document.querySelector("article.review.current") !== was`))
	t.Logf("j: median %.1f ms, most %.1f ms", moved[len(moved)/2], moved[len(moved)-1])
	assert.Less(t, moved[len(moved)/2], keyAnswer)
	ada.open("")
	ada.press("j")
	pressed := eval[[]float64](ada, keyTimes("1", `document.querySelector("article.review.current [data-outcome='1']").getAttribute("aria-pressed") === "true"`))
	t.Logf("1, shown: median %.1f ms, most %.1f ms", pressed[len(pressed)/2], pressed[len(pressed)-1])
	assert.Less(t, pressed[len(pressed)/2], keyAnswer)
	var written []float64
	for i := range 15 {
		ada.open(fmt.Sprintf("?page=%d", i+3))
		ada.press("j")
		written = append(written, eval[float64](ada, `(async () => { const start = performance.now();
			document.dispatchEvent(new KeyboardEvent("keydown", {key: "1", bubbles: true}));
			while (document.querySelector("article.review.current").dataset.standing !== "decided") { await new Promise(r => setTimeout(r, 1)); }
			return performance.now() - start; })()`))
	}
	sort.Float64s(written)
	t.Logf("1, written down and the new card in its place: median %.1f ms, most %.1f ms", written[7], written[14])
}

// keyTimes presses a key and times until the page shows it, frame by frame.
func keyTimes(key, shows string) string {
	return fmt.Sprintf(`(async () => { const out = [];
		for (let i = 0; i < 15; i++) {
			const was = document.querySelector("article.review.current");
			const start = performance.now();
			document.dispatchEvent(new KeyboardEvent("keydown", {key: %q, bubbles: true}));
			while (!(%s)) { await new Promise(r => setTimeout(r, 0)); }
			await new Promise(r => requestAnimationFrame(r));
			out.push(performance.now() - start);
			if (%[1]q === "1") { await new Promise(r => setTimeout(r, 150)); document.dispatchEvent(new KeyboardEvent("keydown", {key: "j", bubbles: true})); }
		}
		return out.sort((a, b) => a - b); })()`, key, shows)
}
