package text

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

	"github.com/concord-news/concord/corpus"
)

// gold is a document of a treebank: its text, with sentences joined by spaces
// and paragraphs by blank lines, and its spans.
type gold struct {
	text              strings.Builder
	tokens, sentences []corpus.Span
}

// sentence appends a sentence: surface words and, for each, the parts that it
// is split into.
func (g *gold) sentence(text string, words [][]string) {
	base := g.text.Len()
	g.text.WriteString(text)
	at := 0
	for _, w := range words {
		n := strings.Index(text[at:], w[0])
		if n < 0 {
			continue
		}
		start := base + at + n
		at += n + len(w[0])
		if len(w) == 1 || strings.Join(w[1:], "") != w[0] {
			g.tokens = append(g.tokens, corpus.Span{Start: start, End: start + len(w[0])})
			continue
		}
		for _, part := range w[1:] {
			g.tokens = append(g.tokens, corpus.Span{Start: start, End: start + len(part)})
			start += len(part)
		}
	}
	g.sentences = append(g.sentences, corpus.Span{Start: base, End: base + len(text)})
}

// readGold reads the documents of a treebank.
func readGold(t *testing.T, name string) []*gold {
	f, err := os.Open(filepath.Join(sharedDir(t), "treebank", name+".conllu.gz"))
	require.NoError(t, err)
	defer f.Close()
	z, err := gzip.NewReader(f)
	require.NoError(t, err)
	var docs []*gold
	var text string
	var words [][]string
	inside, parted := 0, false
	lines := bufio.NewScanner(z)
	lines.Buffer(nil, 1<<22)
	for lines.Scan() {
		line := lines.Text()
		switch {
		case strings.HasPrefix(line, "# newdoc"):
			docs = append(docs, &gold{})
			parted = false
		case strings.HasPrefix(line, "# newpar"):
			parted = true
		case strings.HasPrefix(line, "# text = "):
			text, words, inside = line[len("# text = "):], nil, 0
		case line == "":
			g := docs[len(docs)-1]
			if g.text.Len() > 0 {
				g.text.WriteString(map[bool]string{true: "\n\n", false: " "}[parted])
			}
			parted = false
			g.sentence(text, words)
		case line[0] != '#':
			words, inside = addWord(words, strings.Split(line, "\t"), inside)
		}
	}
	require.NoError(t, lines.Err())
	return docs
}

// addWord appends a line of a sentence; inside counts the parts still to come
// of a word that is split.
func addWord(words [][]string, f []string, inside int) ([][]string, int) {
	var from, to int
	switch {
	case strings.Contains(f[0], "."):
	case strings.Contains(f[0], "-"):
		fmt.Sscanf(f[0], "%d-%d", &from, &to)
		return append(words, []string{f[1]}), to - from + 1
	case inside > 0:
		words[len(words)-1] = append(words[len(words)-1], f[1])
		return words, inside - 1
	default:
		return append(words, []string{f[1]}), 0
	}
	return words, inside
}

func sharedDir(t *testing.T) string {
	dir := os.Getenv("CONCORD_SHARED")
	if dir == "" {
		t.Skip("CONCORD_SHARED is not set: no treebank to measure against")
	}
	return dir
}

// score counts spans that are right, read and in the gold.
type score struct{ right, read, gold int }

func (s score) f1() float64 { return 2 * float64(s.right) / float64(s.read+s.gold) }

// count compares spans, and lists those of the gold that were not read.
func (s *score) count(read, want []corpus.Span, missed func(corpus.Span)) {
	s.read += len(read)
	s.gold += len(want)
	have := map[corpus.Span]bool{}
	for _, r := range read {
		have[r] = true
	}
	for _, w := range want {
		if have[w] {
			s.right++
		} else {
			missed(w)
		}
	}
}

func TestTreebanks(t *testing.T) {
	for _, bank := range []struct {
		name             string
		tokens, sentence float64
	}{
		// A little below what was measured, so that a loss shows.
		{"pud", .999, .995},
		{"gum-dev", .998, .955},
		{"ewt-dev", .985, .82},
	} {
		t.Run(bank.name, func(t *testing.T) {
			var tokens, sentences score
			missed := map[string]int{}
			for _, g := range readGold(t, bank.name) {
				text := g.text.String()
				d := ParseString(text)
				var ts, ss []corpus.Span
				for _, tok := range d.Tokens {
					ts = append(ts, tok.Span)
				}
				for _, s := range d.Sentences {
					ss = append(ss, s.Span)
				}
				tokens.count(ts, g.tokens, func(s corpus.Span) { missed["token "+around(text, s)]++ })
				sentences.count(ss, g.sentences, func(s corpus.Span) {
					missed["sentence "+text[s.Start:s.End]+" READ "+reads(d, s)]++
				})
			}
			t.Logf("tokens F1 %.4f, sentences F1 %.4f", tokens.f1(), sentences.f1())
			logMissed(t, missed)
			require.GreaterOrEqual(t, tokens.f1(), bank.tokens)
			require.GreaterOrEqual(t, sentences.f1(), bank.sentence)
		})
	}
}

// reads returns the sentences of d that share a byte with s.
func reads(d *Document, s corpus.Span) string {
	var out []string
	for _, r := range d.Sentences {
		if r.Overlaps(s) {
			out = append(out, r.In(d.Text))
		}
	}
	return strings.Join(out, " || ")
}

func around(text string, s corpus.Span) string {
	return text[s.Start:s.End] + " in " + text[max(0, s.Start-12):min(len(text), s.End+12)]
}

// logMissed lists what was missed where CONCORD_MISSED is set.
func logMissed(t *testing.T, missed map[string]int) {
	if os.Getenv("CONCORD_MISSED") == "" {
		return
	}
	var lines []string
	for m, n := range missed {
		lines = append(lines, fmt.Sprintf("%d %q", n, m))
	}
	slices.Sort(lines)
	t.Log("\n" + strings.Join(lines, "\n"))
}
