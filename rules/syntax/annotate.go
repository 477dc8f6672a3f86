package syntax

import (
	"github.com/concord-news/concord/rules/syntax/conllu"
	"github.com/concord-news/concord/rules/text"
)

// Trees returns the trees of all sentences of d, whose tokens have been tagged.
func Trees(d *text.Document) []Tree {
	var p Parser
	trees := make([]Tree, len(d.Sentences))
	for i := range trees {
		trees[i] = p.Parse(d, i)
	}
	return trees
}

// Annotate tags and parses a file's document and sets its words. The document
// may come from conllu.Read or from text: conllu.File{Doc: d}.
func Annotate(f *conllu.File) {
	Tag(f.Doc)
	f.Words = make([]conllu.Word, len(f.Doc.Tokens))
	var p Parser
	for i, s := range f.Doc.Sentences {
		t := p.Parse(f.Doc, i)
		for k, h := range t.Heads {
			f.Words[s.First+k] = conllu.Word{Head: int(h) + 1, Relation: t.Relations[k].String()}
		}
	}
}
