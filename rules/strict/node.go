package strict

import (
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// Node is a YAML node of a document. The methods that return a value of the
// node take nil for a field that is not there.
type Node struct {
	*yaml.Node
	doc *Document
}

// Fault adds a fault at the node.
func (n *Node) Fault(format string, args ...any) {
	n.doc.Fault(n.Line, n.Column, format, args...)
}

// FaultIn adds a fault some bytes into the node's value.
func (n *Node) FaultIn(bytes int, format string, args ...any) {
	right := utf8.RuneCountInString(n.Value[:min(bytes, len(n.Value))])
	if n.Style&(yaml.DoubleQuotedStyle|yaml.SingleQuotedStyle) != 0 {
		right++
	}
	if n.Style&(yaml.LiteralStyle|yaml.FoldedStyle) != 0 {
		right = 0 // the value begins on another line
	}
	n.doc.Fault(n.Line, n.Column+right, format, args...)
}

// Document returns the document of the node.
func (n *Node) Document() *Document { return n.doc }

// At returns a node of the same document.
func (n *Node) At(y *yaml.Node) *Node {
	if y == nil {
		return nil
	}
	return &Node{Node: y, doc: n.doc}
}

// Pairs returns the keys and values of a mapping; keys that stand twice are
// refused, and returned once.
func (n *Node) Pairs() [][2]*Node {
	var out [][2]*Node
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.At(n.Content[i])
		if seen[k.Value] {
			k.Fault("field %q stands twice", k.Value)
			continue
		}
		seen[k.Value] = true
		out = append(out, [2]*Node{k, n.At(n.Content[i+1])})
	}
	return out
}

// Fields refuses fields of a mapping that are not legal or stand twice, and a
// mapping without those that must be there.
func (n *Node) Fields(legal []Field) {
	var meant []string
	for _, p := range n.Pairs() {
		if k := p[0]; !slices.ContainsFunc(legal, func(f Field) bool { return f.Name == k.Value }) {
			k.Fault("unknown field %q; %s", k.Value, Legal(k.Value, Names(legal)))
			meant = append(meant, Nearest(k.Value, Names(legal)))
		}
	}
	for _, f := range legal {
		// One slip is one fault: a field whose name is misspelt is not missing.
		if f.Must && n.Field(f.Name) == nil && !slices.Contains(meant, f.Name) {
			n.Fault("field %q is missing: %s", f.Name, f.What)
		}
	}
}

// Field returns the value of a field, nil where there is none.
func (n *Node) Field(name string) *Node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.At(n.Content[i+1])
		}
	}
	return nil
}

// Text returns a field's text without the spaces around it, which may not be
// empty; "" where the field is missing.
func (n *Node) Text(name string) string {
	f := n.single(name)
	if f == nil {
		return ""
	}
	s := strings.TrimSpace(f.Value)
	if s == "" {
		f.Fault("field %q is empty", name)
	}
	return s
}

// single returns a field that has a single value; nil where it is missing, and
// where it has another, which is refused.
func (n *Node) single(name string) *Node {
	f := n.Field(name)
	if f == nil || f.Kind != yaml.ScalarNode {
		f.Scalar()
		return nil
	}
	return f
}

// Scalar returns the text of a single value.
func (n *Node) Scalar() string {
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		n.Fault("want a single value, not %s", n.shape())
		return ""
	}
	return n.Value
}

// shape names the kind of a node in words.
func (n *Node) shape() string {
	switch n.Kind {
	case yaml.SequenceNode:
		return "a list"
	case yaml.MappingNode:
		return "a mapping"
	case yaml.AliasNode:
		return "an alias (*name), which is not read here"
	}
	return "a single value"
}

// OneOf returns a field's value, which must be one of legal; "" where it is
// missing.
func (n *Node) OneOf(name string, legal []string) string {
	f := n.single(name)
	if f == nil {
		return ""
	}
	if !slices.Contains(legal, f.Value) {
		f.Fault("%s %q is unknown; %s", name, f.Value, Legal(f.Value, legal))
	}
	return f.Value
}

// Flag returns a field that is true or false; false where it is missing.
func (n *Node) Flag(name string) bool {
	f := n.single(name)
	if f == nil {
		return false
	}
	switch f.Value {
	case "true":
		return true
	case "false":
	default:
		f.Fault("%s: want true or false, not %q", name, f.Value)
	}
	return false
}

// Number returns a field that is a whole number of 0 or more; 0 where it is
// missing.
func (n *Node) Number(name string) int {
	f := n.single(name)
	if f == nil {
		return 0
	}
	v, err := strconv.Atoi(f.Value)
	if err != nil || v < 0 {
		f.Fault("%s: want a whole number of 0 or more, not %q", name, f.Value)
		return 0
	}
	return v
}

// List returns the items of a list.
func (n *Node) List() []*Node {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		n.Fault("want a list, such as [one, two], not %s", n.shape())
		return nil
	}
	out := make([]*Node, len(n.Content))
	for i, c := range n.Content {
		out[i] = n.At(c)
	}
	return out
}

// Strings returns the items of a list of single values.
func (n *Node) Strings() []string {
	var out []string
	for _, c := range n.List() {
		out = append(out, c.Scalar())
	}
	return out
}

// Mapping reports whether the node is a mapping, and refuses it where not.
func (n *Node) Mapping(want string) bool {
	if n.Kind == yaml.MappingNode {
		return true
	}
	n.Fault("want %s, not %s", want, n.shape())
	return false
}
