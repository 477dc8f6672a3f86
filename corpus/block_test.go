package corpus

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// kindsOf lists the blocks of text, one a line: the kind's letter, the reason
// of furniture, and how the block begins.
func kindsOf(text string) []string {
	var out []string
	for _, b := range Split(text) {
		s := strings.Join(strings.Fields(b.In(text)), " ")
		s = s[:min(len(s), 24)]
		switch b.Kind {
		case Paragraph:
			s = "P: " + s
		case Headline:
			s = "H1: " + s
		case Heading:
			s = "H2: " + s
		case Furniture:
			s = b.Reason + ": " + s
		}
		out = append(out, s)
	}
	return out
}

const (
	headline = "Harbour bridge closes after barge strike"
	para1    = "The harbour bridge in Port Ellery closed on Tuesday after a barge struck its northern pier, officials said."
	para2    = "Engineers found cracks in two of the nine supports, and the mayor said repairs would take at least six weeks."
	para3    = "Ferries will run every twenty minutes until the bridge opens again, the transport office said in a statement."
)

// page puts a block between two paragraphs of a story.
func between(middle string) string {
	return headline + "\n\n" + para1 + "\n\n" + middle + "\n\n" + para2 + "\n\n" + para3 + "\n"
}

func after(tail string) string {
	return headline + "\n\n" + para1 + "\n\n" + para2 + "\n\n" + tail + "\n"
}

func before(head string) string {
	return headline + "\n\n" + head + "\n\n" + para1 + "\n\n" + para2 + "\n"
}

func TestFurnitureBetweenParagraphs(t *testing.T) {
	for _, c := range []struct {
		line string
		want reason
	}{
		{"Advertisement", reasonAd},
		{"- Advertisement -", reasonAd},
		{"Story continues below advertisement", reasonAd},
		{"Skip to main content", reasonMenu},
		{"Read more: How the ferries came back to the sound", reasonMore},
		{"READ MORE: Barge owner fined twice before", reasonMore},
		{"[Port Ellery counts the cost of its old docks]", reasonMore},
		{"Related: A short history of the sound", reasonMore},
		{"Sign up for our newsletter to get the news in your inbox every morning.", reasonNewsletter},
		{"Get the day's stories from the Ellery Post by subscribing to our newsletter", reasonNewsletter},
		{"Subscribe now for unlimited access to every article.", reasonSubscribe},
		{"Share this article", reasonShare},
		{"Facebook Twitter WhatsApp Email", reasonShare},
		{"Follow us on Instagram for pictures of the harbour", reasonShare},
		{"12 comments", reasonComments},
		{"Leave a comment", reasonComments},
		{"We use cookies to improve your visit. Accept all cookies?", reasonCookie},
		{"Photo: Ines Rowan/Getty Images", reasonCredit},
		{"Ines Rowan/AP", reasonCredit},
		{"Photo", reasonMedia},
		{"Scroll down for video", reasonMedia},
		{"3 min read", reasonReading},
		{"Reading time: 5 minutes", reasonReading},
		{"1.5x", reasonSpeed},
		{"00:00 / 04:31", reasonSpeed},
		{"https://ellery.example/bridge", reasonLink},
		{"#ElleryBridge #ferries", reasonLink},
		{"* * *", reasonDivider},
		{"© 2024 Ellery Post. All rights reserved.", reasonLegal},
		{"Email us at desk@ellery.example if you were on the bridge.", reasonContact},
		{"Support independent journalism. Donate today.", reasonDonate},
		{"Join us.", reasonDonate},
		{"Pensioners warn of winter power cuts as island cable fails a third time", reasonOther},
		{"Why islanders no longer trust the weather forecast", reasonOther},
		{"Updated: 4 March 2024, 10:15 GMT", reasonDate},
		{"Additional reporting by Ola Berg; editing by Tam Finch", reasonByline},
		{"Ola Berg contributed from Sandvik.", reasonByline},
		{"OSLO, Norway (AP) _", reasonDateline},
		{"1:17 Storm clears the harbour of its old boats", reasonMore},
		{"On a telephone? Click here for pictures of the bridge.", reasonMore},
		{"photo_inline|article-gallery-5845524|0", reasonLink},
		{"But we need your help to fund our newsroom. Make a donation.", reasonDonate},
		{"By Ola Berg and Tam Finch, Staff Writers", reasonByline},
	} {
		text := between(c.line)
		blocks := Split(text)
		require.Len(t, blocks, 5, c.line)
		assert.Equal(t, Furniture, blocks[2].Kind, c.line)
		assert.Equal(t, string(c.want), blocks[2].Reason, c.line)
		for _, i := range []int{1, 3, 4} {
			assert.Equal(t, Paragraph, blocks[i].Kind, "%q changed its neighbour", c.line)
		}
	}
}

