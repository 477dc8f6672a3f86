package review

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/checker/review/store"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// Reader reads articles and checks them.
type Reader struct {
	Rules *rules.Reader
	// References are held against what outlets state; nil for none.
	References *reference.Set
	// Load says how files are read; its Fetcher gets addresses, and where it is
	// nil none can be added.
	Load corpus.Options
	// Version is the program's.
	Version string
	// ConfigHash is the hash of the settings that a finding can depend on.
	ConfigHash string
	Jobs       int
}

// MostArticle is the largest text, file or page that can be added, in bytes.
const MostArticle = 16 << 20

// Added is an article that somebody adds on the page.
type Added struct {
	// Kind is "text", "file" or "address".
	Kind string
	// Name is the file's name or the address.
	Name                          string
	Outlet, Title, URL, Published string
	Charset                       string
	Content                       []byte
}

func (a *Added) validate() error {
	for field, s := range map[string]*string{"name": &a.Name, "outlet": &a.Outlet, "title": &a.Title, "url": &a.URL, "published": &a.Published} {
		if err := cleanLine(s, field); err != nil {
			return err
		}
	}
	switch {
	case len(a.Content) == 0:
		return invalid("content", "there are no words in it")
	case len(a.Content) > MostArticle:
		return invalid("content", fmt.Sprintf("is larger than %d MiB", MostArticle>>20))
	case a.Kind == "text" && a.Outlet == "":
		return invalid("outlet", "name the outlet of a pasted text")
	case a.Kind == "text" && strings.ContainsRune(string(a.Content), 0):
		return invalid("content", "holds characters that no text has")
	}
	if a.URL != "" && !strings.HasPrefix(a.URL, "http://") && !strings.HasPrefix(a.URL, "https://") {
		return invalid("url", "a web address begins with http:// or https://")
	}
	if a.Published != "" {
		_, day := time.Parse(time.DateOnly, a.Published)
		_, moment := time.Parse(time.RFC3339, a.Published)
		if day != nil && moment != nil {
			return invalid("published", "is written 2026-03-09 or 2026-03-09T07:40:00Z")
		}
	}
	return nil
}

// AddArticle adds an article to a story; the next run reads it.
func (v *Service) AddArticle(ctx context.Context, who Who, story int64, a Added) (store.Source, error) {
	if a.Kind == "address" {
		if err := cleanLine(&a.Name, "address"); err != nil {
			return store.Source{}, err
		}
		if v.reader.Load.Fetcher == nil {
			return store.Source{}, invalid("address", "this server fetches no pages; save the page and add the file")
		}
		got, err := v.reader.Load.Fetcher.Fetch(ctx, a.Name)
		if err != nil {
			return store.Source{}, &InvalidError{"address", err.Error()}
		}
		a.Content, a.Charset, a.URL = got.Body, got.Charset, got.URL
	}
	if err := a.validate(); err != nil {
		return store.Source{}, err
	}
	src := store.Source{
		Story: story, Kind: a.Kind, Name: a.Name, Outlet: a.Outlet, Title: a.Title, URL: a.URL, Published: a.Published,
		Charset: a.Charset, SHA256: hash(a.Content), Content: a.Content,
	}
	_, err := v.change(ctx, who, story, func(s *step) error {
		if err := s.tx.AddSource(&src); err != nil {
			return err
		}
		return s.log(store.Event{Kind: "article added"}, map[string]any{"source": src.Number, "kind": src.Kind, "name": src.Name, "outlet": src.Outlet, "sha256": src.SHA256})
	})
	return src, err
}

// RemoveArticle keeps later runs from reading what was added.
func (v *Service) RemoveArticle(ctx context.Context, who Who, story, source int64) error {
	_, err := v.change(ctx, who, story, func(s *step) error {
		list, err := s.tx.Sources(story)
		if err != nil {
			return err
		}
		i := slices.IndexFunc(list, func(x store.Source) bool { return x.Number == source && !x.Removed })
		if i < 0 {
			return store.ErrNone
		}
		if err := s.tx.RemoveSource(story, source); err != nil {
			return err
		}
		return s.log(store.Event{Kind: "article removed"}, map[string]any{"source": source, "name": list[i].Name, "sha256": list[i].SHA256})
	})
	return err
}

