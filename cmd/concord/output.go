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

// delivery takes documents to where --output says: standard output where path
// is empty, one file for one document, or a folder of <story>.<extension>.
type delivery struct {
	c      *Command
	path   string
	folder bool
	// printed is how many were printed to standard output.
	printed int
}

// newDelivery makes the way out for a number of documents.
func (c *Command) newDelivery(path string, documents int) (*delivery, error) {
	if path == "-" {
		path = ""
	}
	d := &delivery{c: c, path: path}
	if path == "" {
		return d, nil
	}
	info, err := os.Stat(path)
	d.folder = documents > 1 || err == nil && info.IsDir() || strings.HasSuffix(path, string(filepath.Separator))
	switch {
	case !d.folder:
		return d, nil
	case err == nil && !info.IsDir():
		return nil, fmt.Errorf("%s: is a file; %d reports need a folder", path, documents)
	}
	if err := os.MkdirAll(path, 0o755); err != nil {
		return nil, fmt.Errorf("folder for reports: %w", err)
	}
	return d, nil
}

func (d *delivery) write(docs []document) error {
	for _, doc := range docs {
		switch {
		case d.path == "":
			if err := d.print(doc); err != nil {
				return err
			}
		case d.folder:
			if err := writeFile(filepath.Join(d.path, doc.story+"."+doc.extension), doc.bytes); err != nil {
				return err
			}
		default:
			if err := writeFile(d.path, doc.bytes); err != nil {
				return err
			}
		}
	}
	return nil
}

func (d *delivery) print(doc document) error {
	if d.printed++; d.printed > 1 {
		if _, err := io.WriteString(d.c.Stdout, "\n"); err != nil {
			return err
		}
	}
	if _, err := d.c.Stdout.Write(doc.bytes); err != nil {
		return fmt.Errorf("report of %s: %w", doc.story, err)
	}
	return nil
}

// writeFile writes a file at once: whoever reads it sees the old one or the
// whole new one. A file that is the same already is left alone, and what is no
// file, such as /dev/null or a pipe, is written to and never replaced.
func writeFile(path string, content []byte) (err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return writeInto(path, content)
	}
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

func writeInto(path string, content []byte) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	if _, err = f.Write(content); err != nil {
		f.Close()
		return fmt.Errorf("writing: %w", err)
	}
	if err := f.Close(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}
