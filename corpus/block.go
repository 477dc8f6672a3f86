package corpus

import (
	"strings"

	"github.com/concord-news/concord/corpus/item"
)

// Split cuts the text of an article into blocks. They are in order and do not
// overlap, and every byte that is not white space lies in one of them.
func Split(text string) []Block { return splitTitled(text, "") }

// splitTitled is Split where the headline is known, "" where it is not.
func splitTitled(text, title string) []Block {
	p := newPage(text, title)
	p.gallery()
	p.local()
	p.headline()
	p.authors()
	p.repeats()
	p.appeals()
	p.headings()
	return p.blocks()
}

func (p *page) blocks() []Block {
	blocks := make([]Block, len(p.units))
	for i, u := range p.units {
		blocks[i] = Block{Span: u.Span, Kind: u.kind, Reason: string(u.reason)}
	}
	return blocks
}

// splitParts is Split where the file's format says what the parts of the text
// are. Headlines, headings and asides are what it says; paragraphs are still
// looked through for furniture, which pages have in the middle of their text.
func splitParts(it *item.Item) []Block {
	text, parts := it.Text, it.Parts
	p := &page{text: text, units: make([]unit, 0, len(parts))}
	titled := false
	for _, part := range parts {
		s := trim(text, Span{part.Start, part.End})
		if s.Empty() {
			continue
		}
		u := p.unit(s, true)
		switch part.Kind {
		case item.Headline:
			u.kind, titled = Headline, true
			p.title = s.In(text)
		case item.Heading:
			u.kind = Heading
		case item.Aside:
			u.kind, u.reason = Furniture, reason(part.Reason)
		}
		p.units = append(p.units, u)
	}
	p.local()
	if !titled {
		p.headline()
	}
	p.authors()
	p.repeats()
	p.appeals()
	if it.Unmarked {
		p.headings()
	}
	return p.blocks()
}

// page is the units of a text while their kinds are found.
type page struct {
	text  string
	title string
	units []unit
}

// unit is a block in the making.
type unit struct {
	Span
	look
	kind   BlockKind
	reason reason
	// blank reports a blank line above.
	blank bool
	// stop reports that the text ends as a sentence does.
	stop bool
	// low is the text in lower case on one line with straight apostrophes,
	// made for short units only.
	low string
}

// maxShort is the longest unit that the rules for lines read, in bytes. An
// appeal or a cookie notice has up to five sentences.
const maxShort = 600

func newPage(text, title string) *page {
	lines := splitLines(text)
	w := measureWrap(text, lines)
	p := &page{text: text, title: title, units: make([]unit, 0, len(lines)/2+1)}
	blank := true
	for i := 0; i < len(lines); {
		if lines[i].Empty() {
			blank = true
			i++
			continue
		}
		end := i + 1
		for end < len(lines) && !lines[end].Empty() && w.joins(text, lines[end-1], lines[end]) {
			end++
		}
		p.units = append(p.units, p.unit(lines[i].Cover(lines[end-1].Span), blank))
		blank = false
		i = end
	}
	return p
}

func (p *page) unit(s Span, blank bool) unit {
	text := s.In(p.text)
	u := unit{Span: s, look: lookAt(text), blank: blank, stop: endsSentence(text)}
	if len(text) <= maxShort && (!u.stop || u.words <= 12 || u.any(askSigns)) {
		u.low = plain(text)
	}
	return u
}

// askSigns are the hints that make a longer punctuated unit worth a second look.
const askSigns = signNewsletter | signSubscribe | signDonate | signPress | signCookie | signLegal | signMark | signMailTo |
	signYou | signReport | signAd

// plain returns s in lower case on one line with straight apostrophes.
func plain(s string) string {
	s = strings.ToLower(s)
	if strings.Contains(s, "’") {
		s = strings.ReplaceAll(s, "’", "'")
	}
	if strings.ContainsAny(s, "\n\r\t\u00a0\u2028") || strings.Contains(s, "  ") {
		s = strings.Join(strings.FieldsFunc(s, isBlank), " ")
	}
	return s
}

// open reports whether the kind of unit i is still to be found.
func (p *page) open(i int) bool { return i >= 0 && i < len(p.units) && p.units[i].kind == Paragraph }

// running reports whether unit i is a paragraph of sentences.
func (p *page) running(i int) bool {
	return p.open(i) && p.units[i].stop && p.units[i].words >= 8
}

// drop makes unit i furniture.
func (p *page) drop(i int, why reason) {
	p.units[i].kind, p.units[i].reason = Furniture, why
}
