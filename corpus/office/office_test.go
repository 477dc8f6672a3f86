package office

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/corpus/item"
)

// document packs parts, given by turns as name and content.
func document(t testing.TB, parts ...string) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		require.NoError(t, err)
		_, err = io.WriteString(w, parts[i+1])
		require.NoError(t, err)
	}
	require.NoError(t, z.Close())
	return b.Bytes()
}

func read(b []byte) (*item.Item, error) { return ReadZip(bytes.NewReader(b), int64(len(b))) }

const wordXML = `<w:document xmlns:w="w" xmlns:mc="mc"><w:body>
<w:p><w:pPr><w:pStyle w:val="Titel"/></w:pPr><w:r><w:t>Bridge shut</w:t></w:r></w:p>
<w:p><w:r><w:t>It is </w:t></w:r><w:ins><w:r><w:t>firmly </w:t></w:r></w:ins><w:del><w:r><w:delText>not </w:delText></w:r></w:del><w:hyperlink><w:r><w:t>shut</w:t></w:r></w:hyperlink><w:r><w:t>.</w:t><w:footnoteReference/></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Why</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Pier</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>6 cracks</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>The bridge.</w:t></w:r></w:p>
<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>A box.</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:t>A box.</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>
</w:body></w:document>`

const stylesXML = `<w:styles xmlns:w="w"><w:style w:styleId="Titel"><w:name w:val="Title"/></w:style><w:style w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>`

