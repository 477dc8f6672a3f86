package names

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/text"
)

// parse returns a tagged document of invented text.
func parse(s string) *text.Document {
	d := text.ParseString(s)
	syntax.Tag(d)
	return d
}

// written lists names as "kind:words".
func written(d *text.Document, all []mention.Mention) []string {
	var out []string
	for _, m := range all {
		out = append(out, m.Kind.String()+":"+m.In(d.Text))
	}
	return out
}

func TestRead(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Officials in Kyiv met Ada Voss on Monday.", "place:Kyiv|person:Ada Voss"},
		{"Mr. Voss said the Ministry of Health would pay.", "person:Voss|organisation:Ministry of Health"},
		{"She works for Halden Holdings Inc. in Oslo.", "organisation:Halden Holdings Inc.|place:Oslo"},
		{"The U.S. and the European Union agreed.", "place:U.S.|organisation:European Union"},
		{"They told us that it is so.", ""},
		{"On Monday Dunmore shipped crates.", "person:Dunmore"},
		{"Yesterday Dunmore shipped crates.", "person:Dunmore"},
		{"The Farmers' Union said so.", "organisation:Farmers' Union"},
		{"The Workers' Party of Varl lost.", "organisation:Workers' Party of Varl"},
		{"Ada Voss' Party lost.", "person:Ada Voss|organisation:Party"},
		{"Walter and June Prewitt left in June.", "person:Walter|person:June Prewitt"},
		{"His wife June said that it rained in April.", "person:June"},
		{"Talks with Tomas van den Berg went on.", "person:Tomas van den Berg"},
		{"It lies near the River Tell and Lake Orsa.", "place:River Tell|place:Lake Orsa"},
		{"German Chancellor Petra Lindqvist spoke.", "office:German Chancellor|person:Petra Lindqvist"},
		{"Officers held Nils Crofts. Crofts wept.", "person:Nils Crofts|person:Crofts"},
		{"Officers held Nils Spades. Spades lay beside other spades.", "person:Nils Spades"},
		{"Innkeeper Maria Brandal shut the door.", "person:Maria Brandal"},
		{"It was the net mender Belo Ourig, 52, who rang.", "person:Belo Ourig"},
		{"He left the University of Halden in March.", "organisation:University of Halden"},
		{"Bail was set on Monday. Ransom has been paid.", ""},
		{"Hazel Voss fell. Hazel was taken home.", "person:Hazel Voss|person:Hazel"},
	} {
		d := parse(c.in)
		assert.Equal(t, c.want, strings.Join(written(d, Read(d)), "|"), c.in)
	}
}

func TestFirms(t *testing.T) {
	d := parse("Halden Inc. said on Monday that sales fell. Shares of Halden rose. Halden was founded in 1990.")
	for _, m := range Read(d) {
		assert.Equal(t, mention.Organisation, m.Kind, m.In(d.Text))
		assert.Equal(t, 1, m.Entity)
		assert.Equal(t, "Halden Inc.", m.Name)
	}
}

// TestSharedSurname: two given names before one surname are two names.
func TestSharedSurname(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"Walter and June Prewitt died.", "Walter Prewitt|June Prewitt"},
		{"Prince Karl and Ada Voss danced.", "Karl|Ada Voss"},
		{"They met at Walter and Lee Streets.", "Walter|Lee Streets"},
	} {
		d := parse(c.in)
		var got []string
		for _, m := range Read(d) {
			if m.Kind == mention.Person {
				got = append(got, m.Name)
			}
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), c.in)
	}
}

// TestHardC: one person's name with a c and with a k is a slip of an outlet's.
func TestHardC(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want Likeness
	}{
		{"Viktor Sand", "Victor Sand", Slip},
		{"Erik Dahl", "Eric Dahl", Slip},
		{"Cecilia Lund", "Kecilia Lund", Slip},
		{"Sergei Lund", "Sergey Lund", Alike},
	} {
		assert.Equal(t, c.want, Compare(c.a, c.b), "%s, %s", c.a, c.b)
	}
	assert.True(t, sameGiven("Klara", "Clara"))
	assert.False(t, sameGiven("Cecil", "Kecil"), "a soft c")
}

