// Package corpus reads articles from files and folders, and cuts each into
// paragraphs, headings and page furniture.
//
// Everything else in the program works on the articles that Load returns, and
// points into them by byte offsets that are never moved.
//
// The package is meant for use by other programs; docs/api.md says what is
// promised of it.
package corpus

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// SinglesName is the name of the story that files given singly form.
const SinglesName = "story"

// Load reads the articles at paths, of any format: see package format. A folder
// is one story: its articles and those of its sub-folders. A folder that holds
// no article itself but sub-folders is several stories, one a sub-folder. Files
// given singly form one story together. What cannot be read is a Problem, and
// the rest is read. What is in a language other than English is a Problem of
// type NotRead.
//
// The result is the same for any order of paths: stories are ordered by name,
// articles by ID and problems by path. A file or folder named twice is read
// once. Stories of one name get their parent folder's name in front. Load reads
// nothing but files; LoadWith also web addresses and standard input.
func Load(paths []string) ([]Story, []Problem) {
	return LoadWith(context.Background(), paths, Options{})
}

func (l *loader) load(paths []string) ([]Story, []Problem) {
	var singles []found
	for _, p := range sortedUnique(paths) {
		if isAddress(p) || p == stdinPath && l.options.Stdin != nil {
			get := l.address
			if p == stdinPath {
				get = func(string) (found, bool) { return l.stdin() }
			}
			if f, ok := get(p); ok {
				singles = append(singles, f)
			}
			continue
		}
		info, err := os.Stat(p)
		switch {
		case err != nil:
			l.fail(p, pathError(p, err))
		case info.IsDir():
			l.folder(p)
		default:
			singles = append(singles, found{id: realPath(p), path: p, given: true})
		}
	}
	stories := l.readFolders()
	if s, ok := l.singles(singles); ok {
		stories = append(stories, s)
	}
	// Problems of one path stay in the order in which they were found.
	slices.SortStableFunc(l.problems, func(a, b Problem) int { return cmp.Compare(a.Path, b.Path) })
	return named(stories), l.problems
}

// loader gathers what one call of Load finds.
type loader struct {
	ctx      context.Context
	options  Options
	problems []Problem
	folders  []folder
	// seen are the real paths of the files that are in a story.
	seen map[string]bool
}

// folder is the folder of one story.
type folder struct{ path, real string }

// found is one file that is to be read.
type found struct {
	id, path string
	// given reports that the user named this file.
	given bool
	// body is what a web address or standard input gave; nil for a file.
	body *Fetched
}

// loaded is a story with the folder that it came from.
type loaded struct {
	Story
	dir string
}

func (l *loader) fail(path string, err error) {
	l.problems = append(l.problems, Problem{Path: path, Err: err})
}

// folder finds the story or stories of the folder at path.
func (l *loader) folder(path string) {
	entries, err := os.ReadDir(path)
	if err != nil {
		l.fail(path, pathError(path, err))
		return
	}
	var subs, files []string
	for _, e := range entries {
		name := filepath.Join(path, e.Name())
		switch {
		case isDir(name):
			if !hiddenDir(path, e.Name()) {
				subs = append(subs, name)
			}
		case isArticleName(e.Name()):
			l.folders = append(l.folders, folder{path, realPath(path)})
			return
		case wanted(name):
			files = append(files, name)
		}
	}
	if len(files) > 0 && (len(subs) == 0 || slices.ContainsFunc(files, isDocument)) {
		l.folders = append(l.folders, folder{path, realPath(path)})
		return
	}
	for _, f := range files {
		if len(l.read(found{id: f, path: f}, nil).articles) == 0 {
			continue // settings and the like
		}
		l.fail(f, fmt.Errorf("%s: lies beside the folders of stories and is not read; give it by itself", shown(f)))
	}
	if len(subs) == 0 {
		l.fail(path, fmt.Errorf("%s: holds no articles; a story's folder holds texts, pages or documents", shown(path)))
	}
	for _, sub := range subs {
		l.folders = append(l.folders, folder{sub, realPath(sub)})
	}
}

// readFolders reads each story's folder once. A folder that lies inside
// another story's folder is part of that story.
func (l *loader) readFolders() []loaded {
	slices.SortFunc(l.folders, func(a, b folder) int {
		return cmp.Or(cmp.Compare(a.real, b.real), cmp.Compare(a.path, b.path))
	})
	var stories []loaded
	last := ""
	for _, f := range l.folders {
		if last != "" && (f.real == last || strings.HasPrefix(f.real, strings.TrimSuffix(last, sep)+sep)) {
			continue
		}
		last = f.real
		if s, ok := l.readFolder(f); ok {
			stories = append(stories, s)
		}
	}
	return stories
}

const sep = string(filepath.Separator)

func (l *loader) readFolder(f folder) (loaded, bool) {
	w := walk{loader: l, files: map[string]bool{}, dirs: map[string]bool{}}
	w.dir(f.path, "", nil)
	if len(w.found) == 0 {
		l.fail(f.path, fmt.Errorf("%s: holds no articles; a story's folder holds texts, pages or documents", shown(f.path)))
		return loaded{}, false
	}
	m := l.manifest(f.path, w.found)
	s := Story{Name: baseName(f.real), Folder: f.path}
	s.Articles, s.Passed = l.readArticles(w.found, m)
	if len(s.Articles) == 0 {
		l.fail(f.path, fmt.Errorf("%s: none of its articles can be read", shown(f.path)))
		return loaded{}, false
	}
	return loaded{s, f.real}, true
}

