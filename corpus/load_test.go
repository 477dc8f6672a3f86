package corpus

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// tree writes files, by path, into a new folder and returns it.
func tree(t *testing.T, files map[string]string) string {
	t.Helper()
	dir, err := filepath.EvalSymlinks(t.TempDir())
	require.NoError(t, err)
	for name, text := range files {
		at := filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(at), 0o755))
		require.NoError(t, os.WriteFile(at, []byte(text), 0o644))
	}
	return dir
}

// shape lists stories as "name: id id".
func shape(stories []Story) []string {
	var out []string
	for _, s := range stories {
		line := s.Name + ":"
		for _, a := range s.Articles {
			line += " " + a.ID
		}
		out = append(out, line)
	}
	return out
}

// faults lists problems without the folder that they are in.
func faults(dir string, problems []Problem) []string {
	var out []string
	for _, p := range problems {
		out = append(out, strings.ReplaceAll(p.Err.Error(), dir+sep, ""))
	}
	return out
}

func text(n int) string {
	return fmt.Sprintf("Headline %d\n\nThe mayor of town %d resigned on Monday.\n", n, n)
}

func TestLoadFolders(t *testing.T) {
	dir := tree(t, map[string]string{
		"bridge/b.txt": text(1), "bridge/a.txt": text(2), "bridge/more/c.TXT": text(3), "bridge/README.md": "x", "bridge/set.json": "{}",
		"bridge/.hidden.txt": text(4),
		"many/one/x.txt":     text(5), "many/two/y.txt": text(6), "many/readme.md": "x",
	})
	at := func(s string) string { return filepath.Join(dir, s) }
	stories, problems := Load([]string{at("bridge"), at("many")})
	assert.Empty(t, problems)
	assert.Equal(t, []string{"bridge: a.txt b.txt more/c.TXT", "one: x.txt", "two: y.txt"}, shape(stories))

	turned, _ := Load([]string{at("many"), at("bridge"), at("bridge"), at("many/one"), at("bridge/more")})
	assert.Equal(t, shape(stories), shape(turned), "order and repetition change nothing")

	t.Chdir(at("bridge"))
	stories, _ = Load([]string{"."})
	assert.Equal(t, []string{"bridge: a.txt b.txt more/c.TXT"}, shape(stories))
}

func TestLoadSingles(t *testing.T) {
	dir := tree(t, map[string]string{"x/a.txt": text(1), "y/a.txt": text(2), "y/b.text": text(3), "s/c.txt": text(4)})
	at := func(s string) string { return filepath.Join(dir, s) }
	stories, problems := Load([]string{at("y/b.text"), at("y/a.txt"), at("x/a.txt"), at("x/../x/a.txt"), at("s"), at("s/c.txt")})
	assert.Empty(t, problems)
	assert.Equal(t, []string{"s: c.txt", "story: b.text x/a.txt y/a.txt"}, shape(stories))
}

func TestStoriesOfOneName(t *testing.T) {
	dir := tree(t, map[string]string{"may/fire/a.txt": text(1), "june/fire/a.txt": text(2)})
	stories, _ := Load([]string{filepath.Join(dir, "may", "fire"), filepath.Join(dir, "june", "fire")})
	assert.Equal(t, []string{"june-fire: a.txt", "may-fire: a.txt"}, shape(stories))
}

func TestLoadProblems(t *testing.T) {
	utf16 := "\xff\xfeA\x00b\x00"
	dir := tree(t, map[string]string{
		"s/ok.txt": text(1), "s/same.txt": text(1), "s/empty.txt": "", "s/blank.txt": " \n\u00a0\n", "s/binary.txt": "ab\x00cd",
		"s/controls.txt": strings.Repeat("a\x01", 50), "s/latin1.txt": "caf\xe9 closed", "s/utf16.txt": utf16,
		"s/utf16be.txt": "\x00A\x00b\x00c\x00d", "none/readme.md": "x", "bad/only.txt": "",
	})
	stories, problems := Load([]string{filepath.Join(dir, "s"), filepath.Join(dir, "none"), filepath.Join(dir, "bad"), filepath.Join(dir, "gone")})
	assert.Equal(t, []string{"s: latin1.txt ok.txt utf16.txt utf16be.txt"}, shape(stories))
	want := []string{
		"bad: none of its articles can be read",
		"bad/only.txt: is empty; an article needs at least one line of text",
		"gone: no such file or folder",
		"none: holds no articles; a story's folder holds texts, pages or documents",
		"s/binary.txt: is binary (byte 2 is zero); a plain text file in UTF-8 is wanted",
		"s/blank.txt: holds nothing but white space; an article needs at least one line of text",
		"s/controls.txt: is binary (50 control characters in 100 bytes); a plain text file in UTF-8 is wanted",
		"s/empty.txt: is empty; an article needs at least one line of text",
		"s/same.txt: is byte for byte the same as s/ok.txt, which is read in its place",
	}
	for i := range want {
		want[i] = filepath.FromSlash(want[i])
	}
	assert.Equal(t, want, faults(dir, problems))
}