// The lines that look like furniture and are the story.
func TestStoryTextIsKept(t *testing.T) {
	for _, line := range []string{
		"The company declined to comment.",
		"“We need your help,” the mayor told residents.",
		"The charity said its newsletter had reached 4,000 subscribers before the fire.",
		"The minister said the cookies were recalled because of glass.",
		"Readers of the draft law will find no mention of the pier, the opposition said.",
		"Ola Berg is a reporter who has covered the harbour for years and saw the barge strike the pier, police said.",
		"“Support us,” she said, “and give the town its bridge.”",
		"Flooding was also reported from Sandvik.",
		"The donations came to 12,000 crowns, the church said.",
		"Call the harbour office if you see oil on the water.",
		"It happened again:",
		"- two supports cracked",
		"Deaths: 2",
		"By Monday, the water had risen.",
		"He left.",
		"The video was shared on Facebook by the crew, police said.",
		"The barge after it hit the pier on Tuesday. (Ines Rowan/AP)",
		"Reuters The barge was still stuck in the northern pier on Tuesday night",
		"The harbour office said the barge had been without a pilot for the second time",
		"Copyright law protects the bridge's design, a court ruled in 2019.",
		"The bridge will be closed for more than six weeks, the mayor added",
		"More than 300 people were stuck on the island overnight.",
		"Share prices of the barge's owner fell 4 percent.",
		"Menu prices rose by a tenth, the harbour cafe said.",
		"We thank you for your support in these weeks and ask to be left alone.",
		"On the pier: Engineers were seen at work on Tuesday evening near Sandvik",
		"The barge was still there on Tuesday. (Published Wednesday, March 5, 2014)",
		"10:24 a.m. barge hits the northern pier and stops there",
		"Press freedom groups said two journalists were held on the bridge.",
	} {
		text := between(line)
		blocks := Split(text)
		require.Len(t, blocks, 5, line)
		assert.Equal(t, Paragraph, blocks[2].Kind, "%q is dropped as %q", line, blocks[2].Reason)
	}
}

func TestHeadings(t *testing.T) {
	for _, line := range []string{"Cracks in Two Supports", "What comes next", "'A loud bang'", "Engineers Check Every Support After the Cracks"} {
		blocks := Split(between(line))
		require.Len(t, blocks, 5)
		assert.Equal(t, Heading, blocks[2].Kind, "%q: %s", line, blocks[2].Reason)
	}
}

func TestHeadline(t *testing.T) {
	assert.Equal(t, []string{"H1: Harbour bridge closes af", "P: The harbour bridge in Po"}, kindsOf(headline+"\n"+para1+"\n"))
	assert.Equal(t, []string{"P: The harbour bridge in Po", "P: Engineers found cracks i"}, kindsOf(para1+"\n"+para2), "no headline")
	assert.Equal(t, []string{"menu or skip link: Skip to main content", "H1: Harbour bridge closes af", "P: The harbour bridge in Po"},
		kindsOf("Skip to main content\n\n" + headline + "\n\n" + para1)[:3])
	a := newArticle(source{found: found{id: "a.txt"}, text: "Bridge shut. Ferries full.\n\n" + para1, entry: &entry{title: "Bridge shut. Ferries full."}})
	assert.Equal(t, Headline, a.Blocks[0].Kind, "a title of two sentences that the manifest names")
}

