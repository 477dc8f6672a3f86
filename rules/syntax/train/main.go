// Command train learns the part-of-speech tagger and the dependency parser of
// rules/syntax from treebanks, and writes the models that are embedded there.
//
//	go run ./rules/syntax/train -treebank DIR -out rules/syntax/model
//
// DIR holds ewt-train.conllu.gz and gum-train.conllu.gz; where it also holds
// ewt-dev, gum-dev and pud, their figures are printed. Training is single
// threaded where order matters and seeded: the same data give the same bytes.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/concord-news/concord/rules/syntax/internal/bank"
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
	dir := flags.String("treebank", "", "folder of the treebanks")
	out := flags.String("out", "rules/syntax/model", "folder to write the models to")
	if err := flags.Parse(args); err != nil {
		return err
	}
	if *dir == "" {
		return fmt.Errorf("-treebank DIR is needed")
	}
	train, err := load(*dir, "ewt-train", "gum-train")
	if err != nil {
		return err
	}
	model := trainTagger(train)
	for _, name := range []string{"pud", "ewt-dev", "gum-dev"} {
		dev, err := load(*dir, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		report(log, model, name, dev[0])
	}
	return write(filepath.Join(*out, "tagger.bin.gz"), model.Encode)
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
