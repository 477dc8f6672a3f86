package corpus

import "strings"

// reason says what kind of furniture a block is.
type reason string

const (
	reasonMenu       reason = "menu or skip link"
	reasonAd         reason = "advertisement mark"
	reasonMedia      reason = "picture or player control"
	reasonCredit     reason = "photo or agency credit"
	reasonShare      reason = "share link"
	reasonComments   reason = "comments"
	reasonReading    reason = "reading time"
	reasonSpeed      reason = "playback control"
	reasonMore       reason = "link to other stories"
	reasonOther      reason = "headline of another story"
	reasonAuthor     reason = "author box"
	reasonByline     reason = "byline"
	reasonDate       reason = "date line"
	reasonDateline   reason = "dateline"
	reasonNewsletter reason = "newsletter appeal"
	reasonSubscribe  reason = "subscription appeal"
	reasonDonate     reason = "donation appeal"
	reasonReader     reason = "appeal to readers"
	reasonCookie     reason = "cookie notice"
	reasonLegal      reason = "copyright or legal line"
	reasonContact    reason = "contact line"
	reasonLink       reason = "bare link"
	reasonDivider    reason = "divider"
	reasonRepeat     reason = "repeated text"
	reasonGallery    reason = "photo gallery"
)

// local finds the furniture that shows by itself, without its neighbours.
func (p *page) local() {
	for i := range p.units {
		u := &p.units[i]
		if u.letters+u.digits == 0 {
			p.drop(i, reasonDivider)
			continue
		}
		if u.kind != Paragraph || u.low == "" {
			continue
		}
		if why := u.lineReason(u.In(p.text)); why != "" {
			p.drop(i, why)
		}
	}
}

// lineReason asks the rules for one line in the order of how sure they are.
func (u *unit) lineReason(text string) reason {
	key := strings.Trim(u.low, " -–—•*|>»«…:.!#[]")
	if why := exactLine(key); why != "" {
		return why
	}
	for _, rule := range []func(*unit, string, string) reason{
		linkLine, mediaLine, speedLine, dateLine, legalLine, contactLine, adLine, bylineLine, creditLine,
		shareLine, commentLine, moreLine, newsletterLine, donateLine, cookieLine, readerLine,
	} {
		if why := rule(u, key, text); why != "" {
			return why
		}
	}
	return ""
}

// exactLine knows lines that are furniture to the letter wherever they stand.
func exactLine(key string) reason {
	switch key {
	case "menu", "home", "search", "close", "open menu", "main menu", "sections", "navigation", "log in", "login",
		"sign in", "register", "my account", "back to top", "toggle navigation", "top", "prev", "previous", "next",
		"next article", "previous article", "view all", "see all", "load more", "show more", "show less", "more", "skip",
		"breadcrumb", "edition", "topics", "tags", "faq", "about us", "contact us", "sitemap", "print edition":
		return reasonMenu
	case "advertisement", "advertisment", "advertisements", "ad", "ads", "sponsored", "sponsored content", "promoted",
		"paid content", "advertising", "advertisement continue reading the main story", "continue reading the main story":
		return reasonAd
	case "photo", "photos", "video", "videos", "gallery", "watch", "listen", "play", "pause", "audio", "image", "live",
		"play video", "scroll down for video", "scroll down for videos", "enlarge this image", "enlarge image",
		"hide caption", "toggle caption", "image caption", "media caption", "picture", "slideshow", "replay", "mute",
		"unmute", "fullscreen", "loading", "graphic", "photo gallery", "image gallery", "live updates":
		return reasonMedia
	case "share", "tweet", "email", "print", "copy link", "facebook", "twitter", "whatsapp", "linkedin", "reddit",
		"share this", "save", "bookmark", "link copied", "copied", "follow us", "follow", "like", "social media":
		return reasonShare
	case "comments", "comment", "leave a reply", "join the conversation", "join the discussion", "reply":
		return reasonComments
	case "read more", "read also", "also read", "related", "related articles", "related stories", "related content",
		"related news", "related coverage", "related topics", "related links", "recommended", "recommended for you",
		"you may also like", "you might also like", "most read", "most popular", "trending", "trending now", "popular",
		"latest news", "latest stories", "top stories", "more stories", "up next", "read next", "continue reading",
		"keep reading", "don't miss", "in other news", "must read", "editor's picks", "editors' picks", "see also",
		"more news", "more on this story", "elsewhere", "latest", "promoted stories", "more like this", "what to read next":
		return reasonMore
	case "about the author", "about the authors", "about author", "about the writer", "meet the author",
		"more from author", "more from the author", "more from this author", "author", "written by", "the author":
		return reasonAuthor
	case "subscribe", "subscribe now", "newsletter", "newsletters", "sign up", "sign up now":
		return reasonSubscribe
	case "donate", "donate now", "support us", "join us", "support our work", "support our journalism", "become a member":
		return reasonDonate
	}
	return ""
}

