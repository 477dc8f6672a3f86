package report

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/interval"
)

// The measures of charts, in pixels: labels on the left, the line in the
// middle, values as read on the right.
const (
	chartWidth          = 700
	plotLeft, plotRight = 190, 500
	noteLeft            = 520
	chartRowHeight      = 26
	chartTop, chartAxis = 8, 34
	mostLabel, mostNote = 25, 26
	mostTicks           = 5
)

// chart is a number line or a timeline, with the same data as a table.
type chart struct {
	Title               string
	Width, Height, Axis int
	Left, Right, Note   int
	Ticks               []tick
	Rows                []chartRow
	Head                []string
	Table               [][]string
}

type tick struct {
	X    float64
	Text string
}

// chartRow is one value: a point, or a bar with arrows at its open ends.
type chartRow struct {
	Y           int
	Label, Note string
	X, Width    float64
	Point       bool
	// LessArrow and MoreArrow are the corners of arrows, "" where closed.
	LessArrow, MoreArrow string
}

// extent is one value on a scale; an end that is open is infinite.
type extent struct {
	outlet, read string
	low, high    float64
}

// charts draws what is better seen than read: figures, days, and figures that
// moved while articles appeared.
func charts(f *checker.Finding) []*chart {
	var out []*chart
	for _, c := range []*chart{numberLine(f), dayLine(f), growth(f)} {
		if c != nil {
			out = append(out, c)
		}
	}
	return out
}

// numberLine shows figures of one unit; nil where there are not two.
func numberLine(f *checker.Finding) *chart {
	var list []extent
	for _, v := range f.Values {
		if v.Low == nil && v.High == nil {
			continue
		}
		if v.Unit != f.Values[0].Unit {
			return nil
		}
		e := extent{plain(v.Article.Outlet), plain(v.Reading), math.Inf(-1), math.Inf(1)}
		if v.Low != nil {
			e.low = *v.Low
		}
		if v.High != nil {
			e.high = *v.High
		}
		list = append(list, e)
	}
	c := draw(list, numberTicks)
	if c == nil {
		return nil
	}
	c.Title = "Figures as intervals"
	c.Head = []string{"Outlet", "As read", "From", "To"}
	for _, e := range list {
		c.Table = append(c.Table, []string{e.outlet, e.read, endWords(e.low), endWords(e.high)})
	}
	return c
}

func endWords(x float64) string {
	if math.IsInf(x, 0) {
		return "open"
	}
	return interval.Number(x)
}

// dayLine shows dates; nil where there are not two.
func dayLine(f *checker.Finding) *chart {
	if f.Kind != "date" {
		return nil
	}
	var list []extent
	for _, v := range f.Values {
		first, last, ok := days(v.Reading)
		if !ok {
			continue
		}
		list = append(list, extent{plain(v.Article.Outlet), plain(v.Reading), seconds(first), seconds(last)})
	}
	c := draw(list, dayTicks)
	if c == nil {
		return nil
	}
	c.Title = "Dates on a line"
	c.Head = []string{"Outlet", "As read", "First day", "Last day"}
	for _, e := range list {
		c.Table = append(c.Table, []string{e.outlet, e.read, moment(e.low).Format(time.DateOnly), moment(e.high).Format(time.DateOnly)})
	}
	return c
}

// days reads "2026-03-09" and "2026-03-09 to 2026-03-15".
func days(reading string) (first, last time.Time, ok bool) {
	from, to, both := strings.Cut(reading, " to ")
	if !both {
		to = from
	}
	first, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return first, last, false
	}
	last, err = time.Parse(time.DateOnly, to)
	return first, last, err == nil && !last.Before(first)
}

// growth shows when articles with figures that moved appeared; nil where it is
// not known of two.
func growth(f *checker.Finding) *chart {
	if f.Verdict != checker.Changed && !f.Rule.Compare.Growing {
		return nil
	}
	var list []extent
	for _, v := range f.Values {
		p := v.Article.Published
		if p.Known() && (v.Low != nil || v.High != nil) {
			list = append(list, extent{plain(v.Article.Outlet), plain(v.Reading), seconds(p.Time), seconds(p.Time)})
		}
	}
	slices.SortStableFunc(list, func(a, b extent) int { return cmp.Compare(a.low, b.low) })
	if len(list) == 0 || list[0].low == list[len(list)-1].low {
		return nil
	}
	c := draw(list, dayTicks)
	if c == nil {
		return nil
	}
	c.Title = "Figures by time of publication"
	c.Head = []string{"Published", "Outlet", "As read"}
	for _, e := range list {
		c.Table = append(c.Table, []string{moment(e.low).Format("2006-01-02 15:04 UTC"), e.outlet, e.read})
	}
	return c
}

