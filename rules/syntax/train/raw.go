package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/concord-news/concord/rules/text"
)

// The lengths, in tokens, of the sentences that are read from raw text: shorter
// ones are headings and credits, longer ones mostly lists.
const (
	shortest = 5
	longest  = 40
)

// rawSentences returns the distinct sentences of the plain text under dir: of
// the .txt files, and of the string values of the .jsonl files that are longer
// than a name. Files are read in the order of their paths.
func rawSentences(dir string) ([][]text.Token, error) {
	r := rawReader{seen: map[string]bool{}}
	err := filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		switch filepath.Ext(path) {
		case ".txt":
			b, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			r.add(string(b))
		case ".jsonl":
			return r.lines(path)
		}
		return nil
	})
	return r.sentences, err
}

type rawReader struct {
	seen      map[string]bool
	sentences [][]text.Token
}

// lines reads a file of JSON objects, one a line.
func (r *rawReader) lines(path string) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	lines := bufio.NewScanner(bytes.NewReader(b))
	lines.Buffer(nil, len(b)+1)
	for n := 1; lines.Scan(); n++ {
		d := json.NewDecoder(bytes.NewReader(lines.Bytes()))
		for {
			v, err := d.Token()
			if err != nil {
				break
			}
			if s, ok := v.(string); ok && len(s) > 40 {
				r.add(s)
			}
		}
	}
	if err := lines.Err(); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

func (r *rawReader) add(s string) {
	d := text.ParseString(s)
	for _, s := range d.Sentences {
		words := s.In(d.Text)
		if n := s.Last - s.First; n < shortest || n > longest || r.seen[words] {
			continue
		}
		if !strings.ContainsAny(words, ".!?\"") {
			continue
		}
		r.seen[strings.Clone(words)] = true
		r.sentences = append(r.sentences, d.Tokens[s.First:s.Last])
	}
}
