package conllu

import (
	"bytes"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/text"
)

// ferry has a comment, a multiword range, an empty node and words that touch.
const ferry = `# sent_id = ours-1
1	The	the	DET	DT	_	2	det	_	_
2	ferry	ferry	NOUN	NN	Number=Sing	5	nsubj	_	_
3-4	didn’t	_	_	_	_	_	_	_	_
3	did	do	AUX	VBD	_	5	aux	_	_
4	n’t	not	PART	RB	_	5	advmod	_	_
5	sail	sail	VERB	VB	_	0	root	_	SpaceAfter=No
5.1	_	_	_	_	_	_	_	_	_
6	.	.	PUNCT	.	_	5	punct	_	_

1	NATO	NATO	PROPN	NNP	_	2	nsubj	_	_
2	met	meet	VERB	VBD	_	0	root	_	_

`

func TestRead(t *testing.T) {
	f, err := Read(strings.NewReader(ferry))
	require.NoError(t, err)
	assert.Equal(t, "The ferry didn’t sail. NATO met", f.Doc.Text)
	require.Len(t, f.Doc.Sentences, 2)
	require.Len(t, f.Doc.Tokens, 8)
	assert.Equal(t, [2]int{6, 8}, [2]int{f.Doc.Sentences[1].First, f.Doc.Sentences[1].Last})
	assert.Equal(t, []string{"# sent_id = ours-1"}, f.Comments[0])
	n := f.Doc.Tokens[3]
	assert.Equal(t, "n't", n.Lower)
	assert.Equal(t, "n’t", f.Doc.Form(3))
	assert.Equal(t, text.PART, n.Tag)
	assert.Equal(t, text.RB, n.Fine)
	assert.False(t, n.Shape.Has(text.SpaceBefore))
	assert.True(t, f.Doc.Tokens[0].Shape.Has(text.SentenceStart|text.Capital|text.SpaceBefore))
	assert.True(t, f.Doc.Tokens[6].Shape.Has(text.AllCaps))
	assert.Equal(t, Word{Head: 5, Relation: "nsubj"}, f.Words[1])
	for i, token := range f.Doc.Tokens {
		assert.Equal(t, strings.ToLower(strings.ReplaceAll(f.Doc.Form(i), "’", "'")), token.Lower)
	}
}

func TestWriteReadsBack(t *testing.T) {
	f, err := Read(strings.NewReader(ferry))
	require.NoError(t, err)
	var b bytes.Buffer
	require.NoError(t, Write(&b, f))
	assert.Contains(t, b.String(), "# sent_id = ours-1\n1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\t_\n")
	assert.Contains(t, b.String(), "5\tsail\tsail\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No\n")
	back, err := Read(bytes.NewReader(b.Bytes()))
	require.NoError(t, err)
	assert.Equal(t, f.Doc.Text, back.Doc.Text)
	assert.Equal(t, f.Words, back.Words)
}

func TestReadErrors(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"1\tThe\n", "line 1: 2 columns, want 10"},
		{"\n2\tThe\t_\t_\t_\t_\t_\t_\t_\t_\n", `line 2: word number "2": want 1`},
		{"1\tThe\t_\t_\t_\t_\tx\t_\t_\t_\n", `line 1: head "x": want a number`},
		{"1-x\tThe\t_\t_\t_\t_\t_\t_\t_\t_\n", `line 1: range "1-x"`},
	} {
		_, err := Read(strings.NewReader(c.in))
		assert.ErrorContains(t, err, c.want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(ferry)
	f.Add("1\t\xff\t_\t_\t_\t_\t9999999999\t_\t_\t_\n")
	f.Add("1-2\tab\t_\t_\t_\t_\t_\t_\t_\t_\n1\ta\t_\t_\t_\t_\t7\tx:y\t_\t_\r\n\n#\n")
	f.Fuzz(func(t *testing.T, s string) {
		file, err := Read(strings.NewReader(s))
		if err != nil {
			return
		}
		for i, token := range file.Doc.Tokens {
			require.LessOrEqual(t, token.End, len(file.Doc.Text))
			_ = file.Doc.Form(i)
		}
		var b bytes.Buffer
		require.NoError(t, Write(&b, file))
		back, err := Read(&b)
		require.NoError(t, err)
		require.Len(t, back.Doc.Tokens, len(file.Doc.Tokens))
		require.Len(t, back.Doc.Sentences, len(file.Doc.Sentences))
	})
}

func BenchmarkRead(b *testing.B) {
	s := strings.Repeat(ferry, 200)
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(strings.NewReader(s)); err != nil {
			b.Fatal(err)
		}
	}
}
