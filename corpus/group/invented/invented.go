// Package invented makes piles of any size of articles about stories that never
// happened, told by outlets that do not exist, with discrepancies planted in
// them. It serves to measure how the program does on more than people can read.
package invented

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// Article is an invented article.
type Article struct {
	// Story is the number of the story that it tells, and Outlet who tells it.
	Story  int
	Outlet string
	Title  string
	Text   string
	// Published is within a day of the story's other articles.
	Published time.Time
	// Planted reports that its count of the dead is not that of the others.
	Planted bool
}

// PerStory is how many articles tell one story.
const PerStory = 5

// Pile returns n articles, the same for one seed. In every second story the
// last article has another count of the dead.
func Pile(n int, seed uint64) []Article {
	out := make([]Article, 0, n)
	for story := 0; len(out) < n; story++ {
		rng := rand.New(rand.NewPCG(seed, uint64(story)))
		s := newStory(rng, story)
		for k := range min(PerStory, n-len(out)) {
			planted := k == PerStory-1 && story%2 == 0
			out = append(out, s.article(rng, k, planted))
		}
	}
	return out
}

// story is what happened.
type story struct {
	number               int
	place, region, river string
	mayor, owner         string
	thing, event         string
	killed, hurt, cost   int
	day                  time.Time
}

func newStory(rng *rand.Rand, number int) story {
	kinds := [][2]string{
		{"ferry", "struck a pier"}, {"bus", "left the road"}, {"warehouse", "burned down"}, {"bridge", "gave way"}, {"train", "left the rails"},
		{"factory", "exploded"}, {"mine", "fell in"}, {"hotel", "caught fire"}, {"dam", "burst"}, {"crane", "fell over"}, {"tower", "collapsed"}, {"tanker", "ran aground"},
	}
	kind := kinds[rng.IntN(len(kinds))]
	return story{
		number: number, place: name(rng, 2), region: name(rng, 3), river: name(rng, 2), mayor: name(rng, 2) + " " + name(rng, 2), owner: name(rng, 2) + " " + name(rng, 3),
		thing: kind[0], event: kind[1], killed: 3 + rng.IntN(40), hurt: 50 + rng.IntN(200), cost: 2 + rng.IntN(90),
		day: time.Date(2024, 1, 1, 6, 0, 0, 0, time.UTC).Add(time.Duration(rng.IntN(700*24)) * time.Hour),
	}
}

// name makes a name of syllables.
func name(rng *rand.Rand, syllables int) string {
	const consonants, vowels = "bdfgklmnprstvz", "aeiou"
	var b strings.Builder
	for range syllables {
		b.WriteByte(consonants[rng.IntN(len(consonants))])
		b.WriteByte(vowels[rng.IntN(len(vowels))])
		if rng.IntN(3) == 0 {
			b.WriteByte("nrlmst"[rng.IntN(6)])
		}
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// article tells the story in one of several ways; k is the outlet's number.
func (s story) article(rng *rand.Rand, k int, planted bool) Article {
	killed := s.killed
	if planted {
		killed += 2 + rng.IntN(5)
	}
	leads := []string{
		"A %[1]s %[2]s near %[3]s on %[4]s, killing %[5]d people, the police said.",
		"At least a day of mourning was called in %[3]s after a %[1]s %[2]s on %[4]s. The accident killed %[5]d people.",
		"The %[1]s that %[2]s at %[3]s on %[4]s killed %[5]d people, rescuers said.",
		"%[5]d people were killed on %[4]s when a %[1]s %[2]s in %[3]s.",
		"Rescuers in %[3]s ended their search after a %[1]s %[2]s on %[4]s. The disaster killed %[5]d people.",
	}
	var b strings.Builder
	weekday := s.day.Weekday().String()
	fmt.Fprintf(&b, leads[k%len(leads)]+"\n\n", s.thing, s.event, s.place, weekday, killed)
	lines := []string{
		fmt.Sprintf("Another %d people were hurt, most of them lightly, and were brought to the hospital of %s.", s.hurt, s.region),
		fmt.Sprintf("The mayor of %s, %s, asked people to keep away from the banks of the river %s.", s.place, s.mayor, s.river),
		fmt.Sprintf("The %s belongs to %s, a company that has had its seat in %s since it was founded.", s.thing, s.owner, s.region),
		fmt.Sprintf("Repairs will cost %d million euros, the province of %s expects.", s.cost, s.region),
		fmt.Sprintf("\"We heard a noise as of thunder,\" said a woman who lives beside the %s in %s.", s.thing, s.place),
		fmt.Sprintf("%s had warned of the state of the %s twice, a former engineer of %s said.", s.mayor, s.thing, s.owner),
	}
	rng.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	b.WriteString(strings.Join(lines[:4], "\n\n"))
	b.WriteByte('\n')
	return Article{
		Story: s.number, Outlet: fmt.Sprintf("Outlet %d", k+1), Planted: planted, Text: b.String(),
		Title:     fmt.Sprintf("%s mourns after %s %s", s.place, s.thing, s.event),
		Published: s.day.Add(time.Duration(6+rng.IntN(18)) * time.Hour),
	}
}
