package checker_test

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/examples"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// impatient is a context that ends after it was asked a number of times.
type impatient struct {
	context.Context
	left atomic.Int64
}

func (c *impatient) Err() error {
	if c.left.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestCheckStops: a check that nobody waits for ends, wherever it is, without a
// report; one that is waited for has the report that it always has.
func TestCheckStops(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, examples.Files))
	stories, _ := corpus.Load([]string{filepath.Join(dir, examples.SecurityTalks)})
	builtin, err := catalog.Builtin()
	require.NoError(t, err)
	opts := checker.Options{Reader: rules.NewReader(builtin), Jobs: 1}
	want := checker.Check(&stories[0], opts)
	stopped := 0
	for asked := int64(1); ; asked *= 2 {
		ctx := &impatient{Context: context.Background()}
		ctx.left.Store(asked)
		r, err := checker.CheckContext(ctx, &stories[0], opts)
		if err == nil {
			assert.Equal(t, len(want.Findings), len(r.Findings))
			break
		}
		stopped++
		assert.ErrorIs(t, err, context.Canceled)
		assert.Nil(t, r)
	}
	assert.Greater(t, stopped, 6, "reading five articles asks seven times; the rest is what follows")
}
