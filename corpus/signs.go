package corpus

import "strings"

// sign is a set of hints that a word gives about what kind of line it is in. A
// hint alone decides nothing: it only says which rules are worth asking.
type sign uint64

const (
	signImperative sign = 1 << iota // give, join, subscribe: at the start of a line
	signWe                          // we, us, our
	signYou                         // you, your
	signSaid                        // a verb of reporting: somebody's words, not the page's
	signNewsletter
	signSubscribe
	signDonate
	signPress    // journalism, reporting, newsroom
	signSite     // article, story, inbox, alerts: what a page offers
	signNetwork  // names of networks that pages are shared on
	signShare    // share, tweet, email, print
	signComment  // comments, replies
	signCookie   // cookies, consent
	signLegal    // copyright, reserved, terms, privacy, licence
	signAd       // advertisement, sponsored
	signRole     // journalist, reporter, editor
	signAgency   // reuters, getty
	signCredit   // photo, photographer, credit
	signCareer   // covers, previously, graduated: what biographies are made of
	signReport   // reporting, editing, contributed: contributor lines
	signMore     // more, related, trending: links to other stories
	signMinute   // min, minutes, read
	signMenu     // skip, menu, navigation
	signNumber   // a word that begins with a digit
	signMailTo   // an @ inside a word
	signMark     // ©
	signDay      // a month, weekday or "published"
	signCaptions // hide, toggle, enlarge: the controls of pictures
)

// wordSign returns what a word in lower case hints at.
func wordSign(w []byte) sign {
	switch string(w) {
	case "give", "help", "become", "get", "download", "click", "tap", "discover", "watch", "listen", "see", "send",
		"contact", "call", "enjoy", "register", "start", "try", "buy", "save", "stay", "don't", "check", "visit",
		"explore", "find", "learn", "keep", "browse", "receive", "never", "sign", "log", "stand", "act", "pledge",
		"unlock", "tell", "make", "take", "view", "add", "choose", "manage", "continue", "read", "like", "leave":
		return signImperative | moreSign(string(w))
	case "support":
		return signImperative | signDonate
	case "join", "subscribe", "donate", "contribute":
		return signImperative | donateSign(string(w))
	case "share", "tweet", "email", "e-mail", "print", "follow", "retweet", "bookmark", "repost":
		return signImperative | signShare
	case "we", "us", "our", "ours", "we're", "we've", "we'll":
		return signWe
	case "you", "your", "yours", "you're", "you've", "you'll":
		return signYou
	case "said", "says", "told", "added", "announced", "reported", "according", "declined", "asked", "wrote",
		"tweeted", "warned", "confirmed", "claimed":
		return signSaid
	case "newsletter", "newsletters", "briefing", "digest":
		return signNewsletter
	case "subscription", "subscriptions", "subscriber", "subscribers", "membership", "paywall", "subscribing":
		return signSubscribe
	case "donation", "donations", "donor", "donors", "gift", "contribution", "contributions", "readers", "supporters", "donating":
		return signDonate
	}
	return wordSign2(string(w))
}

func moreSign(w string) sign {
	switch w {
	case "read":
		return signMore | signMinute
	case "continue", "see", "watch", "view":
		return signMore
	case "leave", "add":
		return signComment
	}
	return 0
}

func donateSign(w string) sign {
	switch w {
	case "subscribe":
		return signSubscribe
	case "join":
		return signDonate | signComment
	}
	return signDonate
}

