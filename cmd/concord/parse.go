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
		Short: "Print the words of a text with their parts of speech, as CoNLL-U",
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
		f.Words = nil // what the file says of them is what is measured
		if err := c.writeParsed(f); err != nil {
			return err
		}
	}
	return nil
}

func (c *Command) writeParsed(f *conllu.File) error {
	syntax.Tag(f.Doc)
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
