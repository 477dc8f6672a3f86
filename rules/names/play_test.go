package names

import (
	"fmt"
	"os"
	"testing"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
)

func TestPlay(t *testing.T) {
	f := os.Getenv("PLAY")
	if f == "" {
		t.Skip()
	}
	stories, _ := corpus.Load([]string{f})
	for _, st := range stories {
		var arts []Article
		var docs []*text.Document
		for _, a := range st.Articles {
			d := text.Parse(a)
			syntax.Tag(d)
			docs = append(docs, d)
			arts = append(arts, Article{d, Read(d)})
		}
		reg := Resolve(arts)
		for _, e := range reg.Entities {
			fmt.Printf("E %s %s %s:", e.Kind, e.Name, e.Party)
			seen := map[string]int{}
			for _, v := range e.Variants {
				seen[v.Form] += v.Count
			}
			fmt.Println(seen)
		}
		for i, a := range arts {
			for _, h := range Offices(docs[i], a.Mentions) {
				fmt.Printf("H %s | %s | %s country=%q scope=%q former=%v future=%v neg=%v | %q\n", a.Mentions[h.Person].Name, h.Title.Class, a.Mentions[h.Office].In(docs[i].Text), h.Country, h.Scope, h.Former, h.Future, h.Negated, h.In(docs[i].Text))
			}
		}
	}
}