func TestAuthorBox(t *testing.T) {
	bio := "Mara Lindqvist is a senior transport analyst with a focus on ports. She has reported from eleven countries and contributed to several reviews."
	text := before("More from Author\n\nMara Lindqvist\nMara Lindqvist\n" + bio)
	assert.Equal(t, []string{
		"H1: Harbour bridge closes af", "author box: More from Author", "author box: Mara Lindqvist", "author box: Mara Lindqvist",
		"author box: Mara Lindqvist is a seni", "P: The harbour bridge in Po", "P: Engineers found cracks i",
	}, kindsOf(text))
	got := kindsOf(after(bio))
	assert.Equal(t, "author box: Mara Lindqvist is a seni", got[len(got)-1], "below the text")
	got = kindsOf(between(bio))
	assert.Equal(t, "P: Mara Lindqvist is a seni", got[2], "in the text she is a person of the story")
}

func TestNameLines(t *testing.T) {
	text := before("Ellery Post\n\nEllery Post\n\nContributing Writer\n\n6 min read\n1.0x")
	got := kindsOf(text)
	require.Len(t, got, 8)
	for _, line := range got[1:6] {
		assert.NotContains(t, line, "P:")
		assert.NotContains(t, line, "H2:")
	}
}

func TestDonationAppealInTheText(t *testing.T) {
	appeal := "Give a gift that lasts\nWe do what we say:\nbrave, honest journalism. But we can't do it alone.\n" +
		"- Reporters in nine harbour towns\n- Our school taught more than 40 reporters\n" +
		"- Reporters in nine harbour towns\n- Our school taught more than 40 reporters\nJoin us.\nSupport The Ellery Post. Save the coast."
	text := strings.ReplaceAll(between(appeal), "\n\n", "\n")
	blocks := Split(text)
	kept := 0
	for _, b := range blocks {
		if b.Kind == Paragraph {
			kept++
			assert.NotContains(t, b.In(text), "40 reporters")
		}
	}
	assert.Equal(t, 3, kept)
	assert.Len(t, blocks, 13)
}

func TestRepeats(t *testing.T) {
	got := kindsOf(headline + "\n\n" + headline + "\n\n" + para1 + "\n\n" + para2 + "\n\n" + para1)
	assert.Equal(t, "repeated text: Harbour bridge closes af", got[1])
	assert.Equal(t, "repeated text: The harbour bridge in Po", got[4])
	got = kindsOf(headline + "\n\n" + para1 + "\n\n\"No,\" he said.\n\n" + para2 + "\n\n\"No,\" he said.\n")
	assert.Equal(t, "P: \"No,\" he said.", got[4], "short sentences return in dialogue")
}

func TestStandfirst(t *testing.T) {
	got := kindsOf(before("Barge hits northern pier at dawn and sinks\nMayor says repairs will take six weeks"))
	assert.Equal(t, []string{"P: Barge hits northern pier", "P: Mayor says repairs will "}, got[1:3])
}

func TestGallery(t *testing.T) {
	show := "Photos: Bridge closes A barge lies under the bridge. Hide Caption 1 of 3\n" +
		"Photos: Bridge closes Engineers look at the pier. Hide Caption 2 of 3\n" +
		"Photos: Bridge closes Hide Caption 3 of 3"
	assert.Equal(t, []string{
		"photo gallery: Photos: Bridge closes", "P: A barge lies under the b", "photo gallery: Hide Caption 1 of 3",
		"photo gallery: Photos: Bridge closes", "P: Engineers look at the pi", "photo gallery: Hide Caption 2 of 3",
		"photo gallery: Photos: Bridge closes", "photo gallery: Hide Caption 3 of 3",
	}, kindsOf(between(show))[2:10])
}

