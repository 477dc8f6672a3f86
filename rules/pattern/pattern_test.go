package pattern

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/clause"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/text"
)

// sentence makes an input of words written word/TAG; the lemma is the word in
// lower case, or what stands after a second slash.
func sentence(s string, mentions ...mention.Mention) *Input {
	d := &text.Document{}
	var phrases []clause.Phrase
	for i, w := range strings.Fields(s) {
		parts := strings.Split(w, "/")
		tag, _ := text.ParseTag(parts[1])
		t := text.Token{Lower: strings.ToLower(parts[0]), Lemma: strings.ToLower(parts[0]), Tag: tag}
		if len(parts) > 2 {
			t.Lemma = parts[2]
		}
		t.Start = len(d.Text)
		d.Text += parts[0] + " "
		t.End = len(d.Text) - 1
		if strings.HasSuffix(t.Lower, "est") {
			t.Fine = text.JJS
		}
		d.Tokens = append(d.Tokens, t)
		if tag == text.NOUN || tag == text.PROPN {
			phrases = append(phrases, clause.Phrase{First: i, Last: i + 1, Head: i})
		}
	}
	d.Sentences = []text.Sentence{{Last: len(d.Tokens)}}
	in := new(Input)
	in.SetDocument(d, mentions, func(first, last int) string {
		if d.Tokens[first].Lower == "norland" {
			return "NL"
		}
		return ""
	})
	in.SetSentence(0, len(d.Tokens), phrases)
	return in
}

func classes(t *testing.T) map[string]*Class {
	t.Helper()
	hold, err := NewClass("hold", []string{"hold", "have in hand", "=talks"})
	require.NoError(t, err)
	return map[string]*Class{"hold": hold}
}

func TestMatch(t *testing.T) {
	two := mention.Mention{First: 2, Last: 4, Head: 3, Kind: mention.Number}
	share := mention.Mention{First: 1, Last: 3, Kind: mention.Share}
	tests := []struct {
		pattern, sentence string
		mentions          []mention.Mention
		first, last       int // 0, 0: no match
	}{
		{"hold ground", "They/PRON held/VERB/hold ground/NOUN", nil, 1, 3},
		{"=hold ground", "They/PRON held/VERB/hold ground/NOUN", nil, 0, 0},
		{"hold/NOUN", "They/PRON hold/VERB", nil, 0, 0},
		{"{hold} ground", "They/PRON have/VERB in/ADP hand/NOUN ground/NOUN", nil, 1, 5},
		{"{hold}", "The/DET talks/NOUN/talk end/VERB", nil, 1, 2},
		{"{hold}", "The/DET talk/NOUN ends/VERB", nil, 0, 0},
		{"hold [the] ground", "They/PRON hold/VERB the/DET ground/NOUN", nil, 1, 4},
		{"hold [the] ground", "They/PRON hold/VERB ground/NOUN", nil, 1, 3},
		{"hold (low | high | far) ground", "They/PRON hold/VERB high/ADJ ground/NOUN", nil, 1, 4},
		{"hold (low | high | far) ground", "They/PRON hold/VERB far/ADJ ground/NOUN", nil, 1, 4},
		{"hold (low | high) ground", "They/PRON hold/VERB far/ADJ ground/NOUN", nil, 0, 0},
		{"hold ... ground", "They/PRON hold/VERB a/DET bit/NOUN of/ADP ground/NOUN", nil, 1, 6},
		{"hold ... ground", "They/PRON hold/VERB because/SCONJ a/DET ground/NOUN", nil, 0, 0},
		{"hold * ground", "They/PRON hold/VERB some/DET ground/NOUN", nil, 1, 4},
		{"hold <n:count>", "They/PRON hold/VERB two/NUM towns/NOUN", []mention.Mention{two}, 1, 4},
		{"hold <n:share>", "They/PRON hold/VERB two/NUM towns/NOUN", []mention.Mention{two}, 0, 0},
		{"<s:share> of <w:np>", "Over/ADP 20/NUM %/SYM of/ADP land/NOUN", []mention.Mention{share}, 1, 5},
		{"<p:party> hold", "Now/ADV Norland/PROPN holds/VERB/hold", nil, 1, 3},
		{"<p:party> hold", "Now/ADV Sudland/PROPN holds/VERB/hold", nil, 0, 0},
		{"<x:superlative> ground", "the/DET highest/ADJ ground/NOUN", nil, 1, 3},
		{"<x:superlative> ground", "the/DET most/ADV holy/ADJ ground/NOUN", nil, 1, 4},
		{"<x:{hold}> ground", "They/PRON held/VERB/hold ground/NOUN", nil, 1, 3},
	}
	for _, tt := range tests {
		t.Run(tt.pattern+" in "+tt.sentence, func(t *testing.T) {
			p, err := Compile(tt.pattern, classes(t))
			require.NoError(t, err)
			in := sentence(tt.sentence, tt.mentions...)
			for i := range in.Last {
				if m, ok := p.MatchAt(in, i, in.Last); ok {
					assert.Equal(t, [2]int{tt.first, tt.last}, [2]int{m.First, m.Last})
					return
				}
			}
			assert.Zero(t, tt.last, "no match")
		})
	}
}

