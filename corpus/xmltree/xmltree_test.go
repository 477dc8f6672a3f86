package xmltree

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRead(t *testing.T) {
	n, err := Read([]byte("\xEF\xBB\xBF<?xml version=\"1.0\"?><!-- x --><a:r xmlns:a=\"u\"><b k=\"v\">one <c>two</c></b><b>three</b></a:r>"))
	require.NoError(t, err)
	assert.Equal(t, "r", n.Name)
	assert.Equal(t, "v", n.Child("b").Get("k"))
	assert.Equal(t, "one twothree", n.String())
	var got []string
	n.All(func(n *Node) { got = append(got, n.String()) }, "b", "c")
	assert.Equal(t, []string{"one two", "three"}, got)
	assert.Nil(t, n.Child("b", "none", "x"))

	n, err = Read([]byte("<?xml version=\"1.0\" encoding=\"windows-1252\"?><r>caf\xE9</r>"))
	require.NoError(t, err)
	assert.Equal(t, "café", n.String())
}

func TestDamaged(t *testing.T) {
	laughs := `<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><l>&b;</l>`
	for name, c := range map[string]struct{ xml, err string }{
		"cut short":       {"<a>\n<b>one", "line 2, column 7: not legal XML: ends inside <b>"},
		"crossed":         {"<a><b></a></b>", "</a> closes what is not open"},
		"billion laughs":  {laughs, "invalid character entity &b;"},
		"outside entity":  {`<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><l>&a;</l>`, "invalid character entity &a;"},
		"hostile nesting": {strings.Repeat("<a>", 100_000), "more than 256 deep"},
		"many elements":   {"<a>" + strings.Repeat("<b/>", maxNodes) + "</a>", "more than 1500000 elements"},
		"no element":      {"<?xml version=\"1.0\"?>", "has no element"},
		"wrong type":      {"%PDF-1.7", "has no element"},
		"bad charset":     {"<?xml version=\"1.0\" encoding=\"klingon\"?><r/>", "klingon"},
		"too large":       {strings.Repeat(" ", MaxSize+1), "larger than 48 MiB"},
	} {
		_, err := Read([]byte(c.xml))
		assert.ErrorContains(t, err, c.err, name)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("<a b=\"c\">d<e/></a>"))
	f.Add([]byte("<!DOCTYPE l [<!ENTITY a \"ha\">]><l>&a;</l>"))
	f.Fuzz(func(t *testing.T, b []byte) {
		n, err := Read(b)
		if err == nil {
			assert.NotEmpty(t, n.Name)
			_ = n.String()
		}
	})
}

func BenchmarkRead(b *testing.B) {
	src := []byte("<a>" + strings.Repeat("<p class=\"x\">The bridge is shut for <b>two</b> weeks.</p>", 500) + "</a>")
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = Read(src)
	}
}
