package checker

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/concord-news/concord/checker/interval"
	"github.com/concord-news/concord/rules"
	"github.com/concord-news/concord/rules/mention"
)

// findings judges every slot and puts the findings in report order.
func (s *story) findings(slots []slot) []Finding {
	out := make([]Finding, 0, len(slots))
	for i := range slots {
		if s.ended() {
			break
		}
		for _, part := range s.deedsOf(slots[i]) {
			if f, ok := s.finding(&part); ok { // keeps the part: a new one each time round
				out = append(out, f)
			}
		}
	}
	out = s.versionFindings(s.copies(s.oneRow(withoutNamed(withoutRepeats(withoutDenied(withoutRepeated(out)))))))
	slices.SortStableFunc(out, compareFindings)
	for i := range out {
		out[i].ID = fmt.Sprintf("F%02d", i+1)
		if !s.keeps {
			out[i].slot = nil
		}
	}
	return out
}

// compareFindings is a total order: verdict, severity, fact, rule, first place,
// fingerprint.
func compareFindings(a, b Finding) int {
	x, y := &a.Values[0], &b.Values[0]
	return cmp.Or(
		cmp.Compare(a.Verdict, b.Verdict),
		cmp.Compare(b.Severity, a.Severity),
		cmp.Compare(a.Fact, b.Fact),
		cmp.Compare(a.Rule.Name, b.Rule.Name),
		cmp.Compare(x.Article.ID, y.Article.ID),
		cmp.Compare(x.Span.Start, y.Span.Start),
		cmp.Compare(x.Span.End, y.Span.End),
		cmp.Compare(a.Fingerprint, b.Fingerprint),
	)
}

func (s *story) finding(sl *slot) (Finding, bool) {
	speaking, earlier := s.parted(distinct(sl.statements))
	if len(speaking) == 0 {
		return Finding{}, false // a later version says no more of it
	}
	if !slices.ContainsFunc(speaking, func(st statement) bool { return !st.repeated }) {
		return Finding{}, false // another rule compares all of it
	}
	sl.statements = speaking
	j := s.judge(sl)
	if own, ok := s.within(sl); ok && !j.verdict.Discrepancy() {
		j = own
	} else if ok {
		j.why += "; " + own.why
	}
	origins := s.originsOf(sl.statements)
	j = s.withEarlier(sl, earlier, j)
	if sl.rule.Compare.By == rules.BySpelling && (j.verdict == Single || j.verdict == Agree && !fullyNamed(sl)) {
		return Finding{}, false // who is named once, or by a surname alone, says nothing of its spelling
	}
	if sl.rule.Compare.Differ && !j.verdict.Discrepancy() {
		return Finding{}, false
	}
	if j.verdict >= NotCompared && j.verdict != Agree && (sl.statements[0].fact.Told != nil || met(sl.rule)) {
		return Finding{}, false // what one outlet tells by itself is no finding
	}
	f := Finding{
		told: sl.statements[0].fact.Told != nil, slot: sl,
		Fact: s.label(sl), Kind: sl.rule.Kind, Verdict: j.verdict,
		Rule: sl.rule, Why: j.why, Gap: j.gap, Origins: origins,
	}
	for i := range sl.statements {
		v := s.value(&sl.statements[i], sl.rule)
		v.Against = s.against(sl, &sl.statements[i], f.Fact)
		v.Decides = slices.Contains(j.on[:], sl.statements[i].fact)
		if s.keeps {
			v.statement = &sl.statements[i]
		}
		f.Values = append(f.Values, v)
	}
	f.Severity = severity(&f)
	f.Fingerprint = fingerprint(&f)
	return f, true
}

// fullyNamed reports whether a statement of the slot gives the name of a person in two words
// or more.
func fullyNamed(sl *slot) bool {
	return slices.ContainsFunc(sl.statements, func(st statement) bool {
		return st.fact.Value.Kind == mention.Person && len(strings.Fields(st.fact.Value.Words)) > 1
	})
}

// severity is the rule's for what an editor is told, and low for everything
// else.
func severity(f *Finding) rules.Severity {
	if f.Reported() {
		return f.Rule.Severity
	}
	return rules.Low
}

// distinct drops a statement that two reads made of the same words. Of two offices
// in one row ("chairman and chief executive") each is one.
func distinct(all []statement) []statement {
	var out []statement
	own := 0 // where the statements of the article begin
	for i := range all {
		a := &all[i]
		if i > 0 && a.article != all[i-1].article {
			own = len(out)
		}
		again := slices.ContainsFunc(out[own:], func(b statement) bool {
			return b.fact.Evidence.Overlaps(a.fact.Evidence) && b.fact.Value.Office.Class == a.fact.Value.Office.Class
		})
		if !again {
			out = append(out, *a)
		}
	}
	return out
}

