package report

import (
	"strings"

	"github.com/concord-news/concord/checker"
	"github.com/concord-news/concord/checker/interval"
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

// factValue returns the value of f in a few words: as findings have it, and an
// office with the country or body that it belongs to.
func factValue(f *rules.Fact) string {
	s := checker.Reading(f)
	if o := f.Value.Office; o.Scope != "" {
		s += " (" + o.Scope + ")"
	}
	return s
}

// mentionValue returns what a mention was read as, in a few words.
func mentionValue(m *mention.Mention) string {
	switch {
	case m.Timex != "" && m.Kind != mention.Duration:
		return m.Timex
	case m.Kind == mention.Identifier:
		return "part of a name"
	case m.Kind.Numeric() && !m.Quantity.Known():
		return strings.TrimSpace("no value " + m.Unit)
	case m.Kind.Numeric():
		return interval.Figure(m.Quantity, m.Unit)
	}
	return m.Name
}
