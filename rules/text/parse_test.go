package text

import (
	"strings"
	"testing"

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
		"They don't, can't and cannot.":        "They do n't , ca n't and can not .",
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
		"@harbour #storm2 !!":                   "@harbour #storm2 !!",
		"from 1914-1918, 20–30":                 "from 1914 - 1918 , 20 – 30",
		"on 2016-11-10 call 555-010-2030":       "on 2016-11-10 call 555-010-2030",
		"They do n't say \" no \" .":            "They do n't say \" no \" .",
		"they ’re here , and it ’s late .":      "they ’re here , and it ’s late .",
	} {
		assert.Equal(t, want, strings.ReplaceAll(show(ParseString(text)), "\n", " "))
	}
}
