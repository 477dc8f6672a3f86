package origin

import (
	"slices"
	"strings"

	"github.com/concord-news/concord/corpus"
)

// agencies are the news agencies that credits name, by how they are written.
// They are the members of the world and national agency associations that
// publish in English, under their own names.
var agencies = [...]struct{ written, name string }{
	{"AAP", "AAP"}, {"AFP", "AFP"}, {"Agence France-Presse", "AFP"}, {"ANI", "ANI"}, {"ANSA", "ANSA"}, {"AP", "AP"},
	{"Associated Press", "AP"}, {"The Associated Press", "AP"}, {"Anadolu", "Anadolu"}, {"Bloomberg", "Bloomberg"},
	{"dpa", "dpa"}, {"DPA", "dpa"}, {"EFE", "EFE"}, {"IANS", "IANS"}, {"Interfax", "Interfax"}, {"Kyodo", "Kyodo"},
	{"PA", "PA"}, {"Press Association", "PA"}, {"PTI", "PTI"}, {"REUTERS", "Reuters"}, {"Reuters", "Reuters"},
	{"TASS", "TASS"}, {"UPI", "UPI"}, {"Xinhua", "Xinhua"}, {"Yonhap", "Yonhap"},
}

// creditLines is how many blocks at the start and the end can carry a credit.
const creditLines = 4

// maxCreditDepth is how far into a paragraph a dateline reaches, in bytes.
const maxCreditDepth = 120

// credits returns the agencies that an article credits with its words: in the
// brackets of its dateline, in a line of its own above or below the text, or in
// the fields of its file.
// Those of photos are left out.
func credits(a *corpus.Article) []string {
	var found []string
	for _, s := range a.Credits {
		found = append(found, named(s)...)
	}
	for i, b := range a.Blocks {
		if i >= creditLines && i < len(a.Blocks)-creditLines {
			continue
		}
		s := b.In(a.Text)
		switch {
		case b.Kind == corpus.Paragraph:
			found = append(found, inBrackets(s[:min(len(s), maxCreditDepth)])...)
			found = append(found, inBrackets(s[max(0, len(s)-maxCreditDepth):])...)
		case b.Kind == corpus.Furniture && b.Len() <= maxCreditDepth && !strings.ContainsRune(s, '/'):
			found = append(found, named(s)...)
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// inBrackets returns the agencies that stand in brackets of their own.
func inBrackets(s string) []string {
	var found []string
	for {
		at := strings.IndexByte(s, '(')
		if at < 0 {
			return found
		}
		s = s[at+1:]
		end := strings.IndexByte(s, ')')
		if end < 0 {
			return found
		}
		for _, part := range strings.FieldsFunc(s[:end], func(r rune) bool { return r == ',' || r == ';' || r == '/' }) {
			for _, g := range agencies {
				if strings.TrimSpace(part) == g.written {
					found = append(found, g.name)
				}
			}
		}
	}
}

// named returns the agencies that a line names as words.
func named(s string) []string {
	var found []string
	for _, g := range agencies {
		at := strings.Index(s, g.written)
		if at < 0 || at > 0 && isWord(s[at-1]) || at+len(g.written) < len(s) && isWord(s[at+len(g.written)]) {
			continue
		}
		found = append(found, g.name)
	}
	return found
}
