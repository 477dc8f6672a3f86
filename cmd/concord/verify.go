package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/concord-news/concord/checker/verify"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// verifying is the settings of the verify command.
type verifying struct {
	claim string
	pairs string
	json  bool
	jobs  int
}

func (c *Command) verifyCommand() *cobra.Command {
	o := verifying{}
	cmd := &cobra.Command{
		Use:   "verify {--claim TEXT PATH... | --pairs FILE}",
		Short: "Hold one statement against a story, or pairs of texts",
		Long: `Verify looks up a claim in articles and says whether they bear it out:

  supported      the words, figures, dates and names stand there together
  contradicted   the same thing is said with a value that rules the claim out
  unsupported    neither: something of the claim is not there

The places that decide are quoted with their byte offsets, and what was not
found is listed. With --claim the exit status is 0 for supported, 1 otherwise.

With --pairs each line is an object {"id", "a", "b"}: does text b hold, given
text a? For each a line {"id", "verdict", "why", "facts", "missing"} is printed,
in the order of the input.`,
		Example: `  concord verify --claim "Nearly 40 villages were evacuated." story/
  concord verify --pairs pairs.jsonl
  echo '{"id": 1, "a": "Two ships sank.", "b": "Three ships sank."}' |
      concord verify --pairs -`,
		RunE: func(_ *cobra.Command, args []string) error { return c.verify(o, args) },
	}
	f := cmd.Flags()
	f.StringVar(&o.claim, "claim", "", "the statement to hold against the articles")
	f.StringVar(&o.pairs, "pairs", "", "JSON lines of pairs of texts, - for standard input")
	f.BoolVar(&o.json, "json", false, "print the result of --claim as a line of JSON")
	f.IntVar(&o.jobs, "jobs", 0, "how many pairs to read at once (default: one a processor)")
	return cmd
}

func (c *Command) verify(o verifying, args []string) error {
	switch {
	case o.claim == "" && o.pairs == "":
		return usagef("concord verify: give --claim TEXT with files or folders, or --pairs FILE")
	case o.claim != "" && o.pairs != "":
		return usagef("concord verify: --claim and --pairs exclude each other")
	case o.claim != "" && len(args) == 0:
		return usagef("concord verify: nothing to hold the claim against; give files or folders")
	case o.pairs != "" && len(args) > 0:
		return usagef("concord verify: --pairs takes no other files, got %q", args[0])
	case !utf8.ValidString(o.claim):
		return usagef("concord verify: the claim is not UTF-8")
	}
	// Nothing here uses what rules read, so none is applied.
	v := verify.New(rules.NewReader(&rules.Catalog{}))
	if o.pairs != "" {
		return c.verifyPairs(v, o)
	}
	return c.verifyClaim(v, o, args)
}

func (c *Command) verifyClaim(v *verify.Verifier, o verifying, args []string) error {
	stories, problems := corpus.Load(args)
	for _, p := range problems {
		c.warn(p.Err)
	}
	var articles []*corpus.Article
	for i := range stories {
		articles = append(articles, stories[i].Articles...)
	}
	if len(articles) == 0 {
		return errors.New("nothing could be read")
	}
	r := verify.Record{Claim: o.claim, Articles: articles, Named: true, Result: v.Source(articles).Verify(o.claim)}
	write := verify.WriteText
	if o.json {
		write = verify.WriteJSON
	}
	if err := write(c.Stdout, r); err != nil {
		return err
	}
	if r.Result.Verdict != verify.Supported {
		return errFindings
	}
	return nil
}

// pairLine is a pair as --pairs takes it. Other fields are passed over.
type pairLine struct {
	ID json.RawMessage `json:"id"`
	A  *string         `json:"a"`
	B  *string         `json:"b"`
}

// batchSize is how many pairs are held at once: enough to keep processors busy,
// few enough that the first results come soon.
const batchSize = 256

func (c *Command) verifyPairs(v *verify.Verifier, o verifying) error {
	in := c.Stdin
	if o.pairs != "-" {
		f, err := os.Open(o.pairs)
		if err != nil {
			return fmt.Errorf("pairs: %w", err)
		}
		defer f.Close()
		in = f
	}
	p := pairReader{command: c, name: o.pairs, lines: bufio.NewReader(in)}
	out := bufio.NewWriter(c.Stdout)
	read := 0
	for !p.done {
		batch, err := p.batch()
		if err != nil {
			return err
		}
		read += len(batch)
		texts := make([]verify.Texts, len(batch))
		for i, l := range batch {
			texts[i] = verify.Texts{A: *l.A, B: *l.B}
		}
		for i, r := range v.Pairs(texts, o.jobs) {
			a := verify.Plain("a", texts[i].A)
			if err := verify.WriteJSON(out, verify.Record{ID: batch[i].ID, Claim: texts[i].B, Articles: []*corpus.Article{a}, Result: r}); err != nil {
				return err
			}
		}
		if err := out.Flush(); err != nil {
			return err
		}
	}
	if read == 0 {
		return errors.New("no pair could be read")
	}
	return nil
}

// pairReader reads pairs line by line.
type pairReader struct {
	command *Command
	name    string
	lines   *bufio.Reader
	number  int
	done    bool
}

// batch reads the next pairs. A line that is wrong is named and the rest is
// read.
func (p *pairReader) batch() ([]pairLine, error) {
	var out []pairLine
	for len(out) < batchSize && !p.done {
		line, err := p.lines.ReadBytes('\n')
		p.number++
		if len(bytes.TrimSpace(line)) > 0 {
			l, wrong := parsePair(line)
			if wrong != nil {
				p.command.warn(fmt.Errorf("%s:%d: %w", p.name, p.number, wrong))
			} else {
				out = append(out, l)
			}
		}
		if errors.Is(err, io.EOF) {
			p.done = true
		} else if err != nil {
			return nil, fmt.Errorf("%s: %w", p.name, err)
		}
	}
	return out, nil
}

func parsePair(line []byte) (pairLine, error) {
	var l pairLine
	switch err := json.Unmarshal(line, &l); {
	case !utf8.Valid(line):
		return l, errors.New("not UTF-8")
	case err != nil:
		return l, fmt.Errorf("want {\"id\", \"a\", \"b\"}: %w", err)
	case l.A == nil || l.B == nil:
		return l, errors.New("no a or no b; want {\"id\", \"a\", \"b\"}")
	}
	return l, nil
}