func wordSign2(w string) sign {
	switch w {
	case "journalism", "newsroom", "reporting", "journalists":
		return signPress | signReport
	case "editing", "edited", "contributed", "contributor", "contributors", "compiled", "reporter", "reporters",
		"journalist", "correspondent", "correspondents", "editor", "columnist", "writer", "analyst", "author",
		"freelance", "freelancer", "producer", "photographer", "photojournalist", "blogger", "anchor", "commentator",
		"intern", "fellow", "writers", "editors", "authors", "byline", "by", "staff", "desk", "agencies", "written", "writing":
		return signRole | signReport
	case "covers", "covered", "covering", "writes", "previously", "formerly", "graduated", "graduate", "specializes",
		"specialises", "specializing", "specialising", "joined", "experience", "award", "award-winning", "seasoned",
		"passionate", "degree", "holds", "bylines", "expertise", "based", "focuses", "focusing", "background", "insights":
		return signCareer
	case "article", "articles", "story", "stories", "content", "inbox", "alerts", "headlines", "updates", "app",
		"website", "page", "site", "coverage", "channel", "podcast", "post", "posts", "topics", "topic", "access", "news",
		"account", "mail", "feed", "notifications", "this":
		return signSite
	case "facebook", "twitter", "whatsapp", "linkedin", "reddit", "pinterest", "telegram", "flipboard", "messenger",
		"instagram", "youtube", "tiktok", "tumblr", "snapchat", "threads", "bluesky", "mastodon", "google+", "pocket", "x", "sms":
		return signNetwork
	case "comment", "comments", "discussion", "conversation", "replies", "reply", "commenting", "disqus":
		return signComment
	case "cookie", "cookies", "gdpr", "consent":
		return signCookie
	case "copyright", "reserved", "terms", "privacy", "licence", "license", "licensed", "registration", "redistributed",
		"trademark", "rewritten", "disclaimer", "imprint", "syndicated", "republished", "reprinted":
		return signLegal
	}
	return wordSign3(w)
}

func wordSign3(w string) sign {
	switch w {
	case "advertisement", "advertisements", "ad", "ads", "advert", "sponsored", "promoted", "advertising", "sponsor",
		"promotion", "advertorial", "below":
		return signAd
	case "reuters", "ap", "afp", "dpa", "efe", "ansa", "xinhua", "tass", "interfax", "upi", "pa", "aap", "kyodo",
		"yonhap", "bloomberg", "pti", "ani", "ians", "anadolu", "epa", "getty", "alamy", "shutterstock", "images",
		"press", "rex", "istock", "unsplash", "via", "pool", "handout", "storyful", "zuma":
		return signAgency
	case "photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "credit", "credits",
		"video", "videos", "gallery", "slideshow", "audio", "graphic", "infographic", "courtesy", "screengrab",
		"screenshot", "illustration", "cnn", "play", "pause":
		return signCredit | signCaptions
	case "more", "related", "trending", "recommended", "next", "popular", "most", "also", "latest", "top", "previous",
		"up", "other", "don't-miss", "keep-reading", "elsewhere", "about", "from":
		return signMore
	case "min", "mins", "minute", "minutes", "sec", "seconds":
		return signMinute
	case "skip", "menu", "navigation", "home", "search", "close", "toggle", "prev", "login", "logout", "sections",
		"jump", "back", "open", "load", "show", "hide", "scroll", "expand", "collapse", "caption", "enlarge":
		return signMenu | signCaptions
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
		"december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "published",
		"updated", "posted", "modified":
		return signDay
	}
	return 0
}

// look is what one pass over a block sees.
type look struct {
	// signs are those of all words outside quotation marks, first those of the
	// first word.
	signs, first sign
	// words counts words; long the words of four letters and more after the
	// first, and capital those of them that begin with a capital.
	words, long, capital int
	// sentences counts stops that end a sentence.
	sentences int
	// letters and digits count those characters.
	letters, digits int
	quotes          int
	upperStart      bool
	lowerStart      bool
}

// maxLook is how much of a block is looked at, in bytes. Furniture is shorter;
// the longest biographies seen have about 1,000 bytes.
const maxLook = 2048

