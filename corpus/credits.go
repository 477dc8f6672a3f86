package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// bylineLine: who wrote or helped.
func bylineLine(u *unit, key, text string) reason {
	if !u.any(signRole | signReport) {
		return ""
	}
	switch {
	case isByline(u, text), isRoleLine(u, key):
		return reasonByline
	case isContributorLine(u, key, text):
		return reasonByline
	}
	return ""
}

// isByline recognises "By Jo Field" and "By Jo Field, Staff Writer".
func isByline(u *unit, text string) bool {
	if u.words < 2 || u.words > 16 || len(text) < 4 || !strings.EqualFold(text[:3], "by ") {
		return false
	}
	if u.stop && !strings.HasSuffix(text, "m.") {
		return false
	}
	words := strings.FieldsFunc(text[3:], func(r rune) bool { return isBlank(r) || r == ',' || r == '|' })
	if len(words) == 0 || strings.EqualFold(words[0], "the") || strings.EqualFold(words[0], "a") {
		return false
	}
	return mostlyNames(words)
}

// mostlyNames reports whether words are names, joined by "and", "for" and the
// like, with roles and dates.
func mostlyNames(words []string) bool {
	r, _ := utf8.DecodeRuneInString(words[0])
	if !unicode.IsUpper(r) {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if unicode.IsUpper(r) || !unicode.IsLetter(r) || isRoleWord(strings.ToLower(w)) || isDateWord(w) {
			continue
		}
		switch w {
		case "and", "for", "in", "at", "of", "the", "de", "van", "von", "der", "la", "al", "bin", "ibn", "with", "to", "da", "di", "du":
		default:
			return false
		}
	}
	return true
}

// isRoleLine recognises "Contributing Writer", "Senior political correspondent".
func isRoleLine(u *unit, key string) bool {
	if u.words > 5 || u.stop || !u.any(signRole) {
		return false
	}
	for _, w := range strings.Fields(key) {
		if !isRoleWord(strings.Trim(w, ",&|")) {
			return false
		}
	}
	return key != "by"
}

func isRoleWord(w string) bool {
	switch w {
	case "contributing", "staff", "senior", "writer", "writers", "reporter", "reporters", "correspondent",
		"correspondents", "editor", "editors", "contributor", "contributors", "author", "guest", "freelance",
		"columnist", "chief", "political", "special", "foreign", "defence", "defense", "business", "science",
		"diplomatic", "managing", "associate", "assistant", "deputy", "journalist", "producer", "photographer",
		"by", "for", "the", "news", "desk", "and", "agencies", "analyst", "lead", "national", "world", "team", "":
		return true
	}
	return false
}

// isContributorLine recognises "Reporting by A; editing by B" and "A
// contributed from Oslo."
func isContributorLine(u *unit, key, text string) bool {
	if u.words > 60 || !u.any(signReport|signSaid) || u.quotes > 0 {
		return false
	}
	key = strings.TrimLeft(key, "( ")
	for _, start := range []string{"reporting by ", "additional reporting ", "editing by ", "edited by ", "writing by ",
		"written by ", "compiled by ", "with reporting ", "with additional reporting ", "with files from ", "with agencies",
		"with contributions from ", "reported by ", "posted by ", "with assistance ", "contributing: ", "video by ", "photographs by ", "photos by "} {
		if strings.HasPrefix(key, start) {
			return true
		}
	}
	if strings.Contains(key, "contributed to this ") || strings.Contains(key, "contributed reporting") || strings.Contains(key, "contributed to the report") {
		return u.sentences <= 3
	}
	for _, verb := range []string{" contributed from ", " reported from ", " contributed"} {
		if at := strings.Index(text, verb); at > 0 {
			rest := strings.Trim(text[at+len(verb):], ". ")
			return onlyNames(text[:at]) && (rest == "" || verb != " contributed" && len(rest) < 150)
		}
	}
	return false
}

