package corpus

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// walk collects the articles of one story's folder. It follows symbolic links,
// and looks into each real folder once.
type walk struct {
	loader *loader
	found  []found
	files  map[string]bool
	dirs   map[string]bool
}

// dir adds the files of the folder at path; id is the folder's path inside the
// story and above are the real paths of the folders around it.
func (w *walk) dir(name, id string, above []string) {
	real := realPath(name)
	if slices.Contains(above, real) {
		w.loader.fail(name, fmt.Errorf("%s: is a symbolic link to a folder that it lies in; it is not followed", shown(name)))
		return
	}
	if w.dirs[real] {
		return
	}
	w.dirs[real] = true
	entries, err := os.ReadDir(name)
	if err != nil {
		w.loader.fail(name, pathError(name, err))
		return
	}
	above = append(slices.Clone(above), real)
	for _, e := range entries {
		at, sub := filepath.Join(name, e.Name()), path.Join(id, e.Name())
		switch {
		case hidden(e.Name()):
		case isDir(at):
			w.dir(at, sub, above)
		case isArticleName(e.Name()):
			w.file(at, sub)
		}
	}
}

func (w *walk) file(name, id string) {
	real := realPath(name)
	if w.files[real] {
		return
	}
	w.files[real] = true
	w.loader.seen[real] = true
	w.found = append(w.found, found{id: id, path: name})
}

func hidden(name string) bool { return strings.HasPrefix(name, ".") }

// isArticleName reports whether a file of this name in a folder is an article.
func isArticleName(name string) bool { return strings.EqualFold(filepath.Ext(name), ".txt") }

func isDir(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.IsDir()
}

// realPath returns the absolute path with symbolic links resolved, as far as
// the system lets it.
func realPath(name string) string {
	abs, err := filepath.Abs(name)
	if err != nil {
		abs = filepath.Clean(name)
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return real
	}
	return abs
}

// baseName returns the last part of a real path, and SinglesName for a root
// folder, which has no name.
func baseName(real string) string {
	base := filepath.Base(real)
	if base == sep || base == "." || strings.HasSuffix(base, ":") {
		return SinglesName
	}
	return base
}

func sortedUnique(paths []string) []string {
	paths = slices.Clone(paths)
	slices.Sort(paths)
	return slices.Compact(paths)
}