// linkLine: a web address, or nothing but hash tags and handles.
func linkLine(_ *unit, _, text string) reason {
	words := strings.FieldsFunc(text, isBlank)
	// No word has more than 25 letters; what has is an address or a page's key.
	if len(words) == 1 && (strings.Contains(words[0], "://") || strings.HasPrefix(words[0], "www.") || len(words[0]) > 25) {
		return reasonLink
	}
	for _, w := range words {
		if len(w) < 2 || w[0] != '#' && w[0] != '@' {
			return ""
		}
	}
	return reasonLink
}

// mediaLine: the controls of pictures, players and slide shows.
func mediaLine(u *unit, key, _ string) reason {
	if u.stop || !u.any(signCaptions) {
		return ""
	}
	switch {
	case strings.HasPrefix(key, "slideshow (") || strings.HasPrefix(key, "scroll down") || strings.HasPrefix(key, "scroll to"):
		return reasonMedia
	case (u.sentences == 0 || u.words <= 12) && (strings.Contains(key, "toggle caption") || strings.Contains(key, "enlarge this image")),
		strings.Contains(key, "replay more videos"):
		return reasonMedia
	case strings.HasPrefix(key, "skip to ") || strings.HasPrefix(key, "jump to ") || strings.HasPrefix(key, "back to "):
		return reasonMenu
	}
	return ""
}

// speedLine: "1.0x", "00:00 / 05:12", "4 min read", "Reading time: 4 minutes".
func speedLine(u *unit, key, _ string) reason {
	if u.words > 8 || u.digits == 0 {
		return ""
	}
	if rest := strings.Trim(key, "0123456789.:/ "); rest == "x" || rest == "" && strings.Contains(key, ":") && u.letters == 0 {
		return reasonSpeed
	}
	if u.has(signMinute) && (strings.Contains(key, "read") || strings.Contains(key, "listen") || strings.Contains(key, "watch")) &&
		(strings.Contains(key, "min") || strings.Contains(key, "sec")) && !u.stop && !u.any(signSaid) {
		return reasonReading
	}
	return ""
}

// dateLine: a time of publication and nothing else.
func dateLine(u *unit, key, text string) reason {
	if !u.any(signDay|signNumber) || u.words > 30 || u.digits == 0 {
		return ""
	}
	words := dateWords(text)
	if isDateLine(words) {
		return reasonDate
	}
	if !u.stop && (strings.Contains(key, "updated: ") || strings.Contains(key, "published: ")) {
		if _, ok := dateIn(words); ok {
			return reasonDate
		}
	}
	if u.stop && !strings.HasSuffix(text, "m.") || u.words > 14 {
		return ""
	}
	first := strings.ToLower(strings.Trim(words[0], ":"))
	switch first {
	case "published", "updated", "posted", "modified", "last":
		if _, ok := dateIn(words); ok {
			return reasonDate
		}
	}
	return ""
}