// onlyNames reports whether s is a list of names, "Ann Lee, Bo Kay and Cy Low".
func onlyNames(s string) bool {
	words := strings.FieldsFunc(s, func(r rune) bool { return isBlank(r) || r == ',' })
	if len(words) < 2 {
		return false
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && w != "and" && w != "de" && w != "van" && w != "von" && w != "al" {
			return false
		}
	}
	return true
}

// creditLine: who made a picture, or which agency the words are from.
func creditLine(u *unit, key, text string) reason {
	if u.stop || u.words > 14 {
		return ""
	}
	// "(Daily Post 10/03/2017 page 4)": where the words were in print.
	if text[0] == '(' && text[len(text)-1] == ')' && u.digits > 0 || strings.HasPrefix(key, "information from:") {
		return reasonCredit
	}
	if !u.any(signAgency | signCredit) {
		return ""
	}
	if isAgencyLine(key) {
		return reasonCredit
	}
	if isDateline(u, text) {
		return reasonDateline
	}
	for _, start := range []string{"photo:", "photo by", "photos by", "photograph:", "photographer:", "picture:", "pictures:",
		"image:", "image credit", "credit:", "photo credit", "source:", "getty images", "courtesy of", "picture credit",
		"screengrab", "file photo", "illustration:", "graphic:"} {
		if strings.HasPrefix(key, start) {
			return reasonCredit
		}
	}
	if strings.Contains(key, " photographer: ") {
		return reasonCredit
	}
	// "Ann Lee/Getty Images", "Handle via Agency": an agency after a stroke or
	// at the end of a line of names.
	if u.any(signAgency) && u.words <= 10 && (strings.Contains(text, "/") || strings.Contains(text, " via ")) && isCreditTail(key) {
		return reasonCredit
	}
	return ""
}

func isCreditTail(key string) bool {
	at := strings.LastIndex(key, "/")
	if i := strings.LastIndex(key, " via "); i > at {
		at = i + 4
	}
	if at < 0 {
		return false
	}
	tail := strings.FieldsFunc(key[at+1:], func(r rune) bool { return isBlank(r) || r == '/' || r == '-' })
	return len(tail) > 0 && len(tail) <= 3 && wordSign([]byte(strings.Trim(tail[len(tail)-1], ").")))&signAgency != 0 || len(tail) == 0
}

// isAgencyLine reports whether a line is agency names and initials alone.
func isAgencyLine(key string) bool {
	words := strings.FieldsFunc(key, func(r rune) bool { return isBlank(r) || strings.ContainsRune("/,-()–—&|", r) })
	agencies := 0
	for _, w := range words {
		switch {
		case w == "images" || w == "via" || w == "pool" || w == "handout" || w == "and" || w == "associated":
		case wordSign([]byte(w))&signAgency != 0:
			agencies++
		case len(w) <= 2: // an editor's initials
		default:
			return false
		}
	}
	return agencies > 0
}

// shareLine: links that pass the page on, or follow the outlet.
func shareLine(u *unit, key, _ string) reason {
	if u.words > 16 || u.any(signSaid) || !u.any(signShare|signNetwork|signImperative) {
		return ""
	}
	if u.words <= 12 && !u.stop && onlyShareWords(key) {
		return reasonShare
	}
	if u.first&signImperative == 0 {
		return ""
	}
	switch {
	case u.first&signShare != 0 && (u.any(signNetwork|signWe) || strings.Contains(key, "@") || u.any(signSite) && !u.stop):
		return reasonShare
	case u.any(signNetwork) && (u.any(signWe) || !u.stop && u.quotes == 0):
		return reasonShare
	case !u.stop && (strings.HasSuffix(key, "this content") || strings.HasSuffix(key, "this article") ||
		strings.HasSuffix(key, "this story") || strings.HasSuffix(key, "this page") || strings.HasSuffix(key, "this post")):
		return reasonShare
	}
	return ""
}

