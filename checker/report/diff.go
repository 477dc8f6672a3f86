package report

import (
	"strings"

	"github.com/sergi/go-diff/diffmatchpatch"
)

// firstWordRune is the private-use rune that stands for the first word: plane
// 15 has room for 65,534 different words.
const (
	firstWordRune = 0xF0000
	mostWords     = 65534
)

// differences returns the words of text with those that base has besides:
// "[-removed-]" are words of base alone, "{+added+}" of text alone.
func differences(base, text string) []word {
	var out []word
	for _, d := range wordDiff(base, text) {
		out = append(out, marked(d.Type, d.Text)...)
	}
	return out
}

// wordDiff compares texts word by word; the words of a part are joined by
// spaces.
func wordDiff(base, text string) []diffmatchpatch.Diff {
	table := map[string]rune{}
	var list []string
	encode := func(s string) []rune {
		fields := strings.Fields(s)
		runes := make([]rune, len(fields))
		for i, f := range fields {
			r, ok := table[f]
			if !ok {
				r = rune(firstWordRune + len(list))
				table[f] = r
				list = append(list, f)
			}
			runes[i] = r
		}
		return runes
	}
	before, after := encode(base), encode(text)
	if len(list) > mostWords {
		return []diffmatchpatch.Diff{{Type: diffmatchpatch.DiffEqual, Text: text}}
	}
	dmp := diffmatchpatch.New()
	// Without this the result depends on how fast the machine is.
	dmp.DiffTimeout = 0
	diffs := dmp.DiffMainRunes(before, after, false)
	for i, d := range diffs {
		var b strings.Builder
		for j, r := range []rune(d.Text) {
			if j > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(list[r-firstWordRune])
		}
		diffs[i].Text = b.String()
	}
	return diffs
}

func marked(op diffmatchpatch.Operation, s string) []word {
	switch op {
	case diffmatchpatch.DiffDelete:
		return words("[-"+s+"-]", red)
	case diffmatchpatch.DiffInsert:
		return words("{+"+s+"+}", green)
	}
	return words(s, noStyle)
}
