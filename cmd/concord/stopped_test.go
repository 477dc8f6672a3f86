package main

import (
	"bytes"
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/catalog"
)

// TestStopped: where a run is stopped, the stories that were checked until then are
// reported, in their order, and it is said how many there are.
func TestStopped(t *testing.T) {
	c, err := catalog.Builtin()
	require.NoError(t, err)
	stories, _ := corpus.Load([]string{filepath.Join(top, "examples", "security-talks")})
	require.Len(t, stories, 1)
	in := &input{}
	const total = 200
	for i := range total {
		st := stories[0]
		st.Name = fmt.Sprintf("%03d", i)
		in.stories = append(in.stories, st)
	}
	var errs bytes.Buffer
	cmd := Command{Stdout: &bytes.Buffer{}, Stderr: &errs}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	var done []string
	err = cmd.checkStories(ctx, in, checker.Options{Reader: rules.NewReader(c), Jobs: 2}, func(i int, r *checker.Report) error {
		done = append(done, r.Story.Name)
		assert.NotEmpty(t, r.Findings)
		if i == 2 {
			stop()
		}
		return nil
	})
	require.NoError(t, err)
	require.Less(t, len(done), total/2)
	for i, name := range done {
		assert.Equal(t, fmt.Sprintf("%03d", i), name)
	}
	assert.Contains(t, errs.String(), fmt.Sprintf("stopped: %d of %d stories are checked and reported", len(done), total))
}

// TestStoppedWhileReading: files that were not read are one warning.
func TestStoppedWhileReading(t *testing.T) {
	ctx, stop := context.WithCancel(context.Background())
	stop()
	_, problems := corpus.LoadWith(ctx, []string{filepath.Join(top, "examples", "security-talks")}, corpus.Options{})
	var errs bytes.Buffer
	(&Command{Stderr: &errs}).warnOf(problems)
	assert.Contains(t, errs.String(), "canal-street-journal.txt: is not read: the run was stopped; nor are 4 others")
	assert.NotContains(t, errs.String(), "lantern.txt")
}
