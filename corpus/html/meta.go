package html

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"github.com/concord-news/concord/corpus/item"
)

// facts is what a page says of itself outside its text.
type facts struct {
	// meta are the values of meta elements by name or property in lower case,
	// the first of each.
	meta map[string]string
	// ld are the JSON-LD scripts.
	ld        []string
	title, h1 string
	canonical string
	lang      string
	times     []moment
	saved     string
}

// moment is a time element.
type moment struct {
	datetime, text string
	published      bool
}

// readFacts walks the page once.
func readFacts(doc *html.Node) *facts {
	f := &facts{meta: map[string]string{}}
	for n := range doc.Descendants() {
		if n.Type == html.CommentNode {
			f.comment(n.Data)
		}
		if n.Type != html.ElementNode {
			continue
		}
		switch n.Data {
		case "html":
			f.lang = attr(n, "lang")
		case "meta":
			f.metaElement(n)
		case "title":
			if f.title == "" && (n.Parent == nil || n.Parent.Data != "svg") {
				f.title = item.Line(textOf(n))
			}
		case "h1":
			if f.h1 == "" {
				f.h1 = item.Line(textOf(n))
			}
		case "link":
			if strings.EqualFold(attr(n, "rel"), "canonical") && f.canonical == "" {
				f.canonical = attr(n, "href")
			}
		case "script":
			if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
				f.ld = append(f.ld, textOf(n))
			}
		case "time":
			f.timeElement(n)
		}
	}
	return f
}

// comment reads the address that browsers write into pages they save.
func (f *facts) comment(s string) {
	if i := strings.Index(s, "saved from url=("); i >= 0 && f.saved == "" {
		if _, rest, ok := strings.Cut(s[i:], ")"); ok {
			f.saved = strings.TrimSpace(rest)
		}
	}
	if i := strings.Index(s, "Page saved with SingleFile"); i >= 0 && f.saved == "" {
		if _, rest, ok := strings.Cut(s[i:], "url:"); ok {
			f.saved = strings.Fields(rest + " -")[0]
		}
	}
}

func (f *facts) metaElement(n *html.Node) {
	value := item.Line(attr(n, "content"))
	if value == "" {
		return
	}
	for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
		if name := strings.ToLower(attr(n, key)); name != "" && f.meta[name] == "" {
			f.meta[name] = value
		}
	}
}

// maxTimes bounds the time elements that are kept: comments have one each.
const maxTimes = 50

func (f *facts) timeElement(n *html.Node) {
	if len(f.times) >= maxTimes {
		return
	}
	about := strings.ToLower(attr(n, "itemprop") + " " + attr(n, "class"))
	f.times = append(f.times, moment{datetime: attr(n, "datetime"), text: item.Line(textOf(n)), published: strings.Contains(about, "publish")})
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return strings.TrimSpace(a.Val)
		}
	}
	return ""
}

func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			b.WriteString(d.Data)
		}
	}
	return b.String()
}

// The places of a page that facts come from.
const (
	fromLD        = "JSON-LD"
	fromOpenGraph = "OpenGraph"
	fromMeta      = "meta"
	fromTime      = "time element"
	fromH1        = "heading"
	fromTitle     = "title element"
	fromCanonical = "canonical link"
	fromSaved     = "comment of the browser that saved it"
	fromAddress   = "web address"
	fromLangAttr  = "lang attribute"
)

// state returns the first of the meta elements named that has a value.
func (f *facts) state(from string, names ...string) item.Stated {
	for _, n := range names {
		if v := f.meta[n]; v != "" {
			return item.Stated{Value: v, From: from}
		}
	}
	return item.Stated{}
}

func (f *facts) moment(from string, names ...string) item.Moment {
	for _, n := range names {
		if m := item.ParseMoment(f.meta[n], from); m.Known() {
			return m
		}
	}
	return item.Moment{}
}

