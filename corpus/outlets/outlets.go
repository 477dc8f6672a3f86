// Package outlets knows the names of outlets and news agencies by their web
// domains, from a table that users can extend.
//
// The table says what is publicly known. A domain that is not in it gives no
// name: a name made out of a domain would be a guess passed off as knowledge.
package outlets

import (
	"bufio"
	"bytes"
	_ "embed" // the table
	"fmt"
	"io"
	"net/url"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed outlets.tsv
var embedded []byte

// Entry is a line of the table.
type Entry struct {
	// Domain is the web domain, in lower case and without "www.".
	Domain string
	// Name is the outlet's name as it writes it.
	Name string
	// Agency reports that it is a news agency, whose copy others print.
	Agency bool
	// Written are the ways in which credits name an agency, such as "AP".
	Written []string
}

// Table is a table of outlets. It is not changed after it is made and is safe
// for concurrent use.
type Table struct {
	entries []Entry
	domains map[string]int
}

// Default returns the table that is built in. It is made once.
func Default() *Table { return builtIn() }

var builtIn = sync.OnceValue(func() *Table {
	t, err := (&Table{}).With(bytes.NewReader(embedded))
	if err != nil {
		panic("outlets: the embedded table is wrong: " + err.Error())
	}
	return t
})

// With returns t with the lines of r added; a line for a domain that is known
// already replaces the old one. A line is a domain, a name, and for an agency
// the word "agency" and the ways in which credits name it, each behind a tab
// or, where the line has no tab, a comma. Empty lines and lines that begin
// with # are passed over. An error names the line.
func (t *Table) With(r io.Reader) (*Table, error) {
	out := &Table{entries: slices.Clone(t.entries), domains: map[string]int{}}
	for i, e := range out.entries {
		out.domains[e.Domain] = i
	}
	in := bufio.NewScanner(r)
	for n := 1; in.Scan(); n++ {
		line := strings.TrimSpace(strings.TrimPrefix(in.Text(), "\uFEFF"))
		if line == "" || line[0] == '#' {
			continue
		}
		e, err := parse(line)
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
		if i, ok := out.domains[e.Domain]; ok {
			out.entries[i] = e
			continue
		}
		out.domains[e.Domain] = len(out.entries)
		out.entries = append(out.entries, e)
	}
	if err := in.Err(); err != nil {
		return nil, fmt.Errorf("reading the table of outlets: %w", err)
	}
	return out, nil
}

func parse(line string) (Entry, error) {
	sep := "\t"
	if !strings.Contains(line, sep) {
		sep = ","
	}
	if !utf8.ValidString(line) {
		return Entry{}, fmt.Errorf("not UTF-8")
	}
	fields := strings.Split(line, sep)
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	e := Entry{Domain: domainOf(fields[0])}
	if len(fields) < 2 || fields[1] == "" || !strings.Contains(e.Domain, ".") || strings.ContainsAny(e.Domain, " /") {
		return Entry{}, fmt.Errorf("%q is no line of the table; legal is a domain, a name, and for agencies the word agency and how credits write it, with tabs between", line)
	}
	e.Name = fields[1]
	if len(fields) == 2 {
		return e, nil
	}
	if fields[2] != "agency" {
		return Entry{}, fmt.Errorf("third field %q; legal is the word agency, or nothing", fields[2])
	}
	e.Agency = true
	e.Written = append([]string{e.Name}, fields[3:]...)
	return e, nil
}

func domainOf(s string) string {
	s = strings.ToLower(strings.TrimSuffix(s, "."))
	return strings.TrimPrefix(s, "www.")
}

// Lookup returns the outlet of a host, such as "edition.cnn.com": that of the
// longest domain in the table that the host ends in.
func (t *Table) Lookup(host string) (Entry, bool) {
	host, _, _ = strings.Cut(domainOf(host), ":")
	for host != "" {
		if i, ok := t.domains[host]; ok {
			return t.entries[i], true
		}
		_, rest, ok := strings.Cut(host, ".")
		if !ok {
			break
		}
		host = rest
	}
	return Entry{}, false
}

// OfURL returns the outlet of a web address.
func (t *Table) OfURL(address string) (Entry, bool) {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" {
		return Entry{}, false
	}
	return t.Lookup(u.Hostname())
}

// Agencies returns the agencies, in the order of the table.
func (t *Table) Agencies() []Entry {
	var out []Entry
	for _, e := range t.entries {
		if e.Agency {
			out = append(out, e)
		}
	}
	return out
}
