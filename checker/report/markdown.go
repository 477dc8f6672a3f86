package report

import (
	"fmt"
	"io"
	"strings"

	"github.com/concord-news/concord/checker"
)

// Markdown writes r for pull requests and wikis: headings and pipe tables as
// GitHub renders them. Words of articles are text alone: no link, no markup, no
// cell that ends early. Agreements and single statements are counted, as in the
// table.
func Markdown(w io.Writer, r *checker.Report, run Run) error {
	b := newPageBuilder(r, run)
	var out strings.Builder
	c := counts(r)
	fmt.Fprintf(&out, "# %s\n\n", cellText(r.Story.Name))
	if r.Ungrouped {
		out.WriteString("Of no story with another article, not compared:\n\n| Outlet | Article | Published | Title |\n|---|---|---|---|\n")
		for _, a := range r.Story.Articles {
			markdownRow(&out, a.Outlet, a.ID, publishedWords(a.Published), a.Title)
		}
		out.WriteByte('\n')
	}
	fmt.Fprintf(&out, "%s · %s · %s · %s read · %d in two or more outlets · %s not read\n\n",
		number(c.Articles, "article"), number(c.Outlets, "outlet"), number(c.Origins, "independent origin"),
		number(c.Facts, "fact"), c.Compared, number(c.Unread, "passage"))
	var verdicts []string
	for _, v := range checker.Verdicts() {
		verdicts = append(verdicts, fmt.Sprintf("%d %s", r.Count(v), v))
	}
	out.WriteString(strings.Join(verdicts, " · ") + "\n")
	if off := r.RulesOff; len(off) > 0 {
		fmt.Fprintf(&out, "\n%s\n", cellText(rulesOff(off)))
	}
	for i := range r.Findings {
		if f := &r.Findings[i]; shown(f) {
			markdownFinding(&out, b, f)
		}
	}
	markdownVersions(&out, b)
	markdownUnread(&out, b)
	if _, err := io.WriteString(w, out.String()); err != nil {
		return fmt.Errorf("report of %s as Markdown: %w", plain(r.Story.Name), err)
	}
	return nil
}

func markdownFinding(out *strings.Builder, b *pageBuilder, f *checker.Finding) {
	fmt.Fprintf(out, "\n## %s %s: %s\n\n", f.ID, f.Verdict, cellText(f.Fact))
	fmt.Fprintf(out, "%s severity · rule %s · %s", f.Severity, cellText(f.Rule.Name), number(f.Origins, "independent origin"))
	if f.Gap != "" {
		fmt.Fprintf(out, " · gap %s", cellText(f.Gap))
	}
	out.WriteString("\n\n")
	if k := b.run.Baseline.Of(b.r.Story.Name, f); k != nil {
		fmt.Fprintf(out, "Known: %s (%s)\n\n", cellText(k.Reason), cellText(k.By))
	}
	if f.Why != "" {
		fmt.Fprintf(out, "Why: %s\n\n", cellText(f.Why))
	}
	out.WriteString("| Outlet | As read | As written | Whose words | Place |\n|---|---|---|---|---|\n")
	for _, v := range f.Values {
		place := b.place(v.Article, v.Span.Start)
		markdownRow(out, outlet(v.Article), v.Reading, v.Text(), voice(v), place)
	}
	if list := standings(f); len(list) > 0 {
		out.WriteString("\n| Against the reference | Outlets | Reference | Why |\n|---|---|---|---|\n")
		for _, s := range list {
			markdownRow(out, standingWords(s.standing), strings.Join(s.outlets, ", "), referenceWords(s.fact), s.why)
		}
	}
}

func markdownVersions(out *strings.Builder, b *pageBuilder) {
	if len(b.r.Versions) == 0 {
		return
	}
	out.WriteString("\n## Versions\n\n| Outlet | Before | After | Taken out | Put in |\n|---|---|---|---|---|\n")
	for i := range b.r.Versions {
		r := &b.r.Versions[i]
		for _, e := range r.Edits {
			markdownRow(out, r.New.Outlet, b.place(r.Old, e.Old.Start), b.place(r.New, e.New.Start), e.Old.In(r.Old.Text), e.New.In(r.New.Text))
		}
		if len(r.Edits) == 0 {
			markdownRow(out, r.New.Outlet, r.Old.ID, r.New.ID, "", "")
		}
	}
}

func markdownUnread(out *strings.Builder, b *pageBuilder) {
	if len(b.r.Unread) > 0 {
		out.WriteString("\n## Not read\n\n| Place | Words | Why not |\n|---|---|---|\n")
		for _, u := range b.r.Unread {
			markdownRow(out, b.place(u.Article, u.Start), u.In(u.Article.Text), u.Reason)
		}
	}
	if list := silent(b.r); len(list) > 0 {
		out.WriteString("\n## Reference facts of which no outlet speaks\n\n| Reference |\n|---|\n")
		for _, f := range list {
			markdownRow(out, referenceWords(f))
		}
	}
	if len(b.r.Problems) > 0 {
		out.WriteString("\n## Files that could not be read\n\n| File | Error |\n|---|---|\n")
		for _, p := range b.r.Problems {
			markdownRow(out, p.Path, p.Err.Error())
		}
	}
	if stale := b.run.Baseline.Stale(b.r); len(stale) > 0 {
		out.WriteString("\n## Entries of the baseline that no finding has any more\n\n| Fact | Verdict | Reason | By |\n|---|---|---|---|\n")
		for _, k := range stale {
			markdownRow(out, k.Fact, k.Verdict, k.Reason, k.By)
		}
	}
}

func markdownRow(out *strings.Builder, cells ...string) {
	for _, c := range cells {
		out.WriteString("| " + cellText(c) + " ")
	}
	out.WriteString("|\n")
}

// cellText makes words safe inside a line and inside a cell: every sign that
// Markdown may read is escaped, "<" and "&" become entities, and an address
// that a renderer would make a link of by itself is parted by an element.
func cellText(s string) string {
	s = plain(s)
	var b strings.Builder
	for i, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == ':' && strings.HasPrefix(s[i:], "://"), r == '@', r == '$':
			// GitHub links bare addresses, tells people who are mentioned, and sets
			// mathematics between dollar signs.
			fmt.Fprintf(&b, "<span>%c</span>", r)
		case r == '.' && i >= 3 && strings.EqualFold(s[i-3:i], "www"):
			b.WriteString("<span>.</span>")
		case strings.ContainsRune("\\`*_[]#|~", r):
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
