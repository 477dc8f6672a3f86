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

	"github.com/concord-news/concord/rules/syntax/internal/arc"
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
	drop := flags.Float64("drop", 0.2, "")
	nteach := flags.Int("teachers", 6, "")
	rawDir := flags.String("raw", "", "")
	autoFile := flags.String("auto", "", "")
	minAgree := flags.Float64("agree", 0.85, "")
	goldTimes := flags.Int("gold", 1, "")
	tepochs := flags.Int("tepochs", 8, "")
	epochs := flags.Int("epochs", 5, "")
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
	data := examples(train)
	var teach teachers
	var auto []annotated
	if *rawDir != "" {
		raw, err := rawSentences(*rawDir)
		if err != nil {
			return err
		}
		teach = trainTeachers(data, *nteach, arc.Options{Epochs: *tepochs, Bits: 20, LabelBits: 20, Seed: seed, Explore: 0.9, Drop: float32(*drop)})
		auto = annotate(raw, model, teach)
		if err := saveAuto("/tmp/auto.gob", auto); err != nil {
			return err
		}
	} else if *autoFile != "" {
		if auto, err = loadAuto(*autoFile); err != nil {
			return err
		}
	}
	for range *goldTimes - 1 {
		data = append(data, data[:len(data)/1]...)
		break
	}
	k := 0
	for _, a := range auto {
		if a.Agreed >= *minAgree {
			data = append(data, a.Example)
			k++
		}
	}
	fmt.Fprintln(log, len(data), "examples", k, "raw")
	if *epochs == 0 {
		*nteach = 0
	}
	var parser *arc.Model
	if *epochs > 0 {
		parser = arc.Train(data, arc.Options{Epochs: *epochs, Bits: 20, LabelBits: 20, Seed: seed, Explore: 0.9, Drop: float32(*drop)})
	}
	for _, name := range []string{"pud", "ewt-dev", "gum-dev"} {
		dev, err := load(*dir, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return err
		}
		report(log, model, name, dev[0])
		if teach != nil {
			teach.report(log, model, name, dev[0])
		}
		if parser != nil {
			reportParser(log, model, parser, name, dev[0])
		}
	}
	if err := write(filepath.Join(*out, "tagger.bin.gz"), model.Encode); err != nil {
		return err
	}
	return write(filepath.Join(*out, "parser.bin.gz"), parser.Encode)
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
