package checker

import (
	"errors"
	"fmt"
	"slices"

	"github.com/concord-news/concord/checker/reference"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/lexicon"
	"github.com/concord-news/concord/rules/mention"
)

// Consistent refuses reference facts of which two hold at one time and cannot
// both be true. Two that share one day alone are a change on that day. The error
// has both places.
func Consistent(set *reference.Set) error {
	s := &story{}
	var faults []error
	for i := range set.Facts {
		for j := range i {
			a, b := &set.Facts[j], &set.Facts[i]
			if why := s.clash(a, b); why != "" {
				faults = append(faults, fmt.Errorf("%s:%d:%d: %s; it holds at the same time as %s", b.File, b.Line, b.Column, why, a.Place()))
			}
		}
	}
	return errors.Join(faults...)
}

// Clash says why two reference facts that hold at one time cannot both be true, ""
// where they can or hold at other times.
func Clash(a, b *reference.Fact) string { return (&story{}).clash(a, b) }

// clash says why two lines cannot both be true, "" where they can.
func (s *story) clash(a, b *reference.Fact) string {
	if !slices.ContainsFunc(a.Rules, func(r *rules.Rule) bool { return reads(b, r) }) || !together(a.Period, b.Period) {
		return ""
	}
	x, y := a.Stated.Value.Office, b.Stated.Value.Office
	if lexicon.Fold(a.Subject) != lexicon.Fold(b.Subject) {
		kind, _ := lexicon.OfficeOf(lexicon.Key(x.Title))
		if x.Title == "" || !kind.Exclusive || x.Scope == "" || x.Scope != y.Scope || x.Class != y.Class {
			return ""
		}
		return fmt.Sprintf("%s and %s are both %s", a.Subject, b.Subject, b.Value)
	}
	st := &statement{fact: &a.Stated}
	standing, why := Apart, ""
	if x.Title != "" {
		standing, why = holdOffice(b, &a.Stated, wholly)
	} else {
		standing, why = s.holdValue(b, st, wholly)
	}
	if standing != Contradicts {
		return ""
	}
	return fmt.Sprintf("%s of %s: %s", a.Attribute, a.Subject, why)
}

// together reports whether two periods, of which ends may be open, share more
// than a day.
func together(a, b mention.Period) bool {
	from, to := a.From, a.To
	if b.From.After(from) {
		from = b.From
	}
	if to.IsZero() || !b.To.IsZero() && b.To.Before(to) {
		to = b.To
	}
	return to.IsZero() || to.Sub(from) > day
}
