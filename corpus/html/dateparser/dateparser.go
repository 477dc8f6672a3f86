// Package dateparser stands in for the module of that name, which
// go-trafilatura brings in for guessing dates in free text. Concord reads the
// dates of a page itself and has that guessing switched off, and the module's
// tables took 150 ms and 80 MB at every start of the program (measured with
// GODEBUG=inittrace=1). This one parses nothing; go.mod puts it in the other's
// place.
package dateparser

import (
	"errors"
	"time"
)

// ParserType is a way of parsing.
type ParserType uint8

// The ways of parsing that go-htmldate names.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of several dates is meant.
type PreferredDateSource uint8

// Past prefers dates that are over.
const Past PreferredDateSource = 1

// Configuration is what go-htmldate sets of a parser's configuration.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Parser parses nothing.
type Parser struct{ ParserTypes []ParserType }

// Date is a parsed date.
type Date struct{ Time time.Time }

var errNoDate = errors.New("dateparser: dates in free text are not parsed")

// Parse always fails.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) { return Date{}, errNoDate }
