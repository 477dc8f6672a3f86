package report

import (
	"strconv"
	"strings"

	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// figure reports whether the value of f is a figure.
func figure(f *rules.Fact) bool {
	return f.Rule.Compare.By == rules.ByFigure || f.Rule.Compare.By == rules.ByChange
}

// factName returns the name of the fact's slot with the parts of its key in
// place of "{part}"; what the text does not say is left out.
func factName(f *rules.Fact) string {
	var b strings.Builder
	rest := f.Rule.Fact
	for {
		before, after, ok := strings.Cut(rest, "{")
		b.WriteString(before)
		if !ok {
			break
		}
		var slot string
		slot, rest, _ = strings.Cut(after, "}")
		b.WriteString(keyShown(f, slot))
	}
	return strings.Trim(strings.Join(strings.Fields(b.String()), " "), " ·")
}

func keyShown(f *rules.Fact, slot string) string {
	for i, part := range f.Rule.Key {
		if i < len(f.Key) && (part.Slot == slot || part.Slot+"."+part.Attribute == slot) {
			return f.Key[i].Show
		}
	}
	return ""
}

// factValue returns the value of f in a few words.
func factValue(f *rules.Fact) string {
	v := &f.Value
	switch f.Rule.Compare.By {
	case rules.ByFigure:
		return quantityWords(v.Figure, v.Unit)
	case rules.ByChange:
		return quantityWords(v.From, "") + " -> " + quantityWords(v.Figure, v.Unit)
	case rules.ByPolarity:
		if f.Told != nil {
			return v.Words
		}
		return [...]string{"", "yes", "no"}[v.Answer]
	case rules.ByStance:
		return v.Stance.String()
	case rules.ByDate:
		return v.Timex
	case rules.ByOffice:
		return officeWords(v.Office)
	}
	if len(v.Names) > 0 {
		names := make([]string, len(v.Names))
		for i, n := range v.Names {
			names[i] = n.Canonical
		}
		return strings.Join(names, "; ")
	}
	return v.Words
}

// officeWords writes an office with the country or body it belongs to.
func officeWords(o rules.Office) string {
	s := o.Title
	if o.Former {
		s = "former " + s
	}
	if o.Scope != "" {
		s += " (" + o.Scope + ")"
	}
	return s
}

// quantityWords writes q with its bound and unit: "at least 4 people".
func quantityWords(q mention.Quantity, unit string) string {
	if !q.Known() {
		return strings.TrimSpace("no value " + unit)
	}
	low, high := ends(q)
	var s string
	switch {
	case low != nil && high != nil && *low == *high:
		s = trimmed(*low)
	case low != nil && high != nil:
		s = trimmed(*low) + " to " + trimmed(*high)
	case low != nil:
		s = trimmed(*low)
	case high != nil:
		s = trimmed(*high)
	}
	if b := boundName(q.Bound); b != "" {
		s = b + " " + s
	}
	if near := q.Bound == mention.JustBelow || q.Bound == mention.JustAbove; q.Approx && !near {
		s = "about " + s
	}
	if unit == "%" {
		return s + "%"
	}
	return strings.TrimSpace(s + " " + unit)
}

func trimmed(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// mentionValue returns what a mention was read as, in a few words.
func mentionValue(m *mention.Mention) string {
	switch {
	case m.Timex != "" && m.Kind != mention.Duration:
		return m.Timex
	case m.Kind == mention.Identifier:
		return "part of a name"
	case m.Kind.Numeric():
		return quantityWords(m.Quantity, m.Unit)
	}
	return m.Name
}
