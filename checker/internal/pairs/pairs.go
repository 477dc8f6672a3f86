// Package pairs remembers what is known of every two of many numbered things, of most of which
// it is asked many times.
package pairs

// most is how many things are remembered in pairs, so that the memory does not grow with
// their square.
const most = 6000

// Memory has a byte for every two things of which it was asked. The zero value remembers
// nothing. It is not safe for concurrent use.
type Memory struct {
	// rows has the greater number's row, the lesser number's column.
	rows [][]uint8
}

// At returns what is known of two things, 0 at first, for the caller to set; nil for one thing
// and for numbers that are not remembered.
func (m *Memory) At(a, b int32) *uint8 {
	if a < b {
		a, b = b, a
	}
	if a == b || a >= most {
		return nil
	}
	for len(m.rows) <= int(a) {
		m.rows = append(m.rows, nil)
	}
	if m.rows[a] == nil {
		m.rows[a] = make([]uint8, a)
	}
	return &m.rows[a][b]
}

// Recall returns what ask says of two things, below 255. Of those that are remembered it is
// asked once.
func (m *Memory) Recall(a, b int32, ask func(a, b int32) uint8) uint8 {
	known := m.At(a, b)
	switch {
	case known == nil:
		return ask(a, b)
	case *known == 0:
		*known = 1 + ask(a, b)
	}
	return *known - 1
}
