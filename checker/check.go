package checker

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/origin"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/names"
)

// Options says how a story is checked.
type Options struct {
	// Reader applies the rules.
	Reader *rules.Reader
	// Jobs is how many articles are read at once; 0 is one a processor. The
	// report does not depend on it.
	Jobs int
	// References are held against what outlets state; nil for none.
	References *reference.Set
	// Progress, if set, is called after each article that was read. It may be
	// called by several goroutines at once.
	Progress func(done, total int)
}

// story is a story being checked.
type story struct {
	*corpus.Story
	articles []*corpus.Article
	readings []*rules.Reading
	registry *names.Registry
	origins  *origin.Result
	catalog  *rules.Catalog
	// span is how far apart the first and the last article appeared.
	span time.Duration
	// began is when the first article appeared, zero where that is known of none.
	began time.Time
	// twinsFrom is from how many articles on twins are looked for.
	twinsFrom int
	// replaced holds for each article the number of the version that speaks in
	// its place, -1 where it speaks itself.
	replaced  []int
	revisions []Revision
	// met marks the figures, by article and mention, that another article was
	// found to state by the words around them.
	met map[[2]int]bool
	// described maps descriptions of people to those whom they describe.
	described described
	// words are those around the figures.
	words vocabulary
	// naming reads what stands around names.
	naming *naming
	// references are the facts that the user holds to be true.
	references []reference.Fact
	// keeps: findings keep what was read, for Kept.
	keeps bool
	// ended reports whether nobody waits for the report any more.
	ended func() bool
}

// Check reads the articles of st and holds them against each other. The same
// articles and rules give the same report, whatever the number of jobs.
func Check(st *corpus.Story, opts Options) *Report {
	r, _ := CheckContext(context.Background(), st, opts) // which never ends
	return r
}

// CheckContext is Check that stops soon after ctx ends, and then returns the
// context's error and no report.
func CheckContext(ctx context.Context, st *corpus.Story, opts Options) (*Report, error) {
	return newStory(st, opts).check(ctx, opts)
}

func newStory(st *corpus.Story, opts Options) *story {
	s := &story{
		Story: st, articles: st.Articles, met: map[[2]int]bool{}, catalog: opts.Reader.Catalog(),
		twinsFrom: manyArticles,
	}
	var last time.Time
	s.began, last = appeared(st.Articles)
	s.span = last.Sub(s.began)
	if opts.References != nil {
		s.references = opts.References.Facts
	}
	return s
}

func (s *story) check(ctx context.Context, opts Options) (*Report, error) {
	st := s.Story
	s.ended = func() bool { return ctx.Err() != nil }
	r := &Report{Story: st, References: s.references, RulesHash: opts.Reader.Catalog().Hash, RulesOff: opts.Reader.Catalog().Off}
	bytes := 0
	for _, a := range st.Articles {
		bytes += len(a.Text)
	}
	lap := func(start time.Time, name string) {
		r.Stages = append(r.Stages, Stage{Name: name, Took: time.Since(start), Bytes: bytes})
	}
	start := time.Now()
	s.read(ctx, opts)
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	r.Stages = append(r.Stages, s.readStages(bytes)...)
	lap(start, "reading, in all")

	start = time.Now()
	s.trace()
	lap(start, "origins")
	if err := ctx.Err(); err != nil {
		return nil, err
	}

	start = time.Now()
	all := s.resolve(opts.Reader)
	slots := align(all)
	slots = append(s.gather(all, slots), s.naming.told()...)
	slots = append(slots, s.naming.kinds()...)
	slots = append(slots, s.naming.reported()...)
	slots = append(slots, s.naming.denied()...)
	lap(start, "alignment")
	if err := ctx.Err(); err != nil {
		return nil, err
	}

	start = time.Now()
	r.Findings = s.findings(slots)
	r.Unread = s.unread()
	r.Versions = s.revisions
	s.count(r)
	lap(start, "comparison")
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return r, nil
}

// trace finds out which articles have one origin and which are versions of others.
func (s *story) trace() {
	s.origins = origin.Find(s.articles)
	s.findVersions()
}

// resolve finds out who and what is one across the articles, and lists what they state.
func (s *story) resolve(reader *rules.Reader) []statement {
	s.registry = names.Resolve(s.named())
	s.naming = s.newNaming(reader)
	s.aliases(s.naming)
	s.described = s.describe(reader.Catalog().Deeds)
	return s.statements()
}

// read reads the articles, several at once, each into its own place, until ctx
// ends.
func (s *story) read(ctx context.Context, opts Options) {
	s.readings = make([]*rules.Reading, len(s.articles))
	jobs := opts.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	var wg sync.WaitGroup
	var next, done atomic.Int64
	for range min(jobs, len(s.articles)) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(s.articles) || ctx.Err() != nil {
					return
				}
				s.readings[i] = opts.Reader.Read(s.articles[i])
				if n := done.Add(1); opts.Progress != nil {
					opts.Progress(int(n), len(s.articles))
				}
			}
		})
	}
	wg.Wait()
}

// readStages adds up the time that each stage of reading took.
func (s *story) readStages(bytes int) []Stage {
	var out []Stage
	for _, g := range s.readings {
		for i, st := range g.Stages {
			if i == len(out) {
				out = append(out, Stage{Name: st.Name, Bytes: bytes})
			}
			out[i].Took += st.Took
		}
	}
	return out
}
