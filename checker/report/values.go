package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/corpus"
)

// indent is where the lines under a finding begin.
const indent = 5

// The least and most columns that parts of a value's line take.
const (
	mostValue, mostOutlet = 28, 24
	leastEvidence         = 44
	mostPlace             = 32
	mostVoice             = 34
)

// layout is the columns of the values under findings, the same for the whole
// report so that they can be read downwards.
type layout struct {
	// wide: place and voice have columns of their own. Otherwise they stand
	// under the evidence.
	wide   bool
	widths []int
}

// layOut fits the columns of the values of list to the width.
func (t *table) layOut(list []*checker.Finding) layout {
	natural := make([]int, 5)
	for _, f := range list {
		for i := range f.Values {
			for j, c := range t.valueCells(f, i) {
				natural[j] = max(natural[j], c.width())
			}
		}
	}
	value, outlet := min(natural[0], mostValue), min(natural[1], mostOutlet)
	place, voice := min(natural[3], mostPlace), min(natural[4], mostVoice)
	rest := t.width - indent - value - outlet - place - voice - 4*gutter
	if rest >= leastEvidence {
		return layout{wide: true, widths: []int{value, outlet, min(rest, natural[2]), place, voice}}
	}
	// Narrow terminals: a fifth each is enough for value and outlet.
	value, outlet = min(value, t.width/5), min(outlet, t.width/5)
	return layout{widths: []int{value, outlet, t.width - indent - value - outlet - 2*gutter}}
}

// mostLines is how many values of a finding are shown. Beyond that an article has
// the values on which the verdict rests, and otherwise its first.
const mostLines = 10

// values writes a line for every value of f, an outlet each. What an article
// states again and again has one line, with all its places.
func (t *table) values(f *checker.Finding, lay layout) {
	var rows [][]cell
	list, left := t.chosen(f)
	for _, i := range list {
		c := t.valueCells(f, i)
		if !lay.wide {
			under := append(append(c[3][0], word{text: "·", style: dim}), c[4][0]...)
			c = []cell{c[0], c[1], append(c[2], under)}
		}
		rows = append(rows, c)
	}
	if len(rows) > 0 {
		t.grid(indent, rows, lay.widths)
	}
	if left > 0 {
		rest := fmt.Sprintf("and %s of the same articles (--all)", number(left, "more value"))
		t.grid(indent, [][]cell{{{words(rest, dim)}}}, []int{t.width - indent})
	}
}

// chosen are the values that have a line; left is how many have none for want of
// room.
func (t *table) chosen(f *checker.Finding) (list []int, left int) {
	for i := range f.Values {
		if !slices.ContainsFunc(f.Values[:i], func(v checker.Value) bool { return t.again(f, v, f.Values[i]) }) {
			list = append(list, i)
		}
	}
	if t.opts.All || worded(f) || len(list) <= mostLines {
		return list, 0
	}
	whole := len(list)
	decides := map[*corpus.Article]bool{}
	for _, v := range f.Values {
		decides[v.Article] = decides[v.Article] || v.Decides
	}
	shown := map[*corpus.Article]bool{}
	list = slices.DeleteFunc(list, func(i int) bool {
		v := f.Values[i]
		keep := !decides[v.Article] && !shown[v.Article] ||
			slices.ContainsFunc(f.Values[i:], func(w checker.Value) bool { return w.Decides && t.again(f, v, w) })
		shown[v.Article] = shown[v.Article] || keep
		return !keep
	})
	return list, whole - len(list)
}

// again reports whether w says in the same article what v says there, in the
// same voice. Passages whose words matter stand each for itself, and so does
// everything where all is asked for.
func (t *table) again(f *checker.Finding, v, w checker.Value) bool {
	return !t.opts.All && f.Kind != "quote" && !worded(f) && v.Article == w.Article &&
		v.Reading == w.Reading && v.Speaker == w.Speaker && v.AsOf == w.AsOf
}

// valueCells returns value, outlet, evidence, place and voice of a value.
func (t *table) valueCells(f *checker.Finding, i int) []cell {
	v := f.Values[i]
	place := fmt.Sprintf("%s:%d", plain(v.Article.ID), t.lines.line(v.Article, v.Span.Start))
	for _, w := range f.Values[i+1:] {
		if t.again(f, v, w) {
			place += fmt.Sprintf(", %d", t.lines.line(w.Article, w.Span.Start))
		}
	}
	return []cell{
		{words(shortValue(f.Kind, v.Reading), noStyle)},
		{words(plain(outlet(v.Article)), bold)},
		{evidence(f, i)},
		{words(place, dim)},
		{words(voice(v), dim)},
	}
}

// shortValue returns a value to stand beside its evidence: of a quotation the
// words are the value.
func shortValue(kind, value string) string {
	if kind == "quote" {
		return "quotation"
	}
	return plain(value)
}

// worded reports whether the values of a finding are passages that ought to be
// the same words, so that it shows how they differ.
func worded(f *checker.Finding) bool {
	return (f.Kind == "quote" || f.Kind == "copy" || f.Kind == "version") && f.Verdict != checker.NotCompared
}

// evidence returns the exact words of a value between quotation marks. Where
// quotations differ the second and later ones show how, word by word, against
// the first.
func evidence(f *checker.Finding, i int) []word {
	text := plain(f.Values[i].Text())
	if worded(f) && i > 0 {
		if base := plain(f.Values[0].Text()); base != text {
			return differences(base, text)
		}
	}
	return words(quoted(text), noStyle)
}

// quoted puts safe text between quotation marks, unless it has its own.
func quoted(s string) string {
	if strings.HasPrefix(s, "\"") || strings.HasPrefix(s, "“") {
		return s
	}
	return "\"" + s + "\""
}

// voice says whose words they are, how they are hedged and of when they speak.
func voice(v checker.Value) string {
	s := "own voice"
	if v.Speaker != "" {
		s = "according to " + plain(v.Speaker)
	}
	if v.Hedge != "" {
		s += fmt.Sprintf("; hedge \"%s\"", plain(v.Hedge))
	}
	if v.AsOf != "" {
		s += "; as of " + plain(v.AsOf)
	}
	return s
}

// unread lists what was recognised and not compared, with place and reason.
func (t *table) unread() {
	if len(t.report.Unread) == 0 {
		return
	}
	t.out.WriteString(paint("NOT READ", bold, t.color) + "\n")
	var rows [][]cell
	widths := make([]int, 3)
	for _, u := range t.report.Unread {
		row := []cell{
			{words(fmt.Sprintf("%s:%d", plain(u.Article.ID), t.lines.line(u.Article, u.Start)), dim)},
			{words(plain(u.In(u.Article.Text)), noStyle)},
			{words(plain(u.Reason), noStyle)},
		}
		for i, c := range row {
			widths[i] = max(widths[i], c.width())
		}
		rows = append(rows, row)
	}
	free := t.width - 2*gutter
	widths[0] = min(widths[0], mostPlace)
	widths[2] = min(widths[2], max(24, free/4))
	widths[1] = min(widths[1], free-widths[0]-widths[2])
	t.grid(0, rows, widths)
	t.out.WriteByte('\n')
}