func seconds(t time.Time) float64 { return float64(t.Unix()) }

func moment(s float64) time.Time { return time.Unix(int64(s), 0).UTC() }

// draw puts extents on one scale; nil where there are not two.
func draw(list []extent, ticks func(low, high float64) []scaleTick) *chart {
	low, high := bounds(list)
	if len(list) < 2 || low > high || math.IsInf(high-low, 0) {
		return nil
	}
	pad := (high - low) * 0.08
	if pad == 0 {
		pad = max(1, math.Abs(high)*0.1)
	}
	x := func(v float64) float64 {
		v = min(max(v, low-pad), high+pad)
		return round(plotLeft + (v-low+pad)/(high-low+2*pad)*(plotRight-plotLeft))
	}
	c := &chart{
		Width: chartWidth, Height: chartTop + len(list)*chartRowHeight + chartAxis, Left: plotLeft, Right: plotRight,
		Axis: chartTop + len(list)*chartRowHeight + 6, Note: noteLeft,
	}
	for _, t := range ticks(low, high) {
		c.Ticks = append(c.Ticks, tick{x(t.at), t.text})
	}
	for i, e := range list {
		r := chartRow{
			Y: chartTop + i*chartRowHeight + chartRowHeight/2, Label: shorten(e.outlet, mostLabel), Note: shorten(e.read, mostNote),
			X: x(e.low), Point: e.low == e.high,
		}
		r.Width = round(x(e.high) - r.X)
		if math.IsInf(e.low, 0) {
			r.LessArrow = fmt.Sprintf("%d,%d %d,%d %d,%d", plotLeft, r.Y-7, plotLeft-12, r.Y, plotLeft, r.Y+7)
		}
		if math.IsInf(e.high, 0) {
			r.MoreArrow = fmt.Sprintf("%d,%d %d,%d %d,%d", plotRight, r.Y-7, plotRight+12, r.Y, plotRight, r.Y+7)
		}
		c.Rows = append(c.Rows, r)
	}
	return c
}

// bounds returns the least and the greatest end that is not open; low is above
// high where there is none.
func bounds(list []extent) (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	for _, e := range list {
		for _, v := range []float64{e.low, e.high} {
			if !math.IsInf(v, 0) {
				low, high = min(low, v), max(high, v)
			}
		}
	}
	return low, high
}

// round keeps pictures small and the same on every processor.
func round(x float64) float64 { return math.Round(x*10) / 10 }

type scaleTick struct {
	at   float64
	text string
}

// numberTicks are at round numbers.
func numberTicks(low, high float64) []scaleTick {
	if low == high {
		return []scaleTick{{low, interval.Number(low)}}
	}
	step := math.Pow(10, math.Floor(math.Log10((high-low)/mostTicks)))
	for _, m := range []float64{2, 2.5, 2} { // 1, 2, 5, 10 times a power of ten
		if (high-low)/step > mostTicks {
			step *= m
		}
	}
	var out []scaleTick
	for i := math.Ceil(low / step); i*step <= high && len(out) < 2*mostTicks; i++ {
		out = append(out, scaleTick{i * step, interval.Number(i * step)})
	}
	return out
}

// dayTicks are the first and the last moment.
func dayTicks(low, high float64) []scaleTick {
	layout := time.DateOnly
	if high-low < 3*24*60*60 && math.Mod(low, 24*60*60) != 0 {
		layout = "01-02 15:04"
	}
	out := []scaleTick{{low, moment(low).Format(layout)}}
	if high > low {
		out = append(out, scaleTick{high, moment(high).Format(layout)})
	}
	return out
}

// shorten cuts words that do not fit into a picture; the table beside it has
// them whole.
func shorten(s string, most int) string {
	r := []rune(s)
	if len(r) <= most {
		return s
	}
	return strings.TrimSpace(string(r[:most-1])) + "…"
}