func TestDOCX(t *testing.T) {
	it, err := read(document(t, "word/document.xml", wordXML, "word/styles.xml", stylesXML,
		"docProps/core.xml", `<cp><title>Template 4</title><creator>Tom Arden</creator><modified>2026-03-09T08:00:00Z</modified></cp>`,
		"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote><w:p><w:r><w:t>Since Monday.</w:t></w:r></w:p></w:footnote></w:footnotes>`))
	require.NoError(t, err)
	assert.Equal(t, "Bridge shut\n\nIt is firmly shut.\n\nWhy\n\nPier 6 cracks\n\nThe bridge.\n\nA box.\n\nSince Monday.\n", it.Text)
	assert.Equal(t, item.Headline, it.Parts[0].Kind)
	assert.Equal(t, item.Heading, it.Parts[2].Kind)
	assert.Equal(t, item.Aside, it.Parts[4].Kind)
	assert.Equal(t, item.Stated{Value: "Bridge shut", From: "title style"}, it.Title)
	assert.Equal(t, "Tom Arden", it.Byline.Value)
	assert.False(t, it.Published.Known(), "a document does not say when its text appeared")
}

const odtXML = `<o:document-content xmlns:o="o" xmlns:t="t" xmlns:s="s"><o:automatic-styles><s:style s:name="P1" s:parent-style-name="Title"/></o:automatic-styles><o:body><o:text>
<t:tracked-changes><t:changed-region><t:deletion><t:p>Deleted.</t:p></t:deletion></t:changed-region></t:tracked-changes>
<t:p t:style-name="P1">Bridge<t:s t:c="2"/>shut</t:p><t:p>It is<t:line-break/><t:span>shut</t:span>.<t:note><t:note-body><t:p>Since Monday.</t:p></t:note-body></t:note><o:annotation><t:p>Check!</t:p></o:annotation></t:p>
<t:h>Why</t:h><t:list><t:list-item><t:p>Cracks</t:p></t:list-item></t:list><t:table><t:table-row><t:table-cell><t:p>Pier</t:p></t:table-cell><t:table-cell><t:p>6</t:p></t:table-cell></t:table-row></t:table>
</o:text></o:body></o:document-content>`

const odtType = "application/vnd.oasis.opendocument.text"

func TestODT(t *testing.T) {
	it, err := read(document(t, "mimetype", odtType, "content.xml", odtXML, "meta.xml", "<m><meta><creator>Tom Arden</creator></meta></m>"))
	require.NoError(t, err)
	assert.Equal(t, "Bridge shut\n\nIt is\nshut.\n\nSince Monday.\n\nWhy\n\nCracks\n\nPier 6\n", it.Text)
	assert.Equal(t, "Bridge shut", it.Title.Value)
	assert.Equal(t, "Tom Arden", it.Byline.Value)
}

func TestRealWriters(t *testing.T) {
	for _, kind := range []string{"docx", "odt"} {
		files, err := filepath.Glob(filepath.Join("..", "format", "testdata", "security-talks", kind, "*."+kind))
		require.NoError(t, err)
		require.Len(t, files, 5)
		for _, f := range files {
			b, err := os.ReadFile(f)
			require.NoError(t, err)
			it, err := read(b)
			require.NoError(t, err, f)
			assert.Equal(t, item.Headline, it.Parts[0].Kind, f)
			assert.Greater(t, len(it.Parts), 7, f)
			_, err = read(b[:len(b)*2/3])
			assert.Error(t, err, "cut short: %s", f)
		}
	}
}

func TestDamagedDocuments(t *testing.T) {
	for name, c := range map[string]struct {
		parts []string
		err   string
	}{
		"no document":     {[]string{"a.txt", "x"}, "is a zip archive and no document"},
		"spreadsheet":     {[]string{"xl/workbook.xml", "<x/>"}, "is a spreadsheet"},
		"e-book":          {[]string{"mimetype", "application/epub+zip"}, "is an e-book"},
		"drawing":         {[]string{"mimetype", "application/vnd.oasis.opendocument.graphics"}, "OpenDocument graphics"},
		"no content":      {[]string{"mimetype", odtType}, "document has no content.xml"},
		"no text":         {[]string{"word/document.xml", "<d><body/></d>"}, "document has no text"},
		"broken XML":      {[]string{"word/document.xml", "<d><body><p>"}, "word/document.xml: line 1, column 13: not legal XML"},
		"hostile nesting": {[]string{"word/document.xml", strings.Repeat("<a>", 100_000)}, "more than 256 deep"},
		"billion laughs":  {[]string{"word/document.xml", `<!DOCTYPE d [<!ENTITY a "ha">]><d>&a;</d>`}, "invalid character entity"},
		"bomb":            {[]string{"word/document.xml", "<d>" + strings.Repeat(" ", 4<<20)}, "more than 200 times its size"},
	} {
		_, err := read(document(t, c.parts...))
		assert.ErrorContains(t, err, c.err, name)
	}
	it, err := read(document(t, "word/document.xml", wordXML, "word/styles.xml", "<broken", "docProps/core.xml", "<broken"))
	require.NoError(t, err, "damage elsewhere costs no text")
	assert.Contains(t, it.Text, "It is firmly shut.")
}

func FuzzRead(f *testing.F) {
	f.Add(document(f, "word/document.xml", wordXML, "word/styles.xml", stylesXML))
	f.Add(document(f, "mimetype", odtType, "content.xml", odtXML))
	f.Fuzz(func(t *testing.T, b []byte) { _, _ = read(b) })
}

// FuzzXML reads any XML as the main part of a document of either sort.
func FuzzXML(f *testing.F) {
	f.Add(wordXML)
	f.Add(odtXML)
	f.Fuzz(func(t *testing.T, xml string) {
		_, _ = read(document(t, "word/document.xml", xml, "word/styles.xml", xml))
		_, _ = read(document(t, "mimetype", odtType, "content.xml", xml, "meta.xml", xml))
	})
}

func BenchmarkRead(b *testing.B) {
	src := document(b, "word/document.xml", strings.Replace(wordXML, "</w:body>", strings.Repeat("<w:p><w:r><w:t>The bridge is shut for two weeks.</w:t></w:r></w:p>", 400)+"</w:body>", 1))
	b.SetBytes(int64(len(wordXML) + 400*67))
	b.ReportAllocs()
	for b.Loop() {
		_, _ = read(src)
	}
}
