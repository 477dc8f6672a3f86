package verify

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

func newVerifier() *Verifier { return New(rules.NewReader(&rules.Catalog{})) }

// ferry is a report of our own.
const ferry = `The ferry Maid of Orrin ran aground off Dunmore on Tuesday evening with 214 people aboard, the coastguard said.

Nearly 40 passengers were treated for minor injuries at a school in Dunmore. Captain Elin Varga, 52, was not blamed. She ordered the boats out within 15 minutes.

The ferry had been inspected in March. Inspectors found two leaking valves, and the owner, Brel Lines, paid a fine of $30,000.

Transport Minister Tomas Okely denied that the inspection had been rushed. Mr Okely promised a report by 12 May. The union rejected the minister's offer.`

func TestVerify(t *testing.T) {
	tests := []struct {
		name, claim string
		want        Verdict
		// decides are words that the reason or a fact must have.
		decides string
	}{
		{"the same words", "The ferry ran aground off Dunmore on Tuesday.", Supported, "Tuesday evening"},
		{"another number", "The ferry had 241 people aboard.", Contradicted, "214"},
		{"a rounder number", "More than 200 people were aboard the ferry.", Supported, "214"},
		{"a hedge of the same number", "About 40 passengers were treated for injuries.", Supported, "Nearly 40"},
		{"too few", "Only 12 passengers were treated for minor injuries.", Contradicted, "Nearly 40"},
		{"the number of another noun", "The ferry had 40 boats and two captains.", Unsupported, "40"},
		{"another day", "The ferry ran aground off Dunmore on Friday.", Contradicted, "Tuesday"},
		{"a duration converted", "The captain ordered the boats out within 900 seconds.", Supported, "15 minutes"},
		{"an age", "Captain Elin Varga, 57, was not blamed.", Contradicted, "52"},
		{"a sum", "Brel Lines paid a fine of $30,000.", Supported, "$30,000"},
		{"another sum", "Brel Lines paid a fine of $90,000.", Contradicted, "$30,000"},
		{"a surname is the whole name", "Okely promised a report by 12 May.", Supported, "12 May"},
		{"a name that is not there", "Ana Lorca promised a report by 12 May.", Unsupported, "Ana Lorca"},
		{"a deed denied", "Captain Elin Varga was blamed.", Contradicted, "blamed"},
		{"a denial of a deed", "The ferry did not run aground off Dunmore.", Contradicted, "run"},
		{"the contrary word", "The union accepted the minister's offer.", Contradicted, "rejected"},
		{"nothing of the kind", "A lighthouse was struck by lightning.", Unsupported, ""},
		{"a person as a place", "The ferry was inspected in Okely in March.", Unsupported, "Okely"},
		{"a name twice", "Okely denied that Okely had rushed the inspection.", Unsupported, "twice"},
		{"somebody who does not speak", "The captain ordered our boats out within 15 minutes.", Unsupported, "our"},
		{"less sure than the text", "The ferry reportedly ran aground off Dunmore on Tuesday.", Supported, "Tuesday evening"},
		{"a person as the name of a thing", "The Tomas Okely coastguard promised a report.", Unsupported, "no name of a thing"},
		{"a pronoun and its verb", "Inspectors said they was not blamed.", Unsupported, "does not fit its verb"},
		{"whose, and not what", "The ferry ran its off Dunmore on Tuesday.", Unsupported, "says whose"},
		{"a pronoun of nobody", "Captain Elin Varga ordered the boats out and his inspection was not rushed.", Unsupported, "nobody"},
		{"a denial that is another's", "Brel Lines did not welcome the fine.", Unsupported, "welcome"},
		{"not the only one is one", "Captain Elin Varga was not the only captain of the ferry.", Supported, ""},
		{"they is not one captain", "Captain Elin Varga was not blamed after they ran aground.", Unsupported, "nobody"},
		{"a verb without its ending", "Captain Elin Varga ordered the boats out while she run aground.", Unsupported, "does not fit its verb"},
		{"a pronoun after an article", "The captain ordered the boats out to the them.", Unsupported, "after an article"},
		{"a slip for our", "The ferry ran aground after out inspection in March.", Unsupported, "out"},
		{"on a day, not on a week", "The ferry ran aground off Dunmore on last week.", Unsupported, "does not go with"},
		{"a people that the text does not have", "The Norwegian ferry ran aground off Dunmore on Tuesday.", Unsupported, "Norwegian"},
		{"a colour that the text does not have", "The green ferry ran aground off Dunmore on Tuesday.", Unsupported, "green"},
		{"a cargo that the text does not have", "The ferry ran aground off Dunmore on Tuesday with butter aboard.", Unsupported, "butter"},
		{"a name after two articles", "A the Brel Lines ferry ran aground off Dunmore.", Unsupported, "two articles"},
		{"a person with a title as a place", "The ferry was inspected in Mr Okely.", Unsupported, "no place"},
		{"a full name and its last word", "Captain Elin Varga was not blamed, said Varga.", Unsupported, "twice"},
		{"two of one name", "Tomas Okely, whom the Okely union rejected, promised a report by 12 May.", Supported, "12 May"},
	}
	s := newVerifier().Source([]*corpus.Article{Plain("ferry.txt", ferry)})
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := s.Verify(tt.claim)
			assert.Equal(t, tt.want, r.Verdict, r.Why)
			assert.Contains(t, evidence(ferry, r), tt.decides)
		})
	}
}

