package html

import (
	"encoding/json"
	"strings"
)

// article is what JSON-LD says of a page's article.
type article struct {
	headline, body, publisher, published, modified, url, language string
	authors                                                       []string
}

// readLD returns the article that the JSON-LD scripts describe: the first that
// has a body, or else the first. Scripts that are not legal JSON are passed
// over: the page's other metadata and text remain.
func readLD(scripts []string) *article {
	var found []*article
	publishers := map[string]string{}
	for _, s := range scripts {
		var v any
		if json.Unmarshal([]byte(legalJSON(s)), &v) == nil {
			collect(v, &ldGraph{found: &found, publishers: publishers}, 0)
		}
	}
	best := &article{}
	for i, a := range found {
		if name, ok := publishers[a.publisher]; ok {
			a.publisher = name
		}
		if i == 0 || best.body == "" && a.body != "" {
			best = a
		}
	}
	if strings.Contains(best.publisher, "://") {
		best.publisher = "" // a reference that leads nowhere
	}
	return best
}

// legalJSON mends what pages get wrong most: comment marks around the script,
// and line breaks and tabs inside strings.
func legalJSON(s string) string {
	s = strings.TrimSpace(s)
	for _, mark := range []string{"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["} {
		s = strings.TrimPrefix(s, mark)
	}
	for _, mark := range []string{"-->", "//]]>", "/*]]>*/", "]]>", ";"} {
		s = strings.TrimSuffix(strings.TrimSpace(s), mark)
	}
	if !strings.ContainsAny(s, "\n\r\t") {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	quoted, escaped := false, false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case escaped:
			escaped = false
		case c == '\\':
			escaped = true
		case c == '"':
			quoted = !quoted
		case quoted && c == '\n':
			b.WriteString(`\n`)
			continue
		case quoted && (c == '\r' || c == '\t'):
			b.WriteByte(' ')
			continue
		}
		b.WriteByte(c)
	}
	return b.String()
}

type ldGraph struct {
	found      *[]*article
	publishers map[string]string
}

// maxLD bounds the depth to which a graph is searched.
const maxLD = 8

// collect finds the articles in a value, in order, and the names of
// organisations by their ids.
func collect(v any, g *ldGraph, depth int) {
	if depth > maxLD {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			collect(e, g, depth+1)
		}
	case map[string]any:
		if name := text(v["name"]); name != "" && text(v["@id"]) != "" && hasType(v, "Organization", "NewsMediaOrganization") {
			g.publishers[text(v["@id"])] = name
		}
		if hasType(v, "NewsArticle", "Article", "ReportageNewsArticle", "AnalysisNewsArticle", "BackgroundNewsArticle", "OpinionNewsArticle",
			"ReviewNewsArticle", "BlogPosting", "Report", "AdvertiserContentArticle", "LiveBlogPosting", "SocialMediaPosting", "TechArticle") {
			*g.found = append(*g.found, newArticle(v))
			return
		}
		for _, key := range []string{"@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "publisher"} {
			if e, ok := v[key]; ok {
				collect(e, g, depth+1)
			}
		}
	}
}

func newArticle(v map[string]any) *article {
	a := &article{
		headline: text(v["headline"]), body: text(v["articleBody"]), publisher: nameOf(v["publisher"]),
		published: text(v["datePublished"]), modified: text(v["dateModified"]), url: text(v["url"]), language: text(v["inLanguage"]),
	}
	if a.headline == "" {
		a.headline = text(v["name"])
	}
	if a.url == "" {
		a.url = text(v["mainEntityOfPage"])
	}
	authors, ok := v["author"].([]any)
	if !ok {
		authors = []any{v["author"]}
	}
	for _, e := range authors {
		if name := nameOf(e); name != "" && !strings.Contains(name, "://") {
			a.authors = append(a.authors, name)
		}
	}
	return a
}

// text returns a value that is a text, the first of a list, or the id or value
// of an object.
func text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		if len(v) > 0 {
			return text(v[0])
		}
	case map[string]any:
		for _, key := range []string{"@value", "@id", "name", "url"} {
			if s, ok := v[key].(string); ok {
				return strings.TrimSpace(s)
			}
		}
	}
	return ""
}

// nameOf returns the name of a person or organisation.
func nameOf(v any) string {
	switch v := v.(type) {
	case []any:
		if len(v) > 0 {
			return nameOf(v[0])
		}
	case map[string]any:
		if name := text(v["name"]); name != "" {
			return name
		}
		return text(v["@id"])
	}
	return text(v)
}

func hasType(v map[string]any, types ...string) bool {
	list, ok := v["@type"].([]any)
	if !ok {
		list = []any{v["@type"]}
	}
	for _, t := range list {
		s, _ := t.(string)
		for _, want := range types {
			if s == want || strings.HasSuffix(s, "/"+want) {
				return true
			}
		}
	}
	return false
}
