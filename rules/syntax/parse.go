package syntax

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/concord-news/concord/rules/syntax/dep"
	"github.com/concord-news/concord/rules/syntax/internal/graph"
	"github.com/concord-news/concord/rules/text"
)

// Tree is the dependency tree of one sentence; package dep has the relations.
type Tree = dep.Tree

//go:embed model/parser.bin
var packedParser []byte

var loadParser = sync.OnceValue(decodeParser)

func decodeParser() *graph.Model {
	m, err := graph.Decode(packedParser)
	if err != nil {
		panic(fmt.Sprintf("embedded model: %v", err)) // a broken build, no input can cause it
	}
	return m
}

// Parser parses sentences and keeps the memory it needs from one to the next.
// Its zero value is ready. A Parser is not safe for concurrent use; any number
// of them may run at once, also on one document.
type Parser struct{ scratch graph.Scratch }

// Parse returns the tree of a sentence of d, whose tokens have been tagged. It
// changes nothing in d. Whatever the tokens are, each has one head, one is the
// root and arcs do not cross; the time is linear in the number of tokens.
func (p *Parser) Parse(d *text.Document, sentence int) Tree {
	s := d.Sentences[sentence]
	return loadParser().Parse(d.Tokens[s.First:s.Last], &p.scratch)
}

// Parse is Parser.Parse for a single sentence.
func Parse(d *text.Document, sentence int) Tree {
	var p Parser
	return p.Parse(d, sentence)
}
