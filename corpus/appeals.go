package corpus

import "strings"

// donateLine: a plea that shows by itself.
func donateLine(u *unit, key, text string) reason {
	if u.any(signSaid) || u.quotes > 0 || u.words > 60 || !u.any(signDonate|signPress) {
		return ""
	}
	lead := u.first&signImperative != 0
	switch {
	case lead && u.first&signDonate != 0 && u.words <= 12 && allImperative(text):
		return reasonDonate
	case lead && u.any(signWe|signPress) && u.any(signDonate) && u.words <= 40:
		return reasonDonate
	case u.any(signWe) && u.any(signPress|signDonate) && strings.ContainsAny(text, ".!?") && isPlea(key):
		return reasonDonate
	}
	return ""
}

// isPlea recognises what outlets say of their need.
func isPlea(key string) bool {
	for _, p := range []string{"can't do it alone", "cannot do it alone", "your support helps", "with your support", "to your support", "need your support", "readers like you", "support our",
		"rely on", "depend on you", "fund our", "consider making", "consider donating", "consider supporting", "make a contribution",
		"make a donation", "tax-deductible", "independent journalism", "help us", "need your", "without your", "if you value"} {
		if strings.Contains(key, p) {
			return true
		}
	}
	return false
}

// allImperative reports whether each sentence of s begins with an imperative:
// "Support us. Save the paper." One imperative without a stop counts too.
func allImperative(s string) bool {
	n := 0
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '!' || r == '\n' }) {
		part = strings.TrimFunc(part, isBlank)
		if part == "" {
			continue
		}
		if l := lookAt(part); l.first&signImperative == 0 {
			return false
		}
		n++
	}
	return n > 0
}

// appeals widens each plea to the lines around it that belong to it: slogans,
// what the money does, the outlet speaking of itself.
func (p *page) appeals() {
	for i := range p.units {
		if p.units[i].kind != Furniture || !isAppeal(p.units[i].reason) {
			continue
		}
		for j := i - 1; j >= 0 && p.belongs(j); j-- {
			p.drop(j, p.units[i].reason)
		}
		for j := i + 1; j < len(p.units) && p.belongs(j); j++ {
			p.drop(j, p.units[i].reason)
		}
	}
}

func isAppeal(r reason) bool {
	return r == reasonDonate || r == reasonSubscribe || r == reasonNewsletter
}

// maxSlogan is the longest line that an appeal draws in, in words.
const maxSlogan = 16

// belongs reports whether a line beside an appeal is part of it: short, and
// either a bullet, a slogan without a full stop, an imperative or what ends in
// one, or the page speaking of itself as "we" outside quotation marks.
func (p *page) belongs(j int) bool {
	u := &p.units[j]
	if u.kind == Headline || u.words > maxSlogan || u.quotes > 0 || u.any(signSaid) {
		return false
	}
	if u.kind == Furniture {
		return u.reason == reasonRepeat
	}
	text := u.In(p.text)
	return startsItem(text) || u.any(signWe|signYou) || u.first&signImperative != 0 && u.words <= 8 ||
		!u.stop && lastMark(text) == ':' && u.any(signPress) || endsInCall(text)
}

// endsInCall reports whether the last of several sentences is a short call to
// the reader: "Join them today."
func endsInCall(text string) bool {
	at := strings.LastIndex(strings.TrimRight(text, " .!"), ". ")
	if at < 0 {
		return false
	}
	l := lookAt(strings.TrimSpace(text[at+2:]))
	return l.first&signImperative != 0 && l.words <= 5
}
