package corpus

import (
	"context"
	"io"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/concord-news/concord/corpus/outlets"
)

// Options says how articles are read. The zero value reads files as Load does.
type Options struct {
	// Stdin is what the path "-" reads; nil where there is none.
	Stdin io.Reader
	// Fetcher gets what web addresses name; nil where none may be fetched.
	Fetcher Fetcher
	// Outlets gives names to domains; nil is the table that is built in.
	Outlets *outlets.Table
	// Tiers gives outlets, by their names, what becomes the Tier of articles.
	Tiers map[string]string
	// Jobs is how many files are read at once; 0 is one a processor. What is
	// read does not depend on it.
	Jobs int
	// Progress, if set, is called after each file that was read, by several
	// goroutines at once.
	Progress func(done, total int)
}

// Fetcher gets what a web address names. It is safe for concurrent use.
type Fetcher interface {
	Fetch(ctx context.Context, address string) (*Fetched, error)
}

// Fetched is what a web address gave.
type Fetched struct {
	// URL is the address at the end of all redirects.
	URL string
	// Charset is the encoding that the answer declares, "" for none.
	Charset string
	Body    []byte
}

// LoadWith is Load with options. Paths may also be web addresses and, for
// standard input, "-"; both belong to the story of files given singly. Where
// ctx ends first, what was read until then is returned, and what was not is a
// Problem each.
func LoadWith(ctx context.Context, paths []string, o Options) ([]Story, []Problem) {
	if o.Outlets == nil {
		o.Outlets = outlets.Default()
	}
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	l := &loader{seen: map[string]bool{}, ctx: ctx, options: o}
	stories, problems := l.load(paths)
	for _, s := range stories {
		for _, a := range s.Articles {
			a.Tier = o.Tiers[a.Outlet]
		}
	}
	return stories, problems
}

// each calls f for 0 to n-1, several at once.
func (l *loader) each(n int, f func(int)) {
	var wg sync.WaitGroup
	var next, done atomic.Int64
	for range min(l.options.Jobs, n) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				f(i)
				if d := done.Add(1); l.options.Progress != nil {
					l.options.Progress(int(d), n)
				}
			}
		})
	}
	wg.Wait()
}
