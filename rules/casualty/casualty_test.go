package casualty_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/casualty"
	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/quantity"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
)

// parsed is a text with what casualties are read from.
type parsed struct {
	doc      *text.Document
	mentions []mention.Mention
	clauses  []clause.Clause
}

func parse(s string) parsed {
	d := text.Parse(corpus.FromText("test", s))
	syntax.Tag(d)
	return parsed{d, merged(quantity.Read(d), names.Read(d)), clause.Read(d)}
}

// merged joins two lists of mentions in the order of their first tokens.
func merged(a, b []mention.Mention) []mention.Mention {
	var out []mention.Mention
	for len(a) > 0 || len(b) > 0 {
		if len(b) == 0 || len(a) > 0 && a[0].First <= b[0].First {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return out
}

var outcomeNames = map[casualty.Outcome]string{casualty.Killed: "killed", casualty.Injured: "injured", casualty.Shot: "shot"}

// wholes writes what a text tells in all: "killed 2, injured 12+".
func wholes(s string) string {
	p := parse(s)
	var out []string
	for _, t := range casualty.Settle(casualty.Read(p.doc, p.mentions, p.clauses), p.doc.SentenceOf) {
		if t.Kind != casualty.Whole {
			continue
		}
		n := fmt.Sprintf("%s %g", outcomeNames[t.Outcome], t.Quantity.Low)
		if math.IsInf(t.Quantity.High, 1) {
			n += "+"
		}
		out = append(out, n)
	}
	return strings.Join(out, ", ")
}

func TestWholes(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"The bomb killed at least two people and wounded 90.", "killed 2+, injured 90"},
		{"The death toll from the quake rose to 330 on Monday.", "killed 330"},
		{"The crash left seven dead and more than 50 injured.", "killed 7, injured 50+"},
		{"A family of five was among 12 people killed when the plane crashed.", "killed 12"},
		{"No one was hurt in the fire.", "injured 0"},
		{"No one else was hurt in the fire.", ""},
		{"A boy, six, was killed by a falling tree.", "killed 1"},
		{"Two were killed and five wounded.", "killed 2, injured 5"},
		{"The blast killed 12 and injured 30.", "killed 12, injured 30"},
		{"A fire in a hotel left three dead.", "killed 3"},
		{"Twelve people were killed, five of them children.", "killed 12"},
		{"The storm killed 12 people, including two children.", "killed 12"},
		{"A gunman killed 5 people, police said.", "killed 5"},
		{"The deaths of three people shocked the town.", "killed 3"},
		{"Officials reported three deaths.", "killed 3"},
		{"The fire caused two fatalities, officials said.", "killed 2"},
		{"A 23-year-old man was shot and killed on Saturday night.", "killed 1"},
		{"Police found a man dead in a car.", "killed 1"},
		{"She was taken to a hospital, where she died.", "killed 1"},
		{"He was pronounced dead at the scene.", "killed 1"},
		{"A woman was fatally shot in Lierby.", "killed 1"},
		{"A man and a woman were killed in Lierby.", "killed 2"},
		{"Two men and a woman were wounded in Lierby.", "injured 3"},
		{"A couple died in a fire.", "killed 2"},
		{"A mother and her two children died in a fire.", "killed 3"},
		{"A family of five was killed.", "killed 5"},
		{"The attack claimed 14 lives.", "killed 14"},
		{"The attack claimed the lives of 14 people.", "killed 14"},
		{"Eleven people lost their lives in the flood.", "killed 11"},
		{"Killed were Ann Blake, 34, and her son.", "killed 2"},
		{"Four people were shot, one of them fatally.", "killed 1, injured 3, shot 4"},
		{"A man killed his wife before killing himself.", "killed 2"},
		{"The body of a woman was found on Friday.", "killed 1"},
		{"Her brother, John, was shot in the chest and killed.", "killed 1"},
	} {
		assert.Equal(t, c.want, wholes(c.text), c.text)
	}
}

func TestNothingIsStated(t *testing.T) {
	for _, s := range []string{
		"Two people could be killed if the dam breaks.",
		"He threatened to kill three people.",
		"They tried to kill two officers.",
		"He was charged with the attempted murder of two officers.",
		"Did 20 people die in the fire?",
		"So far this year, 126 people have been killed in the city.",
		"The girl was not hurt, and none of the boys was injured.",
		"The flood killed 3,000 sheep and 200 cows.",
		"The vote killed the bill.",
		"A shooting suspect was arrested.",
		"Two people watched the shooting of a film.",
		"The government is dead set against the plan.",
		"Nearly killed by a wave, he went on to swim.",
	} {
		assert.Empty(t, wholes(s), s)
	}
}

func TestPeopleWithNamesAreKept(t *testing.T) {
	p := parse("Helen Marsh, 61, of Lierby, was pronounced dead at a hospital.")
	var got []string
	for _, ta := range casualty.Settle(casualty.Read(p.doc, p.mentions, p.clauses), p.doc.SentenceOf) {
		if ta.Kind == casualty.Person {
			got = append(got, ta.Name)
		}
	}
	assert.Equal(t, []string{"Helen Marsh"}, got)
}

// FuzzRead reads any text: it must not panic, and every statement and tally
// must lie inside the text.
func FuzzRead(f *testing.F) {
	f.Add("Two were killed and five wounded.")
	f.Add("Ann Blake, 34, and \"Red\" Lind, who was (shot) and killed, of, in")
	f.Add("killed killed and and , , of five of of people dead dead toll to 5")
	f.Add("no one, nobody, another and one of them fatally shot himself")
	f.Fuzz(func(t *testing.T, s string) {
		p := parse(s)
		all := casualty.Read(p.doc, p.mentions, p.clauses)
		for _, st := range all {
			assert.True(t, st.First >= 0 && st.First < st.Last && st.Last <= len(p.doc.Tokens))
			for _, m := range st.Members {
				assert.True(t, m.First >= 0 && m.First < m.Last && m.Last <= len(p.doc.Tokens))
			}
		}
		for _, ta := range casualty.Settle(all, p.doc.SentenceOf) {
			assert.True(t, ta.First >= 0 && ta.First < ta.Last && ta.Last <= len(p.doc.Tokens))
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var story strings.Builder
	for i := range 200 {
		fmt.Fprintf(&story, "Storm %d passed over the coast on Monday, and harbour %d was closed until the evening. %d people were killed and five wounded when a tree fell on bus %d near Lierby, police said. The driver, a 45-year-old man, was taken to hospital %d. Trains ran late, and the council asked residents to stay at home.\n\n", i, i, i+2, i, i)
	}
	s := story.String()
	p := parse(s)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		casualty.Settle(casualty.Read(p.doc, p.mentions, p.clauses), p.doc.SentenceOf)
	}
}