// evidence is all that a result says, on one line.
func evidence(text string, r Result) string {
	out := []string{r.Why}
	for _, f := range r.Facts {
		out = append(out, f.In(text))
	}
	return strings.Join(out, " | ")
}

// barbecues is a report of our own in which a figure stands apart from the rest.
const barbecues = `The council of Orrin banned barbecues from its beach after 12 complaints from residents.
Officers wrote 87 tickets at the weekend, a spokeswoman said.
The mayor said that the ban would stay until autumn.
Signs have been put up beside the car park.`

// TestPairs holds short texts against each other, as --pairs does.
func TestPairs(t *testing.T) {
	tests := []struct {
		name, a, b string
		want       Verdict
	}{
		{"an exact number is not more", "The crew found 2 leaks.", "The crew found more than 2 leaks.", Contradicted},
		{"a number above its bound", "The crew found 65 leaks.", "The crew found more than 25 leaks.", Supported},
		{"a bound does not give the number", "The crew found more than 3 leaks.", "The crew found 75 leaks.", Unsupported},
		{"at least is the number", "At least 16 people died.", "16 people died.", Supported},
		{"one is a", "A passenger lost consciousness.", "One passenger lost consciousness.", Supported},
		{"units of different kinds", "The pipe is 30 metres long.", "The pipe is 30 years long.", Unsupported},
		{"units convert", "The pipe is 3 kilometres long.", "The pipe is 3,000 metres long.", Supported},
		{"a country's people", "The Norwegian navy sank the wreck.", "Norway's navy sank the wreck.", Supported},
		{"derived words", "Troops invaded the island.", "The invasion of the island by troops.", Supported},
		{"years ago", "The mine closed 35 years ago.", "The mine closed 50 years ago.", Contradicted},
		{"a hedge and another order", "In all, 870 people in the port were infected.", "In the port, around 870 people were infected.", Supported},
		{"who did it to whom", "The union sued the shipowner on Monday.", "The shipowner sued the union on Monday.", Contradicted},
		{"a body as a place", "Interpol said that two valves had leaked.", "Two valves had leaked in Interpol.", Unsupported},
		{"the date of another deed", "The bank, which had said that its rates could rise in April, was sold.", "The bank said in February that its rates could rise in April.", Unsupported},
		{"a rising number rises", "After a drop in flights on Sunday, Dunmore sees an increasing number of flights.", "The number of flights has risen in Dunmore.", Supported},
		{"another woman", "Passions were high when a woman hurt her partner in Dunmore over a football match.", "A man was hurt in Dunmore because of a football match.", Supported},
		{"give and take", "Elin Varga is taking a break from the ferry in Dunmore.", "Elin Varga gives up the ferry in Dunmore.", Supported},
		{"what was planned", "Brel Lines was due to hold its meeting in April, and is late.", "Brel Lines will not hold its meeting in time.", Unsupported},
		{"a figure of something told in other words", barbecues, "The council of Orrin, which banned barbecues from its beach, dished out 87 spot penalties to sunbathers flouting rules.", Supported},
		{"a figure of something told in the same words", barbecues, "The council of Orrin banned barbecues from its beach after 87 complaints from residents.", Unsupported},
		{"the whole of which a part", "Of the ferry's 214 passengers, 12 were hurt when it ran aground.", "214 passengers of the ferry were hurt when it ran aground.", Unsupported},
		{"the part of a whole", "Of the ferry's 214 passengers, 12 were hurt when it ran aground.", "12 passengers of the ferry were hurt when it ran aground.", Supported},
		{"how large a whole is", "Of the ferry's 214 passengers, 12 were hurt when it ran aground.", "The ferry that ran aground had 214 passengers.", Supported},
		{"a person as a website", "Elin Varga said that two valves had leaked.", "Two valves had leaked, says the website Elin Varga.", Unsupported},
		{"a forename as a place", "Rosalind said that two valves had leaked.", "Two valves had leaked in Rosalind.", Unsupported},
		{"an unfounded doubt in a headline", "The plant closed.", "The plant reportedly closed", Unsupported},
		{"another did it", "Dunmore police said that Brel Lines had sued the union.", "Dunmore police sued the union.", Unsupported},
		{"another underwent it", "The union sued the owner of the quarry after a fire on a ferry.", "The union sued the ferry.", Unsupported},
		{"whoever did it", "Dunmore police said that he had sued the union.", "Dunmore police sued the union.", Supported},
		{"in the passive", "The union was sued by Brel Lines, as police had asked.", "Brel Lines sued the union.", Supported},
		{"only allowed", "The two sailors could be freed after talks.", "The two sailors were freed after talks.", Unsupported},
		{"only planned", "Brel Lines plans to buy the quarry.", "Brel Lines bought the quarry.", Unsupported},
		{"planned, in a headline's tense", "Brel Lines will buy the quarry.", "Brel Lines buys the quarry.", Supported},
		{"what another is", "Ana Lorca, the mayor of Dunmore, thanked Elin Varga.", "Elin Varga is the mayor of Dunmore.", Unsupported},
		{"what somebody is", "Ana Lorca, the mayor of Dunmore, thanked Elin Varga.", "Ana Lorca is the mayor of Dunmore.", Supported},
		{"another direction", "Ticket sales tumbled in Dunmore after a drop in visitors.", "Ticket sales soared in Dunmore.", Contradicted},
		{"the direction of another thing", "Ticket sales tumbled in Dunmore while rents rose.", "Rents rose in Dunmore.", Supported},
		{"of what it is the number", "The number of ferries fell and the number of trains rose.", "The number of trains rose.", Supported},
		{"another order", "The mayor resigned before the vote in Dunmore.", "The mayor resigned after the vote in Dunmore.", Contradicted},
		{"another order of deeds", "The crew left after the ferry had sunk.", "The crew left before the ferry sank.", Contradicted},
		{"the same order, told from the other end", "The ferry sank before the crew left.", "The crew left after the ferry sank.", Supported},
		{"another cause", "The match was played despite the storm.", "The match was played because of the storm.", Contradicted},
		{"the other way", "The convoy drove from Dunmore to Orrin.", "The convoy drove from Orrin to Dunmore.", Contradicted},
		{"both ways", "The convoy drove from Dunmore to Orrin and drove back from Orrin to Dunmore.", "The convoy drove from Orrin to Dunmore.", Supported},
		{"the contrary word in a third of a long sentence", "The harbour pier stays open to anglers and visitors while engineers look at cracks. Leaders of the town wrote letters to worried residents of the old quarter about ferries and parking.", "In letters to worried residents of the old quarter, leaders of the town wrote that the harbour pier stays closed to anglers and visitors while engineers look at cracks.", Contradicted},
		{"hundreds of", "Dozens of sailors left the port.", "Dozens sailors left the port.", Unsupported},
		{"a figure twice", "The owner paid two crews.", "The owner paid two to two crews.", Unsupported},
		{"a figure twice in the text", "Two men drowned. Two women were hurt.", "Two men drowned and two women were hurt.", Supported},
		{"an age of its own", "The retired pilot Elin Varga fell ill in March. She was 78.\nThe port of Dunmore was closed.\nNobody paid the fine.\nShips waited.", "Elin Varga, 78, is a pilot who retired and was ill.", Supported},
		{"who appears in a film", "Ana Lorca sang in a film in May.", "Ana Lorca appeared in a film in May.", Supported},
		{"a report at the end of a headline", "The plant closed.", "The plant closed, report", Unsupported},
		{"an analyst", "The plant will close.", "Plant will close: analyst", Unsupported},
		{"a question is no statement", "The plant closed.", "Did the plant close?", Unsupported},
		{"other words", "The plant closed.", "A teacher won the lottery.", Unsupported},
		{"nothing to compare", "", "The plant closed.", Unsupported},
		{"an empty claim", "The plant closed.", "", Unsupported},
	}
	v := newVerifier()
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := v.Pair(tt.a, tt.b)
			assert.Equal(t, tt.want, r.Verdict, r.Why)
			assert.NotEmpty(t, r.Why)
		})
	}
}