func TestHardWrap(t *testing.T) {
	wrapped := "Harbour bridge closes after barge strike\n\n" +
		"The harbour bridge in Port Ellery closed on Tuesday after a\n" +
		"barge struck its northern pier, officials said. Engineers\n" +
		"found cracks in two of the nine supports.\n\n" +
		"The mayor, Tam Finch, said repairs would take at least six\n" +
		"weeks, and that ferries would run every twenty minutes until\n" +
		"the bridge opens again.\n"
	for name, text := range map[string]string{
		"LF":   wrapped,
		"CRLF": strings.ReplaceAll(wrapped, "\n", "\r\n"),
		"CR":   strings.ReplaceAll(wrapped, "\n", "\r"),
		"BOM":  "\uFEFF" + wrapped,
		"LS":   strings.ReplaceAll(wrapped, "\n", "\u2028"),
		"tabs": strings.ReplaceAll(wrapped, "\n", "\t\n\u00a0"),
	} {
		blocks := Split(text)
		require.Len(t, blocks, 3, name)
		assert.Equal(t, Headline, blocks[0].Kind, name)
		assert.True(t, strings.HasSuffix(blocks[1].In(text), "nine supports."), name)
		assert.True(t, strings.HasPrefix(blocks[2].In(text), "The mayor"), name)
	}
}

// TestHardWrapBeforeFiguresAndNames: a line that ends with an article or a
// preposition goes on, whatever the next begins with.
func TestHardWrapBeforeFiguresAndNames(t *testing.T) {
	for _, text := range []string{
		"The Harbour League took 44 of the\n120 seats, its best result in years.\n",
		"The ferry had sailed from\nDunmore at night with 40 people.\n",
	} {
		assert.Len(t, Split(text), 1, text)
	}
	assert.Len(t, Split("The Harbour League took 44 seats.\n120 seats are in parliament.\n"), 2, "a sentence that ends is a paragraph")
}

func TestOneParagraphALine(t *testing.T) {
	text := headline + "\n" + para1 + "\n" + para2 + "\n" + para3 + "\n"
	assert.Len(t, Split(text), 4)
	short := "Bridge shut\nThe bridge is shut.\nFerries are full.\nThe mayor is away.\n"
	assert.Len(t, Split(short), 4)
}

// TestEveryByteInOneBlock is the contract of Blocks.
func TestEveryByteInOneBlock(t *testing.T) {
	for _, text := range []string{"", "\n\n", "a", between("Advertisement"), "\uFEFFa\u2028b\r\rc\u00a0", strings.Repeat("x ", 5000)} {
		checkCover(t, text)
	}
}

func checkCover(t *testing.T, text string) {
	t.Helper()
	end := 0
	for _, b := range Split(text) {
		require.LessOrEqual(t, end, b.Start)
		require.Less(t, b.Start, b.End)
		require.LessOrEqual(t, b.End, len(text))
		require.Empty(t, strings.TrimFunc(text[end:b.Start], isBlank), "text between blocks")
		require.Equal(t, b.Kind == Furniture, b.Reason != "", "a reason for furniture and for nothing else")
		end = b.End
	}
	require.Empty(t, strings.TrimFunc(text[end:], isBlank), "text after the last block")
}

func FuzzSplit(f *testing.F) {
	f.Add(between("Join us.\nSupport us."))
	f.Add("Photos: A b Hide Caption 1 of 2 Photos: A c Hide Caption 2 of 2")
	f.Add("\uFEFF[x]\r\n©\u2028— By A\n# @\n\xff\xfe’’’ is a")
	f.Add("More from Author\nA B\nA B is a reporter is the\n\n\"\"\"“”")
	f.Fuzz(func(t *testing.T, text string) {
		checkCover(t, text)
		FromText("2025-01-31-"+text[:min(len(text), 20)], text)
	})
}

// story is a page of about size bytes, in our own words.
func story(size int) string {
	var b strings.Builder
	b.WriteString(before("Skip to main content\n\nBy Ola Berg\n\n3 min read\n\nShare this article"))
	for i := 0; b.Len() < size; i++ {
		b.WriteString(para3 + " " + para2 + "\n\n")
		if i%8 == 0 {
			b.WriteString("Pensioners warn of winter power cuts as island cable fails again\n\n")
		}
	}
	return b.String()
}

func BenchmarkSplit(b *testing.B) {
	text := story(6000)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Split(text)
	}
}