func TestMisspelt(t *testing.T) {
	assert.True(t, Misspelt("Fiona Ashcombe", "Fiona Ashcombes"))
	assert.True(t, Misspelt("Walter Pruvitt", "Walter Previtt"))
	assert.False(t, Misspelt("Walter Pruvitt", "Martha Pruvitt"), "two of one family")
	assert.False(t, Misspelt("Dana Kowalczyk", "Dana Kowalski"), "two families")
	assert.False(t, Misspelt("Walter Street", "Walter Streets"), "a road")
}

func TestNear(t *testing.T) {
	assert.True(t, Near("Vern Tollock", "Vernon Tollick"))
	assert.False(t, Near("Vern Tollock", "Vernon Marsh"))
	assert.False(t, Near("Dan Tollock", "Vernon Tollick"))
	assert.Equal(t, Slip, Compare("Birgit Holm", "Britta Holm"), "two names")
	assert.Equal(t, Alike, Compare("Vern Holm", "Vernon Holm"), "cut short")
}

// TestHeadlines: in a line where most words are in capitals only names that
// the lists or the text know are names.
func TestHeadlines(t *testing.T) {
	d := parse("Voss Offers Norway New Harbour Deal After Long Talks\n\nAda Voss spoke in Oslo on Monday about the plan for the harbour.")
	got := strings.Join(written(d, Read(d)), "|")
	assert.Equal(t, "person:Voss|place:Norway|person:Ada Voss|place:Oslo", got)
}

func TestReadIsStable(t *testing.T) {
	d := parse("Ada Voss, the Norwegian prime minister, met Ivan Petrov in Oslo. Voss said NATO would help. Mr. Petrov said no.")
	first := Read(d)
	for range 20 {
		require.Equal(t, first, Read(d))
	}
	for _, m := range first {
		require.Equal(t, d.Span(m.First, m.Last), m.Span)
	}
}

func TestIdentity(t *testing.T) {
	d := parse("Tomas Halden met Ada Voss and Karin Voss. Mr. Halden said no. Ada said yes. Voss left. " +
		"The European Union paid. The EU said so. America paid and the United States said so.")
	all := Read(d)
	got := map[string]int{}
	for _, m := range all {
		got[m.In(d.Text)] = m.Entity
	}
	assert.Equal(t, got["Tomas Halden"], got["Halden"])
	assert.NotEqual(t, got["Ada Voss"], got["Karin Voss"])
	assert.Equal(t, got["Ada Voss"], got["Ada"])
	assert.NotEqual(t, got["Voss"], got["Ada Voss"], "two people could be meant")
	assert.NotEqual(t, got["Voss"], got["Karin Voss"], "two people could be meant")
	assert.Equal(t, got["European Union"], got["EU"])
	assert.Equal(t, got["America"], got["United States"])
}

// held writes a holding as "person = class [country] [scope] [former ...]".
func held(d *text.Document, all []mention.Mention, h Holding) string {
	s := all[h.Person].In(d.Text) + " = " + h.Title.Class
	if h.Country != "" {
		s += " " + h.Country
	} else if h.Scope != "" {
		s += " of " + h.Scope
	}
	for _, f := range []struct {
		on   bool
		name string
	}{{h.Former, "former"}, {h.Future, "future"}, {h.Acting, "acting"}, {h.Negated, "not"}} {
		if f.on {
			s += " " + f.name
		}
	}
	return s
}

