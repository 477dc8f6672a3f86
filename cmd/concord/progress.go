package main

import (
	"io"
	"sync"
	"time"

	"github.com/schollz/progressbar/v3"
)

// quiet is how long work may take before progress is shown.
const quiet = 700 * time.Millisecond

// progress shows on a terminal how much of a long piece of work is done. The
// zero value shows nothing. It is safe for concurrent use.
type progress struct {
	mu    sync.Mutex
	w     io.Writer
	bar   *progressbar.ProgressBar
	start time.Time
}

func (c *Command) newProgress() *progress {
	if _, ok := terminal(c.Stderr); !ok {
		return &progress{}
	}
	return &progress{w: c.Stderr, start: time.Now()}
}

// report says that done of total pieces are done.
func (p *progress) report(done, total int) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.w == nil || p.bar == nil && time.Since(p.start) < quiet {
		return
	}
	if p.bar == nil {
		p.bar = progressbar.NewOptions(total, progressbar.OptionSetWriter(p.w),
			progressbar.OptionSetDescription("reading"), progressbar.OptionShowCount(),
			progressbar.OptionThrottle(100*time.Millisecond), progressbar.OptionClearOnFinish())
	}
	// A bar that cannot be drawn must not stop the work.
	_ = p.bar.Set(done)
}

// done clears the bar.
func (p *progress) done() {
	if p.bar != nil {
		_ = p.bar.Finish()
	}
}
