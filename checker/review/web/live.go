package web

import (
	"encoding/json"
	"fmt"
	"net/http"
	"time"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store"
)

// The pace of streams. The log is looked at each second too, for what another
// server on the same database wrote.
const (
	lookAgain  = time.Second
	beat       = 15 * time.Second
	writeWait  = 10 * time.Second
	mostEvents = 200
)

// wireEvent is what a stream tells of an event; the rest is asked for.
type wireEvent struct {
	Seq    int64     `json:"seq"`
	At     time.Time `json:"at"`
	Person string    `json:"person"`
	Kind   string    `json:"kind"`
	Case   int64     `json:"case"`
}

// stream tells what happens to a story, as server-sent events, from the event
// after the number in ?after= or, when a browser connects again, the last one it
// got. A client that reads too slowly is hung up on and connects again.
func (s *Server) stream(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	after := form{r.URL.Query()}.number("after")
	if id := r.Header.Get("Last-Event-ID"); id != "" {
		after = number(id)
	}
	if err := r.view(func(tx *store.Tx) error { _, err := tx.Story(story); return err }); err != nil {
		return err
	}
	changed, end := s.Service.Hub.Watch(story)
	defer end()
	c := http.NewResponseController(w)
	if err := c.SetReadDeadline(time.Time{}); err != nil { // the request is read, and its answer goes on
		return err
	}
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("X-Accel-Buffering", "no") // proxies must not hold it back
	t := teller{w: w, c: c, story: story, after: after}
	look, alive := time.NewTicker(lookAgain), time.NewTicker(beat)
	defer look.Stop()
	defer alive.Stop()
	err = t.write(": hello\n\n")
	for err == nil {
		if err = t.tell(s, r); err != nil {
			break
		}
		select {
		case <-r.Context().Done():
			return nil
		case <-s.done:
			return nil
		case <-changed:
		case <-look.C:
		case <-alive.C:
			if !s.still(r) {
				return nil
			}
			err = t.write(": still here\n\n")
		}
	}
	return nil // the answer has begun, and nobody reads it any more
}

// still reports whether the session of a stream goes on.
func (s *Server) still(r *request) bool {
	again := request{Request: r.Request, server: s}
	return s.identify(&again) == nil && again.signed
}

// teller writes one stream.
type teller struct {
	w     http.ResponseWriter
	c     *http.ResponseController
	story int64
	after int64
	job   string
}

func (t *teller) write(text string) error {
	if err := t.c.SetWriteDeadline(time.Now().Add(writeWait)); err != nil {
		return err
	}
	if _, err := t.w.Write([]byte(text)); err != nil {
		return err
	}
	return t.c.Flush()
}

// tell writes the events since the last time, and how far a run is.
func (t *teller) tell(s *Server, r *request) error {
	var log []store.Event
	err := r.view(func(tx *store.Tx) error {
		st, err := tx.Story(t.story)
		if err == nil && st.Seq > t.after {
			log, err = tx.Events(t.story, t.after, mostEvents)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, e := range log {
		b, err := json.Marshal(wireEvent{e.Seq, e.At, e.Person, e.Kind, e.Case})
		if err != nil {
			return err
		}
		if err := t.write(fmt.Sprintf("id: %d\nevent: change\ndata: %s\n\n", e.Seq, b)); err != nil {
			return err
		}
		t.after = e.Seq
	}
	return t.tellJob(s)
}

func (t *teller) tellJob(s *Server) error {
	var job review.JobState
	job, ok := s.Service.Job(t.story)
	if !ok {
		return nil
	}
	b, err := json.Marshal(job)
	if err != nil || string(b) == t.job {
		return err
	}
	t.job = string(b)
	return t.write(fmt.Sprintf("event: run\ndata: %s\n\n", b))
}
