package text

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// show writes the sentences of d as lines of tokens with spaces between them.
func show(d *Document) string {
	var b strings.Builder
	for _, s := range d.Sentences {
		for i := s.First; i < s.Last; i++ {
			if i > s.First {
				b.WriteByte(' ')
			}
			b.WriteString(d.Form(i))
		}
		b.WriteByte('\n')
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestTokens(t *testing.T) {
	for text, want := range map[string]string{
		"They don't, can't and cannot.":         "They do n't , ca n't and can not .",
		"Mara’s crew’ve gone":                   "Mara ’s crew ’ve gone",
		"a four-year NATO-style plan":           "a four - year NATO - style plan",
		"an e-mail on the non-aligned co-owner": "an e-mail on the non-aligned co-owner",
		"US$45bn, $1,200.50 and 90%":            "US$ 45 bn , $ 1,200.50 and 90 %",
		"at 10:35 p.m. on the 21st":             "at 10:35 p.m. on the 21st",
		"10am in the 1990s, 1/2 of 2016/17":     "10 am in the 1990s , 1/2 of 2016/17",
		"write to a.b@example.com, now":         "write to a.b@example.com , now",
		"(see www.example.com/a-b).":            "( see www.example.com/a-b ) .",
		"https://example.com/x?y=1.":            "https://example.com/x?y=1 .",
		"Dr. J. K. Olm of AT&T, Inc.":           "Dr. J. K. Olm of AT&T , Inc.",
		"the years' end — or not -- and/or":     "the years ' end — or not -- and / or",
		"pic.example.com/Xy bbc.example.co.uk.": "pic.example.com/Xy bbc.example.co.uk .",
		"she shouldn't've, O'Hare's d'Or":       "she should n't 've , O'Hare 's d'Or",
		"1.3million of 5km":                     "1.3 million of 5 km",
		"@harbour #storm2 !!":                   "@harbour #storm2 !!",
		"from 1914-1918, 20–30":                 "from 1914 - 1918 , 20 – 30",
		"on 2016-11-10 call 555-010-2030":       "on 2016-11-10 call 555-010-2030",
		"They do n't say \" no \" .":            "They do n't say \" no \" .",
		"they ’re here , and it ’s late .":      "they ’re here , and it ’s late .",
	} {
		assert.Equal(t, want, strings.ReplaceAll(show(ParseString(text)), "\n", " "))
	}
}

func TestSentences(t *testing.T) {
	for name, text := range map[string]string{
		"a name":              "He flew with El Al.|Before that he took the train, Hale et al. wrote.",
		"abbreviations":       "The U.S. envoy met Gen. Orr of Olm Inc. on Dec. 5 at 9 a.m. Monday.|He left the U.S.|The talks go on.",
		"stop in quotation":   "“We agree.”|“We don’t,” he said.",
		"question in quotes":  "“Will it hold?” asked Ms. Olm.|\"Who knows!\" she said.|“When?” Tomas Arle asked.",
		"brackets":            "It fell (see p. 3).|(It rose later.)|It held [1] then.",
		"decimals":            "It rose 3.5 percent.|It was no. 4 of 10.",
		"initials":            "J. K. Olm and M. Brandt spoke of vitamin C.|Doctors agreed.",
		"ellipsis":            "He paused... then spoke…|Nobody moved ...|They sat.",
		"spaced ellipsis":     "He was . . . not sure.|It ended.",
		"already tokenised":   "He said `` no . ''|They 're out .",
		"no space after stop": "They lost.|The rest won.",
		"hard-wrapped":        "The minister\nsaid no.|It was\nover.",
		"company with a mark": "Yahoo! said it would not.",
		"notes":               "It fell in 1990. [3] [4]|It rose.",
		"list":                "They want:|• more pay|• less work",
		"numbered":            "1. Open the valve.|2. Close it.",
		"time and place":      "It began at 10 a.m. (local time) near St. Ives.",
		"two stops":           "Really?!|Yes!!|“No.”",
		"lower case after":    "It costs approx. three.|iPads sell.",
		"time of a place":     "It began at 9 a.m. North Olmian time.|It ended at 9 p.m. Velmar.|It opened at 9 a.m.|Police came.",
		"single quotes":       "'It is over,' he said.|'We won.'|The rest left.",
		"state":               "A storm hit Jackson, Miss., on Monday.|It was a near Miss.|She left.",
		"day":                 "It shut on Sat., Dec. 4.|They sat.|He looked at the Sun.|It set.",
		"quotation goes on":   "\"It is over.\"|\"It is not,\" he said.|\"It can’t be.\"",
		"colon":               "One thing is sure: Nobody won.",
		"degree":              "Ilse Brandt, Ph.D., and Tomas Arle Jr. met.|They agreed.",
		"ends in initials":    "He moved to Washington, D.C.|She stayed.",
	} {
		t.Run(name, func(t *testing.T) {
			want := strings.Split(text, "|")
			joined := strings.Join(want, " ")
			if name == "no space after stop" {
				joined = strings.Join(want, "")
			}
			d := ParseString(joined)
			var got []string
			for _, s := range d.Sentences {
				got = append(got, s.In(d.Text))
			}
			assert.Equal(t, want, got)
		})
	}
}

func TestParseIsLinear(t *testing.T) {
	// 128 kB each: a quadratic step would take many seconds.
	for _, s := range []string{". ", "...", "... ", "a.", "a. ", "A. ", "'", "' ", "a'b", "a@", "a-", "re-", "1-", "1,", "1,222", "(", ". ( ", ") ",
		"\" ", ". \"", "[1] ", "www.", "http://", "x", "1", "é", "\xff", "a.m. ... ", "\n", "- \n", "1'", "n't", "? ", "👩\u200d", "w/"} {
		start := time.Now()
		ParseString(strings.Repeat(s, 1<<17/len(s)))
		assert.Less(t, time.Since(start), 2*time.Second, "%q", s)
	}
}

func TestRoomForTokens(t *testing.T) {
	s := sample()
	room := 0
	for _, b := range paragraphs(s) {
		room += tokensIn(b.In(s))
	}
	assert.InEpsilon(t, len(ParseString(s).Tokens), room, 0.05)
	for _, blank := range []string{" ", "-", "- ", "."} {
		assert.LessOrEqual(t, tokensIn(strings.Repeat(blank, 3000)), 1000*len(blank)+1, "%q", blank)
	}
}