// TestAnchored: a date belongs to a deed at whose verb it stands, and to no
// other, however near it is.
func TestAnchored(t *testing.T) {
	text := `A British company salvaged silver from a ship that was sunk, and its work ended in September 2013.
In November 1942 the unguarded Brel Castle, with 296 people and a cargo of silver aboard, was sunk by a submarine.`
	s := newVerifier().Source([]*corpus.Article{Plain("a", text)})
	for claim, want := range map[string]bool{"The ship was sunk in 1942.": true, "The ship was sunk in 2013.": false, "The work ended in 2013.": true} {
		c := s.read(claim)
		held := c.hold()
		require.Len(t, held, 1, claim)
		assert.Equal(t, want, c.anchored(&held[0]), claim)
	}
}

// TestMedium: a name that the text has only as the medium that reports does
// nothing else.
func TestMedium(t *testing.T) {
	text := "(ZQN) A crane fell on a school in Dunmore, police told ZQN. Nobody was hurt.\nThe owner of the crane paid for a new roof, according to ZQN.\n" +
		"The mayor thanked the owner.\nPupils will be back on Monday."
	s := newVerifier().Source([]*corpus.Article{Plain("a", text)})
	r := s.Verify("A crane fell on ZQN in Dunmore.")
	assert.Equal(t, Unsupported, r.Verdict)
	assert.Contains(t, r.Why, "medium")
	assert.Equal(t, Supported, s.Verify("A crane fell on a school in Dunmore, police told ZQN.").Verdict)
}

