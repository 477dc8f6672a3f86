// Package conllu reads and writes treebanks in CoNLL-U, the ten-column format
// of Universal Dependencies, keeping the file's own sentences and tokens.
package conllu

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/text"
)

// File is a treebank: a document whose tokens are the file's words, and beside
// each of them what CoNLL-U says of it and a document does not hold.
//
// Multiword ranges ("2-3 don't") and empty nodes ("5.1") are not words and are
// left out; a word that is part of a range touches the one before it.
type File struct {
	Doc *text.Document
	// Words is parallel to Doc.Tokens.
	Words []Word
	// Comments holds the lines that stand before each sentence, with their
	// "#", parallel to Doc.Sentences.
	Comments [][]string
}

// Word is one word's place in the tree of its sentence.
type Word struct {
	// Head is the index in the sentence, from 1, of the word that this one
	// depends on; 0 for the root.
	Head int
	// Relation is the dependency relation with its subtype: "nsubj:pass".
	Relation string
}

// maxLine bounds one line; treebank lines are a few hundred bytes.
const maxLine = 1 << 20

// Read reads a treebank. Tag, Fine and Lemma of the tokens are the file's.
// A line that is not CoNLL-U is an error that names the line.
func Read(r io.Reader) (*File, error) {
	p := &reader{file: &File{Doc: &text.Document{}}}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 1<<16), maxLine)
	n := 0
	for lines.Scan() {
		n++
		if err := p.line(strings.TrimSuffix(lines.Text(), "\r")); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", n+1, err)
	}
	p.endSentence()
	p.file.Doc.Text = p.text.String()
	p.file.Doc.Article = &corpus.Article{Text: p.file.Doc.Text}
	return p.file, nil
}

type reader struct {
	file     *File
	text     strings.Builder
	comments []string
	first    int  // first token of the sentence being read
	space    bool // the next word follows a space
	rangeEnd int  // last word of the multiword range being read, 0 for none
	rangeGap bool // a space follows that range
}

func (p *reader) line(s string) error {
	switch {
	case strings.TrimSpace(s) == "":
		p.endSentence()
		return nil
	case s[0] == '#':
		p.comments = append(p.comments, s)
		return nil
	}
	cols := strings.Split(s, "\t")
	if len(cols) != 10 {
		return fmt.Errorf("%d columns, want 10 separated by tabs", len(cols))
	}
	if _, last, ok := strings.Cut(cols[0], "-"); ok {
		end, err := strconv.Atoi(last)
		if err != nil {
			return fmt.Errorf("range %q: want two numbers", cols[0])
		}
		p.rangeEnd, p.rangeGap = end, !noSpaceAfter(cols[9])
		return nil
	}
	if strings.Contains(cols[0], ".") {
		return nil
	}
	return p.word(cols)
}

func (p *reader) word(cols []string) error {
	id, err := strconv.Atoi(cols[0])
	if want := len(p.file.Doc.Tokens) - p.first + 1; err != nil || id != want {
		return fmt.Errorf("word number %q: want %d", cols[0], want)
	}
	head := 0
	if cols[6] != "_" {
		if head, err = strconv.Atoi(cols[6]); err != nil || head < 0 {
			return fmt.Errorf("head %q: want a number", cols[6])
		}
	}
	tag, _ := text.ParseTag(cols[3])
	if p.text.Len() > 0 && p.space {
		p.text.WriteByte(' ')
	}
	start := p.text.Len()
	p.text.WriteString(cols[1])
	t := text.Token{
		Span:  corpus.Span{Start: start, End: p.text.Len()},
		Lower: lower(cols[1]),
		Lemma: cols[2],
		Tag:   tag,
		Fine:  text.ParseFine(cols[4]),
		Shape: shape(cols[1]),
	}
	if p.space || p.first == len(p.file.Doc.Tokens) {
		t.Shape |= text.SpaceBefore
	}
	p.file.Doc.Tokens = append(p.file.Doc.Tokens, t)
	p.file.Words = append(p.file.Words, Word{Head: head, Relation: cols[7]})
	switch {
	case id < p.rangeEnd:
		p.space = false
	case id == p.rangeEnd:
		p.space, p.rangeEnd = p.rangeGap, 0
	default:
		p.space = !noSpaceAfter(cols[9])
	}
	return nil
}

func (p *reader) endSentence() {
	d, first := p.file.Doc, p.first
	last := len(d.Tokens)
	if first == last {
		return
	}
	markStart(d.Tokens[first:last])
	d.Sentences = append(d.Sentences, text.Sentence{
		Span:  corpus.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End},
		First: first, Last: last, Block: len(d.Sentences),
	})
	p.file.Comments = append(p.file.Comments, p.comments)
	p.comments, p.first, p.space, p.rangeEnd = nil, last, true, 0
}

func noSpaceAfter(misc string) bool {
	for field := range strings.SplitSeq(misc, "|") {
		if field == "SpaceAfter=No" {
			return true
		}
	}
	return false
}
