package report_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/report"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/corpus/versions"
)

// revised is a report of an article and its second version.
func revised(t *testing.T, more string) *checker.Report {
	b := build(t)
	first := b.article("post-1.txt", "The Harbour Post", "A", "The ferry Alba sank <here> with 7 on board.\n")
	second := b.article("post-2.txt", "The Harbour Post", "A", "The ferry Alba sank there with 9 on board. It was late."+more+"\n")
	for _, a := range b.r.Story.Articles {
		a.Blocks = corpus.FromText(a.ID, a.Text).Blocks
	}
	edits, ok := versions.Diff(b.r.Story.Articles[0], b.r.Story.Articles[1])
	require.True(t, ok)
	b.r.Versions = []checker.Revision{{Old: first, New: second, Because: "same address", Edits: edits, Compared: true}}
	return b.r
}

// TestVersions: every format for people and the JSON show what a version
// changed.
func TestVersions(t *testing.T) {
	r := revised(t, "")
	for i, want := range [][2]string{{"<here>", "there"}, {"7", "9"}, {"", "It was late."}} {
		e := r.Versions[0].Edits[i]
		assert.Equal(t, want, [2]string{e.Old.In(r.Versions[0].Old.Text), e.New.In(r.Versions[0].New.Text)})
	}
	var table, page, markdown, wire bytes.Buffer
	require.NoError(t, report.Table(&table, r, report.TableOptions{Width: 100}))
	for _, want := range []string{"VERSIONS", "post-1.txt was followed by post-2.txt, which speaks (same address)", "[-<here>-] {+there+}", "[-7-] {+9+}", "{+It was late.+}"} {
		assert.Contains(t, table.String(), want)
	}
	require.NoError(t, report.HTML(&page, r, report.Run{}))
	for _, want := range []string{"<del>&lt;here&gt;</del> <ins>there</ins>", "<del>7</del> <ins>9</ins>", "<ins>It was late.</ins>"} {
		assert.Contains(t, page.String(), want)
	}
	require.NoError(t, report.Markdown(&markdown, r, report.Run{}))
	assert.Contains(t, markdown.String(), "| 7 | 9 |")
	require.NoError(t, report.JSON(&wire, r, report.Run{}))
	var got report.Report
	require.NoError(t, json.Unmarshal(wire.Bytes(), &got))
	require.Len(t, got.Versions, 1)
	assert.Equal(t, report.Edit{OldStart: 32, OldEnd: 33, OldText: "7", NewStart: 31, NewEnd: 32, NewText: "9"}, got.Versions[0].Edits[1])
	assert.Equal(t, "post-2.txt", *got.Articles[0].ReplacedBy)
	assert.Nil(t, got.Articles[1].ReplacedBy)

	again, err := report.Restore(&got, map[string]string{"post-1.txt": r.Versions[0].Old.Text, "post-2.txt": r.Versions[0].New.Text}, nil)
	require.NoError(t, err)
	require.Len(t, again.Versions, 1)
	assert.Equal(t, r.Versions[0].Edits, again.Versions[0].Edits)
	got.Versions[0].Old = "x"
	_, err = report.Restore(&got, map[string]string{"post-1.txt": r.Versions[0].Old.Text, "post-2.txt": r.Versions[0].New.Text}, nil)
	assert.Error(t, err)
}

// TestManyEdits: a text that was written anew does not fill the screen.
func TestManyEdits(t *testing.T) {
	r := revised(t, "")
	for range 30 {
		r.Versions[0].Edits = append(r.Versions[0].Edits, r.Versions[0].Edits[1])
	}
	var short, all bytes.Buffer
	require.NoError(t, report.Table(&short, r, report.TableOptions{Width: 100}))
	require.NoError(t, report.Table(&all, r, report.TableOptions{Width: 100, All: true}))
	assert.Equal(t, 10, strings.Count(short.String(), "{+9+}"))
	assert.Contains(t, short.String(), "and 21 more changes (--all)")
	assert.Equal(t, 31, strings.Count(all.String(), "{+9+}"))
	r.Versions[0].Edits, r.Versions[0].Compared = nil, false
	short.Reset()
	require.NoError(t, report.Table(&short, r, report.TableOptions{Width: 100}))
	assert.Contains(t, short.String(), "too long to be compared")
}
