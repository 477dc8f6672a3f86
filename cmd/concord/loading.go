package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/concord-news/concord/checker/config"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/fetch"
	pile "github.com/concord-news/concord/corpus/group"
)

// loading is the settings of commands that read articles.
type loading struct {
	outlets, extracted  string
	allowPrivate, group bool
	fetchTimeout        time.Duration
	jobs                int
	// settings are those in force; nil where a command has none.
	settings *settings
}

// add adds the flags of loading to those of a command.
func (o *loading) add(f *pflag.FlagSet) {
	f.StringVar(&o.outlets, "outlets", "", "add the outlets in this file, lines of domain, name, to those that are known")
	f.StringVar(&o.extracted, "extracted", "", "write the text that was made out of pages and documents, to which offsets refer, to this folder")
	f.BoolVar(&o.allowPrivate, "allow-private", false, "fetch addresses of the machine's own network too")
	f.DurationVar(&o.fetchTimeout, "fetch-timeout", 30*time.Second, "how long one web address may take in all")
	f.BoolVar(&o.group, "group", false, "take the articles for one mixed pile and sort them into stories")
	f.IntVar(&o.jobs, "jobs", 0, "articles to read at once at most (default: one a core)")
}

// interruptible returns a context that the first interrupt ends. The second
// ends the program as usual.
func interruptible() (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// input is what was read at the paths of a command.
type input struct {
	stories  []corpus.Story
	problems []corpus.Problem
	// rest are the articles of no story with another, where a pile was sorted.
	rest []*corpus.Article
	// sorted reports that the stories were made out of a pile.
	sorted bool
}

// load reads the stories at the paths: files, folders, web addresses, and "-"
// for standard input. What cannot be read is warned of.
func (c *Command) load(ctx context.Context, o loading, args []string) (*input, error) {
	if o.fetchTimeout < 0 {
		return nil, usagef("--fetch-timeout %s: give a time such as 30s", o.fetchTimeout)
	}
	if o.settings == nil {
		o.settings = &settings{file: &config.Config{}}
	}
	table, err := o.settings.outletTable(o.outlets)
	if err != nil {
		return nil, err
	}
	bar := c.newProgress()
	stories, problems := corpus.LoadWith(ctx, args, corpus.Options{
		Stdin: c.Stdin, Outlets: table, Tiers: o.settings.file.TierOf(table), Jobs: o.jobs, Progress: bar.report,
		Fetcher: fetch.New(fetch.Options{AllowPrivate: o.allowPrivate, Timeout: o.fetchTimeout, Version: Version}),
	})
	bar.done()
	c.warnOf(problems)
	c.tellPassed(stories)
	in := &input{stories: stories, problems: problems}
	if o.group {
		c.sortPile(in)
	}
	if len(in.stories)+len(in.rest) == 0 {
		return nil, errors.New("nothing could be read")
	}
	if o.extracted != "" {
		if err := writeExtracted(o.extracted, in.stories); err != nil {
			return nil, err
		}
	}
	return in, nil
}

// warnOf warns of what could not be read. What was not read because the run was
// stopped is one warning.
func (c *Command) warnOf(problems []corpus.Problem) {
	stopped := 0
	var first error
	for _, p := range problems {
		if !errors.Is(p.Err, corpus.ErrStopped) {
			c.warn(p.Err)
			continue
		}
		if stopped++; stopped == 1 {
			first = p.Err
		}
	}
	switch {
	case stopped == 1:
		c.warn(first)
	case stopped > 1:
		c.warn(fmt.Errorf("%w; nor are %d others", first, stopped-1))
	}
}

// mostPassed is how many files that were passed over are named.
const mostPassed = 3

// tellPassed says which files of the stories' folders hold no article.
func (c *Command) tellPassed(stories []corpus.Story) {
	var names []string
	for _, s := range stories {
		for _, p := range s.Passed {
			names = append(names, p.Path)
		}
	}
	if len(names) == 0 {
		return
	}
	more := ""
	if n := len(names) - mostPassed; n > 0 {
		more = fmt.Sprintf(" and %d more", n)
		names = names[:mostPassed]
	}
	fmt.Fprintf(c.Stderr, "concord: passed over, as no article is in it: %s%s\n", strings.Join(names, ", "), more)
}

// sortPile sorts the articles of all stories into stories of their own, and says
// how many are left over.
func (c *Command) sortPile(in *input) {
	var all []*corpus.Article
	for _, s := range in.stories {
		all = append(all, s.Articles...)
	}
	r := pile.Sort(all)
	in.stories, in.rest, in.sorted = r.Stories, r.Rest, true
	fmt.Fprintf(c.Stderr, "concord: %s sorted into %s, %d of no story with another\n", counted(len(all), "article"), stories(len(r.Stories)), len(r.Rest))
}

func stories(n int) string {
	if n == 1 {
		return "1 story"
	}
	return fmt.Sprintf("%d stories", n)
}

// writeExtracted writes the text of each article that is not its file's bytes
// to a folder, one file each: <story>/<article>.txt.
func writeExtracted(dir string, stories []corpus.Story) error {
	for _, s := range stories {
		for _, a := range s.Articles {
			if !a.Extracted {
				continue
			}
			name := filepath.Join(dir, fileName(s.Name), filepath.FromSlash(fileName(a.ID))+".txt")
			if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
				return fmt.Errorf("folder for extracted text: %w", err)
			}
			if err := writeFile(name, []byte(a.Text)); err != nil {
				return err
			}
		}
	}
	return nil
}

// fileName makes a path of an ID that leads nowhere else: IDs of web addresses
// and of archives hold what others wrote.
func fileName(id string) string {
	parts := strings.Split(id, "/")
	for i, p := range parts {
		p = strings.Map(func(r rune) rune {
			if r < ' ' || strings.ContainsRune(`<>:"\|?*`, r) {
				return '_'
			}
			return r
		}, p)
		if p == "" || p == "." || p == ".." {
			p = "_"
		}
		parts[i] = p[:min(len(p), 200)]
	}
	return strings.Join(parts, "/")
}
