package origin

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
)

const lead = "The ferry struck the old pier in the northern harbour shortly before dawn on Monday, "

const tail = " The captain said that the engine had failed twice on the way and that nobody on the bridge had seen the light."

func TestChangedFigures(t *testing.T) {
	for name, c := range map[string]struct {
		a, b string
		want []string
	}{
		"in the middle":              {lead + "killing 7 people and sinking two barges that lay beside it." + tail, lead + "killing 5 people and sinking two barges that lay beside it." + tail, []string{"7|5"}},
		"in words":                   {lead + "killing seven people." + tail, lead + "killing five people." + tail, []string{"seven|five"}},
		"at the end of a text":       {lead + "killing 7 people.", lead + "killing 5 people.", []string{"7|5"}},
		"at the start of a sentence": {"Seven people were hurt when the ferry struck the old pier in the harbour." + tail, "Nine people were hurt when the ferry struck the old pier in the harbour." + tail, []string{"Seven|Nine"}},
		"more words":                 {lead + "causing damage of more than 20 million euros to the pier and the road." + tail, lead + "causing damage of 19.5 million euros to the pier and the road." + tail, []string{"more than 20|19.5"}},
		"two of them":                {lead + "killing 7 people and hurting 20 others who were asleep." + tail, lead + "killing 5 people and hurting 21 others who were asleep." + tail, []string{"7|5", "20|21"}},
		"digits for words":           {lead + "killing 7 people." + tail, lead + "killing seven people." + tail, nil},
		"separators":                 {lead + "and 1,000 people were brought to land." + tail, lead + "and 1000 people were brought to land." + tail, nil},
		"no figure":                  {lead + "killing many people." + tail, lead + "killing some people." + tail, nil},
		"one side only":              {lead + "killing 7 people." + tail, lead + "killing some people." + tail, nil},
		"other sentence":             {lead + "killing many. Police counted 12 cars on the quay." + tail, lead + "killing many. The rain fell for 3 days in the hills." + tail, nil},
		"short and by chance":        {"He paid 7 euros for it.", "He paid 5 euros for it.", nil},
	} {
		a, b := article("a.txt", c.a+"\n\n"+prose(1, 8)), article("b.txt", c.b+"\n\n"+prose(1, 8))
		if name == "short and by chance" {
			a, b = article("a.txt", c.a+"\n\n"+prose(2, 8)), article("b.txt", c.b+"\n\n"+prose(3, 8))
		}
		r := Find([]*corpus.Article{a, b})
		var got []string
		if p, ok := r.Between(0, 1); ok {
			for _, ch := range p.Changes {
				got = append(got, ch.A.In(a.Text)+"|"+ch.B.In(b.Text))
				assert.GreaterOrEqual(t, ch.Before+ch.After, shingle, name)
			}
		}
		assert.Equal(t, c.want, got, name)
	}
}

func TestSources(t *testing.T) {
	a := article("a.txt", prose(1, 6)+"The sale was first reported by The Ellery Post of Ellery, which named no buyer.\n\n"+prose(2, 2)+
		"The Associated Press and Reuters contributed to this report.\n")
	a.Credits = []string{"dpa"}
	r := Find([]*corpus.Article{a})
	require.Len(t, r.Sources, 1)
	var got []string
	for _, s := range r.Sources[0] {
		got = append(got, s.Name+": "+s.How+": "+s.Span.In(a.Text))
	}
	assert.Equal(t, []string{"The Ellery Post of Ellery: first reported: first reported by The Ellery Post of Ellery",
		"AP: contributed: The Associated Press and Reuters contributed", "Reuters: contributed: The Associated Press and Reuters contributed"}, got)
	assert.Contains(t, r.Credits[0], "dpa")
	assert.Empty(t, reported("first reported by police", 0))
}

func FuzzChanges(f *testing.F) {
	f.Add(lead+"killing 7 people.", lead+"killing 5 people.")
	f.Fuzz(func(t *testing.T, x, y string) {
		a, b := article("a", x+" first reported by X, contributed to this "), article("b", y)
		for _, p := range Find([]*corpus.Article{a, b}).Pairs {
			for _, c := range p.Changes {
				assert.False(t, c.A.Empty() || c.B.Empty() || c.A.End > len(a.Text) || c.B.End > len(b.Text))
			}
		}
	})
}
