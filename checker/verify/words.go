package verify

import (
	"cmp"
	"strings"

	"github.com/concord-news/concord/checker/verify/thesaurus"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// content reports whether a token carries meaning of its own.
func content(t *text.Token) bool {
	if !t.Shape.Has(text.HasLetter) {
		return false
	}
	switch t.Tag {
	case text.NOUN, text.PROPN, text.VERB, text.ADJ, text.X, text.INTJ:
		return !empty(t.Lemma)
	case text.ADV:
		return t.Fine != text.WRB && strings.HasSuffix(t.Lower, "ly")
	}
	return false
}

// empty reports whether a lemma says next to nothing: light verbs, verbs of
// saying, words of degree.
func empty(lemma string) bool {
	switch lemma {
	case "be", "have", "do", "get", "make", "take", "go", "come", "give", "put", "let", "keep", "use",
		"say", "tell", "add", "such", "other", "own", "same", "more", "most", "many", "much", "some", "several",
		"thing", "way", "lot", "mr", "mr.", "mrs", "mrs.", "ms", "ms.", "also", "include", "become", "seem", "s", "nt",
		"likely", "only", "really", "very", "accord", "according":
		return true
	}
	return false
}

// lemmaOf is the lemma of a token as the index has it: folded, and a country
// and its people under the country's code.
func lemmaOf(t *text.Token) string {
	l := t.Lemma
	if l == "" {
		l = t.Lower
	}
	l = cmp.Or(lexicon.Fold(l), l, "-")
	if t.Tag == text.PROPN || t.Tag == text.ADJ || t.Tag == text.NOUN {
		if e, ok := lexicon.Lookup(lexicon.Fold(t.Lower)); ok && e.Party != "" && e.Is(lexicon.Country|lexicon.Demonym) && (!e.Is(lexicon.Acronym) || t.Shape.Has(text.AllCaps) || strings.Contains(t.Lower, ".")) {
			return "@" + e.Party
		}
	}
	return l
}

// The strengths with which another word stands for a word of the claim. They
// rank the relations; 0.4 to 0.6 for a genus made no difference (measured on
// fib_swap and rte1_dev).
const (
	asSame    = 1.0
	asSynonym = 0.9
	asKind    = 0.8
	asGenus   = 0.5
)

// term is a lemma with what the thesaurus knows of it.
type term struct {
	lemma string
	entry thesaurus.Entry
	// kind is the usual word for it as a kind of things, "" where it is none.
	kind string
}

func termOf(lemma string) term {
	kind, _ := lexicon.Kind(lemma)
	return term{lemma, thesaurus.Find(lemma), kind}
}

// termAt is the term of a token.
func termAt(d *text.Document, token int) term { return termOf(lemmaOf(&d.Tokens[token])) }

// related is how well a source's lemma stands for a claim's, 0 not at all.
func related(claim, source term) float64 {
	if claim.lemma == source.lemma {
		return asSame
	}
	if claim.lemma[0] == '@' || source.lemma[0] == '@' {
		return 0
	}
	switch claim.entry.Relate(source.entry) {
	case thesaurus.Same, thesaurus.Synonym, thesaurus.Derived:
		return asSynonym
	case thesaurus.Kind:
		return asKind
	case thesaurus.Genus:
		return asGenus
	}
	if sameStem(claim.lemma, source.lemma) || rises(claim.lemma) && rises(source.lemma) || falls(claim.lemma) && falls(source.lemma) {
		return asSynonym
	}
	if claim.kind != "" && source.kind != "" { // of which the thesaurus sees the next only
		switch lexicon.CompareKinds(claim.kind, source.kind) {
		case lexicon.SameKind:
			return asSynonym
		case lexicon.Broader:
			return asGenus
		}
	}
	return 0
}

// leastStem is the least length of what two words share to be one stem.
const leastStem = 4

// sameStem reports whether two words differ in endings of derivation only.
func sameStem(a, b string) bool {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= leastStem && ending(a[n:]) && ending(b[n:]) && (a[n:] == "" || b[n:] == "" || n > leastStem)
}

// ending reports an ending of English derivation, or none.
func ending(s string) bool {
	switch s {
	case "", "s", "es", "e", "ed", "ing", "er", "ers", "or", "ors", "ion", "ions", "ation", "ment", "ness", "ity", "al",
		"ial", "ian", "an", "ans", "ist", "ists", "ism", "ive", "ly", "y", "ous", "ful", "ance", "ence", "ency", "ant", "ent",
		"able", "ible", "ship", "less", "n", "d", "r":
		return true
	}
	return false
}
