package fetch

import (
	"bufio"
	"bytes"
	"strings"
)

// rules are the lines of a robots.txt that hold for us, as RFC 9309 says: the
// group that names us, or else the one for all.
type rules struct{ allow, deny []string }

// maxRules bounds the lines that are kept.
const maxRules = 5000

// parseRobots reads a robots.txt. Lines that it does not know are passed over.
func parseRobots(b []byte, agent string) rules {
	groups := map[string]*rules{}
	var current []*rules
	naming := false
	in := bufio.NewScanner(bytes.NewReader(bytes.TrimPrefix(b, []byte("\xEF\xBB\xBF"))))
	for n := 0; in.Scan() && n < maxRules; n++ {
		line, _, _ := strings.Cut(in.Text(), "#")
		key, value, ok := strings.Cut(line, ":")
		if !ok {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		switch key {
		case "user-agent":
			if !naming {
				current = nil
			}
			naming = true
			name := strings.ToLower(value)
			if groups[name] == nil {
				groups[name] = &rules{}
			}
			current = append(current, groups[name])
		case "allow", "disallow":
			naming = false
			for _, g := range current {
				if key == "allow" && value != "" {
					g.allow = append(g.allow, value)
				} else if value != "" {
					g.deny = append(g.deny, value)
				}
			}
		}
	}
	if g := groups[strings.ToLower(agent)]; g != nil {
		return *g
	}
	if g := groups["*"]; g != nil {
		return *g
	}
	return rules{}
}

// allowed reports whether a path may be fetched: the longest rule that fits
// decides, and an allowance where two are equally long.
func (r rules) allowed(path string) bool {
	longest := func(list []string) int {
		best := -1
		for _, p := range list {
			if fits(p, path) {
				best = max(best, len(p))
			}
		}
		return best
	}
	return longest(r.allow) >= longest(r.deny)
}

// fits reports whether a path begins as a pattern says, where * stands for
// anything and $ for the end.
func fits(pattern, path string) bool {
	pattern, anchored := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	rest := path[len(parts[0]):]
	for i, p := range parts[1:] {
		if anchored && i == len(parts)-2 {
			return strings.HasSuffix(rest, p)
		}
		at := strings.Index(rest, p)
		if at < 0 {
			return false
		}
		rest = rest[at+len(p):]
	}
	return !anchored || rest == ""
}
