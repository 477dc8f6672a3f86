package web

import (
	"net/url"
	"strconv"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

// pageSize is how many cards a page has: as many as open in the time that a
// page may take (see the load test).
const pageSize = 15

// choice is what a reader wants to see of a story, as a page's address has it.
type choice struct {
	// Show is "" (all), "todo", "waiting", "decided", "mine" (questions put to
	// the reader) or "reopened".
	Show string
	// Verdict is one, "" for all that an editor should look at, or "all".
	Verdict                      string
	Severity, Kind, Outlet, Text string
	Page                         int
}

func readChoice(v url.Values) choice {
	c := choice{Show: v.Get("show"), Verdict: v.Get("verdict"), Severity: v.Get("severity"), Kind: v.Get("kind"), Outlet: v.Get("outlet"), Text: v.Get("text")}
	c.Page, _ = strconv.Atoi(v.Get("page")) // 0 where it is none
	c.Page = min(max(c.Page, 1), 1_000_000)
	return c
}

func (c choice) filter(st store.Story, reader string) store.Filter {
	f := store.Filter{
		Story: st.ID, Run: st.Run, Severity: c.Severity, Kind: c.Kind, Outlet: c.Outlet, Text: c.Text,
		Limit: pageSize, Offset: (c.Page - 1) * pageSize,
	}
	switch c.Verdict {
	case "":
		f.Shown = true
	case "all":
	default:
		f.Verdicts = []string{c.Verdict}
	}
	switch c.Show {
	case "todo":
		f.States = review.Undecided()
	case "decided":
		f.States, f.Settled = []string{string(review.Decided), string(review.Agreed), string(review.Overruled)}, true
	case "reopened":
		f.States = []string{string(review.Reopened)}
	case "waiting":
		f.Waiting = true
	case "mine":
		f.Asked = reader
	}
	return f
}

// narrowed reports whether the choice leaves out anything that is shown unasked.
func (c choice) narrowed() bool {
	return c.Show != "" || c.Verdict != "" || c.Severity != "" || c.Kind != "" || c.Outlet != "" || c.Text != ""
}

// query writes the choice as the part of an address after "?".
func (c choice) query(page int) string {
	v := url.Values{}
	for name, value := range map[string]string{
		"show": c.Show, "verdict": c.Verdict, "severity": c.Severity, "kind": c.Kind, "outlet": c.Outlet, "text": c.Text,
	} {
		if value != "" {
			v.Set(name, value)
		}
	}
	if page > 1 {
		v.Set("page", strconv.Itoa(page))
	}
	return v.Encode() // sorted by name
}

func pagesOf(total int) int { return max(1, (total+pageSize-1)/pageSize) }