func TestLinks(t *testing.T) {
	dir := tree(t, map[string]string{"s/a.txt": text(1), "s/sub/b.txt": text(2)})
	at := func(s string) string { return filepath.Join(dir, s) }
	if err := os.Symlink(at("s"), at("s/sub/up")); err != nil {
		t.Skip("no symbolic links here: ", err)
	}
	require.NoError(t, os.Symlink(at("s/a.txt"), at("s/z.txt")))
	require.NoError(t, os.Symlink(at("self.txt"), at("self.txt")))
	require.NoError(t, os.Symlink(at("s/gone.txt"), at("s/dead.txt")))
	stories, problems := Load([]string{at("s"), at("self.txt")})
	assert.Equal(t, []string{"s: a.txt sub/b.txt"}, shape(stories))
	assert.Equal(t, []string{
		"s/dead.txt: no such file or folder",
		"s/sub/up: is a symbolic link to a folder that it lies in; it is not followed",
		"self.txt: is a symbolic link that leads back to itself",
	}, faults(dir, problems))
}

func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may read every file")
	}
	dir := tree(t, map[string]string{"s/a.txt": text(1), "s/b.txt": text(2)})
	require.NoError(t, os.Chmod(filepath.Join(dir, "s", "b.txt"), 0))
	stories, problems := Load([]string{filepath.Join(dir, "s")})
	assert.Equal(t, []string{"s: a.txt"}, shape(stories))
	assert.Equal(t, []string{"s/b.txt: may not be read; it needs read permission"}, faults(dir, problems))
}

func TestTooLarge(t *testing.T) {
	dir := tree(t, map[string]string{"s/a.txt": text(1), "s/big.txt": ""})
	require.NoError(t, os.Truncate(filepath.Join(dir, "s", "big.txt"), MaxFileSize+1))
	_, problems := Load([]string{filepath.Join(dir, "s")})
	assert.Equal(t, []string{"s/big.txt: is larger than 64 MiB, the most that is read of one file"}, faults(dir, problems))
}

func TestLongLine(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 50 MB")
	}
	dir := tree(t, map[string]string{"s/a.txt": strings.Repeat("The bridge is shut. ", 50<<20/20)})
	start := time.Now()
	stories, problems := Load([]string{filepath.Join(dir, "s")})
	assert.Empty(t, problems)
	require.Len(t, stories, 1)
	assert.Len(t, stories[0].Articles[0].Blocks, 1)
	// Half a second on a slow core; quadratic work would take hours.
	assert.Less(t, time.Since(start), 20*time.Second)
}

func TestOutletFromName(t *testing.T) {
	for id, want := range map[string]string{
		"www.example-news.com-2.txt": "www.example-news.com", "daily-post.txt": "Daily Post", "outlet-b.txt": "Outlet B",
		"2025-12-15-daily-post.txt": "Daily Post", "sub/The_Ellery_Post.txt": "The Ellery Post", "bbc.txt": "BBC", "channel-4.txt": "Channel 4",
		"20251215.txt": "20251215", "paper.example.txt": "paper.example", "3.txt": "3",
	} {
		assert.Equal(t, want, outletFromName(id), id)
	}
}

func BenchmarkLoad(b *testing.B) {
	dir := b.TempDir()
	size := 0
	for i := range 10 {
		s := story(6000) + text(i)
		size += len(s)
		require.NoError(b, os.WriteFile(filepath.Join(dir, fmt.Sprintf("a%d.txt", i)), []byte(s), 0o644))
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		Load([]string{dir})
	}
}

// TestSameBytes: of files with the same bytes one is read for each outlet that
// is stated, and one alone where names of files are all that tells them apart.
func TestSameBytes(t *testing.T) {
	dir := tree(t, map[string]string{
		"s/a.txt": text(1), "s/b.txt": text(1), "s/c.txt": text(1), "s/d.txt": text(1),
		"s/articles.json": `[{"file": "a.txt", "outlet": "The Post"}, {"file": "b.txt", "outlet": "The Mail"}, {"file": "c.txt", "outlet": "The Post"}]`,
	})
	stories, problems := Load([]string{filepath.Join(dir, "s")})
	assert.Equal(t, []string{"s: a.txt b.txt"}, shape(stories))
	assert.Equal(t, []string{
		filepath.FromSlash("s/c.txt: is byte for byte the same as s/a.txt, which is read in its place"),
		filepath.FromSlash("s/d.txt: is byte for byte the same as s/a.txt, which is read in its place"),
	}, faults(dir, problems))
	assert.Equal(t, stories[0].Articles[0].SHA256, stories[0].Articles[1].SHA256)
}
