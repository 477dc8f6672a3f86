// Package text splits an article into sentences and tokens.
//
// Tokens follow the conventions of the English Universal Dependencies
// treebanks: clitics ("do" "n't", "Trump" "'s"), hyphens ("four" "-" "year"),
// currency and percent signs are tokens of their own, abbreviations ("U.S.",
// "Dec.") keep their full stop. Every token carries its byte offsets.
package text

import "github.com/concord-news/concord/corpus"

// Document is an article with its sentences and tokens. Readers fill Tokens'
// Tag and Fine once and then share the document read-only.
type Document struct {
	Article *corpus.Article
	// Text is Article.Text.
	Text      string
	Tokens    []Token
	Sentences []Sentence
}

// Token is a word, number, sign or punctuation mark.
type Token struct {
	corpus.Span
	// Lower is the lower-cased form, with curly apostrophes, quotation marks
	// and dashes normalised to ' " and -.
	Lower string
	// Lemma is the dictionary form of Lower for its Tag, set by the tagger.
	Lemma string
	Tag   Tag
	// Fine is the Penn Treebank tag.
	Fine Fine
	// Shape says how the token is written.
	Shape Shape
}

// Sentence is a run of tokens inside one block.
type Sentence struct {
	corpus.Span
	// First and Last are the half-open range of the sentence's tokens.
	First, Last int
	// Block is the index of the block in Article.Blocks.
	Block int
}

// Shape is a set of facts about how a token is written.
type Shape uint8

// The parts of a shape.
const (
	// SpaceBefore: white space, or the start of the block, precedes it.
	SpaceBefore Shape = 1 << iota
	// Capital: its first letter is a capital.
	Capital
	// AllCaps: all its letters are capitals, and it has two or more.
	AllCaps
	// HasDigit: it has a digit.
	HasDigit
	// HasLetter: it has a letter.
	HasLetter
	// SentenceStart: it is the first word of its sentence, opening quotation
	// marks and brackets apart.
	SentenceStart
)

// Has reports whether s has every part of t.
func (s Shape) Has(t Shape) bool { return s&t == t }

// Tag is a universal part of speech (UPOS).
type Tag uint8

// The universal parts of speech; X is also the tag of what is not tagged yet.
const (
	X Tag = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var tagNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

// String returns the tag as CoNLL-U writes it.
func (t Tag) String() string { return tagNames[t] }

// ParseTag returns the tag that CoNLL-U writes as s, and whether there is one.
func ParseTag(s string) (Tag, bool) {
	for i, n := range tagNames {
		if n == s {
			return Tag(i), true
		}
	}
	return X, false
}

// Fine is a part of speech of the Penn Treebank (XPOS).
type Fine uint8

// The Penn Treebank's parts of speech.
const (
	NoFine Fine = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNP
	NNPS
	NNS
	PDT
	POS
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	OtherFine // punctuation, symbols and what the Penn Treebank has besides
)

var fineNames = [...]string{"_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP", "WP$", "WRB", "SYM"}

// String returns the tag as the Penn Treebank writes it, "SYM" for OtherFine.
func (f Fine) String() string { return fineNames[f] }

// ParseFine returns the tag that the Penn Treebank writes as s; OtherFine for
// punctuation and symbols, NoFine for "_" and "".
func ParseFine(s string) Fine {
	if s == "" || s == "_" {
		return NoFine
	}
	for i, n := range fineNames {
		if n == s {
			return Fine(i)
		}
	}
	return OtherFine
}

// Form returns the words of token i as they are written.
func (d *Document) Form(i int) string { return d.Tokens[i].In(d.Text) }

// Span returns the bytes from the first token to the last, half-open.
func (d *Document) Span(first, last int) corpus.Span {
	if first >= last {
		return corpus.Span{}
	}
	return corpus.Span{Start: d.Tokens[first].Start, End: d.Tokens[last-1].End}
}

// SentenceOf returns the index of the sentence that holds token i.
func (d *Document) SentenceOf(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo+1 < hi {
		if mid := (lo + hi) / 2; d.Sentences[mid].First <= i {
			lo = mid
		} else {
			hi = mid
		}
	}
	return lo
}