// TestQuotedParagraphs: a quotation that goes on in the next paragraph has no
// mark at the end of its own.
func TestQuotedParagraphs(t *testing.T) {
	text := "The pilot was tired.\n\"We flew all night,\" he said. \"It was our third trip.\n\"I could see my house.\n\"The sea was calm.\"\n" +
		"The pilot landed at Dunmore, and the port was closed."
	s := newVerifier().Source([]*corpus.Article{Plain("a", text)})
	assert.Equal(t, Unsupported, s.Verify("The pilot could see my house.").Verdict)
	assert.Equal(t, Supported, s.Verify("The pilot could see his house.").Verdict)
}

func TestFactsNameTheirPlaces(t *testing.T) {
	claim := "The ferry had 241 people aboard."
	r := newVerifier().Pair(ferry, claim)
	require.NotEmpty(t, r.Facts)
	f := r.Facts[0]
	assert.Equal(t, Differs, f.Relation)
	assert.Equal(t, "214", f.In(ferry))
	assert.Equal(t, "241", f.Claim.In(claim))
	assert.True(t, f.Sentence.Contains(f.Span))
	assert.Contains(t, f.Note, "214")
	require.NotEmpty(t, r.Missing)
	assert.Equal(t, "241", r.Missing[0].In(claim))
}

