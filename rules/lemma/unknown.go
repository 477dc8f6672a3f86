package lemma

import "strings"

// unknownPlural takes the plural's s off a word that is not in the table.
func unknownPlural(lower string) string {
	n := len(lower)
	if decade, ok := strings.CutSuffix(lower, "0's"); ok {
		return decade + "0s"
	}
	if n < 4 || lower[n-1] != 's' || lower[n-2] >= '0' && lower[n-2] <= '9' {
		return lower
	}
	switch {
	case lower[n-2] == 's', strings.HasSuffix(lower, "us"), strings.HasSuffix(lower, "is"):
		return lower
	case strings.HasSuffix(lower, "ies") && n > 5:
		return lower[:n-3] + "y"
	case strings.HasSuffix(lower, "ches"), strings.HasSuffix(lower, "shes"),
		strings.HasSuffix(lower, "sses"), strings.HasSuffix(lower, "xes"), strings.HasSuffix(lower, "zzes"):
		return lower[:n-2]
	}
	return strings.TrimSuffix(lower[:n-1], "'")
}

// unknownParticiple guesses the verb of a participle that is not in the table.
func unknownParticiple(lower string) string {
	stem, ok := strings.CutSuffix(lower, "ing")
	if !ok {
		if stem, ok = strings.CutSuffix(lower, "ed"); !ok {
			return lower
		}
	}
	n := len(stem)
	if n < 3 || !strings.ContainsAny(stem, "aeiouy") {
		return lower
	}
	last, before := stem[n-1], stem[n-2]
	switch {
	case last == 'i' && strings.HasSuffix(lower, "ied"):
		return stem[:n-1] + "y"
	case last == before && !vowel(last) && last != 's' && last != 'l' && last != 'z' && last != 'f':
		return stem[:n-1]
	case takesE(stem, last, before):
		return lower[:n] + "e"
	}
	return stem
}

// takesE reports whether a verb that is not in the table ends in e, given its
// stem: after v, u and c, and in endings such as -ate and -ise.
func takesE(stem string, last, before byte) bool {
	switch last {
	case 'v', 'u', 'c':
		return true
	case 'z', 's', 'g':
		return strings.IndexByte("iardy", before) >= 0 || before == 'n' && last == 's'
	case 't':
		return strings.HasSuffix(stem, "at") && !strings.HasSuffix(stem, "eat") && !strings.HasSuffix(stem, "oat") || strings.HasSuffix(stem, "ut")
	case 'l':
		return !vowel(before) && before != 'l' && before != 'r' && before != 'w'
	case 'r':
		return before == 'i' || before == 'u'
	}
	return false
}