// label fills the key parts into the rule's name of the slot.
func (s *story) label(sl *slot) string {
	label := sl.rule.Fact
	for i, part := range sl.rule.Key {
		if part.Slot == "" {
			continue
		}
		show := s.shown(sl, i)
		label = strings.ReplaceAll(label, "{"+part.Slot+"."+part.Attribute+"}", show)
		label = strings.ReplaceAll(label, "{"+part.Slot+"}", show)
	}
	var parts []string
	for part := range strings.SplitSeq(label, "·") {
		if words := strings.Fields(part); len(words) > 0 {
			if last := len(words) - 1; last > 0 && words[last] == "of" {
				words = words[:last] // of what is left unsaid
			}
			parts = append(parts, strings.Join(words, " "))
		}
	}
	return strings.Join(parts, " · ")
}

// shown is a part of the key as reports print it: the first that an article
// states; of what articles tell in other words the usual one, a name before a
// noun.
func (s *story) shown(sl *slot, part int) string {
	show := ""
	if sl.rule.Compare.Alike {
		show = s.usual(sl, part)
	}
	for k := 0; k < len(sl.statements) && show == ""; k++ {
		show = s.shownBy(&sl.statements[k], part)
	}
	for k := range sl.statements {
		if st := &sl.statements[k]; st.fact.Told != nil && st.fact.Key[part].Entity != 0 {
			return s.shownBy(st, part)
		}
	}
	return show
}

func (s *story) shownBy(st *statement, part int) string {
	v := st.fact.Key[part]
	if v.Entity != 0 {
		return s.canonical(st.article, v.Entity, v.Show)
	}
	return v.Show
}

// usual is what most statements of a slot show for a part of the key, the first
// in the alphabet of those that are shown alike often.
func (s *story) usual(sl *slot, part int) string {
	count := map[string]int{}
	best := ""
	for k := range sl.statements {
		v := sl.statements[k].fact.Key[part]
		if v.Entity != 0 {
			v.Show = s.canonical(sl.statements[k].article, v.Entity, v.Show)
		}
		if v.Show == "" {
			continue
		}
		count[v.Show]++
		if n := count[v.Show] - count[best]; best == "" || n > 0 || n == 0 && v.Show < best {
			best = v.Show
		}
	}
	return best
}

// value describes one statement for reports.
func (s *story) value(st *statement, rule *rules.Rule) Value {
	f := st.fact
	v := Value{
		Article: s.articles[st.article], Span: f.Evidence, Sentence: f.Sentence,
		Reading: reading(f, rule), Unit: f.Value.Unit, Speaker: f.Voice.Speaker,
		Hedge: f.Value.Figure.Hedge, AsOf: asOf(f),
	}
	if !f.Voice.Own && v.Speaker == "" {
		v.Speaker = "unnamed"
	}
	if rule.Compare.By == rules.ByFigure || rule.Compare.By == rules.ByChange {
		v.Low, v.High = end(f.Value.Figure.Low), end(f.Value.Figure.High)
	}
	return v
}

func end(v float64) *float64 {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return nil
	}
	return &v
}

// Reading writes the value of a fact as findings have it: "11 or more people".
func Reading(f *rules.Fact) string { return reading(f, f.Rule) }

// reading writes a value as it was read.
func reading(f *rules.Fact, rule *rules.Rule) string {
	v := &f.Value
	switch rule.Compare.By {
	case rules.ByFigure:
		side := ""
		if rule.Compare.Complements() {
			side = " held"
			if f.Kept {
				side = " kept"
			}
		}
		return interval.Figure(v.Figure, v.Unit) + side
	case rules.ByChange:
		return interval.Figure(v.From, "") + " → " + interval.Figure(v.Figure, v.Unit)
	case rules.ByDate:
		return whenRead(v)
	case rules.ByNames, rules.ByPlace:
		return list(v.Names)
	case rules.ByOffice:
		return office(v.Office)
	case rules.ByPolarity:
		if f.Told != nil {
			return modal(v.Words, f)
		}
		return modal(map[rules.Answer]string{rules.Yes: "yes", rules.No: "no"}[v.Answer], f)
	case rules.ByStance:
		return v.Stance.String()
	}
	return v.Words
}

func modal(answer string, f *rules.Fact) string {
	if planned(f.Modality) {
		return answer + " (" + f.Modality.String() + ")"
	}
	return answer
}

func office(o rules.Office) string {
	if o.Former {
		return "former " + o.Title
	}
	return o.Title
}

func whenRead(v *rules.Value) string {
	switch {
	case v.Kind == mention.Duration:
		return interval.Figure(v.Figure, v.Unit)
	case v.Period.Known():
		return period(v.Period)
	case v.Timex != "":
		return v.Timex
	}
	return v.Words
}

// fingerprint identifies a finding by rule, slot and values, never by offsets.
func fingerprint(f *Finding) string {
	parts := []string{f.Rule.Name, f.Fact}
	for i := range f.Values {
		parts = append(parts, f.Values[i].Article.Outlet+"\x01"+f.Values[i].Reading)
	}
	slices.Sort(parts[2:])
	sum := sha256.Sum256([]byte(strings.Join(parts, "\x00")))
	return hex.EncodeToString(sum[:8])
}
