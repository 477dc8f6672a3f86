package corpus

import (
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/concord-news/concord/corpus/format"
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
		case isDir(at):
			if !hiddenDir(name, e.Name()) {
				w.dir(at, sub, above)
			}
		case isArticleName(e.Name()) || wanted(at):
			w.file(at, sub)
		case promised(e.Name()) && !format.Hidden(e.Name()):
			w.loader.fail(at, fmt.Errorf("%s: holds nothing of the kind that its name says; a damaged or empty file, or plain text that should be named .txt", shown(at)))
		}
	}
}

// promised reports whether a file's name says that it is a document or an archive
// of documents, so that one that holds nothing of the kind is a loss.
func promised(name string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml", ".pdf", ".docx", ".odt", ".eml", ".rss", ".atom", ".warc", ".gz", ".tgz", ".tar", ".zip":
		return true
	}
	return false
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

// hiddenDir reports whether a folder is not looked into: a hidden one, or the
// pictures and scripts that a browser saves beside a page.
func hiddenDir(parent, name string) bool {
	if strings.HasPrefix(name, ".") || name == "__MACOSX" {
		return true
	}
	page, ok := strings.CutSuffix(name, "_files")
	if !ok {
		return false
	}
	for _, ext := range []string{".html", ".htm", ".xhtml"} {
		if _, err := os.Lstat(filepath.Join(parent, page+ext)); err == nil {
			return true
		}
	}
	return false
}

// isArticleName reports whether a file is an article by its name alone, as
// plain text is, which shows no format.
func isArticleName(name string) bool {
	return !strings.HasPrefix(name, ".") && strings.EqualFold(filepath.Ext(name), ".txt")
}

// wanted reports whether a file in a folder, whose name does not say that it is
// an article, is of a format that holds articles.
func wanted(name string) bool {
	if format.Hidden(filepath.Base(name)) || isManifestName(filepath.Base(name)) {
		return false
	}
	kind, head := kindOf(name)
	switch kind {
	case format.Text, format.Binary:
		return false
	case format.Unread:
		// A document that should have been saved otherwise is a loss that the
		// user must hear of; a picture is none.
		return !strings.HasSuffix(format.Foreign(head), "text is wanted")
	}
	return true
}

// isDocument reports whether a file is a single article by its format, so that
// the folder that it lies in is a story.
func isDocument(name string) bool {
	kind, _ := kindOf(name)
	return kind == format.HTML || kind == format.PDF || kind == format.Mail || kind == format.NewsML
}

// kindOf tells a file's format. What cannot be opened is left to the reader to
// report where it is named as an article.
func kindOf(name string) (format.Kind, []byte) {
	info, err := os.Stat(name)
	if err != nil || !info.Mode().IsRegular() {
		return format.Binary, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return format.Binary, nil
	}
	defer f.Close()
	head := make([]byte, format.Head)
	n, err := io.ReadFull(f, head)
	if err != nil && n == 0 {
		return format.Binary, nil
	}
	return format.Detect(head[:n], filepath.Base(name)), head[:n]
}

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