// AddStory makes a story that reads the paths, which are of this machine and
// come from its command line alone.
func (v *Service) AddStory(ctx context.Context, who Who, name string, paths []string) (store.Story, error) {
	st := store.Story{Name: name, Created: v.now()}
	if err := cleanLine(&st.Name, "name"); err != nil {
		return st, err
	}
	if st.Name == "" {
		return st, invalid("name", "give the story a name")
	}
	err := v.store.Update(ctx, func(tx *store.Tx) error {
		if err := tx.AddStory(&st); err != nil {
			return err
		}
		for _, p := range paths {
			if err := tx.AddSource(&store.Source{Story: st.ID, Kind: "path", Name: p}); err != nil {
				return err
			}
		}
		s := &step{tx: tx, story: st, who: who, at: v.now(), batch: newBatch()}
		err := s.log(store.Event{Kind: "story"}, map[string]any{"name": st.Name, "paths": paths})
		st = s.story
		return err
	})
	return st, err
}

// StoryOf returns the story that reads just these paths, or store.ErrNone.
func (v *Service) StoryOf(ctx context.Context, paths []string) (store.Story, error) {
	want := slices.Sorted(slices.Values(paths))
	var out store.Story
	err := v.store.View(ctx, func(tx *store.Tx) error {
		all, err := tx.Stories()
		if err != nil {
			return err
		}
		for _, st := range all {
			list, err := tx.Sources(st.ID)
			if err != nil {
				return err
			}
			var have []string
			for _, s := range list {
				if s.Kind == "path" && !s.Removed {
					have = append(have, s.Name)
				}
			}
			if slices.Sort(have); len(have) > 0 && slices.Equal(have, want) {
				out = st
				return nil
			}
		}
		return store.ErrNone
	})
	return out, err
}

// StoryNamed returns the newest story of a name, or store.ErrNone.
func (v *Service) StoryNamed(ctx context.Context, name string) (store.Story, error) {
	var out store.Story
	err := v.store.View(ctx, func(tx *store.Tx) error {
		all, err := tx.Stories()
		if err != nil {
			return err
		}
		i := slices.IndexFunc(all, func(s store.Story) bool { return s.Name == name })
		if i < 0 {
			return store.ErrNone
		}
		out = all[i]
		return nil
	})
	return out, err
}

// inputs are what a run of a story reads.
type inputs struct {
	name  string
	paths []string
	added []store.Source
}

func (v *Service) inputs(ctx context.Context, story int64) (in inputs, err error) {
	err = v.store.View(ctx, func(tx *store.Tx) error {
		st, err := tx.Story(story)
		if err != nil {
			return err
		}
		in = inputs{name: st.Name}
		list, err := tx.Sources(story)
		if err != nil {
			return err
		}
		for _, x := range list {
			switch {
			case x.Removed:
			case x.Kind == "path":
				in.paths = append(in.paths, x.Name)
			default:
				if x.Content, err = tx.Content(story, x.Number); err != nil {
					return err
				}
				in.added = append(in.added, x)
			}
		}
		return nil
	})
	return in, err
}

// read loads the articles of a story as they are now.
func (v *Service) read(ctx context.Context, story int64) (*corpus.Story, []corpus.Problem, error) {
	in, err := v.inputs(ctx, story)
	if err != nil {
		return nil, nil, err
	}
	dir, err := os.MkdirTemp("", "concord-review-")
	if err != nil {
		return nil, nil, fmt.Errorf("folder for added articles: %w", err)
	}
	defer os.RemoveAll(dir)
	if len(in.added) > 0 {
		if err := writeAdded(dir, in.added); err != nil {
			return nil, nil, err
		}
		in.paths = append(in.paths, dir)
	}
	opts := v.reader.Load
	opts.Stdin, opts.Progress = nil, nil
	stories, problems := corpus.LoadWith(ctx, in.paths, opts)
	return merged(in.name, stories), safeProblems(problems, dir), ctx.Err()
}