// TestStory holds a claim against two articles, each of which has a part.
func TestStory(t *testing.T) {
	articles := []*corpus.Article{
		Plain("a.txt", "Two ships sank off Dunmore on Monday."),
		Plain("b.txt", "The mayor of Dunmore, Elin Varga, opened a school for the crews."),
	}
	s := newVerifier().Source(articles)
	r := s.Verify("Mayor Varga opened a school. Two ships sank on Monday.")
	assert.Equal(t, Supported, r.Verdict, r.Why)
	seen := map[int]bool{}
	for _, f := range r.Facts {
		seen[f.Article] = true
		assert.LessOrEqual(t, f.End, len(articles[f.Article].Text))
	}
	assert.Len(t, seen, 2)
}

// TestPairsDoNotDependOnJobs: neither the order of work nor a text that pairs
// share reaches a result.
func TestPairsDoNotDependOnJobs(t *testing.T) {
	var pairs []Texts
	for i := range 40 {
		pairs = append(pairs, Texts{ferry, fmt.Sprintf("The ferry had %d people aboard.", 200+i)}, Texts{"Two ships sank.", "Three ships sank."})
	}
	v := newVerifier()
	one := v.Pairs(pairs, 1)
	assert.Equal(t, one, v.Pairs(pairs, 8))
	for i, p := range pairs[:4] {
		assert.Equal(t, v.Pair(p.A, p.B), one[i])
	}
}

func FuzzPair(f *testing.F) {
	f.Add(ferry, "The ferry had 241 people aboard.")
	f.Add("", "")
	f.Add("a", "\xff\xfe")
	f.Add("In 2011, 1/2 of 3-5% of $4m.", "`` -- '' 1,2,3 Monday? No.")
	v := newVerifier()
	f.Fuzz(func(t *testing.T, a, b string) {
		r := v.Pair(a, b)
		for _, x := range r.Facts {
			if x.Start < 0 || x.Start > x.End || x.End > len(a) || x.Claim.Start < 0 || x.Claim.Start > x.Claim.End || x.Claim.End > len(b) {
				t.Fatalf("fact out of bounds: %+v", x)
			}
		}
		for _, m := range r.Missing {
			if m.Start < 0 || m.Start > m.End || m.End > len(b) {
				t.Fatalf("missing out of bounds: %+v", m)
			}
		}
		if r.Why == "" {
			t.Fatal("no reason")
		}
	})
}

func BenchmarkPair(b *testing.B) {
	v := newVerifier()
	claim := "The ferry Maid of Orrin had 241 people aboard when it ran aground off Dunmore."
	b.SetBytes(int64(len(ferry) + len(claim)))
	b.ReportAllocs()
	for b.Loop() {
		v.Pair(ferry, claim)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "pairs/s")
}

// BenchmarkClaim holds claims against a source that is read already.
func BenchmarkClaim(b *testing.B) {
	s := newVerifier().Source([]*corpus.Article{Plain("a", ferry)})
	b.ReportAllocs()
	for b.Loop() {
		s.Verify("The ferry Maid of Orrin had 241 people aboard when it ran aground off Dunmore.")
	}
}
