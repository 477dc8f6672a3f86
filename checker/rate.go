package checker

import (
	"strings"

	"github.com/concord-news/concord/rules"
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
