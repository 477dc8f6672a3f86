package review

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"
)

// Job is a run that is being made, or the last one that was.
type Job struct {
	mu          sync.Mutex
	done, total int
	ended       time.Time
	carried     Carried
	unchanged   bool
	err         error
	stop        context.CancelFunc
	finished    chan struct{}
}

// jobs are the runs of this program, one a story at a time.
type jobs struct {
	mu      sync.Mutex
	running map[int64]*Job
}

// ErrRunning: a run of the story is being made already.
var ErrRunning = errors.New("a run is being made already; wait for it or stop it")

// JobState is a job for people.
type JobState struct {
	// Running, or else Finished: the last run of this program.
	Running bool `json:"running"`
	// Done of Total articles are read.
	Done  int `json:"done"`
	Total int `json:"total"`
	// Message says how it ended.
	Message string  `json:"message"`
	Carried Carried `json:"carried"`
	Failed  bool    `json:"failed"`
}

// Start begins a run of a story and returns at once.
func (v *Service) Start(who Who, story int64) error {
	v.jobs.mu.Lock()
	defer v.jobs.mu.Unlock()
	if j := v.jobs.running[story]; j != nil && j.State().Running {
		return ErrRunning
	}
	ctx, stop := context.WithCancel(context.Background())
	j := &Job{stop: stop, finished: make(chan struct{})}
	v.jobs.running[story] = j
	go v.work(ctx, who, story, j)
	return nil
}

func (v *Service) work(ctx context.Context, who Who, story int64, j *Job) {
	defer close(j.finished)
	defer v.Hub.tell(story)
	defer j.stop()
	carried, unchanged, err := v.Rerun(ctx, who, story, func(done, total int) {
		j.mu.Lock()
		j.done, j.total = done, total
		j.mu.Unlock()
		v.Hub.tell(story)
	})
	j.mu.Lock()
	defer j.mu.Unlock()
	j.carried, j.unchanged, j.err, j.ended = carried, unchanged, err, v.now()
}

// Rerun checks a story as its articles are now. Where nothing differs from the
// present run none is added.
func (v *Service) Rerun(ctx context.Context, who Who, story int64, progress func(done, total int)) (c Carried, unchanged bool, err error) {
	k, err := v.check(ctx, story, progress)
	if err != nil {
		return c, false, err
	}
	if unchanged, err = v.Unchanged(ctx, story, k.Report); err != nil || unchanged {
		return c, unchanged, err
	}
	c, err = v.addRun(ctx, who, story, k)
	return c, false, err
}

// Stop stops the run of a story that is being made, if there is one, and waits
// for its end.
func (v *Service) Stop(story int64) {
	if j := v.job(story); j != nil {
		j.stop()
		<-j.finished
	}
}

// StopAll stops all runs.
func (v *Service) StopAll() {
	v.jobs.mu.Lock()
	var all []*Job
	for _, j := range v.jobs.running {
		all = append(all, j)
	}
	v.jobs.mu.Unlock()
	for _, j := range all {
		j.stop()
		<-j.finished
	}
}

// Wait waits for the run of a story that is being made.
func (v *Service) Wait(story int64) {
	if j := v.job(story); j != nil {
		<-j.finished
	}
}

func (v *Service) job(story int64) *Job {
	v.jobs.mu.Lock()
	defer v.jobs.mu.Unlock()
	return v.jobs.running[story]
}

// Job says how far the run of a story is; ok is false where this program made
// none.
func (v *Service) Job(story int64) (s JobState, ok bool) {
	j := v.job(story)
	if j == nil {
		return s, false
	}
	return j.State(), true
}

// State says how far the job is.
func (j *Job) State() JobState {
	j.mu.Lock()
	defer j.mu.Unlock()
	s := JobState{Done: j.done, Total: j.total, Carried: j.carried}
	switch {
	case j.ended.IsZero():
		s.Running = true
		s.Message = fmt.Sprintf("reading: %d of %d articles", j.done, j.total)
	case errors.Is(j.err, context.Canceled):
		s.Message = "stopped; the run before stands"
	case j.err != nil:
		s.Failed, s.Message = true, j.err.Error()
	case j.unchanged:
		s.Message = "nothing changed since the run before"
	default:
		s.Message = fmt.Sprintf("run %d: %d new, %d moved, %d judged otherwise, %d gone, %d the same; %d reopened", j.carried.Run,
			j.carried.New, j.carried.Moved, j.carried.Judged, j.carried.Gone, j.carried.Same, j.carried.Reopened)
	}
	return s
}
