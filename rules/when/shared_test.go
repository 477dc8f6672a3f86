package when_test

import (
	"bufio"
	"encoding/json"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
	"github.com/concord-news/concord/rules/when"
)

// shared opens a file of the development sets, or skips the test.
func shared(t *testing.T, path ...string) *os.File {
	t.Helper()
	root := os.Getenv("CONCORD_SHARED")
	if root == "" {
		t.Skip("CONCORD_SHARED names no folder of development sets")
	}
	f, err := os.Open(filepath.Join(append([]string{root}, path...)...))
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	return f
}

// line is a line of a development set.
type line struct {
	ID   string
	Text string
	Date string
	DCT  string
	// Mentions has byte offsets, Timex offsets in characters.
	Mentions, Timex []wanted
}

type wanted struct {
	Kind, Type, Text string
	Start, End       int
	Timex            []string
	Value            string
}

func (w *wanted) accepts(timex string) bool {
	want := w.Timex
	if len(want) == 0 {
		want = []string{w.Value}
	}
	day, _, _ := strings.Cut(timex, "T")
	for _, v := range want {
		if timex == v || !strings.Contains(v, "T") && day == v {
			return true
		}
	}
	return false
}

func lines(t *testing.T, path ...string) []line {
	t.Helper()
	s := bufio.NewScanner(shared(t, path...))
	s.Buffer(nil, 1<<24)
	var all []line
	for s.Scan() {
		var l line
		require.NoError(t, json.Unmarshal(s.Bytes(), &l))
		if l.Timex != nil {
			runes := []rune(l.Text)
			for i := range l.Timex {
				w := &l.Timex[i]
				w.Start, w.End = len(string(runes[:w.Start])), len(string(runes[:w.End]))
			}
			l.Mentions = l.Timex
		}
		all = append(all, l)
	}
	require.NoError(t, s.Err())
	return all
}

func published(t *testing.T, s string) corpus.Published {
	t.Helper()
	for _, layout := range [...]string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02"} {
		if at, err := time.Parse(layout, s); err == nil {
			return corpus.Published{Time: at, Clock: layout != "2006-01-02" && !strings.HasSuffix(s, "T00:00:00"), From: "manifest"}
		}
	}
	require.Empty(t, s)
	return corpus.Published{}
}

func read(t *testing.T, l line) []mention.Mention {
	t.Helper()
	d := text.ParseString(l.Text)
	syntax.Tag(d)
	if l.Date == "" {
		l.Date = l.DCT
	}
	return when.Read(d, published(t, l.Date))
}

// jsonlWriter writes what was read in the form of `concord read --jsonl` to the
// file that CONCORD_WHEN_OUT names, for scoring by other programs.
func jsonlWriter(t *testing.T, suffix string) func(line, []mention.Mention) {
	t.Helper()
	path := os.Getenv("CONCORD_WHEN_OUT")
	if path == "" {
		return func(line, []mention.Mention) {}
	}
	f, err := os.Create(path + suffix)
	require.NoError(t, err)
	t.Cleanup(func() { f.Close() })
	e := json.NewEncoder(f)
	return func(l line, got []mention.Mention) {
		type out struct {
			Kind   string   `json:"kind"`
			Start  int      `json:"start"`
			End    int      `json:"end"`
			Text   string   `json:"text"`
			Low    *float64 `json:"low"`
			High   *float64 `json:"high"`
			Unit   string   `json:"unit"`
			Approx bool     `json:"approx"`
			Bound  int      `json:"bound"`
			Timex  string   `json:"timex"`
			FromTo string   `json:"-"`
		}
		all := []out{}
		for _, m := range got {
			o := out{Kind: m.Kind.String(), Start: m.Start, End: m.End, Text: m.In(l.Text), Unit: m.Unit, Approx: m.Quantity.Approx, Bound: int(m.Quantity.Bound), Timex: m.Timex}
			if m.Quantity.Known() && !math.IsInf(m.Quantity.Low, 0) {
				o.Low = &m.Quantity.Low
			}
			if m.Quantity.Known() && !math.IsInf(m.Quantity.High, 0) {
				o.High = &m.Quantity.High
			}
			all = append(all, o)
		}
		require.NoError(t, e.Encode(map[string]any{"id": l.ID, "mentions": all}))
	}
}

