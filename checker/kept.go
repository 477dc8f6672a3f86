package checker

import (
	"context"
	"sync"

	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/corpus"
)

// Kept is a story that was checked and is kept with all that was read in it, so
// that more can be held against its findings. It is safe for concurrent use.
type Kept struct {
	Report *Report
	mu     sync.Mutex
	story  *story
}

// Keep is CheckContext that keeps what was read.
func Keep(ctx context.Context, st *corpus.Story, opts Options) (*Kept, error) {
	s := newStory(st, opts)
	s.keeps = true
	r, err := s.check(ctx, opts)
	if err != nil {
		return nil, err
	}
	return &Kept{Report: r, story: s}, nil
}

// Hold holds each value of one of the report's findings against facts, as
// Options.References are, and as if there were no others. The answer has one for
// each value, nil where none of the facts is about it.
func (k *Kept) Hold(f *Finding, facts []reference.Fact) []*Against {
	out := make([]*Against, len(f.Values))
	if f.slot == nil {
		return out // of versions or copies, which no fact is about
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.story.references = facts
	for i := range f.Values {
		if st := f.Values[i].statement; st != nil {
			out[i] = k.story.against(f.slot, st, f.Fact)
		}
	}
	return out
}
