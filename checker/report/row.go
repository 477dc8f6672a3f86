package report

import (
	"strconv"

	"github.com/concord-news/concord/checker"
)

// valueColumns are the columns of what outlets say, a value a row, as CSV and
// spreadsheets have them.
func valueColumns() []string {
	return []string{
		"finding", "fingerprint", "verdict", "severity", "kind", "fact", "rule", "why", "gap", "origins", "known",
		"outlet", "article", "line", "origin", "published", "value", "low", "high", "unit",
		"speaker", "hedge", "as of", "written", "sentence", "start", "end",
		"reference", "against reference", "reference why", "tier",
	}
}

// valueRows returns the rows of a finding. Numbers are written without parted
// thousands, so that programs can read them.
func valueRows(b *pageBuilder, f *checker.Finding) [][]string {
	known := ""
	if k := b.run.Baseline.Of(b.r.Story.Name, f); k != nil {
		known = plain(k.Reason + " (" + k.By + ")")
	}
	rows := make([][]string, 0, len(f.Values))
	for _, v := range f.Values {
		c := b.value(v)
		row := []string{
			f.ID, f.Fingerprint, f.Verdict.String(), f.Severity.String(), plain(f.Kind), plain(f.Fact), plain(f.Rule.Name),
			plain(f.Why), plain(f.Gap), strconv.Itoa(f.Origins), known,
			c.Outlet, plain(v.Article.ID), strconv.Itoa(b.lines.line(v.Article, v.Span.Start)), c.Origin, c.Published,
			c.Read, decimal(v.Low), decimal(v.High), plain(v.Unit), c.Speaker, c.Hedge, c.AsOf, c.Written,
			plain(c.Before + c.Span + c.After), strconv.Itoa(v.Span.Start), strconv.Itoa(v.Span.End),
			"", "", "", c.Tier,
		}
		if a := v.Against; a != nil {
			copy(row[len(row)-4:], []string{plain(referenceWords(a.Fact)), a.Standing.String(), plain(a.Why)})
		}
		rows = append(rows, row)
	}
	return rows
}

func decimal(v *float64) string {
	if v == nil {
		return ""
	}
	return strconv.FormatFloat(*v, 'f', -1, 64)
}