func TestSlots(t *testing.T) {
	p, err := Compile("<who:party> {hold} <what:np>", classes(t))
	require.NoError(t, err)
	in := sentence("Norland/PROPN holds/VERB/hold land/NOUN")
	m, ok := p.MatchAt(in, 0, in.Last)
	require.True(t, ok)
	assert.Equal(t, []Slot{{"who", KindParty}, {"what", KindPhrase}}, p.Slots())
	assert.Equal(t, 0, m.Slot(0).First)
	assert.Equal(t, Capture{First: 2, Last: 3, Head: 2, Mention: -1}, m.Slot(1))
}

func TestCompileRefuses(t *testing.T) {
	tests := []struct {
		pattern string
		column  int
		says    string
	}{
		{"", 0, "no word"},
		{"[of]", 0, "no word"},
		{"... *", 0, "no word"},
		{"a [b", 2, `"[" is not closed`},
		{"a (b | c", 2, `"(" is not closed`},
		{"a ]", 2, "without its opening mark"},
		{"{hodl}", 0, `did you mean "hold"?`},
		{"<x:shore>", 0, `did you mean "share"?`},
		{"<x>", 0, "has no kind"},
		{"<X1:share>", 0, "slot name"},
		{"<x:share> <x:money>", 10, "is money here and share before"},
		{"lead/VRB", 0, "universal part of speech"},
		{"<x:{hodl}>", 0, "unknown word class"},
		{strings.Repeat("[", 9) + "a" + strings.Repeat("]", 9), 8, "nested"},
	}
	for _, tt := range tests {
		t.Run(tt.pattern, func(t *testing.T) {
			_, err := Compile(tt.pattern, classes(t))
			var bad *SyntaxError
			require.ErrorAs(t, err, &bad)
			assert.Equal(t, tt.column, bad.Column)
			assert.Contains(t, bad.What, tt.says)
		})
	}
}

func TestOptionalRows(t *testing.T) {
	p, err := Compile("hold [firm | still] ground", classes(t))
	require.NoError(t, err)
	for source, want := range map[string]bool{
		"hold/VERB ground/NOUN": true, "hold/VERB firm/ADV ground/NOUN": true, "hold/VERB still/ADV ground/NOUN": true,
		"hold/VERB loose/ADV ground/NOUN": false, "hold/VERB firm/ADV still/ADV ground/NOUN": false,
	} {
		in := sentence(source)
		_, ok := p.MatchAt(in, 0, in.Last)
		assert.Equal(t, want, ok, source)
	}
}

