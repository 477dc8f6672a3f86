package conllu

import (
	"bufio"
	"io"
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules/text"
)

// Write writes the words of f in ten columns, one sentence after another, with
// the comments of each before it. Features and enhanced dependencies are "_".
// Where f has no Words (a document that was not parsed) head and relation are
// "_" too.
func Write(w io.Writer, f *File) error {
	out := bufio.NewWriter(w)
	for i, s := range f.Doc.Sentences {
		if i < len(f.Comments) {
			for _, c := range f.Comments[i] {
				out.WriteString(c)
				out.WriteByte('\n')
			}
		}
		for t := s.First; t < s.Last; t++ {
			writeWord(out, f, t, s)
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

func writeWord(out *bufio.Writer, f *File, t int, s text.Sentence) {
	token := &f.Doc.Tokens[t]
	head, relation, misc := "_", "_", "_"
	if t < len(f.Words) {
		head, relation = strconv.Itoa(f.Words[t].Head), column(f.Words[t].Relation)
	}
	if t+1 < s.Last && !f.Doc.Tokens[t+1].Shape.Has(text.SpaceBefore) {
		misc = "SpaceAfter=No"
	}
	cols := [...]string{
		strconv.Itoa(t - s.First + 1), column(f.Doc.Form(t)), column(token.Lemma),
		token.Tag.String(), token.Fine.String(), "_", head, relation, "_", misc,
	}
	for i, c := range cols {
		if i > 0 {
			out.WriteByte('\t')
		}
		out.WriteString(c)
	}
	out.WriteByte('\n')
}

// column keeps a value inside its column: white space that would end it is a
// space, and nothing is "_".
func column(s string) string {
	if s == "" {
		return "_"
	}
	if strings.ContainsAny(s, "\t\n\r") {
		s = strings.Map(func(r rune) rune {
			if r == '\t' || r == '\n' || r == '\r' {
				return ' '
			}
			return r
		}, s)
	}
	return s
}
