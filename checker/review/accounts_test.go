package review_test

import (
	"context"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/store/storetest"
)

// TestPasswordsThatAreRefused: no account gets a password with which nobody could
// sign in, be it new or another one.
func TestPasswordsThatAreRefused(t *testing.T) {
	ctx := context.Background()
	a := review.NewAccounts(storetest.Open(t, storetest.Database(t)), nil)
	longest := strings.Repeat("x", 1000)
	_, err := a.Add(ctx, "Ada Lindqvist", review.Checker, longest)
	require.NoError(t, err)
	for password, says := range map[string]string{"eleven char": "needs 12 characters", longest + "x": "at most 1000"} {
		_, err := a.Add(ctx, "Bo Marsh", review.Checker, password)
		assert.ErrorContains(t, err, says)
		assert.ErrorContains(t, a.Set(ctx, "Ada Lindqvist", "", password, false), says)
	}
	p, err := a.SignIn(ctx, "Ada Lindqvist", longest, "192.0.2.1")
	require.NoError(t, err)
	assert.Equal(t, "Ada Lindqvist", p.Name)
}
