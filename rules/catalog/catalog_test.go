package catalog

import (
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"

	"github.com/concord-news/concord/rules/lemma"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/text"
)

// proper lists the words that rules may use although they are names too: what
// parliaments call themselves, and small words that lists of names have too.
var proper = []string{"bundestag", "knesset", "duma", "who", "among", "per", "had"}

// word is a run of letters of a pattern or a class; slots and classes are taken
// out first.
var (
	word    = regexp.MustCompile(`[\p{L}']+`)
	slots   = regexp.MustCompile(`<[^>]*>|\{[^}]*\}|/[A-Z]+`)
	comment = regexp.MustCompile(`(?m)#.*$`)
)

// TestRulesSpeakGeneralLanguage holds every word that a rule looks for against
// the dictionary and the lists of names: a rule that looks for a person, place
// or organisation of one story is a defect.
func TestRulesSpeakGeneralLanguage(t *testing.T) {
	files, err := fs.Glob(Files(), "*/rule.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range append(files, "classes.yaml") {
		data, err := fs.ReadFile(Files(), f)
		require.NoError(t, err)
		var top map[string]any
		require.NoError(t, yaml.Unmarshal(comment.ReplaceAll(data, nil), &top), f)
		for _, field := range []string{"classes", "synonyms", "read", "unless"} {
			for _, s := range leaves(top[field]) {
				for _, w := range word.FindAllString(slots.ReplaceAllString(s, " "), -1) {
					assert.Truef(t, general(w), "%s: %q in %s is no word of general language", f, w, path.Join(field, s))
				}
			}
		}
	}
}

// TestClassesAreUsed: a class of words that no pattern of its rule asks for is left over.
func TestClassesAreUsed(t *testing.T) {
	files, err := fs.Glob(Files(), "*/rule.yaml")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, f := range files {
		data, err := fs.ReadFile(Files(), f)
		require.NoError(t, err)
		var top struct {
			Classes map[string]any
		}
		require.NoError(t, yaml.Unmarshal(data, &top), f)
		for class := range top.Classes {
			assert.Contains(t, string(data), "{"+class+"}", f)
		}
	}
}

// leaves lists the strings of a YAML value.
func leaves(v any) []string {
	var out []string
	switch v := v.(type) {
	case string:
		out = append(out, v)
	case []any:
		for _, x := range v {
			out = append(out, leaves(x)...)
		}
	case map[string]any:
		for _, x := range v {
			out = append(out, leaves(x)...)
		}
	}
	slices.Sort(out)
	return out
}

// general reports whether a word is written small and is no name alone.
func general(w string) bool {
	if w != strings.ToLower(w) {
		return false
	}
	if slices.Contains(proper, w) {
		return true
	}
	for _, tag := range []text.Tag{text.NOUN, text.VERB, text.ADJ, text.ADV} {
		if lemma.Known(w, tag) || lemma.Known(strings.TrimSuffix(w, "s"), tag) {
			return true
		}
	}
	e, ok := lexicon.Lookup(w)
	return !ok || !e.Is(lexicon.Country|lexicon.Capital|lexicon.Demonym|lexicon.Given|lexicon.City|lexicon.Body|lexicon.Metonym)
}

func TestGeneral(t *testing.T) {
	for w, want := range map[string]bool{"lead": true, "talks": true, "knesset": true, "Lead": false, "ukraine": false, "warsaw": false, "nato": false, "vladimir": false} {
		assert.Equal(t, want, general(w), w)
	}
}
