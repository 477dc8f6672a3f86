package group

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
)

// bCubed is the F1 of the B-cubed measure; found and want give each article's
// group.
func bCubed(found, want map[*corpus.Article]string) (precision, recall, f1 float64) {
	for a := range want {
		both, f, w := 0.0, 0.0, 0.0
		for b := range want {
			sameF, sameW := found[a] == found[b], want[a] == want[b]
			if sameF {
				f++
			}
			if sameW {
				w++
			}
			if sameF && sameW {
				both++
			}
		}
		precision += both / f
		recall += both / w
	}
	n := float64(len(want))
	precision, recall = precision/n, recall/n
	return precision, recall, 2 * precision * recall / (precision + recall)
}

// TestPileOfStories throws the stories of the development set, where they are
// at hand, into one pile.
func TestPileOfStories(t *testing.T) {
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED is not set: the stories are not at hand")
	}
	folders, err := filepath.Glob(filepath.Join(dir, "data", "stories", "*"))
	require.NoError(t, err)
	stories, _ := corpus.Load(folders)
	want, found := map[*corpus.Article]string{}, map[*corpus.Article]string{}
	byHash := map[string]*corpus.Article{}
	var pile []*corpus.Article
	for _, s := range stories {
		for _, a := range s.Articles {
			want[a] = s.Name
			byHash[a.SHA256+a.Path] = a
			pile = append(pile, a)
		}
	}
	r := Sort(pile)
	for _, s := range r.Stories {
		for _, a := range s.Articles {
			found[byHash[a.SHA256+a.Path]] = s.Name
		}
	}
	for _, a := range r.Rest {
		found[byHash[a.SHA256+a.Path]] = "rest " + a.Path
	}
	p, rec, f1 := bCubed(found, want)
	t.Logf("%d articles of %d stories: %d found, %d left over; B-cubed precision %.3f, recall %.3f, F1 %.3f", len(pile), len(stories), len(r.Stories), len(r.Rest), p, rec, f1)
	for _, s := range r.Stories {
		kinds := map[string]int{}
		for _, a := range s.Articles {
			kinds[want[byHash[a.SHA256+a.Path]]]++
		}
		t.Logf("%s: %v", s.Name, kinds)
	}
	assert.GreaterOrEqual(t, f1, 0.95)
}

// TestPileOfIncidents throws the shootings of the casualties set, where they
// are at hand, into one pile: stories that are as alike as stories get.
func TestPileOfIncidents(t *testing.T) {
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED is not set: the incidents are not at hand")
	}
	f, err := os.Open(filepath.Join(dir, "data", "casualties.jsonl"))
	require.NoError(t, err)
	defer f.Close()
	want, found := map[*corpus.Article]string{}, map[*corpus.Article]string{}
	var pile []*corpus.Article
	for in := json.NewDecoder(f); in.More(); {
		var incident struct {
			Incident string
			Docs     []struct{ ID, Text, Dct, Title string }
		}
		require.NoError(t, in.Decode(&incident))
		for _, d := range incident.Docs {
			a := corpus.FromText(incident.Incident+"-"+d.ID, d.Title+"\n\n"+d.Text)
			if day, err := time.Parse(time.DateOnly, d.Dct); err == nil {
				a.Published = corpus.Published{Time: day, From: "manifest"}
			}
			want[a] = incident.Incident
			found[a] = "rest " + a.ID
			pile = append(pile, a)
		}
	}
	r := Sort(pile)
	for _, s := range r.Stories {
		for _, a := range s.Articles {
			found[a] = s.Name
		}
	}
	p, rec, f1 := bCubed(found, want)
	t.Logf("%d articles: %d stories found, %d left over; B-cubed precision %.3f, recall %.3f, F1 %.3f", len(pile), len(r.Stories), len(r.Rest), p, rec, f1)
	assert.GreaterOrEqual(t, f1, 0.8)
}