func TestOffices(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"German Chancellor Petra Lindqvist spoke.", "Petra Lindqvist = head-of-government DE"},
		{"Petra Lindqvist, the German chancellor, spoke.", "Petra Lindqvist = head-of-government DE"},
		{"The chancellor, Petra Lindqvist, spoke.", "Petra Lindqvist = head-of-government"},
		{"Petra Lindqvist is chancellor.", "Petra Lindqvist = head-of-government"},
		{"Petra Lindqvist became chancellor of Germany in May.", "Petra Lindqvist = head-of-government DE"},
		{"Petra Lindqvist, who is chancellor, spoke.", "Petra Lindqvist = head-of-government"},
		{"Talks began with opposition leader Petra Lindqvist.", "Petra Lindqvist = opposition-leader"},
		{"Envoy Stefan Wikholm and adviser Jonas Kant flew in.", "Stefan Wikholm = envoy|Jonas Kant = adviser"},
		{"Petra Lindqvist is not the president of France.", "Petra Lindqvist = head-of-state FR not"},
		{"Former President Ivan Petrov died.", "Ivan Petrov = head-of-state former"},
		{"He met Anna Halden's envoy, Stefan Wikholm, in Oslo.", "Stefan Wikholm = envoy of Anna Halden"},
		{"Anna Halden, a spokeswoman for Orsa Group, said no.", "Anna Halden = spokesperson of Orsa Group"},
		{"Jonas Kant, chief executive of Orsa Group, said no.", "Jonas Kant = chief-executive of Orsa Group"},
		{"Ukraine's president, Ivan Petrov, left.", "Ivan Petrov = head-of-state UA"},
		{"French Foreign Minister Ivan Petrov left.", "Ivan Petrov = foreign-minister FR"},
		{"Former Costa Rican President Ivan Petrov died.", "Ivan Petrov = head-of-state CR former"},
		{"South Korean President Moon Dae-sik spoke.", "Moon Dae-sik = head-of-state KR"},
		{"Ada Voss, president of Orsa Group, said no.", "Ada Voss = local-president of Orsa Group"},
		{"Ada Voss, the regional president, said no.", "Ada Voss = local-president"},
		{"London Mayor Ada Voss spoke.", "Ada Voss = mayor of London"},
		{"British Chancellor Ada Voss spoke.", "Ada Voss = finance-minister GB"},
		{"Acting President Ada Voss spoke.", "Ada Voss = head-of-state acting"},
		{"Ada Voss was elected president of France.", "Ada Voss = head-of-state FR"},
		{"Ada Voss served as president until May.", "Ada Voss = head-of-state former"},
		{"Ada Voss is no longer chancellor.", "Ada Voss = head-of-government former"},
		{"The envoys Ada Voss and Jonas Kant left.", "Ada Voss = envoy|Jonas Kant = envoy"},
		{"A major attack killed the general public's trust, Ada Voss said.", ""},
		{"Jonas Kant, President Ivan Petrov and others met.", "Ivan Petrov = head-of-state"},
		{"The chancellor told Petra Lindqvist to go.", ""},
		{"Ilir Dostan, the Varlian foreign minister, left.", "Ilir Dostan = foreign-minister"},
		{"Ada Voss is the outgoing finance minister.", "Ada Voss = finance-minister"},
		{"The chancellor is Petra Lindqvist.", "Petra Lindqvist = head-of-government"},
		{"Orsa Group's chief executive is Jonas Kant, 51.", "Jonas Kant = chief-executive of Orsa Group"},
		{"The chancellor is Petra Lindqvist's cousin.", ""},
		{"A spokesman for Petra Lindqvist said no.", ""},
	} {
		d := parse(c.in)
		all := Read(d)
		var got []string
		for _, h := range Offices(d, all) {
			got = append(got, held(d, all, h))
		}
		assert.Equal(t, c.want, strings.Join(got, "|"), c.in)
	}
}

func TestParty(t *testing.T) {
	for _, c := range []struct{ in, party, place string }{
		{"Kyiv", "UA", ""}, {"Ukrainian officials", "UA", ""}, {"the Kremlin", "RU", ""},
		{"Moscow", "RU", ""}, {"American officials", "US", ""}, {"US officials", "US", ""},
		{"the U.S. government", "US", ""}, {"Brussels", "EU", ""}, {"the United Nations", "UN", ""},
		{"farmers", "", ""}, {"U.S. and Russian officials", "", ""},
	} {
		d := parse("They say that " + c.in + " agreed.")
		last := len(d.Tokens) - 2
		assert.Equal(t, c.party, Party(d, 3, last), c.in)
	}
	d := parse("The leaders met in Kyiv and with Kyiv.")
	party, place := PartyIn(d, 4, 5)
	assert.Equal(t, []string{"", "UA"}, []string{party, place})
	party, place = PartyIn(d, 7, 8)
	assert.Equal(t, []string{"UA", ""}, []string{party, place})
}

