// Package xmltree reads XML documents from outside into small trees, with
// bounds on their size and depth. Entities that a document declares itself are
// never expanded, and nothing outside the document is fetched.
package xmltree

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	htmlcharset "golang.org/x/net/html/charset"
)

// The bounds of a tree. A long annual report in a word processor's XML has
// 300,000 elements and a depth of 30.
const (
	maxDepth = 256
	maxNodes = 1_500_000
	// MaxSize is the largest document that is read, in bytes.
	MaxSize = 48 << 20
)

// Node is an element, or a run of text where Name is empty.
type Node struct {
	// Name is the element's local name.
	Name string
	// Space is the address of its name space.
	Space string
	Attr  []xml.Attr
	// Text is the text of a run.
	Text     string
	Children []*Node
}

// Read reads a document. An error names the line.
func Read(b []byte) (*Node, error) {
	if len(b) > MaxSize {
		return nil, fmt.Errorf("XML is larger than %d MiB, the most that is read", MaxSize>>20)
	}
	d := xml.NewDecoder(bytes.NewReader(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))))
	d.CharsetReader = htmlcharset.NewReaderLabel
	root := &Node{}
	stack := []*Node{root}
	for n := 0; ; n++ {
		if n > maxNodes {
			return nil, fmt.Errorf("XML has more than %d elements, the most that is read", maxNodes)
		}
		tok, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, at(d, err)
		}
		if stack, err = grow(stack, tok); err != nil {
			return nil, at(d, err)
		}
	}
	if len(stack) > 1 {
		return nil, at(d, fmt.Errorf("ends inside <%s>; the file is cut short", stack[len(stack)-1].Name))
	}
	for _, c := range root.Children {
		if c.Name != "" {
			return c, nil
		}
	}
	return nil, errors.New("not legal XML: it has no element")
}

func at(d *xml.Decoder, err error) error {
	line, col := d.InputPos()
	var syntax *xml.SyntaxError
	if errors.As(err, &syntax) {
		err = errors.New(syntax.Msg)
	}
	return fmt.Errorf("line %d, column %d: not legal XML: %w", line, col, err)
}

// grow adds a token to the tree; stack are the open elements.
func grow(stack []*Node, tok xml.Token) ([]*Node, error) {
	top := stack[len(stack)-1]
	switch t := tok.(type) {
	case xml.StartElement:
		if len(stack) > maxDepth {
			return stack, fmt.Errorf("elements lie more than %d deep in each other", maxDepth)
		}
		n := &Node{Name: t.Name.Local, Space: t.Name.Space, Attr: append([]xml.Attr(nil), t.Attr...)}
		top.Children = append(top.Children, n)
		return append(stack, n), nil
	case xml.EndElement:
		if len(stack) == 1 || top.Name != t.Name.Local || top.Space != t.Name.Space {
			return stack, fmt.Errorf("</%s> closes what is not open", t.Name.Local)
		}
		return stack[:len(stack)-1], nil
	case xml.CharData:
		top.Children = append(top.Children, &Node{Text: string(t)})
	}
	return stack, nil
}

// Get returns the value of an attribute by its local name, or "".
func (n *Node) Get(name string) string {
	if n == nil {
		return ""
	}
	for _, a := range n.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// Child returns the first element below n along a path of local names, or nil.
func (n *Node) Child(path ...string) *Node {
	for _, name := range path {
		if n == nil {
			return nil
		}
		var next *Node
		for _, c := range n.Children {
			if c.Name == name {
				next = c
				break
			}
		}
		n = next
	}
	return n
}

// All calls f for each element below n with one of the names, in order. It
// does not look inside those.
func (n *Node) All(f func(*Node), names ...string) {
	if n == nil {
		return
	}
	for _, c := range n.Children {
		hit := false
		for _, name := range names {
			hit = hit || c.Name == name
		}
		if hit {
			f(c)
		} else if c.Name != "" {
			c.All(f, names...)
		}
	}
}

// String returns the text below n.
func (n *Node) String() string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	n.write(&b)
	return b.String()
}

func (n *Node) write(b *strings.Builder) {
	b.WriteString(n.Text)
	for _, c := range n.Children {
		c.write(b)
	}
}
