package thesaurus

import (
	_ "embed"
	"strings"
	"sync"
)

// leastDenied is the least length of a word that "un-" denies: not "it" in
// "unit".
const leastDenied = 5

// undone reports whether the second word is the first with "un-", as "uncrewed"
// is "crewed".
func undone(a, b string) bool {
	return len(a) >= leastDenied && len(b) == len("un")+len(a) && b[:2] == "un" && b[2:] == a && a[:3] != "der"
}

//go:embed contrary.txt
var contraryRows string

// contraries maps each word of the list to the words contrary to it.
var contraries = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for row := range strings.Lines(contraryRows) {
		left, right, ok := strings.Cut(row, ":")
		if !ok || strings.HasPrefix(row, "#") {
			continue
		}
		for a := range strings.FieldsSeq(left) {
			for b := range strings.FieldsSeq(right) {
				out[a], out[b] = append(out[a], b), append(out[b], a)
			}
		}
	}
	return out
})
