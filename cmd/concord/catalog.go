package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/examples"
	"github.com/concord-news/concord/rules"
)

// extend returns the rules of base with those of a folder.
func extend(base *rules.Catalog, dir string) (*rules.Catalog, error) {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("rules: %s is no folder; a catalogue is a folder of <rule>/rule.yaml", dir)
	}
	c, err := base.Extend(os.DirFS(dir), ".")
	if err != nil {
		return nil, fmt.Errorf("rules in %s:\n%w", dir, placed(err, dir))
	}
	return c, nil
}

// placed puts the folder before the file names of faults, so that terminals and
// editors can open them.
func placed(err error, dir string) error {
	list, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return err
	}
	var all []error
	for _, e := range list.Unwrap() {
		if f := (*rules.Fault)(nil); errors.As(e, &f) {
			moved := *f
			moved.File = filepath.Join(dir, filepath.FromSlash(f.File))
			e = &moved
		}
		all = append(all, e)
	}
	return errors.Join(all...)
}

// loadReferences returns the facts of reference files, nil where none is given.
func loadReferences(c *rules.Catalog, paths []string) (*reference.Set, error) {
	if len(paths) == 0 {
		return nil, nil
	}
	set, err := reference.Load(c, paths...)
	if err == nil {
		err = checker.Consistent(set)
	}
	return set, err
}

// writeExample writes the built-in example to dir and returns its folder.
func writeExample(dir string) ([]string, error) {
	name := examples.SecurityTalks
	sub, err := fs.Sub(examples.Files, name)
	if err == nil {
		err = os.CopyFS(filepath.Join(dir, name), sub)
	}
	if err != nil {
		return nil, fmt.Errorf("writing the example: %w", err)
	}
	return []string{filepath.Join(dir, name)}, nil
}
