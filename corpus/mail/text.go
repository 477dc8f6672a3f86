package mail

import (
	"net/mail"
	"strings"

	"github.com/concord-news/concord/corpus/html"
	"github.com/concord-news/concord/corpus/item"
)

// minPlainShare is how much of the HTML part's text the plain part must have
// to be the article: some newsletters write only "see this in a browser".
const minPlainShare = 0.6

// item makes the article of the text parts.
func (r *reader) item(h mail.Header) *item.Item {
	it := r.saved(h)
	if it != nil {
		return it
	}
	it = &item.Item{
		Format: Format,
		Title:  item.Stated{Value: subject(r.header(h, "Subject")), From: fromHeader},
		URI:    strings.Trim(h.Get("Message-Id"), "<> "),
	}
	it.Published = moment(h)
	if from, err := (&mail.AddressParser{WordDecoder: r.words}).Parse(h.Get("From")); err == nil {
		it.Outlet = item.Stated{Value: item.Line(from.Name), From: "mail sender"}
		if _, host, ok := strings.Cut(from.Address, "@"); ok && it.Outlet.Value == "" {
			it.Outlet.Value = host
		}
	}
	var plain, marked item.Builder
	plain.Headline(it.Title.Value)
	marked.Headline(it.Title.Value)
	for _, d := range r.plain {
		addPlain(&plain, d)
		it.Charset = item.Stated{Value: d.Name, From: d.From}
	}
	for _, d := range r.html {
		if html.Fragment(&marked, body(d.Text)) != nil {
			html.Plain(&marked, d.Text)
		}
		it.Charset = it.Charset.Or(item.Stated{Value: d.Name, From: d.From})
	}
	out := &plain
	if float64(plain.Len()) < minPlainShare*float64(marked.Len()) {
		out = &marked
	}
	if out.Len() <= len(it.Title.Value) {
		return it // no more than the subject
	}
	out.Into(it)
	withoutRepeat(it)
	return it
}

// withoutRepeat sets aside a first line that only says the subject again.
func withoutRepeat(it *item.Item) {
	if len(it.Parts) > 2 && it.Parts[0].Kind == item.Headline && item.Line(it.Text[it.Parts[1].Start:it.Parts[1].End]) == it.Title.Value {
		it.Parts[1].Kind, it.Parts[1].Reason = item.Aside, "repeated headline"
	}
}

// saved returns the article of a page that a browser saved as MHTML, or nil.
func (r *reader) saved(h mail.Header) *item.Item {
	address := h.Get("Snapshot-Content-Location")
	if len(r.html) == 0 || address == "" && !strings.HasPrefix(h.Get("From"), "<Saved by") {
		return nil
	}
	it, err := html.Read(r.html[0].bytes, html.Options{URL: item.Stated{Value: address, From: fromHeader}, Charset: r.html[0].declared})
	if err != nil {
		return nil
	}
	it.Format = "saved page (MHTML)"
	return it
}

func moment(h mail.Header) item.Moment {
	t, err := mail.ParseDate(h.Get("Date"))
	if err != nil || t.Year() < 1900 || t.Year() > 2099 {
		return item.ParseMoment(h.Get("Date"), fromHeader)
	}
	return item.Moment{Time: t.UTC(), Clock: true, From: fromHeader}
}

// subject cuts off what mail programs put before a subject.
func subject(s string) string {
	for {
		cut := s
		for _, p := range []string{"Re:", "RE:", "Fwd:", "FWD:", "Fw:", "FW:"} {
			cut = strings.TrimSpace(strings.TrimPrefix(cut, p))
		}
		if cut == s {
			return s
		}
		s = cut
	}
}

// body returns what stands between the body tags.
func body(s string) string {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return s
	}
	if i := strings.Index(low, "<body"); i >= 0 {
		return s[i:]
	}
	return s
}

// addPlain appends a plain part: wrapped lines joined, quotation marks of
// replies taken off, the signature set aside.
func addPlain(b *item.Builder, d decoded) {
	text := strings.ReplaceAll(d.Text, "\r\n", "\n")
	if d.flowed {
		text = strings.ReplaceAll(text, " \n", " ")
	}
	main, signature, signed := strings.Cut("\n"+text, "\n-- \n")
	html.Plain(b, strings.TrimPrefix(main, "\n"))
	if signed {
		b.Aside("signature", signature)
	}
}
