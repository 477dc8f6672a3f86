package corpus

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/concord-news/concord/corpus/charset"
	"github.com/concord-news/concord/corpus/format"
	"github.com/concord-news/concord/corpus/item"
	"github.com/concord-news/concord/corpus/language"
)

// file is what one file gave.
type file struct {
	articles []*Article
	problems []Problem
	passed   []Passed
	// manifests are those of an archive, by the folder that they lie in.
	manifests map[string]manifest
	names     []string
	sources   []source
}

// ErrStopped is the error of a file that was not read because the context ended.
var ErrStopped = errors.New("is not read: the run was stopped")

func (f *file) fail(path string, err error) {
	f.problems = append(f.problems, Problem{Path: path, Err: err})
}

// read reads the articles of one file. m is what the manifest of its folder
// says.
func (l *loader) read(in found, m manifest) *file {
	f := &file{}
	if err := l.ctx.Err(); err != nil {
		f.fail(in.path, fmt.Errorf("%s: %w", shown(in.path), ErrStopped))
		return f
	}
	if in.body != nil {
		src := format.Bytes(path.Base(in.id), in.body.Body)
		src.URL = item.Stated{Value: in.body.URL, From: "request"}
		src.Charset, src.Given = in.body.Charset, true
		l.extract(f, in, src)
	} else if err := l.open(f, in); err != nil {
		f.fail(in.path, err)
		return f
	}
	l.fetchLinks(f, in)
	l.build(f, in, m)
	return f
}

// open reads a file of the file system.
func (l *loader) open(f *file, in found) error {
	info, err := os.Stat(in.path)
	if err != nil {
		return pathError(in.path, err)
	}
	if err := checkRegular(in.path, info); err != nil {
		return err
	}
	r, err := os.Open(in.path)
	if err != nil {
		return pathError(in.path, err)
	}
	defer r.Close()
	src := format.Source{Name: filepath.Base(in.path), R: r, Size: info.Size(), Given: in.given}
	l.extract(f, in, src)
	return nil
}

// extract reads a source of any format.
func (l *loader) extract(f *file, in found, src format.Source) {
	place := func(p string) string {
		if p == "" {
			return in.path
		}
		return in.path + ": " + p
	}
	sink := format.Sink{
		Sink: item.Sink{
			Item: func(it *item.Item) { f.add(in, it) },
			Fault: func(p string, err error) {
				f.fail(in.path, fmt.Errorf("%s: %w", shown(place(p)), err))
			},
		},
		Manifest: func(dir, name string, b []byte) { f.keepManifest(dir, place(name), b) },
		Passed:   func(p, why string) { f.passed = append(f.passed, Passed{Path: place(p), Why: why}) },
	}
	kind, err := format.Read(src, sink)
	switch {
	case errors.Is(err, format.ErrNoArticle) && !in.given:
		f.passed = append(f.passed, Passed{Path: in.path, Why: err.Error()})
	case err != nil:
		f.fail(in.path, fmt.Errorf("%s: %w", shown(in.path), err))
	case kind == format.Text || kind == format.Binary:
		b, err := readAll(io.NewSectionReader(src.R, 0, src.Size), in.path, src.Size)
		if err != nil {
			f.fail(in.path, err)
			return
		}
		f.add(in, &item.Item{Text: string(b), Bytes: b, Raw: true, URL: src.URL, Charset: item.Stated{Value: src.Charset, From: charset.FromDeclared}})
	}
}

// add takes an article that was found. Plain text is decoded here.
func (f *file) add(in found, it *item.Item) {
	at := in.path
	if it.Place != "" {
		at += ": " + it.Place
	}
	if it.Raw {
		if err := decode(at, it); err != nil {
			f.fail(in.path, err)
			return
		}
	}
	s := source{found: found{id: in.id, path: in.path}, text: it.Text, item: it}
	if it.Name != "" {
		s.id = in.id + "/" + it.Name
	}
	s.sha = hash(it.Bytes)
	if it.Bytes == nil {
		s.sha = hash([]byte(it.Text))
	}
	it.Bytes = nil
	f.sources = append(f.sources, s)
	f.names = append(f.names, it.Name)
}

// decode makes plain text of bytes. Text in UTF-8 stays as it is, to the
// letter; other encodings are turned into it.
func decode(at string, it *item.Item) error {
	b := it.Bytes
	if b == nil {
		b = []byte(it.Text)
	}
	declared := it.Charset.Value
	it.Charset = item.Stated{Value: "UTF-8", From: charset.FromBytes}
	err := checkText(at, b)
	if err == nil {
		if bytes.HasPrefix(b, []byte("\xEF\xBB\xBF")) {
			it.Charset.From = charset.FromMark
		}
		return nil
	}
	if !errors.Is(err, errEncoding) {
		return err
	}
	dec, wrong := charset.Decode(b, declared)
	if wrong != nil {
		return fmt.Errorf("%s: %w", shown(at), wrong)
	}
	it.Bytes = b
	it.Text, it.Raw = nfc(dec.Text), false
	it.Charset = item.Stated{Value: dec.Name, From: dec.From}
	return checkText(at, []byte(it.Text))
}

// keepManifest takes the manifest of an archive.
func (f *file) keepManifest(dir, at string, b []byte) {
	if f.manifests == nil {
		f.manifests = map[string]manifest{}
	}
	// Which files the archive has is not known before its end.
	m, faults := parseManifest(at, b, nil)
	for _, x := range faults {
		f.fail(at, x.in(at))
	}
	if len(faults) == 0 {
		f.manifests[dir] = m
	}
}

// build makes the articles of what was found.
func (l *loader) build(f *file, in found, m manifest) {
	for i, s := range f.sources {
		s.entry, s.outlets = m[s.id], l.options.Outlets
		if s.entry == nil {
			s.entry = m[in.id]
		}
		if s.entry == nil {
			s.entry = f.entryOf(f.names[i])
		}
		at := s.path
		if s.item.Place != "" {
			at += ": " + s.item.Place
		}
		code, from := languageOf(s.text, s.item.Language)
		if code != language.English {
			f.fail(s.path, &NotRead{Path: at, Language: code})
			continue
		}
		a := newArticle(s)
		a.Language, a.LanguageFrom = code, from
		f.articles = append(f.articles, a)
	}
	f.sources, f.names = nil, nil
}

// entryOf returns what the manifests of an archive say of a file in it.
func (f *file) entryOf(name string) *entry {
	for dir := path.Dir(name); f.manifests != nil; dir = path.Dir(dir) {
		if m, ok := f.manifests[dir]; ok {
			rel := name
			if dir != "." {
				rel = strings.TrimPrefix(name, dir+"/")
			}
			return m[rel]
		}
		if dir == "." || dir == "/" {
			break
		}
	}
	return nil
}

// languageOf returns the language of a text and how it is known. What a file
// states counts only where its words are too few: pages often state wrongly.
func languageOf(text string, says item.Stated) (code, from string) {
	code, told := language.Of(text)
	if told {
		return code, "its words"
	}
	stated, _, _ := strings.Cut(strings.ToLower(strings.ReplaceAll(says.Value, "_", "-")), "-")
	if len(stated) == 2 {
		return stated, says.From
	}
	return language.English, "assumed"
}
