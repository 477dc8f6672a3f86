package lemma

import (
	"bufio"
	"compress/gzip"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/text"
)

// word is a word of a treebank with its gold tags.
type word struct {
	lower, lemma string
	fine         text.Fine
	tag          text.Tag
}

// readWords reads the words of a treebank that are no punctuation.
func readWords(t *testing.T, name string) []word {
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED is not set: no treebank to measure against")
	}
	f, err := os.Open(filepath.Join(dir, "treebank", name+".conllu.gz"))
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	var words []word
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		f := strings.Split(lines.Text(), "\t")
		if len(f) < 5 || strings.ContainsAny(f[0], ".-") || f[3] == "PUNCT" {
			continue
		}
		tag, _ := text.ParseTag(f[3])
		words = append(words, word{
			lower: strings.ReplaceAll(strings.ToLower(f[1]), "’", "'"),
			lemma: strings.ToLower(f[2]),
			fine:  text.ParseFine(f[4]),
			tag:   tag,
		})
	}
	require.NoError(t, lines.Err())
	return words
}

func TestTreebanks(t *testing.T) {
	for _, bank := range []struct {
		name         string
		fine, coarse float64
	}{{"pud", .994, .976}, {"gum-dev", .991, .969}, {"ewt-dev", .984, .965}} {
		t.Run(bank.name, func(t *testing.T) {
			words := readWords(t, bank.name)
			var fine, coarse float64
			missed := map[string]int{}
			for _, w := range words {
				if got := Of(w.lower, w.fine, w.tag); got == w.lemma {
					fine++
				} else {
					missed[fmt.Sprintf("%s/%s %s, not %s", w.lower, w.fine, w.lemma, got)]++
				}
				if Of(w.lower, text.NoFine, w.tag) == w.lemma {
					coarse++
				}
			}
			n := float64(len(words))
			t.Logf("lemmas right: %.4f by Penn tag, %.4f by universal tag", fine/n, coarse/n)
			if os.Getenv("CONCORD_MISSED") != "" {
				var lines []string
				for m, n := range missed {
					lines = append(lines, fmt.Sprintf("%4d %s", n, m))
				}
				slices.Sort(lines)
				t.Log("\n" + strings.Join(lines, "\n"))
			}
			require.GreaterOrEqual(t, fine/n, bank.fine)
			require.GreaterOrEqual(t, coarse/n, bank.coarse)
		})
	}
}

// mix is the tags that one sentence of news has.
var mix = []word{
	{lower: "the", fine: text.DT}, {lower: "ministers", fine: text.NNS}, {lower: "said", fine: text.VBD}, {lower: "they", fine: text.PRP},
	{lower: "had", fine: text.VBD}, {lower: "agreed", fine: text.VBN}, {lower: "on", fine: text.IN}, {lower: "larger", fine: text.JJR},
	{lower: "cities", fine: text.NNS}, {lower: "using", fine: text.VBG}, {lower: "trains", fine: text.NNS}, {lower: "velmar", fine: text.NNP},
}

func BenchmarkOf(b *testing.B) {
	load()
	size := 0
	for _, w := range mix {
		size += len(w.lower) + 1
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, w := range mix {
			Of(w.lower, w.fine, w.tag)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		readTable()
	}
}

func FuzzOf(f *testing.F) {
	for _, s := range []string{"", "s", "ing", "eed", "-s", "a-", "ies", "'s", "\xff\xfes", "men", "iied", strings.Repeat("x", 300) + "s"} {
		f.Add(s, uint8(text.VBG))
		f.Add(s, uint8(text.NNS))
	}
	f.Fuzz(func(t *testing.T, s string, tag uint8) {
		fine := text.Fine(tag % uint8(text.OtherFine+1))
		l := Of(s, fine, text.Tag(tag%uint8(text.VERB+1)))
		require.Equal(t, l, Of(s, fine, text.Tag(tag%uint8(text.VERB+1))))
		require.LessOrEqual(t, len(l), len(s)+8)
		require.Equal(t, s == "", l == "", "%q has an empty lemma", s)
	})
}
