package checker

import (
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
	"github.com/concord-news/concord/rules/quantity"
)

// rateLeftOut reports whether one of two units is the other without its rate: a
// price in dollars and one in dollars a share.
func rateLeftOut(x, y string) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	return x != "" && strings.HasPrefix(y, x+"/")
}

// elided reports whether two facts state one figure of which one leaves out the
// rate: "$22 in stock" beside "$22 a share in stock".
func elided(a, b *rules.Fact) bool {
	return rateLeftOut(a.Value.Unit, b.Value.Unit) && a.Value.Figure.Low == b.Value.Figure.Low && a.Value.Figure.High == b.Value.Figure.High
}

// scaleLeftOut reports whether one of two temperatures is told in degrees alone, and
// lies so near the other that it is of its scale: 44 degrees, 43C.
func scaleLeftOut(a, b *rules.Fact) bool {
	x, y := a.Value.Unit, b.Value.Unit
	if x != "degree" {
		x, y = y, x
	}
	return x == "degree" && (y == "celsius" || y == "fahrenheit") && ratio(a.Value.Figure, b.Value.Figure) < nearRatio
}

// oneUnit reports whether two figures other than counts and ages have one unit, or
// units of one dimension.
func oneUnit(a, b *rules.Fact) bool {
	switch a.Value.Kind {
	case mention.Money:
		return b.Value.Kind == mention.Money && currency(a) == currency(b)
	case mention.Share, mention.Duration:
		return a.Value.Kind == b.Value.Kind && a.Value.Unit == b.Value.Unit
	case mention.Measure:
		return oneDimension(a, b)
	}
	return false
}

// currency is the unit of a sum without its rate.
func currency(f *rules.Fact) string {
	name, _, _ := strings.Cut(f.Value.Unit, "/")
	return name
}

// timesApart is how many times the greater of two figures of one unit, or of one
// dimension, is the other.
func timesApart(a, b *rules.Fact) float64 {
	r := ratio(a.Value.Figure, b.Value.Figure)
	if one, ok := quantity.Convert(1, a.Value.Unit, b.Value.Unit); ok && one > 0 && (a.Value.Kind == mention.Measure || a.Value.Kind == mention.Duration) {
		x, y := one*middle(a.Value.Figure), middle(b.Value.Figure)
		if x > 0 && y > 0 {
			r = max(x/y, y/x)
		}
	}
	return r
}

// oneDimension reports whether two measures can be turned into one unit, or are taken
// to be in one.
func oneDimension(a, b *rules.Fact) bool {
	if a.Value.Kind != mention.Measure || b.Value.Kind != mention.Measure {
		return false
	}
	_, ok := quantity.Convert(1, a.Value.Unit, b.Value.Unit)
	return ok || scaleLeftOut(a, b)
}

// rates reports whether two measures are rates of one dimension, such as speeds.
func rates(a, b *rules.Fact) bool {
	return oneDimension(a, b) && (strings.Contains(a.Value.Unit, "/") || a.Value.Unit == "knot")
}

// nearRatio is the ratio below which two figures lie close together.
const nearRatio = 1.5
