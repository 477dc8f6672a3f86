package syntax

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/syntax/conllu"
	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/bank"
	"github.com/concord-news/concord/rules/text"
)

// arcs writes a tree as "word<relation<head ...".
func arcs(d *text.Document, t Tree) string {
	var out []string
	for i, h := range t.Heads {
		head := "."
		if h >= 0 {
			head = d.Tokens[h].Lower
		}
		out = append(out, d.Tokens[i].Lower+"<"+t.Relations[i].String()+"<"+head)
	}
	return strings.Join(out, " ")
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{
			"The company sold two ships.",
			"the<det<company company<nsubj<sold sold<root<. two<nummod<ships ships<obj<sold .<punct<sold",
		},
		{
			"Two ships were sold by the company.",
			"two<nummod<ships ships<nsubj:pass<sold were<aux:pass<sold sold<root<. by<case<company the<det<company company<obl:agent<sold .<punct<sold",
		},
		{
			"She said that the minister had resigned.",
			"she<nsubj<said said<root<. that<mark<resigned the<det<minister minister<nsubj<resigned had<aux<resigned resigned<ccomp<said .<punct<said",
		},
	} {
		d := text.ParseString(c.in)
		Tag(d)
		require.Len(t, d.Sentences, 1)
		assert.Equal(t, c.want, arcs(d, Parse(d, 0)), c.in)
	}
}

// requireTree fails unless tree is one: a root, and every word under it.
func requireTree(t *testing.T, tree Tree, words int) {
	require.Equal(t, words, tree.Len())
	require.Len(t, tree.Relations, words)
	roots := 0
	depth := make([]int, words) // 0 not visited, 1 on the way, 2 under the root
	for i := range words {
		if tree.Heads[i] < 0 {
			roots++
			require.Equal(t, dep.Root, tree.Relations[i])
		} else {
			require.NotEqual(t, dep.None, tree.Relations[i])
		}
		var path []int
		for k := i; k >= 0 && depth[k] != 2; k = int(tree.Heads[k]) {
			require.Equal(t, 0, depth[k], "word %d is its own ancestor", k)
			depth[k] = 1
			path = append(path, k)
		}
		for _, k := range path {
			depth[k] = 2
		}
	}
	require.Equal(t, min(words, 1), roots)
}

func FuzzParse(f *testing.F) {
	f.Add("The mayor opened the bridge.", uint8(0), uint8(0))
	f.Add("\"(,,\" - '' 9/11 \xff\xfe U.S. ...", uint8(3), uint8(200))
	f.Add(strings.Repeat("of the ", 60), uint8(16), uint8(36))
	f.Add(strings.Repeat("( ", 300)+strings.Repeat("said ", 300), uint8(5), uint8(9))
	f.Fuzz(func(t *testing.T, s string, tag, fine uint8) {
		d := text.ParseString(s)
		Tag(d)
		var p Parser
		for i, sentence := range d.Sentences {
			requireTree(t, p.Parse(d, i), sentence.Last-sentence.First)
		}
		// tags of no model, shape of no scanner
		for i := range d.Tokens {
			d.Tokens[i].Tag, d.Tokens[i].Fine = text.Tag(tag+uint8(i)), text.Fine(fine-uint8(i))
			d.Tokens[i].Shape ^= text.Shape(tag)
		}
		for i, sentence := range d.Sentences {
			requireTree(t, p.Parse(d, i), sentence.Last-sentence.First)
		}
		for i := range d.Tokens {
			d.Tokens[i].Lower = ""
		}
		Tag(d)
	})
}

// wordy is one sentence of n tokens.
func wordy(n int) *text.Document {
	words := strings.Fields("The two men who were seen near the old harbour on Monday said that they had bought , sold and")
	d := &text.Document{}
	var b strings.Builder
	for i := range n {
		w := words[i%len(words)]
		start := b.Len()
		b.WriteString(w + " ")
		d.Tokens = append(d.Tokens, text.Token{Span: corpus.Span{Start: start, End: b.Len() - 1}, Lower: strings.ToLower(w), Shape: text.HasLetter | text.SpaceBefore})
	}
	d.Text = b.String()
	d.Sentences = []text.Sentence{{Span: corpus.Span{End: len(d.Text)}, Last: n}}
	return d
}

func TestParseSizes(t *testing.T) {
	var p Parser
	for _, n := range []int{0, 1, 2, 3, 30000, 5} {
		d := wordy(n)
		Tag(d)
		requireTree(t, p.Parse(d, 0), n)
	}
}

// TestParseAccuracy measures on the treebanks that were not trained on, with
// tags of the tagger.
func TestParseAccuracy(t *testing.T) {
	for _, c := range []struct {
		bank            string
		heads, labelled float64
	}{
		{"pud", .872, .846},
		{"ewt-dev", .8815, .8505},
		{"gum-dev", .880, .854},
	} {
		t.Run(c.bank, func(t *testing.T) {
			gold := shared(t, c.bank)
			own := gold.Blank()
			Tag(own)
			var a bank.Attachment
			var p Parser
			for i := range own.Sentences {
				a.Add(gold.Tree(i), p.Parse(own, i))
			}
			t.Log(a)
			assert.GreaterOrEqual(t, float64(a.Heads)/float64(a.Words), c.heads)
			assert.GreaterOrEqual(t, float64(a.Labelled)/float64(a.Words), c.labelled)
		})
	}
}

func BenchmarkParse(b *testing.B) {
	for _, n := range []int{10, 100, 1000, 10000} {
		b.Run(fmt.Sprintf("tokens=%d", n), func(b *testing.B) {
			d := wordy(n)
			Tag(d)
			var p Parser
			p.Parse(d, 0)
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				p.Parse(d, 0)
			}
			b.ReportMetric(float64(n*b.N)/b.Elapsed().Seconds(), "tokens/s")
		})
	}
}

// BenchmarkTagAndParse is the whole stage on prose.
func BenchmarkTagAndParse(b *testing.B) {
	d := text.ParseString(benchText)
	var p Parser
	b.SetBytes(int64(len(benchText)))
	b.ReportAllocs()
	for b.Loop() {
		Tag(d)
		for i := range d.Sentences {
			p.Parse(d, i)
		}
	}
	b.ReportMetric(float64(len(d.Tokens)*b.N)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkLoadParser(b *testing.B) {
	for b.Loop() {
		decodeParser()
	}
}

func TestAnnotate(t *testing.T) {
	f := &conllu.File{Doc: text.ParseString("The ferry sailed. It's cold.")}
	Annotate(f)
	var b strings.Builder
	require.NoError(t, conllu.Write(&b, f))
	assert.Equal(t, `1	The	the	DET	DT	_	2	det	_	_
2	ferry	ferry	NOUN	NN	_	3	nsubj	_	_
3	sailed	sail	VERB	VBD	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	SYM	_	3	punct	_	_

1	It	it	PRON	PRP	_	3	nsubj	_	SpaceAfter=No
2	's	be	AUX	VBZ	_	3	cop	_	_
3	cold	cold	ADJ	JJ	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	SYM	_	3	punct	_	_

`, b.String())
	assert.Len(t, Trees(f.Doc), 2)
}