// score counts as the research literature does: a mention is found where one
// of ours overlaps it, right where the value is the same too.
type score struct{ gold, found, right, read, real int }

func (s *score) add(gold []wanted, got []mention.Mention) {
	over := func(w wanted, m mention.Mention) bool { return w.Start < m.End && m.Start < w.End }
	for _, w := range gold {
		s.gold++
		hit, right := false, false
		for _, m := range got {
			if over(w, m) {
				hit, right = true, right || w.accepts(m.Timex)
			}
		}
		if hit {
			s.found++
		}
		if right {
			s.right++
		}
	}
	for _, m := range got {
		s.read++
		if slices.ContainsFunc(gold, func(w wanted) bool { return over(w, m) }) {
			s.real++
		}
	}
}

func (s score) precision() float64 { return float64(s.real) / float64(max(1, s.read)) }
func (s score) recall() float64    { return float64(s.found) / float64(max(1, s.gold)) }

// valueF1 is the F1 of mentions found, times the share of those whose value is
// right.
func (s score) valueF1() float64 {
	p, r := s.precision(), s.recall()
	return 2 * p * r / max(1e-9, p+r) * float64(s.right) / float64(max(1, s.found))
}

func TestTimeBank(t *testing.T) {
	all := lines(t, "data", "timex.jsonl")
	write := jsonlWriter(t, "timex.jsonl")
	var looked, kept, both score
	for i, l := range all {
		got := read(t, l)
		write(l, got)
		if i%2 == 0 {
			looked.add(l.Mentions, got)
		} else {
			kept.add(l.Mentions, got)
		}
		both.add(l.Mentions, got)
	}
	for _, s := range [...]struct {
		name string
		score
	}{{"looked at", looked}, {"only scored", kept}, {"all", both}} {
		t.Logf("%-12s precision %.3f recall %.3f value F1 %.3f", s.name, s.precision(), s.recall(), s.valueF1())
	}
	assert.GreaterOrEqual(t, both.valueF1(), 0.78)
}

// TestSeeds reads the hand-labelled dates and durations of five articles whose
// publication dates are held to be unknown.
func TestSeeds(t *testing.T) {
	var items []struct {
		File, Text, Kind, Note string
		Low                    any `json:"value_low"`
		Start                  int `json:"byte_start"`
		End                    int `json:"byte_end"`
	}
	require.NoError(t, json.NewDecoder(shared(t, "seeds", "numbers.json")).Decode(&items))
	got := map[string][]mention.Mention{}
	n, right := 0, 0
	for _, w := range items {
		if w.Kind != "date" && w.Kind != "duration" || strings.HasPrefix(w.Note, "OPTIONAL") {
			continue
		}
		if got[w.File] == nil {
			b, err := io.ReadAll(shared(t, "seeds", w.File))
			require.NoError(t, err)
			got[w.File] = when.Read(parse(string(b)), corpus.Published{})
		}
		n++
		ok := slices.ContainsFunc(got[w.File], func(m mention.Mention) bool {
			if m.Start != w.Start || m.End != w.End {
				return false
			}
			low, number := w.Low.(float64)
			return number && m.Quantity.Low == low && m.Quantity.High == low || !number && m.Timex == w.Low
		})
		if ok {
			right++
		} else {
			t.Logf("miss %s %q at %d", w.File, w.Text, w.Start)
		}
	}
	t.Logf("right %d of %d", right, n)
	assert.GreaterOrEqual(t, float64(right)/float64(n), 0.99)
}

func TestQuantities(t *testing.T) {
	write := jsonlWriter(t, "quantities.jsonl")
	var s score
	for _, l := range lines(t, "data", "quantities.jsonl") {
		gold := slices.DeleteFunc(slices.Clone(l.Mentions), func(w wanted) bool { return len(w.Timex) == 0 })
		got := read(t, l)
		write(l, got)
		s.add(gold, got)
	}
	t.Logf("found %d right %d of %d = %.3f", s.found, s.right, s.gold, float64(s.right)/float64(s.gold))
	assert.GreaterOrEqual(t, float64(s.right)/float64(s.gold), 0.78)
}
