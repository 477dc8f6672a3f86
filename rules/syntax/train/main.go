// Command train learns the part-of-speech tagger and the dependency parser of
// rules/syntax from treebanks, and writes the models that are embedded there.
//
//	go run ./rules/syntax/train -treebank DIR -raw DIR -out rules/syntax/model
//
// With -only tagger the tagger alone is learnt, in a minute or less, and the parser
// is left as it is.
//
// The folder of treebanks holds ewt-train.conllu.gz and gum-train.conllu.gz;
// where it also holds ewt-dev, gum-dev and pud, their figures are printed. The
// folder of raw text holds .txt and .jsonl files. Everything drawn is seeded
// and what runs at once does not depend on one another: the same data give the
// same bytes. It takes about half an hour on two processors.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/bank"
	"github.com/concord-news/concord/rules/syntax/internal/graph"
	"github.com/concord-news/concord/rules/syntax/internal/graph/learn"
	"github.com/concord-news/concord/rules/syntax/internal/tagger"
	"github.com/concord-news/concord/rules/text"
)

func main() {
	if err := run(os.Args[1:], os.Stderr); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// seed of everything that is drawn.
const seed = 20240229

func run(args []string, log io.Writer) error {
	flags := flag.NewFlagSet("train", flag.ContinueOnError)
	flags.SetOutput(log)
	treebank := flags.String("treebank", "", "folder of the treebanks")
	raw := flags.String("raw", "", "folder of plain text to learn from besides; none where empty")
	only := flags.String("only", "", "\"tagger\" to learn that alone; everything where empty")
	out := flags.String("out", "rules/syntax/model", "folder to write the models to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *treebank == "" {
		return errors.New("-treebank DIR is needed")
	}
	if *only != "" && *only != "tagger" {
		return fmt.Errorf("-only %s: nothing but the tagger is trained alone", *only)
	}
	gold, err := load(*treebank, "ewt-train", "gum-train")
	if err != nil {
		return err
	}
	if *only != "" {
		return learnTagger(gold, *treebank, *out, log)
	}
	var sentences [][]text.Token
	if *raw != "" {
		if sentences, err = rawSentences(*raw); err != nil {
			return err
		}
	}
	m := train(gold, sentences, log)
	if err := m.measure(*treebank, log); err != nil {
		return err
	}
	return m.write(*out)
}

// learnTagger trains the tagger, prints its figures and writes it.
func learnTagger(gold []*bank.Bank, treebank, out string, log io.Writer) error {
	m := trainTagger(gold)
	for _, name := range heldOut {
		b, err := load(treebank, name)
		if err != nil {
			return err
		}
		reportTagger(log, m, name, b[0])
	}
	return write(filepath.Join(out, "tagger.bin"), m.Encode)
}

// models are what is learnt; the teachers are not kept.
type models struct {
	tagger   *tagger.Model
	parser   *graph.Model
	teachers []*learn.Network
}

// train trains everything: the tagger; teachers, on the gold trees; and the
// parser, on the gold trees and those that the teachers give to raw text.
func train(gold []*bank.Bank, raw [][]text.Token, log io.Writer) models {
	m := models{tagger: trainTagger(gold)}
	data := examples(gold)
	fmt.Fprintln(log, len(data), "sentences with gold trees,", len(raw), "without")
	all := data
	if len(raw) > 0 {
		all = slices.Concat(data, unstoppedTrees(data), tagAll(raw, m.tagger))
	}
	input := inputOf(all)
	if len(raw) > 0 {
		m.teachers = trainTeachers(data, input)
		teach(all[2*len(data):], m.teachers)
	}
	m.parser = quantise(learn.Train(all, input, parserOptions(len(raw) > 0)), all)
	return m
}

// heldOut are the treebanks that nothing is trained on.
var heldOut = [...]string{"pud", "ewt-dev", "gum-dev"}

// measure prints figures on those of the treebanks not trained on that are in
// the folder.
func (m models) measure(dir string, log io.Writer) error {
	for _, name := range heldOut {
		b, err := load(dir, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		reportTagger(log, m.tagger, name, b[0])
		if len(m.teachers) > 0 {
			e := learn.Ensemble{Networks: m.teachers}
			reportTrees(log, m.tagger, name+" teachers", b[0], e.Parse)
		}
		var c graph.Scratch
		reportTrees(log, m.tagger, name+" parser", b[0], func(t []text.Token) dep.Tree { return m.parser.Parse(t, &c) })
	}
	return nil
}

func (m models) write(dir string) error {
	for _, f := range []struct {
		name   string
		encode func(io.Writer) error
	}{{"tagger.bin", m.tagger.Encode}, {"parser.bin", m.parser.Encode}} {
		if err := write(filepath.Join(dir, f.name), f.encode); err != nil {
			return err
		}
	}
	return nil
}

func load(dir string, names ...string) ([]*bank.Bank, error) {
	var banks []*bank.Bank
	for _, name := range names {
		b, err := bank.Load(filepath.Join(dir, name+".conllu.gz"))
		if err != nil {
			return nil, err
		}
		banks = append(banks, b)
	}
	return banks, nil
}
