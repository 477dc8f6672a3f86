//go:build pile

package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus/group/invented"
)

// The bounds of a large pile.
const (
	mostMemory   = 2 << 30
	mostSlope    = 1.15
	leastPlanted = 0.95
)

// pileRun is what one run of the program over a pile took and found.
type pileRun struct {
	articles  int
	wall, cpu time.Duration
	// memory is the most that the process had in memory, in bytes.
	memory         int64
	planted, found int
	// other are discrepancies in which no planted article has a part.
	other int
}

// forms are the ways in which a pile lies on the disk. Each writes the articles to
// a folder and returns the path to give to the program.
var forms = map[string]func(t *testing.T, dir string, pile []invented.Article) string{
	"lines": func(t *testing.T, dir string, pile []invented.Article) string { // of one JSON-lines file
		var b bytes.Buffer
		lines := json.NewEncoder(&b)
		for _, a := range pile {
			require.NoError(t, lines.Encode(map[string]string{"outlet": a.Outlet, "title": a.Title, "text": a.Text, "date": a.Published.Format(time.RFC3339)}))
		}
		name := filepath.Join(dir, "pile.jsonl")
		require.NoError(t, os.WriteFile(name, b.Bytes(), 0o600))
		return name
	},
	"files": func(t *testing.T, dir string, pile []invented.Article) string { // of ninjs, one an article
		dir = filepath.Join(dir, "pile")
		require.NoError(t, os.Mkdir(dir, 0o700))
		for i, a := range pile {
			item, err := json.Marshal(map[string]string{
				"uri": fmt.Sprintf("urn:pile:%d", i+1), "type": "text", "language": "en", "copyrightholder": a.Outlet,
				"headline": a.Title, "body_text": a.Text, "versioncreated": a.Published.Format(time.RFC3339),
			})
			require.NoError(t, err)
			require.NoError(t, os.WriteFile(filepath.Join(dir, fmt.Sprintf("%d.json", i+1)), item, 0o600))
		}
		return dir
	},
}

// TestPile sorts a pile of CONCORD_PILE invented articles (100,000 unless it
// says otherwise) into stories and checks them, in one run of the program, and
// a tenth of it to see how time grows: as lines of one file, and as a folder of
// files. Run it with
//
//	go test -tags pile -run TestPile -v ./cmd/concord
func TestPile(t *testing.T) {
	n := 100_000
	if s := os.Getenv("CONCORD_PILE"); s != "" {
		var err error
		n, err = strconv.Atoi(s)
		require.NoError(t, err, "CONCORD_PILE")
	}
	binary := filepath.Join(t.TempDir(), "concord")
	out, err := exec.Command("go", "build", "-o", binary, ".").CombinedOutput()
	require.NoError(t, err, string(out))
	for _, form := range slices.Sorted(maps.Keys(forms)) {
		t.Run(form, func(t *testing.T) { measurePile(t, binary, form, n) })
	}
}

// measurePile holds a pile of n articles against the bounds.
func measurePile(t *testing.T, binary, form string, n int) {
	// The small pile twice, before and after: other programs take their share of the
	// processor's caches, and not the same at all times.
	small, large, again := runPile(t, binary, form, n/10), runPile(t, binary, form, n), runPile(t, binary, form, n/10)
	for _, r := range []pileRun{small, large, again} {
		fmt.Printf("%s: %7d articles: %6.1f s, %6.1f s of processor time, %4d MB at most; planted discrepancies found: %d of %d; others: %d\n",
			form, r.articles, r.wall.Seconds(), r.cpu.Seconds(), r.memory>>20, r.found, r.planted, r.other)
		assert.Less(t, r.memory, int64(mostMemory))
		assert.GreaterOrEqual(t, float64(r.found), leastPlanted*float64(r.planted))
	}
	// Processor time: the clock on the wall tells as much of other programs.
	slope := math.Log10(2 * large.cpu.Seconds() / (small.cpu + again.cpu).Seconds())
	fmt.Printf("%s: time grows with the number of articles to the power of %.2f\n", form, slope)
	assert.LessOrEqual(t, slope, mostSlope)
}

func runPile(t *testing.T, binary, form string, n int) pileRun {
	dir := t.TempDir()
	pile := invented.Pile(n, 1)
	path := forms[form](t, dir, pile)
	cmd := exec.Command(binary, "check", "--group", "--fail-on", "none", "--format", "json", "--output", filepath.Join(dir, "reports")+"/", path)
	start := time.Now()
	out, err := cmd.CombinedOutput()
	require.NoError(t, err, string(out))
	r := pileRun{articles: n, wall: time.Since(start), cpu: cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()}
	r.memory = cmd.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10 // kilobytes on Linux
	r.count(t, pile, filepath.Join(dir, "reports"))
	return r
}

// count counts the planted discrepancies in the reports of a folder. A planted
// one is found where a discrepancy of death tolls has its article's among its
// values.
func (r *pileRun) count(t *testing.T, pile []invented.Article, dir string) {
	found := make([]bool, len(pile))
	files, err := filepath.Glob(filepath.Join(dir, "*.json"))
	require.NoError(t, err)
	seen := 0
	for _, name := range files {
		f, err := os.Open(name)
		require.NoError(t, err)
		rep, err := report.Read(f)
		require.NoError(t, err, name)
		require.NoError(t, f.Close())
		seen += len(rep.Articles)
		for _, finding := range rep.Findings {
			if finding.Verdict != "conflict" && finding.Verdict != "changed" && finding.Verdict != "disputed" {
				continue
			}
			planted := false
			for _, v := range finding.Values {
				i, err := strconv.Atoi(strings.TrimSuffix(v.Article[strings.LastIndexByte(v.Article, '/')+1:], ".json"))
				require.NoError(t, err, v.Article)
				if pile[i-1].Planted && finding.Rule == "casualties.killed" {
					planted, found[i-1] = true, true
				}
			}
			if !planted {
				r.other++
			}
		}
	}
	assert.Equal(t, len(pile), seen, "every article is in a report")
	for i := range pile {
		if pile[i].Planted {
			r.planted++
			if found[i] {
				r.found++
			}
		}
	}
}
