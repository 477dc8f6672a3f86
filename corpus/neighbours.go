package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxHeadline is the longest headline, in words. The longest in print have
// about 20; pages add a standfirst.
const maxHeadline = 30

// headline finds the title: the manifest's where a line has its words, or else
// the first line above the text that is no sentence.
func (p *page) headline() {
	want := plain(p.title)
	for i := range p.units {
		if i >= headBlocks {
			break
		}
		u := &p.units[i]
		if want != "" && u.Len() <= 2*len(want) && plain(u.In(p.text)) == want {
			u.kind, u.reason = Headline, ""
			return
		}
	}
	for i := range p.units {
		u := &p.units[i]
		if u.kind != Paragraph {
			continue
		}
		mark := lastMark(u.In(p.text))
		open := !u.stop || mark == '?' || mark == '!' || u.titleCase() && u.words >= 4 && u.sentences <= 1
		if open && u.words <= maxHeadline && mark != ':' && mark != ',' && len(p.units) > 1 {
			u.kind = Headline
		}
		return
	}
}

// authors finds author boxes and the name lines of bylines.
func (p *page) authors() {
	first, last := p.body()
	for i := range p.units {
		u := &p.units[i]
		switch {
		case u.kind == Furniture && u.reason == reasonAuthor:
			p.authorBox(i + 1)
		case u.kind != Paragraph:
		case p.isNameLine(i) && (i < first || p.isNameLine(i+1) || p.isNameLine(i-1)):
			p.drop(i, reasonByline)
			p.authorBox(i + 1)
		case (i <= first || i >= last) && p.isBiography(i):
			p.drop(i, reasonAuthor)
		}
	}
}

// body returns the first and the last running paragraph, leaving out
// biographies, which stand above or below the text.
func (p *page) body() (first, last int) {
	first, last = len(p.units), -1
	for i := range p.units {
		if p.running(i) {
			first = min(first, i)
			last = i
		}
	}
	return first, last
}

// authorBox drops what belongs to the author above: names, roles and a
// biography.
func (p *page) authorBox(i int) {
	for ; p.open(i) && p.isNameLine(i); i++ {
		p.drop(i, reasonAuthor)
	}
	if p.open(i) && p.isBiography(i) {
		p.drop(i, reasonAuthor)
	}
}

// isNameLine reports whether unit i looks like a person's name on a line.
func (p *page) isNameLine(i int) bool {
	if i < 0 || i >= len(p.units) {
		return false
	}
	u := &p.units[i]
	byline := u.kind == Furniture && (u.reason == reasonByline || u.reason == reasonAuthor)
	if u.kind != Paragraph && !byline || u.stop || u.words > 5 || u.words < 1 || u.digits > 0 || u.quotes > 0 {
		return false
	}
	for _, w := range strings.FieldsFunc(u.In(p.text), isBlank) {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "de" && w != "van" && w != "von" && w != "and" && w != "al" {
			return false
		}
	}
	return lastMark(u.In(p.text)) != ':'
}

// isBiography reports whether unit i says who an author is: a name, "is a",
// a calling of the press, and the verbs of a career.
func (p *page) isBiography(i int) bool {
	u := &p.units[i]
	if u.words < 6 || !u.upperStart || !u.has(signRole) {
		return false
	}
	s := plain(u.In(p.text)[:min(u.Len(), 260)])
	at := strings.Index(s, " is a")
	if j := strings.Index(s, " is the "); at < 0 || j >= 0 && j < at {
		at = j
	}
	if at < 0 || at > 60 || !onlyNames(u.In(p.text)[:min(at, u.Len())]) && !strings.HasPrefix(s, "the author") {
		return false
	}
	role := false
	for _, w := range strings.FieldsFunc(s[at:], func(r rune) bool { return !unicode.IsLetter(r) }) {
		role = role || isPressRole(w)
	}
	return role && (u.any(signCareer) || p.afterAuthor(i) || i == len(p.units)-1)
}

func (p *page) afterAuthor(i int) bool {
	if i == 0 {
		return false
	}
	u := &p.units[i-1]
	return u.kind == Furniture && (u.reason == reasonAuthor || u.reason == reasonByline)
}

func isPressRole(w string) bool {
	switch w {
	case "journalist", "reporter", "correspondent", "analyst", "editor", "writer", "columnist", "contributor", "author",
		"freelancer", "producer", "photographer", "photojournalist", "blogger", "commentator", "fellow", "intern":
		return true
	}
	return false
}

// minRepeat is how many words a punctuated unit needs for its second copy to
// be furniture: short sentences can return in dialogue.
const minRepeat = 6

// repeats drops second copies.
func (p *page) repeats() {
	seen := make(map[string]bool, len(p.units))
	for i := range p.units {
		u := &p.units[i]
		text := u.In(p.text)
		if u.Len() > maxLook*2 {
			continue // a slide show or a whole article on one line
		}
		if seen[text] && u.kind != Furniture && (!u.stop || u.words >= minRepeat) {
			p.drop(i, reasonRepeat)
		}
		seen[text] = true
	}
}

