package corpus

import (
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// manifest is what a story's articles.json or articles.yaml says, by article ID.
type manifest map[string]*entry

// entry is what a manifest says of one article.
type entry struct {
	outlet, url, title string
	published          Published
}

// The names of a manifest, in order of preference.
var manifestNames = [...]string{"articles.json", "articles.yaml", "articles.yml"}

func isManifestName(name string) bool {
	for _, n := range manifestNames {
		if name == n {
			return true
		}
	}
	return false
}

// manifest reads the manifest of the story in dir, if there is one. A manifest
// with a mistake in it is not used at all: half of it could be worse than none.
func (l *loader) manifest(dir string, files []found) manifest {
	var have []string
	for _, n := range manifestNames {
		if _, err := os.Lstat(filepath.Join(dir, n)); err == nil {
			have = append(have, filepath.Join(dir, n))
		}
	}
	if len(have) == 0 {
		return nil
	}
	for _, other := range have[1:] {
		l.fail(other, fmt.Errorf("%s: is not read, because %s lies beside it; keep one manifest", shown(other), filepath.Base(have[0])))
	}
	b, err := readFile(have[0])
	if err == nil {
		err = checkText(have[0], b)
	}
	if errors.Is(err, errEncoding) {
		err = fmt.Errorf("%s: is not UTF-8; save it as UTF-8", shown(have[0]))
	}
	if err != nil {
		l.fail(have[0], err)
		return nil
	}
	ids := map[string]bool{}
	for _, f := range files {
		ids[f.id] = true
	}
	m, faults := parseManifest(have[0], b, ids)
	for _, f := range faults {
		l.fail(have[0], f.in(have[0]))
	}
	if len(faults) > 0 {
		return nil
	}
	return m
}

// fault is a mistake in a manifest, and where it is.
type fault struct {
	line, col int
	text      string
}

func (f fault) in(path string) error {
	if f.line == 0 {
		return fmt.Errorf("%s: %s", shown(path), f.text)
	}
	if f.col == 0 {
		return fmt.Errorf("%s:%d: %s", shown(path), f.line, f.text)
	}
	return fmt.Errorf("%s:%d:%d: %s", shown(path), f.line, f.col, f.text)
}

// maxFaults is how many mistakes of one manifest are listed.
const maxFaults = 20

const (
	legalKeys  = "legal keys are file, outlet, published, title, url"
	legalDates = "legal are 2025-12-15, 2025-12-15T08:30:00 (UTC) and 2025-12-15T08:30:00+01:00"
)

// parseManifest reads a manifest, as JSON or YAML by its name. ids are the
// files that it may name, nil for any.
func parseManifest(name string, b []byte, ids map[string]bool) (manifest, []fault) {
	read := yamlTree
	if strings.HasSuffix(name, ".json") {
		read = jsonTree
	}
	root, f := read(b)
	if f != nil {
		return nil, []fault{*f}
	}
	r := manifestReader{ids: ids, out: manifest{}}
	r.root(root)
	return r.out, r.faults[:min(len(r.faults), maxFaults)]
}

type manifestReader struct {
	ids    map[string]bool
	out    manifest
	faults []fault
}

func (r *manifestReader) fail(n node, format string, args ...any) {
	r.faults = append(r.faults, fault{n.line, n.col, fmt.Sprintf(format, args...)})
}

func (r *manifestReader) root(n node) {
	if n.kind == mapNode {
		var list *node
		for i := range n.items {
			if n.items[i].key != "articles" {
				r.fail(n.items[i].at(), "unknown key %q; the one legal key here is articles", n.items[i].key)
				continue
			}
			list = &n.items[i].node
		}
		if list == nil && len(r.faults) > 0 {
			return
		}
		if list == nil {
			r.fail(n, "no list of articles; a manifest is a list of {file, outlet, published, title, url}")
			return
		}
		n = *list
	}
	if n.kind != listNode {
		r.fail(n, "%s in place of a list; a manifest is a list of {file, outlet, published, title, url}", n.kind)
		return
	}
	for _, it := range n.items {
		r.article(it.node)
	}
}

func (r *manifestReader) article(n node) {
	if n.kind != mapNode {
		r.fail(n, "%s in place of an article; an article is {file, outlet, published, title, url}", n.kind)
		return
	}
	e, seen := &entry{}, false
	for _, it := range n.items {
		switch it.key {
		case "file", "outlet", "published", "title", "url":
		default:
			r.fail(it.at(), "unknown key %q; %s", it.key, legalKeys)
			continue
		}
		if it.kind == nullNode && it.key != "file" {
			continue
		}
		if it.kind != textNode {
			r.fail(it.node, "%s of %s must be text", it.kind, it.key)
			continue
		}
		if it.key == "file" {
			seen = true
			r.file(it.node, e)
			continue
		}
		r.value(it, e)
	}
	if !seen {
		r.fail(n, "an article without a file; file is the one key that every article needs")
	}
}

// file enters e under the name of its file.
func (r *manifestReader) file(n node, e *entry) {
	id := strings.TrimPrefix(filepath.ToSlash(n.text), "./")
	switch {
	case r.ids != nil && !r.ids[id]:
		r.fail(n, "no file %q in this story; legal is the path of an article's file inside the folder, with slashes", n.text)
	case r.out[id] != nil:
		r.fail(n, "file %q is named a second time; each article has one entry", n.text)
	default:
		r.out[id] = e
	}
}

func (r *manifestReader) value(it pair, e *entry) {
	text := strings.TrimFunc(it.text, isBlank)
	switch it.key {
	case "outlet":
		e.outlet = text
	case "title":
		e.title = text
	case "url":
		e.url = text
		if text != "" && !isWebAddress(text) {
			r.fail(it.node, "%q is no web address; legal is one that begins with http:// or https://", text)
		}
	case "published":
		if text == "" {
			return
		}
		t, clock, err := parseTime(text)
		if err != nil {
			r.fail(it.node, "%q is no date; %s", text, legalDates)
			return
		}
		e.published = Published{Time: t, Clock: clock, From: fromManifest}
	}
}

func isWebAddress(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// parseTime reads a date as manifests write it, in UTC where it has no zone,
// and reports whether it has a time of day. A zone-less midnight is a day
// without a time: that is how data bases write one.
func parseTime(s string) (t time.Time, clock bool, err error) {
	if t, err = time.Parse("2006-01-02", s); err == nil {
		return t, false, nil
	}
	if t, err = time.Parse("2006-01-02T15:04:05", s); err == nil {
		return t, t.Hour() != 0 || t.Minute() != 0 || t.Second() != 0, nil
	}
	t, err = time.Parse(time.RFC3339, s)
	return t.UTC(), true, err
}
