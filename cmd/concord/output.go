package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// document is a finished report of one story in one format.
type document struct {
	story, extension string
	bytes            []byte
}

// deliver writes documents to where --output says: standard output where path
// is empty, one file for one document, or a folder of <story>.<extension>.
func (c *Command) deliver(docs []document, path string) error {
	if path == "" || path == "-" {
		return c.print(docs)
	}
	info, err := os.Stat(path)
	folder := len(docs) > 1 || err == nil && info.IsDir() || strings.HasSuffix(path, string(filepath.Separator))
	if !folder {
		return writeFile(path, docs[0].bytes)
	}
	if err == nil && !info.IsDir() {
		return fmt.Errorf("%s: is a file; %d reports need a folder", path, len(docs))
	}
	if err := os.MkdirAll(path, 0o755); err != nil {
		return fmt.Errorf("folder for reports: %w", err)
	}
	for _, d := range docs {
		if err := writeFile(filepath.Join(path, d.story+"."+d.extension), d.bytes); err != nil {
			return err
		}
	}
	return nil
}

func (c *Command) print(docs []document) error {
	for i, d := range docs {
		if i > 0 {
			if _, err := io.WriteString(c.Stdout, "\n"); err != nil {
				return err
			}
		}
		if _, err := c.Stdout.Write(d.bytes); err != nil {
			return fmt.Errorf("report of %s: %w", d.story, err)
		}
	}
	return nil
}

// writeFile writes a file at once: whoever reads it sees the old one or the
// whole new one. A file that is the same already is left alone.
func writeFile(path string, content []byte) (err error) {
	if old, err := os.ReadFile(path); err == nil && bytes.Equal(old, content) {
		return nil
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".concord-*")
	if err != nil {
		return fmt.Errorf("writing %s: %w", path, err)
	}
	defer func() {
		if err != nil {
			os.Remove(f.Name())
			err = fmt.Errorf("writing %s: %w", path, err)
		}
	}()
	_, err = f.Write(content)
	if err == nil {
		// A temporary file is its owner's alone; a report is not.
		err = f.Chmod(0o644)
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
