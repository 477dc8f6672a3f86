package corpus

import "strings"

// captionControl is what pages put after each caption of a slide show,
// followed by "3 of 10".
const captionControl = "Hide Caption"

// ReasonGallery is the reason of the controls of a slide show. Each follows the
// caption of its picture.
const ReasonGallery = string(reasonGallery)

// gallery cuts the captions of slide shows loose from the controls and the
// title that each repeats: a caption is text of the story.
func (p *page) gallery() {
	if !strings.Contains(p.text, captionControl) {
		return
	}
	var parts []Span
	for _, u := range p.units {
		parts = append(parts, captions(p.text, u.Span)...)
	}
	title := commonTitle(p.text, parts)
	var out []unit
	for _, u := range p.units {
		if !strings.Contains(u.In(p.text), captionControl) {
			out = append(out, u)
			continue
		}
		at := u.Start
		for _, c := range captions(p.text, u.Span) {
			out = p.control(out, Span{at, c.Start})
			out = p.caption(out, c, title)
			at = c.End
		}
		out = p.control(out, Span{at, u.End})
	}
	p.units = out
}

// control adds the words of s as furniture.
func (p *page) control(out []unit, s Span) []unit {
	if s = trim(p.text, s); s.Empty() {
		return out
	}
	u := p.unit(s, false)
	u.kind, u.reason = Furniture, reasonGallery
	return append(out, u)
}

// caption adds a caption, without the title of the show in front.
func (p *page) caption(out []unit, s Span, title string) []unit {
	for title != "" && strings.HasPrefix(s.In(p.text)+" ", title) {
		end := min(s.Start+len(title), s.End)
		out = p.control(out, Span{s.Start, end})
		s = trim(p.text, Span{end, s.End})
	}
	if s.Empty() {
		return out
	}
	return append(out, p.unit(s, false))
}

// captions returns what stands before each control in s.
func captions(text string, s Span) []Span {
	var out []Span
	for start := s.Start; ; {
		at := strings.Index(text[start:s.End], captionControl)
		if at < 0 {
			return out
		}
		if c := trim(text, Span{start, start + at}); !c.Empty() {
			out = append(out, c)
		}
		start += at + len(captionControl)
		// The count after it, " 3 of 10".
		rest := text[start:s.End]
		start += len(rest) - len(strings.TrimLeft(rest, " 0123456789of"))
	}
}

// commonTitle returns what all captions begin with, in whole words; "" where
// there are too few of them to tell.
func commonTitle(text string, parts []Span) string {
	if len(parts) < 2 {
		return ""
	}
	title := parts[0].In(text) + " "
	for _, c := range parts[1:] {
		s, n := c.In(text)+" ", 0
		for n < len(title) && n < len(s) && title[n] == s[n] {
			n++
		}
		title = title[:n]
	}
	return title[:strings.LastIndexByte(title, ' ')+1]
}
