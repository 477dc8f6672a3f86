package corpus

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestLabelledFactsAreRead measures on the labelled stories, where they are at
// hand, how much of what people took for facts is kept out as furniture.
func TestLabelledFactsAreRead(t *testing.T) {
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED is not set: the labelled stories are not at hand")
	}
	folders, err := filepath.Glob(filepath.Join(dir, "data", "stories", "*"))
	require.NoError(t, err)
	require.NotEmpty(t, folders)
	stories, problems := Load(folders)
	assert.Empty(t, problems)
	quotes, lost := 0, 0
	for _, s := range stories {
		for article, list := range labelled(t, filepath.Join(dir, "data", "labels", s.Name+".json")) {
			for _, q := range list {
				quotes++
				if !kept(s, article, q) {
					lost++
					t.Logf("%s/%s: %q is kept out", s.Name, article, q)
				}
			}
		}
	}
	t.Logf("%d quotes of facts, %d kept out", quotes, lost)
	assert.LessOrEqual(t, lost*200, quotes, "one in 200 at most")
}

// labelled returns the quotes of a label file by article.
func labelled(t *testing.T, path string) map[string][]string {
	b, err := os.ReadFile(path)
	require.NoError(t, err)
	var labels struct {
		Facts []struct {
			Evidence []struct{ Article, Quote string }
		}
	}
	require.NoError(t, json.Unmarshal(b, &labels))
	out := map[string][]string{}
	for _, f := range labels.Facts {
		for _, e := range f.Evidence {
			out[e.Article] = append(out[e.Article], e.Quote)
		}
	}
	return out
}

// kept reports whether a quote is in a block that is read. A quote that is not
// in one block is a slip of the labels.
func kept(s Story, article, quote string) bool {
	furniture := false
	for _, a := range s.Articles {
		for _, b := range a.Blocks {
			if a.ID != article || !strings.Contains(b.In(a.Text), quote) {
				continue
			}
			if b.Kind != Furniture {
				return true
			}
			furniture = true
		}
	}
	return !furniture
}

// TestSeedPages counts the kinds of block on five pages that came with all
// their furniture; a person has looked at each.
func TestSeedPages(t *testing.T) {
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED is not set: the pages are not at hand")
	}
	stories, problems := Load([]string{filepath.Join(dir, "seeds")})
	require.Empty(t, problems)
	got := map[string]map[string]int{}
	for _, a := range stories[0].Articles {
		got[a.ID] = map[string]int{}
		for _, b := range a.Blocks {
			got[a.ID][[...]string{"text", "headline", "heading", b.Reason}[b.Kind]]++
		}
	}
	assert.Equal(t, map[string]map[string]int{
		"deftechtimes.txt": {"headline": 1, "text": 13, "heading": 3, "author box": 4, "headline of another story": 3,
			"advertisement mark": 1, "link to other stories": 1},
		"geokhub.txt": {"headline": 1, "text": 17, "heading": 2, "repeated text": 1, "byline": 2, "author box": 1, "reading time": 1,
			"playback control": 1, "newsletter appeal": 1, "share link": 2, "link to other stories": 1, "appeal to readers": 1},
		"medialine.txt": {"headline": 1, "text": 7, "donation appeal": 11},
		"outlet-b.txt":  {"text": 11, "heading": 4},
		"outlet-d.txt":  {"headline": 1, "text": 7, "menu or skip link": 1},
	}, got)
}