// lookAt reads the hints of s in one pass.
func lookAt(s string) look {
	var l look
	if len(s) > maxLook {
		s = s[:maxLook]
	}
	var buf [24]byte
	inQuote := false
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case wordByte(s, i):
			n := wordLen(s[i:])
			l.word(s[i:i+n], buf[:0], inQuote)
			i += n
			continue
		case c == '"':
			inQuote = !inQuote
			l.quotes++
		case c == 0xE2 && i+2 < len(s) && s[i+1] == 0x80:
			switch s[i+2] {
			case 0x9C: // “
				inQuote = true
				l.quotes++
			case 0x9D: // ”
				inQuote = false
			}
			i += 3
			continue
		case c == '@':
			l.signs |= signMailTo
		case c == 0xC2 && i+1 < len(s) && s[i+1] == 0xA9: // ©
			l.signs |= signMark
			i++
		case c == '.' || c == '!' || c == '?':
			if i+1 == len(s) || s[i+1] == ' ' || s[i+1] == '\n' || strings.IndexByte("\"')", s[i+1]) >= 0 || s[i+1] >= 0x80 {
				l.sentences++
			}
		}
		i++
	}
	return l
}

// wordByte reports whether a word goes on at s[i]. Bytes of letters outside
// ASCII count; the punctuation of U+2000 to U+20FF, ASCII and U+00A0 to U+00BF
// does not.
func wordByte(s string, i int) bool {
	c := s[i]
	if c < 0x80 {
		return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9'
	}
	if c == 0xE2 {
		return i+1 < len(s) && s[i+1] >= 0x84
	}
	return c != 0xC2
}

// wordLen returns the length of the word at the start of s. An apostrophe or
// hyphen between letters belongs to it.
func wordLen(s string) int {
	i := 0
	for i < len(s) {
		switch {
		case wordByte(s, i):
			i++
			// The other bytes of a letter outside ASCII.
			for i < len(s) && s[i]&0xC0 == 0x80 {
				i++
			}
		case (s[i] == '\'' || s[i] == '-') && i+1 < len(s) && wordByte(s, i+1):
			i++
		case strings.HasPrefix(s[i:], "’") && i+3 < len(s) && wordByte(s, i+3):
			i += 3
		default:
			return i
		}
	}
	return i
}

// word takes in one word; buf is room for its lower case.
func (l *look) word(w string, buf []byte, inQuote bool) {
	l.words++
	c := w[0]
	upper := c >= 'A' && c <= 'Z' || c == 0xC3 && len(w) > 1 && w[1] < 0x9F
	if l.words == 1 {
		l.upperStart = upper
		l.lowerStart = c >= 'a' && c <= 'z'
	} else if len(w) >= 4 && (c < '0' || c > '9') {
		l.long++
		if upper {
			l.capital++
		}
	}
	if c >= '0' && c <= '9' {
		l.signs |= signNumber
		l.digits += len(w)
		return
	}
	l.letters += len(w)
	if len(w) > cap(buf) {
		return
	}
	var s sign
	if buf = lowerTo(buf, w); len(buf) > 0 {
		s = wordSign(buf)
	}
	if l.words == 1 {
		l.first = s
	}
	if inQuote {
		// Words that somebody says are not the page speaking to its reader.
		s &^= signWe | signYou
	}
	l.signs |= s
}

// lowerTo writes w in lower case, with straight apostrophes.
func lowerTo(buf []byte, w string) []byte {
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch {
		case c >= 'A' && c <= 'Z':
			c |= 0x20
		case c == 0xE2: // ’, the one such rune inside a word
			c = '\''
			i += 2
		}
		buf = append(buf, c)
	}
	return buf
}

// has reports whether all of want are among the signs.
func (l *look) has(want sign) bool { return l.signs&want == want }

// any reports whether one of want is among the signs.
func (l *look) any(want sign) bool { return l.signs&want != 0 }

// titleCase reports whether most of the longer words have capitals.
func (l *look) titleCase() bool { return l.long > 0 && l.capital*10 >= l.long*7 }