func TestAnchor(t *testing.T) {
	tests := map[string]Anchor{
		"hold [ground]":               {Words: []string{"hold"}, Telling: 2}, // many sentences have it
		"hold ground":                 {Words: []string{"ground"}, Telling: 4},
		"of ground":                   {Words: []string{"ground"}, Telling: 4},
		"(low | high) of <x:share>":   {Words: []string{"low", "high"}, Telling: 4},
		"(low | <y:np>) of <x:share>": {Kind: KindMention + Kind(mention.Share), Telling: 2},
		"[ground] of <x:share> land":  {Words: []string{"land"}, Telling: 4},
		"of <x:np>":                   {Kind: KindPhrase, Telling: 1},
		// "have" is too common to tell sentences apart, yet all there is.
		"{hold} of": {Words: []string{"have", "hold", "talks"}},
	}
	for source, want := range tests {
		p, err := Compile(source, classes(t))
		require.NoError(t, err)
		got := p.Anchor()
		assert.Equal(t, want, got, source)
	}
}

// TestNeeds: a sentence needs every word that no match can do without, of a choice
// one, and none of what may be missing or is in every sentence.
func TestNeeds(t *testing.T) {
	for source, want := range map[string][]string{
		"hold the ground":               {"hold", "ground"},
		"hold [firm] ground":            {"hold", "ground"},
		"(low | high) tide":             {"low high", "tide"},
		"(low | <y:np>) tide":           {"tide"},
		"(low | [high] water) ... fall": {"low water", "fall"},
		"of <x:np>":                     nil,
		"<x:name> of <y:share>":         {"<name>", "<share>"},
	} {
		p, err := Compile(source, classes(t))
		require.NoError(t, err)
		var got []string
		for _, a := range p.Needs() {
			if len(a.Words) > 0 {
				got = append(got, strings.Join(a.Words, " "))
			} else {
				got = append(got, "<"+a.Kind.String()+">")
			}
		}
		assert.Equal(t, want, got, source)
	}
}

func TestStart(t *testing.T) {
	names := []mention.Kind{mention.Person, mention.Organisation, mention.Place, mention.Event}
	tests := map[string]Start{
		"hold [ground]":                {Words: []string{"hold"}},
		"[low] tide":                   {Words: []string{"low", "tide"}},
		"(low | [high] tide) fall":     {Words: []string{"high", "low", "tide"}},
		"[low] <x:share> fall":         {Words: []string{"low"}, Kinds: []mention.Kind{mention.Share}},
		"[<w:name> 's] low tide":       {Words: []string{"low"}, Kinds: names},
		"(<x:money> | <y:share>) fall": {Kinds: []mention.Kind{mention.Share, mention.Money}},
		"[the] fall":                   {Words: []string{"fall", "the"}},
		// What can begin with any phrase can begin anywhere.
		"[<x:np>] fall": {},
	}
	for source, want := range tests {
		p, err := Compile(source, classes(t))
		require.NoError(t, err)
		assert.Equal(t, want, p.Start(), source)
	}
}

func TestNeedsOfClass(t *testing.T) {
	rare, err := NewClass("retreat", []string{"withdraw", "=ceded ground"})
	require.NoError(t, err)
	assert.Equal(t, []Anchor{{Words: []string{"ceded", "withdraw"}, Telling: 3}}, rare.Needs())
	common, err := NewClass("be", []string{"be", "withdraw"})
	require.NoError(t, err)
	assert.Empty(t, common.Needs(), "nearly every sentence has it")
}

func FuzzCompile(f *testing.F) {
	for _, s := range []string{"a", "{hold} <x:share>", "[a (b | c)] d ... *", "<x:{hold}>", "((", "a/VERB =b"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := Compile(s, classes(t))
		if err != nil {
			return
		}
		in := sentence("They/PRON hold/VERB two/NUM towns/NOUN", mention.Mention{First: 2, Last: 4, Head: 3, Kind: mention.Number})
		for i := range in.Last {
			m, ok := p.MatchAt(in, i, in.Last)
			if ok && (m.Last <= i || m.Last > in.Last) {
				t.Fatalf("match of %q at %d ends at %d", s, i, m.Last)
			}
		}
		p.Anchor()
	})
}
