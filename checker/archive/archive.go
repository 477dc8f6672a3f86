// Package archive runs the test archives of rules: short articles of our own
// with the findings that the rule must make of them.
//
// An archive is a txtar file. Its first line says what it shows. Its files are
// articles (.txt), optionally articles.json with outlets and times, and want:
//
//	conflict: people killed
//	  alpha.txt: at least 12 people were killed
//	  beta.txt: killing 15
//
// A line that is not indented is a finding of the archive's rule: its verdict
// and its fact. The indented lines are all of its values, with the exact words
// of the evidence. Findings that are single are left out of want, and so the
// rule stays silent where want is empty. A file todo, in the same form, holds
// known misses: findings that ought to be made and are not. It fails when one
// of them is made, so that it moves to want.
package archive

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/tools/txtar"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
	"github.com/concord-news/concord/rules"
)

// Result is what came of one archive.
type Result struct {
	// Rule is the rule's name, File the archive's path.
	Rule, File string
	// Shows is the archive's first line.
	Shows string
	// Speaks reports that want holds a finding: the archive shows the rule
	// speak. Otherwise it shows the rule stay silent.
	Speaks bool
	// Want and Got are the findings in the form of an archive. Err says what
	// is wrong with the archive, if anything.
	Want, Got string
	Err       error
}

// ErrNoWant: an archive has no want section. What came is in Got all the same.
var ErrNoWant = errors.New("no want section: -- want -- and under it the findings, nothing where the rule must stay silent")

// WithWant returns the archive with want in the place of its want section, or
// behind its files where it has none. All else stays as it is.
func WithWant(archive []byte, want string) []byte {
	a := txtar.Parse(archive)
	if want != "" {
		want += "\n"
	}
	i := slices.IndexFunc(a.Files, func(f txtar.File) bool { return f.Name == "want" })
	if i < 0 {
		a.Files, i = append(a.Files, txtar.File{Name: "want"}), len(a.Files)
	}
	a.Files[i].Data = []byte(want)
	return txtar.Format(a)
}

// Pass reports whether the rule did what the archive wants.
func (r Result) Pass() bool { return r.Err == nil && r.Want == r.Got }

// Test runs the archives of the rules of c that lie in dir of fsys, in the
// order of rules and files. A rule without an archive in which it speaks, or
// without one in which it stays silent, gets a Result that says so.
func Test(c *rules.Catalog, fsys fs.FS, dir string) []Result {
	reader := rules.NewReader(c)
	var out []Result
	for _, r := range c.Rules {
		if _, err := fs.Stat(fsys, path.Join(dir, r.Name)); err != nil {
			continue // a rule of another catalogue
		}
		files, _ := fs.Glob(fsys, path.Join(dir, r.Name, "testdata", "*.txtar"))
		slices.Sort(files)
		var speaks, silent bool
		for _, f := range files {
			res := run(reader, r, fsys, f)
			speaks, silent = speaks || res.Speaks, silent || !res.Speaks
			out = append(out, res)
		}
		if !speaks || !silent {
			err := errors.New("no archive in which the rule speaks: want one with a finding of it under want")
			if speaks {
				err = errors.New("no archive in which the rule stays silent: want one with nothing under want")
			}
			out = append(out, Result{Rule: r.Name, File: path.Join(dir, r.Name, "testdata"), Err: err})
		}
	}
	return out
}

func run(reader *rules.Reader, rule *rules.Rule, fsys fs.FS, file string) Result {
	res := Result{Rule: rule.Name, File: file}
	data, err := fs.ReadFile(fsys, file)
	if err != nil {
		res.Err = err
		return res
	}
	a := txtar.Parse(data)
	res.Shows, _, _ = strings.Cut(strings.TrimSpace(string(a.Comment)), "\n")
	if res.Shows == "" {
		res.Err = errors.New("the first line does not say what the archive shows")
	}
	want, todo, found := sections(a)
	if !found {
		res.Err = ErrNoWant
	}
	story, err := Story(a)
	if err != nil {
		res.Err = err
	}
	if res.Err != nil && !errors.Is(res.Err, ErrNoWant) {
		return res
	}
	res.Want, res.Speaks = want, want != ""
	report := checker.Check(story, checker.Options{Reader: reader, Jobs: 1})
	res.Got = Findings(report, rule)
	for _, t := range strings.Split(todo, "\n\n") {
		if t != "" && strings.Contains("\n"+res.Got, "\n"+strings.TrimSpace(t)) {
			res.Err = fmt.Errorf("a todo is done, move it to want: %s", t)
		}
	}
	return res
}

func sections(a *txtar.Archive) (want, todo string, found bool) {
	for _, f := range a.Files {
		switch f.Name {
		case "want":
			want, found = spaced(string(f.Data)), true
		case "todo":
			todo = spaced(string(f.Data))
		}
	}
	return want, todo, found
}

// spaced puts an empty line between findings, as Findings does, however an archive
// has them: each begins with a line that is not indented.
func spaced(section string) string {
	var b strings.Builder
	for l := range strings.Lines(section) {
		if l = strings.TrimRight(l, " \r\n"); l == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
			if l[0] != ' ' {
				b.WriteByte('\n')
			}
		}
		b.WriteString(l)
	}
	return b.String()
}

// Story makes a story of an archive's articles, as if they lay in a folder.
func Story(a *txtar.Archive) (*corpus.Story, error) {
	fsys, err := txtar.FS(&txtar.Archive{Files: articles(a)})
	if err != nil {
		return nil, err
	}
	temp, err := os.MkdirTemp("", "archive")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(temp)
	dir := filepath.Join(temp, "archive")
	if err := os.CopyFS(dir, fsys); err != nil {
		return nil, err
	}
	stories, problems := corpus.Load([]string{dir})
	if len(problems) > 0 {
		return nil, fmt.Errorf("%s: %w", filepath.Base(problems[0].Path), problems[0].Err)
	}
	return &stories[0], nil
}

func articles(a *txtar.Archive) []txtar.File {
	var out []txtar.File
	for _, f := range a.Files {
		if f.Name != "want" && f.Name != "todo" {
			out = append(out, f)
		}
	}
	return out
}

// Findings writes the findings of one rule in the form of an archive's want.
func Findings(r *checker.Report, rule *rules.Rule) string {
	var out []string
	for i := range r.Findings {
		f := &r.Findings[i]
		if f.Rule.Name != rule.Name || f.Verdict == checker.Single {
			continue
		}
		lines := []string{fmt.Sprintf("%s: %s", f.Verdict, f.Fact)}
		for k := range f.Values {
			v := &f.Values[k]
			lines = append(lines, fmt.Sprintf("  %s: %s", v.Article.ID, strings.Join(strings.Fields(v.Text()), " ")))
		}
		out = append(out, strings.Join(lines, "\n"))
	}
	return strings.Join(out, "\n\n")
}
