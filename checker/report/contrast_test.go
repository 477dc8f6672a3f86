package report

import (
	"maps"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// luminance is the relative luminance of WCAG 2.
func luminance(t *testing.T, hex string) float64 {
	n, err := strconv.ParseUint(strings.TrimPrefix(hex, "#"), 16, 32)
	require.NoError(t, err, hex)
	part := func(shift uint) float64 {
		c := float64(n>>shift&0xff) / 255
		if c <= 0.04045 {
			return c / 12.92
		}
		return math.Pow((c+0.055)/1.055, 2.4)
	}
	return 0.2126*part(16) + 0.7152*part(8) + 0.0722*part(0)
}

// TestContrast: words of the page stand out 4.5 to 1 in both colour schemes.
func TestContrast(t *testing.T) {
	blocks := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(pageCSS, -1)
	require.Len(t, blocks, 2, "light and dark")
	scheme := map[string]string{"white": "#ffffff"}
	for i, b := range blocks {
		scheme = maps.Clone(scheme)
		for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6})`).FindAllStringSubmatch(b[1], -1) {
			scheme[m[1]] = m[2]
		}
		for _, pair := range [][2]string{
			{"ink", "bg"}, {"ink", "card"}, {"soft", "bg"}, {"soft", "card"}, {"link", "bg"}, {"link", "card"}, {"mark-ink", "mark"}, {"ink", "unread"},
			{"gone-ink", "gone"}, {"new-ink", "new"}, {"white", "conflict"}, {"white", "changed"}, {"white", "disputed"}, {"white", "compatible"},
			{"white", "not-compared"}, {"white", "agree"}, {"white", "single"},
		} {
			require.Contains(t, scheme, pair[0])
			require.Contains(t, scheme, pair[1])
			a, b := luminance(t, scheme[pair[0]]), luminance(t, scheme[pair[1]])
			assert.GreaterOrEqual(t, (max(a, b)+0.05)/(min(a, b)+0.05), 4.5, "scheme %d: %s on %s", i, pair[0], pair[1])
		}
	}
}
