package main

import (
	"context"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	pile "github.com/concord-news/concord/corpus/group"
	"github.com/concord-news/concord/rules"
)

// eachReport checks the stories at the paths and calls use with each report, in
// the order of the stories, and with their number. A story's articles are let go
// of when use returns, unless it keeps the report, so that a large pile needs no
// more memory than its texts.
func (c *Command) eachReport(o checking, args []string, use func(r *checker.Report, stories int) error) error {
	references, err := loadReferences(o.settings.catalog, o.references)
	if err != nil {
		return err
	}
	if o.example {
		dir, err := os.MkdirTemp("", "concord-example-")
		if err != nil {
			return fmt.Errorf("folder for the example: %w", err)
		}
		defer os.RemoveAll(dir)
		if args, err = writeExample(dir); err != nil {
			return err
		}
	}
	ctx, stop := interruptible()
	defer stop()
	in, err := c.load(ctx, o.loading, args)
	if err != nil {
		return err
	}
	in.settle()
	owned, loose := in.share()
	rest := in.leftOver(o.settings.catalog, loose)
	total := len(in.stories)
	if rest != nil {
		total++
	}
	opts := checker.Options{Reader: rules.NewReader(o.settings.catalog), Jobs: o.loading.jobs, References: references}
	err = c.checkStories(ctx, in, opts, func(i int, r *checker.Report) error {
		r.Problems = owned[i]
		if rest == nil {
			r.Problems = append(r.Problems, loose...)
			slices.SortStableFunc(r.Problems, func(a, b corpus.Problem) int { return strings.Compare(a.Path, b.Path) })
		}
		return use(r, total)
	})
	if err == nil && rest != nil {
		err = use(rest, total)
	}
	return err
}

// The texts of a large pile outweigh the models, so that its garbage is collected
// at the usual rate: measured, 100,000 articles of 500 bytes take 1.4 GB without
// that.
const (
	largePile = 16 << 20
	usualRate = 100
)

func (in *input) settle() {
	bytes := 0
	for i := range in.stories {
		for _, a := range in.stories[i].Articles {
			bytes += len(a.Text)
		}
	}
	debug.SetMemoryLimit(math.MaxInt64)
	if bytes > largePile {
		debug.SetGCPercent(usualRate)
	}
}

// leftOver reports the articles of no story with another, and what could not be
// read of a pile; nil where no pile was sorted or there is neither.
func (in *input) leftOver(catalog *rules.Catalog, loose []corpus.Problem) *checker.Report {
	if !in.sorted || len(in.rest)+len(loose) == 0 {
		return nil
	}
	return &checker.Report{Story: &corpus.Story{Name: pile.Ungrouped, Articles: in.rest}, Ungrouped: true, Problems: loose, RulesHash: catalog.Hash}
}

// share hands each problem to the story in whose folder it lies; loose are those
// that lie in no story's.
func (in *input) share() (owned [][]corpus.Problem, loose []corpus.Problem) {
	owned = make([][]corpus.Problem, len(in.stories))
	for _, p := range in.problems {
		owner := -1
		for i := range in.stories {
			if root := folderOf(&in.stories[i]); root != "" && strings.HasPrefix(filepath.ToSlash(p.Path), root) {
				owner = i
			}
		}
		if owner < 0 {
			loose = append(loose, p)
			continue
		}
		owned[owner] = append(owned[owner], p)
	}
	return owned, loose
}

// folderOf returns the folder of a story with a slash behind it, "" for files
// given singly.
func folderOf(s *corpus.Story) string {
	if s.Folder == "" {
		return ""
	}
	return strings.TrimSuffix(filepath.ToSlash(s.Folder), "/") + "/"
}

// checkStories checks stories side by side and hands on their reports in order.
// No more reports wait for an earlier one than twice as many as stories are
// checked at once. Where ctx ends, what was begun until then is handed on.
func (c *Command) checkStories(ctx context.Context, in *input, opts checker.Options, use func(int, *checker.Report) error) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	jobs := opts.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	side := max(min(jobs, len(in.stories)), 1)
	opts.Jobs = (jobs + side - 1) / side
	bar := c.newProgress()
	defer bar.done()
	total := 0
	for i := range in.stories {
		total += len(in.stories[i].Articles)
	}
	var read atomic.Int64
	opts.Progress = func(int, int) { bar.report(int(read.Add(1)), total) }
	queue := make(chan chan *checker.Report, 2*side)
	go func() {
		defer close(queue)
		free := make(chan struct{}, side)
		for i := range in.stories {
			free <- struct{}{}
			if ctx.Err() != nil {
				return
			}
			done := make(chan *checker.Report, 1)
			queue <- done
			st := in.stories[i]
			go func() {
				done <- checker.Check(&st, opts)
				<-free
			}()
		}
	}()
	var failed error
	i := 0
	for done := range queue {
		r := <-done
		if failed == nil {
			if failed = use(i, r); failed != nil {
				cancel()
			}
		}
		in.stories[i] = corpus.Story{}
		i++
	}
	if failed == nil && i < len(in.stories) {
		c.warn(fmt.Errorf("stopped: %d of %d stories are checked and reported", i, len(in.stories)))
	}
	return failed
}