// legalLine: copyright, terms, registration numbers.
func legalLine(u *unit, key, _ string) reason {
	// A © inside a longer line is the credit of a caption.
	if u.any(signMark) && (u.words <= 8 || strings.HasPrefix(key, "©") || strings.HasPrefix(key, "copyright") ||
		strings.Contains(key, "rights reserved")) {
		return reasonLegal
	}
	if !u.any(signLegal) {
		return ""
	}
	switch {
	case strings.Contains(key, "all rights reserved"), strings.HasPrefix(key, "copyright 19"), strings.HasPrefix(key, "copyright 20"),
		strings.HasPrefix(key, "copyright (c)"):
		return reasonLegal
	case strings.Contains(key, "may not be published") || strings.Contains(key, "may not be reproduced") ||
		strings.Contains(key, "rewritten or redistributed"):
		return reasonLegal
	case u.words <= 12 && !u.any(signSaid) && (strings.Contains(key, "terms of use") || strings.Contains(key, "terms of service") ||
		strings.Contains(key, "privacy policy") || strings.Contains(key, "terms and conditions")):
		return reasonLegal
	case !u.stop && u.digits >= 5 && u.words <= 14 && (strings.Contains(key, "registration n") || strings.HasPrefix(key, "licen")):
		return reasonLegal
	case strings.HasPrefix(key, "this article was originally published") || strings.HasPrefix(key, "this story was originally published"):
		return reasonLegal
	}
	return ""
}

// contactLine: an address to write to, with a word to the reader.
func contactLine(u *unit, key, _ string) reason {
	if u.has(signMailTo) && hasMailAddress(key) && !u.any(signSaid) && u.words <= 40 &&
		(u.any(signYou|signWe) || !u.stop && strings.Contains(key, "mail: ") || u.first&(signImperative|signShare) != 0 || u.words <= 8 && !u.stop) {
		return reasonContact
	}
	return ""
}

// hasMailAddress tells "desk@paper.example" from the "@desk" of a network.
func hasMailAddress(s string) bool {
	for i := 1; i+1 < len(s); i++ {
		if s[i] == '@' && wordByte(s, i-1) && wordByte(s, i+1) {
			return true
		}
	}
	return false
}

// adLine: "Story continues below advertisement".
func adLine(u *unit, key, _ string) reason {
	if u.words > 8 || u.stop && u.words > 5 || !u.any(signAd|signMore) {
		return ""
	}
	if strings.HasPrefix(key, "story continues") || strings.HasPrefix(key, "article continues") ||
		strings.Contains(key, "advertisement") || strings.HasPrefix(key, "sponsored by") || strings.Contains(key, "continue reading the main") {
		return reasonAd
	}
	return ""
}

// newsletterLine: an offer to send mail, or a subscription.
func newsletterLine(u *unit, key, _ string) reason {
	if !u.any(signNewsletter|signSubscribe|signSite) || u.any(signSaid) || u.words > 60 {
		return ""
	}
	asks := u.any(signYou|signWe) || u.first&signImperative != 0 || !u.stop
	if u.any(signNewsletter) && asks && (strings.Contains(key, "newsletter") || strings.Contains(key, "inbox")) &&
		(strings.Contains(key, "subscrib") || strings.Contains(key, "sign up") || strings.Contains(key, "inbox") || u.first&signImperative != 0) {
		return reasonNewsletter
	}
	if strings.Contains(key, "your inbox") || strings.Contains(key, "breaking news alerts") && asks {
		return reasonNewsletter
	}
	if u.any(signSubscribe) && asks && u.words <= 45 && (u.first&signSubscribe != 0 || u.any(signYou|signWe) &&
		(u.any(signSite) || strings.Contains(key, "unlimited") || strings.Contains(key, "log in"))) {
		return reasonSubscribe
	}
	return ""
}

// cookieLine: the notice that a page sets cookies.
func cookieLine(u *unit, key, _ string) reason {
	if u.any(signCookie) && !u.any(signSaid) && strings.Contains(key, "cookie") && (u.any(signWe|signYou) ||
		strings.Contains(key, "this site") || strings.Contains(key, "this website") || strings.Contains(key, "accept") || u.words <= 4 && !u.stop) {
		return reasonCookie
	}
	return ""
}

// readerLine: other words to the reader about the page itself. With a full
// stop the line must offer something of the page; advice such as "Call your
// bank" is a text of its own right.
func readerLine(u *unit, _, _ string) reason {
	if u.first&signImperative == 0 || u.any(signSaid) || u.quotes > 0 || u.words > 30 {
		return ""
	}
	if u.any(signSite) && (u.any(signYou|signWe) || !u.stop && u.any(signShare)) {
		return reasonReader
	}
	return ""
}
