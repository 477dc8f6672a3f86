// Command train makes the model that package names embeds.
//
//	go run ./rules/names/train TREEBANK.conllu.gz rules/names/model/names.bin.gz
//
// The treebank is the training part of UD English-GUM with its Entity marks.
// The same treebank gives the same bytes.
package main

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"

	"github.com/concord-news/concord/rules/names"
	"github.com/concord-news/concord/rules/names/internal/gold"
	"github.com/concord-news/concord/rules/names/internal/label"
	"github.com/concord-news/concord/rules/syntax"
)

// passes over the treebank: measured on GUM's dev part, more gain nothing.
const passes = 4

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: train TREEBANK.conllu.gz MODEL.bin.gz")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

// copies of each document with other names.
const copies = 3

func example(d gold.Document) label.Example {
	syntax.Tag(d.Doc)
	out := label.Example{Input: names.Evidence(d.Doc)}
	for _, m := range d.Names {
		out.Gold = append(out.Gold, label.Name{First: m.First, Last: m.Last, Kind: m.Kind})
	}
	return out
}

func run(treebank, out string) error {
	f, err := os.Open(treebank)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", treebank, err)
	}
	docs, err := gold.Read(z)
	if err != nil {
		return fmt.Errorf("%s: %w", treebank, err)
	}
	var examples []label.Example
	p, err := newPool("rules/lexicon/data")
	if err != nil {
		return err
	}
	for _, d := range docs {
		examples = append(examples, example(d))
		for range copies {
			examples = append(examples, example(p.renamed(d)))
		}
	}
	raw := label.Train(examples, passes).Encode()
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(raw); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Println(len(docs), "documents,", len(raw), "bytes,", packed.Len(), "packed")
	return os.WriteFile(out, packed.Bytes(), 0o644)
}
