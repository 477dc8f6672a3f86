package syntax

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/syntax/internal/bank"
	"github.com/concord-news/concord/rules/text"
)

func TestTag(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"The mayor will open the bridge on Monday.", "DET/DT NOUN/NN AUX/MD VERB/VB DET/DT NOUN/NN ADP/IN PROPN/NNP PUNCT/SYM"},
		{"She didn't say who had called them.", "PRON/PRP AUX/VBD PART/RB VERB/VB PRON/WP AUX/VBD VERB/VBN PRON/PRP PUNCT/SYM"},
		{"Two trains were cancelled because of snow.", "NUM/CD NOUN/NNS AUX/VBD VERB/VBN ADP/IN ADP/IN NOUN/NN PUNCT/SYM"},
		{"THE TRAIN WAS CANCELLED", "DET/DT NOUN/NN AUX/VBD VERB/VBN"},
		{"It cost $ 40 .", "PRON/PRP VERB/VBD SYM/SYM NUM/CD PUNCT/SYM"},
	} {
		d := text.ParseString(c.in)
		Tag(d)
		var got []string
		for _, w := range d.Tokens {
			got = append(got, w.Tag.String()+"/"+w.Fine.String())
		}
		assert.Equal(t, c.want, strings.Join(got, " "), c.in)
	}
}

func TestTagNothing(t *testing.T) {
	Tag(text.ParseString(""))
	Tag(&text.Document{})
}

// shared opens a treebank of the folder that CONCORD_SHARED names.
func shared(t testing.TB, name string) *bank.Bank {
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED names no folder with treebanks: accuracy is not measured")
	}
	b, err := bank.Load(filepath.Join(dir, "treebank", name+".conllu.gz"))
	require.NoError(t, err)
	return b
}

// TestTagAccuracy measures on the treebanks that were not trained on. The
// floors are what was measured, less a margin for another machine's rounding.
func TestTagAccuracy(t *testing.T) {
	for _, c := range []struct {
		bank      string
		tag, fine float64
	}{
		{"pud", .959, .956},
		{"ewt-dev", .953, .950},
		{"gum-dev", .966, .965},
	} {
		t.Run(c.bank, func(t *testing.T) {
			gold := shared(t, c.bank)
			own := gold.Blank()
			Tag(own)
			tag, fine := gold.TagAccuracy(own)
			t.Logf("UPOS %.4f XPOS %.4f", tag, fine)
			assert.GreaterOrEqual(t, tag, c.tag)
			assert.GreaterOrEqual(t, fine, c.fine)
		})
	}
}

// benchText is news prose of our own, repeated.
var benchText = strings.Repeat(`The harbour authority said on Tuesday that 14 ferries were delayed after a
cable broke near the northern pier. "We don't expect more trouble," a spokesman, Ilan Vesper, told reporters, but the
U.S. owner of the line has not confirmed when services will resume. About $3.2 million was spent on repairs last year.
`, 40)

func BenchmarkTag(b *testing.B) {
	d := text.ParseString(benchText)
	Tag(d)
	b.SetBytes(int64(len(benchText)))
	b.ReportAllocs()
	for b.Loop() {
		Tag(d)
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoadTagger(b *testing.B) {
	for b.Loop() {
		decodeTagger()
	}
}