// fill writes into it what the page says, JSON-LD first, then OpenGraph, then
// other meta elements, then what is written on the page.
func (f *facts) fill(it *item.Item, ld *article) {
	site := f.state(fromOpenGraph, "og:site_name")
	it.Outlet = item.Stated{Value: ld.publisher, From: fromLD}.Or(site).
		Or(f.state(fromMeta, "application-name", "dc.publisher", "citation_journal_title", "publisher"))
	it.Title = item.Stated{Value: item.Line(ld.headline), From: fromLD}.
		Or(f.state(fromOpenGraph, "og:title")).Or(f.state(fromMeta, "headline", "dc.title", "parsely-title", "sailthru.title", "twitter:title")).
		Or(item.Stated{Value: f.h1, From: fromH1}).Or(item.Stated{Value: f.title, From: fromTitle})
	it.Title.Value = withoutSite(it.Title.Value, site.Value, it.Outlet.Value)
	it.Byline = item.Stated{Value: strings.Join(ld.authors, ", "), From: fromLD}.
		Or(f.state(fromMeta, "author", "byl", "dc.creator", "parsely-author", "sailthru.author"))
	it.URL = f.address(ld)
	it.Language = item.Stated{Value: ld.language, From: fromLD}.Or(f.state(fromOpenGraph, "og:locale")).Or(item.Stated{Value: f.lang, From: fromLangAttr})
	it.Published = item.ParseMoment(ld.published, fromLD).Or(f.moment(fromOpenGraph, "article:published_time", "og:article:published_time", "og:published_time")).
		Or(f.moment(fromMeta, "datepublished", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "dc.date.issued", "dcterms.created",
			"dc.date", "date", "originalpublicationdate", "article.published", "cxenseparse:recs:publishtime", "publication_date")).
		Or(f.written()).Or(f.dated(it.URL.Value))
	it.Modified = item.ParseMoment(ld.modified, fromLD).Or(f.moment(fromOpenGraph, "article:modified_time", "og:updated_time")).
		Or(f.moment(fromMeta, "datemodified", "lastmod", "dcterms.modified", "last-modified", "revised"))
}

// address returns the page's own address.
func (f *facts) address(ld *article) item.Stated {
	for _, s := range []item.Stated{
		{Value: f.canonical, From: fromCanonical}, f.state(fromOpenGraph, "og:url"), {Value: ld.url, From: fromLD}, {Value: f.saved, From: fromSaved},
	} {
		if u, err := url.Parse(s.Value); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
			return s
		}
	}
	return item.Stated{}
}

// written returns the time of a time element: the one that says it is the
// publication, or else the first.
func (f *facts) written() item.Moment {
	var first item.Moment
	for _, t := range f.times {
		m := item.ParseMoment(t.datetime, fromTime).Or(item.ParseMoment(t.text, fromTime))
		if m.Known() && t.published {
			return m
		}
		first = first.Or(m)
	}
	return first
}

// dated returns the day that an address has in its path, as 2026/03/09.
func (f *facts) dated(address string) item.Moment {
	u, err := url.Parse(address)
	if err != nil {
		return item.Moment{}
	}
	parts := strings.Split(u.Path, "/")
	for i := 0; i+2 < len(parts); i++ {
		if len(parts[i]) == 4 && len(parts[i+1]) == 2 && len(parts[i+2]) == 2 {
			return item.ParseMoment(parts[i]+"-"+parts[i+1]+"-"+parts[i+2], fromAddress)
		}
	}
	return item.Moment{}
}

// withoutSite cuts the name of the site off a title: "Bridge shut | The Post".
func withoutSite(title string, sites ...string) string {
	for _, site := range sites {
		for _, sep := range []string{" | ", " - ", " – ", " — ", " · ", " :: "} {
			if cut, ok := strings.CutSuffix(title, sep+site); ok && site != "" && cut != "" {
				return strings.TrimSpace(cut)
			}
		}
	}
	return title
}