// safeProblems leaves the folder of this run out of what cannot be read.
func safeProblems(list []corpus.Problem, dir string) []corpus.Problem {
	for i, p := range list {
		if strings.HasPrefix(p.Path, dir) {
			list[i] = corpus.Problem{
				Path: strings.TrimPrefix(p.Path, dir+string(filepath.Separator)),
				Err:  errors.New(strings.ReplaceAll(p.Err.Error(), dir+string(filepath.Separator), "")),
			}
		}
	}
	return list
}

// writeAdded writes added articles as files of a story, with a manifest of what
// people said of them.
func writeAdded(dir string, added []store.Source) error {
	manifest := []map[string]string{}
	taken := map[string]bool{"articles.json": true, "articles.yaml": true, "articles.yml": true}
	for _, s := range added {
		name := fileName(s, taken)
		if err := os.WriteFile(filepath.Join(dir, name), s.Content, 0o600); err != nil {
			return fmt.Errorf("added article %d: %w", s.Number, err)
		}
		entry := map[string]string{"file": name}
		for key, value := range map[string]string{"outlet": s.Outlet, "title": s.Title, "url": s.URL, "published": s.Published} {
			if value != "" {
				entry[key] = value
			}
		}
		if len(entry) > 1 {
			manifest = append(manifest, entry)
		}
	}
	if len(manifest) == 0 {
		return nil
	}
	b, err := json.Marshal(manifest)
	if err == nil {
		err = os.WriteFile(filepath.Join(dir, "articles.json"), b, 0o600)
	}
	if err != nil {
		return fmt.Errorf("manifest of added articles: %w", err)
	}
	return nil
}

// fileName is the name of an added article's file: what it was called, of letters,
// digits, points and hyphens alone, so that it leads nowhere, and no other one's.
func fileName(s store.Source, taken map[string]bool) string {
	end := ending(s)
	base := strings.TrimSuffix(path.Base(s.Name), path.Ext(s.Name))
	if s.Kind == "text" && s.Outlet != "" {
		base = s.Outlet
	}
	base = strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '.' || r == '-' {
			return r
		}
		return '-'
	}, base)
	base = strings.Trim(base[:min(len(base), 80)], ".-")
	name := base + end
	if base == "" || taken[strings.ToLower(name)] {
		name = strings.TrimPrefix(base+"-", "-") + strconv.FormatInt(s.Number, 10) + end
	}
	taken[strings.ToLower(name)] = true
	return name
}

// ending is the ending of a file's name where it is one of a few letters. Formats
// are told by content; the ending alone says which files are documents.
func ending(s store.Source) string {
	if s.Kind == "text" {
		return ".txt"
	}
	if s.Kind == "address" {
		return ".html"
	}
	e := strings.ToLower(path.Ext(s.Name))
	if len(e) < 2 || len(e) > 8 || strings.ContainsFunc(e[1:], func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }) {
		return ".txt"
	}
	return e
}

// merged makes one story of all articles, with IDs that no two share.
func merged(name string, stories []corpus.Story) *corpus.Story {
	out := &corpus.Story{Name: name}
	for _, s := range stories {
		out.Articles = append(out.Articles, s.Articles...)
		if len(stories) == 1 {
			out.Folder = s.Folder
		}
	}
	seen := map[string]bool{}
	for i, a := range out.Articles {
		if seen[a.ID] {
			again := *a
			for seen[again.ID] {
				again.ID += "~"
			}
			out.Articles[i] = &again
		}
		seen[out.Articles[i].ID] = true
	}
	slices.SortFunc(out.Articles, func(a, b *corpus.Article) int { return cmp.Compare(a.ID, b.ID) })
	return out
}

// check reads and checks a story.
func (v *Service) check(ctx context.Context, story int64, progress func(done, total int)) (*checker.Kept, error) {
	st, problems, err := v.read(ctx, story)
	if err != nil {
		return nil, err
	}
	if len(st.Articles) == 0 {
		why := "the story has no articles; add some"
		if len(problems) > 0 {
			why = "nothing could be read: " + report.Plain(problems[0].Err.Error())
		}
		return nil, invalid("articles", why)
	}
	k, err := checker.Keep(ctx, st, checker.Options{Reader: v.reader.Rules, References: v.reader.References, Jobs: v.reader.Jobs, Progress: progress})
	if err != nil {
		return nil, err
	}
	k.Report.Problems = problems
	return k, nil
}
