package archive

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/rules/catalog"
)

func TestBuiltin(t *testing.T) {
	c, err := catalog.Builtin()
	require.NoError(t, err)
	for _, r := range Test(c, catalog.Files(), ".") {
		t.Run(r.File, func(t *testing.T) {
			require.NoError(t, r.Err)
			assert.Equal(t, r.Want, r.Got, r.Shows)
		})
	}
}

// TestSpaced: findings are parted by an empty line, however an archive has them.
func TestSpaced(t *testing.T) {
	want := "agree: a\n  x.txt: one\n\nconflict: b\n  y.txt: two"
	for _, section := range []string{
		want + "\n",
		"agree: a\n  x.txt: one\nconflict: b\n  y.txt: two\n",
		"\nagree: a\n\n  x.txt: one  \n\n\nconflict: b\r\n  y.txt: two\n\n",
	} {
		assert.Equal(t, want, spaced(section))
	}
	assert.Empty(t, spaced("\n\n"))
}
