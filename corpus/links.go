package corpus

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"slices"
	"strings"

	"github.com/concord-news/concord/corpus/format"
	"github.com/concord-news/concord/corpus/item"
)

// fetchLinks replaces the teasers of feeds by the pages that they link to. A
// teaser whose page cannot be had is a problem, and no article: half a story
// would be held against whole ones.
func (l *loader) fetchLinks(f *file, in found) {
	f.sources = slices.DeleteFunc(f.sources, func(s source) bool { return s.item.Link != "" && !l.fetchLink(f, in, s) })
	f.names = f.names[:0]
	for _, s := range f.sources {
		f.names = append(f.names, s.item.Name)
	}
}

func (l *loader) fetchLink(f *file, in found, s source) bool {
	at := in.path + ": " + s.item.Place
	if l.options.Fetcher == nil {
		f.fail(in.path, fmt.Errorf("%s: holds a teaser only, and the whole text at %s is not fetched", shown(at), s.item.Link))
		return false
	}
	got, err := l.options.Fetcher.Fetch(l.ctx, in.absolute(s.item.Link))
	if err != nil {
		f.fail(in.path, fmt.Errorf("%s: holds a teaser only, and the whole text cannot be had: %w", shown(at), err))
		return false
	}
	src := format.Bytes(path.Base(got.URL), got.Body)
	src.URL, src.Charset = item.Stated{Value: got.URL, From: "feed"}, got.Charset
	var page *item.Item
	_, err = format.Read(src, format.Sink{
		Sink:   item.Sink{Item: func(it *item.Item) { page = it }, Fault: func(_ string, e error) { err = errors.Join(err, e) }},
		Passed: func(string, string) {},
	})
	if page == nil {
		if err == nil {
			err = format.ErrNoArticle
		}
		f.fail(in.path, fmt.Errorf("%s: holds a teaser only, and %s cannot be read: %w", shown(at), got.URL, err))
		return false
	}
	teaser := s.item
	page.Place, page.Name, page.Format = teaser.Place, teaser.Name, teaser.Format+", page fetched"
	page.Title, page.Outlet, page.Byline = page.Title.Or(teaser.Title), page.Outlet.Or(teaser.Outlet), page.Byline.Or(teaser.Byline)
	page.Published, page.Modified = page.Published.Or(teaser.Published), page.Modified.Or(teaser.Modified)
	sum := hash(page.Bytes)
	page.Bytes = nil
	for i := range f.sources {
		if f.sources[i].item == teaser {
			f.sources[i].item, f.sources[i].text, f.sources[i].sha = page, page.Text, sum
		}
	}
	return true
}

// absolute is the address of a link in what was fetched.
func (in found) absolute(link string) string {
	if in.body == nil {
		return link
	}
	base, err := url.Parse(in.body.URL)
	if err != nil {
		return link
	}
	to, err := base.Parse(link)
	if err != nil {
		return link
	}
	return to.String()
}

// isAddress reports whether a path on the command line is a web address.
func isAddress(p string) bool {
	return strings.HasPrefix(p, "http://") || strings.HasPrefix(p, "https://")
}

// stdinPath is the path that stands for standard input.
const stdinPath = "-"

// stdinName is the ID of what standard input holds.
const stdinName = "stdin"

// address finds what a web address gives.
func (l *loader) address(p string) (found, bool) {
	if l.options.Fetcher == nil {
		l.fail(p, fmt.Errorf("%s: web addresses are not fetched here", shown(p)))
		return found{}, false
	}
	got, err := l.options.Fetcher.Fetch(l.ctx, p)
	if err != nil {
		l.fail(p, err)
		return found{}, false
	}
	return found{id: addressID(p), path: p, given: true, body: got}, true
}

// addressID makes an ID of an address: its host and path.
func addressID(p string) string {
	u, err := url.Parse(p)
	if err != nil {
		return p
	}
	id := u.Host + path.Clean("/"+u.Path)
	if u.RawQuery != "" {
		id += "?" + u.RawQuery
	}
	return strings.TrimSuffix(id, "/")
}

// stdin reads all of standard input.
func (l *loader) stdin() (found, bool) {
	if l.options.Stdin == nil {
		l.fail(stdinPath, errors.New("standard input is not read here"))
		return found{}, false
	}
	b, err := io.ReadAll(io.LimitReader(l.options.Stdin, MaxFileSize+1))
	if err == nil && len(b) > MaxFileSize {
		err = errors.New("is larger than 64 MiB, the most that is read of it; give a file")
	}
	if err == nil && l.ctx.Err() != nil {
		err = context.Cause(l.ctx)
	}
	if err != nil {
		l.fail(stdinPath, fmt.Errorf("standard input: %w", err))
		return found{}, false
	}
	return found{id: stdinName, path: stdinName, given: true, body: &Fetched{Body: b}}, true
}