// singles reads the files given one by one.
func (l *loader) singles(files []found) (loaded, bool) {
	var list []found
	taken := map[string]bool{}
	for _, f := range files {
		if f.body == nil && (l.seen[f.id] || taken[f.id]) {
			continue
		}
		taken[f.id] = true
		if isManifestName(filepath.Base(f.path)) {
			l.fail(f.path, fmt.Errorf("%s: is a manifest; give the folder that it lies in instead", shown(f.path)))
			continue
		}
		list = append(list, f)
	}
	shortenIDs(list)
	s := Story{Name: SinglesName}
	s.Articles, s.Passed = l.readArticles(list, nil)
	return loaded{Story: s}, len(s.Articles) > 0
}

// readArticles reads files into articles in the order of their IDs. Of files
// with the same bytes it keeps the first, and one of each outlet that is stated:
// the same agency text in two outlets is two articles of one origin.
func (l *loader) readArticles(files []found, m manifest) ([]*Article, []Passed) {
	slices.SortFunc(files, func(a, b found) int { return cmp.Compare(a.id, b.id) })
	files = l.distinct(files)
	read := make([]*file, len(files))
	l.each(len(files), func(i int) { read[i] = l.read(files[i], m) })
	kept, ids := map[string][]*Article{}, map[string]bool{}
	var articles []*Article
	var passed []Passed
	for _, f := range read {
		l.problems = append(l.problems, f.problems...)
		passed = append(passed, f.passed...)
		for _, a := range f.articles {
			if i := slices.IndexFunc(kept[a.SHA256], a.repeats); i >= 0 {
				l.fail(a.Path, fmt.Errorf("%s: is byte for byte the same as %s, which is read in its place", shown(a.at()), shown(kept[a.SHA256][i].at())))
				continue
			}
			kept[a.SHA256] = append(kept[a.SHA256], a)
			a.ID = unusedID(a.ID, ids)
			articles = append(articles, a)
		}
	}
	slices.SortStableFunc(articles, func(a, b *Article) int { return cmp.Compare(a.ID, b.ID) })
	return articles, passed
}

// at is where an article stands, for messages.
func (a *Article) at() string {
	if a.Place == "" {
		return a.Path
	}
	return a.Path + ": " + a.Place
}

// repeats reports whether an article with the same bytes as another adds nothing
// to it: two outlets that are both stated, and not guessed by their files' names,
// are two witnesses that one text was printed twice, unless it is one page that
// was come by in two ways.
func (a *Article) repeats(other *Article) bool {
	stated := func(a *Article) bool { return a.Outlet != "" && a.OutletFrom != fromFileName }
	return !stated(a) || !stated(other) || a.Outlet == other.Outlet || a.URL != "" && a.URL == other.URL
}

// distinct leaves out files whose ID another has.
func (l *loader) distinct(files []found) []found {
	var out []found
	for i, f := range files {
		if i > 0 && files[i-1].id == f.id {
			l.fail(f.path, fmt.Errorf("%s: another file has the name %s already; every article needs its own", shown(f.path), shown(f.id)))
			continue
		}
		out = append(out, f)
	}
	return out
}

// unusedID returns id, with a number behind it where an article has it.
func unusedID(id string, used map[string]bool) string {
	out := id
	for n := 2; used[out]; n++ {
		out = fmt.Sprintf("%s-%d", id, n)
	}
	used[out] = true
	return out
}

// named returns the stories under names of their own, ordered by name.
func named(stories []loaded) []Story {
	count := map[string]int{}
	for _, s := range stories {
		count[s.Name]++
	}
	slices.SortStableFunc(stories, func(a, b loaded) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.dir, b.dir))
	})
	used := map[string]bool{}
	out := make([]Story, len(stories))
	for i, s := range stories {
		if count[s.Name] > 1 && s.dir != "" {
			s.Name = baseName(filepath.Dir(s.dir)) + "-" + s.Name
		}
		name := s.Name
		for n := 2; used[s.Name]; n++ {
			s.Name = fmt.Sprintf("%s-%d", name, n)
		}
		used[s.Name] = true
		out[i] = s.Story
	}
	slices.SortFunc(out, func(a, b Story) int { return cmp.Compare(a.Name, b.Name) })
	return out
}

// shortenIDs turns IDs that are full paths into the shortest ends of them that
// differ: the base name, or with as many parent folders as it takes.
func shortenIDs(list []found) {
	parts := make([][]string, len(list))
	keep := make([]int, len(list))
	for i, f := range list {
		parts[i] = strings.Split(strings.TrimPrefix(filepath.ToSlash(f.id), "/"), "/")
		keep[i] = 1
	}
	for again := true; again; {
		again = false
		byID := map[string][]int{}
		for i := range list {
			list[i].id = strings.Join(parts[i][len(parts[i])-keep[i]:], "/")
			byID[list[i].id] = append(byID[list[i].id], i)
		}
		for _, same := range byID {
			for _, i := range same {
				if len(same) > 1 && keep[i] < len(parts[i]) {
					keep[i]++
					again = true
				}
			}
		}
	}
}
