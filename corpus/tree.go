package corpus

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"
)

// node is a value of a manifest with its place, the same for JSON and YAML.
type node struct {
	kind      nodeKind
	line, col int
	// text is the value of a text, number or truth value as it is written.
	text  string
	items []pair
}

// pair is one value of a list, or of a map with its key and the key's place.
type pair struct {
	node
	key             string
	keyLine, keyCol int
}

func (i pair) at() node { return node{line: i.keyLine, col: i.keyCol} }

type nodeKind uint8

const (
	nullNode nodeKind = iota
	textNode
	otherNode
	listNode
	mapNode
)

func (k nodeKind) String() string {
	return [...]string{"nothing", "a text", "a number or truth value", "a list", "a map"}[k]
}

// maxDepth bounds nesting; a manifest needs three levels.
const maxDepth = 16

// jsonTree reads one JSON value.
func jsonTree(b []byte) (node, *fault) {
	b = bytes.TrimPrefix(b, []byte("\uFEFF"))
	r := jsonReader{bytes: b, dec: json.NewDecoder(bytes.NewReader(b))}
	r.dec.UseNumber()
	n, err := r.value(0)
	if err == nil {
		if _, err = r.dec.Token(); err == nil {
			err = errors.New("more after the end of the manifest; a manifest is one list")
		} else if errors.Is(err, io.EOF) {
			return n, nil
		}
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		err = errors.New("ends too early; a bracket or quotation mark is not closed")
	}
	at := int(r.dec.InputOffset())
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) {
		at = max(int(syntax.Offset)-1, 0)
	}
	at = skipBetween(b, at)
	line, col := r.place(at)
	return node{}, &fault{line, col, "not legal JSON: " + oneLine(err.Error())}
}

type jsonReader struct {
	bytes []byte
	dec   *json.Decoder
	// known is an offset of which the line and its start are counted.
	known, line, start int
}

// place returns the line and column of an offset, both from 1.
func (r *jsonReader) place(at int) (line, col int) {
	at = min(at, len(r.bytes))
	if at < r.known {
		r.known, r.line, r.start = 0, 0, 0
	}
	for ; r.known < at; r.known++ {
		if r.bytes[r.known] == '\n' {
			r.line, r.start = r.line+1, r.known+1
		}
	}
	return r.line + 1, utf8.RuneCount(r.bytes[r.start:at]) + 1
}

// next returns the next token with its place.
func (r *jsonReader) next() (tok json.Token, n node, err error) {
	at := int(r.dec.InputOffset())
	n.line, n.col = r.place(skipBetween(r.bytes, at))
	tok, err = r.dec.Token()
	return tok, n, err
}

// skipBetween returns the first offset from at on that can begin a value: the
// decoder counts the white space and marks before it to what went before.
func skipBetween(b []byte, at int) int {
	for at < len(b) && strings.IndexByte(" \t\r\n,:", b[at]) >= 0 {
		at++
	}
	return at
}

func (r *jsonReader) value(depth int) (node, error) {
	if depth > maxDepth {
		return node{}, fmt.Errorf("nested more than %d deep", maxDepth)
	}
	tok, n, err := r.next()
	if err != nil {
		return n, err
	}
	switch t := tok.(type) {
	case json.Delim:
		if t == '[' {
			return r.list(n, depth)
		}
		return r.object(n, depth)
	case string:
		n.kind, n.text = textNode, t
	case nil:
		n.kind = nullNode
	default:
		n.kind, n.text = otherNode, fmt.Sprint(t)
	}
	return n, nil
}

func (r *jsonReader) list(n node, depth int) (node, error) {
	n.kind = listNode
	for r.dec.More() {
		v, err := r.value(depth + 1)
		if err != nil {
			return n, err
		}
		n.items = append(n.items, pair{node: v})
	}
	_, err := r.dec.Token()
	return n, err
}

func (r *jsonReader) object(n node, depth int) (node, error) {
	n.kind = mapNode
	seen := map[string]bool{}
	for r.dec.More() {
		tok, at, err := r.next()
		if err != nil {
			return n, err
		}
		key, _ := tok.(string)
		if seen[key] {
			return n, fmt.Errorf("key %q stands twice in one map", key)
		}
		seen[key] = true
		v, err := r.value(depth + 1)
		if err != nil {
			return n, err
		}
		n.items = append(n.items, pair{node: v, key: key, keyLine: at.line, keyCol: at.col})
	}
	_, err := r.dec.Token()
	return n, err
}

// yamlTree reads one YAML document.
func yamlTree(b []byte) (node, *fault) {
	dec := yaml.NewDecoder(bytes.NewReader(b))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		return node{}, yamlFault(err)
	}
	var more yaml.Node
	if err := dec.Decode(&more); err == nil {
		return node{}, &fault{more.Line, more.Column, "a second document; a manifest is one list"}
	} else if !errors.Is(err, io.EOF) {
		return node{}, yamlFault(err)
	}
	if len(doc.Content) != 1 {
		return node{}, &fault{1, 1, "no list of articles; a manifest is a list of {file, outlet, published, title, url}"}
	}
	n, f := fromYAML(doc.Content[0], 0)
	return n, f
}

func yamlFault(err error) *fault {
	if errors.Is(err, io.EOF) {
		return &fault{1, 1, "no list of articles; a manifest is a list of {file, outlet, published, title, url}"}
	}
	text := strings.TrimPrefix(oneLine(err.Error()), "yaml: ")
	// The library gives the line in the message only.
	if m := regexp.MustCompile(`^line (\d+): `).FindStringSubmatch(text); m != nil {
		n, _ := strconv.Atoi(m[1])
		return &fault{line: n, text: "not legal YAML: " + text[len(m[0]):]}
	}
	return &fault{text: "not legal YAML: " + text}
}

func fromYAML(y *yaml.Node, depth int) (node, *fault) {
	n := node{line: y.Line, col: y.Column}
	if depth > maxDepth {
		return n, &fault{y.Line, y.Column, fmt.Sprintf("nested more than %d deep", maxDepth)}
	}
	switch y.Kind {
	case yaml.ScalarNode:
		n.kind, n.text = scalarKind(y), y.Value
	case yaml.SequenceNode:
		n.kind = listNode
		for _, c := range y.Content {
			v, f := fromYAML(c, depth+1)
			if f != nil {
				return n, f
			}
			n.items = append(n.items, pair{node: v})
		}
	case yaml.MappingNode:
		return yamlMap(n, y, depth)
	default:
		// An alias can make a small file a huge tree.
		return n, &fault{y.Line, y.Column, "an alias (*name); write the value out"}
	}
	return n, nil
}

// scalarKind takes unquoted dates and numbers for text, because outlets and
// files can be named by a number.
func scalarKind(y *yaml.Node) nodeKind {
	switch y.ShortTag() {
	case "!!null":
		return nullNode
	case "!!bool":
		return otherNode
	}
	return textNode
}

func yamlMap(n node, y *yaml.Node, depth int) (node, *fault) {
	n.kind = mapNode
	seen := map[string]bool{}
	for i := 0; i+1 < len(y.Content); i += 2 {
		k := y.Content[i]
		if seen[k.Value] {
			return n, &fault{k.Line, k.Column, fmt.Sprintf("key %q stands twice in one map", k.Value)}
		}
		seen[k.Value] = true
		v, f := fromYAML(y.Content[i+1], depth+1)
		if f != nil {
			return n, f
		}
		n.items = append(n.items, pair{node: v, key: k.Value, keyLine: k.Line, keyCol: k.Column})
	}
	return n, nil
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
