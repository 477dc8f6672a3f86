package strict_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/strict"
)

func TestLegal(t *testing.T) {
	formats := []string{"table", "json", "html"}
	for got, want := range map[string]string{
		"tabel": `did you mean "table"? legal: table, json, html`,
		"JSON":  `did you mean "json"? legal: table, json, html`,
		"pdf":   "legal: table, json, html",
		"":      "legal: table, json, html",
	} {
		assert.Equal(t, want, strict.Legal(got, formats), got)
	}
	assert.Equal(t, "none is declared", strict.Legal("x", nil))
	many := strings.Fields(strings.Repeat("alpha beta gamma iota epsilon ", 10) + "zeta")
	assert.Equal(t, `did you mean "zeta"? of 51 that are legal these are nearest: zeta, beta, beta, beta, beta, beta, beta, beta`, strict.Legal("zeat", many))
}

func TestFaultsShowTheirPlace(t *testing.T) {
	n, doc := strict.Parse("a.yaml", []byte("name: \"größer {x}\"\r\ncolour: \x1b[31m\r\n"))
	require.Nil(t, n, "a control character is no YAML")
	assert.NotContains(t, doc.Err().Error(), "\x1b", "its line is shown without it")
	n, doc = strict.Parse("a.yaml", []byte("name: \"größer {x}\"\n"))
	require.NotNil(t, n)
	n.Field("name").FaultIn(strings.Index("größer {x}", "{"), "no slot")
	assert.EqualError(t, doc.Err(), "a.yaml:1:15: no slot\n    name: \"größer {x}\"\n                  ^")
}

// FuzzParse: no file makes the reader panic, and what is refused has its place.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"a: b\n", "a: [b, c]\nb: {c: d}\n", "\t", "a: b\n---\nc: d\n", "a: &x 1\nb: *x\n", "\xff", "a: |\n  b\n", "? [a]\n: b\n"} {
		f.Add(s)
	}
	fields := []strict.Field{{Name: "a", Must: true, What: "a letter"}, {Name: "b"}}
	f.Fuzz(func(t *testing.T, s string) {
		n, doc := strict.Parse("a.yaml", []byte(s))
		if n == nil && doc.Err() == nil {
			t.Fatal("neither a mapping nor a fault")
		}
		if n != nil {
			n.Fields(fields)
			n.Text("a")
			n.Field("a").Strings()
			n.Flag("b")
			n.Number("b")
		}
		for _, fault := range doc.Faults() {
			if fault.Line < 1 || fault.Column < 1 || strings.Count(fault.Error(), "\n") > 2+strings.Count(fault.What, "\n") {
				t.Fatalf("%+v", fault)
			}
		}
	})
}

// TestOneSlipIsOneFault: a field with a value of the wrong shape is refused for
// that, and not once more for the value that it does not have.
func TestOneSlipIsOneFault(t *testing.T) {
	for name, read := range map[string]func(*strict.Node){
		"Text":   func(n *strict.Node) { n.Text("a") },
		"OneOf":  func(n *strict.Node) { n.OneOf("a", []string{"b"}) },
		"Flag":   func(n *strict.Node) { n.Flag("a") },
		"Number": func(n *strict.Node) { n.Number("a") },
	} {
		n, doc := strict.Parse("a.yaml", []byte("a: [b, c]\n"))
		require.NotNil(t, n)
		read(n)
		assert.EqualError(t, doc.Err(), "a.yaml:1:4: want a single value, not a list\n    a: [b, c]\n       ^", name)
	}
}