func TestSameSurname(t *testing.T) {
	for _, c := range []struct {
		a, b       string
		full, want bool
	}{
		{"Zelensky", "Zelenskyy", false, true}, {"Zelenskiy", "Zelenskyy", false, true}, {"Erdogan", "Erdoğan", false, true},
		{"Gaddafi", "Qaddafi", false, true}, {"Müller", "Mueller", false, true}, {"Gorbanev", "Gorbaniev", true, true},
		{"Hansen", "Hanson", false, false}, {"Hansen", "Jansen", true, false}, {"Lee", "Leo", true, false}, {"Voss", "Vos", false, true},
	} {
		assert.Equal(t, c.want, sameSurname(c.a, c.b, c.full), "%s %s", c.a, c.b)
	}
}

func TestSameGiven(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Bill", "William", true}, {"W.", "William", true}, {"Mohammed", "Muhammad", true}, {"Sergei", "Sergey", true}, {"J.K.", "Joan", true},
		{"Ada", "Karin", false}, {"Maria", "Mario", false}, {"Bill", "Robert", false}, {"Martin", "Marvin", false},
	} {
		assert.Equal(t, c.want, sameGiven(c.a, c.b), "%s %s", c.a, c.b)
		assert.Equal(t, c.want, sameGiven(c.b, c.a), "%s %s", c.b, c.a)
	}
}

// TestResolveAnyOrder: the entities are the same whatever the order of the
// articles.
func TestResolveAnyOrder(t *testing.T) {
	texts := []string{
		"Vasyl Horobetsky met Bill Orsan. Mr. Orsan left for Halden Group.", "Horobetskiy met W. Orsan in Kyiv.",
		"Karin Orsan and William Orsan met Vasyl Horobetskyy. Halden spoke.", "Ms. Orsan flew to the United States.",
	}
	var want []string
	for shift := range texts {
		var articles []Article
		for i := range texts {
			d := parse(texts[(i+shift)%len(texts)])
			articles = append(articles, Article{Doc: d, Mentions: Read(d)})
		}
		var got []string
		for _, e := range Resolve(articles).Entities {
			var forms []string
			for _, v := range e.Variants {
				forms = append(forms, v.Form)
			}
			slices.Sort(forms)
			got = append(got, e.Kind.String()+" "+e.Name+": "+strings.Join(forms, ", "))
		}
		if want == nil {
			want = got
		}
		assert.Equal(t, want, got)
	}
}

func TestResolve(t *testing.T) {
	var articles []Article
	for _, s := range []string{
		"President Vasyl Horobetsky met Bill Orsan in Kyiv. Horobetsky spoke. The International Grain Bureau agreed.",
		"Vasyl Horobetskyy met William Orsan in Ukraine. Mr. Horobetskyy spoke. The IGB agreed.",
		"Horobetskiy met Ada Orsan in Iran.",
		"Mr. Horobetskiy flew to Iraq.",
	} {
		d := parse(s)
		articles = append(articles, Article{Doc: d, Mentions: Read(d)})
	}
	reg := Resolve(articles)
	id := func(a int, words string) string {
		for _, m := range articles[a].Mentions {
			if m.In(articles[a].Doc.Text) == words {
				require.NotNil(t, reg.Of(a, m), words)
				return reg.Of(a, m).Name
			}
		}
		t.Fatalf("%q not read in article %d", words, a)
		return ""
	}
	assert.Equal(t, id(0, "Vasyl Horobetsky"), id(1, "Vasyl Horobetskyy"))
	assert.Equal(t, id(0, "Vasyl Horobetsky"), id(2, "Horobetskiy"))
	assert.Equal(t, id(0, "Vasyl Horobetsky"), id(3, "Horobetskiy"))
	assert.Equal(t, id(0, "Bill Orsan"), id(1, "William Orsan"))
	assert.NotEqual(t, id(0, "Bill Orsan"), id(2, "Ada Orsan"))
	assert.NotEqual(t, id(2, "Iran"), id(3, "Iraq"))
	assert.NotEqual(t, id(0, "Kyiv"), id(1, "Ukraine"))
	assert.Equal(t, id(0, "International Grain Bureau"), id(1, "IGB"))

	e := reg.Of(0, articles[0].Mentions[1])
	var forms []string
	for _, v := range e.Variants {
		forms = append(forms, v.Surname)
	}
	assert.Equal(t, []string{"Horobetsky", "Horobetsky", "Horobetskyy", "Horobetskyy", "Horobetskiy", "Horobetskiy"}, forms)
}