func onlyShareWords(key string) bool {
	links := 0
	for _, w := range strings.FieldsFunc(key, func(r rune) bool { return isBlank(r) || strings.ContainsRune("/,|·•:()", r) }) {
		switch w {
		case "on", "via", "to", "by", "with", "and", "this", "link", "copy", "article", "story", "page", "save", "us",
			"facebook", "twitter", "whatsapp", "linkedin", "reddit", "pinterest", "telegram", "flipboard", "messenger",
			"instagram", "youtube", "tiktok", "x", "sms", "+", "share", "tweet", "email", "e-mail", "print", "follow":
			if s := wordSign([]byte(w)); s&(signShare|signNetwork) != 0 && w != "x" {
				links++
			}
		default:
			return false
		}
	}
	return links > 0
}

// commentLine: links to what readers wrote.
func commentLine(u *unit, key, _ string) reason {
	if u.words > 8 || !u.any(signComment) || u.any(signSaid) || u.stop && u.first&signImperative == 0 {
		return ""
	}
	if u.first&(signImperative|signComment) != 0 || u.digits > 0 && u.words <= 3 ||
		strings.HasPrefix(key, "be the first") || strings.HasPrefix(key, "what do you think") {
		return reasonComments
	}
	return ""
}

// moreLine: links to other stories that say so.
func moreLine(u *unit, key, text string) reason {
	if text[0] == '[' && text[len(text)-1] == ']' && u.words >= 3 && !u.stop {
		return reasonMore
	}
	if isPlaylistLine(u, text) || strings.Contains(key, "click here") && !u.any(signSaid) && u.quotes == 0 {
		return reasonMore
	}
	if !u.any(signMore) {
		return ""
	}
	for _, start := range []string{"read more", "more: ", "related: ", "read also: ", "also read: ", "see also: ", "watch: ",
		"read: ", "must read: ", "also on ", "read the full", "read full ", "up next: ", "don't miss: ", "from the archive",
		"in case you missed it", "for more on ", "for more news"} {
		if strings.HasPrefix(key, start) && (!u.stop || u.words <= 30) {
			return reasonMore
		}
	}
	if u.stop {
		return ""
	}
	if strings.HasPrefix(key, "most read ") || strings.HasPrefix(key, "related stories ") || strings.HasPrefix(key, "related articles ") {
		return reasonMore
	}
	if u.words > 9 {
		return ""
	}
	for _, start := range []string{"trending ", "more from ", "more on ", "more in ", "more about ", "more stories", "most read ",
		"most popular ", "latest from ", "related ", "recommended ", "popular in ", "top stories ", "continue reading"} {
		if strings.HasPrefix(key, start) {
			return reasonMore
		}
	}
	return ""
}

// isPlaylistLine recognises a film of another story by its length in front:
// "1:17 Storm clears the harbour". A time of day has "a.m." or "p.m." after it.
func isPlaylistLine(u *unit, text string) bool {
	word, rest, _ := strings.Cut(text, " ")
	at := strings.IndexByte(word, ':')
	if u.stop || u.words < 5 || at < 1 || at > 2 || len(word) != at+3 || strings.Trim(word, "0123456789") != ":" {
		return false
	}
	half, _, _ := strings.Cut(strings.ToLower(rest), " ")
	return !strings.HasPrefix(half, "a.m") && !strings.HasPrefix(half, "p.m") && half != "am" && half != "pm" && half != "-" && half != "–"
}

// isDateline recognises a dateline on a line of its own, "OSLO, Norway (AP) _".
func isDateline(u *unit, text string) bool {
	at := strings.IndexByte(text, '(')
	end := strings.IndexByte(text, ')')
	if at < 3 || end < at || u.words > 10 || len(text)-end > 6 || !isAgencyLine(strings.ToLower(text[at:end])) {
		return false
	}
	return isPlaceWord(strings.FieldsFunc(text, isBlank)[0])
}
