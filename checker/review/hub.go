package review

import "sync"

// Hub tells those who watch a story that something happened to it. What
// happened they read from the log, so that nothing is told out of order.
type Hub struct {
	mu       sync.Mutex
	watchers map[int64]map[chan struct{}]bool
}

func newHub() *Hub { return &Hub{watchers: map[int64]map[chan struct{}]bool{}} }

// Watch returns a channel that has something in it whenever the story changed,
// and what ends the watching.
func (h *Hub) Watch(story int64) (<-chan struct{}, func()) {
	c := make(chan struct{}, 1)
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.watchers[story] == nil {
		h.watchers[story] = map[chan struct{}]bool{}
	}
	h.watchers[story][c] = true
	return c, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.watchers[story], c)
		if len(h.watchers[story]) == 0 {
			delete(h.watchers, story)
		}
	}
}

// tell wakes the watchers of a story. One that is still busy is not waited for.
func (h *Hub) tell(story int64) {
	h.mu.Lock()
	defer h.mu.Unlock()
	for c := range h.watchers[story] {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}
