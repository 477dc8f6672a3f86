package weigh

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// magic begins the file of trees and changes with its form.
const magic = "concord trees 1"

// Write writes the trees as lines of text: the start, then each tree from its root, a
// node a line, all below a node before all above it. A question is "? clue bound points",
// a leaf "= points"; a tree begins with "tree".
func (f *Forest) Write() []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "%s\nstart %s\n", magic, number(f.Start))
	for _, t := range f.Trees {
		b.WriteString("tree\n")
		t.write(&b, f.Sheet, 0)
	}
	return b.Bytes()
}

func (t Tree) write(b *bytes.Buffer, sheet *Sheet, n int) {
	node := &t[n]
	if node.Below == 0 {
		fmt.Fprintf(b, "= %s\n", number(node.Points))
		return
	}
	fmt.Fprintf(b, "? %s %s %s\n", sheet.clues[node.Clue][0], number(node.Bound), number(node.Points))
	t.write(b, sheet, node.Below)
	t.write(b, sheet, node.Above)
}

func number(v float64) string { return strconv.FormatFloat(v, 'g', 5, 64) }

// Embedded returns a function that reads trees which the program holds, at its first call.
func Embedded(text []byte, sheet *Sheet) func() *Forest {
	return sync.OnceValue(func() *Forest {
		f, err := Read(text, sheet)
		if err != nil {
			panic(fmt.Sprintf("embedded trees: %v", err)) // a broken build, no input can cause it
		}
		return f
	})
}

// Read reads trees as Write writes them, which ask after the clues of a sheet.
func Read(text []byte, sheet *Sheet) (*Forest, error) {
	r := reader{sheet: sheet, lines: strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")}
	if line := r.line(); line != magic {
		return nil, fmt.Errorf("line 1: %q; legal: %q", line, magic)
	}
	f := &Forest{Sheet: sheet}
	if fields := strings.Fields(r.line()); len(fields) == 2 && fields[0] == "start" {
		f.Start = r.number(fields[1])
	} else {
		r.fail("no start")
	}
	for r.err == nil && r.at < len(r.lines) {
		if line := r.line(); line != "tree" {
			r.fail("%q; legal: tree", line)
			break
		}
		var t Tree
		r.node(&t)
		f.Trees = append(f.Trees, t)
	}
	return f, r.err
}

// reader reads lines until one is wrong.
type reader struct {
	sheet *Sheet
	lines []string
	at    int
	err   error
}

func (r *reader) line() string {
	if r.at >= len(r.lines) {
		r.fail("the file ends too early")
		return ""
	}
	r.at++
	return r.lines[r.at-1]
}

func (r *reader) fail(format string, args ...any) {
	if r.err == nil {
		r.err = errors.Join(r.err, fmt.Errorf("line %d: %s", r.at, fmt.Sprintf(format, args...)))
	}
}

func (r *reader) number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || v != v {
		r.fail("%q; legal: a number", s)
	}
	return v
}

// node reads a node with all that is under it, and returns its place.
func (r *reader) node(t *Tree) int {
	n := len(*t)
	*t = append(*t, Node{})
	switch fields := strings.Fields(r.line()); {
	case r.err != nil:
	case len(fields) == 2 && fields[0] == "=":
		(*t)[n].Points = r.number(fields[1])
	case len(fields) == 4 && fields[0] == "?":
		clue, ok := r.sheet.byID[fields[1]]
		if !ok {
			r.fail("no clue %q", fields[1])
			break
		}
		bound, points := r.number(fields[2]), r.number(fields[3])
		below := r.node(t)
		above := r.node(t)
		(*t)[n] = Node{Points: points, Below: below, Above: above, Clue: clue, Bound: bound}
	default:
		r.fail("%q; legal: ? CLUE BOUND POINTS, = POINTS", strings.Join(fields, " "))
	}
	return n
}
