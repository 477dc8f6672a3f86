package rules

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/rules/pattern"
)

// node is a YAML node that knows its file and gathers faults.
type node struct {
	*yaml.Node
	file   string
	loader *loader
}

func (n *node) fault(format string, args ...any) { n.faultAt(0, format, args...) }

// faultAt reports a fault some bytes to the right of the node's start.
func (n *node) faultAt(right int, format string, args ...any) {
	if n.Style == yaml.DoubleQuotedStyle || n.Style == yaml.SingleQuotedStyle {
		right++
	}
	n.loader.faults = append(n.loader.faults, &Fault{n.file, max(n.Line, 1), n.Column + right, fmt.Sprintf(format, args...)})
}

func (n *node) at(y *yaml.Node) *node {
	if y == nil {
		return nil
	}
	return &node{Node: y, file: n.file, loader: n.loader}
}

// fields refuses fields of a mapping that are not legal, or stand twice.
func (n *node) fields(legal ...string) {
	seen := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		k := n.at(n.Content[i])
		switch {
		case !slices.Contains(legal, k.Value):
			k.fault("unknown field %q; %s", k.Value, pattern.Legal(k.Value, legal))
		case seen[k.Value]:
			k.fault("field %q stands twice", k.Value)
		}
		seen[k.Value] = true
	}
}

// field returns the value of a field, nil where there is none.
func (n *node) field(name string) *node {
	if n == nil || n.Kind != yaml.MappingNode {
		return nil
	}
	for i := 0; i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == name {
			return n.at(n.Content[i+1])
		}
	}
	return nil
}

// text returns a field that must be there, as a string.
func (n *node) text(name string) string {
	f := n.field(name)
	if f == nil {
		n.fault("field %q is missing", name)
		return ""
	}
	if s := f.scalar(); strings.TrimSpace(s) != "" {
		return strings.TrimSpace(s)
	}
	f.fault("field %q is empty", name)
	return ""
}

// scalar returns the string of a scalar node, "" for nil.
func (n *node) scalar() string {
	if n == nil {
		return ""
	}
	if n.Kind != yaml.ScalarNode {
		n.fault("want a single value")
		return ""
	}
	return n.Value
}

// oneOf returns a field's value, which must be one of legal; "" where missing.
func (n *node) oneOf(name string, legal []string) string {
	f := n.field(name)
	if f == nil {
		return ""
	}
	s := f.scalar()
	if !slices.Contains(legal, s) {
		f.fault("%s %q is unknown; %s", name, s, pattern.Legal(s, legal))
	}
	return s
}

func (n *node) flag(name string) bool {
	f := n.field(name)
	if f == nil {
		return false
	}
	v, err := strconv.ParseBool(f.scalar())
	if err != nil {
		f.fault("%s: want true or false", name)
	}
	return v
}

func (n *node) number(name string) int {
	f := n.field(name)
	if f == nil {
		return 0
	}
	v, err := strconv.Atoi(f.scalar())
	if err != nil || v < 0 {
		f.fault("%s: want a whole number of 0 or more", name)
	}
	return v
}

// strings returns the items of a list of single values.
func (n *node) strings() []string {
	if n == nil {
		return nil
	}
	if n.Kind != yaml.SequenceNode {
		n.fault("want a list")
		return nil
	}
	var out []string
	for _, c := range n.Content {
		out = append(out, n.at(c).scalar())
	}
	return out
}

// classes adds the word classes of a mapping to into.
func (n *node) classes(list *node, into map[string]*pattern.Class) {
	if list == nil {
		return
	}
	if list.Kind != yaml.MappingNode {
		list.fault("want a mapping of class names to lists of words")
		return
	}
	for i := 0; i+1 < len(list.Content); i += 2 {
		name := list.at(list.Content[i])
		class, err := pattern.NewClass(name.Value, list.at(list.Content[i+1]).strings())
		if err != nil {
			name.fault("%v", err)
			continue
		}
		into[name.Value] = class
	}
}

// synonyms adds the groups of a mapping to into, a lemma to its group.
func (n *node) synonyms(list *node, into map[string]string) {
	if list == nil {
		return
	}
	if list.Kind != yaml.MappingNode {
		list.fault("want a mapping of group names to lists of words")
		return
	}
	for i := 0; i+1 < len(list.Content); i += 2 {
		group := list.Content[i].Value
		for _, w := range list.at(list.Content[i+1]).strings() {
			if old, ok := into[w]; ok && old != group {
				list.at(list.Content[i+1]).fault("%q is in the group %q already", w, old)
			}
			into[w] = group
		}
	}
}

// pattern compiles a node's pattern; nil for nil and after a fault.
func (n *node) pattern(classes map[string]*pattern.Class) *pattern.Pattern {
	if n == nil {
		return nil
	}
	p, err := pattern.Compile(n.scalar(), classes)
	var bad *pattern.SyntaxError
	if errors.As(err, &bad) {
		n.faultAt(bad.Column, "pattern: %s", bad.What)
		return nil
	}
	return p
}