// headings parts the remaining lines without a full stop into headings of this
// story, headlines of others, and text.
func (p *page) headings() {
	// Lines between the headline and the text are its standfirst.
	titled := false
	first, _ := p.body()
	for i := range p.units {
		u := &p.units[i]
		titled = titled || u.kind == Headline
		switch {
		case u.kind != Paragraph || u.stop || u.words > maxHeadline:
		case titled && i < first && first < len(p.units) && u.words >= 6 && !u.titleCase():
		default:
			p.heading(i)
		}
	}
}

// heading decides about one line that does not end as a sentence.
func (p *page) heading(i int) {
	u := &p.units[i]
	text := u.In(p.text)
	switch mark := lastMark(text); {
	case strings.HasPrefix(text, "- ") && strings.HasSuffix(text, " -") && u.words <= 8:
		u.kind = Heading
		return
	case mark == ':' || mark == ',' || mark == ';' || mark == '—' || mark == '–' || mark == '-':
		return // goes on in the next unit
	case u.lowerStart || startsItem(text) || u.digits > 0 && strings.Contains(text, ": "):
		return // an item of a list
	case isCaption(u, text), isQuoted(u, text):
		return
	}
	next := p.nextRunning(i)
	if isClause(u) && (next >= 0 || !p.afterLink(i)) {
		return
	}
	switch {
	case u.words <= 5, next >= 0 && u.words <= 8 && u.quotes+strings.Count(text, "'") >= 2 && strings.ContainsRune(openQuotes, firstRune(text)):
		u.kind = Heading
	case next >= 0 && u.titleCase() && (u.words <= 6 || p.shared(i, next) >= minSharedTitle):
		u.kind = Heading
	case next >= 0 && p.shared(i, next) >= minShared:
		u.kind = Heading
	default:
		p.drop(i, reasonOther)
	}
}

// afterLink reports whether the unit above i is a link to another story.
func (p *page) afterLink(i int) bool {
	return i > 0 && p.units[i-1].kind == Furniture && (p.units[i-1].reason == reasonMore || p.units[i-1].reason == reasonOther)
}

// minClause is the length of line, in words, from which its grammar tells a
// sentence of the story from a headline.
const minClause = 9

// isClause reports whether a line is written as sentences are, and headlines
// are not: headlines leave out articles and auxiliaries. Summaries between
// paragraphs and captions are such lines.
func isClause(u *unit) bool {
	if u.words < minClause || u.titleCase() {
		return false
	}
	n := 0
	for i, w := range strings.FieldsFunc(u.low, notWordRune) {
		switch w {
		case "the", "a", "an", "was", "were", "been", "had", "has", "have", "that", "is", "are":
			n++
		case "why", "how", "what", "who", "where", "when", "here", "this":
			if i == 0 {
				return false
			}
		}
	}
	// "On the pier: Engineers were seen at work": captions of some papers.
	if at := strings.Index(u.low, ": "); at > 0 && at < 25 && !u.any(signMore) {
		n++
	}
	return n >= 2
}

const openQuotes = "\"'“‘"

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// isQuoted recognises words of a speaker or a post from a network, which often
// lack a full stop.
func isQuoted(u *unit, text string) bool {
	return u.quotes >= 2 && u.words >= 10 && strings.ContainsRune("\"“", firstRune(text)) || strings.Contains(text, "(@")
}

// isCaption recognises the caption of a picture by its credit: an agency in
// brackets at the end, or in front of the sentence, where the next word is an
// article with a capital.
func isCaption(u *unit, text string) bool {
	if u.words < 6 {
		return false
	}
	if u.first&(signAgency|signNetwork) != 0 {
		return true
	}
	if at := strings.LastIndexAny(text, "(["); at > 0 && strings.ContainsRune(")]", lastRune(text)) {
		if l := lookAt(text[at:]); l.any(signAgency|signCredit) || endsSentence(text[:at]) {
			return true
		}
	}
	if u.titleCase() {
		return false
	}
	words := strings.Fields(text[:min(len(text), 60)])
	for i := 1; i < len(words) && i < 4; i++ {
		switch words[i] {
		case "A", "An", "The", "One", "Two", "This", "These":
			return true
		}
	}
	return false
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

func (p *page) nextRunning(i int) int {
	for j := i + 1; j < len(p.units) && j <= i+2; j++ {
		if p.running(j) {
			return j
		}
	}
	return -1
}

// minShared is the share of a heading's longer words that come back in the
// paragraph below it. Headings of other stories on the same theme share a
// name or two: up to a quarter in the pages looked at. In title case, which
// few pages give to their links, half of that is enough.
const minShared, minSharedTitle = 0.34, 0.17

// shared returns the share of the longer words of line i that are in
// paragraph j.
func (p *page) shared(i, j int) float64 {
	body := plain(p.units[j].In(p.text)[:min(p.units[j].Len(), maxLook)])
	have := map[string]bool{}
	for _, w := range strings.FieldsFunc(body, notWordRune) {
		have[stem(w)] = true
	}
	words, hits := 0, 0
	for _, w := range strings.FieldsFunc(p.units[i].low, notWordRune) {
		if len(w) < 4 {
			continue
		}
		words++
		if have[stem(w)] {
			hits++
		}
	}
	return float64(hits) / float64(max(words, 1))
}

func notWordRune(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }

// stem cuts a word to its first five bytes: enough to find "territory" in
// "territorial", and no more is needed.
func stem(w string) string { return w[:min(len(w), 5)] }
