package main

import (
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules/syntax"
	"github.com/concord-news/concord/rules/syntax/conllu"
	"github.com/concord-news/concord/rules/text"
)

func (c *Command) parseCommand() *cobra.Command {
	tokens := false
	cmd := &cobra.Command{
		Use:   "parse [flags] FILE...",
		Short: "Print the parts of speech and the dependencies of a text, as CoNLL-U",
		Long: `Parse prints what the program makes of the grammar of each text, as CoNLL-U: the
ten columns of Universal Dependencies.

With --tokens the files are CoNLL-U themselves (packed, where their names end in
.gz), and their sentences and words are kept: that is how a treebank measures
what is printed.`,
		Example: `  concord parse story/lantern.txt
  concord parse --tokens en_pud-ud-test.conllu >system.conllu`,
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 0 {
				return usagef("concord parse: nothing to parse; give files")
			}
			if tokens {
				return c.parseTreebanks(args)
			}
			return c.parseTexts(args)
		},
	}
	cmd.Flags().BoolVar(&tokens, "tokens", false, "the files are CoNLL-U; keep their words")
	return cmd
}

func (c *Command) parseTexts(args []string) error {
	stories, problems := corpus.Load(args)
	for _, p := range problems {
		c.warn(p.Err)
	}
	if len(stories) == 0 {
		return errors.New("nothing could be read")
	}
	for i := range stories {
		for _, a := range stories[i].Articles {
			if err := c.writeParsed(&conllu.File{Doc: text.Parse(a)}); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *Command) parseTreebanks(args []string) error {
	for _, name := range args {
		f, err := readTreebank(name)
		if err != nil {
			return err
		}
		if err := c.writeParsed(f); err != nil {
			return err
		}
	}
	return nil
}

// writeParsed tags and parses the document of f, whatever f said of its words.
func (c *Command) writeParsed(f *conllu.File) error {
	syntax.Tag(f.Doc)
	f.Words = make([]conllu.Word, 0, len(f.Doc.Tokens))
	var parser syntax.Parser
	for i := range f.Doc.Sentences {
		tree := parser.Parse(f.Doc, i)
		for w, head := range tree.Heads {
			// Trees count words from 0 and CoNLL-U from 1, with 0 for the root.
			f.Words = append(f.Words, conllu.Word{Head: int(head) + 1, Relation: tree.Relations[w].String()})
		}
	}
	if err := conllu.Write(c.Stdout, f); err != nil {
		return fmt.Errorf("writing CoNLL-U: %w", err)
	}
	return nil
}

func readTreebank(name string) (*conllu.File, error) {
	in, err := os.Open(name)
	if err != nil {
		return nil, fmt.Errorf("parse: %w", err)
	}
	defer in.Close()
	var r io.Reader = in
	if strings.HasSuffix(name, ".gz") {
		z, err := gzip.NewReader(in)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		r = z
	}
	f, err := conllu.Read(r)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return f, nil
}
